//! The shelf: frameworks that a person has taken in, each with one line for the library and its current revision.
//!
//! A revision is never rewritten. One that is replaced or taken off goes with the line that named it, but for one that
//! a guide names: what was assessed against it still has to read as it did.

use serde::{Deserialize, Serialize};

use crate::framework::{CatalogEntry, Digest, Framework, FrameworkId, Purpose};
use crate::guide::Guide;

use super::archive::{Archive, Removed};
use super::error::RecordError;
use super::recovery::quarantine;
use super::row::{self, add, put, remove};
use super::storage::{Row, StorageError, Table, Write};

/// The version that this release writes.
const VERSION: u32 = 1;

/// One line of the shelf: what the library shows of a kept framework, without reading it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    v: u32,
    pub id: FrameworkId,
    /// The current revision.
    pub digest: Digest,
    pub title: String,
    pub summary: Option<String>,
    #[serde(with = "purpose")]
    pub purpose: Purpose,
    pub rungs: u32,
    pub competencies: u32,
    pub criteria: u32,
    pub questions: u32,
    /// The digests of the documents that were taken in, byte for byte, the newest last.
    pub documents: Vec<Digest>,
    /// The revision as it was last imported.
    pub imported: Digest,
    /// When the current revision was made, in milliseconds since 1970.
    pub at: i64,
    /// From 1, one more with each change.
    pub revision: u32,
}

impl Kept {
    /// Whether it was corrected by hand since a document was last taken in.
    pub fn is_corrected(&self) -> bool {
        self.digest != self.imported
    }

    /// Whether a document of these very bytes was taken in.
    pub fn holds(&self, document: &Digest) -> bool {
        self.documents.contains(document)
    }

    /// The line as the library lists it beside those of the host. It has no file there, and does not say what it helps
    /// with.
    pub fn entry(&self) -> CatalogEntry {
        CatalogEntry {
            id: self.id.clone(),
            file: String::new(),
            title: self.title.clone(),
            summary: self.summary.clone(),
            purpose: self.purpose,
            uses: Vec::new(),
            rungs: self.rungs,
            competencies: self.competencies,
            criteria: self.criteria,
        }
    }

    /// The first line of a framework whose canonical text this is.
    fn new(framework: &Framework, text: &str, documents: Vec<Digest>, at: i64) -> Self {
        let digest = Digest::of(text.as_bytes());
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let standing: usize = framework.competencies.iter().map(|competency| competency.questions.len()).sum();
        Self {
            v: VERSION,
            id: framework.id.clone(),
            title: framework.title.clone(),
            summary: framework.summary.clone(),
            purpose: framework.purpose,
            rungs: number(framework.rungs().len()),
            competencies: number(framework.competencies.len()),
            criteria: number(framework.criteria().count()),
            questions: number(standing + framework.questions.len()),
            documents,
            imported: digest.clone(),
            digest,
            at,
            revision: 1,
        }
    }

    /// The line once this framework is in its place.
    fn followed_by(&self, framework: &Framework, text: &str, document: Option<Digest>, at: i64) -> Self {
        let mut documents = self.documents.clone();
        documents.retain(|known| Some(known) != document.as_ref());
        let imported = document.is_none().then(|| self.imported.clone());
        documents.extend(document);
        let next = Self::new(framework, text, documents, at);
        Self {
            imported: imported.unwrap_or_else(|| next.digest.clone()),
            revision: self.revision.saturating_add(u32::from(next.digest != self.digest)),
            ..next
        }
    }

    fn read(row: &Row) -> Result<Self, RecordError> {
        row::read(Table::Shelf, row, VERSION)
    }

    fn put(&self) -> Write {
        put(Table::Shelf, self.id.as_str(), row::write(self))
    }
}

