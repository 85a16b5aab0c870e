//! Tables of Markdown below headings, as wikis and note-taking programs write them: each becomes headings of its levels
//! with items below them. Its levels stand in the first column or in the first row; any other table stays as it is.

use super::super::line::{Line, lines};
use super::super::matrix::{Role, is_examples, level_name, noun};
use super::super::notice::Notice;
use super::super::scale;
use super::mark::{Mark, Marked, marked};

const NAMES_COLUMN: &str = "This only names a column of the table, so it was left out.";
const RULE: &str = "A line that rules off rows of the table was left out.";
const NO_COLUMN: &str = "This stands below no heading of the table, so it was left out. Give it one.";
const EMPTY: &str = "Nothing stands below this in the table, so it was left out.";

type Marks<'a> = Vec<(Line<'a>, Marked<'a>)>;

/// Whether tables with levels stand below several headings. A document with one table alone is a matrix.
pub fn stand_below_headings(text: &str) -> bool {
    let lines: Vec<_> = lines(text).map(|line| (line, marked(line))).collect();
    let (mut at, mut below, mut count) = (0, false, 0);
    while at < lines.len() && count < 2 {
        below |= matches!(lines[at].1.mark, Mark::Heading(_));
        let table = Table::at(&lines, at);
        if table.as_ref().is_some_and(|table| table.levels.is_some()) && below {
            count += 1;
            below = false;
        }
        at += table.map_or(1, |table| table.length());
    }
    count > 1
}

/// The lines of an outline with headings and items instead of its tables.
pub fn without_tables<'a>(lines: Marks<'a>, left: &mut Vec<Notice>) -> Marks<'a> {
    let mut written = Vec::with_capacity(lines.len());
    let (mut at, mut depth) = (0, None);
    while at < lines.len() {
        if let Mark::Heading(found) = lines[at].1.mark {
            depth = Some(found);
        }
        let table = Table::at(&lines, at);
        let end = at + table.as_ref().map_or(1, Table::length);
        match (table.filter(|table| table.levels.is_some()), depth) {
            (Some(table), Some(depth)) => table.write(&mut Writing { depth: depth + 1, written: &mut written, left }),
            _ => written.extend_from_slice(&lines[at..end]),
        }
        at = end;
    }
    written
}

/// Where the levels of a table stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Levels {
    FirstColumn,
    /// In the first row, from this column on: what is left of it names competencies.
    FirstRow(usize),
}

struct Table<'a> {
    heading: Row<'a>,
    rule: Line<'a>,
    rows: Vec<Row<'a>>,
    levels: Option<Levels>,
}

struct Row<'a> {
    line: Line<'a>,
    cells: Vec<&'a str>,
}

impl<'a> Row<'a> {
    fn of(line: Line<'a>) -> Option<Self> {
        let inside = line.text.strip_prefix('|').filter(|_| line.indent == 0)?;
        let inside = inside.strip_suffix('|').unwrap_or(inside);
        let mut cells = Vec::new();
        let mut begin = 0;
        for (at, _) in inside.match_indices('|').filter(|(at, _)| !inside[..*at].ends_with('\\')) {
            cells.push(inside[begin..at].trim());
            begin = at + 1;
        }
        cells.push(inside[begin..].trim());
        Some(Self { line, cells })
    }

    fn cell(&self, column: usize) -> &'a str {
        self.cells.get(column).copied().unwrap_or_default()
    }

    fn is_rule(&self) -> bool {
        let is_rule = |cell: &&str| cell.contains('-') && cell.chars().all(|sign| matches!(sign, '-' | ':' | ' '));
        self.cells.iter().all(is_rule)
    }
}

impl<'a> Table<'a> {
    /// The table that begins at a line.
    fn at(lines: &[(Line<'a>, Marked<'a>)], at: usize) -> Option<Self> {
        let first = lines[at].0.number;
        let heading = Row::of(lines[at].0)?;
        let follow = lines[at..].iter().zip(first..).skip(1).take_while(|((line, _), number)| line.number == *number);
        let mut rows = follow.map_while(|((line, _), _)| Row::of(*line));
        let rule = rows.next().filter(Row::is_rule)?.line;
        let rows: Vec<_> = rows.collect();
        let levels = levels(&heading, &rows).filter(|_| !rows.is_empty());
        Some(Self { heading, rule, rows, levels })
    }

    fn length(&self) -> usize {
        self.rows.len() + 2
    }

    fn write(self, writing: &mut Writing<'_, 'a>) {
        writing.leave(self.rule, self.rule.text, RULE);
        for row in &self.rows {
            for cell in row.cells.iter().skip(self.heading.cells.len()) {
                writing.leave(row.line, cell, NO_COLUMN);
            }
        }
        match self.levels {
            Some(Levels::FirstRow(first)) => self.across(first, writing),
            _ => self.down(writing),
        }
    }

