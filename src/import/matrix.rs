//! Matrices: tables of levels and competencies, with what is expected in their cells. They come as comma-separated or
//! tab-separated values, as cells copied from a spreadsheet, or as tables of Markdown, and lie either way.
//!
//! Whatever stands in no cell of the table is its title, or is left out.

mod body;
mod cell;
mod column;
mod delimiter;
mod layout;
pub mod level_name;
mod list;
mod orientation;
mod recognition;
mod scanner;
mod sentence;
mod table;

use std::collections::BTreeMap;

use crate::framework::{Framework, Purpose};

use super::draft::Draft;
use super::notice::{Notice, Place};
use body::{Body, append, first_line};
use delimiter::Delimiter;
use layout::Layout;
use list::List;
use table::{Cell, MOST_CELLS, Row, Table, too_large};

pub use column::{Role, noun};
pub use list::is_examples;
pub use orientation::Orientation;
pub use recognition::recognises;

/// No scale has more steps.
const MOST_LEVELS: usize = 100;

/// No heading has more columns.
const MOST_COLUMNS: usize = 1_000;

const ABOVE: &str = "Left out: it stands above the table.";
const BELOW: &str = "Left out: it stands below the table, and is no row of it.";

/// Reads it, lying as `orientation` says; where it says nothing, what was found is put there.
pub fn read(text: &str, orientation: &mut Option<Orientation>, notices: &mut Vec<Notice>) -> Option<Framework> {
    let table = Table::read(text, recognition::delimiter(text), notices)?;
    let Some(mut layout) = Layout::of(table) else {
        let text = "No row of several cells is found in this document. Part the cells with tabs, commas, semicolons or \
                    bars, with the names of the levels in the first row or column, or choose another format.";
        notices.push(Notice::error(Place::WHOLE, text));
        return None;
    };
    let list = orientation.is_none().then(|| List::of(&layout.heading, &layout.body)).flatten();
    if let Some(refusal) = refusal(&layout, list.is_some()) {
        notices.push(refusal);
        return None;
    }
    if let Some(list) = list {
        return listed(layout, &list, notices);
    }
    layout.leave_headings(notices);
    let orientation = *orientation.get_or_insert_with(|| found(&layout, notices));
    let lies_across = orientation == Orientation::LevelsAcross;
    layout.even_out(lies_across, notices);
    let mut draft = Draft::new(Purpose::Matrix);
    let Layout { delimiter, above, heading, body, below } = layout;
    head(above, heading.span(), delimiter, &mut draft, notices);
    below.into_iter().for_each(|row| row.leave(BELOW, notices));
    let (heading, body) = if lies_across { (heading, body) } else { turned(heading, body) };
    if heading.cells.iter().filter(|cell| cell.column > 0).count() > MOST_LEVELS {
        let text = format!(
            "Lying this way, the table has more than {MOST_LEVELS} levels. Turn it, so that its other side has the levels."
        );
        notices.push(Notice::error(heading.place, text));
        return None;
    }
    Body::below(heading, &body, &mut draft, notices).take(body, lies_across);
    draft.say_of_names(notices);
    draft.finish(notices)
}

/// A table of one statement a row.
fn listed(mut layout: Layout, list: &List, notices: &mut Vec<Notice>) -> Option<Framework> {
    layout.leave_headings(notices);
    layout.even_out(false, notices);
    let Layout { delimiter, above, heading, body, below } = layout;
    below.into_iter().for_each(|row| row.leave(BELOW, notices));
    for cell in heading.cells.iter().filter(|cell| !list.keeps(cell.column, &body)) {
        cell.clone().leave(body::NAMES_COLUMN, notices);
    }
    let mut draft = list.grid(&heading, body, notices).finish(notices).unwrap_or_else(|| Draft::new(Purpose::Matrix));
    head(above, heading.span(), delimiter, &mut draft, notices);
    draft.finish(notices)
}

fn refusal(layout: &Layout, is_list: bool) -> Option<Notice> {
    let Layout { heading, body, .. } = layout;
    if heading.span() > MOST_COLUMNS {
        let text =
            format!("The heading has more than {MOST_COLUMNS} columns, which is more than is read. Split the table.");
        return Some(Notice::error(heading.place, text));
    }
    if !is_list && orientation::is_list(heading) {
        let text = "Each row of this table is one statement, with its level beside it, but no column says which \
                    competency it belongs to. Add a column “Competency”, or give each level a column and each \
                    competency a row.";
        return Some(Notice::error(heading.place, text));
    }
    (heading.span() * body.len() > MOST_CELLS).then(|| too_large(heading.place))
}

fn found(layout: &Layout, notices: &mut Vec<Notice>) -> Orientation {
    let found = orientation::of(&layout.heading, &layout.body);
    if !found.is_sure {
        let (these, others) = match found.orientation {
            Orientation::LevelsAcross => ("columns", "rows"),
            Orientation::LevelsDown => ("rows", "columns"),
        };
        let text = format!(
            "No heading looks like the name of a level, so the {these} were taken for the levels. Turn the table if they \
             are its {others}."
        );
        notices.push(Notice::warning(layout.heading.place, text));
    }
    found.orientation
}

/// The rows above the heading: the title, what is said of the whole, and furniture.
fn head(rows: Vec<Row>, width: usize, delimiter: Delimiter, draft: &mut Draft, notices: &mut Vec<Notice>) {
    for row in rows {
        let row = if delimiter.stands_in_prose() && row.width < width { whole(row, delimiter) } else { row };
        match <[Cell; 1]>::try_from(row.cells) {
            Ok([cell]) if draft.title.is_empty() => {
                (draft.title, draft.summary) = first_line(cell.text.trim_start_matches(['#', ' ']).to_owned());
            }
            Ok([cell]) if cell.text.ends_with(['.', '!', '?', '。']) => append(&mut draft.summary, cell.text),
            Ok([cell]) => cell.leave(ABOVE, notices),
            Err(cells) => cells.into_iter().for_each(|cell| cell.leave(ABOVE, notices)),
        }
    }
}

/// A line of prose as one cell again.
fn whole(row: Row, delimiter: Delimiter) -> Row {
    let mut cells = row.cells.into_iter();
    let Some(mut first) = cells.next() else { return Row { cells: Vec::new(), ..row } };
    for cell in cells {
        first.text.push(char::from(delimiter.byte()));
        first.text.push(' ');
        first.text.push_str(&cell.text);
    }
    Row { cells: vec![first], ..row }
}

/// The same table lying the other way.
fn turned(heading: Row, body: Vec<Row>) -> (Row, Vec<Row>) {
    let width = 1 + body.len();
    let place = heading.place;
    let mut columns: BTreeMap<usize, Vec<Cell>> = BTreeMap::new();
    for (index, row) in std::iter::once(heading).chain(body).enumerate() {
        for cell in row.cells {
            columns.entry(cell.column).or_default().push(Cell { column: index, ..cell });
        }
    }
    let first = columns.remove(&0).unwrap_or_default();
    let rows = columns.into_values().map(|cells| {
        let place = cells.first().map_or(place, |cell| cell.place);
        Row { place, width, cells }
    });
    (Row { place, width, cells: first }, rows.collect())
}
