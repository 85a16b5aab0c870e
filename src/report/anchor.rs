//! Anchors: what a competency expects at each of its steps, with the marks, side by side for the rating.

use std::ops::Range;

use crate::assessment::{Assessment, Mark};
use crate::framework::{CompetencyId, Criterion, CriterionId, LevelId, Places, Step};

/// One step of a competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// What a rating at this step names: [`Rating::At`](crate::assessment::Rating::At).
    pub level: LevelId,
    pub name: String,
    /// What is expected at this step, those of included levels too.
    pub criteria: Vec<MarkedCriterion>,
    /// Whether the guide's target lies here.
    pub is_target: bool,
}

/// A criterion as the framework words it, with what it got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedCriterion {
    pub criterion: CriterionId,
    pub code: Option<String>,
    pub text: String,
    /// None: not asked.
    pub mark: Option<Mark>,
}

/// The steps of a competency, lowest first; none for a competency that the framework does not have.
pub fn anchors(assessment: &Assessment, competency: &CompetencyId) -> Vec<Anchor> {
    let framework = &assessment.basis.framework;
    let Some(competency) = framework.competency(competency) else { return Vec::new() };
    let places = Places::of(framework);
    let rungs = framework.rungs();
    let target = framework.step_at(competency, &assessment.basis.guide.level);
    let anchor = |(index, step): (usize, Step)| {
        let expected = rungs.get(step.first).map(|rung| places.expected(competency, &rung.id)).unwrap_or_default();
        Anchor {
            name: framework.step_name(&step),
            criteria: expected.into_iter().map(|criterion| marked(assessment, criterion)).collect(),
            is_target: target == Some(index),
            level: step.level,
        }
    };
    framework.steps(competency).into_iter().enumerate().map(anchor).collect()
}

/// How many steps stand side by side: the one in hand, the one below it and the one above.
const SIDE_BY_SIDE: usize = 3;

/// The steps in sight, of so many, around the one in hand. At either end there are as many as elsewhere.
pub fn in_sight(count: usize, hand: usize) -> Range<usize> {
    let first = hand.saturating_sub(1).min(count.saturating_sub(SIDE_BY_SIDE));
    first..count.min(first + SIDE_BY_SIDE)
}

pub(super) fn marked(assessment: &Assessment, criterion: &Criterion) -> MarkedCriterion {
    MarkedCriterion {
        criterion: criterion.id.clone(),
        code: criterion.code.clone(),
        text: criterion.text.clone(),
        mark: assessment.mark(&criterion.id),
    }
}
