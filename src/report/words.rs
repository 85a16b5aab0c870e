//! The words for steps, ratings and distances, the same on the screen, on paper and in files.

use crate::assessment::Rating;
use crate::framework::{Competency, Framework};

/// A rating in words: the step's name, "Below" the first one, or "not assessed" with its reason.
pub fn rating_words(framework: &Framework, competency: &Competency, rating: &Rating) -> String {
    let steps = framework.steps(competency);
    match rating {
        Rating::Below => match steps.first() {
            Some(first) => format!("Below {}", framework.step_name(first)),
            None => "Below the first step".to_owned(),
        },
        Rating::At { level } => match steps.iter().find(|step| step.level == *level) {
            Some(step) => framework.step_name(step),
            None => level.to_string(),
        },
        Rating::NotAssessed { reason } => format!("not assessed: {}", reason.trim()),
    }
}

/// How far a rating is from the target in words, counted in the competency's own steps.
pub fn against_target_words(steps: i32) -> String {
    let count = steps.unsigned_abs();
    let noun = if count == 1 { "step" } else { "steps" };
    match steps {
        0 => "at target".to_owned(),
        ..0 => format!("{count} {noun} short"),
        1.. => format!("{count} {noun} above"),
    }
}
