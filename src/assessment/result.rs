//! The computed result against the target: how many competencies are below, at and above it, and the weighted number of
//! steps short of it. Nothing else is summed up, and being above makes up for nothing.

use crate::framework::CompetencyId;
use crate::question::Weight;

use super::fold::Present;
use super::{Assessment, Basis, Rating, Recommendation};

/// What the ratings come to against the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComputedResult {
    /// One for each competency of the guide, in its order.
    pub parts: Vec<Part>,
    /// Steps short of the target, each times the weight of its competency; none when too much was left out.
    pub short: Option<u32>,
    /// The weight of what was left out, and that of all competencies.
    pub left_out: u32,
    pub weight: u32,
}

/// What one competency adds to the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub competency: CompetencyId,
    pub weight: Weight,
    /// What the weight counts.
    pub counts: u32,
    /// How many of the competency's own steps it is above the target, or below it when negative; none when it was left
    /// out: not rated, not assessed, or nothing is expected at the target.
    pub distance: Option<i32>,
}

impl ComputedResult {
    /// How many competencies are below, at and above the target.
    pub fn counts(&self) -> [usize; 3] {
        let count =
            |wanted: fn(i32) -> bool| self.parts.iter().filter(|part| part.distance.is_some_and(wanted)).count();
        [count(|distance| distance < 0), count(|distance| distance == 0), count(|distance| distance > 0)]
    }
}

/// The result of an interview as it stands.
pub fn result(assessment: &Assessment) -> ComputedResult {
    of(&assessment.basis, assessment.present())
}

pub(super) fn of(basis: &Basis, present: &Present) -> ComputedResult {
    let weights = basis.guide.terms.weights;
    let parts: Vec<Part> = basis
        .guide
        .competencies
        .iter()
        .map(|weighted| {
            let rating = present.interview.ratings.get(&weighted.competency).map(|rated| &rated.rating);
            Part {
                competency: weighted.competency.clone(),
                weight: weighted.weight,
                counts: weights.of(weighted.weight),
                distance: rating.and_then(|rating| distance(basis, &weighted.competency, rating)),
            }
        })
        .collect();
    let weight: u32 = parts.iter().map(|part| part.counts).sum();
    let left_out: u32 = parts.iter().filter(|part| part.distance.is_none()).map(|part| part.counts).sum();
    let steps = |part: &Part| part.distance.filter(|distance| *distance < 0).map_or(0, i32::unsigned_abs);
    let short = parts.iter().map(|part| part.counts * steps(part)).sum();
    // More than a quarter of the weight left out, and the rest stands for nothing.
    let stands = weight > 0 && left_out * 4 <= weight;
    ComputedResult { parts, short: stands.then_some(short), left_out, weight }
}

/// Steps from the target to a rating, counted on the steps that the competency has; none when either is none of them.
pub fn distance(basis: &Basis, id: &CompetencyId, rating: &Rating) -> Option<i32> {
    let competency = basis.competency(id)?;
    let target = basis.framework.step_at(competency, &basis.guide.level)?;
    let shown = match rating {
        Rating::Below => -1,
        Rating::At { level } => {
            let steps = basis.framework.steps(competency);
            i32::try_from(steps.iter().position(|step| step.level == *level)?).ok()?
        }
        Rating::NotAssessed { .. } => return None,
    };
    Some(shown - i32::try_from(target).ok()?)
}

/// Whether a recommendation departs from the result: a yes although something is short of the target, a no although
/// nothing is. From no result nothing departs.
pub fn departs(result: &ComputedResult, recommendation: Recommendation) -> bool {
    let says_yes = matches!(recommendation, Recommendation::Yes | Recommendation::StrongYes);
    result.short.is_some_and(|short| says_yes != (short == 0))
}
