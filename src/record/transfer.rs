//! Assessments out of the archive as files, and in again. What can be read here is never overwritten.

use std::collections::BTreeMap;

use crate::assessment::{Assessment, AssessmentId, Entry, Unreadable};

use super::error::RecordError;
use super::package::{Arrival, Package, PackageError};
use super::recovery::{EVENT, quarantine};
use super::row::{add, put};
use super::storage::{Row, StorageError, Table, Write};
use super::{Archive, Person, Summary, entry};

/// Why an import failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    Package(PackageError),
    Storage(StorageError),
}

impl std::fmt::Display for ImportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Package(error) => error.fmt(f),
            Self::Storage(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ImportError {}

impl From<PackageError> for ImportError {
    fn from(error: PackageError) -> Self {
        Self::Package(error)
    }
}

impl From<StorageError> for ImportError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl Archive {
    /// An assessment as one file, also of entries that could not be committed yet, and where the storage cannot be read
    /// any more: a file is the way out then.
    ///
    /// # Errors
    /// Names that are wanted and cannot be read.
    pub async fn export(
        &self,
        id: &AssessmentId,
        assessment: &Assessment,
        with_names: bool,
    ) -> Result<String, RecordError> {
        let mut people = Vec::new();
        if with_names {
            for id in assessment.people() {
                if let Some(value) = self.storage.get(Table::People, id.as_str()).await? {
                    people.push(Person::read(&Row { key: id.to_string(), value })?);
                }
            }
        }
        // Byte for byte as first written, where it is stored; what the tab still holds, where nothing can be read or
        // another tab has put something else there.
        let rows = self.storage.scan(Table::Events, &format!("{id}/")).await.unwrap_or_default();
        let stored: BTreeMap<_, _> = rows.into_iter().map(|row| (row.key, row.value)).collect();
        let text = |entry: &Entry| {
            let stored = stored.get(&entry::key(id, entry.seq)).filter(|text| Entry::read(text).as_ref() == Ok(entry));
            stored.cloned().unwrap_or_else(|| entry.text())
        };
        let package = Package {
            assessment: id.clone(),
            people,
            guide: assessment.started.guide().map(|_| assessment.basis.guide.canonical()),
            framework: assessment.basis.framework.canonical(),
            events: assessment.log().iter().map(text).collect(),
            head: assessment.head().clone(),
        };
        Ok(package.write())
    }

    /// Takes an exported assessment in. What can be read here is never overwritten; a damaged row goes to quarantine
    /// and the file's takes its place.
    ///
    /// # Errors
    /// The file's fault, or a failure of the storage; nothing was written.
    pub async fn import(&self, text: &str) -> Result<(AssessmentId, Arrival), ImportError> {
        let (package, assessment) = Package::read(text)?;
        let id = package.assessment.clone();
        // What is in flight here comes first: it would find its place taken.
        self.recover_one(&id).await?;
        let here = self.storage.scan(Table::Events, &format!("{id}/")).await?;
        let known = !here.is_empty();
        let longer_here = here.len() > package.events.len();
        let Merged { mut writes, added, mut mended } = merged(&id, here, &package.events)?;
        let revisions = self.revisions(&assessment, &package).await?;
        if known {
            mended += revisions.iter().filter(|write| write.table() != Table::Quarantine).count();
        }
        writes.extend(revisions);
        let people = self.new_people(&package.people).await?;
        if let Some(aside) = self.damaged_summary(&id).await?.filter(|_| known) {
            mended += 1;
            writes.extend(aside);
            writes.push(put(Table::Summaries, id.as_str(), self.summary_of(&id, longer_here, &assessment).await?));
        }
        if writes.is_empty() {
            let names = people.iter().filter(|write| write.table() == Table::People).count();
            if names > 0 {
                self.storage.commit(people).await?;
            }
            return Ok((id, if names > 0 { Arrival::Named { names } } else { Arrival::Known }));
        }
        // A log that is longer here keeps the summary that it has.
        if !longer_here {
            writes.push(put(Table::Summaries, id.as_str(), Summary::of(&id, &assessment).write()));
        }
        writes.extend(people);
        self.storage.commit(writes).await?;
        let arrival = match (known, mended) {
            (false, _) => {
                assessment.altered().map_or(Arrival::New, |altered| Arrival::Altered { first: altered.first })
            }
            (true, 0) => Arrival::Longer { added },
            (true, rows) => Arrival::Mended { rows },
        };
        Ok((id, arrival))
    }

    /// The writes for a guide and a framework that are not here, or not as their digests say.
    async fn revisions(&self, assessment: &Assessment, package: &Package) -> Result<Vec<Write>, StorageError> {
        let started = &assessment.started;
        let mut writes = Vec::new();
        let guide = started.guide().zip(package.guide.as_ref()).map(|(digest, text)| (Table::Guides, digest, text));
        let framework = (Table::Frameworks, &started.framework.digest, &package.framework);
        for (table, digest, text) in guide.into_iter().chain([framework]) {
            let stored = self.storage.get(table, digest.as_str()).await?;
            if stored.as_ref() != Some(text) {
                writes.extend(stored.map(|stored| quarantine(&format!("{table}/{digest}"), &stored)));
                writes.push(put(table, digest.as_str(), text.clone()));
            }
        }
        Ok(writes)
    }

    /// What puts a line of the list that cannot be read, or is not there, out of the way; `None` where it is sound, or of a
    /// later release.
    async fn damaged_summary(&self, id: &AssessmentId) -> Result<Option<Vec<Write>>, StorageError> {
        let Some(value) = self.storage.get(Table::Summaries, id.as_str()).await? else { return Ok(Some(Vec::new())) };
        let row = Row { key: id.to_string(), value };
        Ok(match Summary::read(&row) {
            Err(RecordError::Unreadable { .. }) => {
                Some(vec![quarantine(&format!("{}/{id}", Table::Summaries), &row.value)])
            }
            _ => None,
        })
    }

    /// The line of the list for what stands here once the file is in.
    async fn summary_of(
        &self,
        id: &AssessmentId,
        longer_here: bool,
        assessment: &Assessment,
    ) -> Result<String, StorageError> {
        if longer_here {
            let rows = self.storage.scan(Table::Events, &format!("{id}/")).await?;
            if let Ok(longer) = self.unfold(id, &rows).await {
                return Ok(Summary::of(id, &longer).write());
            }
        }
        Ok(Summary::of(id, assessment).write())
    }

    /// Names that are not known here, or cannot be read; a name that is stays as it is.
    async fn new_people(&self, people: &[Person]) -> Result<Vec<Write>, StorageError> {
        let mut writes = Vec::new();
        for person in people {
            let key = person.id.as_str();
            match self.storage.get(Table::People, key).await? {
                None => writes.push(add(Table::People, key, person.write())),
                Some(value) => {
                    let row = Row { key: key.to_owned(), value };
                    if matches!(Person::read(&row), Err(RecordError::Unreadable { .. })) {
                        writes.push(quarantine(&format!("{}/{key}", Table::People), &row.value));
                        writes.push(put(Table::People, key, person.write()));
                    }
                }
            }
        }
        Ok(writes)
    }
}

/// What it takes to have all events of a file here.
#[derive(Default)]
struct Merged {
    writes: Vec<Write>,
    added: usize,
    mended: usize,
}

fn merged(id: &AssessmentId, here: Vec<Row>, events: &[String]) -> Result<Merged, PackageError> {
    let last = here.last().map(|row| row.key.clone()).unwrap_or_default();
    let here: BTreeMap<_, _> = here.into_iter().map(|row| (row.key, row.value)).collect();
    let mut merged = Merged::default();
    for (event, seq) in events.iter().zip(1_u32..) {
        let key = entry::key(id, seq);
        match here.get(&key) {
            Some(stored) if stored == event => {}
            Some(stored) if matches!(Entry::read(stored), Err(Unreadable::Damaged(_))) => {
                merged.mended += 1;
                merged.writes.push(quarantine(&format!("{EVENT}{key}"), stored));
                merged.writes.push(put(Table::Events, &key, event.clone()));
            }
            Some(_) => return Err(PackageError::Diverged { seq: seq as usize }),
            None => {
                let gap = key < last;
                merged.mended += usize::from(gap);
                merged.added += usize::from(!gap);
                merged.writes.push(add(Table::Events, &key, event.clone()));
            }
        }
    }
    Ok(merged)
}
