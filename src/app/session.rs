//! The assessment that is open: its state, and the queue through which its changes reach storage in order.
//!
//! Every change is applied at once, put into the journal at once, and committed as soon as the one before is. A
//! change that could not be committed stays in the queue; the next one, or a press on "Try again", takes it along.
//! Where another tab writes, nothing is taken here: [`sharing`].

mod journal;
mod sharing;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::assessment::{Assessment, AssessmentId, Event};
use crate::framework::QuestionId;
use crate::record::storage::StorageError;
use crate::record::{Archive, Draft, Field, Opened, Queue, Summary, Typed};

use super::clock;
use super::saved::{SavedState, Writer};
use super::tabs::{Hold, Says, Standing};

use sharing::Reading;

/// After so much quiet a text that is being typed becomes an event.
const QUIET: Duration = Duration::from_secs(2);

/// An open assessment. A handle: copies are the same session.
#[derive(Clone, Copy)]
pub struct Session {
    id: StoredValue<AssessmentId>,
    archive: StoredValue<Archive, LocalStorage>,
    hold: StoredValue<Rc<Hold>, LocalStorage>,
    standing: ReadSignal<Standing>,
    saved: Writer,
    assessment: RwSignal<Assessment>,
    /// What is being typed, newer than what is recorded.
    drafts: RwSignal<BTreeMap<Field, String>>,
    refusal: RwSignal<Option<String>>,
    /// When the last text was typed, in milliseconds since 1970.
    typed_at: StoredValue<i64>,
    queue: StoredValue<Queue>,
    busy: StoredValue<bool>,
    quiet: StoredValue<Option<TimeoutHandle>>,
    reading: StoredValue<Reading>,
}

impl Session {
    /// Opens a session on what was read from the archive. The signals belong to the present owner. A note that was
    /// left in the middle becomes an event now, so that ratings, summary and export have it.
    pub fn new(hold: Rc<Hold>, opened: Opened, archive: Archive, saved: SavedState) -> Self {
        let saved = saved.writer();
        let (drafts, latest) = texts(opened.drafts);
        let session = Self {
            id: StoredValue::new(hold.id().clone()),
            archive: StoredValue::new_local(archive),
            hold: StoredValue::new_local(Rc::clone(&hold)),
            standing: hold.standing().into(),
            saved,
            assessment: RwSignal::new(opened.assessment),
            drafts: RwSignal::new(drafts),
            refusal: RwSignal::new(None),
            typed_at: StoredValue::new(latest),
            queue: StoredValue::new(Queue::default()),
            busy: StoredValue::new(false),
            quiet: StoredValue::new(None),
            reading: StoredValue::new(Reading::Idle),
        };
        on_cleanup(move || {
            saved.let_go();
            session.hold.try_with_value(|hold| hold.closes());
        });
        session.settle();
        session.journals_on_leaving();
        hold.opens(move |duty| session.does(duty));
        session
    }

    pub fn id(self) -> AssessmentId {
        self.id.get_value()
    }

    /// The assessment; tracked where signals are.
    pub fn assessment(self) -> RwSignal<Assessment> {
        self.assessment
    }

    /// When the scorecard was sealed, in milliseconds since 1970; tracked.
    pub fn sealed_at(self) -> Option<i64> {
        self.assessment.with(|assessment| assessment.seal().map(|entry| entry.at))
    }

    /// Why the last change was not taken.
    pub fn refusal(self) -> ReadSignal<Option<String>> {
        self.refusal.read_only()
    }

    /// The refusal was of what is no longer in view.
    pub fn forget_refusal(self) {
        self.refusal.set(None);
    }

    /// The text of a field as it stands on the screen, typed letters included; tracked.
    pub fn text(self, field: &Field) -> String {
        self.with_text(field, str::to_owned)
    }

    /// That text without a copy of it, for one that may be long; tracked.
    pub fn with_text<T>(self, field: &Field, read: impl FnOnce(&str) -> T) -> T {
        self.drafts.with(|drafts| match drafts.get(field) {
            Some(typed) => read(typed),
            None => self.assessment.with(|assessment| read(field.recorded(assessment))),
        })
    }

    /// Whether something is being typed into a field that is not recorded yet; tracked.
    pub fn is_typed(self, field: &Field) -> bool {
        self.drafts.with(|drafts| drafts.contains_key(field))
    }

    /// Takes what was typed into a field, and keeps it at once.
    pub fn type_text(self, field: Field, text: String) {
        if !self.writes() {
            return;
        }
        self.settle_but(std::slice::from_ref(&field));
        let draft = Draft { field: field.clone(), text: text.clone(), typed: self.typed_now() };
        let journalled = self.journal(&draft);
        self.queue.update_value(|queue| queue.type_text(draft));
        self.drafts.update(|drafts| drop(drafts.insert(field, text)));
        self.wait_for_quiet();
        self.kick();
        self.tell_journalled(journalled);
    }

    fn typed_now(self) -> Typed {
        let after = self.assessment.with_untracked(|assessment| assessment.next_seq().saturating_sub(1));
        let at = self.typed_at.try_update_value(|last| {
            *last = clock::now().max(last.saturating_add(1));
            *last
        });
        Typed { after, at: at.unwrap_or_default() }
    }

    /// Puts a question after all if it was skipped.
    pub fn put_after_all(self, question: &QuestionId) {
        if self.assessment.with_untracked(|assessment| assessment.skipped(question).is_some()) {
            self.record(Event::AskedAfterAll { question: question.clone() });
        }
    }

    /// Takes the last change back; gives the number of the entry that no longer counts.
    pub fn undo(self) -> Option<u32> {
        self.settle();
        let seq = self.assessment.with_untracked(Assessment::undoable)?;
        self.record(Event::Undone { seq }).then_some(seq)
    }

