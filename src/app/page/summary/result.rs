//! The computed result against the target: how many competencies are below, at and above it, how many weighted steps are
//! short of it, and what was left out. Each figure opens to what it was made from.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::report::{Figure, figures, left_out_words, outcome};

/// The figures with their parts.
#[component]
pub fn ComputedResult(session: Session) -> impl IntoView {
    let all = Memo::new(move |_| session.assessment().with(figures));
    let left_out = Memo::new(move |_| session.assessment().with(|assessment| left_out_words(&outcome(assessment))));
    let list = move || all.get().into_iter().map(figure).collect_view();
    view! {
        <section class="summary__part">
            <h2>"Against the target"</h2>
            <div class="summary__figures">{list}</div>
            <p class="summary__left-out">{left_out}</p>
        </section>
    }
}

fn figure(figure: Figure) -> AnyView {
    let Figure { count, name, lines } = figure;
    let parts = lines.len();
    let words = match count {
        Some(count) => view! {
            <span class="figure__count">{count}</span>
            " "
            <span>{name}</span>
        }
        .into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    };
    if parts == 0 {
        return view! { <p class="figure figure--none">{words}</p> }.into_any();
    }
    let row = move |index: usize| {
        let line = lines.get(index).cloned();
        line.map(|line| view! { <span dir="auto">{line}</span> }).into_any()
    };
    view! {
        <details class="figure">
            <summary>{words}</summary>
            <div class="figure__parts">
                <Windowed count=parts shape=Shape::ITEMS estimate=28 row />
            </div>
        </details>
    }
    .into_any()
}
