//! The archive: assessments written and read whole through [`Storage`] and [`Journal`].
//!
//! Each change goes into the journal at once and then into one transaction with the summary; only when that is
//! done is the journal's copy erased. What a tab left behind is replayed by `recovery`. Rows that cannot be read are
//! reported and left as they are.

use std::rc::Rc;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, AssessmentId, Basis, Entry, Event, Refusal};
use crate::framework::{self, Digest, Framework};
use crate::guide::Guide;

use super::draft::NoteDraft;
use super::entry::Unreadable;
use super::error::RecordError;
use super::recovery::EVENT;
use super::storage::{Journal, Row, Storage, StorageError, Table, Write};
use super::{Person, Summary, entry};

/// Everything that is kept, behind one door. Clones share the same storage.
#[derive(Clone)]
pub struct Archive {
    pub(super) storage: Rc<dyn Storage>,
    pub(super) journal: Rc<dyn Journal>,
}

/// An assessment as it was left.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub assessment: Assessment,
    pub draft: Option<NoteDraft>,
}

/// All rows of a removed assessment, to put it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed(Vec<Write>);

impl Archive {
    pub fn new(storage: Rc<dyn Storage>, journal: Rc<dyn Journal>) -> Self {
        Self { storage, journal }
    }

    /// Whether what is written outlives the tab.
    pub fn keeps(&self) -> bool {
        self.storage.keeps()
    }

