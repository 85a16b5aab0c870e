//! Paper: while the page is printed every fold of it is open, and afterwards those are closed again that were.

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

/// Opens all folds for printing, as long as the present owner lives.
pub fn open_folds() {
    let opened = StoredValue::new_local(Vec::<HtmlDetailsElement>::new());
    let before = window_event_listener_untyped("beforeprint", move |_| {
        let closed = closed_folds();
        closed.iter().for_each(|fold| fold.set_open(true));
        opened.update_value(|opened| opened.extend(closed));
    });
    let after = window_event_listener_untyped("afterprint", move |_| {
        opened.update_value(|opened| opened.drain(..).for_each(|fold| fold.set_open(false)));
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Asks the browser to print the page.
pub fn print() {
    // The reader sees by himself that no dialog came.
    if window().print().is_err() {
        leptos::logging::warn!("the page could not be printed");
    }
}

fn closed_folds() -> Vec<HtmlDetailsElement> {
    let Ok(folds) = document().query_selector_all("main details:not([open])") else { return Vec::new() };
    (0..folds.length()).filter_map(|index| folds.item(index)?.dyn_into().ok()).collect()
}
