//! The offer to make the questions that a kept framework lacks: without any, nobody can interview with it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::loading::Failure;
use crate::app::component::make_questions::MakeQuestions;
use crate::app::desk::Desk;
use crate::app::load::{Load, load};
use crate::app::saved::SavedState;
use crate::app::shelf;
use crate::framework::FrameworkId;
use crate::question::with_made_questions;
use crate::record::Archive;

use super::hand::PlanInHand;

/// Shown where the framework is kept here and has criteria at which no question aims. `made` is called when there is a
/// revision with them.
#[component]
pub fn Making(hand: PlanInHand, made: Callback<()>) -> impl IntoView {
    let (desk, saved) = (Desk::expect(), SavedState::expect());
    let id = hand.framework().id.clone();
    let of = id.clone();
    let kept = load(async move { desk.archive().kept(&of).await.map(|kept| kept.is_some()) });
    let framework = RwSignal::new(hand.framework());
    let failed = RwSignal::new(None);
    let take = Callback::new(move |_| {
        let (id, act) = (id.clone(), saved.act());
        spawn_local(async move {
            let outcome = make(&desk.archive(), &id).await;
            act.ended(&outcome);
            match outcome {
                Ok(()) => drop(made.try_run(())),
                Err(error) => drop(failed.try_set(Some(error))),
            }
        });
    });
    let offer = move || match kept.get() {
        Load::Loaded(true) => Some(view! { <MakeQuestions framework take /> }),
        _ => None,
    };
    view! { {offer} {move || failed.get().map(|error| view! { <Failure error /> })} }
}

/// The revision of the shelf is what gets them: the plan's own has own questions too.
async fn make(archive: &Archive, id: &FrameworkId) -> Result<(), String> {
    let Some((kept, framework)) = archive.kept(id).await.map_err(|error| error.to_string())? else {
        return Err("The framework is no longer kept in this browser. Nothing was made. Reload the page.".to_owned());
    };
    shelf::revise(archive, &kept, &with_made_questions(&framework), None).await.map(drop)
}
