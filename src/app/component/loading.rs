//! What stands on a screen while its content is on its way, and when it does not come.

use leptos::prelude::*;

use crate::app::load::Load;

/// Shows what was loaded through `children`, or that it is loading, or why it failed.
#[component]
pub fn Loading<T, F, V>(state: ReadSignal<Load<T>>, children: F) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    F: Fn(T) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    move || match state.get() {
        Load::Loading => view! { <p class="loading" role="status">"Loading…"</p> }.into_any(),
        Load::Failed(error) => view! { <Failure error /> }.into_any(),
        Load::Loaded(value) => children(value).into_any(),
    }
}

/// A failure in plain words, one paragraph a line.
#[component]
pub fn Failure(error: String) -> impl IntoView {
    let lines: Vec<_> = error.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect();
    view! { <div class="failure" role="alert">{lines}</div> }
}
