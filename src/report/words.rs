//! The words for steps, ratings and distances, the same on the screen, on paper and in files.

use crate::assessment::Rating;
use crate::framework::{Competency, Framework, Level, Step};

/// A rating in words: the step's name, "Below" the first one, or "not assessed" with its reason.
pub fn rating_words(framework: &Framework, competency: &Competency, rating: &Rating) -> String {
    let steps = framework.steps(competency);
    match rating {
        Rating::Below => match steps.first() {
            Some(first) => format!("Below {}", step_name(framework, first)),
            None => "Below the first step".to_owned(),
        },
        Rating::At { level } => match steps.iter().find(|step| step.level == *level) {
            Some(step) => step_name(framework, step),
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

/// The name of a step: that of its level, or of the rungs that it spans when they are not the whole level.
pub(super) fn step_name(framework: &Framework, step: &Step) -> String {
    let rungs = framework.rungs();
    let name = |index: usize| rungs.get(index).map_or("", |rung| rung.name.as_str());
    let spans_whole_level = |level: &Level| {
        framework.rung_of(&level.id) == rungs.get(step.last).copied()
            && (step.first == 0 || !framework.lies_within(rungs[step.first - 1], &level.id))
    };
    match framework.level(&step.level) {
        Some(level) if spans_whole_level(level) => level.name.clone(),
        _ if step.first == step.last => name(step.first).to_owned(),
        _ => format!("{} – {}", name(step.first), name(step.last)),
    }
}
