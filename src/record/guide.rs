//! The guides that are kept: each with the plan as it stands now, and with every version that was frozen from it.
//!
//! A version once frozen is never rewritten: assessments name it by its digest. Removing a guide that an assessment was
//! held with only hides it.

use serde::{Deserialize, Serialize};

use crate::assessment::Basis;
use crate::framework::Digest;
use crate::guide::{Guide, GuideId, Plan};

use super::archive::{Archive, Removed};
use super::error::RecordError;
use super::row::{self, put, remove};
use super::storage::{Row, StorageError, Table, Write};

/// The version that this release writes.
const VERSION: u32 = 1;

/// What a guide is called that nobody named.
const UNNAMED: &str = "A guide without a name";

/// A guide that is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptGuide {
    v: u32,
    pub id: GuideId,
    pub title: String,
    /// As it stands now, without people.
    pub plan: Plan,
    /// In the order in which they were frozen.
    pub versions: Vec<Version>,
    /// When it was changed last, in milliseconds since 1970.
    pub at: i64,
    /// It was removed, but an assessment names a version of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    hidden: bool,
}

/// One frozen version of a guide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// Names the frozen guide.
    pub digest: Digest,
    /// Names the framework revision that it asks from.
    pub framework: Digest,
    /// The plan that was frozen, without people.
    pub plan: Plan,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// How a guide stands to its versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuideState {
    /// It was never used.
    Draft,
    /// It is as this version, counted from 1, was frozen.
    Frozen(usize),
    /// It was changed since this version, counted from 1.
    Changed(usize),
}

impl KeptGuide {
    /// A new guide without a version.
    pub fn new(id: GuideId, title: String, plan: &Plan, at: i64) -> Self {
        let title = if title.is_empty() { UNNAMED.to_owned() } else { title };
        let plan = plan.kept_as(&id, &title);
        Self { v: VERSION, id, title, plan, versions: Vec::new(), at, hidden: false }
    }

    /// How it stands to its versions.
    pub fn state(&self) -> GuideState {
        match self.versions.last() {
            None => GuideState::Draft,
            Some(last) if last.plan.is_same(&self.plan) => GuideState::Frozen(self.versions.len()),
            Some(_) => GuideState::Changed(self.versions.len()),
        }
    }

    /// What the next candidate gets, where that is another version than the last one had; empty where it is the same.
    pub fn next_words(&self) -> String {
        match self.state() {
            GuideState::Changed(version) => format!(
                "It was changed since version {version} was frozen. The next candidate gets version {}; to be compared with earlier ones, choose their version on the page of the guide.",
                version + 1
            ),
            GuideState::Draft | GuideState::Frozen(_) => String::new(),
        }
    }

    /// The number of the version that this digest names, counted from 1.
    pub fn version(&self, digest: &Digest) -> Option<usize> {
        self.versions.iter().position(|version| version.digest == *digest).map(|index| index + 1)
    }

    /// The guide under another name. No version is touched: the name is no part of what is frozen.
    #[must_use]
    pub fn renamed(&self, title: &str) -> Self {
        let plan = self.plan.kept_as(&self.id, title);
        Self { title: title.to_owned(), plan, ..self.clone() }
    }

    /// Takes the plan as it stands now. A title that is empty changes nothing.
    fn follow(&mut self, plan: &Plan, at: i64) {
        if !plan.title.trim().is_empty() {
            plan.title.trim().clone_into(&mut self.title);
        }
        self.plan = plan.kept_as(&self.id, &self.title);
        self.at = at;
    }

    fn read(row: &Row) -> Result<Self, RecordError> {
        row::read(Table::Plans, row, VERSION)
    }

    fn put(&self) -> Write {
        put(Table::Plans, self.id.as_str(), row::write(self))
    }
}

