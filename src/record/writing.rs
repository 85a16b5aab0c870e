//! An own question that is still being written. It stands in the journal alone: nothing follows from it until it is kept,
//! and then it goes.

use serde::{Deserialize, Serialize};

use crate::framework::{FrameworkId, QuestionId};
use crate::question::Written;

use super::Archive;
use super::error::RecordError;
use super::row;
use super::storage::{Row, StorageError, Table};

/// The version of the stored form that this release writes.
const VERSION: u32 = 1;

/// How the keys of such rows begin in the journal.
const WRITING: &str = "question/";

/// What is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writing {
    /// The own question whose words these are to be; none: it will be a new one.
    pub edits: Option<QuestionId>,
    pub written: Written,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u32,
    edits: Option<QuestionId>,
    written: Written,
}

impl Archive {
    /// What was being written for a framework when the tab was left.
    ///
    /// # Errors
    /// A failure of the journal, or a row that cannot be read.
    pub fn writing(&self, framework: &FrameworkId) -> Result<Option<Writing>, RecordError> {
        let key = key(framework);
        let Some(row) = self.journal.read(&key)?.into_iter().find(|row| row.key == key) else { return Ok(None) };
        // It is told of as one of the questions, which it was to become.
        let Stored { edits, written, .. } = row::read(Table::Questions, &Row { key, ..row }, VERSION)?;
        Ok(Some(Writing { edits, written }))
    }

    /// Holds what is being written, in the place of what was there.
    ///
    /// # Errors
    /// If the journal takes nothing; the question can still be kept.
    pub fn hold_writing(&self, framework: &FrameworkId, writing: &Writing) -> Result<(), StorageError> {
        let Writing { edits, written } = writing.clone();
        self.journal.write(&key(framework), &row::write(&Stored { v: VERSION, edits, written }))
    }

    /// Forgets what was being written: it is kept, or put aside.
    ///
    /// # Errors
    /// A failure of the journal.
    pub fn drop_writing(&self, framework: &FrameworkId) -> Result<(), StorageError> {
        self.journal.erase(&key(framework))
    }
}

fn key(framework: &FrameworkId) -> String {
    format!("{WRITING}{framework}")
}
