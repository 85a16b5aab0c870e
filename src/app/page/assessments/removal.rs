//! Deleting: done at once, and for ten seconds it can be undone.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_timeout;
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
}

#[derive(Clone)]
struct Gone {
    id: AssessmentId,
    candidate: String,
    rows: record::Removed,
}

impl Removal {
    pub fn new(shelf: Shelf) -> Self {
        Self { shelf, saved: SavedState::expect(), gone: RwSignal::new(Vec::new()) }
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
            set_timeout(move || self.forget(&id), GRACE);
        }
    }

    fn forget(self, id: &AssessmentId) {
        if document().active_element().is_some_and(|element| element.id() == undo_id(id)) {
            focus::soon(vec![LIST.to_owned()]);
        }
        self.gone.try_update(|all| all.retain(|gone| gone.id != *id));
    }

    fn undo(self, gone: Gone) {
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
    let lines = move || {
        let gone = removal.gone.get().into_iter();
        gone.map(|gone| {
            let id = undo_id(&gone.id);
            let words = format!("The assessment of {} is deleted.", gone.candidate);
            view! {
                <p class="toast__line">
                    <span>{words}</span>
                    <button type="button" class="button" id=id on:click=move |_| removal.undo(gone.clone())>"Undo"</button>
                </p>
            }
        })
        .collect_view()
    };
    view! { <div class="toast" role="status" aria-label="Deleted">{lines}</div> }
}

fn undo_id(id: &AssessmentId) -> String {
    format!("undo-{id}")
}
