//! A qualification unit: learning outcomes with numbered criteria, each with guidance and range, then what evidence
//! there may be, and notes. Tables count as their cells, one after the other. What has no place in its outcome is left
//! out with a notice.

mod code;
mod evidence;
mod front;
mod label;
mod minimum;
mod part;
mod support;

use super::draft::{Draft, DraftCompetency, DraftCriterion, DraftLevel};
use super::furniture::is_furniture;
use super::level_heading::LevelHeading;
use super::line::lines;
use super::notice::{Notice, Place};
use super::passage::{Mark, Passage, enumerated, passages};
use crate::framework::{Framework, Purpose};
use code::{CriterionCode, OutcomeCode};
use front::Front;
use label::Label;
use part::{Part, joined, parts};
use support::Support;

/// The only level: a unit is achieved or not yet.
const LEVEL: &str = "Achieved";

/// Whether numbered criteria stand below outcomes of their number, or the words of a unit above lists.
pub fn recognises(text: &str) -> bool {
    if text.trim_start().starts_with(['{', '[']) || text.trim_start().starts_with("---") {
        return false;
    }
    let mut survey = Survey::default();
    let cells = lines(text).flat_map(|line| line.text.split(['\t', '|']));
    cells.map(|cell| cell.trim_matches(['#', '*', ' '])).for_each(|cell| survey.cell(cell));
    survey.is_unit()
}

/// What a text looks like before it is read.
#[derive(Default)]
struct Survey {
    outcomes: usize,
    /// Outcomes that say that they are, and headings that speak of them.
    named: usize,
    criteria: usize,
    /// Criteria that are the first of their outcome.
    first: usize,
    /// Headings that only units have.
    labels: usize,
    /// Headings of levels, which units have not.
    levels: usize,
}

impl Survey {
    fn cell(&mut self, cell: &str) {
        if let Some(code) = CriterionCode::of(cell) {
            self.criteria += 1;
            self.first += usize::from(code.number == 1);
        } else if let Some(code) = OutcomeCode::of(cell) {
            self.outcomes += usize::from(!code.rest.is_empty());
            self.named += usize::from(code.is_named);
        } else if let Some((Label::Criteria | Label::Evidence | Label::Range, _)) = Label::of(cell) {
            self.labels += 1;
        } else if cell.get(..16).is_some_and(|head| head.eq_ignore_ascii_case("learning outcome")) {
            self.named += 1;
        } else {
            self.levels += usize::from(LevelHeading::of(cell, false).is_some());
        }
    }

    fn is_unit(&self) -> bool {
        let is_coded = self.criteria >= 2 && self.first > 0;
        let says_so = self.named > 0 && (is_coded || self.labels > 0);
        let looks_so = is_coded
            && self.outcomes > 0
            && (self.labels > 0 || self.criteria >= 4 || self.first >= 2)
            && self.levels < 2;
        says_so || looks_so
    }
}

/// Reads it.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
    let passages = joined(passages(text, notices));
    let parts = parts(&passages);
    let mut reader = Reader::new(notices);
    for (passage, part) in passages.iter().zip(parts) {
        match part {
            Part::Outcome { number, title, has_codes } => reader.outcome(passage, number, title, has_codes),
            Part::Criterion(code) => reader.coded(passage, &code),
            Part::Other => reader.other(passage),
        }
    }
    reader.finish()
}

/// Where the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Front,
    /// Below an outcome's title.
    Outcome,
    /// Below a criterion.
    Criterion,
    /// Where each line is a criterion, since the document numbers none.
    Criteria,
    Evidence,
    Note,
}

struct Reader<'a> {
    front: Front,
    competencies: Vec<DraftCompetency>,
    section: Section,
    /// The number of the outcome in hand, and of its last criterion.
    outcome: u32,
    criterion: u32,
    /// Whether the outcome in hand numbers its criteria.
    has_codes: bool,
    support: Support,
    notices: &'a mut Vec<Notice>,
}

impl<'a> Reader<'a> {
    fn new(notices: &'a mut Vec<Notice>) -> Self {
        Self {
            front: Front::default(),
            competencies: Vec::new(),
            section: Section::Front,
            outcome: 0,
            criterion: 0,
            has_codes: false,
            support: Support::default(),
            notices,
        }
    }

    fn outcome(&mut self, passage: &Passage, number: Option<u32>, title: &str, has_codes: bool) {
        let number = number.unwrap_or(self.outcome + 1);
        if number == self.outcome && !self.competencies.is_empty() {
            return passage.leave("This outcome has its heading above already; it is left out here.", self.notices);
        }
        let title = if title.is_empty() {
            let text = format!("Outcome {number} has no title; “Outcome {number}” stands for it. Give it one.");
            self.notices.push(Notice::warning(passage.place, text));
            format!("Outcome {number}")
        } else {
            title.to_owned()
        };
        self.open(number, title, has_codes);
    }

    fn open(&mut self, number: u32, title: String, has_codes: bool) {
        self.close_criterion();
        (self.outcome, self.criterion, self.has_codes) = (number, 0, has_codes);
        self.section = Section::Outcome;
        self.competencies.push(DraftCompetency { code: Some(number.to_string()), title, ..DraftCompetency::default() });
    }

    fn coded(&mut self, passage: &Passage, code: &CriterionCode) {
        let place = passage.place;
        let is_new = self.competencies.is_empty() || (code.outcome > self.outcome && code.number == 1);
        if is_new {
            let number = code.outcome;
            let text = format!(
                "No title of outcome {number} stands above its first criterion; “Outcome {number}” stands for it. Give \
                 it one."
            );
            self.notices.push(Notice::warning(place, text));
            self.open(number, format!("Outcome {number}"), true);
        } else if code.outcome != self.outcome {
            let text = format!(
                "{} stands below outcome {} and is no criterion there; its text is kept. If it is one, move it to its outcome.",
                code.code, self.outcome
            );
            self.notices.push(Notice::warning(place, text));
            return self.content(passage);
        }
        self.say_of_order(place, code);
        self.criterion = self.criterion.max(code.number);
        self.add(DraftCriterion { code: Some(code.code.to_owned()), ..DraftCriterion::of(code.rest) });
        self.section = Section::Criterion;
    }

