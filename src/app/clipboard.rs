//! The clipboard, for words that go into another program. It is only ever written to, at a person's press.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The browser has no clipboard for this page, or gives it to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Puts a text there.
///
/// # Errors
/// If the browser refuses; the text has to reach the person in another way.
pub async fn copy(text: &str) -> Result<(), Refused> {
    let clipboard = window().navigator().clipboard();
    // A page that did not come over a safe connection has none, whatever the type says.
    if clipboard.is_undefined() {
        return Err(Refused);
    }
    JsFuture::from(clipboard.write_text(text)).await.map(drop).map_err(|_| Refused)
}
