//! The archive: assessments written and read whole through [`Storage`] and [`Journal`].
//!
//! Each change goes into the journal at once and then into one transaction with the summary; only when that is
//! done is the journal's copy erased. What a tab left behind is replayed by `recovery`. Rows that cannot be read are
//! reported and left as they are.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use crate::assessment::{
    Against, Assessment, AssessmentId, Basis, Entry, Event, Form, PersonId, Refusal, Started, Unreadable,
};
use crate::framework::{self, Digest, Framework};
use crate::guide::Guide;

use super::draft::Draft;
use super::error::RecordError;
use super::field::Field;
use super::queue::Batch;
use super::recovery::{EVENT, quarantine};
use super::row::{add, put, remove};
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
    /// What was being typed.
    pub drafts: Vec<Draft>,
}

/// All rows of what was removed, an assessment or a framework, to put it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed(pub(super) Vec<Write>);

impl Archive {
    pub fn new(storage: Rc<dyn Storage>, journal: Rc<dyn Journal>) -> Self {
        Self { storage, journal }
    }

    /// Whether what is written outlives the tab, so that it may be called saved.
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

    /// The names that can be read, and the errors of those that cannot.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn names(&self) -> Result<(Vec<Person>, Vec<RecordError>), StorageError> {
        let mut names = Vec::new();
        let mut errors = Vec::new();
        for row in self.storage.scan(Table::People, "").await? {
            match Person::read(&row) {
                Ok(person) => names.push(person),
                Err(error) => errors.push(error),
            }
        }
        Ok((names, errors))
    }

    /// The id of the interviewer of that name: one whom an assessment names as interviewer. A candidate who comes back as
    /// interviewer is somebody else here, so that the one says nothing of the other.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn interviewer(&self, name: &str) -> Result<Option<PersonId>, StorageError> {
        // What cannot be read holds nobody up: the list tells of it.
        let (people, _) = self.names().await?;
        let (summaries, _) = self.summaries().await?;
        let assess = |summary: &Summary| summary.form != Form::SelfAssessment;
        let interviewers: BTreeSet<_> =
            summaries.into_iter().filter(assess).map(|summary| summary.interviewer).collect();
        let known = people.into_iter().find(|person| person.name == name.trim() && interviewers.contains(&person.id));
        Ok(known.map(|person| person.id))
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
        let text = first.text();
        let assessment =
            Assessment::begin(Arc::clone(&basis), first).map_err(|refusal| RecordError::Refused { seq: 1, refusal })?;
        if assessment.form() == Form::Unit && !self.is_named(&assessment.started.interviewer, people).await? {
            return Err(RecordError::Refused { seq: 1, refusal: Refusal::AssessorUnnamed });
        }
        let mut writes = vec![
            add(Table::Events, &entry::key(id, 1), text),
            put(Table::Frameworks, basis.framework_digest().as_str(), basis.framework.canonical()),
            put(Table::Summaries, id.as_str(), Summary::of(id, &assessment).write()),
        ];
        let guide = assessment.started.guide();
        writes.extend(guide.map(|guide| put(Table::Guides, guide.as_str(), basis.guide.canonical())));
        writes.extend(people.iter().map(|person| put(Table::People, person.id.as_str(), person.write())));
        self.storage.commit(writes).await?;
        Ok(assessment)
    }

    /// Whether somebody has a name, among these or kept before. Entries hold none, so that the fold cannot ask for it.
    async fn is_named(&self, id: &PersonId, people: &[Person]) -> Result<bool, StorageError> {
        let given = people.iter().any(|person| person.id == *id && !person.name.trim().is_empty());
        Ok(given || self.storage.get(Table::People, id.as_str()).await?.is_some())
    }

    /// Reads an assessment with both its revisions and what was being typed, after its own changes in flight are in
    /// place: the next entry would overwrite one that is not.
    ///
    /// # Errors
    /// What is missing or damaged, and where, or a failure of the storage.
    pub async fn open(&self, id: &AssessmentId) -> Result<Opened, RecordError> {
        self.recover_one(id).await?;
        let rows = self.storage.scan(Table::Events, &format!("{id}/")).await?;
        let mut assessment = self.unfold(id, &rows).await?;
        self.hold(id, &mut assessment).await?;
        Ok(Opened { assessment, drafts: self.drafts(id).await? })
    }

    /// Holds a log against what it came to when it was written.
    pub(super) async fn hold(&self, id: &AssessmentId, assessment: &mut Assessment) -> Result<(), StorageError> {
        if let Some(value) = self.storage.get(Table::Summaries, id.as_str()).await? {
            // A line that cannot be read says nothing of the log; the list tells of it.
            if let Ok(summary) = Summary::read(&Row { key: id.to_string(), value }) {
                summary.hold(assessment);
            }
        }
        Ok(())
    }

    /// What was being typed. A draft that cannot be read goes to quarantine, and stops nothing.
    async fn drafts(&self, id: &AssessmentId) -> Result<Vec<Draft>, RecordError> {
        let mut drafts = Vec::new();
        for row in self.storage.scan(Table::Drafts, &format!("{id}/")).await? {
            match Draft::read(&row) {
                Ok(draft) => drafts.push(draft),
                Err(RecordError::Unreadable { .. }) => {
                    let place = format!("{}/{}", Table::Drafts, row.key);
                    self.storage.commit(vec![quarantine(&place, &row.value), remove(Table::Drafts, &row.key)]).await?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(drafts)
    }

    /// Folds the rows of an assessment, with the revisions that its start names.
    pub(super) async fn unfold(&self, id: &AssessmentId, rows: &[Row]) -> Result<Assessment, RecordError> {
        let mut entries = Vec::with_capacity(rows.len());
        for row in rows {
            let entry = Entry::read(&row.value).map_err(|unreadable| RecordError::entry(&row.key, unreadable))?;
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
        let basis = self.basis_of(started).await?;
        Assessment::fold(Arc::new(basis), entries)
            .map_err(|(index, refusal)| RecordError::Refused { seq: index + 1, refusal })
    }

    /// What an assessment that was started so rests on.
    async fn basis_of(&self, started: &Started) -> Result<Basis, RecordError> {
        match &started.against {
            Against::Guide(guide) => self.basis(guide, &started.framework.digest).await,
            Against::Unit(level) | Against::Level(level) => {
                Ok(Basis::of_level(self.framework(&started.framework.digest).await?, level))
            }
        }
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

    /// Puts an entry into the journal, before anything else is done with it. The journal's draft of the field whose
    /// text it takes goes.
    ///
    /// # Errors
    /// If the journal takes nothing; the entry can still be committed.
    pub fn in_flight(&self, id: &AssessmentId, entry: &Entry) -> Result<(), StorageError> {
        let written = self.journal.write(&event_key(id, entry), &entry.text());
        // An older text must not outlive it, whether there was room for the entry or not.
        let taken = Field::taken_by(&entry.event);
        taken.iter().fold(written, |outcome, field| outcome.and(self.draft_taken(id, field)))
    }

    /// Commits entries and drafts in one transaction, with the summary of what they lead to. The draft of a field
    /// whose text an entry takes goes. Entries that are stored already, word for word, are no clash: another tab may
    /// have replayed them from the journal.
    ///
    /// # Errors
    /// A failure of the storage; nothing was written, and the journal keeps the changes.
    pub async fn commit(&self, id: &AssessmentId, batch: &Batch, summary: &Summary) -> Result<(), StorageError> {
        let mut rows: Vec<_> = batch.entries.iter().map(|entry| event_row(id, entry)).collect();
        let others = others(id, batch, summary);
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
        self.landed(id, batch);
        Ok(())
    }

    /// Takes what was committed out of the journal.
    fn landed(&self, id: &AssessmentId, batch: &Batch) {
        for entry in &batch.entries {
            self.forget(&Row { key: event_key(id, entry), value: entry.text() });
        }
        for (field, draft) in &batch.drafts {
            let key = field.journal_key(id);
            // A long text mostly is not there, and takes long to write only to see that.
            let is_there = self.journal.read(&key).is_ok_and(|rows| !rows.is_empty());
            if let Some(draft) = draft.as_ref().filter(|_| is_there) {
                self.forget(&Row { key, value: draft.write() });
            }
        }
    }

    /// Erases a row of the journal that is stored by now, unless another tab, or a later key, has put a newer one there.
    pub(super) fn forget(&self, row: &Row) {
        let same = self.journal.read(&row.key).is_ok_and(|rows| rows.contains(row));
        if same {
            // A copy that stays in the journal does no harm: replaying it finds the change stored. To report a
            // failure here would say of a stored change that it is not.
            drop(self.journal.erase(&row.key));
        }
    }

    /// Removes an assessment with its drafts and its summary, what the journal holds of it too, and the names of those
    /// whom no other assessment names. Guides and frameworks stay: they say nothing of a person.
    ///
    /// # Errors
    /// A failure of the storage; nothing was removed.
    pub async fn remove(&self, id: &AssessmentId) -> Result<Removed, StorageError> {
        self.recover_one(id).await?;
        let mut rows = Vec::new();
        for table in [Table::Events, Table::Drafts] {
            for row in self.storage.scan(table, &format!("{id}/")).await? {
                rows.push((table, row));
            }
        }
        if let Some(value) = self.storage.get(Table::Summaries, id.as_str()).await? {
            rows.push((Table::Summaries, Row { key: id.to_string(), value }));
        }
        for row in self.names_of_no_other(id).await? {
            rows.push((Table::People, row));
        }
        self.storage.commit(rows.iter().map(|(table, row)| remove(*table, &row.key)).collect()).await?;
        let back = |(table, row): (Table, Row)| match table {
            // Somebody may have become known again meanwhile.
            Table::People => put(table, &row.key, row.value),
            _ => add(table, &row.key, row.value),
        };
        Ok(Removed(rows.into_iter().map(back).collect()))
    }

    /// The rows of the people whom this assessment names and no other does. A line of the list that cannot be read may
    /// name anybody.
    async fn names_of_no_other(&self, id: &AssessmentId) -> Result<Vec<Row>, StorageError> {
        let (summaries, unreadable) = self.summaries().await?;
        let (own, others): (Vec<_>, Vec<_>) = summaries.into_iter().partition(|summary| summary.id == *id);
        let named = |summaries: &[Summary]| -> BTreeSet<PersonId> {
            summaries.iter().flat_map(Summary::people).cloned().collect()
        };
        let mut rows = Vec::new();
        for person in named(&own).difference(&named(&others)).filter(|_| unreadable.is_empty()) {
            if let Some(value) = self.storage.get(Table::People, person.as_str()).await? {
                rows.push(Row { key: person.to_string(), value });
            }
        }
        Ok(rows)
    }

    /// Puts what was removed back.
    ///
    /// # Errors
    /// A failure of the storage; nothing was written.
    pub async fn restore(&self, removed: Removed) -> Result<(), StorageError> {
        self.storage.commit(removed.0).await
    }

    pub(super) async fn framework(&self, digest: &Digest) -> Result<Framework, RecordError> {
        let text = self.must(Table::Frameworks, digest.as_str()).await?;
        framework::from_json(&text).map_err(|error| RecordError::framework(digest.as_str(), &error))
    }

    async fn must(&self, table: Table, key: &str) -> Result<String, RecordError> {
        let value = self.storage.get(table, key).await?;
        value.ok_or_else(|| RecordError::Missing { table, key: key.to_owned() })
    }
}

fn event_key(id: &AssessmentId, entry: &Entry) -> String {
    format!("{EVENT}{}", entry::key(id, entry.seq))
}

fn event_row(id: &AssessmentId, entry: &Entry) -> Row {
    Row { key: entry::key(id, entry.seq), value: entry.text() }
}

/// What is written beside the entries. A text that is newer than an entry comes after the removal of the older one.
fn others(id: &AssessmentId, batch: &Batch, summary: &Summary) -> Vec<Write> {
    let taken = batch.entries.iter().flat_map(|entry| Field::taken_by(&entry.event));
    let mut writes: Vec<_> = taken.map(|field| remove(Table::Drafts, &field.key(id))).collect();
    if !batch.entries.is_empty() {
        writes.push(put(Table::Summaries, id.as_str(), summary.write()));
    }
    writes.extend(batch.drafts.iter().map(|(field, draft)| match draft {
        Some(draft) => put(Table::Drafts, &field.key(id), draft.write()),
        None => remove(Table::Drafts, &field.key(id)),
    }));
    writes
}
