//! The choice of a level of a framework, where an assessment against one begins.

use leptos::prelude::*;

use crate::framework::LevelId;

/// A labelled choice among levels, by their names. `id` ties label, hint and field together, so it stands once on a
/// screen.
#[component]
pub fn LevelChoice(
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    levels: Vec<(LevelId, String)>,
    chosen: RwSignal<Option<LevelId>>,
) -> impl IntoView {
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let option = |(level, name): (LevelId, String)| {
        let value = level.to_string();
        view! { <option value=value prop:selected=move || chosen.get().as_ref() == Some(&level)>{name}</option> }
    };
    let options: Vec<_> = levels.into_iter().map(option).collect();
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <select
                class="field__input"
                id=id
                aria-describedby=hint_id.clone()
                on:change:target=move |event| chosen.set(Some(LevelId::new(event.target().value())))
            >
                {options}
            </select>
            {hint_id.map(|id| view! { <p class="field__hint" id=id>{hint}</p> })}
        </div>
    }
}
