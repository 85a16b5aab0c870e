//! The step that marks suggest for a competency: the highest at which at least two criteria are marked, or all where there
//! are fewer, and at least two thirds of them are shown, partly counting half, while no lower step contradicts. It is shown
//! once the interviewer has rated, and replaces no judgement.

use std::collections::BTreeSet;

use crate::framework::{Competency, CompetencyId, CriterionId, LevelId, Places};

use super::{Assessment, Mark, Rating};

/// What the marks of a competency suggest, with the working.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// The competency's own steps, lowest first.
    pub steps: Vec<StepMarks>,
    /// The index of the suggested step; none when there is nothing to suggest.
    pub step: Option<usize>,
}

/// The marks at one step. A criterion that a lower step expects already counts there alone: what somebody shows of it says
/// nothing of the higher one. Criteria that do not apply are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepMarks {
    /// What a rating at this step names.
    pub level: LevelId,
    /// Criteria that the step adds and that apply.
    pub criteria: usize,
    pub met: usize,
    pub partly: usize,
    /// Not met, or asked without evidence.
    pub not_shown: usize,
}

/// What the marks say of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Too few criteria are marked to say anything.
    Open,
    Shown,
    /// Less than two thirds are shown: no higher step is suggested.
    Contradicts,
}

impl StepMarks {
    /// Criteria with a mark that counts.
    pub const fn marked(&self) -> usize {
        self.met + self.partly + self.not_shown
    }

    /// Whether nothing that is marked was shown, not even in part.
    pub const fn shows_nothing(&self) -> bool {
        self.met + self.partly == 0
    }

    pub fn verdict(&self) -> Verdict {
        // In sixths, so that nothing is rounded: a met criterion counts 6, a partly met one 3, two thirds are 4 each.
        let (shown, needed) = (6 * self.met + 3 * self.partly, 4 * self.marked());
        if self.marked() == 0 || self.marked() < self.criteria.min(2) {
            Verdict::Open
        } else if shown >= needed {
            Verdict::Shown
        } else {
            Verdict::Contradicts
        }
    }
}

impl Suggestion {
    /// How many steps a rating is above the suggested one, or below it when negative; none where nothing is suggested, or
    /// the rating is no step.
    pub fn distance(&self, rating: &Rating) -> Option<i32> {
        let place = |index: usize| i32::try_from(index).ok();
        let rated = match rating {
            Rating::Below => -1,
            Rating::At { level } => place(self.steps.iter().position(|step| step.level == *level)?)?,
            Rating::NotAssessed { .. } => return None,
        };
        Some(rated - place(self.step?)?)
    }

    /// Where nothing is suggested: the lowest step, up to the rated one, that the marks contradict; or else, where nothing
    /// that is marked up to the rated one was shown, the lowest that has a mark.
    pub fn against(&self, rating: &Rating) -> Option<usize> {
        let Rating::At { level } = rating else { return None };
        let rated = self.steps.iter().position(|step| step.level == *level)?;
        let steps = self.steps.get(..=rated).filter(|_| self.step.is_none())?;
        let contradicted = steps.iter().position(|step| step.verdict() == Verdict::Contradicts);
        let shows_nothing = steps.iter().all(StepMarks::shows_nothing);
        contradicted.or_else(|| steps.iter().position(|step| step.marked() > 0).filter(|_| shows_nothing))
    }
}

/// What the marks suggest for a competency; nothing for one that the framework does not have.
pub fn suggestion(assessment: &Assessment, id: &CompetencyId) -> Suggestion {
    let framework = &assessment.basis.framework;
    let competency = framework.competency(id);
    competency.map(|competency| suggestion_of(assessment, &Places::of(framework), competency)).unwrap_or_default()
}

/// What the marks suggest for a competency, where its criteria were looked up already.
pub(super) fn suggestion_of(assessment: &Assessment, places: &Places<'_>, competency: &Competency) -> Suggestion {
    let steps = marks(assessment, places, competency);
    let contradicted = steps.iter().position(|step| step.verdict() == Verdict::Contradicts).unwrap_or(steps.len());
    let shown = |step: &StepMarks| step.verdict() == Verdict::Shown;
    let step = steps.get(..contradicted).and_then(|below| below.iter().rposition(shown));
    Suggestion { step, steps }
}

fn marks(assessment: &Assessment, places: &Places<'_>, competency: &Competency) -> Vec<StepMarks> {
    let framework = &assessment.basis.framework;
    let rungs = framework.rungs();
    let mut below: BTreeSet<CriterionId> = BTreeSet::new();
    let mut steps = Vec::new();
    for step in framework.steps(competency) {
        let expected = rungs.get(step.first).map(|rung| places.expected(competency, &rung.id)).unwrap_or_default();
        let mut marks = StepMarks { level: step.level, criteria: 0, met: 0, partly: 0, not_shown: 0 };
        for criterion in expected {
            if below.insert(places.original(&criterion.id).clone()) {
                marks.count(assessment.mark(&criterion.id));
            }
        }
        steps.push(marks);
    }
    steps
}

impl StepMarks {
    fn count(&mut self, mark: Option<Mark>) {
        match mark {
            Some(Mark::NotApplicable) => return,
            Some(Mark::Met) => self.met += 1,
            Some(Mark::Partly) => self.partly += 1,
            Some(Mark::NotMet | Mark::NoEvidence | Mark::NotYet) => self.not_shown += 1,
            None => {}
        }
        self.criteria += 1;
    }
}
