//! The saved state as one line, which is read aloud when it tells of a failure.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::failure;
use crate::app::focus;
use crate::app::saved::{Saved, SavedState};

/// Stands in one fixed place of the shell.
#[component]
pub fn SavedLine(
    saved: SavedState,
    /// Tries again to save what could not be saved.
    on_retry: Callback<()>,
    /// Saves what could not be saved as a file.
    on_save: Callback<()>,
) -> impl IntoView {
    let text = move || match saved.get() {
        Saved::Unchanged => String::new(),
        Saved::Saving => "Saving…".to_owned(),
        Saved::At(at) => format!("Saved {}", clock::time(at)),
        Saved::Held => "Held in this tab only".to_owned(),
        Saved::Waiting(error) | Saved::Not(error) => format!("Not saved. {error}"),
    };
    let failed = move || matches!(saved.get(), Saved::Waiting(_) | Saved::Not(_));
    // The buttons stay while it is tried again: a press would miss one that is drawn anew.
    let waiting = Memo::new(move |_| matches!(saved.get(), Saved::Waiting(_)));
    // Read aloud at every key, it would speak over what is being typed.
    let aloud = move || if failed() { "assertive" } else { "off" };
    let retry = move |_| {
        on_retry.run(());
        // The button goes.
        focus::heading_soon();
    };
    Effect::new(move |_| failure::note_unsaved(failed()));
    let ways = move || {
        view! {
            <span class="saved__ways">
                <button type="button" class="button" on:click=retry>"Try again"</button>
                <button type="button" class="button" on:click=move |_| on_save.run(())>"Save a file"</button>
            </span>
        }
    };
    view! {
        <p class="saved" class:saved--failed=failed role="status" aria-live=aloud aria-label="Saved state">
            <span class="saved__words">{text}</span>
            {move || waiting.get().then(ways)}
        </p>
    }
}
