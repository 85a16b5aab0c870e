//! One question of the plan, or one that could be added, with what it covers.

use leptos::prelude::*;

use crate::guide::Line;

/// The question with its number in the plan, its kind, competency and minutes, the criteria that it covers, and what can
/// be done with it. `alone` is the word for a criterion that nothing else covers.
pub fn question(line: &Line, number: Option<usize>, alone: &'static str, actions: AnyView) -> AnyView {
    let aims: Vec<_> = line
        .aims
        .iter()
        .map(|aim| {
            let sign = aim.alone.then(|| view! { <strong class="plan-question__alone">{alone}</strong> });
            view! { <li>{aim.text.clone()} " " {sign}</li> }
        })
        .collect();
    view! {
        <div class="plan-question">
            <p class="plan-question__text">
                {number.map(|number| view! { <span class="plan-question__number">{number}". "</span> })} {line.text.clone()}
            </p>
            <p class="plan-question__kind">{line.kind_and_time()}</p>
            <ul class="plan-question__aims" aria-label="Covers">{aims}</ul>
            <div class="plan-question__actions">{actions}</div>
        </div>
    }
    .into_any()
}
