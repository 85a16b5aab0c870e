//! The note of a question: kept letter by letter.

use leptos::prelude::*;

use crate::app::session::Session;
use crate::framework::QuestionId;

/// What the interviewer writes while listening.
#[component]
pub fn Note(session: Session, question: QuestionId) -> impl IntoView {
    let shown = question.clone();
    let typed = move |event| session.type_note(&question, event_target_value(&event));
    view! {
        <section class="question__note">
            <h2>
                <label for="note">"Notes"</label>
            </h2>
            <textarea
                id="note"
                rows="9"
                placeholder="What was said and done, in the candidate's words"
                prop:value=move || session.note(&shown)
                on:input=typed
                on:blur=move |_| session.close_note()
            ></textarea>
        </section>
    }
}
