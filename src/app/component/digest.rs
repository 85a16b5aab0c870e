//! A digest in full, and a press that copies it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::clipboard;
use crate::app::component::keys::KeyHint;
use crate::app::keys::{Action, Keys};
use crate::framework::Digest;

/// `name` says on the button, and in the list of keys, what is copied.
#[component]
pub fn WholeDigest(
    #[prop(into)] digest: Signal<Option<Digest>>,
    name: &'static str,
    #[prop(optional)] shortcut: Option<char>,
) -> impl IntoView {
    let told = RwSignal::new("");
    let copy = move || {
        let Some(digest) = digest.get_untracked() else { return };
        spawn_local(async move {
            let words = match clipboard::copy(digest.as_str()).await {
                Ok(()) => "Copied.",
                Err(clipboard::Refused) => "The browser does not let the page copy. Select the digest and copy it.",
            };
            told.try_set(words);
        });
    };
    let hint = shortcut.map(|key| {
        Keys::expect().offer(Action::new(key, name, copy));
        view! { <KeyHint key /> }
    });
    view! {
        <p class="seal__whole">
            <code>{move || digest.get().map(|digest| digest.to_string())}</code>
            <button type="button" class="button no-print" aria-label=name on:click=move |_| copy()>
                "Copy"
                {hint}
            </button>
            <span class="no-print" role="status">{told}</span>
        </p>
    }
}
