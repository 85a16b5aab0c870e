//! What stands on the screen while a document is read. It says nothing of what is over in half a second.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;

use crate::import::Stage;

use super::ImportDesk;

const SOON: Duration = Duration::from_millis(500);

/// How far the importer is, and the way out.
#[component]
pub fn Reading(desk: ImportDesk, name: String, stage: ReadSignal<Option<Stage>>) -> impl IntoView {
    let slow = RwSignal::new(false);
    let show = move || {
        // The screen may be gone by then.
        slow.try_set(true);
    };
    set_timeout(show, SOON);
    let words = move || match stage.get() {
        None => "The importer is being loaded.".to_owned(),
        Some(Stage::Decoding) => "Its bytes become text.".to_owned(),
        Some(Stage::Recognising) => "Looking what it is.".to_owned(),
        Some(Stage::Reading(format)) => format!("Read as: {}.", format.title()),
    };
    view! {
        <div class="reading-in" role="status">
            {move || {
                slow.get()
                    .then(|| {
                        view! {
                            <p>{name.clone()} " is being read. " {words}</p>
                            <progress class="reading-in__bar" aria-label="Reading the document"></progress>
                        }
                    })
            }}
        </div>
        <button type="button" class="button" hidden=move || !slow.get() on:click=move |_| desk.put_back()>"Cancel"</button>
    }
}
