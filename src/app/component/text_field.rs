//! One line of text with its label, and a hint where one helps.

use leptos::prelude::*;

use super::keys::KeyHint;

/// The most characters of a line: a name or a role, and no page of text.
const LONGEST: u32 = 200;

/// A labelled line. `id` ties label, hint and field together, so it stands once on a screen.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Signal<String>,
    /// Gets the whole text at every letter.
    on_text: Callback<String>,
    /// The key that leads to it.
    #[prop(optional)]
    shortcut: Option<char>,
    /// What is wrong with it; empty while nothing is.
    #[prop(optional, into)]
    wrong: Signal<String>,
) -> impl IntoView {
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let wrong_id = format!("{id}-wrong");
    let described = hint_id.iter().chain([&wrong_id]).cloned().collect::<Vec<_>>().join(" ");
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label} {shortcut.map(|key| view! { <KeyHint key /> })}
            </label>
            <input
                class="field__input"
                type="text"
                id=id
                dir="auto"
                autocomplete="off"
                maxlength=LONGEST
                aria-describedby=described
                aria-invalid=move || wrong.with(|wrong| !wrong.is_empty()).then_some("true")
                prop:value=value
                on:input=move |event| on_text.run(event_target_value(&event))
            />
            {hint_id.map(|id| view! { <p class="field__hint" id=id>{hint}</p> })}
            <p class="field__wrong" id=wrong_id role="status">{wrong}</p>
        </div>
    }
}
