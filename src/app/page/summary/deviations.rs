//! What deviates from the plan, each with its reason, and the time that was taken against the time there was.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::report::{Deviations as Found, Extra, NotPut, QuestionTime};

/// Texts, each with the words behind it.
type Lines = Memo<Vec<(String, String)>>;

/// Questions that were not put, questions that were added, extra time, and what all of it took.
#[component]
pub fn Deviations(session: Session) -> impl IntoView {
    // An undoing on this page may take any of them back.
    let found = Memo::new(move |_| session.assessment().with(Found::of));
    let lines = move |of: fn(&Found) -> Vec<(String, String)>| Memo::new(move |_| found.with(of));
    let not_put = lines(|found| found.not_put.iter().map(|it| (it.text.clone(), NotPut::words(it))).collect());
    let added = lines(|found| found.added.iter().map(|it| (it.text.clone(), Extra::words(it))).collect());
    let extra_time = lines(|found| {
        let given = found.extra_time.iter();
        given.map(|extra| (format!("{} min more", extra.minutes), format!("“{}”", extra.reason))).collect()
    });
    let all_put =
        move || not_put.with(Vec::is_empty).then(|| view! { <p>"None: every question of the plan was put."</p> });
    view! {
        <section class="summary__part deviations">
            <h2>"Deviations from the plan"</h2>
            <h3>"Questions that were not put"</h3>
            {all_put}
            <Listed lines=not_put />
            <Listed title="Questions that were added" lines=added />
            <Listed title="Extra time" lines=extra_time />
            <Time found />
        </section>
    }
    .into_any()
}

/// Nothing of a list without lines, not even its title.
#[component]
fn Listed(#[prop(optional)] title: &'static str, lines: Lines) -> impl IntoView {
    let count = Memo::new(move |_| lines.with(Vec::len));
    let any = Memo::new(move |_| count.get() > 0);
    let row = move |index: usize| {
        let (text, words) = lines.with(|lines| lines.get(index).cloned()).unwrap_or_default();
        view! { <span dir="auto">{text}</span> <span class="summary__reason" dir="auto">{words}</span> }.into_any()
    };
    move || {
        any.get().then(|| {
            view! {
                {(!title.is_empty()).then(|| view! { <h3>{title}</h3> })}
                <div class="summary__deviations">
                    <Windowed count shape=Shape::ITEMS estimate=60 row />
                </div>
            }
        })
    }
}

/// The time in all, which opens to that of each question.
#[component]
fn Time(found: Memo<Found>) -> impl IntoView {
    let words = move || found.with(|found| found.taken.words());
    let lines = Memo::new(move |_| {
        let line = |question: &QuestionTime| (question.text.clone(), QuestionTime::words(question));
        found.with(|found| found.taken.questions.iter().map(line).collect::<Vec<_>>())
    });
    let none = Memo::new(move |_| lines.with(Vec::is_empty));
    let content = move || match none.get() {
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
