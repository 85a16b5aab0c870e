//! Recovery: what the journal holds of changes that a tab began and did not see committed is put where it belongs.
//!
//! Nothing is dropped: what fits no record goes to quarantine byte for byte, under its place in the journal and its
//! digest.

use std::collections::BTreeSet;

use crate::assessment::{Assessment, AssessmentId, Entry};
use crate::framework::Digest;

use super::error::RecordError;
use super::row::{add, put, remove};
use super::storage::{Row, StorageError, Table, Write};
use super::{Archive, Draft, Field, Summary};

/// What journal keys of events and of drafts begin with.
pub(super) const EVENT: &str = "event/";
pub(super) const DRAFT: &str = "draft/";

impl Archive {
    /// Replays what the journal holds, of every assessment and of the plan in hand. Doing it twice changes nothing more.
    ///
    /// # Errors
    /// The first failure of the storage; what was not replayed stays in the journal.
    pub async fn recover(&self) -> Result<(), StorageError> {
        self.recover_but(&BTreeSet::new()).await
    }

    /// Replays all that the journal holds, but of these assessments: what is in flight there is another tab's, which is
    /// at work.
    ///
    /// # Errors
    /// The first failure of the storage; what was not replayed stays in the journal.
    pub async fn recover_but(&self, others: &BTreeSet<AssessmentId>) -> Result<(), StorageError> {
        let mut outcome = Ok(());
        for id in self.in_flight_of()?.difference(others) {
            // What one cannot write, another may: the rows of each stand for themselves.
            outcome = outcome.and(self.recover_one(id).await);
        }
        outcome.and(self.recover_plan().await)
    }

    /// The assessments of which the journal holds something.
    ///
    /// # Errors
    /// A failure of the journal.
    pub fn in_flight_of(&self) -> Result<BTreeSet<AssessmentId>, StorageError> {
        let rows = [self.journal.read(EVENT)?, self.journal.read(DRAFT)?].concat();
        Ok(rows.iter().map(|row| owner(&row.key)).collect())
    }

    /// Replays what the journal holds of one assessment, in order.
    ///
    /// # Errors
    /// The first failure of the storage; what was not replayed stays in the journal.
    pub(super) async fn recover_one(&self, id: &AssessmentId) -> Result<(), StorageError> {
        for row in self.journalled(EVENT, id)? {
            self.replay_event(&row).await?;
            self.forget(&row);
        }
        for row in self.journalled(DRAFT, id)? {
            self.replay_draft(id, &row).await?;
            self.forget(&row);
        }
        Ok(())
    }

    fn journalled(&self, kind: &str, id: &AssessmentId) -> Result<Vec<Row>, StorageError> {
        let rows = self.journal.read(&format!("{kind}{id}"))?;
        Ok(rows.into_iter().filter(|row| owner(&row.key) == *id).collect())
    }

