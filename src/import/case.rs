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

use std::collections::BTreeMap;

use crate::framework::Framework;
use crate::framework::wording::count;

use super::notice::{Notice, Place, Severity};
use super::tree::Node;

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
    let before = notices.len();
    let Some(node) = super::tree::json(text, notices) else {
        // A comment gives a notice too.
        if notices[before..].iter().all(|notice| notice.severity != Severity::Error) {
            notices.push(Notice::error(Place::WHOLE, "The document says nothing. Choose one that holds a package."));
        }
        return None;
    };
    let mut own = Vec::new();
    let framework = framework(node, &mut own);
    notices.extend(told_once(own));
    framework
}

fn framework(node: Node, notices: &mut Vec<Notice>) -> Option<Framework> {
    let mut package = package::read(node, notices)?;
    let place = package.document.place;
    if package.items.is_empty() && package.rows.is_empty() {
        let text = "The package has neither CFItems nor rows of CFRubrics, so nothing is there to make a framework of. \
                    Export it whole.";
        notices.push(Notice::error(place, text));
        return None;
    }
    let forest = forest::grow(&mut package, notices);
    let roles = role::roles(&package, &forest);
    let scale = scale::found(&mut package, &forest, &roles, notices);
    let (draft, names) = map::draft(package, forest, &roles, scale, notices);
    let mut expectations = draft.competencies.iter().flat_map(|competency| &competency.expectations);
    if expectations.all(|expectation| expectation.criteria.is_empty()) {
        let text = "None of the package’s items is a statement: each is a level or a heading, or says nothing. Put \
                    statements below them, by associations of the type isChildOf.";
        notices.push(Notice::error(place, text));
        return None;
    }
    Some(keep::named(draft.finish(notices)?, names))
}

/// So many further lines of the same notice are listed.
const LINES: usize = 5;

/// Notices that quote the same for the same reason are one, which tells where the others are: in a package each of
/// thousands of items may say the same thing of itself.
fn told_once(notices: Vec<Notice>) -> Vec<Notice> {
    let mut once: Vec<(Notice, Vec<u32>)> = Vec::with_capacity(notices.len());
    let mut known = BTreeMap::new();
    for notice in notices {
        if let (Severity::Note, Some(quote)) = (notice.severity, &notice.quote) {
            let index = *known.entry((notice.text.clone(), quote.clone())).or_insert(once.len());
            if let Some((_, lines)) = once.get_mut(index) {
                lines.push(notice.place.line);
                continue;
            }
        }
        once.push((notice, Vec::new()));
    }
    once.into_iter().map(|(notice, lines)| with_lines(notice, &lines)).collect()
}

fn with_lines(mut notice: Notice, lines: &[u32]) -> Notice {
    if lines.is_empty() {
        return notice;
    }
    let mut others: Vec<u32> = lines.iter().copied().filter(|line| *line != notice.place.line).collect();
    others.dedup();
    others.truncate(LINES);
    let again = match others.as_slice() {
        [] => format!("{} in this line", count(lines.len(), "more time", "more times")),
        [only] if lines.len() == 1 => format!("in line {only} too"),
        some => {
            let listed: Vec<_> = some.iter().map(u32::to_string).collect();
            let more = match lines.len().saturating_sub(some.len()) {
                0 => String::new(),
                more => format!(", and {}", count(more, "more time", "more times")),
            };
            format!("in lines {}{more} too", listed.join(", "))
        }
    };
    notice.text = format!("{} The same stands {again}.", notice.text);
    notice
}
