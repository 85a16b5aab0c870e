//! What is covered by what: a row for each criterion that the target expects, a column for each question.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::guide::{Addition, Outline, Tracked, Uncovered};

use super::hand::PlanInHand;
use super::questions::add;

/// The table. What nothing covers is marked, with the question that would.
#[component]
pub fn CoverageMatrix(hand: PlanInHand) -> impl IntoView {
    let outline = hand.outline();
    let columns = Memo::new(move |_| outline.with(|outline| outline.questions.len()));
    let count = Memo::new(move |_| outline.with(|outline| outline.tracked.len()));
    let table = move || {
        let columns = columns.get();
        let heads = move || outline.with(heads);
        let row = move |index: usize| {
            outline
                .with(|outline| outline.tracked.get(index).map(|tracked| covered(hand, tracked, index, columns)))
                .into_any()
        };
        view! {
            <table class="coverage" aria-rowcount=move || count.get() + 1>
                <caption class="visually-hidden">"Criteria of the target level, and the questions that cover them"</caption>
                <thead>
                    <tr aria-rowindex="1">
                        <th scope="col" class="coverage__criterion">"Criterion"</th>
                        {heads}
                    </tr>
                </thead>
                <Windowed count shape=Shape::table(columns + 1) estimate=56 row />
            </table>
        }
    };
    view! {
        <div class="coverage__scroll" role="region" aria-label="Coverage: questions by criteria" tabindex="0">{table}</div>
    }
}

fn heads(outline: &Outline) -> AnyView {
    let head = |(place, text): (usize, &String)| {
        view! { <th scope="col" class="coverage__question" title=text.clone() aria-label=format!("Question {}", place + 1)>{place + 1}</th> }
    };
    outline.questions.iter().map(|line| &line.text).enumerate().map(head).collect_view().into_any()
}

fn covered(hand: PlanInHand, tracked: &Tracked, index: usize, columns: usize) -> AnyView {
    let cells: Vec<_> = (0..columns)
        .map(|place| match tracked.by.contains(&place) {
            true => {
                view! { <td class="coverage__cell"><span role="img" aria-label="covers it">"●"</span></td> }.into_any()
            }
            false => view! { <td class="coverage__cell"></td> }.into_any(),
        })
        .collect();
    let gap = tracked.gap.as_ref().map(|gap| remedy(hand, gap));
    view! {
        <tr class="coverage__row" class:coverage__row--open=tracked.gap.is_some() aria-rowindex=index + 2>
            <th scope="row" class="coverage__criterion">
                <span dir="auto">{tracked.text.clone()}</span>
                <span class="coverage__competency" dir="auto">{tracked.competency.clone()}</span>
                {gap}
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// The way to cover what is not, or that there is none.
pub fn remedy(hand: PlanInHand, gap: &Uncovered) -> AnyView {
    let Some(Addition { question, .. }) = &gap.addition else {
        return view! { <span class="tally__none">{gap.remedy()}</span> }.into_any();
    };
    let question = question.clone();
    let label = format!("Add a question, {}: {}", gap.remedy(), gap.text);
    let press = move |_| {
        add(hand, &question);
        focus::soon(vec![format!("drop-{question}"), "plan-uncovered".to_owned()]);
    };
    view! {
        <button type="button" class="button button--quiet tally__add" aria-label=label on:click=press>
            "Add a question, "
            {gap.remedy()}
        </button>
    }
    .into_any()
}
