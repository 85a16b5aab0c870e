//! Moving the focus to something that is drawn a moment later.

use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::shell;

/// The id of what has the focus.
pub fn held() -> Option<String> {
    document().active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Gives the focus to the heading of the screen, once the present change is drawn: reading begins anew there.
pub fn heading_soon() {
    request_animation_frame(shell::focus_heading);
}

/// Gives the focus to the heading of the screen if nothing has it once the present change is drawn: what had it is gone,
/// or takes it no more.
pub fn heading_if_lost() {
    // The browser takes the focus away when it draws.
    request_animation_frame(|| {
        request_animation_frame(|| {
            if document().active_element().is_none_or(|element| element.tag_name() == "BODY") {
                shell::focus_heading();
            }
        });
    });
}

/// Brings an element into the middle of its pane and gives it the focus, once what is about to be drawn is drawn: a long
/// list draws it in the next frame.
pub fn in_view(id: String) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            let element = document().get_element_by_id(&id);
            let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) else {
                return;
            };
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Center);
            element.scroll_into_view_with_scroll_into_view_options(&options);
            // What cannot take the focus is in view all the same.
            if element.focus().is_err() {
                leptos::logging::warn!("an element takes no focus");
            }
        });
    });
}

/// Gives the focus to what is drawn already: the next key comes before the next frame.
pub fn now(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    // What cannot take the focus leaves it where it is.
    if element.is_some_and(|element| element.focus().is_err()) {
        leptos::logging::warn!("an element takes no focus");
    }
}

/// Leaves a field for the nearest heading above it, so that keys work without Alt again and reading goes on from there.
pub fn leave(field: &web_sys::HtmlElement) {
    const HEADINGS: &str = "main :is(h1, h2, h3, h4, legend):not(.visually-hidden)";
    let Ok(headings) = document().query_selector_all(HEADINGS) else { return };
    let mut upwards = (0..headings.length()).rev().filter_map(|index| headings.item(index)?.dyn_into().ok());
    let nearest = upwards.find(|heading: &web_sys::HtmlElement| {
        let lies = heading.compare_document_position(field);
        // What stands in a shut fold is no place to be.
        lies & web_sys::Node::DOCUMENT_POSITION_FOLLOWING != 0 && heading.offset_height() > 0
    });
    let Some(heading) = nearest else { return };
    if !heading.has_attribute("tabindex") {
        heading.set_tab_index(-1);
    }
    if heading.focus().is_err() {
        leptos::logging::warn!("the field keeps the focus");
    }
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
