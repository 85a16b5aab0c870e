//! The words for steps, ratings and distances, the same on the screen, on paper and in files.

use crate::assessment::Assessment;
pub use crate::assessment::rating_words;
use crate::framework::QuestionId;

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

/// What there is to know of a question beside its text: `Lending · behavioural · 6 min`. Of one that was added its reason;
/// one worded on the spot is of no kind and has no minutes.
pub fn question_about(assessment: &Assessment, id: &QuestionId) -> String {
    let Some((competency, question)) = assessment.question(id) else { return String::new() };
    let added = assessment.added(id);
    let of_its_own = match added {
        Some(added) if added.is_worded => "asked on the spot".to_owned(),
        _ => format!("{} · {} min", question.kind.name(), question.minutes),
    };
    let reason = added.map(|added| format!(" · added: {}", added.reason.trim())).unwrap_or_default();
    format!("{} · {of_its_own}{reason}", competency.title)
}
