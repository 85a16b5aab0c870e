//! What narrows the view of a framework: matrix or reading, the level, the search text. All of it goes to the address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::route::{Address, Reading, Route};
use crate::framework::{Framework, Level, LevelId};

use super::Choice;

/// The controls, and how much is shown.
#[component]
pub fn Tools(framework: Arc<Framework>, choice: Memo<Choice>, #[prop(into)] told: Signal<String>) -> AnyView {
    let address = Address::expect();
    let id = StoredValue::new(framework.id.clone());
    let options: Vec<_> = framework.levels.iter().map(|level| option(&framework, level, choice)).collect();
    let find =
        move |text: String| address.replace(Choice { find: text, ..choice.get_untracked() }.route(id.get_value()));
    let narrow = move |level: String| {
        let level = (!level.is_empty()).then(|| LevelId::new(level));
        address.replace(Choice { level, ..choice.get_untracked() }.route(id.get_value()));
    };
    let way = move |view: Reading, name: &'static str| {
        view! {
            <a
                class="switch__way"
                href=move || Choice { view, ..choice.get() }.route(id.get_value()).to_string()
                aria-current=move || (choice.get().view == view).then_some("true")
            >
                {name}
            </a>
        }
    };
    let questions = Route::questions(framework.id.clone()).to_string();
    view! {
        <search class="tools">
            <nav class="switch" aria-label="View">
                {way(Reading::Matrix, "Matrix")} {way(Reading::Text, "Reading")}
                <a class="switch__way" href=questions>"Questions"</a>
            </nav>
            <div class="tools__field">
                <label for="level">"Level"</label>
                <select id="level" on:change:target=move |event| narrow(event.target().value())>
                    <option value="" selected=move || choice.get().level.is_none()>
                        "All levels"
                    </option>
                    {options}
                </select>
            </div>
            <div class="tools__field tools__field--wide">
                <label for="find">"Find in this framework"</label>
                <input
                    id="find"
                    type="search"
                    autocomplete="off"
                    prop:value=move || choice.get().find
                    on:input:target=move |event| find(event.target().value())
                />
            </div>
            <p class="tools__told" role="status">{told}</p>
        </search>
    }
    .into_any()
}

fn option(framework: &Framework, level: &Level, choice: Memo<Choice>) -> AnyView {
    let id = level.id.clone();
    let depth = std::iter::successors(level.within.as_ref(), |parent| framework.level(parent)?.within.as_ref()).count();
    // Room at the beginning of an option is kept only by spaces that do not break.
    let name = ["\u{a0}\u{a0}\u{a0}".repeat(depth), level.name.clone()].concat();
    let value = id.to_string();
    view! {
        <option value=value prop:selected=move || choice.get().level.as_ref() == Some(&id)>
            {name}
        </option>
    }
    .into_any()
}
