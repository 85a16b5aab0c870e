//! A levelled skill: a description, guidance and activities, then a heading for each level with a statement on each line.

use crate::framework::Framework;

use super::levelled::{self, Survey};
use super::notice::Notice;

/// Whether levels with statements are what the text is made of.
pub fn recognises(text: &str) -> bool {
    Survey::of(text).is_levelled()
}

/// Reads it.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
    levelled::read(text, notices)
}
