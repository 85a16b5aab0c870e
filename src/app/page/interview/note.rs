//! The note of a question: kept letter by letter.

use leptos::prelude::*;

use crate::app::session::Session;
use crate::framework::QuestionId;
use crate::record::Field;

/// What the interviewer writes while listening.
#[component]
pub fn Note(session: Session, question: QuestionId) -> impl IntoView {
    let field = Field::Note(question.clone());
    let shown = field.clone();
    let typed = move |event| {
        // What is noted of a question was asked.
        session.put_after_all(&question);
        session.type_text(field.clone(), event_target_value(&event));
    };
    view! {
        <section class="question__note">
            <h3>
                <label for="note">"Notes"</label>
            </h3>
            <textarea
                id="note"
                rows="9"
                dir="auto"
                placeholder="What was said and done, in the candidate’s words"
                prop:value=move || session.text(&shown)
                on:input=typed
                on:blur=move |_| session.settle()
            ></textarea>
        </section>
    }
}
