//! What the page and the worker say to each other. A message is a list: a word of JSON, and texts as bytes, which can be
//! handed over without being copied.

use js_sys::{Array, Uint8Array};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use crate::import::{Options, Stage};
use crate::question::{Point, Selection, Wish};

use super::importing::Outcome;

/// What the page asks for.
#[derive(Serialize, Deserialize)]
pub enum Request {
    /// Take in the document that comes with it.
    Import(Options),
    /// Know the framework that comes with it: what is asked next is asked of it.
    Know,
    /// Say what the best questions for this wish cover. The answer has the same number.
    Point(u32, Wish),
    /// Select the best questions for this wish. The answer has the same number.
    Select(u32, Wish),
}

/// What the worker says.
#[derive(Serialize, Deserialize)]
pub enum Told {
    /// It can be asked now.
    Ready,
    Stage(Stage),
    /// A document was taken in: its text comes with it, and the framework if there is one.
    Came(Outcome),
    Point(u32, Point),
    Selection(u32, Box<Selection>),
}

/// A word with the texts that come with it.
pub struct Message<W> {
    pub word: W,
    pub texts: Vec<Option<Uint8Array>>,
}

impl<W: Serialize + DeserializeOwned> Message<W> {
    pub fn of(word: W) -> Self {
        Self { word, texts: Vec::new() }
    }

    pub fn with(word: W, texts: impl IntoIterator<Item = Option<Uint8Array>>) -> Self {
        Self { word, texts: texts.into_iter().collect() }
    }

    /// As it is sent.
    pub fn written(&self) -> JsValue {
        // Texts, lists and whole numbers, which JSON always expresses.
        let word = serde_json::to_string(&self.word).unwrap_or_default();
        let list = Array::of1(&word.into());
        for text in &self.texts {
            list.push(&text.clone().map_or(JsValue::NULL, Into::into));
        }
        list.into()
    }

    /// A list of what may be handed over without being copied.
    pub fn parts(&self) -> Array {
        self.texts.iter().flatten().map(|text| JsValue::from(text.buffer())).collect()
    }

    /// As it was sent; `None` when page and worker are of two releases.
    pub fn read(sent: &JsValue) -> Option<Self> {
        let mut list = sent.dyn_ref::<Array>()?.iter();
        let word = serde_json::from_str(&list.next()?.as_string()?).ok()?;
        let text = |text: JsValue| if text.is_null() { Some(None) } else { text.dyn_into().ok().map(Some) };
        Some(Self { word, texts: list.map(text).collect::<Option<_>>()? })
    }

    /// The bytes of the text in this place.
    pub fn bytes(&self, place: usize) -> Option<Vec<u8>> {
        Some(self.texts.get(place)?.as_ref()?.to_vec())
    }

    /// The text in this place.
    pub fn text(&self, place: usize) -> Option<String> {
        String::from_utf8(self.bytes(place)?).ok()
    }
}

/// The bytes of a text, to be sent.
pub fn bytes_of(text: &str) -> Uint8Array {
    Uint8Array::from(text.as_bytes())
}

/// What the browser says of a failure.
pub fn reason(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| "no reason given".to_owned(), |error| error.message().into())
}
