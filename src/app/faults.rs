//! Faults of the host's framework files, told by the whole app, which can read them, to the library, which names them
//! before it is worth loading a reader there.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{CustomEvent, CustomEventInit, console};

use super::{handover, host};

/// Its detail is the framework's id, a line break, and the fault in words.
const FAULT: &str = "touchstone:fault";

/// Tells of the files that cannot be used, now and whenever the library stands there again.
pub fn tell() {
    tell_once();
    let again = Closure::<dyn Fn()>::new(tell_once);
    listen_to(handover::USABLE, again.as_ref());
    // It listens as long as the page lives.
    again.forget();
}

/// Reads each file that the catalog lists, and tells of those that cannot be used. A catalog that cannot be read is the
/// library's own to name.
fn tell_once() {
    // Not by way of Leptos, which runs nothing before it is mounted.
    spawn_local(async {
        let Ok(catalog) = host::catalog().await else { return };
        for entry in catalog.frameworks {
            if let Err(fault) = host::listed(&entry).await
                && let Err(failure) = dispatch(&format!("{}\n{fault}", entry.id))
            {
                console::error_1(&failure);
            }
        }
    });
}

/// Calls back with the id and the fault of each file that cannot be used.
pub fn listen(told: impl Fn(&str, String) + 'static) {
    let listener = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
        let detail = event.detail().as_string().unwrap_or_default();
        if let Some((id, fault)) = detail.split_once('\n') {
            told(id, fault.to_owned());
        }
    });
    listen_to(FAULT, listener.as_ref());
    // It listens as long as the page lives.
    listener.forget();
}

fn listen_to(name: &str, listener: &JsValue) {
    let window = web_sys::window();
    let listening = window.map(|window| window.add_event_listener_with_callback(name, listener.unchecked_ref()));
    if let Some(Err(failure)) = listening {
        console::error_1(&failure);
    }
}

fn dispatch(detail: &str) -> Result<bool, JsValue> {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    let event = CustomEvent::new_with_event_init_dict(FAULT, &init)?;
    web_sys::window().map_or(Ok(false), |window| window.dispatch_event(&event))
}
