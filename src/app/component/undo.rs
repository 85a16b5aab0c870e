//! Removing: done at once, and for ten seconds it can be undone. The seconds do not run while the focus or the pointer is
//! on the offer, and begin anew when both have left it.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use crate::app::focus;

/// So long what was removed can be put back.
const GRACE: Duration = Duration::from_secs(10);

/// What was just removed and can still be put back. A handle.
#[derive(Clone, Copy)]
pub struct Undo {
    offers: RwSignal<Vec<Offer>>,
    /// The seconds that run.
    running: StoredValue<Vec<(String, TimeoutHandle)>>,
}

/// One thing that was removed.
#[derive(Clone)]
pub struct Offer {
    /// Tells it from others that were removed.
    pub id: String,
    /// That it was removed.
    pub words: String,
    /// Puts it back, or offers it again.
    pub undo: Callback<()>,
}

impl Default for Undo {
    fn default() -> Self {
        Self { offers: RwSignal::new(Vec::new()), running: StoredValue::new(Vec::new()) }
    }
}

impl Undo {
    /// Offers to put it back, for a while. The offer takes the focus, since what had it is gone.
    pub fn offer(self, offer: Offer) {
        let id = offer.id.clone();
        // A second press on the button came upon what was gone already.
        let new = self.offers.try_maybe_update(|all| {
            let new = all.iter().all(|other| other.id != id);
            if new {
                all.push(offer);
            }
            (new, new)
        });
        if new == Some(true) {
            focus::soon(vec![undo_id(&id)]);
            self.wait(id);
        }
    }

    /// Lets the seconds run, from the first one on.
    fn wait(self, id: String) {
        self.stop(&id);
        let of = id.clone();
        // Without a timer the offer stays.
        match set_timeout_with_handle(move || self.forget(&of), GRACE) {
            Ok(handle) => drop(self.running.try_update_value(|running| running.push((id, handle)))),
            Err(_) => leptos::logging::warn!("no timer for the undoing"),
        }
    }

    fn stop(self, id: &str) {
        self.running.try_update_value(|running| {
            running.retain(|(other, handle)| {
                if other == id {
                    handle.clear();
                }
                other != id
            });
        });
    }

    /// Takes the offer back, unless somebody is at it: leaving it lets the seconds run again.
    fn forget(self, id: &str) {
        self.stop(id);
        if !is_held(id) {
            self.offers.try_update(|all| all.retain(|offer| offer.id != id));
        }
    }

    fn take(self, offer: &Offer) {
        self.stop(&offer.id);
        self.offers.update(|all| all.retain(|other| other.id != offer.id));
        offer.undo.run(());
    }
}

/// What was just removed, each with its way back.
#[component]
pub fn UndoToast(
    undo: Undo,
    /// What the offers are about, such as "Deleted".
    label: &'static str,
) -> impl IntoView {
    let line = move |offer: Offer| {
        let (id, line) = (undo_id(&offer.id), line_id(&offer.id));
        let (left, blurred) = (offer.id.clone(), offer.id.clone());
        let words = offer.words.clone();
        view! {
            <p
                class="toast__line"
                id=line
                on:mouseleave=move |_| undo.wait(left.clone())
                on:focusout=move |_| undo.wait(blurred.clone())
            >
                <span dir="auto">{words}</span>
                <button type="button" class="button" id=id on:click=move |_| undo.take(&offer)>"Undo"</button>
            </p>
        }
    };
    view! {
        <div class="toast" role="status" aria-label=label>
            // Keyed, so that one that goes takes the focus from no other.
            <For each=move || undo.offers.get() key=|offer| offer.id.clone() children=line />
        </div>
    }
}

/// Whether the focus or the pointer is on the offer.
fn is_held(id: &str) -> bool {
    let Some(line) = document().get_element_by_id(&line_id(id)) else { return false };
    let focused = document().active_element().is_some_and(|focus| line.contains(Some(&focus)));
    focused || line.matches(":hover").unwrap_or(false)
}

fn line_id(id: &str) -> String {
    format!("deleted-{id}")
}

fn undo_id(id: &str) -> String {
    format!("undo-{id}")
}
