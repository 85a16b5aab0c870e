//! The shortest way into an interview: a ready plan for the framework, begun at a press.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::loading::Failure;
use crate::app::desk::Desk;
use crate::app::host;
use crate::app::route::Route;
use crate::assessment::AssessmentId;
use crate::framework::{Framework, FrameworkId, LevelId};
use crate::guide::Plan;

/// How far the start is.
#[derive(Clone)]
enum Start {
    Idle,
    Busy,
    Failed(String),
}

/// A button that begins an interview and goes there.
#[component]
pub fn StartNow(
    id: FrameworkId,
    /// The framework, where the page has it already.
    #[prop(optional)]
    framework: Option<Arc<Framework>>,
    /// The target; the middle rung without one.
    #[prop(into)]
    level: Signal<Option<LevelId>>,
    /// The framework cannot be used; the page says why, in the element of that id.
    #[prop(optional, into)]
    refused: Signal<Option<String>>,
) -> impl IntoView {
    let desk = Desk::expect();
    let start = RwSignal::new(Start::Idle);
    let wanted = StoredValue::new((id, framework));
    let busy = move || matches!(start.get(), Start::Busy);
    let begin = move |_| {
        if matches!(start.get_untracked(), Start::Busy) || refused.get_untracked().is_some() {
            return;
        }
        start.set(Start::Busy);
        let (id, framework) = wanted.get_value();
        let level = level.get_untracked();
        spawn_local(async move {
            // The page may be left while it starts; then the interview is found among the assessments.
            match begin(desk, id, framework, level).await {
                Ok(id) if start.try_set(Start::Idle).is_none() => Route::Interview { id }.go(),
                Ok(_) => {}
                Err(error) => {
                    start.try_set(Start::Failed(error));
                }
            }
        });
    };
    view! {
        <button
            type="button"
            class="button button--primary"
            aria-disabled=move || (busy() || refused.get().is_some()).then_some("true")
            aria-describedby=refused
            on:click=begin
        >
            {move || if busy() { "Starting…" } else { "Start now" }}
        </button>
        {move || match start.get() {
            Start::Failed(error) => Some(view! { <Failure error /> }),
            _ => None,
        }}
    }
}

async fn begin(
    desk: Desk,
    id: FrameworkId,
    framework: Option<Arc<Framework>>,
    level: Option<LevelId>,
) -> Result<AssessmentId, String> {
    let framework = match framework {
        Some(framework) => framework,
        None => host::framework(id).await.map_err(|error| error.to_string())?,
    };
    let plan = Plan::ready(&framework, level.as_ref());
    if plan.questions.is_empty() {
        return Err(
            "The framework has no questions for this level. Plan an interview to choose another one.".to_owned()
        );
    }
    desk.start(&plan, &framework).await.map_err(|error| error.to_string())
}
