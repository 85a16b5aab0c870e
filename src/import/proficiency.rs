//! Proficiency levels: a competency with statements of behaviour at each level, and then interview questions.

use crate::framework::Framework;

use super::levelled::{self, Survey};
use super::notice::Notice;

/// Whether the text has levels with statements and says that they are of proficiency, or has questions below them.
pub fn recognises(text: &str) -> bool {
    Survey::of(text).is_proficiency()
}

/// Reads it.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
    levelled::read(text, notices)
}
