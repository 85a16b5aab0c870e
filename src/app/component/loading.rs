//! What stands on a screen while its content is on its way, and when it does not come.

use leptos::prelude::*;

use crate::app::load::Load;

use super::heading::Heading;

/// Shows what was loaded through `children`, or that it is loading, or why it failed.
#[component]
pub fn Loading<T, F, V>(
    state: ReadSignal<Load<T>>,
    /// The heading of a screen whose own one comes with what is loaded, for when that fails.
    #[prop(optional)]
    screen: &'static str,
    children: F,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    F: Fn(T) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    move || match state.get() {
        Load::Loading => loading(),
        Load::Failed(error) => {
            let heading = (!screen.is_empty()).then(|| view! { <Heading title=screen /> });
            view! { {heading} <Failure error /> }.into_any()
        }
        Load::Loaded(value) => children(value).into_any(),
    }
}

/// That something is on its way.
pub fn loading() -> AnyView {
    view! { <p class="loading" role="status">"Loading…"</p> }.into_any()
}

/// A failure in plain words, one paragraph a line.
#[component]
pub fn Failure(error: String) -> impl IntoView {
    let lines: Vec<_> = error.lines().map(|line| view! { <p dir="auto">{line.to_owned()}</p> }).collect();
    view! { <div class="failure" role="alert">{lines}</div> }
}
