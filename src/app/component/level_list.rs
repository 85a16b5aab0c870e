//! The levels of a framework in their order, each to be renamed or moved.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::focus;
use crate::framework::{Edit, Framework, Level, LevelId};

/// The scale, the lowest level first. `edit` makes a correction, or sees to it that `wrong` says why it cannot.
#[component]
pub fn LevelList(
    framework: RwSignal<Arc<Framework>>,
    edit: Callback<Edit>,
    #[prop(into)] wrong: Signal<String>,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        framework.with(|framework| framework.levels.iter().map(|level| level.id.clone()).collect::<Vec<_>>())
    });
    let doubled = move || {
        let levels = framework.get();
        let mut names: Vec<_> = levels.levels.iter().map(|level| level.name.as_str()).collect();
        names.sort_unstable();
        let twice = names.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0].to_owned());
        twice.map(|name| format!("“{name}” is the name of two levels. Give one of them another."))
    };
    let rows = move || {
        let ids = ids.get();
        let last = ids.len().saturating_sub(1);
        ids.into_iter().enumerate().map(|(index, id)| row(framework, edit, id, index, last)).collect_view()
    };
    view! {
        <section class="level-list" aria-labelledby="levels-title">
            <h2 id="levels-title">"Levels, the lowest first"</h2>
            <ol class="levels">{rows}</ol>
            <p class="field__wrong" role="status">{wrong} {doubled}</p>
        </section>
    }
}

fn row(framework: RwSignal<Arc<Framework>>, edit: Callback<Edit>, id: LevelId, index: usize, last: usize) -> AnyView {
    let level = framework.with_untracked(|framework| framework.level(&id).cloned());
    let Some(Level { name, within, .. }) = level else { return ().into_any() };
    let (field, up, down) = (format!("level-{id}"), format!("level-{id}-up"), format!("level-{id}-down"));
    let (renamed, named) = (id.clone(), id.clone());
    let rename = move |event| edit.run(Edit::LevelName { level: renamed.clone(), name: event_target_value(&event) });
    let move_to = move |correction: Edit, focus: [String; 2]| {
        edit.run(correction);
        focus::soon(focus.to_vec());
    };
    let (raised, lowered) = (id.clone(), id);
    // At an end the one button is disabled, and the other one of the same level is next.
    let raise_focus = if index <= 1 { [down.clone(), up.clone()] } else { [up.clone(), down.clone()] };
    let lower_focus = if index + 1 >= last { [up.clone(), down.clone()] } else { [down.clone(), up.clone()] };
    let raise = move |_| move_to(Edit::LevelUp { level: raised.clone() }, raise_focus.clone());
    let lower = move |_| move_to(Edit::LevelDown { level: lowered.clone() }, lower_focus.clone());
    let present = Memo::new(move |_| {
        framework.with(|framework| framework.level(&named).map(|level| level.name.clone())).unwrap_or_default()
    });
    let (higher, deeper) =
        (move || format!("Move {} up", present.get()), move || format!("Move {} down", present.get()));
    view! {
        <li class="levels__level" class:levels__level--within=within.is_some()>
            <label class="visually-hidden" for=field.clone()>{format!("Name of level {}", index + 1)}</label>
            <input class="field__input" id=field type="text" dir="auto" autocomplete="off" prop:value=name on:change=rename />
            <button type="button" class="button" id=up aria-label=higher disabled=index == 0 on:click=raise>"↑"</button>
            <button type="button" class="button" id=down aria-label=deeper disabled=index == last on:click=lower>"↓"</button>
        </li>
    }
    .into_any()
}
