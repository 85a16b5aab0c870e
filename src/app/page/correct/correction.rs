//! A kept framework that is being corrected: its present words, and the queue through which they become revisions.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle, window_event_listener_untyped};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::focus;
use crate::app::saved::Writer;
use crate::app::shelf;
use crate::framework::wording::capital;
use crate::framework::{CriterionId, Edit, Framework, QuestionId};
use crate::question::with_questions_remade;
use crate::record::{Archive, Kept};

/// After so much quiet a text that is being typed is kept, even if its field is not left.
const QUIET: Duration = Duration::from_secs(2);

/// Where on the screen a correction is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    About,
    Levels,
    Criterion(CriterionId),
    Questions,
}

/// A handle: copies are the same framework.
#[derive(Clone, Copy)]
pub struct Correction {
    framework: RwSignal<Arc<Framework>>,
    kept: RwSignal<Kept>,
    archive: StoredValue<Archive, LocalStorage>,
    saved: Writer,
    busy: StoredValue<bool>,
    /// What is being typed and not corrected yet.
    typed: StoredValue<Option<(Part, Edit)>>,
    quiet: StoredValue<Option<TimeoutHandle>>,
    wrong: RwSignal<Option<(Part, String)>>,
    /// The framework before a question was removed, and what that question says.
    before: RwSignal<Option<(Arc<Framework>, String)>>,
}

/// The id of the button that brings a removed question back.
const UNDO: &str = "undo-removal";

impl Correction {
    /// Begins to correct a framework as it is kept. What is typed when the screen goes is kept, too.
    pub fn new(kept: Kept, framework: Arc<Framework>, archive: Archive, saved: Writer) -> Self {
        let correction = Self {
            framework: RwSignal::new(framework),
            kept: RwSignal::new(kept),
            archive: StoredValue::new_local(archive),
            saved,
            busy: StoredValue::new(false),
            typed: StoredValue::new(None),
            quiet: StoredValue::new(None),
            wrong: RwSignal::new(None),
            before: RwSignal::new(None),
        };
        let left = window_event_listener_untyped("pagehide", move |_| correction.settle());
        on_cleanup(move || {
            left.remove();
            correction.settle();
        });
        correction
    }

    /// The framework with every correction made so far.
    pub fn framework(self) -> RwSignal<Arc<Framework>> {
        self.framework
    }

    /// Which revision it is, and how large: `revision 3 · 5 rungs · …`.
    pub fn told(self) -> String {
        let revision = self.kept.with(|kept| kept.revision);
        format!("revision {revision} · {}", self.framework.with(|framework| framework.size()))
    }

    /// Why the last correction of a part could not be made.
    pub fn wrong(self, part: Part) -> Signal<String> {
        Signal::derive(move || {
            self.wrong.with(|wrong| {
                wrong.as_ref().filter(|(at, _)| *at == part).map_or_else(String::new, |(_, why)| why.clone())
            })
        })
    }

    /// Takes a text as it is being typed. It becomes a correction after some quiet, or when its field is left.
    pub fn type_text(self, part: Part, edit: Edit) {
        self.typed.set_value(Some((part, edit)));
        self.hush();
        match set_timeout_with_handle(move || self.settle(), QUIET) {
            Ok(handle) => drop(self.quiet.try_set_value(Some(handle))),
            Err(_) => leptos::logging::warn!("no timer for what is typed"),
        }
    }

    /// Makes a correction of what is being typed.
    pub fn settle(self) {
        self.hush();
        let typed = self.typed.try_update_value(Option::take).flatten();
        if let Some((part, edit)) = typed {
            self.edit(part, edit);
        }
    }

    /// Makes a correction and keeps it, or says why it cannot be made.
    pub fn edit(self, part: Part, edit: Edit) {
        match self.framework.with_untracked(|framework| framework.edited(&edit)) {
            Ok(edited) => {
                self.wrong.set(None);
                let edited = match &edit {
                    Edit::CriterionText { criterion, .. } => with_questions_remade(&edited, criterion),
                    _ => edited,
                };
                self.take(edited);
            }
            Err(error) => self.wrong.set(Some((part, capital(&error.to_string())))),
        }
    }

    /// Removes a question, which can be brought back until something else is corrected.
    pub fn remove_question(self, id: &QuestionId) {
        let before = self.framework.get_untracked();
        let text = before.question(id).map(|question| question.text.clone());
        self.edit(Part::Questions, Edit::RemoveQuestion { question: id.clone() });
        self.before.set(text.map(|text| (before, text)));
        focus::soon(vec![UNDO.to_owned()]);
    }

    /// What was removed last, with the way back.
    pub fn removed(self) -> impl IntoView {
        let undo = move |_| {
            if let Some((before, _)) = self.before.get_untracked() {
                self.take((*before).clone());
                focus::heading_soon();
            }
        };
        let line = move || {
            self.before.get().map(|(_, text)| {
                view! {
                    <p class="toast__line">
                        <span>"A question is removed: " <span dir="auto">{text}</span></span>
                        <button type="button" class="button" id=UNDO on:click=undo>"Undo"</button>
                    </p>
                }
            })
        };
        view! { <div class="toast" role="status" aria-label="Removed">{line}</div> }
    }

    /// Takes the framework as it was made from this one, and keeps it if anything changed.
    pub fn take(self, edited: Framework) {
        if self.framework.with_untracked(|framework| **framework != edited) {
            self.before.set(None);
            self.framework.set(Arc::new(edited));
            self.keep();
        }
    }

    /// Whether the last correction came through.
    pub fn is_sound(self) -> bool {
        self.wrong.with_untracked(Option::is_none)
    }

    fn hush(self) {
        if let Some(Some(handle)) = self.quiet.try_update_value(Option::take) {
            handle.clear();
        }
    }

    /// Keeps what is not kept yet: one revision at a time, each in place of the one before.
    fn keep(self) {
        self.saved.saving();
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        // The screen may go before it is done.
        let (archive, mut kept) = (self.archive.get_value(), self.kept.get_untracked());
        let mut framework = self.framework.get_untracked();
        let saved = self.saved;
        spawn_local(async move {
            loop {
                match shelf::revise(&archive, &kept, &framework, None).await {
                    Ok(revised) => kept = revised,
                    Err(error) => {
                        // The next correction takes it along.
                        saved.ended::<(), _>(&Err(error));
                        self.busy.try_set_value(false);
                        return;
                    }
                }
                self.kept.try_set(kept.clone());
                match self.framework.try_get_untracked() {
                    Some(newer) if newer != framework => framework = newer,
                    _ => break,
                }
            }
            self.busy.try_set_value(false);
            saved.done();
        });
    }
}
