//! The plan of an interview, in three steps: who, what for and how long; which competencies; the questions that follow.
//!
//! What is chosen here is a draft that is kept at every change. "Begin the interview" freezes it.

mod competencies;
mod curve;
mod drag;
mod hand;
mod making;
mod matrix;
mod minutes;
mod opening;
mod question;
mod questions;
mod role;
mod search;
mod steps;
mod structure;
mod tally;
mod terms;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::heading::Heading;
use crate::app::component::loading::{Failure, Loading};
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::load::load;
use crate::app::route::{Address, PlanOf, Route, Step};
use crate::app::saved::SavedState;
use crate::app::shelf;
use crate::framework::FrameworkId;
use crate::guide::{Opening, Plan};

use competencies::CompetenciesStep;
use hand::PlanInHand;
use making::Making;
use opening::{Opened, Ready, open};
use questions::QuestionsStep;
use role::RoleStep;
use steps::{Onward, Steps};
use structure::Structure;
use tally::Tally;

/// What happened to a plan that stood here before.
#[derive(Clone, PartialEq)]
enum Before {
    Nothing,
    /// It is the plan that stands here.
    Resumed,
    /// It was put aside.
    Aside(Box<Plan>),
}

/// The screen of [`Route::Plan`].
#[component]
pub fn PlanPage() -> impl IntoView {
    let address = Address::expect();
    let desk = Desk::expect();
    let saved = SavedState::expect();
    let wanted = Memo::new(move |last: Option<&PlanOf>| match address.get() {
        Route::Plan { of, .. } => of,
        // The screen is about to go.
        _ => last.cloned().unwrap_or_default(),
    });
    // Opened again when a damaged plan was put aside.
    let again = Trigger::new();
    let chosen = RwSignal::new(None);
    let put_aside = move |_| {
        spawn_local(async move {
            let act = saved.act();
            let aside = desk.archive().put_damaged_plan_aside().await;
            act.ended(&aside);
            if aside.is_ok() {
                again.notify();
            }
        });
    };
    let content = move || {
        again.track();
        let opened = load(open(desk.archive(), wanted.get()));
        let show = move |opened| {
            match opened {
            Opened::Ready(ready) => view! { <Editor ready=*ready chosen again=Callback::new(move |()| again.notify()) /> }.into_any(),
            Opened::Nothing => view! { <NoFramework /> }.into_any(),
            Opened::Newer(error) => view! { <Failure error /> }.into_any(),
            Opened::Damaged(error) => view! {
                <Failure error />
                <button type="button" class="button" on:click=put_aside>"Put the damaged plan aside and start a new one"</button>
            }
            .into_any(),
        }
        };
        view! { <Loading state=opened children=show /> }
    };
    view! {
        <Heading title="Plan an interview" />
        <FrameworkChoice chosen=Signal::derive(move || wanted.get().framework.or_else(|| chosen.get())) />
        {content}
    }
}

/// The frameworks that are at hand. Choosing one changes the address, and the plan follows.
#[component]
fn FrameworkChoice(chosen: Signal<Option<FrameworkId>>) -> impl IntoView {
    let archive = Desk::expect().archive();
    let catalog = load(async move { shelf::titles(&archive).await });
    let choose = move |event| {
        let id = event_target_value(&event);
        if !id.is_empty() {
            Route::plan(Some(FrameworkId::new(id))).go();
        }
    };
    let options = move |titles: Vec<(FrameworkId, String)>| {
        let known: Vec<_> = titles.iter().map(|(id, _)| id.clone()).collect();
        // An address may name a framework that nobody has.
        let none = Memo::new(move |_| chosen.with(|chosen| chosen.as_ref().is_none_or(|id| !known.contains(id))));
        let options: Vec<_> = titles
            .into_iter()
            .map(|(id, title)| {
                let value = id.to_string();
                let selected = move || chosen.with(|chosen| chosen.as_ref() == Some(&id));
                view! { <option value=value prop:selected=selected>{title}</option> }
            })
            .collect();
        view! {
            <div class="field plan-framework">
                <label class="field__label" for="plan-framework">"Framework"</label>
                <select class="field__input" id="plan-framework" on:change=choose>
                    <option value="" disabled=move || !none.get() prop:selected=none>
                        "Choose a framework"
                    </option>
                    {options}
                </select>
            </div>
        }
    };
    view! { <Loading state=catalog children=options /> }
}

#[component]
fn NoFramework() -> impl IntoView {
    view! {
        <div class="empty">
            <p>"No framework is chosen, and no plan is in hand. Choose one above: its questions then stand here, ready to be asked."</p>
            <p>"To read a framework first, "<a href=Route::library().to_string()>"go to the library"</a>"."</p>
        </div>
    }
}

/// The plan, its questions, and what they cover.
#[component]
fn Editor(ready: Ready, chosen: RwSignal<Option<FrameworkId>>, again: Callback<()>) -> impl IntoView {
    let Ready { framework, plan, opening, level, lost } = ready;
    chosen.set(Some(framework.id.clone()));
    let hand = PlanInHand::new(plan, framework, Desk::expect().keeper());
    hand.say(lost);
    let before = RwSignal::new(match opening {
        Opening::Fresh => Before::Nothing,
        Opening::Resumed => Before::Resumed,
        Opening::Beside(plan) => Before::Aside(plan),
    });
    let start_over = move || {
        let old = hand.plan().get_untracked();
        let fresh = Plan::ready(&hand.framework(), level.as_ref());
        hand.change(|plan, _| *plan = fresh);
        before.set(Before::Aside(Box::new(old)));
        focus::soon(vec!["plan-framework".to_owned()]);
    };
    let address = Address::expect();
    let step = Memo::new(move |last: Option<&Step>| match address.get() {
        Route::Plan { step, .. } => step,
        _ => last.copied().unwrap_or_default(),
    });
    let in_view = move || match step.get() {
        Step::Role => view! { <RoleStep hand /> }.into_any(),
        Step::Competencies => view! { <CompetenciesStep hand /> }.into_any(),
        Step::Questions => view! { <QuestionsStep hand /> <Making hand made=again /> <Structure hand /> }.into_any(),
    };
    view! {
        <PlanBefore hand before start_over=Callback::new(move |()| start_over()) />
        <Steps hand step />
        <div class="plan" class:plan--wide=move || step.get() == Step::Questions>
            <div>{in_view} <Onward step /></div>
            <Tally hand step />
        </div>
    }
    .into_any()
}

/// What became of a plan that stood here before, and the way back.
#[component]
fn PlanBefore(hand: PlanInHand, before: RwSignal<Before>, start_over: Callback<()>) -> impl IntoView {
    let bring_back = move |plan: Plan| {
        let here = hand.framework().id == plan.framework;
        before.set(if here { Before::Resumed } else { Before::Nothing });
        if here {
            hand.change(|present, _| *present = plan);
        } else {
            let there = Route::plan(Some(plan.framework.clone()));
            hand.keeper().keep(plan);
            there.go();
        }
        focus::soon(vec!["plan-framework".to_owned()]);
    };
    let line = move || match before.get() {
        Before::Nothing => ().into_any(),
        Before::Resumed => view! {
            <span>"This is the plan that was in hand."</span>
            <button type="button" class="button" on:click=move |_| start_over.run(())>"Start over"</button>
        }
        .into_any(),
        Before::Aside(plan) => view! {
            <span>"The plan that was in hand is put aside."</span>
            <button type="button" class="button" on:click=move |_| bring_back((*plan).clone())>"Bring it back"</button>
        }
        .into_any(),
    };
    view! { <div class="plan-before" role="status">{line}</div> }
}
