//! The edge to the browser's storage: IndexedDB as the system of record, localStorage as the journal.
//!
//! It opens them, or their twins in memory where the browser refuses, and says which. What the rows mean is for
//! `record`. It repairs nothing and, once the app has failed, writes nothing.

mod indexed_db;
mod local;

use std::rc::Rc;

pub use indexed_db::IndexedDb;
pub use local::{LocalJournal, keep_preference, preference};

use super::failure;
use crate::record::memory::{MemoryJournal, MemoryStorage};
use crate::record::storage::{Journal, Storage, StorageError};

/// The name of the app's database. `failure.js` reads it by the same name when the app has failed.
pub const DATABASE: &str = "touchstone";

/// What the app stores through from now on.
pub struct Opened {
    pub storage: Rc<dyn Storage>,
    pub journal: Rc<dyn Journal>,
    /// Why a twin in memory stands in for the browser's storage, to be shown for as long as the tab is open.
    pub trouble: Option<StorageError>,
    /// Something was kept here once, and the browser has removed it.
    pub removed_by_browser: bool,
}

impl Opened {
    /// What the person has to know before they enter anything.
    pub fn notice(&self) -> Option<String> {
        if self.removed_by_browser {
            return Some(
                "The browser has removed what was kept here. Restore it from a file, if you saved one. \
                 Browsers do this when the device is full, or after weeks without a visit."
                    .to_owned(),
            );
        }
        let trouble = self.trouble.as_ref()?;
        Some(match trouble {
            // It says so itself.
            StorageError::Refused { .. } => trouble.to_string(),
            _ if self.storage.keeps() => trouble.to_string(),
            _ => format!(
                "{trouble} Until then this tab works without storage: what was kept before does not show, and what \
                 you enter lasts until the tab is closed."
            ),
        })
    }
}

/// Opens everything. It never fails: what cannot be opened is replaced by its twin, with the reason in `trouble`.
pub async fn open() -> Opened {
    let (journal, no_journal): (Rc<dyn Journal>, _) = match LocalJournal::open() {
        Ok(journal) => (Rc::new(journal), None),
        Err(error) => (Rc::new(MemoryJournal::default()), Some(error)),
    };
    match IndexedDb::open(DATABASE, journal.clone()).await {
        Ok((storage, removed_by_browser)) => {
            Opened { storage: Rc::new(storage), journal, trouble: no_journal, removed_by_browser }
        }
        Err(error) => {
            failure::note_nothing_kept();
            // The journal's twin too: what the real one holds belongs to the records that cannot be reached now.
            Opened {
                storage: Rc::new(MemoryStorage::default()),
                journal: Rc::new(MemoryJournal::default()),
                trouble: Some(error),
                removed_by_browser: false,
            }
        }
    }
}
