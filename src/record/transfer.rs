//! Assessments out of the archive as files, and in again. What can be read here is never overwritten.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Assessment, AssessmentId, Entry};

use super::entry::Unreadable;
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
    /// An assessment as one file, also of entries that could not be committed yet: when there is no room left, a file
    /// is the way out.
    ///
    /// # Errors
    /// A failure of the storage, or a name that cannot be read.
    pub async fn export(
        &self,
        id: &AssessmentId,
        assessment: &Assessment,
        with_names: bool,
    ) -> Result<String, RecordError> {
        let started = &assessment.started;
        let mut people = Vec::new();
        if with_names {
            for id in BTreeSet::from([&started.candidate, &started.interviewer]) {
                if let Some(value) = self.storage.get(Table::People, id.as_str()).await? {
                    people.push(Person::read(&Row { key: id.to_string(), value })?);
                }
            }
        }
        let rows = self.storage.scan(Table::Events, &format!("{id}/")).await?;
        // Byte for byte as first written, where it is stored.
        let stored: BTreeMap<_, _> = rows.into_iter().map(|row| (row.key, row.value)).collect();
        let text =
            |entry: &Entry| stored.get(&entry::key(id, entry.seq)).cloned().unwrap_or_else(|| entry::write(entry));
        let package = Package {
            assessment: id.clone(),
            people,
            guide: assessment.basis.guide.canonical(),
            framework: assessment.basis.framework.canonical(),
            events: assessment.log().iter().map(text).collect(),
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
        if writes.is_empty() {
            let names = people.len();
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
            (false, _) => Arrival::New,
            (true, 0) => Arrival::Longer { added },
            (true, rows) => Arrival::Mended { rows },
        };
        Ok((id, arrival))
    }

    /// The writes for a guide and a framework that are not here, or not as their digests say.
    async fn revisions(&self, assessment: &Assessment, package: &Package) -> Result<Vec<Write>, StorageError> {
        let started = &assessment.started;
        let mut writes = Vec::new();
        for (table, digest, text) in [
            (Table::Guides, &started.guide, &package.guide),
            (Table::Frameworks, &started.framework.digest, &package.framework),
        ] {
            let stored = self.storage.get(table, digest.as_str()).await?;
            if stored.as_ref() != Some(text) {
                writes.extend(stored.map(|stored| quarantine(&format!("{table}/{digest}"), &stored)));
                writes.push(put(table, digest.as_str(), text.clone()));
            }
        }
        Ok(writes)
    }

    /// Names that are not known here; a name that is stays as it is.
    async fn new_people(&self, people: &[Person]) -> Result<Vec<Write>, StorageError> {
        let mut writes = Vec::new();
        for person in people {
            if self.storage.get(Table::People, person.id.as_str()).await?.is_none() {
                writes.push(add(Table::People, person.id.as_str(), person.write()));
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
            Some(stored) if matches!(entry::read(stored), Err(Unreadable::Damaged(_))) => {
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
