//! What is still being typed into a field of an assessment. A draft is overwritten in place; the event that takes the
//! field's text removes it in the same transaction.

use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, AssessmentId, Event, Rating};
use crate::framework::{CompetencyId, QuestionId};

use super::Archive;
use super::error::RecordError;
use super::recovery::DRAFT;
use super::row;
use super::storage::{Row, StorageError, Table};

/// The version of the stored form that this release writes.
const VERSION: u32 = 1;

/// A field of an assessment that is typed into.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The note of a question.
    Note(QuestionId),
    /// Why a question is skipped, before it is.
    Skip(QuestionId),
    /// Why a competency is not assessed, before that is said.
    NotAssessed(CompetencyId),
    /// The reason of the recommendation.
    Reason,
}

/// A text that is still being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub field: Field,
    pub text: String,
    pub typed: Typed,
}

/// When a text was typed. Browsers write the journal to disk late, and after a power cut it holds what was there some
/// time ago: of two texts of a field the newer one has to be known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Typed {
    /// The number of the last entry at that time: no clock can turn this back.
    #[serde(default)]
    pub after: u32,
    /// Milliseconds since 1970, by the device's clock; within one tab each text has a later one than the text before.
    #[serde(default)]
    pub at: i64,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u32,
    text: String,
    #[serde(flatten)]
    typed: Typed,
}

impl Field {
    /// The field whose text an event takes, or makes needless.
    pub fn taken_by(event: &Event) -> Option<Self> {
        match event {
            Event::WroteNote { question, .. } => Some(Self::Note(question.clone())),
            Event::SkippedQuestion { question, .. } => Some(Self::Skip(question.clone())),
            Event::RatedCompetency { competency, .. } => Some(Self::NotAssessed(competency.clone())),
            Event::Recommended(_) => Some(Self::Reason),
            Event::Started(_) | Event::AskedQuestion { .. } | Event::MarkedCriterion { .. } | Event::Undone { .. } => {
                None
            }
        }
    }

    /// The text of this field as the events have it.
    pub fn recorded<'a>(&self, assessment: &'a Assessment) -> &'a str {
        match self {
            Self::Note(question) => assessment.note(question),
            Self::Skip(question) => assessment.skipped(question).unwrap_or_default(),
            Self::NotAssessed(competency) => match assessment.rating(competency) {
                Some(Rating::NotAssessed { reason }) => reason,
                _ => "",
            },
            Self::Reason => assessment.recommended().map_or("", |recommended| &recommended.reason),
        }
    }

    /// Its name in keys: `note.greeting.q1`.
    fn name(&self) -> String {
        match self {
            Self::Note(question) => format!("note.{question}"),
            Self::Skip(question) => format!("skip.{question}"),
            Self::NotAssessed(competency) => format!("not-assessed.{competency}"),
            Self::Reason => "reason".to_owned(),
        }
    }

    fn named(name: &str) -> Option<Self> {
        match name.split_once('.') {
            Some(("note", question)) => Some(Self::Note(QuestionId::new(question))),
            Some(("skip", question)) => Some(Self::Skip(QuestionId::new(question))),
            Some(("not-assessed", competency)) => Some(Self::NotAssessed(CompetencyId::new(competency))),
            None if name == "reason" => Some(Self::Reason),
            _ => None,
        }
    }

    /// The key of its row among the drafts.
    pub(super) fn key(&self, id: &AssessmentId) -> String {
        format!("{id}/{}", self.name())
    }

    /// The key of its row in the journal.
    pub(super) fn journal_key(&self, id: &AssessmentId) -> String {
        format!("{DRAFT}{}", self.key(id))
    }
}

impl Draft {
    /// The stored form.
    pub(super) fn write(&self) -> String {
        row::write(&Stored { v: VERSION, text: self.text.clone(), typed: self.typed })
    }

    /// Reads a row of the drafts.
    pub(super) fn read(row: &Row) -> Result<Self, RecordError> {
        let field = row.key.split_once('/').and_then(|(_, name)| Field::named(name));
        let Some(field) = field else {
            let reason = "it names no field".to_owned();
            return Err(RecordError::Unreadable { table: Table::Drafts, key: row.key.clone(), reason });
        };
        let Stored { text, typed, .. } = row::read(Table::Drafts, row, VERSION)?;
        Ok(Self { field, text, typed })
    }
}

impl Archive {
    /// Puts what is being typed into the journal, before anything else is done with it.
    ///
    /// # Errors
    /// If the journal takes nothing; the draft can still be committed.
    pub fn draft_in_flight(&self, id: &AssessmentId, draft: &Draft) -> Result<(), StorageError> {
        self.journal.write(&draft.field.journal_key(id), &draft.write())
    }

    /// Takes a field out of the journal: its text stands in an event by now.
    ///
    /// # Errors
    /// A failure of the journal.
    pub fn draft_taken(&self, id: &AssessmentId, field: &Field) -> Result<(), StorageError> {
        self.journal.erase(&field.journal_key(id))
    }
}
