//! A document as rows of cells, each cell with its place. Blank rows and blank cells are not kept, so that a table of
//! nothing but delimiters weighs nothing.

use crate::import::notice::{Notice, Place};

use super::delimiter::Delimiter;
use super::scanner::{Scanned, Scanner};

/// The most cells that a table may have.
pub const MOST_CELLS: usize = 400_000;

const RULE: &str = "Left out: a line that rules off rows.";

pub struct Table {
    pub delimiter: Delimiter,
    /// Those that say something.
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub place: Place,
    /// How many cells it has, the blank ones too.
    pub width: usize,
    /// Those that say something, from left to right; never empty.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// From 0.
    pub column: usize,
    pub place: Place,
    /// Without blanks at either end; never empty.
    pub text: String,
}

impl Table {
    /// Reads the whole text. A table that is too large gives an error.
    pub fn read(text: &str, delimiter: Delimiter, notices: &mut Vec<Notice>) -> Option<Self> {
        let mut scanner = Scanner::of(text, delimiter);
        let mut rows = Vec::new();
        let mut count = 0;
        while let Some(row) = row(&mut scanner, delimiter, notices) {
            count += row.cells.len();
            if count > MOST_CELLS {
                notices.push(too_large(row.place));
                return None;
            }
            if delimiter == Delimiter::Bar && row.cells.iter().all(|cell| is_rule(&cell.text)) {
                let rule: Vec<_> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
                if !rule.is_empty() {
                    notices.push(Notice::note(row.place, RULE).quoting(rule.join(" | ")));
                }
            } else if !row.cells.is_empty() {
                rows.push(row);
            }
        }
        Some(Self { delimiter, rows })
    }

    /// The number of columns that most rows of several cells reach; 0 where no row has several.
    pub fn span(&self) -> usize {
        let mut spans: Vec<_> = self.rows.iter().filter(|row| row.cells.len() > 1).map(Row::span).collect();
        spans.sort_unstable();
        let of_same = spans.chunk_by(|one, other| one == other);
        of_same.max_by_key(|same| same.len()).and_then(|same| same.first()).copied().unwrap_or(0)
    }
}

impl Row {
    /// The number of columns up to the last one that says something.
    pub fn span(&self) -> usize {
        self.cells.last().map_or(0, |cell| cell.column + 1)
    }

    pub fn cell(&self, column: usize) -> Option<&Cell> {
        let index = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(index)
    }

    /// The words of a cell; none where it is blank.
    pub fn text(&self, column: usize) -> &str {
        self.cell(column).map_or("", |cell| cell.text.as_str())
    }

    /// A row of Markdown has a bar at its beginning and its end, which part it from nothing.
    fn take_edges_off(&mut self) {
        if self.width > 2 && self.cells.first().is_some_and(|cell| cell.column > 0) && self.span() < self.width {
            self.width -= 2;
            self.cells.iter_mut().for_each(|cell| cell.column -= 1);
        }
    }

    /// Leaves each cell out.
    pub fn leave(self, why: &str, notices: &mut Vec<Notice>) {
        self.cells.into_iter().for_each(|cell| cell.leave(why, notices));
    }
}

impl Cell {
    /// Leaves the cell out.
    pub fn leave(self, why: &str, notices: &mut Vec<Notice>) {
        notices.push(Notice::note(self.place, why).quoting(self.text));
    }
}

/// What is said of a table that is too large.
pub fn too_large(place: Place) -> Notice {
    Notice::error(place, format!("The table has more than {MOST_CELLS} cells, which is more than is read. Split it."))
}

/// The next row, also a blank one.
fn row(scanner: &mut Scanner<'_>, delimiter: Delimiter, notices: &mut Vec<Notice>) -> Option<Row> {
    let mut row: Option<Row> = None;
    while let Some(Scanned { place, text, ends_row }) = scanner.cell(notices) {
        let row = row.get_or_insert(Row { place: Place::line(place.line), width: 0, cells: Vec::new() });
        let text = if delimiter == Delimiter::Bar { text.replace("<br>", "\n") } else { text };
        let text = text.trim();
        if !text.is_empty() {
            row.cells.push(Cell { column: row.width, place, text: text.to_owned() });
        }
        row.width += 1;
        if ends_row {
            break;
        }
    }
    let mut row = row?;
    if delimiter == Delimiter::Bar {
        row.take_edges_off();
    }
    Some(row)
}

/// Whether a cell of a Markdown table is the line below its heading.
fn is_rule(text: &str) -> bool {
    text.contains("--") && text.chars().all(|character| matches!(character, '-' | ':' | ' '))
}
