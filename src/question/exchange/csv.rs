//! A table of questions: a heading that names the columns, then a row for each. Any delimiter is read that spreadsheets
//! write; a comma is written.
//!
//! A spreadsheet runs a cell that begins with `=` and the like as a formula. Such a cell is written with an apostrophe
//! before it, which is taken off again when it is read.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::framework::{CompetencyId, Question};

use super::{Remark, Rows, Spot};
use crate::question::written::{MINUTES, Part, Written};

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// What makes a spreadsheet take a cell for a formula; some take the wide forms of East Asian keyboards, too.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

const GUARD: char = '\'';

/// Stands where a letter could not be read.
const UNREADABLE: char = '\u{fffd}';

/// The questions as a table, each with its competency. A mark at its beginning tells spreadsheets that it is UTF-8.
pub fn to_csv<'a>(questions: impl IntoIterator<Item = (Option<&'a CompetencyId>, &'a Question)>) -> String {
    let heading = Part::ALL.map(|part| part.name().to_owned());
    let rows = questions.into_iter().map(|(competency, question)| row(&Written::of(competency, question)));
    let lines = std::iter::once(heading).chain(rows).map(|cells| cells.map(|text| cell(&text)).join(",") + "\r\n");
    std::iter::once("\u{feff}".to_owned()).chain(lines).collect()
}

fn row(written: &Written) -> [String; 10] {
    Part::ALL.map(|part| match part {
        Part::Id => written.id.clone(),
        Part::Competency => written.competency.clone(),
        Part::Kind => written.kind.clone(),
        Part::Minutes => written.minutes.clone(),
        Part::Text => written.text.clone(),
        Part::Probes => written.probes.join("\n"),
        Part::Strong => written.strong.clone(),
        Part::Weak => written.weak.clone(),
        Part::Criteria => written.criteria.join(" "),
        Part::Tags => written.tags.join("; "),
    })
}

fn cell(text: &str) -> String {
    let text = guarded(text);
    let quoted = text.contains(['"', ',', ';', '\t', '|', '\n']) || text.starts_with(' ') || text.ends_with(' ');
    if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

fn guarded(text: &str) -> String {
    if is_formula(text) { format!("{GUARD}{text}") } else { text.to_owned() }
}

fn unguarded(text: &str) -> &str {
    text.strip_prefix(GUARD).filter(|text| is_formula(text)).unwrap_or(text)
}

/// Whether a spreadsheet would run it, or it looks as if it had been guarded.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches(GUARD).starts_with(FORMULA)
}

/// Reads a table.
pub(super) fn read(text: &str) -> Rows {
    let mut rows = Rows::default();
    let Some((delimiter, columns)) = heading(text) else {
        let names = Part::ALL.map(Part::name).join(", ");
        rows.refused.push(Remark::at(
            Spot::Line(1),
            format!("the first line does not name the columns. Write them there: {names}."),
        ));
        return rows;
    };
    let mut table = Table::of(text, delimiter);
    let first = table.next().map_or(1, |row| row.line);
    missing(&columns, Spot::Line(first), &mut rows);
    for name in columns.iter().filter_map(|column| column.as_ref().err()).filter(|name| !name.is_empty()) {
        let text = format!("the column “{name}” is not known, so it was left out.");
        rows.notes.push(Remark::at(Spot::Line(first), text));
    }
    if rows.refused.is_empty() {
        table.for_each(|row| take(row, &columns, &mut rows));
    }
    rows
}

/// The name of each column: a part, or what stands there instead.
type Columns = Vec<Result<Part, String>>;

/// The delimiter with which the first line names the most columns, if it names any.
fn heading(text: &str) -> Option<(u8, Columns)> {
    let named = |columns: &Columns| columns.iter().filter(|column| column.is_ok()).count();
    let all = DELIMITERS.into_iter().filter_map(|delimiter| {
        let columns: Columns = Table::of(text, delimiter).next()?.cells.iter().map(|name| column(name)).collect();
        Some((named(&columns), delimiter, columns))
    });
    // The first of those that name as many.
    let best = all.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.filter(|(named, ..)| *named > 0).map(|(_, delimiter, columns)| (delimiter, columns))
}

fn column(name: &str) -> Result<Part, String> {
    let lower = name.to_lowercase();
    let known = |part: &Part| part.name() == lower || (*part == Part::Text && lower == "text");
    Part::ALL.into_iter().find(known).ok_or_else(|| name.to_owned())
}

