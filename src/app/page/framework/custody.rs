//! What can be done with a framework as a whole: it is exported, and one that is kept here corrected or removed.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::loading::Failure;
use crate::app::desk::Desk;
use crate::app::file;
use crate::app::focus;
use crate::app::route::Route;
use crate::app::saved::SavedState;
use crate::app::shelf::{self, Found};
use crate::framework::Framework;
use crate::record::Removed;

/// The id of what stands there when a framework was removed.
const REMOVED: &str = "removed";

/// A removed framework, and the way back.
#[derive(Clone)]
pub struct Gone {
    title: String,
    rows: Removed,
}

/// The row of actions. What was removed goes to `gone`.
#[component]
pub fn Custody(found: Found, gone: RwSignal<Option<Gone>>) -> AnyView {
    let (desk, saved) = (Desk::expect(), SavedState::expect());
    let failed = RwSignal::new(None);
    let framework = StoredValue::new(found.framework);
    let export = move |_| failed.set(framework.with_value(save).err());
    let kept = found.kept.map(|kept| {
        let (id, title) = (kept.id.clone(), kept.title);
        let correct = Route::Correct { id: kept.id }.to_string();
        let remove = move |_| {
            let (id, title) = (id.clone(), title.clone());
            let act = saved.act();
            spawn_local(async move {
                let removed = shelf::take_off(&desk.archive(), &id).await;
                act.ended(&removed);
                match removed {
                    Ok(rows) => {
                        gone.try_set(Some(Gone { title, rows }));
                        focus::soon(vec![REMOVED.to_owned()]);
                    }
                    Err(error) => drop(failed.try_set(Some(error))),
                }
            });
        };
        view! {
            <a class="button button--quiet" href=correct>"Correct"</a>
            <button type="button" class="button button--quiet" on:click=remove>"Remove from the library"</button>
        }
    });
    view! {
        <div class="custody">
            <button type="button" class="button button--quiet" on:click=export>"Export"</button>
            {kept}
        </div>
        {move || failed.get().map(|error| view! { <Failure error /> })}
    }
    .into_any()
}

fn save(framework: &Arc<Framework>) -> Result<(), String> {
    let text = format!("{:#}\n", framework.to_json());
    file::save(&format!("{}.json", framework.id), &text).map_err(|error| error.to_string())
}

/// What stands in the place of a framework that was removed.
#[component]
pub fn RemovedView(gone: Gone, again: Callback<()>) -> AnyView {
    let (desk, saved) = (Desk::expect(), SavedState::expect());
    let Gone { title, rows } = gone;
    let failed = RwSignal::new(None);
    let undo = move |_| {
        let rows = rows.clone();
        let act = saved.act();
        spawn_local(async move {
            let restored = shelf::put_back(&desk.archive(), rows).await;
            act.ended(&restored);
            match restored {
                Ok(()) => again.run(()),
                Err(error) => drop(failed.try_set(Some(error))),
            }
        });
    };
    view! {
        <div class="empty">
            <p id=REMOVED tabindex="-1" role="status">
                <strong dir="auto">{title}</strong>
                " is removed from the library. Scorecards that were taken with it keep its words."
            </p>
            <p class="review__ways">
                <button type="button" class="button" on:click=undo>"Undo"</button>
                <a class="button" href=Route::library().to_string()>"Go to the library"</a>
            </p>
        </div>
        {move || failed.get().map(|error| view! { <Failure error /> })}
    }
    .into_any()
}
