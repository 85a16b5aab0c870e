//! Moving the focus to something that is drawn a moment later.

use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::shell;

/// Gives the focus to the heading of the screen, once the present change is drawn: reading begins anew there.
pub fn heading_soon() {
    request_animation_frame(shell::focus_heading);
}

/// Gives the focus to the first of these ids that is there, once the present change is drawn.
pub fn soon(ids: Vec<String>) {
    request_animation_frame(move || {
        let element = ids.iter().find_map(|id| document().get_element_by_id(id));
        let element = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
        // What cannot take the focus leaves it where it is.
        if element.is_some_and(|element| element.focus().is_err()) {
            leptos::logging::warn!("an element takes no focus");
        }
    });
}
