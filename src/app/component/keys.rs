//! The list of keys, and the button that opens it beside the key `?`.
//!
//! It lists what the present screen has registered, and nothing of its own.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::app::keys::{Keys, LIST, Listed};

/// The sign of a key beside what it does, where there is room and a keyboard to be expected. Not read aloud: the control
/// itself says by which keys it is pressed.
#[component]
pub fn KeyHint(key: char) -> impl IntoView {
    view! { <kbd class="key-hint" aria-hidden="true">{key.to_ascii_uppercase().to_string()}</kbd> }
}

/// The button, and the dialog that it opens.
#[component]
pub fn KeyList() -> impl IntoView {
    let keys = Keys::expect();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get().filter(|_| keys.listed().get()) else { return };
        // Shown modally the browser holds the focus within, closes it on Escape and gives the focus back.
        if !dialog.open() && dialog.show_modal().is_err() {
            leptos::logging::warn!("the list of keys cannot be shown");
        }
    });
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <button
            type="button"
            class="keys-button"
            aria-label="Keys of this screen"
            aria-keyshortcuts="?"
            aria-haspopup="dialog"
            on:click=move |_| keys.listed().set(true)
        >
            {LIST.to_string()}
        </button>
        <dialog class="keys" aria-labelledby="keys-title" node_ref=dialog on:close=move |_| keys.listed().set(false)>
            // It takes the focus when the list opens: whatever else could, stands below.
            <h2 id="keys-title" tabindex="-1" autofocus>"Keys"</h2>
            <Show when=move || keys.listed().get()>
                <Listing keys />
            </Show>
            <label class="keys__switch">
                <input
                    type="checkbox"
                    prop:checked=move || keys.are_plain()
                    on:change=move |event| keys.set_plain(event_target_checked(&event))
                />
                "Keys without Alt"
            </label>
            <button type="button" class="button" on:click=close>
                "Close"
            </button>
        </dialog>
    }
}

/// The keys that work now, and how they are pressed.
#[component]
fn Listing(keys: Keys) -> impl IntoView {
    let how = move || {
        if keys.are_plain() {
            "While you type in a field, hold Alt (Option on a Mac) with the same key."
        } else {
            "Hold Alt (Option on a Mac) with each key."
        }
    };
    let row = move |Listed { key, name }| {
        view! {
            <div class="keys__row">
                <dt>
                    <kbd>{key.to_ascii_uppercase().to_string()}</kbd>
                </dt>
                <dd>{name}</dd>
            </div>
        }
    };
    let none = move || {
        keys.offered().is_empty().then(|| {
            view! {
                <p>
                    "This screen has no keys of its own. Tab goes on to the next control and Shift with Tab back; Enter presses it."
                </p>
            }
        })
    };
    let rows = move || {
        let mut offered = keys.offered();
        // As one looks them up: letters, and behind them digits and signs.
        offered.sort_by_key(|listed| (!listed.key.is_ascii_alphabetic(), listed.key));
        offered.into_iter().map(row).collect_view()
    };
    view! {
        <p>{how}</p>
        {none}
        <dl class="keys__list">{rows} {row(Listed { key: LIST, name: "Show these keys".to_owned() })}</dl>
    }
}
