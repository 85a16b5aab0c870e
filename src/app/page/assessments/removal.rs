//! Deleting: done at once, and for ten seconds it can be undone. The seconds do not run while the focus or the pointer is
//! on the offer, and begin anew when both have left it.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::focus;
use crate::app::saved::SavedState;
use crate::assessment::AssessmentId;
use crate::record::{self, Listed};

use super::{LIST, Shelf};

/// So long a deleted assessment can be put back.
const GRACE: Duration = Duration::from_secs(10);

/// What was deleted and can still be put back. A handle.
#[derive(Clone, Copy)]
pub struct Removal {
    shelf: Shelf,
    saved: SavedState,
    gone: RwSignal<Vec<Gone>>,
    /// The seconds that run.
    running: StoredValue<Vec<(AssessmentId, TimeoutHandle)>>,
}

#[derive(Clone)]
struct Gone {
    id: AssessmentId,
    candidate: String,
    rows: record::Removed,
}

impl Removal {
    pub fn new(shelf: Shelf) -> Self {
        Self {
            shelf,
            saved: SavedState::expect(),
            gone: RwSignal::new(Vec::new()),
            running: StoredValue::new(Vec::new()),
        }
    }

    /// Deletes the assessment.
    pub fn remove(self, line: Listed) {
        let id = line.summary.id;
        let act = self.saved.act();
        self.shelf.desk.close(&id);
        spawn_local(async move {
            let removed = self.shelf.desk.archive().remove(&id).await;
            act.ended(&removed);
            if let Ok(rows) = removed {
                self.offer(Gone { id, candidate: line.candidate, rows });
                self.shelf.read().await;
            }
        });
    }

    /// Offers to put it back, for a while.
    fn offer(self, gone: Gone) {
        let id = gone.id.clone();
        // A second press on "Delete" came upon rows that were gone already.
        let new = self.gone.try_maybe_update(|all| {
            let new = all.iter().all(|other| other.id != id);
            if new {
                all.push(gone);
            }
            (new, new)
        });
        if new == Some(true) {
            focus::soon(vec![undo_id(&id)]);
            self.wait(id);
        }
    }

    /// Lets the seconds run, from the first one on.
    fn wait(self, id: AssessmentId) {
        self.stop(&id);
        let of = id.clone();
        // Without a timer the offer stays.
        match set_timeout_with_handle(move || self.forget(&of), GRACE) {
            Ok(handle) => drop(self.running.try_update_value(|running| running.push((id, handle)))),
            Err(_) => leptos::logging::warn!("no timer for the undoing"),
        }
    }

    fn stop(self, id: &AssessmentId) {
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
    fn forget(self, id: &AssessmentId) {
        self.stop(id);
        if !is_held(id) {
            self.gone.try_update(|all| all.retain(|gone| gone.id != *id));
        }
    }

    fn undo(self, gone: Gone) {
        self.stop(&gone.id);
        self.gone.update(|all| all.retain(|other| other.id != gone.id));
        let act = self.saved.act();
        spawn_local(async move {
            let restored = self.shelf.desk.archive().restore(gone.rows.clone()).await;
            act.ended(&restored);
            if restored.is_ok() {
                self.shelf.read().await;
                focus::soon(vec![format!("open-{}", gone.id), LIST.to_owned()]);
            } else {
                self.offer(gone);
            }
        });
    }
}

/// What was just deleted, each with its way back.
#[component]
pub fn Removed(removal: Removal) -> impl IntoView {
    let line = move |gone: Gone| {
        let (id, line) = (undo_id(&gone.id), line_id(&gone.id));
        let words = format!("The assessment of {} is deleted.", gone.candidate);
        let (left, blurred) = (gone.id.clone(), gone.id.clone());
        view! {
            <p
                class="toast__line"
                id=line
                on:mouseleave=move |_| removal.wait(left.clone())
                on:focusout=move |_| removal.wait(blurred.clone())
            >
                <span>{words}</span>
                <button type="button" class="button" id=id on:click=move |_| removal.undo(gone.clone())>"Undo"</button>
            </p>
        }
    };
    view! {
        <div class="toast" role="status" aria-label="Deleted">
            // Keyed, so that one that goes takes the focus from no other.
            <For each=move || removal.gone.get() key=|gone| gone.id.clone() children=line />
        </div>
    }
}

/// Whether the focus or the pointer is on the offer.
fn is_held(id: &AssessmentId) -> bool {
    let Some(line) = document().get_element_by_id(&line_id(id)) else { return false };
    let focused = document().active_element().is_some_and(|focus| line.contains(Some(&focus)));
    focused || line.matches(":hover").unwrap_or(false)
}

fn line_id(id: &AssessmentId) -> String {
    format!("deleted-{id}")
}

fn undo_id(id: &AssessmentId) -> String {
    format!("undo-{id}")
}
