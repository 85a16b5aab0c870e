//! What can be done with a framework as a whole: it is exported, and one that is kept here corrected or removed.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::app::clock;
use crate::app::component::loading::Failure;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::desk::Desk;
use crate::app::file;
use crate::app::focus;
use crate::app::route::Route;
use crate::app::saved::SavedState;
use crate::app::shelf::{self, Found};
use crate::framework::Framework;
use crate::framework::wording::count;
use crate::import::{Notice, to_case};
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
    let lacks = RwSignal::new(Vec::new());
    let export = move |_| failed.set(framework.with_value(save).err());
    let export_case = move |_| {
        let (package, lack) = framework.with_value(|framework| to_case(framework, &clock::date(clock::now())));
        lacks.set(lack);
        failed.set(framework.with_value(|framework| save_package(framework, &package)).err());
    };
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
            <button type="button" class="button button--quiet" on:click=export_case>"Export as CASE"</button>
            {kept}
        </div>
        {move || (!lacks.with(Vec::is_empty)).then(|| view! { <Lacks lacks=lacks.get() /> })}
        {move || failed.get().map(|error| view! { <Failure error /> })}
    }
    .into_any()
}

fn save(framework: &Arc<Framework>) -> Result<(), String> {
    let text = format!("{:#}\n", framework.to_json());
    file::save(&format!("{}.json", framework.id), &text).map_err(|error| error.to_string())
}

fn save_package(framework: &Arc<Framework>, package: &Value) -> Result<(), String> {
    file::save(&format!("{}.case.json", framework.id), &format!("{package:#}\n")).map_err(|error| error.to_string())
}

/// What a CASE package cannot hold of a framework.
#[component]
fn Lacks(lacks: Vec<Notice>) -> AnyView {
    let told = count(lacks.len(), "thing is", "things are");
    let all = lacks.len();
    let row = move |index: usize| {
        let notice = lacks.get(index);
        notice
            .map(|notice| {
                let quote = notice.quote.clone().map(|quote| view! { <q class="notice__quote" dir="auto">{quote}</q> });
                view! { <div class="notice"><span dir="auto">{notice.text.clone()}</span> " " {quote}</div> }
            })
            .into_any()
    };
    view! {
        <details class="review__notices">
            <summary>"The package is saved. " {told} " not in it, since CASE has no place for them"</summary>
            <div class="review__scroll review__scroll--low" tabindex="0" role="region" aria-label="Not in the package">
                <Windowed count=all shape=Shape::ITEMS estimate=56 row />
            </div>
        </details>
    }
    .into_any()
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
