//! One criterion with its marks: one press a mark, and one to take it back.

use leptos::prelude::*;

use crate::assessment::Mark;
use crate::framework::{Criterion, Purpose};

/// A criterion and the marks that the framework's purpose offers. Without a mark it counts as not asked.
#[component]
pub fn MarkRow(
    criterion: Criterion,
    purpose: Purpose,
    #[prop(into)] mark: Signal<Option<Mark>>,
    /// Gets the chosen mark; `None` takes it back.
    on_mark: Callback<Option<Mark>>,
) -> impl IntoView {
    let name = format!("mark-{}", criterion.id);
    let choices: Vec<_> = Mark::choices(purpose)
        .iter()
        .map(|choice| Some(*choice))
        .chain([None])
        .map(|choice| view! { <MarkChoice name=name.clone() choice mark on_mark /> })
        .collect();
    view! {
        <fieldset class="mark-row">
            <legend class="mark-row__text">
                {criterion.code.map(|code| view! { <span class="mark-row__code">{code}</span>" " })} {criterion.text}
            </legend>
            <Details examples=criterion.examples guidance=criterion.guidance />
            <div class="mark-row__choices">{choices}</div>
        </fieldset>
    }
}

#[component]
fn MarkChoice(
    name: String,
    choice: Option<Mark>,
    mark: Signal<Option<Mark>>,
    on_mark: Callback<Option<Mark>>,
) -> impl IntoView {
    view! {
        <label class="mark-choice" data-mark=choice.map_or("not asked", Mark::name)>
            <input type="radio" name=name prop:checked=move || mark.get() == choice on:change=move |_| on_mark.run(choice) />
            <span class="mark-choice__glyph" aria-hidden="true">{choice.map_or("·", Mark::glyph)}</span>
            <span class="mark-choice__word">{choice.map_or("not asked", Mark::name)}</span>
        </label>
    }
}

#[component]
fn Details(examples: Vec<String>, guidance: Vec<String>) -> impl IntoView {
    (!examples.is_empty() || !guidance.is_empty()).then(|| {
        let lines: Vec<_> = examples.into_iter().chain(guidance).map(|line| view! { <li>{line}</li> }).collect();
        view! {
            <details class="mark-row__details">
                <summary>"Examples and guidance"</summary>
                <ul>{lines}</ul>
            </details>
        }
    })
}
