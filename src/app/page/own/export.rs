//! Her assessment as a file, to be handed to an interviewer.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::loading::Failure;
use crate::app::desk::Desk;
use crate::app::keys::{Action, Keys};
use crate::app::page::export::export;
use crate::app::session::Session;
use crate::record::Summary;

/// With or without her name.
#[component]
pub fn Exports(session: Session) -> impl IntoView {
    let desk = Desk::expect();
    let told = RwSignal::new(None);
    let save = move |with_names: bool| {
        let summary = session.assessment().with_untracked(|assessment| Summary::of(&session.id(), assessment));
        spawn_local(async move {
            told.try_set(Some(export(desk, summary, with_names).await));
        });
    };
    Keys::expect().offer(Action::new('e', "Export", move || save(false)));
    let words = move || match told.get() {
        None => ().into_any(),
        Some(Ok(text)) => view! { <p class="own__told" role="status">{text}</p> }.into_any(),
        Some(Err(error)) => view! { <Failure error /> }.into_any(),
    };
    view! {
        <section class="own__export">
            <h3>"Hand it on"</h3>
            <p class="own__hint">
                "Nobody sees it before you do this. Interviewers lay the file beside their own ratings once these are given."
            </p>
            <div class="own__ways">
                <button type="button" class="button" on:click=move |_| save(false)>"Export"</button>
                <button type="button" class="button" on:click=move |_| save(true)>"Export with my name"</button>
            </div>
            {words}
        </section>
    }
}
