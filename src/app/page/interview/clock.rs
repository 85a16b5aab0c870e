//! The clock of an interview: what it took so far against the minutes it has, and the same of the question in view. It is
//! quiet: it ends nothing, warns of nothing, and records nothing but what is pressed.

mod extra;

use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;

use crate::app::clock;
use crate::app::component::keys::KeyHint;
use crate::app::keys::{Action, Keys};
use crate::app::session::Session;
use crate::app::told::Told;
use crate::assessment::time::{Course, State, against, minutes};
use crate::assessment::{Assessment, Event};
use crate::framework::QuestionId;

use extra::ExtraTime;

const PAUSE: char = 'c';
const SECOND: Duration = Duration::from_secs(1);

/// Shows the time, and what can be done about it.
#[component]
pub fn Clock(session: Session) -> impl IntoView {
    let (assessment, told, keys) = (session.assessment(), Told::expect(), Keys::expect());
    let course = Memo::new(move |_| assessment.with(Course::of));
    let now = ticking(course);
    let state = Memo::new(move |_| course.with(|course| course.state(now.get())));
    let had = Memo::new(move |_| assessment.with(minutes));
    let all = Memo::new(move |_| course.with(|course| against(course.total(now.get()), had.get())));
    let question = Memo::new(move |_| {
        let (id, minutes) = assessment.with(question_in_view)?;
        Some(course.with(|course| against(course.on(&id, now.get()), minutes)))
    });
    let words = move || match state.get() {
        State::Idle | State::Goes => "",
        State::Paused => "paused",
        State::Stands => "stands: nothing was written for 30 minutes, and they are not counted",
    };
    let press = move || press(session, told, state.get_untracked());
    let does = Memo::new(move |_| match state.get() {
        State::Paused | State::Stands => "Let the clock go on",
        State::Idle | State::Goes => "Pause the clock",
    });
    let running = Memo::new(move |_| state.get() != State::Idle);
    super::offer(Action::new(PAUSE, "", press).named(move || does.get().to_owned()).when(move || running.get()));
    let button = move || {
        running.get().then(|| {
            view! {
                <button
                    type="button"
                    class="button button--quiet"
                    aria-keyshortcuts=move || keys.shortcut(PAUSE)
                    on:click=move |_| press()
                >
                    {does}
                    <KeyHint key=PAUSE />
                </button>
            }
        })
    };
    view! {
        <section class="clock no-print" aria-label="Clock">
            <p class="clock__time" role="timer" aria-live="off" aria-label="Time taken">
                <span>{all} " min"</span>
                {move || question.get().map(|question| view! { <span>"this question " {question}</span> })}
                <span class="clock__state">{words}</span>
            </p>
            {button}
            <ExtraTime session />
        </section>
    }
}

fn press(session: Session, told: Told, state: State) {
    let (event, words) = match state {
        State::Idle => return,
        State::Goes => (Event::Paused, "The clock is paused"),
        State::Paused => (Event::Resumed, "The clock goes on"),
        // It goes on from the next thing that is written: that the question is in view again.
        State::Stands => {
            let current = session.assessment().with_untracked(|assessment| assessment.current().cloned());
            let Some(question) = current else { return };
            (Event::AskedQuestion { question }, "The clock goes on")
        }
    };
    if session.record(event) {
        told.tell(words);
    }
}

fn question_in_view(assessment: &Assessment) -> Option<(QuestionId, u32)> {
    let id = assessment.current()?;
    let (_, question) = assessment.question(id)?;
    Some((id.clone(), question.minutes))
}

/// The time now, which moves once a second while the clock goes and the tab is in sight.
fn ticking(course: Memo<Course>) -> ReadSignal<i64> {
    let (now, tick) = signal(clock::steady());
    let seen = RwSignal::new(is_seen());
    let listener = window_event_listener_untyped("visibilitychange", move |_| seen.set(is_seen()));
    on_cleanup(move || listener.remove());
    let goes = Memo::new(move |_| seen.get() && course.with(|course| course.state(now.get())) == State::Goes);
    Effect::new(move |_| {
        if !goes.get() {
            return;
        }
        tick.set(clock::steady());
        let second = move || {
            tick.try_set(clock::steady());
        };
        match set_interval_with_handle(second, SECOND) {
            Ok(handle) => on_cleanup(move || handle.clear()),
            // Without a timer it moves with what is written.
            Err(_) => leptos::logging::warn!("no timer for the clock"),
        }
    });
    now
}

fn is_seen() -> bool {
    !document().hidden()
}
