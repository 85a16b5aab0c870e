//! The questions that are shown, saved as a file.

use leptos::prelude::*;

use crate::app::component::loading::Failure;
use crate::app::file;
use crate::question::{to_csv, to_json};

use super::bench::Bench;

/// The buttons.
#[component]
pub fn Outlet(bench: Bench) -> impl IntoView {
    let found = bench.found();
    let failed = RwSignal::new(String::new());
    let none = Memo::new(move |_| found.with(|found| found.is_empty()));
    let save = move |ending: &str, text: String| {
        let name = format!("{}-questions.{ending}", bench.published().id);
        failed.set(file::save(&name, &text).err().map(|error| error.to_string()).unwrap_or_default());
    };
    let as_csv = move |_| save("csv", found.with_untracked(|found| to_csv(found.iter().map(|listed| listed.of()))));
    let as_json = move |_| {
        let id = &bench.published().id;
        let questions = found.with_untracked(|found| to_json(id, found.iter().map(|listed| listed.of())));
        save("json", format!("{questions:#}\n"));
    };
    view! {
        <button type="button" class="button" disabled=none on:click=as_csv>"Export as CSV"</button>
        <button type="button" class="button" disabled=none on:click=as_json>"Export as JSON"</button>
        {move || Some(failed.get()).filter(|error| !error.is_empty()).map(|error| view! { <Failure error /> })}
    }
}
