//! The host's own files: the catalog and the frameworks beside it. No other address is ever asked.

use std::fmt;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::{handover, json};
use crate::framework::{self, Catalog, CatalogEntry, Framework, FrameworkId, ReadError};
use crate::guide::{ReadyGuide, ready_guides as ready};

const FOLDER: &str = "frameworks/";
const CATALOG: &str = "catalog.json";
const GUIDES: &str = "guides.json";

/// Why a file of the host could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostError {
    /// The host did not answer, and the browser keeps no copy.
    Unreachable {
        file: String,
    },
    /// The host answered with this status.
    Status {
        file: String,
        status: u16,
    },
    Content {
        file: String,
        error: ReadError,
    },
    /// The catalog lists no such framework.
    Unlisted(FrameworkId),
    /// The file says that it is another framework than the one that the catalog lists under its name.
    OtherId {
        file: String,
        listed: FrameworkId,
        found: FrameworkId,
    },
}

impl fmt::Display for HostError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable { file } => {
                write!(
                    f,
                    "{FOLDER}{file}: the host did not answer, and no copy is kept here yet. Check the connection, then reload the page."
                )
            }
            Self::Status { file, status: 404 } if file == CATALOG => {
                write!(f, "{FOLDER}{file}: the host has no such file. Whoever hosts this app can put it there.")
            }
            Self::Status { file, status: 404 } => {
                write!(
                    f,
                    "{FOLDER}{file}: the host has no such file. Whoever hosts this app can put it there, or take its line out of {CATALOG}."
                )
            }
            Self::Status { file, status } => {
                write!(
                    f,
                    "{FOLDER}{file}: the host answered with status {status}. Reload the page; if it stays so, tell whoever hosts this app."
                )
            }
            Self::Content { file, error } => write!(f, "{FOLDER}{file}, {error}"),
            Self::Unlisted(id) => {
                write!(f, "{FOLDER}{CATALOG}: no framework \"{id}\" is listed. Choose one from the library.")
            }
            Self::OtherId { file, listed, found } => {
                write!(
                    f,
                    "{FOLDER}{file}, id: the file is the framework \"{found}\", but {CATALOG} lists \"{listed}\". Make the two ids equal."
                )
            }
        }
    }
}

impl std::error::Error for HostError {}

/// Fetches the catalog.
///
/// # Errors
/// [`HostError`] names the file and what is wrong with it.
pub async fn catalog() -> Result<Catalog, HostError> {
    let text = fetch(CATALOG).await?;
    Catalog::from_json(&text).map_err(|error| HostError::Content { file: CATALOG.to_owned(), error })
}

/// Fetches the catalog for the first program. One that is no JSON is left to the whole app, which can say where the
/// fault is: that is asked for, and this never ends.
///
/// # Errors
/// [`HostError`] names the file and what is wrong with it.
pub async fn catalog_by_browser() -> Result<Catalog, HostError> {
    let text = fetch(CATALOG).await?;
    let Some(value) = json::parse(&text) else {
        handover::ask();
        return std::future::pending().await;
    };
    Catalog::from_value(value).map_err(|error| HostError::Content { file: CATALOG.to_owned(), error })
}

/// Fetches a framework by way of the catalog.
///
/// # Errors
/// [`HostError`] names the file and what is wrong with it.
pub async fn framework(id: FrameworkId) -> Result<Arc<Framework>, HostError> {
    let catalog = catalog().await?;
    let entry = catalog.frameworks.iter().find(|entry| entry.id == id).ok_or(HostError::Unlisted(id))?;
    listed(entry).await
}

/// Fetches a framework that the catalog lists.
///
/// # Errors
/// [`HostError`] names the file and what is wrong with it.
pub async fn listed(entry: &CatalogEntry) -> Result<Arc<Framework>, HostError> {
    let file = entry.file.clone();
    let text = fetch(&file).await?;
    let framework = framework::from_json(&text).map_err(|error| HostError::Content { file: file.clone(), error })?;
    if framework.id == entry.id {
        Ok(Arc::new(framework))
    } else {
        Err(HostError::OtherId { file, listed: entry.id.clone(), found: framework.id })
    }
}

/// Fetches the host's ready guides; a host without such a file has none.
///
/// # Errors
/// [`HostError`] names the file and what is wrong with it.
pub async fn ready_guides() -> Result<Vec<ReadyGuide>, HostError> {
    match fetch(GUIDES).await {
        Ok(text) => ready(&text).map_err(|error| HostError::Content { file: GUIDES.to_owned(), error }),
        Err(HostError::Status { status: 404, .. }) => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// Fetches one of the host's ready guides.
///
/// # Errors
/// In plain words, why it cannot be had.
pub async fn ready_guide(id: &str) -> Result<ReadyGuide, String> {
    let guides = ready_guides().await.map_err(|error| error.to_string())?;
    let found = guides.into_iter().find(|guide| guide.id == id);
    found.ok_or_else(|| {
        format!("{FOLDER}{GUIDES}: there is no ready guide \"{id}\". Choose one from the list of guides.")
    })
}

async fn fetch(file: &str) -> Result<String, HostError> {
    let unreachable = |_: JsValue| HostError::Unreachable { file: file.to_owned() };
    let response = JsFuture::from(window().fetch_with_str(&format!("{FOLDER}{file}"))).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    if !response.ok() {
        return Err(HostError::Status { file: file.to_owned(), status: response.status() });
    }
    let text = JsFuture::from(response.text().map_err(unreachable)?).await.map_err(unreachable)?;
    Ok(text.as_string().unwrap_or_default())
}
