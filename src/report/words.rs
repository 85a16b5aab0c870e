//! The words for steps, ratings and distances, the same on the screen, on paper and in files.

pub use crate::assessment::rating_words;

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
