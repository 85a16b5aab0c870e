//! The guide: the plan of an interview, the same for every candidate.
//!
//! A [`Plan`] is edited freely; a [`Guide`] is what it becomes at first use: frozen, named by its digest,
//! pointing at one revision of its framework. Choosing questions is left to `question`.

mod outline;
mod plan;

use serde::{Deserialize, Serialize};

use crate::framework::{CompetencyId, Digest, Framework, FrameworkId, LevelId, Question, QuestionId, canonical};
use crate::question::Weight;

pub use outline::{Addition, Aim, Line, Obstacle, Outline, Row, Uncovered};
pub use plan::{Opening, Plan, Shift};

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
pub struct GuideError(pub String);

impl std::fmt::Display for GuideError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the guide cannot be read: {}. Open a copy that was exported whole.", self.0)
    }
}

impl std::error::Error for GuideError {}

impl Guide {
    /// Reads the canonical text back.
    ///
    /// # Errors
    /// [`GuideError`] with the parser's reason, or the format that was found.
    pub fn from_json(text: &str) -> Result<Self, GuideError> {
        let guide: Self = serde_json::from_str(text).map_err(|error| GuideError(error.to_string()))?;
        if guide.format == FORMAT {
            Ok(guide)
        } else {
            Err(GuideError(format!("its format is \"{}\", not \"{FORMAT}\"", guide.format)))
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
        framework.competencies.iter().find_map(|competency| {
            competency.questions.iter().find(|question| question.id == *id).map(|question| (&competency.id, question))
        })
    }
}