impl Archive {
    /// The guides that are kept, changed last first, and the errors of those that cannot be read.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn guides(&self) -> Result<(Vec<KeptGuide>, Vec<RecordError>), StorageError> {
        let (mut guides, errors) = self.all_guides().await?;
        guides.retain(|guide| !guide.hidden);
        guides.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.id.cmp(&b.id)));
        Ok((guides, errors))
    }

    async fn all_guides(&self) -> Result<(Vec<KeptGuide>, Vec<RecordError>), StorageError> {
        let (mut guides, mut errors) = (Vec::new(), Vec::new());
        for row in self.storage.scan(Table::Plans, "").await? {
            match KeptGuide::read(&row) {
                Ok(guide) => guides.push(guide),
                Err(error) => errors.push(error),
            }
        }
        Ok((guides, errors))
    }

    /// One guide.
    ///
    /// # Errors
    /// That it is missing or damaged, or a failure of the storage.
    pub async fn guide(&self, id: &GuideId) -> Result<KeptGuide, RecordError> {
        let missing = || RecordError::Missing { table: Table::Plans, key: id.to_string() };
        self.stored_guide(id).await?.ok_or_else(missing)
    }

    async fn stored_guide(&self, id: &GuideId) -> Result<Option<KeptGuide>, RecordError> {
        let value = self.storage.get(Table::Plans, id.as_str()).await?;
        value.map(|value| KeptGuide::read(&Row { key: id.to_string(), value })).transpose()
    }

    /// Keeps a guide, in place of what stood under its id.
    ///
    /// # Errors
    /// A failure of the storage; nothing was written.
    pub async fn keep_guide(&self, guide: &KeptGuide) -> Result<(), StorageError> {
        self.storage.commit(vec![guide.put()]).await
    }

    /// The write that lets a kept guide follow the plan in hand, if the plan belongs to one that can be read.
    pub(super) async fn following(&self, plan: &Plan, at: i64) -> Result<Option<Write>, StorageError> {
        let Some(id) = &plan.guide else { return Ok(None) };
        match self.stored_guide(id).await {
            Ok(Some(mut guide)) => {
                guide.follow(plan, at);
                Ok(Some(guide.put()))
            }
            // It was removed meanwhile, or is damaged: the plan in hand is kept all the same.
            Ok(None) => Ok(Some(KeptGuide::new(id.clone(), plan.title.trim().to_owned(), plan, at).put())),
            Err(RecordError::Storage(error)) => Err(error),
            Err(_) => Ok(None),
        }
    }

    /// Freezes a plan: the version that its guide has of it already, or a new one. The plan of no kept guide belongs to the
    /// one that has such a version, or becomes a guide under this id.
    ///
    /// # Errors
    /// A guide that is damaged, or a failure of the storage; nothing was written.
    pub async fn freeze(&self, id: GuideId, plan: &Plan, basis: &Basis, at: i64) -> Result<KeptGuide, RecordError> {
        let digest = basis.guide_digest();
        let mut guide = match &plan.guide {
            Some(known) => self.stored_guide(known).await?,
            None => self.guide_with(digest).await?,
        }
        .unwrap_or_else(|| KeptGuide::new(plan.guide.clone().unwrap_or(id), title(plan, basis), plan, at));
        guide.follow(plan, at);
        guide.hidden = false;
        if guide.version(digest).is_none() {
            let (digest, framework) = (digest.clone(), basis.framework_digest().clone());
            guide.versions.push(Version { digest, framework, plan: guide.plan.clone(), at });
        }
        self.storage
            .commit(vec![
                put(Table::Guides, digest.as_str(), basis.guide.canonical()),
                put(Table::Frameworks, basis.framework_digest().as_str(), basis.framework.canonical()),
                guide.put(),
            ])
            .await?;
        Ok(guide)
    }

    /// The kept guide of which this digest names a version.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn guide_with(&self, digest: &Digest) -> Result<Option<KeptGuide>, StorageError> {
        let (guides, _) = self.all_guides().await?;
        Ok(guides.into_iter().find(|guide| guide.version(digest).is_some()))
    }

    /// Keeps as guides what assessments were held with and no kept guide has: those of earlier releases, and those that came
    /// with imported assessments. Gives the errors of those that cannot be read.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn adopt_guides(&self) -> Result<Vec<RecordError>, StorageError> {
        let (guides, _) = self.all_guides().await?;
        let (summaries, _) = self.summaries().await?;
        let mut errors = Vec::new();
        let mut adopted: Vec<Digest> = Vec::new();
        for summary in summaries {
            let Some(digest) = summary.guide else { continue };
            if adopted.contains(&digest) || guides.iter().any(|guide| guide.version(&digest).is_some()) {
                continue;
            }
            adopted.push(digest.clone());
            let frozen = match self.frozen(&digest).await {
                Ok(frozen) => frozen,
                Err(RecordError::Storage(error)) => return Err(error),
                Err(error) => {
                    errors.push(error);
                    continue;
                }
            };
            let plan = Plan::of(&frozen.guide, &frozen.framework);
            let id = GuideId::new(digest.as_str());
            self.freeze(id, &plan, &frozen, summary.started_at).await.err().into_iter().for_each(|error| {
                errors.push(error);
            });
        }
        Ok(errors)
    }

    /// A frozen guide with the framework revision that it asks from.
    ///
    /// # Errors
    /// What is missing or damaged, and where, or a failure of the storage.
    pub async fn frozen(&self, digest: &Digest) -> Result<Basis, RecordError> {
        let text = self.storage.get(Table::Guides, digest.as_str()).await?;
        let missing = || RecordError::Missing { table: Table::Guides, key: digest.to_string() };
        let guide = Guide::from_json(&text.ok_or_else(missing)?);
        let guide = guide.map_err(|error| RecordError::guide(digest.as_str(), &error))?;
        match self.framework(&guide.framework.digest).await {
            Ok(framework) => Ok(Basis::new(guide, framework)),
            Err(RecordError::Missing { .. }) => {
                Err(RecordError::WithoutFramework { guide: digest.clone(), framework: guide.framework })
            }
            Err(error) => Err(error),
        }
    }

    /// Takes a guide off the list. One that an assessment was held with is only hidden; of another one its versions go too.
    /// [`Archive::restore`] puts it back.
    ///
    /// # Errors
    /// That it is missing or damaged, or a failure of the storage; nothing was removed.
    pub async fn remove_guide(&self, id: &GuideId) -> Result<Removed, RecordError> {
        let guide = self.guide(id).await?;
        let (summaries, unreadable) = self.summaries().await?;
        let used = |version: &Version| summaries.iter().any(|summary| summary.guide.as_ref() == Some(&version.digest));
        // A line of the list that cannot be read may name any.
        if !unreadable.is_empty() || guide.versions.iter().any(used) {
            self.keep_guide(&KeptGuide { hidden: true, ..guide.clone() }).await?;
            return Ok(Removed(vec![guide.put()]));
        }
        let mut back = vec![guide.put()];
        let mut writes = vec![remove(Table::Plans, id.as_str())];
        let (others, _) = self.all_guides().await?;
        for version in &guide.versions {
            let shared = others.iter().any(|other| other.id != *id && other.version(&version.digest).is_some());
            if let (false, Some(text)) = (shared, self.storage.get(Table::Guides, version.digest.as_str()).await?) {
                writes.push(remove(Table::Guides, version.digest.as_str()));
                back.push(put(Table::Guides, version.digest.as_str(), text));
            }
        }
        self.storage.commit(writes).await?;
        Ok(Removed(back))
    }
}

/// What a guide is called when nobody named it: such as `Support matrix · Advanced · 45 min`.
fn title(plan: &Plan, basis: &Basis) -> String {
    match plan.title.trim() {
        "" => format!("{} · {} min", basis.guide.title, plan.minutes),
        title => title.to_owned(),
    }
}
