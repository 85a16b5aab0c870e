//! The guide: the plan of an interview, the same for every candidate.
//!
//! A [`Plan`] is edited freely; a [`Guide`] is what it becomes at first use: frozen, named by its digest,
//! pointing at one revision of its framework. Choosing questions is left to `question`.

mod history;
mod outline;
pub mod pack;
mod plan;
mod ready;
mod script;
pub mod structure;
mod terms;

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::framework::{
    Competency, CompetencyId, Digest, Framework, FrameworkId, LevelId, Places, Question, QuestionId, Unknown, canonical,
};
use crate::question::Weight;

pub use history::History;
pub use outline::{Addition, Aim, Entry, Line, Obstacle, Outline, Row, Tracked, Uncovered};
pub use plan::{Opening, Plan, Shift};
pub use ready::{ReadyGuide, ready_guides};
pub use script::Script;
pub use terms::Terms;

/// The `format` that every guide names.
pub const FORMAT: &str = "touchstone-guide/1";

/// The frozen plan of an interview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    pub format: String,
    pub title: String,
    /// The role that is to be filled, in the interviewer's words; may be empty.
    pub role: String,
    pub framework: Revision,
    /// The target level.
    pub level: LevelId,
    pub competencies: Vec<Weighted>,
    /// In the order in which they are asked.
    pub questions: Vec<QuestionId>,
    /// Minutes planned for the questions.
    pub minutes: u32,
    /// What is said around the questions; guides of earlier releases have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<Script>,
    /// On what terms the questions were chosen, where they were not the usual ones.
    #[serde(default, skip_serializing_if = "Terms::are_usual")]
    pub terms: Terms,
    /// Whether every candidate gets the questions before the interview.
    #[serde(default, skip_serializing_if = "is_false")]
    pub questions_shown: bool,
    /// Fields that this release does not know; the digest covers them, so they are kept.
    #[serde(flatten)]
    pub unknown: Unknown,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// Names a guide that is kept, over all its versions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GuideId(String);

impl GuideId {
    /// Takes an id as it was made or read.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for GuideId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One revision of a framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    pub id: FrameworkId,
    pub digest: Digest,
}

/// A competency and how much it matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weighted {
    pub competency: CompetencyId,
    pub weight: Weight,
}

/// Why a guide could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuideError {
    /// It is no JSON, or a part of it is missing or of another shape.
    Damaged { reason: String },
    /// The JSON is something else.
    Foreign { found: Option<String> },
    /// A later release wrote it.
    Newer { found: String },
}

impl GuideError {
    /// What is wrong, without what to do about it: for messages that know that better.
    pub fn cause(&self) -> String {
        match self {
            Self::Damaged { reason } => reason.clone(),
            Self::Foreign { found: Some(found) } => format!("its format is \"{found}\", not \"{FORMAT}\""),
            Self::Foreign { found: None } => "it does not name its format".to_owned(),
            Self::Newer { found } => format!("its format is \"{found}\", of a later release"),
        }
    }
}

impl fmt::Display for GuideError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mend = match self {
            Self::Damaged { .. } => "Open a copy that was exported whole.",
            Self::Foreign { .. } => "Choose a guide of that format.",
            Self::Newer { .. } => "Reload the page to get the newest app, then open it again.",
        };
        write!(f, "the guide cannot be read: {}. {mend}", self.cause())
    }
}

impl std::error::Error for GuideError {}

impl Guide {
    /// What a level of a framework expects, where nobody planned anything: every competency that expects something there,
    /// all alike, without questions and minutes.
    pub fn of_level(framework: &Framework, level: &LevelId) -> Self {
        let places = Places::of(framework);
        let expects = |competency: &&Competency| !places.expected(competency, level).is_empty();
        let weighted = |competency: &Competency| Weighted { competency: competency.id.clone(), weight: Weight::Must };
        Self {
            format: FORMAT.to_owned(),
            title: framework.title.clone(),
            role: String::new(),
            framework: Revision { id: framework.id.clone(), digest: framework.digest() },
            level: level.clone(),
            competencies: framework.competencies.iter().filter(expects).map(weighted).collect(),
            questions: Vec::new(),
            minutes: 0,
            script: None,
            terms: Terms::default(),
            questions_shown: false,
            unknown: Unknown::new(),
        }
    }

    /// Reads the canonical text back.
    ///
    /// # Errors
    /// [`GuideError`] with the parser's reason, or the format that was found.
    pub fn from_json(text: &str) -> Result<Self, GuideError> {
        let damaged = |error: serde_json::Error| GuideError::Damaged { reason: error.to_string() };
        let value: Value = serde_json::from_str(text).map_err(damaged)?;
        // The format comes first: a guide of a later release may well have another shape.
        let found = value.get("format").and_then(Value::as_str);
        match found {
            Some(FORMAT) => serde_json::from_value(value).map_err(damaged),
            Some(found) if version(found) > version(FORMAT) => Err(GuideError::Newer { found: found.to_owned() }),
            found => Err(GuideError::Foreign { found: found.map(str::to_owned) }),
        }
    }

    /// The canonical text (RFC 8785).
    pub fn canonical(&self) -> String {
        // A guide holds only texts, lists and whole numbers, which JSON always expresses.
        serde_json::to_value(self).map(|value| canonical(&value)).unwrap_or_default()
    }

    /// The digest that names this guide.
    pub fn digest(&self) -> Digest {
        Digest::of(self.canonical().as_bytes())
    }

    /// A planned question as its framework words it, with the competency that it serves.
    pub fn question<'a>(&self, framework: &'a Framework, id: &QuestionId) -> Option<(&'a CompetencyId, &'a Question)> {
        let (competency, question) = framework.served().into_iter().find(|(_, question)| question.id == *id)?;
        Some((&competency.id, question))
    }
}

/// The version of one of our guide formats.
fn version(format: &str) -> Option<u32> {
    format.strip_prefix("touchstone-guide/")?.parse().ok()
}
