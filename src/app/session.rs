//! The assessment that is open: its state, and the queue through which its changes reach storage in order.
//!
//! Every change is applied at once, put into the journal at once, and committed as soon as the one before is. A
//! change that could not be committed stays in the queue; the next one, or a press on "Try again", takes it along.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::assessment::{Assessment, AssessmentId, Entry, Event};
use crate::framework::QuestionId;
use crate::record::storage::StorageError;
use crate::record::{Archive, NoteDraft, Opened, Summary};

use super::clock;
use super::saved::{SavedState, Writer};

/// After so much quiet the note in hand becomes an event.
const QUIET: Duration = Duration::from_secs(2);

/// An open assessment. A handle: copies are the same session.
#[derive(Clone, Copy)]
pub struct Session {
    id: StoredValue<AssessmentId>,
    archive: StoredValue<Archive, LocalStorage>,
    saved: Writer,
    assessment: RwSignal<Assessment>,
    draft: RwSignal<Option<NoteDraft>>,
    refusal: RwSignal<Option<String>>,
    queue: StoredValue<Queue>,
    quiet: StoredValue<Option<TimeoutHandle>>,
}

/// What is not committed yet.
#[derive(Default)]
struct Queue {
    entries: Vec<Entry>,
    /// The newest text of the note in hand.
    draft: Option<NoteDraft>,
    /// The entries hold the note in hand, so its row goes.
    closes_draft: bool,
    busy: bool,
}

impl Session {
    /// Opens a session on what was read from the archive. The signals belong to the present owner.
    pub fn new(id: AssessmentId, opened: Opened, archive: Archive, saved: SavedState) -> Self {
        let saved = saved.writer();
        on_cleanup(move || saved.let_go());
        Self {
            id: StoredValue::new(id),
            archive: StoredValue::new_local(archive),
            saved,
            assessment: RwSignal::new(opened.assessment),
            draft: RwSignal::new(opened.draft),
            refusal: RwSignal::new(None),
            queue: StoredValue::new(Queue::default()),
            quiet: StoredValue::new(None),
        }
    }

    pub fn id(self) -> AssessmentId {
        self.id.get_value()
    }

    /// The assessment; tracked where signals are.
    pub fn assessment(self) -> RwSignal<Assessment> {
        self.assessment
    }

    /// Why the last change was not taken.
    pub fn refusal(self) -> ReadSignal<Option<String>> {
        self.refusal.read_only()
    }

    /// The note of a question as it stands on the screen, typed letters included; tracked.
    pub fn note(self, question: &QuestionId) -> String {
        let draft = self
            .draft
            .with(|draft| draft.as_ref().filter(|draft| draft.question == *question).map(|draft| draft.text.clone()));
        draft.unwrap_or_else(|| self.assessment.with(|assessment| assessment.note(question).to_owned()))
    }

    /// Records an event; the note in hand goes before it. `false` when the rules refuse it; [`Self::refusal`] says why.
    pub fn record(self, event: Event) -> bool {
        self.close_note();
        self.push(event, false)
    }

