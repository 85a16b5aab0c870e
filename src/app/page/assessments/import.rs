//! Files into the list. What is here already is never overwritten, and a file that is refused changes nothing.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::app::component::loading::Failure;
use crate::app::file;
use crate::app::saved::SavedState;
use crate::record::Arrival;

use super::Shelf;

/// What came of one file: its name, and what arrived or why nothing did.
#[derive(Clone, PartialEq)]
pub struct Came {
    name: String,
    outcome: Result<String, String>,
}

/// The choice of files.
#[component]
pub fn Import(shelf: Shelf) -> impl IntoView {
    let saved = SavedState::expect();
    let field = NodeRef::<html::Input>::new();
    let picked = move |_| {
        let files = field.get_untracked().map(|field| file::picked(&field)).unwrap_or_default();
        spawn_local(async move {
            for file in files {
                let came = take_in(shelf, saved, &file).await;
                shelf.came.try_update(|all| all.push(came));
            }
            shelf.read().await;
        });
        shelf.came.set(Vec::new());
    };
    view! {
        <label class="button import">
            "Import"
            <input
                class="visually-hidden"
                type="file"
                accept=".json,application/json"
                multiple
                aria-label="Import assessments from files"
                node_ref=field
                on:change=picked
            />
        </label>
    }
}

/// What came of the files that were picked last.
#[component]
pub fn Arrivals(shelf: Shelf) -> impl IntoView {
    let lines = move || {
        let came = shelf.came.get().into_iter();
        came.map(|Came { name, outcome }| match outcome {
            Ok(words) => view! { <p>{name}": "{words}</p> }.into_any(),
            Err(error) => view! { <Failure error=format!("{name}, {error}") /> }.into_any(),
        })
        .collect_view()
    };
    view! { <div class="assessments__told" role="status">{lines}</div> }
}

async fn take_in(shelf: Shelf, saved: SavedState, file: &File) -> Came {
    let name = file.name();
    let text = match file::text(file).await {
        Ok(text) => text,
        Err(error) => return Came { name, outcome: Err(error.to_string()) },
    };
    let act = saved.writer();
    let outcome = shelf.desk.take_in(&text).await.map(|arrival| {
        if arrival != Arrival::Known {
            act.done();
        }
        arrival.to_string()
    });
    Came { name, outcome }
}
