//! What deviates from the guide.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::session::Session;
use crate::report::deviations;

/// The planned questions that were not put.
#[component]
pub fn Deviations(session: Session) -> impl IntoView {
    let deviations = session.assessment().with_untracked(deviations);
    let count = deviations.len();
    let row = move |index: usize| {
        deviations
            .get(index)
            .cloned()
            .map(|deviation| {
                let reason = deviation
                    .reason
                    .map_or_else(|| "it did not come up".to_owned(), |reason| format!("skipped, “{reason}”"));
                view! { {deviation.text} <span class="summary__reason">{deviation.competency}": "{reason}</span> }
            })
            .into_any()
    };
    let content = match count {
        0 => view! { <p>"None: every question of the plan was put."</p> }.into_any(),
        _ => view! { <div class="summary__deviations"><Windowed count shape=Shape::ITEMS estimate=60 row /></div> }
            .into_any(),
    };
    view! {
        <section class="summary__part">
            <h2>"Questions that were not put"</h2>
            {content}
        </section>
    }
    .into_any()
}
