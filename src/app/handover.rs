//! From the library to the whole app: the first program asks for the second, and leaves when it is there.
//!
//! The address and the storage hold all that the two have in common, so nothing else is handed over.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Event;

/// Tells `boot.js` that the whole app is wanted now. It knows the event by the same name.
const WANTED: &str = "touchstone:wanted";

/// Tells the first program that the whole app is about to stand in its place.
const TAKEN: &str = "touchstone:taken";

/// Asks for the whole app.
pub fn ask() {
    dispatch(WANTED);
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

fn dispatch(name: &str) {
    let sent =
        Event::new(name).and_then(|event| web_sys::window().map_or(Ok(false), |window| window.dispatch_event(&event)));
    if let Err(failure) = sent {
        web_sys::console::error_1(&failure);
    }
}
