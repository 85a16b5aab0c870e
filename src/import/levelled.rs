//! Text with headings of numbered levels and a line for each statement, as skills and proficiencies are written: what
//! stands before the levels, the levels, and the questions behind them. Each passage goes into the section that it
//! stands in; where that has no place for it, it is left out with a notice.

mod label;
mod nesting;
mod scale;
mod survey;

use super::asked;
use super::draft::{Draft, DraftCompetency, DraftCriterion};
use super::furniture::{is_furniture, opens_comments};
use super::level_heading::LevelHeading;
use super::notice::{Notice, Place};
use super::passage::{Mark, Passage, enumerated, passages};
use crate::framework::{Framework, Purpose};
use label::Label;
use scale::Scale;

pub use survey::Survey;

/// Whether a line is the heading of interview questions.
pub fn announces_questions(line: &str) -> bool {
    matches!(Label::of(line), Some((Label::Questions, "")))
}

/// Reads it.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
    let passages = passages(text, notices);
    let mut reader = Reader::new(notices);
    let mut rest = passages.iter().peekable();
    for illustrates in nesting::illustrations(&passages) {
        let Some(passage) = rest.next() else { break };
        reader.illustrates = illustrates;
        reader.passage(passage, rest.peek().copied());
    }
    reader.finish()
}

/// Where the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    /// Before anything that says what it is.
    Front,
    Title,
    Code,
    Description,
    Guidance,
    Activities,
    /// Where statements are announced, and no level is named yet.
    BeforeLevels,
    Level {
        index: usize,
        /// The line of its heading.
        line: u32,
    },
    Questions,
    Notes,
    Evidence,
    /// In a box for comments.
    Comments,
}

struct Reader<'a> {
    draft: Draft,
    competency: DraftCompetency,
    summary: Vec<String>,
    scale: Scale,
    section: Section,
    /// Whether the last statement ended in a colon, so that a list below it gives examples.
    is_introduced: bool,
    /// Whether the item in hand illustrates the statement before it.
    illustrates: bool,
    /// The indent of the last question.
    asked: u32,
    notices: &'a mut Vec<Notice>,
}

impl<'a> Reader<'a> {
    fn new(notices: &'a mut Vec<Notice>) -> Self {
        Self {
            draft: Draft::new(Purpose::Skill),
            competency: DraftCompetency::default(),
            summary: Vec::new(),
            scale: Scale::default(),
            section: Section::Front,
            is_introduced: false,
            illustrates: false,
            asked: 0,
            notices,
        }
    }

    fn passage(&mut self, passage: &Passage, next: Option<&Passage>) {
        let is_marked = matches!(passage.mark, Mark::Heading(_));
        if passage.mark == Mark::Item {
            return self.content(passage, next);
        }
        if let Some(heading) = LevelHeading::of(&passage.text, is_marked) {
            return self.level(heading, passage.place);
        }
        match Label::of(&passage.text) {
            Some((label, "")) => return self.label(label, passage),
            Some((label, inline)) if !matches!(self.section, Section::Level { .. }) => {
                self.open(label);
                return self.content(&passage.saying(inline), next);
            }
            _ => {}
        }
        if is_furniture(&passage.text) {
            passage.leave("This belongs to the page and not to the document; it is left out.", self.notices);
            if opens_comments(&passage.text) {
                self.section = Section::Comments;
            }
            return;
        }
        if is_marked { self.heading(passage) } else { self.content(passage, next) }
    }

    fn level(&mut self, heading: LevelHeading, place: Place) {
        let index = self.scale.enter(heading, place, self.notices);
        if self.competency.expectations.iter().any(|expectation| expectation.level == index) {
            let text = format!("{} has its heading a second time; both are kept as one level.", heading.step);
            self.notices.push(Notice::warning(place, text));
        }
        self.competency.at(index);
        self.section = Section::Level { index, line: place.line };
        self.is_introduced = false;
        if !heading.statement.is_empty() {
            self.state(index, heading.statement);
        }
    }

    fn label(&mut self, label: Label, passage: &Passage) {
        self.open(label);
        passage.leave("This heading says what stands below it, and is itself left out.", self.notices);
    }

    fn open(&mut self, label: Label) {
        self.section = match label {
            Label::Title => Section::Title,
            Label::Code => Section::Code,
            Label::Description => Section::Description,
            Label::Guidance => Section::Guidance,
            Label::Activities => Section::Activities,
            Label::Levels => match self.section {
                level @ Section::Level { .. } => level,
                _ => Section::BeforeLevels,
            },
            Label::Questions => Section::Questions,
            Label::Notes => Section::Notes,
            Label::Evidence => Section::Evidence,
        };
    }

    /// A Markdown heading that is neither a level's nor known: a title, or the next skill's.
    fn heading(&mut self, passage: &Passage) {
        if self.draft.title.is_empty() {
            self.draft.title = passage.text.as_ref().to_owned();
        } else if self.scale.is_empty() && self.competency.title.is_empty() {
            self.competency.title = passage.text.as_ref().to_owned();
        } else if self.competency.expectations.is_empty() {
            self.summary.push(passage.text.as_ref().to_owned());
        } else {
            self.close();
            self.competency.title = passage.text.as_ref().to_owned();
        }
        self.section = Section::Front;
    }

