//! What the page and the importer say to each other. A message is a list: a word of JSON, and texts as bytes, which are
//! handed over without being copied.

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use crate::framework::{self, Digest, Framework};
use crate::import::{Format, Import, Notice, Options, Orientation, Stage, Trace};

/// What came of a document.
#[derive(Debug)]
pub struct Came {
    pub told: Outcome,
    pub framework: Option<Framework>,
    /// The document as it was read: decoded and mended.
    pub text: String,
}

/// What can be said of a document beside its framework and its text.
#[derive(Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// Names the document's bytes.
    pub document: Digest,
    pub format: Option<Format>,
    pub orientation: Option<Orientation>,
    pub notices: Vec<Notice>,
    /// Where what was recognised stands in the document.
    pub trace: Trace,
}

/// What the importer says.
pub enum Told {
    /// It can be asked now.
    Ready,
    Stage(Stage),
    Came(Box<Came>),
}

#[derive(Serialize, Deserialize)]
enum Word {
    Ready,
    Stage(Stage),
    Came(Outcome),
}

/// The page's one message.
pub fn ask(document: &Uint8Array, options: Options) -> JsValue {
    Array::of2(&json(&options), document).into()
}

/// The document and the options of the page's message.
pub fn asked(message: &JsValue) -> Option<(Vec<u8>, Options)> {
    let parts: &Array = message.dyn_ref()?;
    let options = serde_json::from_str(&parts.get(0).as_string()?).ok()?;
    Some((parts.get(1).dyn_into::<Uint8Array>().ok()?.to_vec(), options))
}

pub fn ready() -> JsValue {
    Array::of1(&json(&Word::Ready)).into()
}

pub fn stage(stage: Stage) -> JsValue {
    Array::of1(&json(&Word::Stage(stage))).into()
}

/// What came of a document, and the parts that are handed over.
pub fn came(import: &Import, document: Digest, trace: Trace) -> (JsValue, Vec<Uint8Array>) {
    let word = Word::Came(Outcome {
        document,
        format: import.format,
        orientation: import.orientation,
        notices: import.notices.clone(),
        trace,
    });
    let text = Uint8Array::from(import.text.as_bytes());
    let framework = import.framework.as_ref().map(|framework| Uint8Array::from(framework.canonical().as_bytes()));
    let parts: Vec<_> = [Some(text.clone()), framework.clone()].into_iter().flatten().collect();
    (Array::of3(&json(&word), &text, &framework.map_or(JsValue::NULL, Into::into)).into(), parts)
}

/// Reads what the importer says.
///
/// # Errors
/// In plain words, if it is none of its messages: then the page and the importer are of two releases.
pub fn answer(message: &JsValue) -> Result<Told, String> {
    read(message).ok_or_else(|| {
        "The importer is of another release than the page. Reload the page, then choose the document again.".to_owned()
    })
}

fn read(message: &JsValue) -> Option<Told> {
    let parts: &Array = message.dyn_ref()?;
    Some(match serde_json::from_str(&parts.get(0).as_string()?).ok()? {
        Word::Ready => Told::Ready,
        Word::Stage(stage) => Told::Stage(stage),
        Word::Came(told) => {
            let text = text(&parts.get(1))?;
            let framework = match parts.get(2) {
                part if part.is_null() => None,
                part => Some(framework::from_json(&self::text(&part)?).ok()?),
            };
            Told::Came(Box::new(Came { told, framework, text }))
        }
    })
}

fn text(part: &JsValue) -> Option<String> {
    String::from_utf8(part.dyn_ref::<Uint8Array>()?.to_vec()).ok()
}

fn json<T: Serialize>(value: &T) -> JsValue {
    // Texts, lists and whole numbers, which JSON always expresses.
    serde_json::to_string(value).unwrap_or_default().into()
}

/// What the browser says of a failure.
pub fn reason(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| "no reason given".to_owned(), |error| error.message().into())
}
