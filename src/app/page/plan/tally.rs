//! What the plan covers and what it leaves uncovered, in sight all the time, and the way into the interview.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::route::{Route, Step};
use crate::guide::{Outline, Uncovered};
use crate::record::RecordError;

use super::super::begin::Begin;
use super::hand::PlanInHand;
use super::matrix::{CoverageMatrix, remedy};

/// Beside the plan on a wide screen, below it on a narrow one, and always in sight.
#[component]
pub fn Tally(hand: PlanInHand, step: Memo<Step>) -> impl IntoView {
    let outline = hand.outline();
    // On a narrow screen the list opens on a press; on a wide one it is always there.
    let open = RwSignal::new(false);
    let uncovered = Memo::new(move |_| outline.with(|outline| outline.uncovered.len()));
    let words = move || outline.with(|outline| outline.uncovered_words());
    let in_full = move || step.get() == Step::Questions;
    let list = move || match in_full() {
        true => view! { <CoverageMatrix hand /> }.into_any(),
        false => view! { <Gaps hand count=uncovered /> }.into_any(),
    };
    let hidden = move || match in_full() {
        true => outline.with(|outline| outline.tracked.is_empty()),
        false => uncovered.get() == 0,
    };
    let warnings = Memo::new(move |_| outline.with(Outline::warnings));
    view! {
        <aside class="tally" class:tally--wide=in_full aria-label="What the plan covers">
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
                <div class="tally__uncovered" class:tally__uncovered--open=open hidden=hidden>
                    <button
                        type="button"
                        class="button button--quiet tally__toggle"
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        {words}
                    </button>
                    <h2 class="tally__title" id="plan-uncovered" tabindex="-1">{words}</h2>
                    <div class="tally__list">{list}</div>
                </div>
            </div>
            <div class="tally__reasons">
                <ul class="tally__warnings" role="status" aria-label="What stands in the way">
                    {move || warnings.get().into_iter().map(|warning| view! { <li>{warning}</li> }).collect_view()}
                </ul>
                <p class="tally__standing">{move || hand.standing()}</p>
            </div>
            <KeepForm hand />
        </aside>
    }
}

/// The criteria that nothing covers.
#[component]
fn Gaps(hand: PlanInHand, count: Memo<usize>) -> impl IntoView {
    let outline = hand.outline();
    let row = move |index: usize| {
        outline.with(|outline| outline.uncovered.get(index).map(|gap| uncovered(hand, gap))).into_any()
    };
    view! { <Windowed count shape=Shape::ITEMS estimate=90 row /> }
}

fn uncovered(hand: PlanInHand, gap: &Uncovered) -> AnyView {
    let way = remedy(hand, gap);
    view! {
        <div class="tally__gap">
            <span dir="auto">{gap.text.clone()}</span>
            <span class="tally__competency" dir="auto">{gap.competency.clone()}</span>
            {way}
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
            Ok::<_, RecordError>(id)
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

/// The name under which the plan is kept among the guides, and the press that keeps it. What is begun is kept in any case.
#[component]
fn KeepForm(hand: PlanInHand) -> impl IntoView {
    let title = Memo::new(move |_| hand.plan().with(|plan| plan.title.clone()));
    let kept = Memo::new(move |_| hand.plan().with(|plan| plan.guide.clone()));
    let typed = move |event| {
        let title = event_target_value(&event);
        hand.write("title", |plan, _| plan.title = title);
    };
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let title = hand.plan().with_untracked(|plan| match plan.title.trim() {
            "" => plan.suggested_title(&hand.framework()),
            title => title.to_owned(),
        });
        hand.keep_as_guide(title.clone());
        hand.say(format!("Kept among the guides as “{title}”. What you change from now on is kept there too."));
        focus::soon(vec!["plan-kept".to_owned()]);
    };
    let way = move || match kept.get() {
        None => view! { <button type="submit" class="button">"Keep as a guide"</button> }.into_any(),
        Some(id) => {
            let to = Route::Guide { id }.to_string();
            view! { <a class="tally__kept" id="plan-kept" href=to>"To this guide: its versions, packs and uses"</a> }
                .into_any()
        }
    };
    view! {
        <form class="tally__keep" on:submit=keep>
            <label class="field__label" for="plan-title">"Name of the guide"</label>
            <div class="tally__name">
                <input
                    class="field__input"
                    type="text"
                    id="plan-title"
                    dir="auto"
                    autocomplete="off"
                    maxlength="200"
                    placeholder=move || hand.plan().with(|plan| plan.suggested_title(&hand.framework()))
                    prop:value=title
                    on:input=typed
                />
                {way}
            </div>
        </form>
    }
}
