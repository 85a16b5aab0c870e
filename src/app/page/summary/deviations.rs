//! What deviates from the plan, each with its reason, and the time that was taken against the time there was.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::report::{Deviations as Found, Extra, NotPut, QuestionTime, Taken};

/// Questions that were not put, questions that were added, extra time, and what all of it took.
#[component]
pub fn Deviations(session: Session) -> impl IntoView {
    let Found { not_put, added, extra_time, taken } = session.assessment().with_untracked(Found::of);
    let not_put: Vec<_> = not_put.into_iter().map(|not_put| (not_put.text.clone(), NotPut::words(&not_put))).collect();
    let added: Vec<_> = added.into_iter().map(|added| (added.text.clone(), Extra::words(&added))).collect();
    let extra_time: Vec<_> = extra_time
        .into_iter()
        .map(|extra| (format!("{} min more", extra.minutes), format!("“{}”", extra.reason)))
        .collect();
    let all_put = not_put.is_empty().then(|| view! { <p>"None: every question of the plan was put."</p> });
    view! {
        <section class="summary__part deviations">
            <h2>"Deviations from the plan"</h2>
            <h3>"Questions that were not put"</h3>
            {all_put}
            <Listed lines=not_put />
            {(!added.is_empty()).then(|| view! { <h3>"Questions that were added"</h3> })}
            <Listed lines=added />
            {(!extra_time.is_empty()).then(|| view! { <h3>"Extra time"</h3> })}
            <Listed lines=extra_time />
            <Time taken />
        </section>
    }
    .into_any()
}

/// Texts, each with the words behind it.
#[component]
fn Listed(lines: Vec<(String, String)>) -> impl IntoView {
    let count = lines.len();
    let row = move |index: usize| {
        let (text, words) = lines.get(index).cloned().unwrap_or_default();
        view! { <span dir="auto">{text}</span> <span class="summary__reason" dir="auto">{words}</span> }.into_any()
    };
    (count > 0)
        .then(|| view! { <div class="summary__deviations"><Windowed count shape=Shape::ITEMS estimate=60 row /></div> })
}

/// The time in all, which opens to that of each question.
#[component]
fn Time(taken: Taken) -> impl IntoView {
    let words = taken.words();
    let lines: Vec<_> = taken
        .questions
        .into_iter()
        .map(|question| {
            let words = QuestionTime::words(&question);
            (question.text, words)
        })
        .collect();
    let content = match lines.is_empty() {
        true => view! { <p>"No time was taken yet."</p> }.into_any(),
        false => view! {
            <details class="deviations__time">
                <summary>{words}</summary>
                <Listed lines />
            </details>
        }
        .into_any(),
    };
    view! { <h3>"Time"</h3> {content} }
}
