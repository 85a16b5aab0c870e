//! The choice of a document: a file picked or dropped, or a text pasted or typed.

use leptos::html;
use leptos::prelude::*;

use crate::app::file;
use crate::app::intake::Intake;

use super::ImportDesk;

/// Where a document is dropped, picked or pasted.
#[component]
pub fn Choose(desk: ImportDesk) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let text = RwSignal::new(String::new());
    let blank = Memo::new(move |_| text.with(|text| text.trim().is_empty()));
    let picked = move |_| {
        let file = field.get_untracked().and_then(|field| file::picked(&field).into_iter().next());
        if let Some(file) = file {
            desk.take(Intake::File(file));
        }
    };
    let read = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !blank.get_untracked() {
            desk.take(Intake::Text(text.get_untracked()));
        }
    };
    view! {
        <p>
            "A framework in any of these forms becomes ready for interviews: a table of levels, Markdown or YAML, a qualification unit, a skill with levels, a CASE package, an outline. Every line of it ends in the framework or in a note that says why not. The document stays on this device."
        </p>
        <div class="intake">
            <p class="intake__words">"Drop a document here, or paste one anywhere on this page."</p>
            <label class="button button--primary import">
                "Choose a file"
                <input
                    class="visually-hidden"
                    type="file"
                    aria-label="Choose a document"
                    node_ref=field
                    on:change=picked
                />
            </label>
        </div>
        <form class="intake-text" on:submit=read>
            <div class="field">
                <label class="field__label" for="intake-text">"Text of a document, or cells copied from a spreadsheet"</label>
                <textarea
                    class="field__input"
                    id="intake-text"
                    rows="8"
                    dir="auto"
                    spellcheck="false"
                    prop:value=text
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
            </div>
            <button type="submit" class="button" disabled=blank>"Read this text"</button>
        </form>
    }
}
