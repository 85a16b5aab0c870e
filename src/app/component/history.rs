//! Undo and redo: their buttons, their keys, and the line that tells what the last press did.
//!
//! Which change is meant the log alone knows, so that both outlive a reload and work on every screen of the assessment.

use leptos::prelude::*;

use crate::app::component::held;
use crate::app::component::keys::KeyHint;
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::session::Session;
use crate::app::told::Told;
use crate::report;

const UNDO: char = 'z';
const REDO: char = 'y';

/// The two buttons and the line.
#[component]
pub fn History(session: Session) -> impl IntoView {
    let told = Told::expect();
    // Words of another screen have had their time.
    told.forget();
    let assessment = session.assessment();
    let undoable = Memo::new(move |_| assessment.with(|assessment| assessment.undoable().is_some()));
    let redoable = Memo::new(move |_| assessment.with(|assessment| assessment.redoable().is_some()));
    // What is still being typed becomes a change by the press, so that there may be one although none is known yet.
    let undo = move || tell(told, session, "Undone", session.undo());
    let redo = move || tell(told, session, "Again", session.redo());
    held::offer(session, Action::new(UNDO, "Undo", undo));
    held::offer(session, Action::new(REDO, "Redo", redo).when(move || redoable.get()));
    view! {
        <div class="history">
            <div class="history__ways">
                <Way name="Undo" key=UNDO there=undoable run=Callback::new(move |()| undo()) />
                <Way name="Redo" key=REDO there=redoable run=Callback::new(move |()| redo()) />
            </div>
            <p class="history__told" role="status" aria-label="What was done" dir="auto">{move || told.get()}</p>
        </div>
    }
}

/// One of the two. It keeps the focus when there is nothing more to go back to.
#[component]
fn Way(name: &'static str, key: char, there: Memo<bool>, run: Callback<()>) -> impl IntoView {
    let keys = Keys::expect();
    view! {
        <button
            type="button"
            class="button"
            aria-keyshortcuts=move || keys.shortcut(key)
            aria-disabled=move || (!there.get()).then_some("true")
            on:click=move |_| run.run(())
        >
            {name}
            <KeyHint key />
        </button>
    }
}

/// Tells what was undone or done again, by the number of its entry.
fn tell(told: Told, session: Session, how: &str, seq: Option<u32>) {
    let words = seq.and_then(|seq| {
        session.assessment().with_untracked(|assessment| {
            assessment.entry(seq).map(|entry| report::done_words(assessment, &entry.event))
        })
    });
    match words {
        Some(words) => told.tell(format!("{how}: {words}")),
        None if session.refusal().get_untracked().is_none() => told.tell("There is nothing more to go back to."),
        // The refusal is told.
        None => {}
    }
    // What was shown of it may be gone, and the focus with it.
    focus::heading_if_lost();
}
