//! The first step: who, what for, at which level, how long, and what is said around the questions.

use leptos::prelude::*;

use crate::app::component::text_field::TextField;
use crate::framework::LevelId;
use crate::framework::wording::count;
use crate::guide::{Plan, Script};

use super::curve::Curve;
use super::hand::PlanInHand;
use super::minutes::{Minutes, PartMinutes};
use super::steps::STEP;

/// The form. Each change is taken and kept at once, so there is nothing to send off.
#[component]
pub fn RoleStep(hand: PlanInHand) -> impl IntoView {
    let text = move |of: fn(&Plan) -> &String| Signal::derive(move || hand.plan().with(|plan| of(plan).clone()));
    let write = move |what: &'static str, of: fn(&mut Plan) -> &mut String| {
        Callback::new(move |text| hand.write(what, |plan, _| *of(plan) = text))
    };
    view! {
        <section class="plan-wish" aria-labelledby=STEP>
            <h2 id=STEP tabindex="-1">"Role and level"</h2>
            <div class="plan-wish__who">
                <TextField
                    id="plan-candidate"
                    label="Candidate"
                    hint="May stay empty: a pseudonym such as “Candidate 7F2” then stands in."
                    value=text(|plan| &plan.candidate)
                    on_text=write("candidate", |plan| &mut plan.candidate)
                />
                <TextField
                    id="plan-role"
                    label="Role"
                    hint="What the interview is to fill, in your words."
                    value=text(|plan| &plan.role)
                    on_text=write("role", |plan| &mut plan.role)
                />
                <TextField
                    id="plan-interviewer"
                    label="Interviewer"
                    hint="Names stay in this browser, apart from the record."
                    value=text(|plan| &plan.interviewer)
                    on_text=write("interviewer", |plan| &mut plan.interviewer)
                />
                <TargetLevel hand />
            </div>
            <Minutes hand />
            <Curve hand />
            <Around hand />
        </section>
    }
}

#[component]
fn TargetLevel(hand: PlanInHand) -> impl IntoView {
    let framework = hand.framework();
    let options: Vec<_> = framework
        .rungs()
        .into_iter()
        .map(|rung| {
            let id = rung.id.clone();
            let selected = move || hand.plan().with(|plan| plan.level == id);
            view! { <option value=rung.id.to_string() prop:selected=selected>{rung.name.clone()}</option> }
        })
        .collect();
    let choose = move |event| {
        let level = LevelId::new(event_target_value(&event));
        hand.wish(|plan, framework| plan.aim_at(framework, level));
    };
    let summary = move || hand.plan().with(|plan| framework.level(&plan.level).and_then(|level| level.summary.clone()));
    view! {
        <div class="field">
            <label class="field__label" for="plan-level">"Target level"</label>
            <select class="field__input" id="plan-level" aria-describedby="plan-level-hint" on:change=choose>{options}</select>
            <p class="field__hint" id="plan-level-hint">{summary}</p>
        </div>
    }
}

/// How the interview opens and closes, the candidate's own questions, and what the candidate gets beforehand.
#[component]
fn Around(hand: PlanInHand) -> impl IntoView {
    let in_all = move || {
        hand.plan().with(|plan| {
            let questions = plan.minutes.max(plan.minutes_taken());
            let all = usize::try_from(questions.saturating_add(plan.script.minutes())).unwrap_or(usize::MAX);
            format!(
                "The interview takes {} in all: {} for the questions, {} around them.",
                count(all, "minute", "minutes"),
                questions,
                plan.script.minutes()
            )
        })
    };
    let shown = move |event| {
        let shown = event_target_checked(&event);
        hand.change(|plan, _| plan.questions_shown = shown);
    };
    view! {
        <p class="plan-around__all" role="status">{in_all}</p>
        <div class="plan-around__minutes">
            <PartMinutes hand id="plan-opening-minutes" label="Minutes to open" part=|script| &mut script.opening_minutes />
            <PartMinutes hand id="plan-candidate-minutes" label="Minutes for the candidate’s questions" part=|script| &mut script.candidate_minutes />
            <PartMinutes hand id="plan-closing-minutes" label="Minutes to close" part=|script| &mut script.closing_minutes />
        </div>
        <details class="plan-around">
            <summary>"What is said to open and to close"</summary>
            <Words hand id="plan-opening" label="To open" what="opening" text=|script| &mut script.opening />
            <Words hand id="plan-closing" label="To close" what="closing" text=|script| &mut script.closing />
        </details>
        <label class="plan-around__shown">
            <input type="checkbox" prop:checked=move || hand.plan().with(|plan| plan.questions_shown) on:change=shown />
            <span>
                "Every candidate gets the questions beforehand"
                <span class="field__hint">"One setting for all candidates of the guide. It is recorded with it."</span>
            </span>
        </label>
    }
}

#[component]
fn Words(
    hand: PlanInHand,
    id: &'static str,
    label: &'static str,
    what: &'static str,
    text: fn(&mut Script) -> &mut String,
) -> impl IntoView {
    let value = move || hand.plan().with(|plan| text(&mut plan.script.clone()).clone());
    let typed = move |event| {
        let words = event_target_value(&event);
        hand.write(what, |plan, _| *text(&mut plan.script) = words);
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <textarea class="field__input plan-around__words" id=id dir="auto" rows="6" maxlength="4000" prop:value=value on:input=typed></textarea>
        </div>
    }
}
