//! The parts of a table: what stands above its heading, the heading, the rows below it, and what trails them.

use crate::import::notice::Notice;

use super::column::Columns;
use super::delimiter::Delimiter;
use super::level_name;
use super::table::{Cell, Row, Table};

/// A heading stands within so many rows.
const DEEPEST_HEADING: usize = 40;

/// A cell of so few words, naming a level, below a table's last row is a heading that was carried there.
const FEW_WORDS: usize = 2;

const AGAIN: &str = "Left out: the heading again.";

pub struct Layout {
    pub delimiter: Delimiter,
    /// Titles and furniture.
    pub above: Vec<Row>,
    pub heading: Row,
    pub body: Vec<Row>,
    /// Furniture.
    pub below: Vec<Row>,
}

impl Layout {
    /// The parts of a table; none where no row has several cells.
    pub fn of(table: Table) -> Option<Self> {
        let span = table.span();
        let index = heading(&table, span)?;
        let Table { delimiter, rows: mut above } = table;
        let mut body = above.split_off(index);
        let mut heading = body.remove(0);
        take_margin_off(&mut heading, &mut body);
        give_corner(&mut heading, &body);
        heading.width = heading.span();
        let furniture = body.len() - trailing(&heading, &body);
        let below = body.split_off(furniture);
        Some(Self { delimiter, above, heading, body, below })
    }

    /// Takes out rows that state the heading again, as tables on several pages do.
    pub fn leave_headings(&mut self, notices: &mut Vec<Notice>) {
        let texts = |row: &Row| row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
        let heading = texts(&self.heading);
        for row in self.body.extract_if(.., |row| row.cells.len() > 1 && texts(row) == heading) {
            row.leave(AGAIN, notices);
        }
    }

    /// Takes out cells that stand below no heading, and tells of each row that has more or fewer cells than it.
    pub fn even_out(&mut self, has_sections: bool, notices: &mut Vec<Notice>) {
        let wanted = self.heading.span();
        for row in &mut self.body {
            let surplus = row.cells.split_off(row.cells.partition_point(|cell| cell.column < wanted));
            if row.width < wanted && !(has_sections && row.cells.len() == 1) {
                notices.push(Notice::warning(row.place, too_few(row.width, wanted, self.delimiter)));
            }
            let found = surplus.last().map_or(0, |cell| cell.column + 1);
            for cell in surplus {
                let text = too_many(found, wanted, self.delimiter);
                notices.push(Notice::warning(cell.place, text).quoting(cell.text));
            }
        }
        self.body.retain(|row| !row.cells.is_empty());
    }
}

/// The first row as full as most, or else the first of several cells.
fn heading(table: &Table, span: usize) -> Option<usize> {
    let several = |row: &Row| row.cells.len() > 1;
    let mut rows = table.rows.iter().take(DEEPEST_HEADING);
    let is_full = |row: &Row| row.span() >= span && row.cells.len() * 2 >= row.span();
    let lost_corner =
        |row: &Row| row.span() + 1 == span && row.cells.iter().all(|cell| level_name::rank(&cell.text).is_some());
    let full = rows.position(|row| several(row) && (is_full(row) || lost_corner(row)));
    full.or_else(|| table.rows.iter().position(several))
}

/// Moves a table that begins some columns from the left.
fn take_margin_off(heading: &mut Row, body: &mut [Row]) {
    let first = |row: &Row| row.cells.first().map(|cell| cell.column);
    let Some(margin) = std::iter::once(&*heading).chain(&*body).filter_map(first).min() else { return };
    for row in std::iter::once(heading).chain(body) {
        row.width -= margin;
        row.cells.iter_mut().for_each(|cell| cell.column -= margin);
    }
}

/// Moves a heading to the right that lost the blank cell above the competencies, as pasted cells do.
fn give_corner(heading: &mut Row, body: &[Row]) {
    let starts_with_level =
        heading.cells.first().is_some_and(|cell| cell.column == 0 && level_name::rank(&cell.text).is_some());
    let longer = body.iter().filter(|row| row.span() == heading.span() + 1).count();
    if starts_with_level && longer > 0 && longer * 2 >= body.len() {
        heading.cells.iter_mut().for_each(|cell| cell.column += 1);
    }
}

/// How many rows at the end are none of the table's.
fn trailing(heading: &Row, body: &[Row]) -> usize {
    let columns = Columns::of(heading, &[]);
    let levels = columns.end.saturating_sub(columns.start());
    body.iter().rev().take_while(|row| is_furniture(row, columns.start(), levels)).count()
}

fn is_furniture(row: &Row, start: usize, levels: usize) -> bool {
    let (labels, beside): (Vec<&Cell>, Vec<&Cell>) = row.cells.iter().partition(|cell| cell.column < start);
    match (labels.as_slice(), beside.as_slice()) {
        ([label], []) => level_name::rank(&label.text).is_none(),
        ([] | [_], [cell]) => {
            levels > 2
                && cell.text.split_whitespace().count() <= FEW_WORDS
                && level_name::rank(&cell.text).is_some()
                && labels.iter().all(|label| level_name::rank(&label.text).is_none())
        }
        _ => false,
    }
}

fn too_few(found: usize, wanted: usize, delimiter: Delimiter) -> String {
    let missing = match wanted - found {
        1 => format!("Add the missing cell, or {} to leave it empty.", delimiter.name()),
        _ => format!("Add the missing cells, or {} for each to leave it empty.", delimiter.name()),
    };
    let noun = if found == 1 { "cell" } else { "cells" };
    format!("This row has {found} {noun} but the heading has {wanted}. {missing}")
}

fn too_many(found: usize, wanted: usize, delimiter: Delimiter) -> String {
    let within = if delimiter.stands_in_prose() {
        format!(", or put a cell that holds {} in quotation marks", delimiter.name())
    } else {
        String::new()
    };
    format!(
        "This row has {found} cells but the heading has {wanted}, so this one stands below no heading and was left out. \
         Give it a heading, or take {} out{within}.",
        delimiter.name()
    )
}
