//! The ranges of a criterion: its items, ticked where evidence covers them, against the minimum that the unit states.

use std::sync::Arc;

use leptos::prelude::*;

use crate::assessment::Event;
use crate::framework::{CriterionId, Places, Range};

use super::work::{Listed, Work};

/// All ranges of the criterion, or of the one that it repeats.
#[component]
pub fn Ranges(work: Work, listed: Arc<Listed>) -> impl IntoView {
    let criterion = &listed.criterion;
    // What is ticked are the items of the criterion that stands for all that repeat it.
    let stated = work.session.assessment().with_untracked(|assessment| {
        let places = Places::of(&assessment.basis.framework);
        places.get(places.original(&criterion.id)).map_or_else(|| criterion.clone(), |place| place.criterion.clone())
    });
    let id = stated.id.clone();
    let ranges = stated.range.into_iter().zip(0..);
    let range = |(range, index)| view! { <RangeItems work listed=Arc::clone(&listed) id=id.clone() index range /> };
    ranges.map(range).collect_view()
}

#[component]
fn RangeItems(work: Work, listed: Arc<Listed>, id: CriterionId, index: u32, range: Range) -> impl IntoView {
    let assessment = work.session.assessment();
    let told = move || {
        let standing = work.criterion_standing(&listed)?;
        let coverage = standing.ranges.get(index as usize)?;
        let glyph = if coverage.minimum.is_some() && coverage.is_covered() { "● " } else { "" };
        Some(format!("{glyph}{}", coverage.told()))
    };
    let title = range.title.clone().unwrap_or_else(|| "Range".to_owned());
    let item = |(text, item): (String, u32)| {
        let (of, on) = (id.clone(), id.clone());
        let checked = Memo::new(move |_| assessment.with(|assessment| assessment.is_covered(&of, index, item)));
        let change = move |event| {
            let covered = event_target_checked(&event);
            work.session.record(Event::CoveredItem { criterion: on.clone(), range: index, item, covered });
        };
        view! {
            <label class="tie__label">
                <input type="checkbox" disabled=move || work.sealed.get() prop:checked=checked on:change=change />
                <span>{text}</span>
            </label>
        }
    };
    view! {
        <fieldset class="unit-range">
            <legend>{title} <span class="unit-range__told" role="status">{told}</span></legend>
            <div class="unit-range__items">{range.items.into_iter().zip(0..).map(item).collect_view()}</div>
        </fieldset>
    }
}