    /// Says where numbers leave one out or come twice.
    fn say_of_order(&mut self, place: Place, code: &CriterionCode) {
        let is_part = code.code.matches('.').count() > 1;
        let text = if is_part || code.number == self.criterion + 1 {
            return;
        } else if code.number <= self.criterion {
            format!("{} does not come behind the criterion above it. Look whether its number is right.", code.code)
        } else {
            let missing = format!("{}.{}", code.outcome, self.criterion + 1);
            format!("{missing} is missing above {}. Look whether the document is whole.", code.code)
        };
        self.notices.push(Notice::warning(place, text));
    }

    fn other(&mut self, passage: &Passage) {
        if !passage.text.contains(char::is_alphabetic) {
            return passage.leave("This number stands alone and is left out.", self.notices);
        }
        if passage.mark == Mark::Item {
            return self.content(passage);
        }
        if passage.text.starts_with(['*', '†', '‡']) && self.section != Section::Front {
            self.close_criterion();
            self.section = Section::Note;
            return self.content(passage);
        }
        if let Some((label, inline)) = Label::of(&passage.text) {
            return self.label(label, inline, passage);
        }
        if is_furniture(&passage.text) {
            return passage.leave("This belongs to the page and not to the unit; it is left out.", self.notices);
        }
        if matches!(passage.mark, Mark::Heading(_)) && matches!(self.section, Section::Criterion | Section::Evidence) {
            self.close_criterion();
            self.section = Section::Note;
        }
        self.content(passage);
    }

    fn label(&mut self, label: Label, inline: &str, passage: &Passage) {
        let is_front = self.section == Section::Front;
        match label {
            // What a unit says of itself may begin with the same words.
            _ if is_front && !inline.is_empty() && label != Label::Title => return self.content(passage),
            Label::Title if is_front => self.front.is_titled = false,
            Label::Table | Label::Title if !inline.is_empty() => return self.content(passage),
            Label::Table | Label::Title => {}
            _ if is_front => {}
            Label::Criteria if self.has_codes => {}
            Label::Criteria => self.turn(Section::Criteria),
            Label::Evidence => self.turn(Section::Evidence),
            Label::Note => self.turn(Section::Note),
            Label::Guidance if self.section == Section::Criterion => {}
            Label::Guidance => self.turn(Section::Outcome),
            Label::Range if inline.is_empty() => {}
            Label::Range => return self.range(inline, passage),
        }
        if inline.is_empty() {
            passage.leave("This heading says what stands below or beside it, and is itself left out.", self.notices);
        } else {
            self.content(&passage.saying(inline));
        }
    }

    fn turn(&mut self, section: Section) {
        self.close_criterion();
        self.section = section;
    }

    /// A range in one line: "Range: letters, parcels, calls".
    fn range(&mut self, inline: &str, passage: &Passage) {
        let items = evidence::kinds(inline);
        if self.section != Section::Criterion || items.len() < 2 {
            return self.content(&passage.saying(inline));
        }
        self.close_criterion();
        items.iter().for_each(|item| self.support.item(item, passage.place));
        self.close_criterion();
    }

    fn content(&mut self, passage: &Passage) {
        let text = passage.text.as_ref();
        let Some(competency) = self.competencies.last_mut() else {
            return self.front.take(passage, self.notices);
        };
        match self.section {
            Section::Front | Section::Outcome => competency.guidance.push(text.to_owned()),
            Section::Evidence => competency.evidence.extend(evidence::kinds(text)),
            Section::Note => competency.notes.push(text.to_owned()),
            Section::Criteria => {
                let (code, text) = enumerated(text).map_or((None, text), |(code, text)| (Some(code.to_owned()), text));
                self.add(DraftCriterion { code, ..DraftCriterion::of(text) });
            }
            Section::Criterion => {
                let Some(criterion) = competency.at(0).criteria.last_mut() else { return };
                match (passage.mark, enumerated(text)) {
                    (Mark::Item, _) => self.support.item(text, passage.place),
                    (_, Some((_, item))) => self.support.item(item, passage.place),
                    _ => self.support.line(text, criterion, self.notices),
                }
            }
        }
    }

    fn add(&mut self, criterion: DraftCriterion) {
        self.close_criterion();
        if let Some(competency) = self.competencies.last_mut() {
            competency.at(0).criteria.push(criterion);
        }
    }

    fn close_criterion(&mut self) {
        let criterion = self.competencies.last_mut().and_then(|competency| competency.at(0).criteria.last_mut());
        if let Some(criterion) = criterion {
            self.support.close(criterion, self.notices);
        }
    }

    fn finish(mut self) -> Option<Framework> {
        self.close_criterion();
        for competency in &mut self.competencies {
            if competency.at(0).criteria.is_empty() {
                let text = format!("Outcome “{}” has no criterion. Number each, as in 1.1, 1.2.", competency.title);
                self.notices.push(Notice::warning(Place::WHOLE, text));
            }
        }
        let levels = vec![DraftLevel { name: LEVEL.to_owned(), ..DraftLevel::default() }];
        let mut draft = Draft { levels, competencies: self.competencies, ..Draft::new(Purpose::Unit) };
        self.front.finish(&mut draft);
        draft.finish(self.notices)
    }
}
