//! The tally: how many competencies are below, at and above the target, each figure with its parts.

use crate::assessment::Rating;
use crate::framework::CompetencyId;

use super::Outcome;

/// Every competency of the guide, in exactly one of the lists; a figure is the length of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub below: Vec<Part>,
    pub at: Vec<Part>,
    pub above: Vec<Part>,
    pub not_assessed: Vec<Part>,
    pub unrated: Vec<Part>,
    /// Rated, but the competency expects nothing at the target, so there is nothing to hold it against.
    pub without_target: Vec<Part>,
}

/// One competency in a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub competency: CompetencyId,
    pub title: String,
    /// Its own steps above the target, negative below; none where there is no distance.
    pub steps: Option<i32>,
    /// Why it counts there, such as `1 step short`, or the reason for not assessing it.
    pub words: String,
}

/// Sums outcomes up.
pub fn tally(outcomes: &[Outcome]) -> Tally {
    let mut tally = Tally::default();
    for outcome in outcomes {
        let (list, words) = match (&outcome.rating, outcome.against_target) {
            (None, _) => (&mut tally.unrated, "no rating yet".to_owned()),
            (Some(Rating::NotAssessed { reason }), _) => (&mut tally.not_assessed, reason.trim().to_owned()),
            (Some(_), None) => (&mut tally.without_target, "nothing is expected at the target".to_owned()),
            (Some(_), Some(steps)) => {
                let list = match steps {
                    ..0 => &mut tally.below,
                    0 => &mut tally.at,
                    1.. => &mut tally.above,
                };
                (list, super::against_target_words(steps))
            }
        };
        list.push(Part {
            competency: outcome.competency.clone(),
            title: outcome.title.clone(),
            steps: outcome.against_target,
            words,
        });
    }
    tally
}
