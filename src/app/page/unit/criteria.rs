//! The criteria one by one: a rail of all of them, and the one in hand.

use leptos::prelude::*;

use crate::app::component::keys::KeyHint;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::route::Route;
use crate::assessment::Mark;

use super::criterion::CriterionInHand;
use super::work::Work;

/// The rail, the criterion, and the steps to its neighbours.
#[component]
pub fn Criteria(work: Work) -> impl IntoView {
    if work.count() == 0 {
        return view! { <p class="empty">"This unit holds no criterion, so that there is nothing to assess."</p> }
            .into_any();
    }
    view! {
        <div class="unit-work">
            <div class="unit-work__hand">
                // Drawn anew each time: what was unfolded or chosen at another criterion is none of this one's.
                <For each=move || [work.hand.get()] key=|index| *index let:index>
                    <CriterionInHand work index />
                </For>
                <Steps work />
            </div>
            <Rail work />
        </div>
    }
    .into_any()
}

#[component]
fn Steps(work: Work) -> impl IntoView {
    let step = move |by: isize| move |_| work.take(work.hand.get_untracked().saturating_add_signed(by));
    let last = move || work.hand.get() + 1 >= work.count();
    view! {
        <div class="interview__steps">
            <button type="button" class="button" disabled=move || work.hand.get() == 0 on:click=step(-1)>
                "Previous criterion"
                <KeyHint key='b' />
            </button>
            <button
                type="button"
                class="button button--primary"
                disabled=last
                on:click=step(1)
            >
                "Next criterion"
                <KeyHint key='n' />
            </button>
        </div>
    }
}

#[component]
fn Rail(work: Work) -> impl IntoView {
    let row = move |index: usize| view! { <RailRow work index /> }.into_any();
    let keep = Signal::derive(move || Some(work.hand.get()));
    view! {
        <nav class="unit-rail" aria-label="Criteria">
            <details class="unit-rail__fold" open=super::evidence::is_wide()>
                <summary>"All criteria"</summary>
                <Windowed count=work.count() shape=Shape::ITEMS estimate=64 row keep />
            </details>
        </nav>
    }
}

#[component]
fn RailRow(work: Work, index: usize) -> impl IntoView {
    let Some(listed) = work.listed(index) else { return ().into_any() };
    let to = Route::Unit(work.place.get_untracked().criterion(listed.criterion.id.clone())).to_string();
    let code = listed.criterion.code.clone();
    let text = listed.criterion.text.clone();
    let heading = work.outcome_above(&listed);
    let heading = heading.map(|name| view! { <p class="unit-rail__outcome">{name}</p> });
    let state = Memo::new(move |_| {
        let standing = work.criterion_standing(&listed);
        standing.map_or(("·", "not marked"), |standing| match standing.mark {
            Some(Mark::Met) if standing.is_complete() => ("●", "met, nothing is outstanding"),
            Some(Mark::Met) => ("◐", "met, something is outstanding"),
            Some(_) => ("○", "not yet"),
            None => ("·", "not marked"),
        })
    });
    view! {
        {heading}
        <a
            class="question-rail__row unit-rail__row"
            href=to
            aria-current=move || (work.hand.get() == index).then_some("step")
        >
            <span class="question-rail__glyph" aria-hidden="true">{move || state.get().0}</span>
            {code.map(|code| view! { <span class="question-rail__number">{code}</span> })}
            <span class="unit-rail__text">{text}</span>
            <span class="visually-hidden">{move || format!(", {}", state.get().1)}</span>
        </a>
    }
    .into_any()
}
