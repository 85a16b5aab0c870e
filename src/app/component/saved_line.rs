//! The saved state as one line that is read aloud when it changes.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::saved::{Saved, SavedState};

/// Stands in one fixed place of the shell.
#[component]
pub fn SavedLine(
    saved: SavedState,
    /// Tries again to save what could not be saved.
    on_retry: Callback<()>,
) -> impl IntoView {
    let text = move || match saved.get() {
        Saved::Unchanged => String::new(),
        Saved::Saving => "Saving…".to_owned(),
        Saved::At(at) => format!("Saved {}", clock::time(at)),
        Saved::Held => "Held in this tab only".to_owned(),
        Saved::Not(error) => format!("Not saved. {error}"),
    };
    let failed = move || matches!(saved.get(), Saved::Not(_));
    view! {
        <p class="saved" class:saved--failed=failed role="status" aria-label="Saved state">
            {text}
            {move || {
                failed().then(|| {
                    view! { <button type="button" class="button" on:click=move |_| on_retry.run(())>"Try again"</button> }
                })
            }}
        </p>
    }
}