    /// What could not be put where it belongs, byte for byte.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn quarantined(&self) -> Result<Vec<Row>, StorageError> {
        self.storage.scan(Table::Quarantine, "").await
    }

    async fn replay_event(&self, row: &Row) -> Result<(), StorageError> {
        let key = row.key.strip_prefix(EVENT).unwrap_or(&row.key);
        let id = owner(&row.key);
        let stored = self.storage.get(Table::Events, key).await?;
        let writes = match stored {
            Some(stored) if stored == row.value => return Ok(()),
            Some(_) => vec![quarantine(&row.key, &row.value)],
            None => self.replayed(&id, key, row).await?,
        };
        self.storage.commit(writes).await
    }

    /// The writes that put an event where it belongs, with the summary of what it leads to.
    async fn replayed(&self, id: &AssessmentId, key: &str, row: &Row) -> Result<Vec<Write>, StorageError> {
        let mut rows = self.storage.scan(Table::Events, &format!("{id}/")).await?;
        rows.push(Row { key: key.to_owned(), value: row.value.clone() });
        let mut writes = vec![add(Table::Events, key, row.value.clone())];
        if let Some(assessment) = sound(self.unfold(id, &rows).await)? {
            writes.push(put(Table::Summaries, id.as_str(), Summary::of(id, &assessment).write()));
            let taken = assessment.log().last().map(|entry| Field::taken_by(&entry.event)).unwrap_or_default();
            writes.extend(taken.iter().map(|field| remove(Table::Drafts, &field.key(id))));
            return Ok(writes);
        }
        rows.pop();
        // A record that is damaged already gets its event all the same; one that is sound does not get a bad one.
        let fits_nothing = rows.is_empty() || Entry::read(&row.value).is_err();
        if fits_nothing || sound(self.unfold(id, &rows).await)?.is_some() {
            return Ok(vec![quarantine(&row.key, &row.value)]);
        }
        Ok(writes)
    }

    async fn replay_draft(&self, id: &AssessmentId, row: &Row) -> Result<(), StorageError> {
        let key = row.key.strip_prefix(DRAFT).unwrap_or(&row.key).to_owned();
        let events = self.storage.scan(Table::Events, &format!("{id}/")).await?;
        let draft = Draft::read(&Row { key, value: row.value.clone() });
        let writes = match draft {
            Ok(draft) if !events.is_empty() => self.replayed_draft(id, &draft, row, &events).await?,
            _ => vec![quarantine(&row.key, &row.value)],
        };
        self.storage.commit(writes).await
    }

    /// The writes that put a text where it belongs: nowhere, when a newer one stands there.
    async fn replayed_draft(
        &self,
        id: &AssessmentId,
        draft: &Draft,
        row: &Row,
        events: &[Row],
    ) -> Result<Vec<Write>, StorageError> {
        let key = draft.field.key(id);
        let stored = self.storage.get(Table::Drafts, &key).await?;
        let stored = stored.and_then(|value| Draft::read(&Row { key: key.clone(), value }).ok());
        if let Some(newer) = stored.filter(|stored| stored.typed > draft.typed) {
            // A clock that was put back makes the newer text look older: only what has grown since may go.
            let has_grown = newer.typed.after > draft.typed.after || newer.text.starts_with(&draft.text);
            return Ok(if has_grown { Vec::new() } else { vec![quarantine(&row.key, &row.value)] });
        }
        let Some(assessment) = sound(self.unfold(id, events).await)? else {
            return Ok(vec![put(Table::Drafts, &key, row.value.clone())]);
        };
        let since = assessment.log().iter().filter(|entry| entry.seq > draft.typed.after);
        let taken = since.flat_map(|entry| Field::taken_by(&entry.event)).any(|field| field == draft.field);
        let landed = draft.field.recorded(&assessment) == draft.text;
        Ok(match (taken, landed) {
            (true, _) => Vec::new(),
            (false, true) => vec![remove(Table::Drafts, &key)],
            (false, false) => vec![put(Table::Drafts, &key, row.value.clone())],
        })
    }
}

/// The assessment that a row of the journal is about.
fn owner(key: &str) -> AssessmentId {
    let key = [EVENT, DRAFT].iter().find_map(|kind| key.strip_prefix(kind)).unwrap_or(key);
    AssessmentId::new(key.split_once('/').map_or(key, |(id, _)| id))
}

/// Keeps a text for somebody to look at. The same text twice is one row.
pub(super) fn quarantine(key: &str, text: &str) -> Write {
    put(Table::Quarantine, &format!("{key}/{}", Digest::of(text.as_bytes())), text.to_owned())
}

/// The assessment if it can be read; only a failure of the storage is passed on.
fn sound(read: Result<Assessment, RecordError>) -> Result<Option<Assessment>, StorageError> {
    match read {
        Ok(assessment) => Ok(Some(assessment)),
        Err(RecordError::Storage(error)) => Err(error),
        Err(_) => Ok(None),
    }
}
