//! What the interview is for: the people, the role, the level, the competencies and the minutes.

use leptos::prelude::*;

use crate::app::component::text_field::TextField;
use crate::app::component::windowed::{Shape, Windowed};
use crate::framework::LevelId;
use crate::guide::{Plan, Row};
use crate::question::Weight;

use super::hand::PlanInHand;

/// The form. Each change is taken and kept at once, so there is nothing to send off.
#[component]
pub fn WishForm(hand: PlanInHand) -> impl IntoView {
    let text = move |of: fn(&Plan) -> &String| Signal::derive(move || hand.plan().with(|plan| of(plan).clone()));
    let write =
        move |of: fn(&mut Plan) -> &mut String| Callback::new(move |text| hand.change(|plan, _| *of(plan) = text));
    view! {
        <section class="plan-wish">
            <div class="plan-wish__who">
                <TextField
                    id="plan-candidate"
                    label="Candidate"
                    hint="May stay empty: a pseudonym such as “Candidate 7F2” then stands in."
                    value=text(|plan| &plan.candidate)
                    on_text=write(|plan| &mut plan.candidate)
                />
                <TextField
                    id="plan-role"
                    label="Role"
                    hint="What the interview is to fill, in your words."
                    value=text(|plan| &plan.role)
                    on_text=write(|plan| &mut plan.role)
                />
                <TextField
                    id="plan-interviewer"
                    label="Interviewer"
                    hint="Names stay in this browser, apart from the record."
                    value=text(|plan| &plan.interviewer)
                    on_text=write(|plan| &mut plan.interviewer)
                />
                <TargetLevel hand />
            </div>
            <Competencies hand />
            <Minutes hand />
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

#[component]
fn Competencies(hand: PlanInHand) -> impl IntoView {
    let rows = hand.outline().with_untracked(|outline| outline.competencies.clone());
    let count = rows.len();
    let row =
        move |index: usize| rows.get(index).cloned().map(|row| view! { <CompetencyRow hand index row /> }).into_any();
    view! {
        <h2>"Competencies"</h2>
        <p class="plan-wish__lead">"What matters more is asked about first when the time is short."</p>
        <Windowed count shape=Shape::LIST estimate=104 row />
    }
}

/// One competency with its weight and what the plan does for it. The competencies and their order never change.
#[component]
fn CompetencyRow(hand: PlanInHand, index: usize, row: Row) -> impl IntoView {
    let name = format!("weight-{}", row.id);
    let present = Memo::new(move |_| hand.outline().with(|outline| outline.competencies.get(index).cloned()));
    let number = move |of: fn(&Row) -> usize| present.with(|row| row.as_ref().map_or(0, of)).to_string();
    let choices: Vec<_> = [None, Some(Weight::Could), Some(Weight::Should), Some(Weight::Must)]
        .into_iter()
        .map(|weight| {
            let id = row.id.clone();
            let choose = move |_| hand.wish(|plan, framework| plan.weigh(framework, &id, weight));
            let checked =
                move || present.with(|row| row.as_ref().is_some_and(|row| row.weight == weight && row.expects));
            view! {
                <label class="weight-choice">
                    <input type="radio" name=name.clone() prop:checked=checked on:change=choose />
                    <span>{weight.map_or("leave out", Weight::name)}</span>
                </label>
            }
        })
        .collect();
    let silent = move || present.with(|row| row.as_ref().is_some_and(|row| !row.expects));
    view! {
        <fieldset class="competency-weight" disabled=silent>
            <legend class="competency-weight__title">{row.title}</legend>
            <div class="competency-weight__choices">{choices}</div>
            <p class="competency-weight__words">
                <progress class="competency-weight__bar" aria-hidden="true" max=move || number(|row| row.targets.max(1)) prop:value=move || number(|row| row.covered)></progress>
                {move || present.with(|row| row.as_ref().map(Row::words))}
            </p>
        </fieldset>
    }
}

/// One number, typed or drawn.
#[component]
fn Minutes(hand: PlanInHand) -> impl IntoView {
    let wrong = RwSignal::new(None);
    let present = Memo::new(move |_| hand.plan().with(|plan| plan.minutes));
    // What stands in the field: another number would be written into it while it is typed.
    let written = RwSignal::new(present.get_untracked().to_string());
    Effect::new(move |_| {
        let present = present.get();
        if written.with_untracked(|written| Plan::minutes_in(written) != Ok(present)) {
            written.set(present.to_string());
        }
    });
    let take = move |text: String| {
        let minutes = Plan::minutes_in(&text);
        if let Ok(minutes) = minutes {
            hand.wish(|plan, framework| plan.take(framework, minutes));
        }
        written.set(text);
        minutes.err()
    };
    // While a number is typed its first digits are no mistake yet.
    let typed = move |event| {
        if take(event_target_value(&event)).is_none() {
            wrong.set(None);
        }
    };
    let left = move |event| {
        let mistake = take(event_target_value(&event));
        wrong.set(mistake.map(|mistake| format!("{mistake} The plan goes on with {}.", present.get_untracked())));
    };
    let (least, most) = (Plan::MINUTES.start().to_string(), Plan::MINUTES.end().to_string());
    view! {
        <div class="field plan-minutes">
            <label class="field__label" for="plan-minutes">"Minutes for the questions"</label>
            <div class="plan-minutes__both">
                <input
                    class="field__input plan-minutes__number"
                    // A number's field gives nothing for what is no number yet, and would take that for an empty one.
                    type="text"
                    id="plan-minutes"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-describedby="plan-minutes-wrong"
                    aria-invalid=move || wrong.get().is_some().then_some("true")
                    prop:value=written
                    on:input=typed
                    on:change=left
                />
                <input
                    class="plan-minutes__range"
                    type="range"
                    aria-label="Minutes for the questions, by slider"
                    min=least
                    max=most
                    step="1"
                    prop:value=move || present.get().to_string()
                    on:input=typed
                />
            </div>
            <p class="field__wrong" id="plan-minutes-wrong" role="alert">{move || wrong.get()}</p>
        </div>
    }
}
