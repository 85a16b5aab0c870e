//! The frameworks that are at hand: those that are kept here, and those of the host. A kept one goes before the host's of
//! the same id.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::assessment::Basis;
use crate::framework::{Digest, Framework, FrameworkId, changes, free_id, likeness};
use crate::question::Own;
use crate::record::storage::{StorageError, Table};
use crate::record::{Archive, GuideState, Kept, KeptGuide, RecordError, Removed, Version};

use super::page::Shelf;
use super::{clock, host};

/// The row of localStorage that says that frameworks are kept here.
const NOTED: &str = "touchstone.shelf";

/// So much of the criteria of two frameworks is the same when one is a changed version of the other; of two of one
/// name, so much.
const ALIKE: f64 = 0.5;
const ALIKE_IN_NAME: f64 = 0.2;

/// What the library knows of a document that is about to be kept.
#[derive(Clone)]
pub enum Known {
    Nothing,
    /// The host has the same framework, under this title.
    Listed(String),
    /// The very document is kept already.
    Same(Kept),
    /// A kept framework is an earlier version of it.
    Changed(Kept, Arc<Framework>),
}

/// A framework, and what the shelf says of it if it is kept there.
#[derive(Clone)]
pub struct Found {
    /// As it was published, or corrected here: its digest names the revision.
    pub framework: Arc<Framework>,
    pub kept: Option<Kept>,
    /// The own questions for it that can be read.
    pub own: Vec<Own>,
    /// Why others cannot be read.
    pub unreadable: Vec<String>,
}

impl Found {
    /// The framework with the own questions, as plans and interviews have it.
    pub fn with_own(&self) -> Arc<Framework> {
        if self.own.is_empty() { Arc::clone(&self.framework) } else { Arc::new(self.framework.with_own(&self.own)) }
    }
}

/// The framework of that id, with the own questions for it.
///
/// # Errors
/// In plain words, why it cannot be had.
pub async fn framework(archive: &Archive, id: FrameworkId) -> Result<Arc<Framework>, String> {
    found(archive, id).await.map(|found| found.with_own())
}

/// The framework of that id, with what the shelf says of it, and the own questions for it beside it.
///
/// # Errors
/// In plain words, why it cannot be had.
pub async fn found(archive: &Archive, id: FrameworkId) -> Result<Found, String> {
    let (own, unreadable) = archive.own(&id).await.map_err(|error| error.to_string())?;
    let unreadable = unreadable.iter().map(ToString::to_string).collect();
    let (framework, kept) = match archive.kept(&id).await {
        Ok(Some((kept, framework))) => (Arc::new(framework), Some(kept)),
        Ok(None) => (host::framework(id).await.map_err(|error| error.to_string())?, None),
        Err(error) => return Err(error.to_string()),
    };
    Ok(Found { framework, kept, own, unreadable })
}

/// The framework of a kept guide, and what should be said of it. Where it is no longer at hand, it is the revision with
/// which the guide was frozen last.
///
/// # Errors
/// In plain words, why neither can be had.
pub async fn framework_of(archive: &Archive, guide: &KeptGuide) -> Result<(Arc<Framework>, String), String> {
    let last = guide.versions.last();
    match framework(archive, guide.plan.framework.clone()).await {
        Ok(framework) => {
            let changed = match last {
                Some(version) => is_another(archive, version, &framework).await,
                None => false,
            };
            let told = changed.then(|| {
                format!(
                    "The framework was changed since version {} of this guide was frozen; the plan follows it as it is now.",
                    guide.versions.len()
                )
            });
            Ok((framework, told.unwrap_or_default()))
        }
        Err(_) => {
            let Some(version) = last else { return Err(not_at_hand(guide)) };
            let basis =
                archive.frozen(&version.digest).await.map_err(|error| format!("{}\n{error}", not_at_hand(guide)))?;
            let told = format!(
                "The framework of this guide is no longer at hand; here it is as version {} was frozen with it. Import it again to plan with the newest.",
                guide.versions.len()
            );
            Ok((Arc::new(basis.framework), told))
        }
    }
}

fn not_at_hand(guide: &KeptGuide) -> String {
    format!(
        "The framework of this guide (\"{}\") is not at hand: it was removed from the library, or the host does not have it. Import its document again, or the file of a guide or of an assessment that has it.",
        guide.plan.framework
    )
}

/// Whether a version was frozen with another revision than this one, own questions aside: of those a version holds what it
/// asks.
async fn is_another(archive: &Archive, version: &Version, framework: &Framework) -> bool {
    let published = |framework: &Framework| framework.without_own_but(&BTreeSet::new()).digest();
    let now = published(framework);
    // A revision that cannot be read is another one, as far as can be told.
    version.framework != now
        && archive.frozen(&version.digest).await.map_or(true, |basis| published(&basis.framework) != now)
}

/// What is asked with a kept guide as it stands now: its last version where nothing was changed since, word for word;
/// otherwise its plan with the framework as it is.
///
/// # Errors
/// In plain words, why it cannot be had.
pub async fn basis_of(archive: &Archive, guide: &KeptGuide) -> Result<Basis, String> {
    if let (GuideState::Frozen(_), Some(version)) = (guide.state(), guide.versions.last()) {
        return archive.frozen(&version.digest).await.map_err(|error| error.to_string());
    }
    let (framework, _) = framework_of(archive, guide).await?;
    let mut plan = guide.plan.clone();
    plan.follow(&framework);
    Ok(Basis::new(plan.freeze(&framework), plan.revision(&framework)))
}

/// What is kept here, for the library.
///
/// # Errors
/// A failure of the storage.
pub async fn lines(archive: &Archive) -> Result<Shelf, StorageError> {
    let (kept, faults) = archive.shelf().await?;
    note(!kept.is_empty());
    Ok(Shelf {
        frameworks: kept.iter().map(Kept::entry).collect(),
        faults: faults.iter().map(ToString::to_string).collect(),
    })
}

