//! The result against the target: how many competencies are below, at and above it, and which.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::report::{Figure, outcome, tally};

/// The figures. Each opens to the competencies that it counts.
#[component]
pub fn Figures(session: Session) -> impl IntoView {
    let figures = Memo::new(move |_| session.assessment().with(|assessment| tally(&outcome(assessment)).figures()));
    let list = move || figures.get().into_iter().map(figure).collect_view();
    view! {
        <section class="summary__part">
            <h2>"Against the target"</h2>
            <div class="summary__figures">{list}</div>
        </section>
    }
}

fn figure(figure: Figure) -> AnyView {
    let Figure { name, lines } = figure;
    let count = lines.len();
    let words = view! {
        <span class="figure__count">{count}</span>
        " "
        <span>{name}</span>
    };
    if count == 0 {
        return view! { <p class="figure figure--none">{words}</p> }.into_any();
    }
    let row = move |index: usize| lines.get(index).cloned().into_any();
    view! {
        <details class="figure">
            <summary>{words}</summary>
            <div class="figure__parts">
                <Windowed count shape=Shape::ITEMS estimate=28 row />
            </div>
        </details>
    }
    .into_any()
}
