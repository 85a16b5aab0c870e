//! A digest as it is shown where there is no room for all of it.

use crate::framework::Digest;

/// The beginning and the end of a digest, such as `9c41b2aa…4e07`.
pub fn short_digest(digest: &Digest) -> String {
    let text = digest.as_str();
    match (text.get(..8), text.get(text.len().saturating_sub(4)..)) {
        (Some(start), Some(end)) if text.len() > 12 => format!("{start}…{end}"),
        _ => text.to_owned(),
    }
}
