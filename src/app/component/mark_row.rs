//! One criterion with its marks: one press a mark, and one to take it back.

use leptos::prelude::*;

use crate::app::component::criterion_list;
use crate::app::component::keys::KeyHint;
use crate::app::keys::Keys;
use crate::assessment::Mark;
use crate::framework::{Criterion, Purpose};

/// The key that gives a mark to the criterion in hand.
pub const fn mark_key(mark: Mark) -> char {
    match mark {
        Mark::Met => 'm',
        Mark::Partly => 'p',
        Mark::NotMet | Mark::NotYet => 'o',
        Mark::NoEvidence => 'e',
        Mark::NotApplicable => 'x',
    }
}

/// A criterion and the marks that the framework's purpose offers. Without a mark it counts as not asked.
#[component]
pub fn MarkRow(
    criterion: Criterion,
    /// The level that expects it, and what else tells it from others.
    place: Option<String>,
    purpose: Purpose,
    #[prop(into)] mark: Signal<Option<Mark>>,
    /// Gets the chosen mark; `None` takes it back.
    on_mark: Callback<Option<Mark>>,
    /// Whether the keys mark this one.
    #[prop(optional, into)]
    in_hand: MaybeProp<bool>,
    /// The digit that takes it in hand.
    #[prop(default = None)]
    key: Option<char>,
) -> impl IntoView {
    let keys = Keys::expect();
    let name = format!("mark-{}", criterion.id);
    let choices: Vec<_> = Mark::choices(purpose)
        .iter()
        .map(|choice| Some(*choice))
        .chain([None])
        .map(|choice| view! { <MarkChoice name=name.clone() choice mark on_mark in_hand /> })
        .collect();
    let details = details(&criterion);
    view! {
        <fieldset class="mark-row" aria-keyshortcuts=move || key.map(|key| keys.shortcut(key))>
            <legend class="mark-row__text" dir="auto">
                {criterion.code.map(|code| view! { <span class="mark-row__code" dir="auto">{code}</span>" " })} {criterion.text}
            </legend>
            {place.map(|place| view! { <p class="mark-row__place" dir="auto">{place}</p> })}
            {details}
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
    in_hand: MaybeProp<bool>,
) -> impl IntoView {
    let keys = Keys::expect();
    let key = move || choice.map(mark_key).filter(|_| in_hand.get() == Some(true));
    let shortcut = move || key().map(|key| keys.shortcut(key));
    view! {
        <label class="mark-choice" data-mark=choice.map_or("not asked", Mark::name)>
            <input
                type="radio"
                name=name
                aria-keyshortcuts=shortcut
                prop:checked=move || mark.get() == choice
                on:change=move |_| on_mark.run(choice)
            />
            <span aria-hidden="true">{choice.map_or("·", Mark::glyph)}</span>
            <span>{choice.map_or("not asked", Mark::name)}</span>
            {move || key().map(|key| view! { <KeyHint key /> })}
        </label>
    }
}

/// Its range, examples and guidance, folded.
fn details(criterion: &Criterion) -> Option<AnyView> {
    let named = criterion_list::named(criterion)?;
    Some(
        view! {
            <details class="mark-row__details">
                <summary>{named}</summary>
                {criterion_list::behind(criterion)}
            </details>
        }
        .into_any(),
    )
}
