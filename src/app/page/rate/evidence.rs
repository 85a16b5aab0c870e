//! What the rating can rest on: the notes of the questions that served the competency.

use leptos::prelude::*;

use crate::app::session::Session;
use crate::framework::CompetencyId;

/// The notes of the competency, each under its question.
#[component]
pub fn Evidence(session: Session, id: CompetencyId) -> impl IntoView {
    let notes = move || {
        session.assessment().with(|assessment| {
            let questions = assessment.questions_of(&id);
            questions
                .map(|question| (question.text.clone(), assessment.note(&question.id).to_owned()))
                .filter(|(_, note)| !note.is_empty())
                .collect::<Vec<_>>()
        })
    };
    let shown = move || {
        let notes = notes();
        if notes.is_empty() {
            return view! { <p>"No note was written for this competency."</p> }.into_any();
        }
        let rows: Vec<_> = notes
            .into_iter()
            .map(|(question, note)| view! { <dt>{question}</dt><dd class="evidence__note">{note}</dd> })
            .collect();
        view! { <dl>{rows}</dl> }.into_any()
    };
    view! {
        <section class="evidence">
            <h2>"Your notes"</h2>
            {shown}
        </section>
    }
}
