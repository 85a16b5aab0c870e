//! What is still being written: the note in hand of an assessment, and the plan in hand.

use serde::{Deserialize, Serialize};

use crate::assessment::AssessmentId;
use crate::framework::QuestionId;
use crate::guide::Plan;

use super::Archive;
use super::archive::{json, put, read_row, remove};
use super::error::RecordError;
use super::recovery::DRAFT;
use super::storage::{Row, StorageError, Table};

/// The key of the plan in hand, in the drafts and in the journal.
pub(super) const PLAN: &str = "plan";

/// A note that is still being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteDraft {
    pub question: QuestionId,
    pub text: String,
}

impl NoteDraft {
    /// Reads the stored text; none when it is damaged.
    pub(super) fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

impl Archive {
    /// Puts the note in hand into the journal.
    ///
    /// # Errors
    /// If the journal takes nothing; the draft can still be kept.
    pub fn draft_in_flight(&self, id: &AssessmentId, draft: &NoteDraft) -> Result<(), StorageError> {
        self.journal.write(&format!("{DRAFT}{id}"), &json(draft))
    }

    /// Takes the note in hand out of the journal, once it is stored elsewhere.
    ///
    /// # Errors
    /// A failure of the journal.
    pub fn draft_landed(&self, id: &AssessmentId) -> Result<(), StorageError> {
        self.journal.erase(&format!("{DRAFT}{id}"))
    }

    /// Overwrites the note in hand.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn keep_draft(&self, id: &AssessmentId, draft: &NoteDraft) -> Result<(), StorageError> {
        self.storage.commit(vec![put(Table::Drafts, id.as_str(), json(draft))]).await
    }

    /// The plan that was in hand, from the journal or the drafts.
    ///
    /// # Errors
    /// A failure of the storage, or a row that is damaged.
    pub async fn plan(&self) -> Result<Option<Plan>, RecordError> {
        let journalled = self.journal.read(PLAN)?.into_iter().find(|row| row.key == PLAN).map(|row| row.value);
        let value = match journalled {
            Some(value) => Some(value),
            None => self.storage.get(Table::Drafts, PLAN).await?,
        };
        value.map(|value| read_row(Table::Drafts, &Row { key: PLAN.to_owned(), value })).transpose()
    }

    /// Puts the plan in hand into the journal.
    ///
    /// # Errors
    /// If the journal takes nothing; the plan can still be kept.
    pub fn plan_in_flight(&self, plan: &Plan) -> Result<(), StorageError> {
        self.journal.write(PLAN, &json(plan))
    }

    /// Keeps the plan in hand.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn keep_plan(&self, plan: &Plan) -> Result<(), StorageError> {
        self.storage.commit(vec![put(Table::Drafts, PLAN, json(plan))]).await
    }

    /// Takes the plan in hand out of the journal, once it is stored.
    ///
    /// # Errors
    /// A failure of the journal.
    pub fn plan_landed(&self) -> Result<(), StorageError> {
        self.journal.erase(PLAN)
    }

    /// Forgets the plan in hand: it was used, or put aside.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn drop_plan(&self) -> Result<(), StorageError> {
        self.journal.erase(PLAN)?;
        self.storage.commit(vec![remove(Table::Drafts, PLAN)]).await
    }
}
