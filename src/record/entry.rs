//! The key under which an entry is stored. Its text is the domain's: the bytes as first written.

use crate::assessment::AssessmentId;

/// The key of an entry; keys sort as the numbers do.
pub(super) fn key(assessment: &AssessmentId, seq: u32) -> String {
    format!("{assessment}/{seq:08}")
}
