//! CASE packages (1EdTech Competencies and Academic Standards Exchange, versions 1.0 and 1.1), read and written.
//!
//! A package is a document, items, and associations that make a tree of them. Read, its items become levels,
//! competencies and criteria by their types, or else by their places in the tree: the deepest are criteria, what they
//! lie in are competencies, and levels are what associations, education levels or groups say. Written, levels,
//! competencies, expectations and criteria are items of these types.

mod end;
mod forest;
mod item;
mod keep;
mod map;
mod name;
mod package;
mod piece;
mod role;
mod rubric;
mod scale;
mod source;
mod write;

use crate::framework::Framework;

use super::notice::Notice;

pub use write::to_case;

/// Whether the text has the fields of a package.
pub fn recognises(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('{') && (has_field(text, "\"CFDocument\"") || has_field(text, "\"CFItems\""))
}

fn has_field(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(index, _)| text[index + name.len()..].trim_start().starts_with(':'))
}

/// Reads a package; what it cannot place becomes a notice.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
    let node = super::tree::json(text, notices)?;
    let mut package = package::read(node, notices)?;
    let forest = forest::grow(&mut package, notices);
    let roles = role::roles(&package, &forest);
    let scale = scale::found(&mut package, &forest, &roles, notices);
    let (draft, names) = map::draft(package, forest, &roles, scale, notices);
    Some(keep::named(draft.finish(notices)?, names))
}
