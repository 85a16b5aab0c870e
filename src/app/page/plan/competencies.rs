//! The second step: how much each competency matters.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::guide::Row;
use crate::question::Weight;

use super::hand::PlanInHand;
use super::steps::STEP;
use super::terms::{CountForm, MixForm};

/// Each competency with its weight, and on what terms the questions are chosen.
#[component]
pub fn CompetenciesStep(hand: PlanInHand) -> impl IntoView {
    let rows = hand.outline().with_untracked(|outline| outline.competencies.clone());
    let count = rows.len();
    let row =
        move |index: usize| rows.get(index).cloned().map(|row| view! { <CompetencyRow hand index row /> }).into_any();
    view! {
        <section class="plan-wish" aria-labelledby=STEP>
            <h2 id=STEP tabindex="-1">"Competencies"</h2>
            <p class="plan-wish__lead">
                "What must be asked about gets a question in any case. Of the others, what matters more comes first when the time is short."
            </p>
            <Windowed count shape=Shape::LIST estimate=104 row />
            <MixForm hand />
            <CountForm hand />
        </section>
    }
}

/// One competency with its weight and what the plan does for it. The competencies and their order never change.
#[component]
fn CompetencyRow(hand: PlanInHand, index: usize, row: Row) -> impl IntoView {
    let name = format!("weight-{}", row.id);
    let present = Memo::new(move |_| hand.outline().with(|outline| outline.competencies.get(index).cloned()));
    let number = move |of: fn(&Row) -> usize| present.with(|row| row.as_ref().map_or(0, of)).to_string();
    let choices: Vec<_> = [None, Some(Weight::Could), Some(Weight::Should), Some(Weight::Must)]
        .into_iter()
        .map(|weight| {
            let id = row.id.clone();
            let choose = move |_| hand.wish(|plan, framework| plan.weigh(framework, &id, weight));
            let checked =
                move || present.with(|row| row.as_ref().is_some_and(|row| row.weight == weight && row.expects));
            view! {
                <label class="weight-choice">
                    <input type="radio" name=name.clone() prop:checked=checked on:change=choose />
                    <span>{weight.map_or("leave out", Weight::name)}</span>
                </label>
            }
        })
        .collect();
    let silent = move || present.with(|row| row.as_ref().is_some_and(|row| !row.expects));
    view! {
        <fieldset class="competency-weight" disabled=silent>
            <legend class="competency-weight__title">{row.title}</legend>
            <div class="competency-weight__choices">{choices}</div>
            <p class="competency-weight__words">
                <progress class="competency-weight__bar" aria-hidden="true" max=move || number(|row| row.targets.max(1)) prop:value=move || number(|row| row.covered)></progress>
                {move || present.with(|row| row.as_ref().map(Row::words))}
            </p>
        </fieldset>
    }
}
