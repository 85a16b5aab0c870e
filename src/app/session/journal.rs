//! How what is typed reaches the journal, the second copy for a tab that goes before its commit is through.
//!
//! A text goes there with each letter. A long one would hold up the typing, since localStorage takes no part of a text: it
//! goes there when the tab is left or out of sight, if it is not committed by then. Its commit begins at once like any
//! other.

use leptos::prelude::*;

use crate::record::storage::StorageError;
use crate::record::{Draft, Queue, Typed};

use super::Session;

/// So many bytes make a text long.
const LONG: usize = 100_000;

impl Session {
    /// Puts a text into the journal, unless it is long.
    pub(super) fn journal(self, draft: &Draft) -> Result<(), StorageError> {
        if draft.text.len() < LONG { self.journal_anyhow(draft) } else { Ok(()) }
    }

    /// Puts long texts that are not committed into the journal when the tab is left, for as long as the present owner lasts.
    pub(super) fn journals_on_leaving(self) {
        for event in ["pagehide", "visibilitychange"] {
            let listener = window_event_listener_untyped(event, move |_| self.journal_long());
            on_cleanup(move || listener.remove());
        }
    }

    fn journal_long(self) {
        if !self.writes() || (self.queue.with_value(Queue::is_empty) && !self.busy.get_value()) {
            return;
        }
        let typed = Typed {
            after: self.assessment.with_untracked(|assessment| assessment.next_seq().saturating_sub(1)),
            at: self.typed_at.get_value(),
        };
        let long = self.drafts.with_untracked(|drafts| {
            let long = drafts.iter().filter(|(_, text)| text.len() >= LONG);
            long.map(|(field, text)| Draft { field: field.clone(), text: text.clone(), typed }).collect::<Vec<_>>()
        });
        for draft in long {
            self.tell_journalled(self.journal_anyhow(&draft));
        }
    }

    fn journal_anyhow(self, draft: &Draft) -> Result<(), StorageError> {
        self.archive.with_value(|archive| archive.draft_in_flight(&self.id(), draft))
    }
}
