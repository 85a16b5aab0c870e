//! The note of a question: kept letter by letter, with a sign, the time or a tie for the line of the cursor, by a key or
//! a press.
//!
//! The browser's field is the one that holds the text while somebody writes: it is only written to when the text comes
//! from elsewhere, so that a long note is not handed back with every letter.

use std::ops::Range;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use crate::app::clock;
use crate::app::component::keys::KeyHint;
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::session::Session;
use crate::assessment::note::{Edited, Sign, line_break, stamp, tie_of, toggle_sign, toggle_tie};
use crate::assessment::time::{Course, on_a_clock};
use crate::framework::{Criterion, CriterionId, QuestionId};
use crate::record::Field;

use super::hand::Hand;

const TIME: char = 'h';
const TIE: char = 'i';

/// What the interviewer writes while listening.
#[component]
pub fn Note(session: Session, question: QuestionId) -> impl IntoView {
    let writing = Writing::of(session, question);
    offer_keys(writing);
    writing.follow();
    let pressed = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            writing.passes_the_tie();
        }
    };
    view! {
        <section class="question__note note">
            <div class="note__head">
                <h3>
                    <label for="note">"Notes"</label>
                </h3>
                <Tools writing />
            </div>
            <textarea
                id="note"
                rows="9"
                dir="auto"
                placeholder="What was said and done, in the candidate’s words"
                node_ref=writing.area
                on:input=move |_| writing.typed()
                on:keydown=pressed
                on:blur=move |_| session.settle()
            ></textarea>
        </section>
    }
}

/// The same as the keys, for a thumb.
#[component]
fn Tools(writing: Writing) -> impl IntoView {
    let hand = Hand::expect();
    let keys = Keys::expect();
    let tool = |text: &'static str, key: char, name: &'static str, run: fn(Writing), off: Signal<bool>| {
        // The field keeps the focus, and the keyboard on the screen stays.
        let hold = |event: MouseEvent| event.prevent_default();
        // A sign says itself by which key it is put.
        let hint = key.is_ascii_alphabetic().then(|| view! { <KeyHint key /> });
        view! {
            <button
                type="button"
                class="button note__tool"
                aria-label=name
                aria-keyshortcuts=move || keys.shortcut(key)
                disabled=off
                on:mousedown=hold
                on:click=move |_| run(writing)
            >
                {text}
                {hint}
            </button>
        }
    };
    let always = Signal::stored(false);
    let empty = Signal::derive(move || hand.get().is_none());
    view! {
        <div class="note__tools no-print" role="group" aria-label="For the line of the cursor">
            {tool("+", '+', "Put + before the line", Writing::plus, always)}
            {tool("−", '-', "Put − before the line", Writing::minus, always)}
            {tool("Time", TIME, "Put the time before the line", Writing::time, always)}
            {tool("Tie", TIE, "Tie the line to the criterion in hand", Writing::tie, empty)}
        </div>
    }
}

fn offer_keys(writing: Writing) {
    let hand = Hand::expect();
    let offer = |key, name, run: fn(Writing)| super::offer(Action::new(key, name, move || run(writing)));
    offer('t', "To the notes, and back", Writing::come_or_leave);
    offer('+', "Put + before the line", Writing::plus);
    offer('-', "Put − before the line", Writing::minus);
    offer(TIME, "Put the time before the line", Writing::time);
    let tie = Action::new(TIE, "Tie the line to the criterion in hand", move || writing.tie());
    super::offer(tie.when(move || hand.get().is_some()));
}

/// The field of the browser and what it stands for. A handle.
#[derive(Clone, Copy)]
struct Writing {
    session: Session,
    hand: Hand,
    question: StoredValue<QuestionId>,
    area: NodeRef<html::Textarea>,
    /// What the field holds, as far as it was told here.
    held: StoredValue<String>,
}

impl Writing {
    fn of(session: Session, question: QuestionId) -> Self {
        Self {
            session,
            hand: Hand::expect(),
            question: StoredValue::new(question),
            area: NodeRef::new(),
            held: StoredValue::new(String::new()),
        }
    }

    fn field(self) -> Field {
        Field::Note(self.question.get_value())
    }

    /// Shows what comes from elsewhere: what was kept, another tab's words, an undoing.
    fn follow(self) {
        let field = self.field();
        Effect::new(move |_| {
            let Some(area) = self.area.get() else { return };
            let newer = |text: &str| self.held.with_value(|held| held != text).then(|| text.to_owned());
            if let Some(text) = self.session.with_text(&field, newer) {
                let selected = selection(&area);
                area.set_value(&text);
                select(&area, selected);
                self.held.set_value(text);
            }
        });
    }

    fn typed(self) {
        let Some(area) = self.area.get_untracked() else { return };
        let text = area.value();
        self.held.set_value(text.clone());
        // What is noted of a question was asked.
        self.session.put_after_all(&self.question.get_value());
        self.session.type_text(self.field(), text);
    }

    fn edit(self, edit: impl FnOnce(&str, Range<usize>) -> Edited) {
        let Some(area) = self.area.get_untracked() else { return };
        let Edited { replaced, by, selection } = edit(&area.value(), selection(&area));
        let (from, until) = (units(replaced.start), units(replaced.end));
        if area.set_range_text_with_start_and_end(&by, from, until).is_ok() {
            select(&area, selection);
            self.typed();
        }
    }

    fn plus(self) {
        self.edit(|text, at| toggle_sign(text, at, Sign::For));
    }

    fn minus(self) {
        self.edit(|text, at| toggle_sign(text, at, Sign::Against));
    }

    fn time(self) {
        let course = self.session.assessment().with_untracked(Course::of);
        let time = on_a_clock(course.total(clock::steady()));
        self.edit(|text, at| stamp(text, at, &time));
    }

    /// The line shows under the criterion at once.
    fn tie(self) {
        if let Some(tie) = untrack(|| self.hand.get()).and_then(|criterion| self.tie_of(&criterion)) {
            self.edit(|text, at| toggle_tie(text, at, &tie));
            self.session.settle();
        }
    }

    fn tie_of(self, id: &CriterionId) -> Option<String> {
        self.session.assessment().with_untracked(|assessment| {
            let framework = &assessment.basis.framework;
            let mut criteria = framework.criteria().map(|(_, _, criterion)| criterion);
            let criterion = criteria.find(|criterion: &&Criterion| criterion.id == *id)?;
            Some(tie_of(framework, criterion))
        })
    }

    /// A line that is begun behind the words of a tied one leaves the tie where it is.
    fn passes_the_tie(self) {
        let Some(area) = self.area.get_untracked() else { return };
        let at = selection(&area);
        if at.is_empty() {
            let end = line_break(&area.value(), at.start);
            select(&area, end..end);
        }
    }

    /// Out of the field again the keys work without Alt.
    fn come_or_leave(self) {
        let Some(area) = self.area.get_untracked() else { return };
        if document().active_element().is_some_and(|active| *active == ***area) {
            focus::leave(&area);
        } else if area.focus().is_ok() {
            let end = area.text_length() as usize;
            select(&area, end..end);
        }
    }
}

/// What is selected, in UTF-16 units.
fn selection(area: &HtmlTextAreaElement) -> Range<usize> {
    let place = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or_default() as usize;
    place(area.selection_start())..place(area.selection_end())
}

fn select(area: &HtmlTextAreaElement, selection: Range<usize>) {
    if area.set_selection_range(units(selection.start), units(selection.end)).is_err() {
        leptos::logging::warn!("the cursor stays where it is");
    }
}

/// No text of a browser is longer.
fn units(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