    fn content(&mut self, passage: &Passage, next: Option<&Passage>) {
        let text = passage.text.as_ref();
        match self.section {
            Section::Front => self.front(passage, next),
            Section::Title => self.title(text),
            Section::Code => self.code(text),
            Section::Description => self.summary.push(text.to_owned()),
            Section::Guidance => self.competency.guidance.push(text.to_owned()),
            Section::Activities => self.competency.activities.push(text.to_owned()),
            Section::Notes => self.competency.notes.push(text.to_owned()),
            Section::Evidence => self.competency.evidence.push(text.to_owned()),
            Section::Level { index, line } => self.statement(passage, next, index, line),
            Section::Questions => self.question(passage),
            Section::BeforeLevels => {
                let why = "This stands among the statements but below no level; give it one to have it in.";
                self.notices.push(Notice::warning(passage.place, why).quoting(text));
            }
            Section::Comments => passage.leave("This stands in the box for comments and is left out.", self.notices),
        }
    }

    fn front(&mut self, passage: &Passage, next: Option<&Passage>) {
        let is_title = passage.mark == Mark::Plain && passage.has_at_most(15) && !passage.is_sentence();
        let stands_above_levels = next.is_some_and(|next| LevelHeading::of(&next.text, false).is_some());
        if is_title && self.draft.title.is_empty() {
            self.draft.title = passage.text.as_ref().to_owned();
        } else if is_title && passage.has_at_most(6) && stands_above_levels && self.competency.title.is_empty() {
            self.competency.title = passage.text.as_ref().to_owned();
        } else {
            self.summary.push(passage.text.as_ref().to_owned());
        }
    }

    fn title(&mut self, text: &str) {
        let title = if self.draft.title.is_empty() { &mut self.draft.title } else { &mut self.competency.title };
        if title.is_empty() {
            text.clone_into(title);
        } else {
            self.summary.push(text.to_owned());
        }
        self.section = Section::Front;
    }

    fn code(&mut self, text: &str) {
        match self.competency.code {
            None => self.competency.code = Some(text.to_owned()),
            Some(_) => self.summary.push(text.to_owned()),
        }
        self.section = Section::Front;
    }

    fn statement(&mut self, passage: &Passage, next: Option<&Passage>, index: usize, line: u32) {
        let text = passage.text.as_ref();
        let is_item = passage.mark == Mark::Item;
        let is_first = self.competency.at(index).criteria.is_empty();
        if passage.place.line == line && is_first && !passage.is_sentence() && self.scale.name(index, text) {
            return;
        }
        if is_item
            && (self.is_introduced || self.illustrates)
            && let Some(criterion) = self.competency.at(index).criteria.last_mut()
        {
            criterion.examples.push(text.to_owned());
            return;
        }
        let introduces = !is_item && text.ends_with([':', '：']) && next.is_some_and(|next| next.mark == Mark::Item);
        if introduces && is_first {
            return self.scale.describe(index, text);
        }
        self.is_introduced = introduces;
        self.state(index, text);
    }

    fn state(&mut self, level: usize, text: &str) {
        let criterion = match enumerated(text) {
            Some((code, text)) => DraftCriterion { code: Some(code.to_owned()), ..DraftCriterion::of(text) },
            None => DraftCriterion::of(text),
        };
        self.competency.at(level).criteria.push(criterion);
    }

    fn question(&mut self, passage: &Passage) {
        let text = passage.text.as_ref();
        let listed = enumerated(text);
        let asked = listed.map_or(text, |(_, asked)| asked);
        let is_question = passage.mark == Mark::Item || listed.is_some() || asked::asks(asked);
        let is_below = passage.indent > self.asked;
        match self.competency.questions.last_mut() {
            Some(question) if is_below => {
                question.probes.extend(asked::sentences(asked).into_iter().map(str::to_owned));
            }
            _ if is_question => {
                self.asked = passage.indent;
                self.competency.questions.push(asked::question(asked));
            }
            _ => passage.leave("This stands among the questions and asks nothing; it is left out.", self.notices),
        }
    }

    /// Ends the competency in hand.
    fn close(&mut self) {
        let mut competency = std::mem::take(&mut self.competency);
        if competency.title.is_empty() {
            let title = &self.draft.title;
            competency.title = if title.is_empty() { "Untitled skill".to_owned() } else { title.clone() };
        }
        let summary = std::mem::take(&mut self.summary).join("\n");
        competency.summary = (!summary.is_empty()).then_some(summary);
        if competency.expectations.iter().all(|expectation| expectation.criteria.is_empty()) {
            let text = format!("“{}” has no statement at any level. Give it one, or take it out.", competency.title);
            self.notices.push(Notice::warning(Place::WHOLE, text));
        }
        self.draft.competencies.push(competency);
    }

    fn finish(mut self) -> Option<Framework> {
        self.close();
        self.scale.finish(&mut self.draft, self.notices);
        self.draft.finish(self.notices)
    }
}
