//! What the plan covers and what it leaves uncovered, in sight all the time, and the way into the interview.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::desk::Desk;
use crate::app::focus;
use crate::guide::{Addition, Uncovered};

use super::super::begin::Begin;
use super::hand::PlanInHand;
use super::questions::add;

/// Beside the plan on a wide screen, below it on a narrow one, and always in sight.
#[component]
pub fn Tally(hand: PlanInHand) -> impl IntoView {
    let outline = hand.outline();
    // On a narrow screen the list opens on a press; on a wide one it is always there.
    let open = RwSignal::new(false);
    let count = Memo::new(move |_| outline.with(|outline| outline.uncovered.len()));
    let words = move || outline.with(|outline| outline.uncovered_words());
    let row = move |index: usize| {
        outline.with(|outline| outline.uncovered.get(index).map(|gap| uncovered(hand, gap))).into_any()
    };
    view! {
        <aside class="tally" aria-label="What the plan covers">
            <BeginButton hand />
            <div class="tally__sight">
                <p class="tally__figures" role="status">
                    <span>{move || outline.with(|outline| outline.coverage())}</span>
                    <span class="tally__dot" aria-hidden="true">" · "</span>
                    <span class:tally__over=move || outline.with(|outline| outline.minutes > outline.limit)>
                        {move || outline.with(|outline| outline.time())}
                    </span>
                </p>
                <p class="tally__said" role="status">{hand.said()}</p>
                <div class="tally__uncovered" class:tally__uncovered--open=open hidden=move || count.get() == 0>
                    <button
                        type="button"
                        class="button button--quiet tally__toggle"
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        {words}
                    </button>
                    <h2 class="tally__title" id="plan-uncovered" tabindex="-1">{words}</h2>
                    <div class="tally__list">
                        <Windowed count shape=Shape::ITEMS estimate=90 row />
                    </div>
                </div>
            </div>
        </aside>
    }
}

fn uncovered(hand: PlanInHand, gap: &Uncovered) -> AnyView {
    let remedy = match &gap.addition {
        Some(Addition { question, .. }) => {
            let question = question.clone();
            let label = format!("Add a question, {}: {}", gap.remedy(), gap.text);
            let press = move |_| {
                add(hand, &question);
                focus::soon(vec![format!("drop-{question}"), "plan-questions".to_owned()]);
            };
            view! {
                <button type="button" class="button button--quiet tally__add" aria-label=label on:click=press>
                    "Add a question, "
                    {gap.remedy()}
                </button>
            }
            .into_any()
        }
        None => view! { <span class="tally__none">{gap.remedy()}</span> }.into_any(),
    };
    view! {
        <div class="tally__gap">
            <span>{gap.text.clone()}</span>
            <span class="tally__competency">{gap.competency.clone()}</span>
            {remedy}
        </div>
    }
    .into_any()
}

/// Freezes the plan, and goes to the first question.
#[component]
fn BeginButton(hand: PlanInHand) -> impl IntoView {
    let desk = Desk::expect();
    let begin = Begin::default();
    let empty = move || hand.outline().with(|outline| outline.questions.is_empty());
    let press = move |_| {
        if empty() {
            return;
        }
        let (plan, framework, keeper) = (hand.plan().get_untracked(), hand.framework(), hand.keeper());
        begin.run(async move {
            let id = desk.start(&plan, &framework).await?;
            keeper.drop_plan();
            Ok(id)
        });
    };
    view! {
        <div class="tally__begin">
            <button
                type="button"
                class="button button--primary"
                aria-disabled=move || empty().then_some("true")
                aria-describedby="plan-begin-hint"
                on:click=press
            >
                "Begin the interview"
            </button>
            <p class="tally__hint" id="plan-begin-hint">
                {move || if empty() { "A plan without questions cannot begin." } else { "This freezes the plan: every candidate gets the same." }}
            </p>
            {begin.failure()}
        </div>
    }
}
