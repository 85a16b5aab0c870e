//! One question of the plan, or one that could be added, with what it covers.

use leptos::prelude::*;

use crate::guide::Line;

/// The question, its kind, competency and minutes, the criteria that it covers, and what can be done with it.
/// `alone` is the word for a criterion that nothing else covers.
pub fn question(line: &Line, alone: &'static str, actions: AnyView) -> AnyView {
    let aims: Vec<_> = line
        .aims
        .iter()
        .map(|aim| {
            let sign = aim.alone.then(|| view! { <strong class="plan-question__alone">{alone}</strong> });
            view! { <li>{aim.text.clone()} " " {sign}</li> }
        })
        .collect();
    view! {
        <li class="plan-question">
            <p class="plan-question__text">{line.text.clone()}</p>
            <p class="plan-question__kind">{line.kind_and_time()}</p>
            <ul class="plan-question__aims" aria-label="Covers">{aims}</ul>
            <div class="plan-question__actions">{actions}</div>
        </li>
    }
    .into_any()
}
