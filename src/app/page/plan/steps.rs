//! The three steps of planning, in any order, and undo and redo.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::focus;
use crate::app::route::{Address, Route, Step};

use super::hand::PlanInHand;

/// The heading of the step in view; it takes the focus when another step comes.
pub const STEP: &str = "plan-step";

/// The steps as links, with undo and redo beside them.
#[component]
pub fn Steps(hand: PlanInHand, step: Memo<Step>) -> impl IntoView {
    let links: Vec<_> = Step::ALL
        .into_iter()
        .enumerate()
        .map(|(index, to)| {
            let here = move || (step.get() == to).then_some("step");
            view! {
                <li>
                    <a class="plan-steps__step" href=address_of(to) aria-current=here>
                        <span class="plan-steps__number" aria-hidden="true">{index + 1}</span>
                        {to.name()}
                    </a>
                </li>
            }
        })
        .collect();
    // The focus goes to the heading of a step that comes, where reading begins.
    Effect::new(move |before: Option<Step>| {
        let here = step.get();
        if before.is_some_and(|before| before != here) {
            focus::soon(vec![STEP.to_owned()]);
        }
        here
    });
    let keys = window_event_listener(leptos::ev::keydown, move |event| on_key(hand, &event));
    on_cleanup(move || keys.remove());
    view! {
        <div class="plan-steps">
            <nav aria-label="Steps of the plan"><ol class="plan-steps__list">{links}</ol></nav>
            <div class="plan-steps__history">
                <button
                    type="button"
                    class="button button--quiet"
                    id="plan-undo"
                    aria-keyshortcuts="Control+Z"
                    aria-disabled=move || (!hand.can_undo()).then_some("true")
                    on:click=move |_| step_back(hand)
                >
                    "Undo"
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    id="plan-redo"
                    aria-keyshortcuts="Control+Shift+Z"
                    aria-disabled=move || (!hand.can_redo()).then_some("true")
                    on:click=move |_| step_on(hand)
                >
                    "Redo"
                </button>
            </div>
        </div>
    }
}

/// The way to the step before and the one behind, below the present one.
#[component]
pub fn Onward(step: Memo<Step>) -> impl IntoView {
    let index = move || Step::ALL.iter().position(|known| *known == step.get()).unwrap_or(0);
    let way = |to: Step, words: String, class: &'static str| {
        view! { <a class=class href=address_of(to)>{words}</a> }
    };
    let back = move || {
        let to = *Step::ALL.get(index().checked_sub(1)?)?;
        Some(way(to, format!("Back: {}", lower(to)), "button"))
    };
    let next = move || {
        let to = *Step::ALL.get(index() + 1)?;
        Some(way(to, format!("Next: {}", lower(to)), "button"))
    };
    view! { <div class="plan-onward">{back} {next}</div> }
}

fn lower(step: Step) -> String {
    step.name().to_lowercase()
}

/// The present address with another step.
fn address_of(step: Step) -> impl Fn() -> String {
    let address = Address::expect();
    move || match address.get() {
        Route::Plan { of, .. } => Route::Plan { of, step }.to_string(),
        other => other.to_string(),
    }
}

fn step_back(hand: PlanInHand) {
    let held = focus::held();
    hand.undo();
    hold(held);
}

fn step_on(hand: PlanInHand) {
    let held = focus::held();
    hand.redo();
    hold(held);
}

/// The focus stays where it was, as long as that is still there after the change.
fn hold(held: Option<String>) {
    focus::soon(held.into_iter().chain([STEP.to_owned()]).collect());
}

/// Undo and redo by the keys that everybody knows, but for a text in which the browser has its own.
fn on_key(hand: PlanInHand, event: &KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_text(event) {
        return;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => step_back(hand),
        ("z", true) | ("y", false) => step_on(hand),
        _ => return,
    }
    event.prevent_default();
}

fn is_text(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.matches("textarea, input[type=text], input[type=search]").unwrap_or(false))
}
