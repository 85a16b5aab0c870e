//! The structure check of the plan in hand, with what records show of its guide.

use leptos::prelude::*;

use crate::app::component::structure::Structure as Findings;
use crate::app::desk::Desk;
use crate::app::load::{Load, load};
use crate::guide::structure::{Practice, check};
use crate::record::{Archive, RecordError};

use super::hand::PlanInHand;

/// The fold with the fifteen components.
#[component]
pub fn Structure(hand: PlanInHand) -> impl IntoView {
    let archive = Desk::expect().archive();
    let guide = hand.plan().with_untracked(|plan| plan.guide.clone());
    let practice = load(async move {
        match guide {
            Some(id) => practice(&archive, &id).await,
            None => Ok(Practice::default()),
        }
    });
    let findings = Signal::derive(move || {
        // Until records tell, and where none can be read, nothing is known of interviews.
        let practice = match practice.get() {
            Load::Loaded(practice) => practice,
            Load::Loading | Load::Failed(_) => Practice::default(),
        };
        hand.plan().with(|plan| check(&hand.framework(), plan, practice))
    });
    view! { <Findings findings /> }
}

async fn practice(archive: &Archive, id: &crate::guide::GuideId) -> Result<Practice, RecordError> {
    let guide = archive.guide(id).await?;
    let (summaries, _) = archive.summaries().await?;
    let (people, _) = archive.names().await?;
    Ok(guide.practice(&summaries, &people))
}
