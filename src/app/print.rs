//! Paper: the one page of a screen, or the same with all that stands in its folds; what stands at the foot of each page.

use leptos::leptos_dom::helpers::{request_animation_frame, window_event_listener_untyped};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement, HtmlElement};

/// How much goes to paper. A handle.
#[derive(Clone, Copy)]
pub struct Paper {
    in_full: RwSignal<bool>,
    /// The folds that were opened for paper, to be closed again.
    opened: StoredValue<Vec<HtmlDetailsElement>, LocalStorage>,
}

impl Paper {
    /// Watches over printing, as long as the present owner lives.
    pub fn provide() -> Self {
        let paper = Self { in_full: RwSignal::new(false), opened: StoredValue::new_local(Vec::new()) };
        let before = window_event_listener_untyped("beforeprint", move |_| {
            if paper.in_full.get_untracked() {
                paper.open_folds();
            }
        });
        let after = window_event_listener_untyped("afterprint", move |_| {
            paper.opened.update_value(|opened| opened.drain(..).for_each(|fold| fold.set_open(false)));
            paper.in_full.set(false);
        });
        on_cleanup(move || {
            before.remove();
            after.remove();
        });
        paper
    }

    /// Whether what stands in folds goes to paper too.
    pub fn in_full(self) -> bool {
        self.in_full.get()
    }

    /// Asks the browser to print the one page.
    pub fn print(self) {
        self.ask(false);
    }

    /// Asks the browser to print all that there is.
    pub fn print_in_full(self) {
        self.ask(true);
    }

    fn ask(self, in_full: bool) {
        self.in_full.set(in_full);
        // The browser says this itself, but prints at once: what is drawn for paper alone needs a moment before.
        announce("beforeprint");
        request_animation_frame(move || {
            // What was drawn just now may hold folds as well.
            if self.in_full.try_get_untracked() == Some(true) {
                self.open_folds();
            }
            if window().print().is_err() {
                // The reader sees by himself that no dialog came.
                leptos::logging::warn!("the page could not be printed");
                announce("afterprint");
            }
        });
    }

    fn open_folds(self) {
        let closed = closed_folds();
        closed.iter().for_each(|fold| fold.set_open(true));
        self.opened.update_value(|opened| opened.extend(closed));
    }
}

/// The words at the foot of every page, as the style sheet for paper names them.
const FOOT: &str = "--foot";

/// Puts words at the foot of every printed page, as long as the present owner lives.
pub fn foot(words: &str) {
    let Some(root) = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    if root.style().set_property(FOOT, &css_string(words)).is_err() {
        leptos::logging::warn!("the pages have no foot");
    }
    on_cleanup(|| {
        let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
        if root.is_some_and(|root| root.style().remove_property(FOOT).is_err()) {
            leptos::logging::warn!("the foot of the last page stays");
        }
    });
}

/// A text as a style sheet writes it. The words may come from anywhere, so whatever could end the string is escaped.
fn css_string(text: &str) -> String {
    let escaped = |letter: char| match letter {
        '"' | '\\' => format!("\\{letter}"),
        letter if letter.is_control() => " ".to_owned(),
        letter => letter.to_string(),
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

fn announce(name: &str) {
    let told = Event::new(name).and_then(|event| window().dispatch_event(&event));
    if told.is_err() {
        leptos::logging::warn!("nothing is made ready for paper");
    }
}

fn closed_folds() -> Vec<HtmlDetailsElement> {
    let Ok(folds) = document().query_selector_all("main details:not([open])") else { return Vec::new() };
    (0..folds.length()).filter_map(|index| folds.item(index)?.dyn_into().ok()).collect()
}
