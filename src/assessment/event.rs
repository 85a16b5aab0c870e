//! What can happen in an assessment, as past facts with their time.

use serde::{Deserialize, Serialize};

use crate::framework::{CompetencyId, CriterionId, Digest, QuestionId, identifier};
use crate::guide::Revision;

use super::{Mark, Rating, Recommended};

identifier!(
    /// Names an assessment.
    AssessmentId
);
identifier!(
    /// Stands for a person in events; names live apart.
    PersonId
);

impl PersonId {
    /// A short name for somebody whose name is not known here, such as `7F2`.
    pub fn pseudonym(&self) -> String {
        self.0.chars().filter(char::is_ascii_alphanumeric).take(3).collect::<String>().to_ascii_uppercase()
    }
}

/// One event with its place in the log and its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// From 1, without gaps.
    pub seq: u32,
    /// Milliseconds since 1970-01-01 UTC, by the clock of the device; it may go back.
    pub at: i64,
    pub event: Event,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Always the first, and only the first.
    Started(Started),
    /// The question came into view, and was put unless it is skipped. It may come again.
    AskedQuestion {
        question: QuestionId,
    },
    /// The note of a question, whole: it replaces the one before. One without words removes it.
    WroteNote {
        question: QuestionId,
        text: String,
    },
    /// Without a mark: the mark is taken back, and the criterion counts as not asked.
    MarkedCriterion {
        criterion: CriterionId,
        mark: Option<Mark>,
    },
    RatedCompetency {
        competency: CompetencyId,
        rating: Rating,
    },
    /// A planned question was not put, for this reason.
    SkippedQuestion {
        question: QuestionId,
        reason: String,
    },
    Recommended(Recommended),
    /// The entry of that number no longer counts. It stays in the log.
    Undone {
        seq: u32,
    },
}

/// Whom an assessment is of, by whom, and against which revisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Started {
    pub candidate: PersonId,
    pub interviewer: PersonId,
    pub guide: Digest,
    pub framework: Revision,
}
