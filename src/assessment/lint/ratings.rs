//! Ratings beside each other, and beside the marks that they should rest on.

use crate::assessment::result::distance;
use crate::assessment::suggestion::{StepMarks, Suggestion, suggestion_of};
use crate::assessment::{Assessment, Rating, rating_words};
use crate::framework::{Competency, Places};

use super::{Finding, Place, Rule, rated};

/// Fewer ratings may well be alike.
const ALIKE: usize = 4;

/// All competencies, at least [`ALIKE`] of them, rated as far from the target as each other.
pub fn all_alike(assessment: &Assessment) -> Option<Finding> {
    let basis = &assessment.basis;
    let distances: Vec<i32> =
        rated(assessment).filter_map(|(competency, rating)| distance(basis, &competency.id, rating)).collect();
    let first = *distances.first()?;
    if distances.len() < ALIKE || distances.iter().any(|distance| *distance != first) {
        return None;
    }
    let count = distances.len();
    let what = match first {
        0 => format!("All {count} competencies are rated at target."),
        -1 | 1 => format!("All {count} competencies are rated one step {} target.", side(first)),
        steps => format!("All {count} competencies are rated {} steps {} target.", steps.unsigned_abs(), side(steps)),
    };
    let rests_on = rated(assessment).flat_map(|(competency, rating)| [competency.id.as_str(), level_of(rating)]);
    Some(Finding {
        id: Rule::AllAlike.finding("", rests_on),
        rule: Rule::AllAlike,
        place: Place::Ratings,
        what,
        quoted: Vec::new(),
        mend: "Go through the ratings once more, each on its own notes and marks.".to_owned(),
    })
}

const fn side(distance: i32) -> &'static str {
    if distance < 0 { "below" } else { "above" }
}

fn level_of(rating: &Rating) -> &str {
    match rating {
        Rating::Below => "",
        Rating::At { level } => level.as_str(),
        Rating::NotAssessed { reason } => reason,
    }
}

/// Competencies whose marks suggest another step than the rating, or speak against the rated one, where no line explains
/// that.
pub fn contradicted<'a>(assessment: &'a Assessment, places: &'a Places<'a>) -> impl Iterator<Item = Finding> {
    let explained = |competency: &Competency| {
        assessment.rated(&competency.id).is_some_and(|rated| !rated.explained.trim().is_empty())
    };
    rated(assessment).filter(move |(competency, _)| !explained(competency)).filter_map(|(competency, rating)| {
        let suggestion = suggestion_of(assessment, places, competency);
        let against = marks_against(assessment, &suggestion, rating)?;
        let rated = rating_words(&assessment.basis.framework, competency, rating);
        let marks = suggestion.steps.iter().flat_map(|step| [step.met, step.partly, step.not_shown]);
        let counts: Vec<String> = marks.map(|count| count.to_string()).collect();
        let rests_on = std::iter::once(level_of(rating)).chain(counts.iter().map(String::as_str));
        Some(Finding {
            id: Rule::Contradicted.finding(competency.id.as_str(), rests_on),
            rule: Rule::Contradicted,
            place: Place::Competency(competency.id.clone()),
            what: format!("“{}” is rated {rated}, but {against}.", competency.title),
            quoted: Vec::new(),
            mend: "Rate it anew, correct a mark, or say beside the rating in one line why it differs.".to_owned(),
        })
    })
}

/// What the marks say instead, if they say something else.
fn marks_against(assessment: &Assessment, suggestion: &Suggestion, rating: &Rating) -> Option<String> {
    let shown = match rating {
        Rating::NotAssessed { .. } => return None,
        Rating::Below => None,
        Rating::At { level } => Some(suggestion.steps.iter().position(|step| step.level == *level)?),
    };
    if suggestion.step.is_some() {
        let step = suggestion.steps.get(suggestion.step?)?;
        return (suggestion.step != shown).then(|| format!("the marks suggest {}", name_of(assessment, step)));
    }
    // Nothing is suggested. Then a rating goes with the marks unless they speak against a step up to it.
    let step = suggestion.steps.get(suggestion.against(rating)?)?;
    let (not_shown, marked, name) = (step.not_shown, step.marked(), name_of(assessment, step));
    Some(match (not_shown, marked) {
        (1, 1) => format!("the only criterion marked at {name} was not shown"),
        (all, marked) if all == marked => format!("none of the {marked} criteria marked at {name} was shown"),
        (few, marked) if 2 * few <= marked => {
            format!("less than two thirds of the {marked} criteria marked at {name} were shown")
        }
        _ => format!("{not_shown} of the {marked} criteria marked at {name} were not shown"),
    })
}

fn name_of(assessment: &Assessment, step: &StepMarks) -> String {
    let level = assessment.basis.framework.level(&step.level);
    level.map_or_else(|| step.level.to_string(), |level| level.name.clone())
}
