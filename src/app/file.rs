//! Files of the device: a text saved as one, and the text of one that was picked. Nothing is sent anywhere.

use std::fmt;

use js_sys::Array;
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Nothing that this app writes comes near it; a file above it would only freeze the page.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;

/// Why a file could not be saved or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    Save { name: String, reason: String },
    Read { name: String, reason: String },
    TooLarge { name: String },
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Save { name, reason } => write!(
                f,
                "{name}: the browser could not save the file ({reason}). What is kept here is safe. Try once more, or in another browser."
            ),
            Self::Read { name, reason } => write!(
                f,
                "{name}: the browser could not read the file ({reason}). Check that it is still there and that you may open it, then choose it again."
            ),
            Self::TooLarge { name } => write!(
                f,
                "{name}: the file is larger than anything that Touchstone writes. Choose one that was exported from Touchstone."
            ),
        }
    }
}

impl std::error::Error for FileError {}

impl FileError {
    /// What is said of a file that the browser could not read.
    pub fn read(name: String, error: &JsValue) -> String {
        Self::Read { name, reason: reason(error) }.to_string()
    }
}

/// Hands a text to the browser as a download.
///
/// # Errors
/// If the browser refuses; whether the reader then keeps the file is not told to the page.
pub fn save(name: &str, text: &str) -> Result<(), FileError> {
    offer(name, text).map_err(|error| FileError::Save { name: name.to_owned(), reason: reason(&error) })
}

fn offer(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(match name.rsplit_once('.') {
        Some((_, "csv")) => "text/csv",
        Some((_, "txt")) => "text/plain;charset=utf-8",
        _ => "application/json",
    });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Some browsers begin to read only after the click is over.
    let revoke = move || {
        if Url::revoke_object_url(&url).is_err() {
            leptos::logging::warn!("a file's address could not be given up");
        }
    };
    set_timeout(revoke, std::time::Duration::from_secs(60));
    Ok(())
}

/// The files that were picked. The field is emptied, so that the same file can be picked again.
pub fn picked(input: &HtmlInputElement) -> Vec<File> {
    let files = input.files().map(|files| (0..files.length()).filter_map(|index| files.item(index)).collect());
    input.set_value("");
    files.unwrap_or_default()
}

/// The text of a picked file.
///
/// # Errors
/// If it is too large, or the browser cannot read it.
pub async fn text(file: &File) -> Result<String, FileError> {
    let name = file.name();
    if file.size() > LARGEST {
        return Err(FileError::TooLarge { name });
    }
    let text = JsFuture::from(file.text()).await;
    text.map(|text| text.as_string().unwrap_or_default())
        .map_err(|error| FileError::Read { name, reason: reason(&error) })
}

fn reason(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| "no reason given".to_owned(), |error| error.message().into())
}
