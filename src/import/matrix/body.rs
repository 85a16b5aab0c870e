//! The rows of a table whose levels lie across become competencies: each cell goes where its column says, and one that
//! stands nowhere is left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::draft::{Draft, DraftCompetency, DraftExpectation, DraftLevel, DraftQuestion};
use crate::import::line::lines;
use crate::import::notice::Notice;

use super::cell;
use super::column::{Columns, Role, noun};
use super::level_name;
use super::table::{Cell, Row};

pub const NAMES_COLUMN: &str = "Left out: it only names a column or row that is no level.";
const OF_LEVELS: &str = "Left out: it stands beside what is said of the levels.";
const NO_LEVEL: &str = "Left out: no level is named for it.";
const NOTHING: &str = "Left out: it says that nothing is expected here.";
const UNTITLED: &str = "Untitled competency";

pub struct Body<'a> {
    columns: Columns,
    /// What the columns are called; those of levels too.
    headings: BTreeMap<usize, String>,
    /// The level of each column that has one.
    levels: BTreeMap<usize, usize>,
    /// The group that each column of groups last named.
    groups: BTreeMap<usize, String>,
    /// The heading within the table that stands above the rows in hand.
    section: Option<String>,
    /// Columns without a heading that were told of.
    told: BTreeSet<usize>,
    draft: &'a mut Draft,
    notices: &'a mut Vec<Notice>,
}

impl<'a> Body<'a> {
    /// Takes the heading in, and gives the draft its levels.
    pub fn below(heading: Row, rows: &[Row], draft: &'a mut Draft, notices: &'a mut Vec<Notice>) -> Self {
        let columns = Columns::of(&heading, rows);
        let headings = heading.cells.iter().map(|cell| (cell.column, cell.text.clone())).collect();
        let place = heading.place;
        let (levels, beside) = heading.cells.into_iter().partition(|cell| columns.role(cell.column).is_none());
        let mut body = Self {
            columns,
            headings,
            levels: BTreeMap::new(),
            groups: BTreeMap::new(),
            section: None,
            told: BTreeSet::new(),
            draft,
            notices,
        };
        body.name_levels(levels);
        for cell in beside {
            if body.draft.title.is_empty() && noun(&cell.text).is_none() && !level_name::is_kind(&cell.text) {
                let (title, summary) = first_line(cell.text);
                body.draft.title = title;
                summary.into_iter().for_each(|text| append(&mut body.draft.summary, text));
            } else {
                cell.leave(NAMES_COLUMN, body.notices);
            }
        }
        let names: Vec<_> = body.draft.levels.iter().map(|level| level.name.as_str()).collect();
        if level_name::is_falling(&names) {
            let last = names.len() - 1;
            body.draft.levels.reverse();
            body.levels.values_mut().for_each(|level| *level = last - *level);
            let text = "The levels stand from the highest to the lowest here; they were put in order.";
            body.notices.push(Notice::note(place, text));
        }
        body
    }

    /// A column without a heading, right of a level, belongs to that level, as below a merged cell.
    fn name_levels(&mut self, cells: Vec<Cell>) {
        let mut cells = cells.into_iter().peekable();
        for column in self.columns.start()..self.columns.end {
            if let Some(cell) = cells.next_if(|cell| cell.column == column) {
                let (name, summary) = first_line(cell.text);
                self.draft.levels.push(DraftLevel { name, within: None, summary });
            }
            if let Some(level) = self.draft.levels.len().checked_sub(1) {
                self.levels.insert(column, level);
            }
        }
    }

    /// Takes the rows in. With `has_sections` a row of one cell is a heading for those below it.
    pub fn take(mut self, rows: Vec<Row>, has_sections: bool) {
        let mut rows = rows.into_iter().peekable();
        while let Some(row) = rows.next_if(|row| self.is_of_levels(row)) {
            self.summaries(row);
        }
        for row in rows {
            match <[Cell; 1]>::try_from(row.cells) {
                Ok([cell]) if has_sections && self.is_section(&cell) => self.begin_section(cell),
                Ok(cell) => self.row(cell.into()),
                Err(cells) => self.row(cells),
            }
        }
    }

    /// Whether a row says what the levels are: it comes first, and has no name, or one that says so.
    fn is_of_levels(&self, row: &Row) -> bool {
        let mut labels = row.cells.iter().take_while(|cell| cell.column < self.columns.start()).peekable();
        if labels.peek().is_none() {
            return self.draft.levels.iter().all(|level| level.summary.is_none());
        }
        labels.all(|label| {
            let says_so = noun(&label.text) == Some(Role::Summary) || level_name::is_kind(&label.text);
            says_so && !label.text.contains(char::is_whitespace)
        })
    }

    fn summaries(&mut self, row: Row) {
        for cell in row.cells {
            match self.levels.get(&cell.column).and_then(|level| self.draft.levels.get_mut(*level)) {
                Some(level) if !cell::says_nothing(&cell.text) => append(&mut level.summary, cell.text),
                _ => cell.leave(OF_LEVELS, self.notices),
            }
        }
    }