impl Archive {
    /// The lines of the shelf by title, and the errors of those that cannot be read.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn shelf(&self) -> Result<(Vec<Kept>, Vec<RecordError>), StorageError> {
        let mut lines = Vec::new();
        let mut errors = Vec::new();
        for row in self.storage.scan(Table::Shelf, "").await? {
            match Kept::read(&row) {
                Ok(kept) => lines.push(kept),
                Err(error) => errors.push(error),
            }
        }
        lines.sort_by_cached_key(|kept| (kept.title.to_lowercase(), kept.id.clone()));
        Ok((lines, errors))
    }

    /// A kept framework as it is now; `None` where none of that id is kept.
    ///
    /// # Errors
    /// What is missing or damaged, and where, or a failure of the storage.
    pub async fn kept(&self, id: &FrameworkId) -> Result<Option<(Kept, Framework)>, RecordError> {
        let Some(mut kept) = self.line(id).await? else { return Ok(None) };
        loop {
            match self.framework(&kept.digest).await {
                // Another tab may have put a new revision in its place between the two readings.
                Err(missing @ RecordError::Missing { .. }) => match self.line(id).await? {
                    Some(newer) if newer.digest != kept.digest => kept = newer,
                    Some(_) => return Err(missing),
                    None => return Ok(None),
                },
                framework => return framework.map(|framework| Some((kept, framework))),
            }
        }
    }

    /// Keeps a new framework: its revision and its line, in one transaction. A line of that id that is damaged goes to
    /// quarantine.
    ///
    /// # Errors
    /// A failure of the storage, which is a clash where a framework of that id is kept; nothing was written.
    pub async fn keep(&self, framework: &Framework, document: Digest, at: i64) -> Result<Kept, RecordError> {
        let text = framework.canonical();
        let kept = Kept::new(framework, &text, vec![document], at);
        let key = kept.id.as_str();
        let mut writes = vec![put(Table::Frameworks, kept.digest.as_str(), text)];
        match self.line(&kept.id).await {
            Err(RecordError::Unreadable { .. }) => {
                if let Some(damaged) = self.storage.get(Table::Shelf, key).await? {
                    writes.push(quarantine(&format!("{}/{key}", Table::Shelf), &damaged));
                }
                writes.push(kept.put());
            }
            Err(RecordError::Storage(error)) => return Err(error.into()),
            _ => writes.push(add(Table::Shelf, key, row::write(&kept))),
        }
        self.storage.commit(writes).await?;
        Ok(kept)
    }

    /// Puts a new revision in the place of `before`, which goes unless a guide names it. With the digest of a document
    /// it comes from there, otherwise it was corrected by hand. What is kept already is not written again.
    ///
    /// # Errors
    /// A clash where another revision than `before` is the current one, what is missing or damaged, or a failure of the
    /// storage; nothing was written.
    pub async fn revise(
        &self,
        before: &Digest,
        framework: &Framework,
        document: Option<Digest>,
        at: i64,
    ) -> Result<Kept, RecordError> {
        let kept = self.must_line(&framework.id).await?;
        if kept.digest != *before {
            let clash = StorageError::Clash { table: Table::Shelf, key: kept.id.to_string() };
            return Err(clash.into());
        }
        let text = framework.canonical();
        let next = kept.followed_by(framework, &text, document, at);
        if next.digest == kept.digest {
            if next.documents == kept.documents && next.imported == kept.imported {
                return Ok(kept);
            }
            self.storage.commit(vec![next.put()]).await?;
            return Ok(next);
        }
        let revision = put(Table::Frameworks, next.digest.as_str(), text);
        self.commit_without(vec![revision, next.put()], before).await?;
        Ok(next)
    }

    /// Takes a framework off the shelf, with its revision unless a guide names it. [`Archive::restore`] puts it back.
    ///
    /// # Errors
    /// What is missing or damaged, and where, or a failure of the storage; nothing was removed.
    pub async fn take_off(&self, id: &FrameworkId) -> Result<Removed, RecordError> {
        let kept = self.must_line(id).await?;
        let mut back = vec![add(Table::Shelf, id.as_str(), row::write(&kept))];
        if let Some(text) = self.storage.get(Table::Frameworks, kept.digest.as_str()).await? {
            back.push(put(Table::Frameworks, kept.digest.as_str(), text));
        }
        self.commit_without(vec![remove(Table::Shelf, id.as_str())], &kept.digest).await?;
        Ok(Removed(back))
    }

    async fn line(&self, id: &FrameworkId) -> Result<Option<Kept>, RecordError> {
        let value = self.storage.get(Table::Shelf, id.as_str()).await?;
        value.map(|value| Kept::read(&Row { key: id.to_string(), value })).transpose()
    }

    async fn must_line(&self, id: &FrameworkId) -> Result<Kept, RecordError> {
        let missing = || RecordError::Missing { table: Table::Shelf, key: id.to_string() };
        self.line(id).await?.ok_or_else(missing)
    }

    /// Commits, and removes a revision that nothing needs any more in the same transaction. One that is damaged goes to
    /// quarantine.
    async fn commit_without(&self, mut writes: Vec<Write>, revision: &Digest) -> Result<(), StorageError> {
        let key = revision.as_str();
        let needed = self.is_needed(revision).await?;
        let text = self.storage.get(Table::Frameworks, key).await?;
        let Some(text) = text.filter(|_| !needed) else { return self.storage.commit(writes).await };
        writes.push(remove(Table::Frameworks, key));
        if Digest::of(text.as_bytes()) != *revision {
            writes.push(quarantine(&format!("{}/{key}", Table::Frameworks), &text));
        }
        self.storage.commit(writes).await?;
        // Another tab may have begun an assessment against it since; where that cannot be told, it may have.
        if self.is_needed(revision).await.unwrap_or(true) {
            self.storage.commit(vec![put(Table::Frameworks, key, text)]).await?;
        }
        Ok(())
    }

    /// Whether a guide, or an assessment without one, names this revision. What cannot be read may name any.
    async fn is_needed(&self, revision: &Digest) -> Result<bool, StorageError> {
        let (summaries, unreadable) = self.summaries().await?;
        if !unreadable.is_empty() || summaries.iter().any(|summary| summary.revision.as_ref() == Some(revision)) {
            return Ok(true);
        }
        let guides = self.storage.scan(Table::Guides, "").await?;
        let names = |row: &Row| Guide::from_json(&row.value).map_or(true, |guide| guide.framework.digest == *revision);
        Ok(guides.iter().any(names))
    }
}

/// The purpose by its word, as the framework file has it.
mod purpose {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::framework::Purpose;

    pub fn serialize<S: Serializer>(purpose: &Purpose, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(purpose.name())
    }

    pub fn deserialize<'a, D: Deserializer<'a>>(deserializer: D) -> Result<Purpose, D::Error> {
        let word = String::deserialize(deserializer)?;
        let known = Purpose::ALL.into_iter().find(|purpose| purpose.name() == word);
        known.ok_or_else(|| D::Error::custom(format!("there is no purpose \"{word}\"")))
    }
}
