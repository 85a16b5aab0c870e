//! The journal in the browser's localStorage, through gloo-storage.
//!
//! gloo-storage throws through the program where the browser refuses localStorage, so every call is preceded by a look
//! at whether it is there. Keys are prefixed, since all pages of a host share one localStorage.

use gloo_storage::errors::StorageError as GlooError;
use gloo_storage::{LocalStorage, Storage as _};

use super::super::failure;
use super::indexed_db::told;
use crate::record::storage::{Journal, Row, StorageError};

const PREFIX: &str = "touchstone.";

/// The journal that outlives the tab.
pub struct LocalJournal(());

impl LocalJournal {
    pub fn open() -> Result<Self, StorageError> {
        reach("keep settings and the change in flight").map(|_| Self(()))
    }
}

impl Journal for LocalJournal {
    fn write(&self, key: &str, value: &str) -> Result<(), StorageError> {
        const OPERATION: &str = "write to the journal";
        if failure::happened() {
            return Err(StorageError::Poisoned);
        }
        reach(OPERATION)?;
        LocalStorage::set([PREFIX, key].concat(), value).map_err(|error| match error {
            GlooError::JsError(error) if error.name == "QuotaExceededError" => StorageError::Full,
            error => StorageError::Failed { operation: OPERATION, reason: error.to_string() },
        })
    }

    fn erase(&self, key: &str) -> Result<(), StorageError> {
        if failure::happened() {
            return Err(StorageError::Poisoned);
        }
        reach("erase from the journal")?;
        LocalStorage::delete([PREFIX, key].concat());
        Ok(())
    }

    fn read(&self, prefix: &str) -> Result<Vec<Row>, StorageError> {
        const OPERATION: &str = "read the journal";
        let failed = |error| StorageError::Failed { operation: OPERATION, reason: told(&error).1 };
        let storage = reach(OPERATION)?;
        let prefix = [PREFIX, prefix].concat();
        let mut rows = Vec::new();
        for index in 0..storage.length().map_err(failed)? {
            let Some(key) = storage.key(index).map_err(failed)?.filter(|key| key.starts_with(&prefix)) else {
                continue;
            };
            let value = match LocalStorage::get(&key) {
                Ok(value) => value,
                // Not written by us. It goes up as it stands, for the layer that knows quarantine.
                Err(GlooError::SerdeError(_)) => storage.get_item(&key).map_err(failed)?.unwrap_or_default(),
                // Another tab erased it a moment ago.
                Err(GlooError::KeyNotFound(_)) => continue,
                Err(error) => return Err(StorageError::Failed { operation: OPERATION, reason: error.to_string() }),
            };
            rows.push(Row { key: key[PREFIX.len()..].to_owned(), value });
        }
        rows.sort_unstable_by(|a, b| a.key.cmp(&b.key));
        Ok(rows)
    }
}

/// A preference of the person at this device, if the browser keeps one.
pub fn preference(key: &str) -> Option<String> {
    reach("read a preference").ok()?;
    LocalStorage::get([PREFIX, "preference.", key].concat()).ok()
}

/// Keeps a preference where the browser keeps any; elsewhere it holds until the tab is closed.
pub fn keep_preference(key: &str, value: &str) {
    let key = [PREFIX, "preference.", key].concat();
    if !failure::happened() && reach("keep a preference").is_ok() && LocalStorage::set(key, value).is_err() {
        leptos::logging::warn!("a preference could not be kept");
    }
}

/// localStorage, if the browser has it for this page.
fn reach(operation: &'static str) -> Result<web_sys::Storage, StorageError> {
    let storage = web_sys::window().map_or(Ok(None), |window| window.local_storage());
    let reason = match storage {
        Ok(Some(storage)) => return Ok(storage),
        Ok(None) => "it has no local storage".to_owned(),
        Err(error) => told(&error).1,
    };
    Err(StorageError::Failed { operation, reason })
}
