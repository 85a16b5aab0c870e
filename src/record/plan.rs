//! The plan in hand: one for this browser, kept until it is frozen or put aside.

use serde::{Deserialize, Serialize};

use crate::guide::Plan;

use super::Archive;
use super::error::RecordError;
use super::row::{self, put, remove};
use super::storage::{Row, StorageError, Table};

/// The key of the plan in hand, in the drafts and in the journal.
pub(super) const PLAN: &str = "plan";

/// The version of the stored form that this release writes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    plan: &'a Plan,
}

#[derive(Deserialize)]
struct Stored {
    plan: Plan,
}

impl Archive {
    /// The plan that was in hand, from the journal or the drafts.
    ///
    /// # Errors
    /// A failure of the storage, or a row that cannot be read.
    pub async fn plan(&self) -> Result<Option<Plan>, RecordError> {
        let journalled = self.journal.read(PLAN)?.into_iter().find(|row| row.key == PLAN).map(|row| row.value);
        let value = match journalled {
            Some(value) => Some(value),
            None => self.storage.get(Table::Drafts, PLAN).await?,
        };
        value.map(read).transpose()
    }

    /// Puts the plan in hand into the journal.
    ///
    /// # Errors
    /// If the journal takes nothing; the plan can still be kept.
    pub fn plan_in_flight(&self, plan: &Plan) -> Result<(), StorageError> {
        self.journal.write(PLAN, &write(plan))
    }

    /// Keeps the plan in hand.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn keep_plan(&self, plan: &Plan) -> Result<(), StorageError> {
        self.storage.commit(vec![put(Table::Drafts, PLAN, write(plan))]).await
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

fn write(plan: &Plan) -> String {
    row::write(&Written { v: VERSION, plan })
}

fn read(value: String) -> Result<Plan, RecordError> {
    let Stored { plan } = row::read(Table::Drafts, &Row { key: PLAN.to_owned(), value }, VERSION)?;
    Ok(plan)
}
