//! A framework is a published standard as data: levels, competencies, criteria and questions.
//!
//! This module holds the types, reads and writes the open file format `touchstone-framework/1`, names a
//! revision by its digest, and answers what is expected at a rung. It fetches and stores nothing, and it
//! keeps fields that it does not know, so that a file of a later release goes through unharmed.

mod aim;
mod catalog;
mod change;
mod check;
mod digest;
mod edit;
mod id;
mod inherit;
mod matrix;
mod outline;
mod place;
mod read;
mod reader;
mod rung;
mod search;
pub mod wording;
mod write;

use serde_json::{Map, Value};

pub use catalog::{Catalog, CatalogEntry, Use};
pub use change::{Change, ChangeKind, Part, Subject, changes, likeness};
pub use digest::{Digest, canonical};
pub use edit::{Edit, EditError, NewQuestion};
pub use id::{CompetencyId, CriterionId, FrameworkId, LevelId, QuestionId, free_id};
pub(crate) use id::{identifier, is_slug, joined};
pub use matrix::{Cell, Group};
pub use outline::{Outline, Row};
pub use place::{Place, Places};
pub(crate) use read::is_language_tag;
pub use read::{from_json, question_from_json};
pub(crate) use reader::{Fields, Walk, open};
pub use reader::{Problem, ReadError};
pub use rung::Step;
pub(crate) use search::holds_words;
pub use search::matches;

/// The `format` that every framework file names.
pub const FORMAT: &str = "touchstone-framework/1";

/// Fields of a file that this release does not know, kept and written back.
pub type Unknown = Map<String, Value>;

/// A published standard, ready for interviews. Read it with [`from_json`], which proves its references.
#[derive(Clone, Debug, PartialEq)]
pub struct Framework {
    pub id: FrameworkId,
    pub title: String,
    pub summary: Option<String>,
    /// The language of its texts, a BCP 47 tag.
    pub language: String,
    pub purpose: Purpose,
    pub source: Source,
    /// In order, lowest first; a sublevel follows the level that it lies within.
    pub levels: Vec<Level>,
    pub competencies: Vec<Competency>,
    /// Questions that stand with no competency. One that aims at criteria serves their competency all the same; the
    /// others are kept, but never proposed.
    pub questions: Vec<Question>,
    pub unknown: Unknown,
}

/// What a framework was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Progression,
    Matrix,
    /// A qualification unit: its criteria are met or not yet.
    Unit,
    Skill,
}

impl Purpose {
    pub const ALL: [Self; 4] = [Self::Progression, Self::Matrix, Self::Unit, Self::Skill];

    /// The word of the file format, which is also the word on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Progression => "progression",
            Self::Matrix => "matrix",
            Self::Unit => "unit",
            Self::Skill => "skill",
        }
    }
}

/// Where a framework came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Empty when it is not known.
    pub publisher: String,
    /// Empty when there is no one document.
    pub document: String,
    pub url: Option<String>,
    pub licence: Option<String>,
    /// What a reader of the source should know: names cut short, spellings corrected.
    pub note: Option<String>,
    pub unknown: Unknown,
}

/// A step of the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    pub id: LevelId,
    pub name: String,
    /// The level that this sublevel belongs to.
    pub within: Option<LevelId>,
    pub summary: Option<String>,
    pub unknown: Unknown,
}

/// What is assessed: a topic, a row of a matrix, a learning outcome, a skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Competency {
    pub id: CompetencyId,
    pub code: Option<String>,
    pub title: String,
    pub summary: Option<String>,
    pub activities: Vec<String>,
    pub guidance: Vec<String>,
    pub notes: Vec<String>,
    /// Kinds of evidence that the source names.
    pub evidence: Vec<String>,
    pub expectations: Vec<Expectation>,
    pub questions: Vec<Question>,
    pub unknown: Unknown,
}

/// The criteria of one competency at one level.
#[derive(Clone, Debug, PartialEq)]
pub struct Expectation {
    pub level: LevelId,
    /// Levels whose criteria are expected as well.
    pub includes: Vec<LevelId>,
    pub criteria: Vec<Criterion>,
    pub unknown: Unknown,
}

/// One observable statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    pub id: CriterionId,
    pub code: Option<String>,
    pub text: String,
    pub examples: Vec<String>,
    pub guidance: Vec<String>,
    pub range: Vec<Range>,
    /// The criterion that this one states again; both are one for coverage and marks.
    pub repeats: Option<CriterionId>,
    pub unknown: Unknown,
}

/// Items of which evidence must cover some.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    pub title: Option<String>,
    pub items: Vec<String>,
    /// How many items must be covered; `None` where the source states no number.
    pub minimum: Option<u32>,
    pub unknown: Unknown,
}

/// A question of the framework's bank.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub id: QuestionId,
    pub text: String,
    pub kind: Kind,
    /// Minutes that asking, answering and probing take.
    pub minutes: u32,
    /// One to four criteria of one competency, on at most two neighbouring rungs; empty: never proposed.
    pub criteria: Vec<CriterionId>,
    pub probes: Vec<String>,
    /// What a strong answer sounds like.
    pub strong: Option<String>,
    /// What a weak answer sounds like.
    pub weak: Option<String>,
    pub unknown: Unknown,
}

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One thing that happened.
    Behavioural,
    /// One thing that could happen.
    Situational,
    /// One thing that is known.
    Knowledge,
    /// One thing that was learnt.
    Reflective,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Behavioural, Self::Situational, Self::Knowledge, Self::Reflective];

    /// The word of the file format, which is also the word on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Behavioural => "behavioural",
            Self::Situational => "situational",
            Self::Knowledge => "knowledge",
            Self::Reflective => "reflective",
        }
    }
}

impl Expectation {
    /// Whether it holds neither criteria of its own nor those of other levels.
    pub fn says_nothing(&self) -> bool {
        self.criteria.is_empty() && self.includes.is_empty()
    }
}

impl Framework {
    /// The same under another id.
    #[must_use]
    pub fn with_id(self, id: FrameworkId) -> Self {
        Self { id, ..self }
    }

    /// The competency of that id.
    pub fn competency(&self, id: &CompetencyId) -> Option<&Competency> {
        self.competencies.iter().find(|competency| competency.id == *id)
    }

    /// The level of that id.
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// Every question with the competency that it serves: the one that it aims at, or else the one that it stands
    /// with. They come by competency, in the file's order.
    pub fn served(&self) -> Vec<(&Competency, &Question)> {
        let places = Places::of(self);
        let standing = self
            .competencies
            .iter()
            .flat_map(|competency| competency.questions.iter().map(move |question| (Some(&competency.id), question)));
        let all: Vec<_> = standing
            .chain(self.questions.iter().map(|question| (None, question)))
            .map(|(home, question)| (places.competency_of(question).or(home), question))
            .collect();
        let mut found = Vec::with_capacity(all.len());
        for competency in &self.competencies {
            let served = all.iter().filter(|(served, _)| *served == Some(&competency.id));
            found.extend(served.map(|(_, question)| (competency, *question)));
        }
        found
    }

    /// Every criterion with the competency and the expectation that it stands in, in the file's order.
    pub fn criteria(&self) -> impl Iterator<Item = (&Competency, &Expectation, &Criterion)> {
        self.competencies.iter().flat_map(|competency| {
            competency.expectations.iter().flat_map(move |expectation| {
                expectation.criteria.iter().map(move |criterion| (competency, expectation, criterion))
            })
        })
    }
}
