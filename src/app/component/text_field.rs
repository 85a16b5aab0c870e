//! One line of text with its label, and a hint where one helps.

use leptos::prelude::*;

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
) -> impl IntoView {
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <input
                class="field__input"
                type="text"
                id=id
                dir="auto"
                autocomplete="off"
                maxlength=LONGEST
                aria-describedby=hint_id.clone()
                prop:value=value
                on:input=move |event| on_text.run(event_target_value(&event))
            />
            {hint_id.map(|id| view! { <p class="field__hint" id=id>{hint}</p> })}
        </div>
    }
}