    /// Takes what was typed into a question's note, and keeps it at once.
    pub fn type_note(self, question: &QuestionId, text: String) {
        let other = self.draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.question != *question));
        if other {
            self.close_note();
        }
        let draft = NoteDraft { question: question.clone(), text };
        let journalled = self.archive.with_value(|archive| archive.draft_in_flight(&self.id(), &draft));
        self.queue.update_value(|queue| queue.draft = Some(draft.clone()));
        self.draft.set(Some(draft));
        self.wait_for_quiet();
        self.kick();
        self.tell_journalled(journalled);
    }

    /// Makes the note in hand an event, if it differs from what is recorded.
    pub fn close_note(self) {
        self.stop_waiting();
        let Some(draft) = self.draft.get_untracked() else { return };
        self.queue.update_value(|queue| queue.draft = None);
        let known = self.assessment.with_untracked(|assessment| assessment.note(&draft.question) == draft.text);
        if known {
            // Nothing new to tell, but the draft's row has to go.
            self.queue.update_value(|queue| queue.closes_draft = true);
            self.kick();
        } else {
            self.push(Event::WroteNote { question: draft.question, text: draft.text }, true);
        }
        self.draft.set(None);
    }

    /// Whether everything is committed, so that the session can be let go.
    pub fn is_settled(self) -> bool {
        let waiting = self.draft.with_untracked(Option::is_some);
        let queued =
            |queue: &Queue| queue.busy || queue.closes_draft || queue.draft.is_some() || !queue.entries.is_empty();
        !waiting && !self.queue.with_value(queued)
    }

    /// Tries again to commit what could not be committed.
    pub fn retry(self) {
        self.kick();
    }

    fn push(self, event: Event, closes_draft: bool) -> bool {
        let seq = self.assessment.with_untracked(Assessment::next_seq);
        let entry = Entry { seq, at: clock::now(), event };
        let applied = self.assessment.try_maybe_update(|assessment| {
            let applied = assessment.apply(entry.clone());
            (applied.is_ok(), applied)
        });
        match applied {
            Some(Ok(())) => {}
            Some(Err(refusal)) => {
                self.refusal.set(Some(refusal.to_string()));
                return false;
            }
            // The session is closed; nothing is on the screen that could have asked for it.
            None => return false,
        }
        self.refusal.set(None);
        let journalled = self.archive.with_value(|archive| archive.in_flight(&self.id(), &entry));
        self.queue.update_value(|queue| {
            queue.entries.push(entry);
            queue.closes_draft |= closes_draft;
        });
        self.kick();
        self.tell_journalled(journalled);
        true
    }

    /// Begins to commit the queue, unless that is under way.
    fn kick(self) {
        self.saved.saving();
        let begin = self.queue.try_update_value(|queue| !std::mem::replace(&mut queue.busy, true)).unwrap_or(false);
        if begin {
            spawn_local(async move {
                let outcome = self.drain().await;
                self.queue.update_value(|queue| queue.busy = false);
                match outcome {
                    Ok(()) => self.saved.done(),
                    Err(error) => self.saved.failed(&error),
                }
            });
        }
    }

    async fn drain(self) -> Result<(), StorageError> {
        let archive = self.archive.get_value();
        let id = self.id();
        loop {
            let Some((entries, draft, closes)) = self.queue.try_update_value(|queue| {
                (std::mem::take(&mut queue.entries), queue.draft.take(), std::mem::take(&mut queue.closes_draft))
            }) else {
                return Ok(());
            };
            if entries.is_empty() && draft.is_none() && !closes {
                return Ok(());
            }
            if !entries.is_empty() || closes {
                let summary = self.assessment.with_untracked(|assessment| Summary::of(&id, assessment));
                if let Err(error) = archive.append(&id, &entries, &summary, closes).await {
                    self.put_back(entries, draft, closes);
                    return Err(error);
                }
            }
            if let Some(draft) = draft
                && let Err(error) = archive.keep_draft(&id, &draft).await
            {
                self.put_back(Vec::new(), Some(draft), false);
                return Err(error);
            }
            let settled =
                self.queue.try_update_value(|queue| queue.draft.is_none() && queue.entries.is_empty()).unwrap_or(true);
            if settled {
                archive.draft_landed(&id)?;
            }
        }
    }

    /// Back to the front of the queue; a text typed since is newer than the one that failed.
    fn put_back(self, mut entries: Vec<Entry>, draft: Option<NoteDraft>, closes: bool) {
        self.queue.update_value(|queue| {
            entries.append(&mut queue.entries);
            queue.entries = entries;
            queue.closes_draft |= closes;
            if queue.draft.is_none() && !queue.closes_draft {
                queue.draft = draft;
            }
        });
    }

    /// The journal is the second copy of a change in flight. When it takes nothing, the line says so until the
    /// commit, which is the first, has gone through.
    fn tell_journalled(self, outcome: Result<(), StorageError>) {
        if let Err(error) = outcome {
            self.saved.failed(&error);
        }
    }

    fn wait_for_quiet(self) {
        self.stop_waiting();
        match set_timeout_with_handle(move || self.close_note(), QUIET) {
            Ok(handle) => self.quiet.set_value(Some(handle)),
            // Without a timer the note becomes an event when it is left; the draft is kept all the same.
            Err(_) => leptos::logging::warn!("no timer for the note in hand"),
        }
    }

    fn stop_waiting(self) {
        if let Some(handle) = self.quiet.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }
}
