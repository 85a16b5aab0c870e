//! Extra time: minutes beyond those of the plan, each with its reason. They are kept with the scorecard.

use leptos::prelude::*;

use crate::app::focus;
use crate::app::page::interview::fold::{Fold, Folded, Folds};
use crate::app::page::interview::reason::{ReasonWords, Reasons};
use crate::app::session::Session;
use crate::app::told::Told;
use crate::assessment::Event;
use crate::record::{Field, FormField};

/// The least time, which takes the focus when the fold opens.
const LEAST: &str = "extra-minutes-5";

/// What can be given at once.
const MINUTES: [u32; 4] = [5, 10, 15, 30];

const REASONS: ReasonWords = ReasonWords {
    ready: ["Began late", "Interrupted", "Technical trouble"],
    id: "time-reason",
    label: "Another reason for the time",
    submit: "Give the time",
};

/// Gives time, and shows what was given.
#[component]
pub fn ExtraTime(session: Session) -> impl IntoView {
    let (folds, told) = (Folds::expect(), Told::expect());
    let given = Memo::new(move |_| {
        session.assessment().with(|assessment| assessment.extra_time().iter().map(|extra| extra.minutes).sum::<u32>())
    });
    let minutes = RwSignal::new(MINUTES[0]);
    let give = Callback::new(move |reason: String| {
        let minutes = minutes.get_untracked();
        if session.record(Event::GaveTime { minutes, reason: reason.clone() }) {
            told.tell(format!("{minutes} min more: {}", reason.trim()));
            folds.shut();
            // What was pressed is folded away.
            focus::soon(vec![Fold::Time.summary().to_owned()]);
        }
    });
    let title = move || match given.get() {
        0 => "Extra time".to_owned(),
        given => format!("Extra time: {given} min"),
    };
    view! {
        <div class="extra-time">
            <Folded fold=Fold::Time title=Signal::derive(title) first=LEAST>
                <Given session />
                <Minutes minutes />
                <p class="extra-time__hint">"A press on the reason gives the time. Both are kept with the scorecard."</p>
                <Reasons session field=Field::Form(FormField::TimeReason) words=REASONS give />
            </Folded>
        </div>
    }
}

/// What was given so far.
#[component]
fn Given(session: Session) -> impl IntoView {
    let given = Memo::new(move |_| session.assessment().with(|assessment| assessment.extra_time().to_vec()));
    move || {
        let lines = given.get();
        (!lines.is_empty()).then(|| {
            let lines: Vec<_> = lines
                .into_iter()
                .map(|extra| view! { <li dir="auto">{extra.minutes} " min: " {extra.reason}</li> })
                .collect();
            view! { <ul class="extra-time__given" aria-label="Time that was given">{lines}</ul> }
        })
    }
}

#[component]
fn Minutes(minutes: RwSignal<u32>) -> impl IntoView {
    let choices: Vec<_> = MINUTES
        .into_iter()
        .map(|choice| {
            view! {
                <label class="extra-time__choice">
                    <input
                        type="radio"
                        id=format!("extra-minutes-{choice}")
                        name="extra-minutes"
                        prop:checked=move || minutes.get() == choice
                        on:change=move |_| minutes.set(choice)
                    />
                    {choice}
                    " min"
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="extra-time__minutes">
            <legend>"How much"</legend>
            {choices}
        </fieldset>
    }
}
