//! Deleting an assessment, and putting it back while that is offered.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::undo::{Offer, Undo};
use crate::app::focus;
use crate::app::saved::SavedState;
use crate::assessment::AssessmentId;
use crate::record::{self, Listed};

use super::{LIST, Shelf};

/// A handle.
#[derive(Clone, Copy)]
pub struct Removal {
    shelf: Shelf,
    saved: SavedState,
    undo: Undo,
}

#[derive(Clone)]
struct Gone {
    id: AssessmentId,
    candidate: String,
    rows: record::Removed,
}

impl Removal {
    pub fn new(shelf: Shelf) -> Self {
        Self { shelf, saved: SavedState::expect(), undo: Undo::default() }
    }

    /// What was deleted and can still be put back.
    pub fn undo(self) -> Undo {
        self.undo
    }

    /// Deletes the assessment.
    pub fn remove(self, line: Listed) {
        let id = line.summary.id;
        let act = self.saved.act();
        spawn_local(async move {
            let removed = self.shelf.desk.remove(&id).await;
            act.ended(&removed);
            if let Ok(rows) = removed {
                self.offer(Gone { id, candidate: line.candidate, rows });
                self.shelf.read().await;
            }
        });
    }

    fn offer(self, gone: Gone) {
        let id = gone.id.to_string();
        let words = format!("The assessment of {} is deleted.", gone.candidate);
        self.undo.offer(Offer { id, words, undo: Callback::new(move |()| self.put_back(gone.clone())) });
    }

    fn put_back(self, gone: Gone) {
        let act = self.saved.act();
        spawn_local(async move {
            let restored = self.shelf.desk.restore(&gone.id, gone.rows.clone()).await;
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
