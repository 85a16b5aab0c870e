//! Markdown or indented text with headings and items: which headings are levels and which are competencies is told by
//! the names and by what stands again below each other heading, whichever way round they stand. Items and lines are
//! statements, items below a statement its examples, paragraphs what is said of the heading above them.

mod branch;
mod cycle;
mod mark;
mod page;
mod question;
mod sort;
mod table;

use crate::framework::Framework;

use super::draft::DraftQuestion;
use super::line::lines;
use super::notice::Notice;

pub use table::stand_below_headings as has_tables;

/// So much of a document is looked at to recognise it.
const SAMPLE: usize = 128 * 1024;

/// Whether some headings of the text are levels, with statements below them.
pub fn recognises(text: &str) -> bool {
    let end = text.char_indices().map(|(index, _)| index).find(|index| *index >= SAMPLE).unwrap_or(text.len());
    let sample = &text[..end];
    !sample.trim_start().starts_with(['{', '[']) && sorted(sample).0.grid.has_levels()
}

/// Reads it.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
    let (sort::Sorted { grid, left }, questions) = sorted(text);
    match grid.finish(notices) {
        Some(mut draft) => {
            draft.questions = questions;
            notices.extend(left);
            draft.finish(notices)
        }
        None => super::draft::Draft::new(crate::framework::Purpose::Matrix).finish(notices),
    }
}

fn sorted(text: &str) -> (sort::Sorted, Vec<DraftQuestion>) {
    let mut left = Vec::new();
    let lines = page::without_page(lines(text).collect(), &mut left);
    let mut lines = table::without_tables(lines, &mut left);
    let questions = question::taken(&mut lines, &mut left);
    let mut sorted = sort::sorted(&branch::tree(&lines));
    sorted.left.extend(left);
    (sorted, questions)
}