    /// The lines of the list, newest change first, and the errors of those that cannot be read.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn summaries(&self) -> Result<(Vec<Summary>, Vec<RecordError>), StorageError> {
        let mut summaries = Vec::new();
        let mut errors = Vec::new();
        for row in self.storage.scan(Table::Summaries, "").await? {
            match Summary::read(&row) {
                Ok(summary) => summaries.push(summary),
                Err(error) => errors.push(error),
            }
        }
        summaries.sort_by(|a, b| b.changed_at.cmp(&a.changed_at).then_with(|| a.id.cmp(&b.id)));
        Ok((summaries, errors))
    }

    /// Everybody whose name is kept.
    ///
    /// # Errors
    /// A failure of the storage, or a row that is damaged.
    pub async fn people(&self) -> Result<Vec<Person>, RecordError> {
        let rows = self.storage.scan(Table::People, "").await?;
        rows.iter().map(|row| read_row(Table::People, row)).collect()
    }

    /// The names that can be read, and the errors of those that cannot.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn names(&self) -> Result<(Vec<Person>, Vec<RecordError>), StorageError> {
        let mut names = Vec::new();
        let mut errors = Vec::new();
        for row in self.storage.scan(Table::People, "").await? {
            match read_row(Table::People, &row) {
                Ok(person) => names.push(person),
                Err(error) => errors.push(error),
            }
        }
        Ok((names, errors))
    }

    /// Begins an assessment: its first event, both revisions and the names, in one transaction.
    ///
    /// # Errors
    /// A failure of the storage, or a start that the fold refuses.
    pub async fn start(
        &self,
        id: &AssessmentId,
        basis: Arc<Basis>,
        first: Entry,
        people: &[Person],
    ) -> Result<Assessment, RecordError> {
        let text = entry::write(&first);
        let assessment =
            Assessment::begin(Arc::clone(&basis), first).map_err(|refusal| RecordError::Refused { seq: 1, refusal })?;
        let mut writes = vec![
            add(Table::Events, &entry::key(id, 1), text),
            put(Table::Guides, basis.guide_digest().as_str(), basis.guide.canonical()),
            put(Table::Frameworks, basis.framework_digest().as_str(), basis.framework.canonical()),
            put(Table::Summaries, id.as_str(), Summary::of(id, &assessment).write()),
        ];
        writes.extend(people.iter().map(|person| put(Table::People, person.id.as_str(), json(person))));
        self.storage.commit(writes).await?;
        Ok(assessment)
    }

    /// Reads an assessment with both its revisions and the note that was in hand.
    ///
    /// # Errors
    /// What is missing or damaged, and where.
    pub async fn open(&self, id: &AssessmentId) -> Result<Opened, RecordError> {
        let rows = self.storage.scan(Table::Events, &format!("{id}/")).await?;
        let assessment = self.unfold(id, &rows).await?;
        let draft = match self.storage.get(Table::Drafts, id.as_str()).await? {
            Some(value) => Some(read_row(Table::Drafts, &Row { key: id.to_string(), value })?),
            None => None,
        };
        Ok(Opened { assessment, draft })
    }

    /// Folds the rows of an assessment, with the revisions that its start names.
    pub(super) async fn unfold(&self, id: &AssessmentId, rows: &[Row]) -> Result<Assessment, RecordError> {
        let mut entries = Vec::with_capacity(rows.len());
        for row in rows {
            let entry = entry::read(&row.value).map_err(|unreadable| RecordError::entry(&row.key, unreadable))?;
            if row.key != entry::key(id, entry.seq) {
                let reason = format!("it holds entry {}", entry.seq);
                return Err(RecordError::entry(&row.key, Unreadable::Damaged(reason)));
            }
            entries.push(entry);
        }
        let started = match entries.first().map(|entry| &entry.event) {
            Some(Event::Started(started)) => started,
            Some(_) => return Err(RecordError::Refused { seq: 1, refusal: Refusal::NotStarted }),
            None => return Err(RecordError::Missing { table: Table::Events, key: id.to_string() }),
        };
        let basis = self.basis(&started.guide, &started.framework.digest).await?;
        Assessment::fold(Arc::new(basis), entries)
            .map_err(|(index, refusal)| RecordError::Refused { seq: index + 1, refusal })
    }

    /// The guide and the framework of these digests.
    ///
    /// # Errors
    /// What is missing or damaged, and where.
    pub async fn basis(&self, guide: &Digest, framework: &Digest) -> Result<Basis, RecordError> {
        let text = self.must(Table::Guides, guide.as_str()).await?;
        let guide = Guide::from_json(&text).map_err(|error| RecordError::guide(guide.as_str(), &error))?;
        Ok(Basis::new(guide, self.framework(framework).await?))
    }

    /// Puts an entry into the journal, before anything else is done with it.
    ///
    /// # Errors
    /// If the journal takes nothing; the entry can still be appended.
    pub fn in_flight(&self, id: &AssessmentId, entry: &Entry) -> Result<(), StorageError> {
        self.journal.write(&format!("{EVENT}{}", entry::key(id, entry.seq)), &entry::write(entry))
    }

    /// Appends entries in one transaction with the summary of what they lead to; with `closes_draft` the note in
    /// hand goes in the same transaction. Entries that are stored already, word for word, are no clash: another tab
    /// may have replayed them from the journal.
    ///
    /// # Errors
    /// A failure of the storage; nothing was written, and the journal keeps the entries.
    pub async fn append(
        &self,
        id: &AssessmentId,
        entries: &[Entry],
        summary: &Summary,
        closes_draft: bool,
    ) -> Result<(), StorageError> {
        let mut rows: Vec<_> =
            entries.iter().map(|entry| Row { key: entry::key(id, entry.seq), value: entry::write(entry) }).collect();
        let mut others = vec![put(Table::Summaries, id.as_str(), summary.write())];
        if closes_draft {
            others.push(remove(Table::Drafts, id.as_str()));
        }
        let additions =
            |rows: &[Row]| rows.iter().map(|row| add(Table::Events, &row.key, row.value.clone())).collect::<Vec<_>>();
        match self.storage.commit([additions(&rows), others.clone()].concat()).await {
            Err(StorageError::Clash { table: Table::Events, .. }) => {
                for index in (0..rows.len()).rev() {
                    let stored = self.storage.get(Table::Events, &rows[index].key).await?;
                    if stored.as_ref() == Some(&rows[index].value) {
                        rows.remove(index);
                    }
                }
                self.storage.commit([additions(&rows), others].concat()).await?;
            }
            committed => committed?,
        }
        for entry in entries {
            // A copy that stays in the journal does no harm: replaying it finds the entry stored. To report a failure
            // here would say of a stored change that it is not.
            drop(self.journal.erase(&format!("{EVENT}{}", entry::key(id, entry.seq))));
        }
        Ok(())
    }

    /// Removes an assessment with its draft and its summary, what the journal holds of it too. Guides, frameworks and
    /// names stay: other records may need them.
    ///
    /// # Errors
    /// A failure of the storage; nothing was removed.
    pub async fn remove(&self, id: &AssessmentId) -> Result<Removed, StorageError> {
        self.recover().await?;
        let mut rows = Vec::new();
        for row in self.storage.scan(Table::Events, &format!("{id}/")).await? {
            rows.push((Table::Events, row));
        }
        for table in [Table::Summaries, Table::Drafts] {
            if let Some(value) = self.storage.get(table, id.as_str()).await? {
                rows.push((table, Row { key: id.to_string(), value }));
            }
        }
        self.storage.commit(rows.iter().map(|(table, row)| remove(*table, &row.key)).collect()).await?;
        Ok(Removed(rows.into_iter().map(|(table, row)| add(table, &row.key, row.value)).collect()))
    }

    /// Puts a removed assessment back.
    ///
    /// # Errors
    /// A failure of the storage; nothing was written.
    pub async fn restore(&self, removed: Removed) -> Result<(), StorageError> {
        self.storage.commit(removed.0).await
    }

    async fn framework(&self, digest: &Digest) -> Result<Framework, RecordError> {
        let text = self.must(Table::Frameworks, digest.as_str()).await?;
        framework::from_json(&text).map_err(|error| RecordError::framework(digest.as_str(), &error))
    }

    async fn must(&self, table: Table, key: &str) -> Result<String, RecordError> {
        let value = self.storage.get(table, key).await?;
        value.ok_or_else(|| RecordError::Missing { table, key: key.to_owned() })
    }
}

pub(super) fn add(table: Table, key: &str, value: String) -> Write {
    Write::Add { table, key: key.to_owned(), value }
}

pub(super) fn put(table: Table, key: &str, value: String) -> Write {
    Write::Put { table, key: key.to_owned(), value }
}

pub(super) fn remove(table: Table, key: &str) -> Write {
    Write::Remove { table, key: key.to_owned() }
}

pub(super) fn json<T: Serialize>(value: &T) -> String {
    // What is stored here holds only texts, lists and whole numbers, which JSON always expresses.
    serde_json::to_string(value).unwrap_or_default()
}

pub(super) fn read_row<'a, T: Deserialize<'a>>(table: Table, row: &'a Row) -> Result<T, RecordError> {
    serde_json::from_str(&row.value).map_err(|error| RecordError::Unreadable {
        table,
        key: row.key.clone(),
        reason: error.to_string(),
    })
}