    /// Makes what was undone last count again; gives the number of the entry that does.
    pub fn redo(self) -> Option<u32> {
        self.settle();
        let seq = self.assessment.with_untracked(Assessment::redoable)?;
        let back = self.assessment.with_untracked(|assessment| match assessment.entry(seq)?.event {
            Event::Undone { seq } => Some(seq),
            _ => None,
        })?;
        self.record(Event::Undone { seq }).then_some(back)
    }

    /// Submits the scorecard, which seals it. `false` when something is missing; [`Self::refusal`] says what.
    pub fn submit(self) -> bool {
        // The digest covers what is being typed.
        self.settle();
        match self.assessment.with_untracked(Assessment::submission) {
            Ok(submission) => self.record(submission),
            Err(refusal) => {
                self.refusal.set(Some(refusal.to_string()));
                false
            }
        }
    }

    /// Records an event; what is being typed goes before it. `false` when the rules refuse it; [`Self::refusal`] says
    /// why.
    pub fn record(self, event: Event) -> bool {
        self.settle_but(&Field::taken_by(&event));
        self.push(event)
    }

    /// Makes the texts that are being typed events, where they differ from what is recorded. A reason that waits for
    /// a press stays a draft.
    pub fn settle(self) {
        self.settle_but(&[]);
    }

    /// Whether everything is committed, so that the session can be let go.
    pub fn is_settled(self) -> bool {
        if !self.writes() {
            return self.is_kept_elsewhere();
        }
        let settles = |field: &Field| {
            self.assessment.with_untracked(|assessment| field.settled(assessment, String::new()).is_some())
        };
        !self.drafts.with_untracked(|drafts| drafts.keys().any(settles))
            && !self.busy.get_value()
            && self.queue.with_value(Queue::is_empty)
    }

    /// Tries again to commit what could not be committed.
    pub fn retry(self) {
        self.kick();
    }

    fn settle_but(self, others: &[Field]) {
        self.stop_waiting();
        if !self.writes() {
            return;
        }
        let of_mine = |drafts: &BTreeMap<Field, String>| -> Vec<_> {
            let drafts = drafts.iter().filter(|(field, _)| !others.contains(field));
            drafts.map(|(field, text)| (field.clone(), text.clone())).collect()
        };
        for (field, text) in self.drafts.try_with_untracked(of_mine).unwrap_or_default() {
            if self.assessment.with_untracked(|assessment| field.recorded(assessment) == text) {
                self.drop_draft(field);
            } else if let Some(event) = self.assessment.with_untracked(|assessment| field.settled(assessment, text)) {
                // One that is refused stays a draft, and the refusal is told.
                self.push(event);
            }
        }
    }

    /// Nothing new to tell, but the draft's row has to go.
    fn drop_draft(self, field: Field) {
        let journalled = self.archive.with_value(|archive| archive.draft_taken(&self.id(), &field));
        self.drafts.update(|drafts| drop(drafts.remove(&field)));
        self.queue.update_value(|queue| queue.drop_draft(field));
        self.kick();
        self.tell_journalled(journalled);
    }

    fn push(self, event: Event) -> bool {
        if !self.writes() {
            return false;
        }
        let entry = self.assessment.with_untracked(|assessment| assessment.next(clock::steady(), event));
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
        let taken = Field::taken_by(&entry.event);
        if !taken.is_empty() {
            self.drafts.update(|drafts| drafts.retain(|field, _| !taken.contains(field)));
        }
        self.queue.update_value(|queue| queue.push(entry));
        self.kick();
        self.tell_journalled(journalled);
        true
    }

    /// Begins to commit the queue, unless that is under way.
    fn kick(self) {
        if !self.writes() {
            return;
        }
        self.saved.saving();
        let begin = self.busy.try_update_value(|busy| !std::mem::replace(busy, true)).unwrap_or(false);
        if begin {
            spawn_local(async move {
                let outcome = self.drain().await;
                // Of a session that is gone there is nothing to tell: its record was removed, or taken in anew.
                if self.busy.try_update_value(|busy| *busy = false).is_none() {
                    return;
                }
                match &outcome {
                    // Another tab writes by now.
                    _ if !self.writes() => self.saved.let_go(),
                    Ok(()) => self.saved.done(),
                    Err(error) => self.saved.failed(error),
                }
                self.finished(&outcome);
            });
        }
    }

    async fn drain(self) -> Result<(), StorageError> {
        let archive = self.archive.get_value();
        let id = self.id();
        loop {
            let next = |queue: &mut Queue| (!queue.is_empty() && self.writes()).then(|| queue.take());
            let Some(batch) = self.queue.try_update_value(next).flatten() else { return Ok(()) };
            let summary = self.assessment.with_untracked(|assessment| Summary::of(&id, assessment));
            if let Err(error) = archive.commit(&id, &batch, &summary).await {
                self.queue.try_update_value(|queue| queue.put_back(batch));
                return Err(error);
            }
            self.hold.try_with_value(|hold| hold.say(Says::Changed));
        }
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
        match set_timeout_with_handle(move || self.settle(), QUIET) {
            Ok(handle) => self.quiet.set_value(Some(handle)),
            // Without a timer the text becomes an event when it is left; the draft is kept all the same.
            Err(_) => leptos::logging::warn!("no timer for the text in hand"),
        }
    }

    fn stop_waiting(self) {
        if let Some(handle) = self.quiet.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }
}

/// Texts by their fields, and when the latest of them was typed.
fn texts(drafts: Vec<Draft>) -> (BTreeMap<Field, String>, i64) {
    let latest = drafts.iter().map(|draft| draft.typed.at).max().unwrap_or_default();
    (drafts.into_iter().map(|Draft { field, text, .. }| (field, text)).collect(), latest)
}