    /// A row for each competency, or one for all, and a column for each level.
    fn across(&self, first: usize, writing: &mut Writing<'_, 'a>) {
        let columns = first..self.heading.cells.len();
        let named =
            self.rows.iter().any(|row| row.cells[..first.min(row.cells.len())].iter().any(|cell| !cell.is_empty()));
        (0..first).for_each(|column| writing.leave(self.heading.line, self.heading.cell(column), NAMES_COLUMN));
        for row in &self.rows {
            (0..first).for_each(|column| writing.head(row.line, row.cell(column), 0));
            for column in columns.clone().filter(|column| !row.cell(*column).is_empty()) {
                writing.head(row.line, self.heading.cell(column), u32::from(named));
                writing.items(row.line, row.cell(column), 0);
            }
        }
        for column in columns.filter(|column| self.rows.iter().all(|row| row.cell(*column).is_empty())) {
            writing.leave(self.heading.line, self.heading.cell(column), EMPTY);
        }
    }

    /// A row for each level: beside it what is said of it, statements and their examples. Several columns of statements
    /// are those of several competencies.
    fn down(&self, writing: &mut Writing<'_, 'a>) {
        let columns = 1..self.heading.cells.len();
        let said = |column: &usize| noun(self.heading.cell(*column)) == Some(Role::Summary);
        let illustrates = |column: &usize| is_examples(self.heading.cell(*column));
        let states: Vec<_> = columns.clone().filter(|column| !illustrates(column) && !said(column)).collect();
        // A description alone is what the level states.
        let states =
            if states.is_empty() { columns.clone().filter(|column| !illustrates(column)).collect() } else { states };
        for column in
            std::iter::once(0).chain(columns.clone()).filter(|column| states.len() < 2 || !states.contains(column))
        {
            writing.leave(self.heading.line, self.heading.cell(column), NAMES_COLUMN);
        }
        for (index, column) in states.iter().enumerate() {
            if states.len() > 1 {
                writing.head(self.heading.line, self.heading.cell(*column), 0);
            }
            let beside = columns.clone().filter(|column| index == 0 && !states.contains(column));
            let (examples, texts): (Vec<_>, Vec<_>) = beside.partition(illustrates);
            for row in &self.rows {
                let is_said = index == 0 || !row.cell(*column).is_empty();
                writing.head(row.line, if is_said { row.cell(0) } else { "" }, u32::from(states.len() > 1));
                texts.iter().for_each(|column| writing.say(row.line, row.cell(*column)));
                writing.items(row.line, row.cell(*column), 0);
                examples.iter().for_each(|column| writing.items(row.line, row.cell(*column), 1));
            }
        }
    }
}

fn levels(heading: &Row<'_>, rows: &[Row<'_>]) -> Option<Levels> {
    let is_level = |cell: &&str| scale::step(cell).is_some() || level_name::rank(cell).is_some();
    let named = |cells: &[&str]| cells.len() > 1 && cells.iter().all(is_level);
    if named(&heading.cells) {
        return Some(Levels::FirstRow(0));
    }
    if heading.cells.get(1..).is_some_and(named) {
        return Some(Levels::FirstRow(1));
    }
    let first: Vec<_> = rows.iter().map(|row| row.cell(0)).filter(|cell| !cell.is_empty()).collect();
    let called = level_name::is_kind(heading.cell(0)) && first.len() > 1;
    (heading.cells.len() > 1 && (called || named(&first))).then_some(Levels::FirstColumn)
}

/// The lines that come of a table.
struct Writing<'w, 'a> {
    /// Of the headings of the table.
    depth: u32,
    written: &'w mut Marks<'a>,
    left: &'w mut Vec<Notice>,
}

impl<'a> Writing<'_, 'a> {
    fn head(&mut self, line: Line<'a>, cell: &'a str, deeper: u32) {
        let line = Line { text: cell, ..line };
        if !cell.is_empty() {
            self.written.push((line, Marked { mark: Mark::Heading(self.depth + deeper), ..marked(line) }));
        }
    }

    fn say(&mut self, line: Line<'a>, cell: &'a str) {
        let line = Line { text: cell, ..line };
        if !cell.is_empty() {
            self.written.push((line, Marked { mark: Mark::Plain, code: None, text: cell }));
        }
    }

    /// The lines of a cell, `deeper` for those that belong to the ones before.
    fn items(&mut self, line: Line<'a>, cell: &'a str, deeper: u32) {
        let lines = cell.split("<br>").flat_map(|text| text.split("<br/>")).flat_map(|text| text.split("<br />"));
        for text in lines.map(str::trim).filter(|text| !text.is_empty()) {
            let line = Line { text, indent: 4 * deeper, ..line };
            self.written.push((line, Marked { mark: Mark::Item, ..marked(line) }));
        }
    }

    fn leave(&mut self, line: Line<'a>, text: &str, why: &str) {
        if !text.is_empty() {
            self.left.push(Notice::note(line.place(), why).quoting(text));
        }
    }
}