/// The frameworks that can be planned with: those that are kept here, then the host's.
///
/// # Errors
/// In plain words, why the list cannot be had.
pub async fn titles(archive: &Archive) -> Result<Vec<(FrameworkId, String)>, String> {
    let (shelf, _) = archive.shelf().await.map_err(|error| error.to_string())?;
    let mut titles: Vec<_> = shelf.into_iter().map(|kept| (kept.id, kept.title)).collect();
    match host::catalog().await {
        Ok(catalog) => {
            let hosted = catalog.frameworks.into_iter().filter(|entry| titles.iter().all(|(id, _)| *id != entry.id));
            let hosted: Vec<_> = hosted.map(|entry| (entry.id, entry.title)).collect();
            titles.extend(hosted);
        }
        // What is kept here can be planned with all the same.
        Err(_) if !titles.is_empty() => {}
        Err(error) => return Err(error.to_string()),
    }
    Ok(titles)
}

/// Whether frameworks are kept here, as far as the page can know before the storage is open.
pub fn is_noted() -> bool {
    storage().is_some_and(|storage| matches!(storage.get_item(NOTED), Ok(Some(_))))
}

/// Notes whether frameworks are kept here. A note that cannot be made only makes the library show them later.
fn note(kept: bool) {
    let Some(storage) = storage() else { return };
    let noted = if kept { storage.set_item(NOTED, "kept") } else { storage.remove_item(NOTED) };
    if noted.is_err() {
        leptos::logging::warn!("what is kept here cannot be noted");
    }
}

/// The browser's small storage, where it gives any.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What the library knows of a framework that came of this document.
///
/// # Errors
/// A failure of the storage, in plain words.
pub async fn known(archive: &Archive, framework: &Framework, document: &Digest) -> Result<Known, String> {
    // A row that cannot be read stops nothing: the library tells of it.
    let (shelf, _) = archive.shelf().await.map_err(|error| error.to_string())?;
    // An export holds what is kept, in other bytes than the document had.
    let digest = framework.digest();
    if let Some(kept) = shelf.iter().find(|kept| kept.holds(document) || kept.digest == digest) {
        return Ok(Known::Same(kept.clone()));
    }
    let mut best: Option<(f64, Kept, Framework)> = None;
    for kept in shelf {
        let Ok(Some((kept, other))) = archive.kept(&kept.id).await else { continue };
        let alike = likeness(&other, framework);
        let least = if kept.id == framework.id { ALIKE_IN_NAME } else { ALIKE };
        if alike >= least && best.as_ref().is_none_or(|(most, ..)| alike > *most) {
            best = Some((alike, kept, other));
        }
    }
    if let Some((_, kept, other)) = best {
        // A package of another format may say the same in other bytes.
        if changes(&other, &framework.succeeding(&other)).is_empty() {
            return Ok(Known::Same(kept));
        }
        return Ok(Known::Changed(kept, Arc::new(other)));
    }
    let listed = host::framework(framework.id.clone()).await.ok().filter(|listed| listed.digest() == digest);
    Ok(listed.map_or(Known::Nothing, |listed| Known::Listed(listed.title.clone())))
}

/// Keeps a framework, under an id that no other has, and says under which.
///
/// # Errors
/// A failure of the storage, in plain words; nothing was kept.
pub async fn keep(archive: &Archive, framework: &Framework, document: Digest) -> Result<FrameworkId, String> {
    let (shelf, _) = archive.shelf().await.map_err(|error| error.to_string())?;
    // A host that does not answer has no framework that could be mistaken for this one.
    let catalog = host::catalog().await.map(|catalog| catalog.frameworks).unwrap_or_default();
    let taken =
        |id: &FrameworkId| shelf.iter().any(|kept| kept.id == *id) || catalog.iter().any(|entry| entry.id == *id);
    let framework = framework.clone().with_id(free_id(&framework.id, taken));
    let kept = archive.keep(&framework, document, clock::now()).await;
    note(kept.is_ok() || !shelf.is_empty());
    kept.map(|kept| kept.id).map_err(|error| error.to_string())
}

/// Keeps a new revision of a kept framework, in place of the one that is named.
///
/// # Errors
/// A failure of the storage, or another tab was quicker, in plain words; nothing was kept.
pub async fn revise(
    archive: &Archive,
    before: &Kept,
    framework: &Framework,
    document: Option<Digest>,
) -> Result<Kept, String> {
    let framework = framework.clone().with_id(before.id.clone());
    archive.revise(&before.digest, &framework, document, clock::now()).await.map_err(|error| match error {
        RecordError::Storage(StorageError::Clash { table: Table::Shelf, .. }) => {
            "Another tab has corrected this framework meanwhile. Nothing was overwritten. Reload this tab to see what it says now, then make the correction again.".to_owned()
        }
        error => error.to_string(),
    })
}

/// Takes a framework off the shelf, and gives what puts it back.
///
/// # Errors
/// A failure of the storage, in plain words; nothing was removed.
pub async fn take_off(archive: &Archive, id: &FrameworkId) -> Result<Removed, String> {
    let removed = archive.take_off(id).await.map_err(|error| error.to_string())?;
    // The list notes what is left.
    lines(archive).await.map_err(|error| error.to_string())?;
    Ok(removed)
}

/// Puts back what was taken off.
///
/// # Errors
/// A failure of the storage, in plain words; nothing was put back.
pub async fn put_back(archive: &Archive, removed: Removed) -> Result<(), String> {
    archive.restore(removed).await.map_err(|error| error.to_string())?;
    note(true);
    Ok(())
}
