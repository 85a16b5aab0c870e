//! Growth: what the next step of each competency adds to what a level expects, for a candidate who looks ahead.

use std::collections::BTreeSet;

use crate::framework::{Competency, CompetencyId, Criterion, Framework, LevelId, Places};

/// The next step of one competency.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    pub competency: CompetencyId,
    pub title: String,
    /// The name of the next step.
    pub step: String,
    /// What it expects that no step so far does.
    pub criteria: Vec<Criterion>,
}

/// What comes next after a level, for each competency that has a higher step which adds something, in the order of the
/// framework. Its next step need not be the framework's next rung.
pub fn growth(framework: &Framework, level: &LevelId) -> Vec<Growth> {
    let rungs = framework.rungs();
    let rung = framework.rung_of(level).and_then(|rung| rungs.iter().position(|known| known.id == rung.id));
    let Some(rung) = rung else { return Vec::new() };
    let places = Places::of(framework);
    framework.competencies.iter().filter_map(|competency| next(framework, &places, competency, rung)).collect()
}

fn next<'a>(framework: &'a Framework, places: &Places<'a>, competency: &'a Competency, rung: usize) -> Option<Growth> {
    let rungs = framework.rungs();
    let steps = framework.steps(competency);
    let expected =
        |first: usize| rungs.get(first).map(|rung| places.expected(competency, &rung.id)).unwrap_or_default();
    let (so_far, above): (Vec<_>, Vec<_>) = steps.into_iter().partition(|step| step.first <= rung);
    let known: BTreeSet<_> =
        so_far.iter().flat_map(|step| expected(step.first)).map(|criterion| places.original(&criterion.id)).collect();
    let step = above.first()?;
    let adds = |criterion: &&Criterion| !known.contains(places.original(&criterion.id));
    let criteria: Vec<Criterion> = expected(step.first).into_iter().filter(adds).cloned().collect();
    (!criteria.is_empty()).then(|| Growth {
        competency: competency.id.clone(),
        title: competency.title.clone(),
        step: framework.step_name(step),
        criteria,
    })
}
