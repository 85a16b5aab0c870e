//! Recovery: what the journal holds of changes that a tab began and did not see committed is put where it belongs.
//!
//! Nothing is dropped: what fits no record goes to quarantine byte for byte, under its place in the journal and its
//! digest.

use crate::assessment::{Assessment, AssessmentId, Event};
use crate::framework::Digest;

use super::archive::{add, put, remove};
use super::error::RecordError;
use super::storage::{Row, StorageError, Table, Write};
use super::{Archive, NoteDraft, Summary, entry};

/// What journal keys of events and of drafts begin with.
pub(super) const EVENT: &str = "event/";
pub(super) const DRAFT: &str = "draft/";

impl Archive {
    /// Replays what the journal holds. Doing it twice changes nothing more.
    ///
    /// # Errors
    /// The first failure of the storage; what was not replayed stays in the journal.
    pub async fn recover(&self) -> Result<(), StorageError> {
        for row in self.journal.read(EVENT)? {
            self.replay_event(&row).await?;
            self.journal.erase(&row.key)?;
        }
        for row in self.journal.read(DRAFT)? {
            self.replay_draft(&row).await?;
            self.journal.erase(&row.key)?;
        }
        Ok(())
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
        let id = AssessmentId::new(key.rsplit_once('/').map_or(key, |(id, _)| id));
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
            writes.extend(self.closed_draft(id, &assessment).await?);
            return Ok(writes);
        }
        rows.pop();
        // A record that is damaged already gets its event all the same; one that is sound does not get a bad one.
        let fits_nothing = rows.is_empty() || entry::read(&row.value).is_err();
        if fits_nothing || sound(self.unfold(id, &rows).await)?.is_some() {
            return Ok(vec![quarantine(&row.key, &row.value)]);
        }
        Ok(writes)
    }

    /// The removal of the note in hand, when the event just replayed is that note.
    async fn closed_draft(&self, id: &AssessmentId, assessment: &Assessment) -> Result<Option<Write>, StorageError> {
        let Some(Event::WroteNote { question, .. }) = assessment.log().last().map(|entry| &entry.event) else {
            return Ok(None);
        };
        let stored = self.storage.get(Table::Drafts, id.as_str()).await?;
        let draft = stored.and_then(|text| NoteDraft::read(&text));
        Ok(draft.filter(|draft| draft.question == *question).map(|_| remove(Table::Drafts, id.as_str())))
    }

    async fn replay_draft(&self, row: &Row) -> Result<(), StorageError> {
        let id = AssessmentId::new(row.key.strip_prefix(DRAFT).unwrap_or(&row.key));
        let rows = self.storage.scan(Table::Events, &format!("{id}/")).await?;
        let write = match NoteDraft::read(&row.value) {
            Some(draft) if !rows.is_empty() => {
                let assessment = sound(self.unfold(&id, &rows).await)?;
                let landed = assessment.is_some_and(|assessment| assessment.note(&draft.question) == draft.text);
                if landed {
                    remove(Table::Drafts, id.as_str())
                } else {
                    put(Table::Drafts, id.as_str(), row.value.clone())
                }
            }
            _ => quarantine(&row.key, &row.value),
        };
        self.storage.commit(vec![write]).await
    }
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
