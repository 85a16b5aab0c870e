//! The saved state as one line, which is read aloud when it tells of a failure.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::focus;
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
        Saved::Waiting(error) | Saved::Not(error) => format!("Not saved. {error}"),
    };
    let failed = move || matches!(saved.get(), Saved::Waiting(_) | Saved::Not(_));
    // Read aloud at every key, it would speak over what is being typed.
    let aloud = move || if failed() { "assertive" } else { "off" };
    let retry = move |_| {
        on_retry.run(());
        // The button goes.
        focus::heading_soon();
    };
    view! {
        <p class="saved" class:saved--failed=failed role="status" aria-live=aloud aria-label="Saved state">
            {text}
            {move || {
                matches!(saved.get(), Saved::Waiting(_))
                    .then(|| view! { <button type="button" class="button" on:click=retry>"Try again"</button> })
            }}
        </p>
    }
}
