//! Extra time: minutes beyond those of the plan, each with its reason. They are kept with the scorecard.

use leptos::html;
use leptos::prelude::*;

use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::session::Session;
use crate::assessment::Event;
use crate::record::{Field, FormField};

/// What opens the form, and takes the focus when it is done.
const FOLD: &str = "extra-time";

/// The field that takes the focus when its reason is missing.
const REASON: &str = "extra-time-reason";

/// What can be given at once.
const MINUTES: [u32; 4] = [5, 10, 15, 30];

/// Reasons that one press gives.
const REASONS: [&str; 4] = ["Began late", "Interrupted", "Technical trouble", "More time to think or read"];

/// Gives time, and shows what was given.
#[component]
pub fn ExtraTime(session: Session) -> impl IntoView {
    let given = Memo::new(move |_| {
        session.assessment().with(|assessment| assessment.extra_time().iter().map(|extra| extra.minutes).sum::<u32>())
    });
    let minutes = RwSignal::new(MINUTES[0]);
    let fold = NodeRef::<html::Details>::new();
    let open = move |open: bool| {
        if let Some(fold) = fold.get_untracked() {
            fold.set_open(open);
        }
    };
    Keys::expect().offer(Action::new('w', "Give extra time", move || {
        open(true);
        focus::soon(vec![reason_id(0)]);
    }));
    let give = Callback::new(move |reason: String| {
        if session.record(Event::GaveTime { minutes: minutes.get_untracked(), reason }) {
            open(false);
            focus::soon(vec![FOLD.to_owned()]);
        }
    });
    let reasons: Vec<_> = (0..)
        .zip(REASONS)
        .map(|(index, reason)| {
            view! {
                <button type="button" class="button" id=reason_id(index) on:click=move |_| give.run(reason.to_owned())>
                    {reason}
                </button>
            }
        })
        .collect();
    view! {
        <details class="extra-time" node_ref=fold>
            <summary id=FOLD>
                {move || match given.get() {
                    0 => "Extra time".to_owned(),
                    given => format!("Extra time: {given} min"),
                }}
            </summary>
            <div class="extra-time__form">
                <Given session />
                <Minutes minutes />
                <p class="extra-time__hint">"One press on the reason gives the time. Both are kept with the scorecard."</p>
                <div class="extra-time__reasons">{reasons}</div>
                <OwnWords session give />
            </div>
        </details>
    }
}

fn reason_id(index: usize) -> String {
    format!("{REASON}-{index}")
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

/// A reason that is none of the ready ones.
#[component]
fn OwnWords(session: Session, give: Callback<String>) -> impl IntoView {
    let field = Field::Form(FormField::TimeReason);
    let shown = field.clone();
    let reason = Memo::new(move |_| session.text(&shown));
    let missing = RwSignal::new(false);
    let own = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        missing.set(reason.with_untracked(|reason| reason.trim().is_empty()));
        if missing.get_untracked() {
            focus::soon(vec![REASON.to_owned()]);
        } else {
            give.run(reason.get_untracked());
        }
    };
    let typed = move |event| session.type_text(field.clone(), event_target_value(&event));
    view! {
        <form class="extra-time__own" on:submit=own>
            <label>
                "Another reason for the time"
                <input
                    type="text"
                    id=REASON
                    dir="auto"
                    aria-describedby="extra-time-wrong"
                    aria-invalid=move || missing.get().then_some("true")
                    prop:value=reason
                    on:input=typed
                />
            </label>
            <button type="submit" class="button">"Give the time"</button>
        </form>
        <p class="field__wrong" id="extra-time-wrong" role="alert">
            {move || missing.get().then_some("A reason is missing. Write it in a few words.")}
        </p>
    }
}
