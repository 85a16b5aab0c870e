//! A grid into a draft, once it is known which headings are levels. Each heading, each paragraph and each statement is
//! taken by exactly one branch; the last one of each leaves it out with a notice.

mod rungs;

use std::collections::BTreeMap;

use super::super::draft::{Draft, DraftCompetency, DraftCriterion};
use super::super::notice::{Notice, Place};
use super::ladder::Ladder;
use super::{Grid, Heading, Statement};
use crate::framework::Purpose;

use rungs::Rungs;

pub fn fill(mut grid: Grid, ladder: &Ladder, notices: &mut Vec<Notice>) -> Draft {
    let rungs = Rungs::of(&grid, ladder, notices);
    let topics = Topics::of(&grid, ladder);
    let mut statements = std::mem::take(&mut grid.statements);
    // Competencies come in the order of their headings, which statements that refer to them need not keep.
    statements.sort_by_cached_key(|statement| topics.key(&topics.among(&grid, &grid.above(statement))));
    let mut draft = Draft::new(Purpose::Matrix);
    draft.levels = rungs.levels.clone();
    if let Some(title) = topics.title {
        draft.title = grid.headings[title].words.clone();
    }
    let mut filling = Filling {
        grid: &grid,
        topics: &topics,
        rungs: &rungs,
        draft,
        known: BTreeMap::new(),
        groups: BTreeMap::new(),
        notices,
    };
    let mut levelless = Vec::new();
    for statement in statements {
        match filling.rungs.of_statement(&statement) {
            Some(level) => filling.state(statement, level),
            None => levelless.push(statement),
        }
    }
    levelless.into_iter().for_each(|statement| filling.remark(statement));
    let headings = (0..grid.headings.len()).collect::<Vec<_>>();
    headings.into_iter().for_each(|heading| filling.describe(heading));
    let mut draft = filling.draft;
    if draft.competencies.len() == 1 {
        draft.purpose = Purpose::Skill;
    }
    draft
}

/// Which headings name competencies.
struct Topics<'a> {
    ladder: &'a Ladder,
    /// The heading that stands above everything.
    title: Option<usize>,
    /// Kinds whose one heading stands below each of the others, and names nothing.
    furniture: Vec<bool>,
}

impl<'a> Topics<'a> {
    fn of(grid: &Grid, ladder: &'a Ladder) -> Self {
        let is_top = |heading: &Heading| heading.parent.is_none() && !heading.shared;
        let mut tops = grid.headings.iter().enumerate().filter(|(_, heading)| is_top(heading));
        let top = tops.next().map(|(index, _)| index).filter(|index| !ladder.is_level(*index));
        let title = top.filter(|_| tops.next().is_none());
        let kinds = grid.headings.iter().map(|heading| heading.kind + 1).max().unwrap_or(0);
        let mut names = vec![std::collections::BTreeSet::new(); kinds];
        for (index, heading) in grid.headings.iter().enumerate() {
            if Some(index) != title && !ladder.is_level(index) {
                names[heading.kind].insert(ladder.names[index]);
            }
        }
        let several = names.iter().any(|names| names.len() > 1);
        let again = |name: &usize| ladder.count[*name] > 1;
        let furniture = names.iter().map(|names| several && names.len() == 1 && names.iter().all(again)).collect();
        Self { ladder, title, furniture }
    }

    /// The names of these headings, which are those of one competency.
    fn key(&self, topics: &[usize]) -> Vec<usize> {
        topics.iter().map(|heading| self.ladder.names[*heading]).collect()
    }

    /// The headings among these that name a competency, from the outside.
    fn among(&self, grid: &Grid, above: &[usize]) -> Vec<usize> {
        let names = |heading: &&usize| {
            Some(**heading) != self.title
                && !self.ladder.is_level(**heading)
                && !self.furniture[grid.headings[**heading].kind]
        };
        above.iter().filter(names).copied().collect()
    }
}

struct Filling<'a> {
    grid: &'a Grid,
    topics: &'a Topics<'a>,
    rungs: &'a Rungs,
    draft: Draft,
    /// The competency of each row of names.
    known: BTreeMap<Vec<usize>, usize>,
    /// The first competency of each beginning of such a row.
    groups: BTreeMap<Vec<usize>, usize>,
    notices: &'a mut Vec<Notice>,
}

