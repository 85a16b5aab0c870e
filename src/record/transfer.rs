//! Assessments out of the archive as files, and in again. What is here already is never overwritten.

use crate::assessment::{Assessment, AssessmentId};

use super::archive::{add, json, put};
use super::error::RecordError;
use super::package::{Arrival, Package, PackageError};
use super::storage::{StorageError, Table, Write};
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
    /// An assessment as one file.
    ///
    /// # Errors
    /// What is missing or damaged, and where.
    pub async fn export(&self, id: &AssessmentId, with_names: bool) -> Result<String, RecordError> {
        let opened = self.open(id).await?;
        let started = &opened.assessment.started;
        let people = if with_names {
            let mut people = self.people().await?;
            people.retain(|person| person.id == started.candidate || person.id == started.interviewer);
            people
        } else {
            Vec::new()
        };
        let rows = self.storage.scan(Table::Events, &format!("{id}/")).await?;
        let package = Package {
            assessment: id.clone(),
            people,
            guide: opened.assessment.basis.guide.canonical(),
            framework: opened.assessment.basis.framework.canonical(),
            events: rows.into_iter().map(|row| row.value).collect(),
        };
        Ok(package.write())
    }

    /// Takes an exported assessment in. What is here already is never overwritten.
    ///
    /// # Errors
    /// The file's fault, or a failure of the storage; nothing was written.
    pub async fn import(&self, text: &str) -> Result<(AssessmentId, Arrival), ImportError> {
        let (package, assessment) = Package::read(text)?;
        let id = package.assessment.clone();
        let here = self.storage.scan(Table::Events, &format!("{id}/")).await?;
        let differs = here.iter().zip(&package.events).position(|(row, event)| row.value != *event);
        if let Some(index) = differs {
            return Err(PackageError::Diverged { seq: index + 1 }.into());
        }
        if here.len() >= package.events.len() {
            return Ok((id, Arrival::Known));
        }
        let mut writes = self.revisions(&assessment, &package);
        let events = package.events.iter().zip(1..).skip(here.len());
        writes.extend(events.map(|(event, seq)| add(Table::Events, &entry::key(&id, seq), event.clone())));
        writes.push(put(Table::Summaries, id.as_str(), Summary::of(&id, &assessment).write()));
        writes.extend(self.new_people(&package.people).await?);
        self.storage.commit(writes).await?;
        let added = package.events.len() - here.len();
        Ok((id, if here.is_empty() { Arrival::New } else { Arrival::Longer { added } }))
    }

    fn revisions(&self, assessment: &Assessment, package: &Package) -> Vec<Write> {
        vec![
            put(Table::Guides, assessment.started.guide.as_str(), package.guide.clone()),
            put(Table::Frameworks, assessment.started.framework.digest.as_str(), package.framework.clone()),
        ]
    }

    /// Names that are not known here; a name that is stays as it is.
    async fn new_people(&self, people: &[Person]) -> Result<Vec<Write>, StorageError> {
        let mut writes = Vec::new();
        for person in people {
            if self.storage.get(Table::People, person.id.as_str()).await?.is_none() {
                writes.push(add(Table::People, person.id.as_str(), json(person)));
            }
        }
        Ok(writes)
    }
}
