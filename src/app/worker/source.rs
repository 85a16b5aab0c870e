//! The worker's program: fetched when it is first needed, and started from a `blob:`, so that the page's policy binds the
//! worker too. The page names its files and their digests in a tag, as it names those of the whole app.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, RequestInit, Response, Url, Worker};

use super::message::reason;

const TAG: &str = "meta[name=touchstone-worker]";

/// Why the worker's program did not come.
pub enum Missing {
    /// The page names none.
    Unnamed,
    /// It could not be loaded, for this reason.
    Unloaded(String),
}

impl Missing {
    /// In plain words: which part of the app is missing by what it does, and what to do about it.
    pub fn words(&self, part: &str, remedy: &str) -> String {
        match self {
            Self::Unnamed => {
                format!("This page does not name the part of the app that {part}. Reload it to get the whole app.")
            }
            Self::Unloaded(reason) => {
                format!(
                    "The part of the app that {part} could not be loaded ({reason}). Check the connection, then {remedy}."
                )
            }
        }
    }
}

/// A new worker. It says when it can be asked.
///
/// # Errors
/// Why there is none.
pub async fn worker() -> Result<Worker, Missing> {
    let names = Names::read().ok_or(Missing::Unnamed)?;
    begin(&names).await.map_err(|error| Missing::Unloaded(reason(&error)))
}

struct Names {
    glue: String,
    glue_integrity: String,
    program: String,
    program_integrity: String,
}

impl Names {
    fn read() -> Option<Self> {
        let tag = document().query_selector(TAG).ok()??;
        let base = document().base_uri().ok()??;
        let address = |name: &str| Some(Url::new_with_base(&tag.get_attribute(name)?, &base).ok()?.href());
        // A development build leaves the digests open.
        let digest = |name: &str| tag.get_attribute(name).filter(|value| value.starts_with("sha")).unwrap_or_default();
        Some(Self {
            glue: address("data-js")?,
            glue_integrity: digest("data-js-integrity"),
            program: address("data-wasm")?,
            program_integrity: digest("data-wasm-integrity"),
        })
    }
}

async fn begin(names: &Names) -> Result<Worker, JsValue> {
    let request = RequestInit::new();
    request.set_integrity(&names.glue_integrity);
    let response = JsFuture::from(window().fetch_with_str_and_init(&names.glue, &request)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(js_sys::Error::new(&format!("the host answered with status {}", response.status())).into());
    }
    let glue = JsFuture::from(response.text()?).await?;
    let [program, integrity] = [&names.program, &names.program_integrity].map(|text| quoted(text));
    let start = format!("\nwasm_bindgen({{ module_or_path: fetch({program}, {{ integrity: {integrity} }}) }});\n");
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of2(&glue, &start.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let worker = Worker::new(&url);
    // The worker has its address by now.
    Url::revoke_object_url(&url)?;
    worker
}

/// A text as JavaScript writes it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