    fn is_section(&self, cell: &Cell) -> bool {
        self.columns.role(cell.column) == Some(Role::Title)
            && cell.column < self.columns.start()
            && !self.columns.before.contains(&Role::Group)
    }

    fn begin_section(&mut self, cell: Cell) {
        let text = "Nothing stands beside this, so it was taken for a heading of the rows below, and noted with each. If it \
                    is a competency, say in one of its cells what it expects.";
        self.notices.push(Notice::note(cell.place, text).quoting(cell.text.clone()));
        self.section = Some(cell.text);
    }

    fn row(&mut self, cells: Vec<Cell>) {
        let (mut labels, beside): (Vec<_>, Vec<_>) =
            cells.into_iter().partition(|cell| cell.column < self.columns.start());
        // A competency without a name bears its group's, or its code.
        let names = [Role::Title, Role::Group, Role::Code];
        let name =
            names.iter().find_map(|role| labels.iter().position(|cell| self.columns.role(cell.column) == Some(*role)));
        match name {
            Some(index) => {
                let cell = labels.remove(index);
                self.begin(cell);
            }
            None => self.go_on(beside.first().or(labels.first())),
        }
        let Some(mut competency) = self.draft.competencies.pop() else { return };
        labels.into_iter().chain(beside).for_each(|cell| self.cell(cell, &mut competency));
        if name.is_some() {
            let groups = self.groups.iter().map(|(column, group)| match self.headings.get(column) {
                Some(heading) => format!("{heading}: {group}"),
                None => group.clone(),
            });
            competency.notes.splice(0..0, self.section.clone().into_iter().chain(groups));
        }
        self.draft.competencies.push(competency);
    }

    fn begin(&mut self, cell: Cell) {
        if self.columns.role(cell.column) == Some(Role::Group) {
            self.groups.insert(cell.column, cell.text.clone());
        }
        let (title, summary) = first_line(cell.text);
        self.add(title, summary);
    }

    fn add(&mut self, title: String, summary: Option<String>) {
        let at = |level| DraftExpectation { level, ..DraftExpectation::default() };
        let expectations = (0..self.draft.levels.len()).map(at).collect();
        self.draft.competencies.push(DraftCompetency { title, summary, expectations, ..DraftCompetency::default() });
    }

    /// A row without a name belongs to the competency above.
    fn go_on(&mut self, first: Option<&Cell>) {
        let Some(place) = first.map(|cell| cell.place) else { return };
        if let Some(last) = self.draft.competencies.last() {
            let text = format!("No competency is named here, so this was taken for more of “{}”.", last.title);
            self.notices.push(Notice::note(place, text));
        } else {
            let text = format!("No competency is named here; “{UNTITLED}” stands for its name. Give it one.");
            self.notices.push(Notice::warning(place, text));
            self.add(UNTITLED.to_owned(), None);
        }
    }

    fn cell(&mut self, cell: Cell, competency: &mut DraftCompetency) {
        let each = |text: &str| lines(text).map(|line| line.item().unwrap_or(line.text).to_owned()).collect::<Vec<_>>();
        match self.columns.role(cell.column) {
            None => self.statements(cell, competency),
            Some(Role::Group) => {
                self.groups.insert(cell.column, cell.text);
            }
            Some(Role::Title | Role::Summary) => append(&mut competency.summary, cell.text),
            Some(Role::Code) if competency.code.is_none() => competency.code = Some(cell.text),
            Some(Role::Code | Role::Notes) => competency.notes.push(match self.headings.get(&cell.column) {
                Some(heading) => format!("{heading}: {}", cell.text),
                None => cell.text,
            }),
            Some(Role::Evidence) => competency.evidence.extend(each(&cell.text)),
            Some(Role::Questions) => {
                let questions = each(&cell.text).into_iter();
                competency.questions.extend(questions.map(|text| DraftQuestion { text, ..DraftQuestion::default() }));
            }
        }
    }

    fn statements(&mut self, cell: Cell, competency: &mut DraftCompetency) {
        let Some(level) = self.levels.get(&cell.column).copied() else { return cell.leave(NO_LEVEL, self.notices) };
        if !self.headings.contains_key(&cell.column) && self.told.insert(cell.column) {
            let name = self.draft.levels.get(level).map_or("", |level| level.name.as_str());
            let text = format!("No level is named for this cell, so it was taken for more of “{name}”.");
            self.notices.push(Notice::note(cell.place, text));
        }
        if cell::says_nothing(&cell.text) {
            cell.leave(NOTHING, self.notices);
        } else {
            competency.at(level).criteria.extend(cell::criteria(&cell.text));
        }
    }
}

/// A name, and what stands on the lines below it.
pub fn first_line(text: String) -> (String, Option<String>) {
    match text.split_once('\n') {
        Some((first, rest)) => (first.trim().to_owned(), Some(rest.trim().to_owned())),
        None => (text, None),
    }
}

/// Adds a paragraph.
pub fn append(summary: &mut Option<String>, text: String) {
    match summary {
        Some(summary) => {
            summary.push('\n');
            summary.push_str(&text);
        }
        None => *summary = Some(text),
    }
}
