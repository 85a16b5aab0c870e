//! The head of both sheets: what it is, for which role and level, and how long it takes.

use leptos::prelude::*;

use crate::guide::pack::Cover;

/// Title and facts. The title is the sheet's own: on paper the screen's heading is gone.
pub fn cover(title: String, cover: &Cover) -> AnyView {
    let lines: Vec<_> = cover.lines().into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! {
        <header class="pack__head">
            <h2 class="pack__title">{title}</h2>
            <ul class="pack__facts">{lines}</ul>
        </header>
    }
    .into_any()
}

/// What the sheet rests on. On paper it stands at the foot of every page instead.
pub fn foot(cover: &Cover) -> AnyView {
    view! { <footer class="pack__foot no-print">{cover.foot()}</footer> }.into_any()
}
