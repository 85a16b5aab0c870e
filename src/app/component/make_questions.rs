//! The offer to make questions for criteria that have none: without any, nobody can interview with a framework.

use std::sync::Arc;

use leptos::prelude::*;

use crate::framework::Framework;
use crate::question::{lacks_questions, with_made_questions};

/// What is offered, as long as a criterion has no question. `take` gets the framework with the questions.
#[component]
pub fn MakeQuestions(framework: RwSignal<Arc<Framework>>, take: Callback<Framework>) -> impl IntoView {
    let lacks = Memo::new(move |_| framework.with(|framework| lacks_questions(framework)));
    let none = Memo::new(move |_| framework.with(|framework| framework.questions().next().is_none()));
    let told = move || {
        if none.get() {
            "It has no questions, and an interview needs some."
        } else {
            "Some of its criteria have no question that aims at them."
        }
    };
    let make = move |_| take.run(framework.with_untracked(|framework| with_made_questions(framework)));
    view! {
        <section class="make-questions" aria-labelledby="make-questions-title" hidden=move || !lacks.get()>
            <h2 id="make-questions-title">"Missing questions"</h2>
            <p>
                {told}
                " A question can be made from the words of each of those criteria. It is marked as made, and a better one can take its place."
            </p>
            <button type="button" class="button" on:click=make>"Make the missing questions"</button>
        </section>
    }
}
