//! From the library to the whole app: the first program asks for the second, and leaves when it is there.
//!
//! The address and the storage hold all that the two have in common, so nothing else is handed over but that the list of
//! keys was asked for.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event};

/// Tells `boot.js` that the whole app is wanted now. It knows the event by the same name.
const WANTED: &str = "touchstone:wanted";

/// Tells `boot.js` that the first program's screen can be used. It knows the event by the same name.
pub const USABLE: &str = "touchstone:usable";

/// Tells the first program that the whole app is about to stand in its place, and `boot.js`, which knows it by the same
/// name.
const TAKEN: &str = "touchstone:taken";

/// The attribute of `<html>` that says so too, for a whole app that is not there yet to hear the event.
const WANTED_MARK: &str = "data-wanted";

/// What the attribute says where the whole app begins with the list of keys: `boot.js` writes it.
const LIST: &str = "keys";

/// Asks for the whole app.
pub fn ask() {
    if let Some(Err(failure)) = root().map(|root| root.set_attribute(WANTED_MARK, "")) {
        web_sys::console::error_1(&failure);
    }
    dispatch(WANTED);
}

/// Says that the first program's screen can be used, so that the whole app may be fetched ahead of need.
pub fn tell_usable() {
    dispatch(USABLE);
}

/// Whether somebody asked for the whole app.
pub fn is_wanted() -> bool {
    root().is_some_and(|root| root.has_attribute(WANTED_MARK))
}

/// Whether `?` was pressed before this program was there to hear it.
pub fn is_list_wanted() -> bool {
    root().and_then(|root| root.get_attribute(WANTED_MARK)).is_some_and(|what| what == LIST)
}

/// Waits until somebody asks for the whole app.
pub async fn wanted() {
    let asked = Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        if let Some(Err(failure)) = window.map(|window| window.add_event_listener_with_callback(WANTED, &resolve)) {
            web_sys::console::error_1(&failure);
        }
    });
    if let Err(failure) = JsFuture::from(asked).await {
        web_sys::console::error_1(&failure);
    }
}

/// Leaves as soon as the whole app takes over; `leave` takes the screen away.
pub fn give(leave: Option<Box<dyn FnOnce()>>) {
    let leave = RefCell::new(leave);
    let taken = Closure::<dyn Fn()>::new(move || {
        if let Some(leave) = leave.take() {
            leave();
        }
    });
    let window = web_sys::window();
    let listening = window.map(|window| window.add_event_listener_with_callback(TAKEN, taken.as_ref().unchecked_ref()));
    if let Some(Err(failure)) = listening {
        web_sys::console::error_1(&failure);
    }
    // It listens as long as the page lives.
    taken.forget();
}

/// Has the first program leave, if it is there.
pub fn take() {
    dispatch(TAKEN);
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn dispatch(name: &str) {
    let sent =
        Event::new(name).and_then(|event| web_sys::window().map_or(Ok(false), |window| window.dispatch_event(&event)));
    if let Err(failure) = sent {
        web_sys::console::error_1(&failure);
    }
}
