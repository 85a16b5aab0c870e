//! Documents that come to the page: chosen, dropped or pasted. What was dropped or pasted waits, where `intake.js` puts
//! it, for the screen that takes it.

use js_sys::{Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::import::{self, MOST_BYTES};

use super::file::FileError;

/// Says that a document waits. `intake.js` knows the event, and the place where it waits, by the same names.
const EVENT: &str = "touchstone:document";
const WAITING: &str = "touchstoneDocument";

/// A document before anything is known of it.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is called where it came from.
    pub name: String,
    pub bytes: Uint8Array,
}

impl Document {
    /// A text that was pasted or typed.
    pub fn of_text(text: &str) -> Self {
        Self { name: "The pasted text".to_owned(), bytes: Uint8Array::from(text.as_bytes()) }
    }

    /// The document in a file.
    ///
    /// # Errors
    /// In plain words, if it is larger than what is read, or cannot be read.
    pub async fn of_file(file: &File) -> Result<Self, String> {
        let name = file.name();
        // A file holds a whole number of bytes, far from where such numbers lose digits.
        let size = file.size() as usize;
        if size > MOST_BYTES {
            return Err(format!("{name}: {}", import::too_large(size)));
        }
        let bytes = JsFuture::from(file.array_buffer()).await.map_err(|error| FileError::read(name.clone(), &error))?;
        Ok(Self { name, bytes: Uint8Array::new(&bytes) })
    }
}

/// Gives away what waits, and calls back whenever something comes, as long as the present owner lives.
pub fn follow(found: impl Fn(Intake) + 'static) {
    let take = move || {
        if let Some(intake) = waiting() {
            found(intake);
        }
    };
    take();
    let heard = Closure::<dyn Fn()>::new(take);
    if window().add_event_listener_with_callback(EVENT, heard.as_ref().unchecked_ref()).is_err() {
        leptos::logging::warn!("what is dropped cannot be heard of");
    }
    let heard = StoredValue::new_local(heard);
    on_cleanup(move || {
        heard.with_value(|heard| {
            if window().remove_event_listener_with_callback(EVENT, heard.as_ref().unchecked_ref()).is_err() {
                leptos::logging::warn!("what is dropped is still heard of");
            }
        });
    });
}

/// What was dropped or pasted.
pub enum Intake {
    File(File),
    Text(String),
    /// So many files at once.
    Many(u32),
}

fn waiting() -> Option<Intake> {
    let waiting = Reflect::get(&window(), &WAITING.into()).ok()?;
    if waiting.is_undefined() {
        return None;
    }
    if Reflect::delete_property(&window(), &WAITING.into()).is_err() {
        leptos::logging::warn!("what was dropped still waits");
    }
    match waiting.dyn_into::<File>() {
        Ok(file) => Some(Intake::File(file)),
        Err(other) => match other.as_f64() {
            // A number of files.
            Some(number) => Some(Intake::Many(number as u32)),
            None => other.as_string().map(Intake::Text),
        },
    }
}
