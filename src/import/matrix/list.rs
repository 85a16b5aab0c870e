//! Tables of one statement a row, with its level and its competency beside it. Which column holds what is told by the
//! headings, and by how often what stands in a column stands there again.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::grid::{Grid, Heading, Statement};
use crate::import::line::lines;
use crate::import::notice::Notice;

use super::cell;
use super::column::{Role, noun};
use super::level_name;
use super::orientation::is_list;
use super::table::{Cell, Row};

/// No scale has more steps, unless a heading says that they are steps.
const MOST_LEVELS: usize = 12;

/// Headings above examples.
const EXAMPLES: [&str; 9] =
    ["example", "examples", "e.g.", "beispiel", "beispiele", "exemple", "exemples", "ejemplo", "ejemplos"];

const NO_STATEMENT: &str = "Left out: this row states nothing.";
const NO_HEADING: &str = "Left out: it stands below no heading.";

/// Kinds of headings in the grid: that of levels, then one for each column.
const LEVEL: usize = 0;

/// The columns of such a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    level: usize,
    /// Groups and the competency, from the left.
    topics: Vec<usize>,
    statement: usize,
    /// Said of each competency.
    summary: Option<usize>,
    code: Option<usize>,
    examples: Option<usize>,
    /// Said of each statement.
    beside: Vec<usize>,
}

/// What was counted in a column.
struct Column {
    index: usize,
    cells: usize,
    distinct: usize,
    letters: usize,
}

impl Column {
    fn of(index: usize, body: &[Row]) -> Self {
        let texts: Vec<_> = body.iter().map(|row| row.text(index)).filter(|text| !text.is_empty()).collect();
        let distinct = texts.iter().collect::<BTreeSet<_>>().len();
        let letters = texts.iter().map(|text| text.chars().count()).sum();
        Self { index, cells: texts.len(), distinct, letters }
    }

    fn repeats(&self) -> bool {
        self.distinct < self.cells
    }

    fn is_nearly_unique(&self) -> bool {
        self.distinct * 5 >= self.cells * 4
    }

    fn width(&self) -> usize {
        self.letters * 10 / self.cells.max(1)
    }
}

impl List {
    /// The columns, if the table is such a list.
    pub fn of(heading: &Row, body: &[Row]) -> Option<Self> {
        let names_level = |cell: &Cell| level_name::rank(&cell.text).is_some();
        if heading.cells.len() < 3 || body.is_empty() || heading.cells.iter().any(names_level) {
            return None;
        }
        let columns: Vec<_> = heading.cells.iter().map(|cell| Column::of(cell.column, body)).collect();
        let said = is_list(heading);
        let level = columns.iter().find(|column| is_level(column, heading, body, said))?.index;
        let others = || columns.iter().filter(|column| column.index != level);
        let role = |column: &Column| noun(heading.text(column.index));
        let states = |column: &&Column| {
            let may = !matches!(role(column), Some(Role::Code | Role::Notes | Role::Evidence | Role::Questions));
            may && !is_examples(heading.text(column.index))
                && column.is_nearly_unique()
                && column.cells * 2 > body.len()
        };
        let widest = others().filter(states).max_by_key(|column| column.width())?;
        let topic = |column: &&Column| {
            let named = matches!(role(column), Some(Role::Title | Role::Group));
            column.index != widest.index && (named || (role(column).is_none() && column.repeats()))
        };
        let mut list = Self {
            level,
            topics: others().filter(topic).map(|column| column.index).collect(),
            statement: widest.index,
            summary: None,
            code: None,
            examples: None,
            beside: Vec::new(),
        };
        for column in others().filter(|column| column.index != list.statement) {
            let heading = heading.text(column.index);
            match role(column) {
                _ if list.topics.contains(&column.index) => {}
                _ if is_examples(heading) && list.examples.is_none() => list.examples = Some(column.index),
                Some(Role::Summary) if column.repeats() && list.summary.is_none() => list.summary = Some(column.index),
                Some(Role::Code) if !column.repeats() && list.code.is_none() => list.code = Some(column.index),
                // Two columns of texts are two competencies, and the rows levels.
                None if !said => return None,
                _ => list.beside.push(column.index),
            }
        }
        (!list.topics.is_empty()).then_some(list)
    }

