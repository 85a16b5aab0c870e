//! What changed between two revisions of a framework, a line each.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::framework::Change;

/// The changes, the old words before the new ones.
#[component]
pub fn ChangeList(changes: Vec<Change>) -> impl IntoView {
    let all = changes.len();
    let row = move |index: usize| changes.get(index).map(draw).into_any();
    view! {
        <div class="review__scroll review__scroll--low" tabindex="0" role="region" aria-label="Changes">
            <Windowed count=all shape=Shape::ITEMS estimate=64 row />
        </div>
    }
}

fn draw(change: &Change) -> AnyView {
    let old = change.old.clone().map(|old| view! { <del class="change__old" dir="auto">{old}</del> });
    let new = change.new.clone().map(|new| view! { <ins class="change__new" dir="auto">{new}</ins> });
    let parts =
        [Some(change.place.as_str()), change.about.as_deref()].into_iter().flatten().filter(|part| !part.is_empty());
    let place = parts.map(|part| format!(" · {part}")).collect::<String>();
    view! {
        <div class="change">
            <p class="change__place">{change.what()} <span dir="auto">{place}</span></p>
            {old} {new}
        </div>
    }
    .into_any()
}
