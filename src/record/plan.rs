//! The plan in hand: one for this browser, kept until it is frozen or put aside.

use serde::{Deserialize, Serialize};

use crate::guide::Plan;

use super::Archive;
use super::error::RecordError;
use super::recovery::quarantine;
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
    at: i64,
}

#[derive(Deserialize)]
struct Stored {
    plan: Plan,
    /// When it was so, in milliseconds since 1970: after a power cut the journal may hold an older one.
    #[serde(default)]
    at: i64,
}

impl Archive {
    /// The plan that was in hand, from the journal or the drafts: the newer one.
    ///
    /// # Errors
    /// A failure of the storage, or a row that cannot be read.
    pub async fn plan(&self) -> Result<Option<Plan>, RecordError> {
        let journalled = self.journalled_plan()?.map(|value| read(&value)).transpose()?;
        let stored = self.storage.get(Table::Drafts, PLAN).await?.map(|value| read(&value)).transpose()?;
        let newest = match (journalled, stored) {
            (Some(journalled), Some(stored)) if stored.at > journalled.at => Some(stored),
            (journalled, stored) => journalled.or(stored),
        };
        Ok(newest.map(|stored| stored.plan))
    }

    /// Stores the plan that the journal holds, where it is the newest, so that the kept guide it belongs to has it too. What
    /// cannot be read stays where it is.
    ///
    /// # Errors
    /// A failure of the storage; the plan stays in the journal.
    pub(super) async fn recover_plan(&self) -> Result<(), StorageError> {
        let Some(Ok(journalled)) = self.journalled_plan()?.map(|value| read(&value)) else { return Ok(()) };
        let stored = self.storage.get(Table::Drafts, PLAN).await?.map(|value| read(&value));
        match stored {
            // It is newer, or what a later release wrote.
            Some(Ok(stored)) if stored.at > journalled.at => {}
            Some(Err(_)) => return Ok(()),
            _ => self.keep_plan(&journalled.plan, journalled.at).await?,
        }
        self.plan_landed();
        Ok(())
    }

    fn journalled_plan(&self) -> Result<Option<String>, StorageError> {
        Ok(self.journal.read(PLAN)?.into_iter().find(|row| row.key == PLAN).map(|row| row.value))
    }

    /// Puts what is damaged of the plan in hand into quarantine, byte for byte, so that a plan can be in hand again. What
    /// can be read stays, and so does what a later release wrote.
    ///
    /// # Errors
    /// A failure of the storage; nothing was changed.
    pub async fn put_damaged_plan_aside(&self) -> Result<(), StorageError> {
        let damaged = |value: &String| matches!(read(value), Err(RecordError::Unreadable { .. }));
        if let Some(stored) = self.storage.get(Table::Drafts, PLAN).await?.filter(damaged) {
            let place = format!("{}/{PLAN}", Table::Drafts);
            self.storage.commit(vec![quarantine(&place, &stored), remove(Table::Drafts, PLAN)]).await?;
        }
        if let Some(journalled) = self.journalled_plan()?.filter(damaged) {
            self.storage.commit(vec![quarantine(PLAN, &journalled)]).await?;
            self.journal.erase(PLAN)?;
        }
        Ok(())
    }

    /// Puts the plan in hand into the journal, as it was at this time, in milliseconds since 1970.
    ///
    /// # Errors
    /// If the journal takes nothing; the plan can still be kept.
    pub fn plan_in_flight(&self, plan: &Plan, at: i64) -> Result<(), StorageError> {
        self.journal.write(PLAN, &write(plan, at))
    }

    /// Keeps the plan in hand, as it was at this time, in milliseconds since 1970. The kept guide that it belongs to follows
    /// in the same transaction.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn keep_plan(&self, plan: &Plan, at: i64) -> Result<(), StorageError> {
        let mut writes = vec![put(Table::Drafts, PLAN, write(plan, at))];
        writes.extend(self.following(plan, at).await?);
        self.storage.commit(writes).await
    }

    /// Takes the plan in hand out of the journal, once it is stored.
    pub fn plan_landed(&self) {
        // One that stays in the journal does no harm: it is the one that is stored, or an older one.
        drop(self.journal.erase(PLAN));
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

fn write(plan: &Plan, at: i64) -> String {
    row::write(&Written { v: VERSION, plan, at })
}

fn read(value: &str) -> Result<Stored, RecordError> {
    row::read(Table::Drafts, &Row { key: PLAN.to_owned(), value: value.to_owned() }, VERSION)
}
