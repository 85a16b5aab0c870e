//! Everything that is to be known of the document, the gravest first: what could not be used, what to look at, what was
//! mended or left out.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::worker::Came;
use crate::import::{Notice, Severity};

use super::document::line_id;
use super::review::{counted, show};

/// The notices; notes alone are folded, since nothing has to be done about them.
#[component]
pub fn Notices(came: Arc<Came>, line: RwSignal<Option<usize>>) -> impl IntoView {
    let mut order: Vec<usize> = (0..came.told.notices.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(came.told.notices[*index].severity));
    let all = order.len();
    let told = counted(&came);
    let grave = came.told.notices.iter().any(|notice| notice.severity > Severity::Note);
    let row = move |index: usize| {
        let notice = order.get(index).and_then(|index| came.told.notices.get(*index));
        notice.map(|notice| draw(notice, line)).into_any()
    };
    if all == 0 {
        return view! { <p class="review__about">"Every line of the document stands in the framework."</p> }.into_any();
    }
    view! {
        <details class="review__notices" open=grave>
            <summary>"Of the document: " {told}</summary>
            <div class="review__scroll review__scroll--low" tabindex="0" role="region" aria-label="Notes on the document">
                <Windowed count=all shape=Shape::ITEMS estimate=56 row />
            </div>
        </details>
    }
    .into_any()
}

fn draw(notice: &Notice, line: RwSignal<Option<usize>>) -> AnyView {
    let place = notice.place.line.checked_sub(1).and_then(|index| usize::try_from(index).ok()).map(|index| {
        let press = move |_| show(line, index, line_id(index));
        view! { <button type="button" class="recognised__line" on:click=press>{format!("line {}", index + 1)}</button> " " }
    });
    let class = ["line__noted line__noted--", notice.severity.name()].concat();
    let quote = notice.quote.clone().map(|quote| view! { <q class="notice__quote" dir="auto">{quote}</q> });
    view! {
        <div class="notice">
            <span class=class>{notice.severity.name()}</span> " " {place}
            <span dir="auto">{notice.text.clone()}</span> " " {quote}
        </div>
    }
    .into_any()
}
