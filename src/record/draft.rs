//! What is still being typed into a field of an assessment. A draft is overwritten in place; the event that takes the
//! field's text removes it in the same transaction.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::assessment::AssessmentId;

use super::error::RecordError;
use super::row;
use super::storage::{Row, StorageError, Table};
use super::{Archive, Field};

/// The version of the stored form that this release writes.
const VERSION: u32 = 1;

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
struct Stored<'a> {
    v: u32,
    text: Cow<'a, str>,
    #[serde(flatten)]
    typed: Typed,
}

impl Draft {
    /// The stored form.
    pub(super) fn write(&self) -> String {
        row::write(&Stored { v: VERSION, text: Cow::Borrowed(&self.text), typed: self.typed })
    }

    /// Reads a row of the drafts.
    pub(super) fn read(row: &Row) -> Result<Self, RecordError> {
        let field = row.key.split_once('/').and_then(|(_, name)| Field::named(name));
        let Some(field) = field else {
            let reason = "it names no field".to_owned();
            return Err(RecordError::Unreadable { table: Table::Drafts, key: row.key.clone(), reason });
        };
        let Stored { text, typed, .. } = row::read(Table::Drafts, row, VERSION)?;
        Ok(Self { field, text: text.into_owned(), typed })
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