impl Filling<'_> {
    fn key(&self, topics: &[usize]) -> Vec<usize> {
        self.topics.key(topics)
    }

    fn state(&mut self, statement: Statement, level: usize) {
        let topics = self.topics.among(self.grid, &self.grid.above(&statement));
        let key = self.key(&topics);
        let next = self.draft.competencies.len();
        let index = *self.known.entry(key.clone()).or_insert(next);
        if index == next {
            for length in 0..key.len() {
                self.groups.entry(key[..length].to_vec()).or_insert(index);
            }
            self.draft.competencies.push(competency(self.grid, &topics, &self.draft.title));
        }
        self.draft.competencies[index].at(level).criteria.push(criterion(statement));
    }

    /// A statement without a level is said of its competency, if that has others.
    fn remark(&mut self, statement: Statement) {
        let topics = self.topics.among(self.grid, &self.grid.above(&statement));
        let known = self.known.get(&self.key(&topics)).copied();
        let code = statement.code.map(|code| format!("{code} ")).unwrap_or_default();
        let text = format!("{code}{}", statement.text);
        let more = statement.examples.into_iter().chain(statement.guidance);
        if let Some(index) = known {
            let notes = &mut self.draft.competencies[index].notes;
            notes.push(text);
            notes.extend(more);
            return;
        }
        let why = "This stands below no level, so it was left out. If it is a statement, put it below one.";
        for piece in std::iter::once(text).chain(more) {
            self.notices.push(Notice::warning(statement.place, why).quoting(piece));
        }
    }

    /// Gives what is said of a heading to what came of it.
    fn describe(&mut self, heading: usize) {
        let Heading { place, words, code, summary, kind, .. } = &self.grid.headings[heading];
        let level = self.rungs.of_heading(heading);
        let above = self.above(heading);
        let topics = self.topics.among(self.grid, &above);
        let known = self.known.get(&self.key(&topics)).copied();
        let group = self.groups.get(&self.key(&topics)).copied().filter(|_| !topics.is_empty());
        if Some(heading) == self.topics.title {
            self.leave_code(*place, code.as_deref());
            let texts: Vec<_> = summary.iter().map(|(_, text)| text.as_str()).collect();
            add(&mut self.draft.summary, &texts.join("\n"));
        } else if self.topics.furniture[*kind] && level.is_none() {
            let why = "The same heading stands again and again, so it tells nothing apart and was left out.";
            self.notices.push(Notice::note(*place, why).quoting(words));
            self.leave_code(*place, code.as_deref());
            self.tell(known, None, summary);
        } else if let Some(level) = level.filter(|_| self.topics.ladder.is_level(heading)) {
            self.leave_code(*place, code.as_deref());
            self.tell(known.filter(|_| !topics.is_empty()), Some(level), summary);
        } else if let Some(index) = known {
            let competency = &self.draft.competencies[index];
            if code.is_some() && competency.code != *code {
                self.leave_code(*place, code.as_deref());
            }
            let again = self.topics.ladder.count[self.topics.ladder.names[heading]] > 1;
            self.compare(*place, words, index);
            self.tell(Some(index), level.filter(|_| again), summary);
        } else if let Some(first) = group {
            self.compare(*place, words, first);
            self.leave_code(*place, code.as_deref());
            self.tell(group, None, summary);
        } else {
            let why = "No statement of a level stands below this, so it was left out.";
            self.notices.push(Notice::note(*place, why).quoting(words));
            self.leave_code(*place, code.as_deref());
            self.tell(None, None, summary);
        }
    }

    /// A heading that says more than the competency that it belongs to is called.
    fn compare(&mut self, place: Place, words: &str, competency: usize) {
        let title = &self.draft.competencies[competency].title;
        if !title.to_lowercase().contains(&words.to_lowercase()) {
            let text = format!("This is called “{title}” elsewhere; that title stands for it.");
            self.notices.push(Notice::note(place, text).quoting(words));
        }
    }

    fn above(&self, heading: usize) -> Vec<usize> {
        let mut above: Vec<_> = self.grid.chain(heading).collect();
        above.reverse();
        above
    }

    fn leave_code(&mut self, place: Place, code: Option<&str>) {
        if let Some(code) = code {
            let why = "This only tells parts of the document apart, so it was left out.";
            self.notices.push(Notice::note(place, why).quoting(code));
        }
    }

    /// What is said of a competency, of a level, or of a competency at a level.
    fn tell(&mut self, competency: Option<usize>, level: Option<usize>, summary: &[(Place, String)]) {
        for (place, text) in summary {
            let single = self.draft.competencies.len() == 1;
            match (competency.filter(|_| !single || level.is_none()), level) {
                (Some(index), None) => add(&mut self.draft.competencies[index].summary, text),
                (None, Some(level)) => add(&mut self.draft.levels[level].summary, text),
                (Some(index), Some(level)) => {
                    let name = &self.draft.levels[level].name;
                    self.draft.competencies[index].guidance.push(format!("{name}: {text}"));
                }
                (None, None) => {
                    let why = "No statement of a level stands below this, so it was left out.";
                    self.notices.push(Notice::note(*place, why).quoting(text));
                }
            }
        }
    }
}

fn add(summary: &mut Option<String>, text: &str) {
    match summary {
        _ if text.is_empty() => {}
        Some(summary) if summary == text => {}
        Some(summary) => {
            summary.push('\n');
            summary.push_str(text);
        }
        None => *summary = Some(text.to_owned()),
    }
}

/// A competency named by its headings; one without any bears the title of the whole.
fn competency(grid: &Grid, topics: &[usize], title: &str) -> DraftCompetency {
    let words: Vec<_> = topics.iter().map(|heading| grid.headings[*heading].words.as_str()).collect();
    let title = if words.is_empty() { title.to_owned() } else { words.join(": ") };
    let title = if title.is_empty() { "Untitled competency".to_owned() } else { title };
    let code = topics.last().and_then(|heading| grid.headings[*heading].code.clone());
    DraftCompetency { code, title, ..DraftCompetency::default() }
}

fn criterion(statement: Statement) -> DraftCriterion {
    let Statement { text, code, examples, guidance, .. } = statement;
    DraftCriterion { code, text, examples, guidance, range: Vec::new() }
}
