//! Markdown or indented text with headings and items: which headings are levels and which are competencies is told by
//! the names and by what stands again below each other heading, whichever way round they stand. Items and lines are
//! statements, items below a statement its examples, paragraphs what is said of the heading above them.

mod branch;
mod mark;
mod sort;

use crate::framework::Framework;

use super::notice::Notice;

/// So much of a document is looked at to recognise it.
const SAMPLE: usize = 128 * 1024;

/// Whether some headings of the text are levels, with statements below them.
pub fn recognises(text: &str) -> bool {
    let end = text.char_indices().map(|(index, _)| index).find(|index| *index >= SAMPLE).unwrap_or(text.len());
    let sample = &text[..end];
    !sample.trim_start().starts_with(['{', '[']) && sort::sorted(&branch::tree(sample)).grid.has_levels()
}

/// Reads it.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
    let sort::Sorted { grid, left } = sort::sorted(&branch::tree(text));
    match grid.finish(notices) {
        Some(draft) => {
            notices.extend(left);
            draft.finish(notices)
        }
        None => super::draft::Draft::new(crate::framework::Purpose::Matrix).finish(notices),
    }
}
