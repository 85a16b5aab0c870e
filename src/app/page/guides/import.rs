//! Guides from files. A file that is refused changes nothing.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::app::clock;
use crate::app::component::loading::Failure;
use crate::app::desk::Desk;
use crate::app::file;
use crate::app::saved::SavedState;
use crate::guide::GuideId;
use crate::record::Taken;

/// What came of the files that were picked last.
pub type Came = RwSignal<Vec<Result<String, String>>>;

/// The choice of files.
#[component]
pub fn Import(came: Came, taken: Callback<()>) -> impl IntoView {
    let (desk, saved) = (Desk::expect(), SavedState::expect());
    let field = NodeRef::<html::Input>::new();
    let picked = move |_| {
        let files = field.get_untracked().map(|field| file::picked(&field)).unwrap_or_default();
        came.set(Vec::new());
        spawn_local(async move {
            for file in files {
                let outcome = take_in(desk, saved, &file).await;
                came.try_update(|all| all.push(outcome));
            }
            taken.try_run(());
        });
    };
    view! {
        <label class="button import">
            "Import a guide"
            <input
                class="visually-hidden"
                type="file"
                accept=".json,application/json"
                multiple
                aria-label="Import guides from files"
                node_ref=field
                on:change=picked
            />
        </label>
    }
}

/// What came of each file.
#[component]
pub fn Arrivals(came: Came) -> impl IntoView {
    let line = |outcome| match outcome {
        Ok(words) => view! { <p>{words}</p> }.into_any(),
        Err(error) => view! { <Failure error /> }.into_any(),
    };
    view! { <div class="guides__came" role="status">{move || came.get().into_iter().map(line).collect_view()}</div> }
}

async fn take_in(desk: Desk, saved: SavedState, file: &File) -> Result<String, String> {
    let name = file.name();
    let text = file::text(file).await.map_err(|error| error.to_string())?;
    let act = saved.writer();
    let id = GuideId::new(clock::new_id());
    match desk.archive().import_guide(id, &text, clock::now()).await {
        Ok(Taken::New(guide)) => {
            act.done();
            Ok(format!("{name}: “{}” is kept among the guides now.", guide.title))
        }
        Ok(Taken::Known(guide)) => {
            Ok(format!("{name}: “{}” has this version already. Nothing was changed.", guide.title))
        }
        Err(error) => Err(format!("{name}, {error}")),
    }
}