    /// The rows as statements below headings. Rows that name no competency, or no level either, belong to the one above.
    pub fn grid(&self, heading: &Row, body: Vec<Row>, notices: &mut Vec<Notice>) -> Grid {
        let prefix = self.names_levels(&body).then(|| heading.text(self.level));
        let mut filling =
            Filling { list: self, heading, prefix, grid: Grid::default(), known: BTreeMap::new(), notices };
        filling.grid.scales.insert(LEVEL);
        let mut above: BTreeMap<usize, Cell> = BTreeMap::new();
        for row in body {
            let named = self.topics.iter().any(|column| row.cell(*column).is_some());
            if named {
                let first = self.topics.iter().position(|column| row.cell(*column).is_some()).unwrap_or(0);
                self.topics[first..].iter().for_each(|column| drop(above.remove(column)));
                above.remove(&self.level);
            }
            let kept = row.cells.iter().filter(|cell| cell.column == self.level || self.topics.contains(&cell.column));
            above.extend(kept.map(|cell| (cell.column, cell.clone())));
            filling.row(row, &above);
        }
        filling.grid
    }

    /// Whether levels of nothing but numbers bear the name of their column too.
    fn names_levels(&self, body: &[Row]) -> bool {
        body.iter().map(|row| row.text(self.level)).all(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Whether a heading's text goes into the names of the levels or stands before what is said beside the statements.
    pub fn keeps(&self, column: usize, body: &[Row]) -> bool {
        (column == self.level && self.names_levels(body)) || self.beside.contains(&column)
    }
}

fn is_level(column: &Column, heading: &Row, body: &[Row], said: bool) -> bool {
    let is_kind = level_name::is_kind(heading.text(column.index));
    if is_kind {
        return said || column.repeats();
    }
    let mut texts = body.iter().map(|row| row.text(column.index)).filter(|text| !text.is_empty());
    let few = column.distinct <= MOST_LEVELS && column.distinct * 2 <= column.cells;
    let named = |text: &str| level_name::rank(text).is_some() && text.contains(char::is_alphabetic);
    few && noun(heading.text(column.index)).is_none() && texts.all(named)
}

/// Whether a heading stands above examples.
pub fn is_examples(heading: &str) -> bool {
    EXAMPLES.contains(&heading.trim_end_matches(':').to_lowercase().as_str())
}

struct Filling<'a> {
    list: &'a List,
    heading: &'a Row,
    /// What levels of nothing but numbers are called.
    prefix: Option<&'a str>,
    grid: Grid,
    known: BTreeMap<(Option<usize>, usize, String), usize>,
    notices: &'a mut Vec<Notice>,
}

impl Filling<'_> {
    fn row(&mut self, row: Row, above: &BTreeMap<usize, Cell>) {
        let List { level, topics, statement, summary, code, examples, beside } = self.list;
        let mut below = None;
        for column in topics {
            if let Some(cell) = above.get(column) {
                below = Some(self.head(cell, below));
            }
        }
        let rung = above.get(level).map(|cell| self.head(cell, None));
        let mut said = Statement::default();
        let mut texts = Vec::new();
        let states = row.cell(*statement).is_some_and(|cell| !cell::says_nothing(&cell.text));
        for cell in row.cells {
            let column = cell.column;
            if column == *level || topics.contains(&column) {
                continue;
            }
            if *summary == Some(column)
                && let Some(topic) = below
            {
                let summary = &mut self.grid.headings[topic].summary;
                if summary.iter().all(|(_, text)| *text != cell.text) {
                    summary.push((cell.place, cell.text));
                }
            } else if !states {
                cell.leave(NO_STATEMENT, self.notices);
            } else if column == *statement {
                said.place = cell.place;
                texts = cell::criteria(&cell.text);
            } else if *examples == Some(column) {
                said.examples.extend(lines(&cell.text).map(|line| line.item().unwrap_or(line.text).to_owned()));
            } else if *code == Some(column) {
                said.code = Some(cell.text);
            } else if beside.contains(&column) {
                said.guidance.push(format!("{}: {}", self.heading.text(column), cell.text));
            } else {
                cell.leave(NO_HEADING, self.notices);
            }
        }
        said.below = below.into_iter().chain(rung).collect();
        let last = texts.pop();
        for text in texts {
            let (place, below) = (said.place, said.below.clone());
            let statement =
                Statement { place, below, text: text.text, examples: text.examples, ..Statement::default() };
            self.grid.statements.push(statement);
        }
        if let Some(last) = last {
            let examples = last.examples.into_iter().chain(said.examples).collect();
            self.grid.statements.push(Statement { text: last.text, examples, ..said });
        }
    }

    fn head(&mut self, cell: &Cell, parent: Option<usize>) -> usize {
        let kind = if cell.column == self.list.level { LEVEL } else { cell.column + 1 };
        let (grid, prefix) = (&mut self.grid, self.prefix);
        let key = (parent, kind, cell.text.to_lowercase());
        *self.known.entry(key).or_insert_with(|| {
            let words = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let words = match prefix.filter(|_| kind == LEVEL) {
                Some(prefix) => format!("{prefix} {words}"),
                None => words,
            };
            let place = cell.place;
            grid.head(Heading { place, words, parent, kind, shared: true, ..Heading::default() })
        })
    }
}
