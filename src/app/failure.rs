//! What happens when the app itself fails: it is marked as failed, writes nothing more, and hands the page over.
//!
//! After a panic or a trap the memory of the program can no longer be trusted, yet the browser goes on calling into it.
//! The mark is an attribute of the document, so that `failure.js`, which catches what no panic hook sees, can set it too.
//! The page that tells of the failure is drawn by `failure.js`; nothing here tries to recover.

use std::panic::PanicHookInfo;

use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// The attribute of `<html>` that stands for "this instance has failed". `failure.js` knows it by the same name.
const MARK: &str = "data-failed";

/// The attribute of `<html>` that stands for "this browser keeps nothing", so that `failure.js` promises nothing.
const NOTHING_KEPT: &str = "data-nothing-kept";

/// The attribute of `<html>` that stands for "the last changes are not saved", so that `failure.js` promises less.
const UNSAVED: &str = "data-unsaved";

/// The event that tells `failure.js`; its detail is the message.
const EVENT: &str = "touchstone:failed";

/// Has every panic mark the app as failed and hand over the page. Called once, before anything else.
pub fn watch() {
    std::panic::set_hook(Box::new(hand_over));
}

/// Whether the app has failed, in this tab, since it was loaded.
pub fn happened() -> bool {
    root().is_none_or(|root| root.has_attribute(MARK))
}

/// Has the page that tells of a failure say that what was entered in this tab is lost with it.
pub fn note_nothing_kept() {
    if let Some(Err(failure)) = root().map(|root| root.set_attribute(NOTHING_KEPT, "")) {
        web_sys::console::error_1(&failure);
    }
}

/// Whether this browser is known to keep nothing. `boot.js` sets the mark where storage is refused outright.
pub fn keeps_nothing() -> bool {
    root().is_some_and(|root| root.has_attribute(NOTHING_KEPT))
}

/// Has the page that tells of a failure say whether the last changes were saved.
pub fn note_unsaved(unsaved: bool) {
    if let Some(Err(failure)) = root().map(|root| root.toggle_attribute_with_force(UNSAVED, unsaved)) {
        web_sys::console::error_1(&failure);
    }
}

/// Fails on purpose by a panic, so that a test can prove the failure page with the very build that is shipped:
/// `import(document.querySelector("meta[name=touchstone-whole]").dataset.js)`, then call it in a task of its own.
/// Nothing in the app calls it.
#[wasm_bindgen]
pub fn drill_panic() {
    panic!("this panic is a drill");
}

/// Fails on purpose by a trap, of which no panic hook hears. Otherwise like [`drill_panic`].
#[wasm_bindgen]
pub fn drill_trap() {
    core::arch::wasm32::unreachable();
}

/// The mark comes first: whatever fails after it, nothing is written any more.
fn hand_over(panic: &PanicHookInfo<'_>) {
    let message = panic.to_string();
    let marked = root().map(|root| root.set_attribute(MARK, ""));
    console_error_panic_hook::hook(panic);
    let told = tell(&message);
    for failure in [marked.and_then(Result::err), told.err()].into_iter().flatten() {
        web_sys::console::error_1(&failure);
    }
}

fn tell(message: &str) -> Result<bool, JsValue> {
    let detail = CustomEventInit::new();
    detail.set_detail(&JsValue::from_str(message));
    let event = CustomEvent::new_with_event_init_dict(EVENT, &detail)?;
    web_sys::window().map_or(Ok(false), |window| window.dispatch_event(&event))
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}