fn missing(columns: &Columns, spot: Spot, rows: &mut Rows) {
    for part in [Part::Text, Part::Kind, Part::Criteria] {
        if !columns.contains(&Ok(part)) {
            let text = format!("there is no column “{}”. Add one, with a cell in every row.", part.name());
            rows.refused.push(Remark::at(spot, text));
        }
    }
    for part in Part::ALL.into_iter().filter(|part| columns.iter().filter(|known| **known == Ok(*part)).count() > 1) {
        let text = format!("the column “{}” stands there twice. Take one of the two out.", part.name());
        rows.refused.push(Remark::at(spot, text));
    }
}

fn take(row: Row, columns: &Columns, rows: &mut Rows) {
    let spot = Spot::Line(row.line);
    if row.is_open {
        let text = "a quotation mark in this row has no other at its end, so nothing from here on was taken. Close it, or take it away.";
        return rows.refused.push(Remark::at(spot, text));
    }
    if row.cells.iter().all(String::is_empty) {
        return;
    }
    if row.cells.iter().skip(columns.len()).any(|cell| !cell.is_empty()) {
        let (cells, names) = (row.cells.len(), columns.len());
        let text = format!(
            "this row has {cells} cells but the heading has {names}. Put a text with a delimiter in it into quotation marks, or take the last cells away."
        );
        return rows.refused.push(Remark::at(spot, text));
    }
    if row.cells.iter().any(|cell| cell.contains(UNREADABLE)) {
        let text = "this row has letters that are not UTF-8. Save the table as “CSV UTF-8”, then import it again.";
        return rows.refused.push(Remark::at(spot, text));
    }
    rows.written.push((spot, written(&row, columns)));
}

fn written(row: &Row, columns: &Columns) -> Written {
    let cell = |part: Part| {
        let index = columns.iter().position(|column| *column == Ok(part));
        let cell = index.and_then(|index| row.cells.get(index));
        cell.map(|cell| unguarded(cell)).unwrap_or_default()
    };
    let one = |part| cell(part).to_owned();
    let several = |part, between: &[char]| cell(part).split(between).map(str::to_owned).collect();
    let minutes = Some(one(Part::Minutes)).filter(|minutes| !minutes.is_empty());
    Written {
        id: one(Part::Id),
        competency: one(Part::Competency),
        kind: one(Part::Kind),
        minutes: minutes.unwrap_or_else(|| MINUTES.to_string()),
        text: one(Part::Text),
        probes: several(Part::Probes, &['\n']),
        strong: one(Part::Strong),
        weak: one(Part::Weak),
        criteria: several(Part::Criteria, &[' ', '\n', ';', ',']),
        tags: several(Part::Tags, &[';']),
    }
}

/// A row with the line at which it begins.
struct Row {
    line: u32,
    /// Without blanks at either end.
    cells: Vec<String>,
    /// Whether the text ended within quotation marks.
    is_open: bool,
}

/// The rows of a text, one after the other.
struct Table<'a> {
    rest: &'a str,
    line: u32,
    reader: Reader,
    buffer: Vec<u8>,
}

impl<'a> Table<'a> {
    fn of(text: &'a str, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { rest: text, line: 1, reader, buffer: vec![0; 1024] }
    }

    fn pass(&mut self, length: usize) {
        let (passed, rest) = self.rest.split_at(length);
        let breaks = passed.bytes().filter(|byte| *byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.rest = rest;
    }

    /// The next cell: how long it is in the text, what it says, whether the row ends with it.
    fn cell(&mut self, begin: usize) -> Option<(usize, String, bool)> {
        let (mut length, mut written) = (0, 0);
        loop {
            let bytes = &self.rest.as_bytes()[begin + length..];
            let (result, taken, given) = self.reader.read_field(bytes, &mut self.buffer[written..]);
            length += taken;
            written += given;
            match result {
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => self.buffer.resize(self.buffer.len() * 2, 0),
                ReadFieldResult::Field { record_end } => {
                    let text = String::from_utf8_lossy(&self.buffer[..written]);
                    return Some((length, text.trim().to_owned(), record_end));
                }
                ReadFieldResult::End => return None,
            }
        }
    }
}

impl Iterator for Table<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let blank = self.rest.len() - self.rest.trim_start_matches('\n').len();
        self.pass(blank);
        if self.rest.is_empty() {
            return None;
        }
        let (line, mut length, mut cells) = (self.line, 0, Vec::new());
        while let Some((taken, text, ends)) = self.cell(length) {
            length += taken;
            cells.push(text);
            if ends {
                break;
            }
        }
        let raw = &self.rest[..length];
        // Marks come in pairs, doubled ones too.
        let marks = raw.bytes().filter(|byte| *byte == b'"').count();
        let is_open = !marks.is_multiple_of(2) && length == self.rest.len() && raw.trim_end().contains('\n');
        self.pass(length);
        Some(Row { line, cells, is_open })
    }
}
