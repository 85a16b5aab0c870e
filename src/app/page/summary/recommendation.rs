//! The interviewer's overall word with its reason. It opens when every competency is rated.
//!
//! A choice is recorded at once; the reason two seconds after the last letter, and when it is left.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle, window_event_listener_untyped};
use leptos::prelude::*;

use crate::app::component::loading::Failure;
use crate::app::route::Route;
use crate::app::session::Session;
use crate::assessment::{Event, Recommendation as Word, Recommended, Refusal};

const QUIET: Duration = Duration::from_secs(2);

/// What is being chosen and written. A handle.
#[derive(Clone, Copy)]
struct Choice {
    session: Session,
    /// The reason as typed, until it is recorded.
    typed: RwSignal<Option<String>>,
    refused: RwSignal<Option<String>>,
    quiet: StoredValue<Option<TimeoutHandle>>,
}

impl Choice {
    fn recorded(self) -> Option<Recommended> {
        self.session.assessment().with(|assessment| assessment.recommended().cloned())
    }

    /// What stands in the field.
    fn reason(self) -> String {
        self.typed.get().or_else(|| self.recorded().map(|recorded| recorded.reason)).unwrap_or_default()
    }

    fn choose(self, recommendation: Word) {
        self.record(Recommended { recommendation, reason: untrack(move || self.reason()) });
    }

    fn write(self, reason: String) {
        self.typed.set(Some(reason));
        self.stop_waiting();
        match set_timeout_with_handle(move || self.settle(), QUIET) {
            Ok(handle) => self.quiet.set_value(Some(handle)),
            // Without a timer the reason is recorded when it is left.
            Err(_) => leptos::logging::warn!("no timer for the reason"),
        }
    }

    /// Records the reason if it differs from what is recorded.
    fn settle(self) {
        self.stop_waiting();
        let Some(reason) = self.typed.try_get_untracked().flatten() else { return };
        let Some(recorded) = untrack(move || self.recorded()) else { return };
        if recorded.reason != reason {
            self.record(Recommended { reason, ..recorded });
        }
    }

    fn record(self, recommended: Recommended) {
        self.stop_waiting();
        if self.session.record(Event::Recommended(recommended)) {
            self.typed.set(None);
            self.refused.set(None);
        } else {
            self.refused.set(self.session.refusal().get_untracked());
        }
    }

    fn stop_waiting(self) {
        if let Some(handle) = self.quiet.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }
}

/// The four choices and the reason; before all is rated, what is left.
#[component]
pub fn Recommendation(session: Session) -> impl IntoView {
    let left = Memo::new(move |_| session.assessment().with(|assessment| assessment.unrated()));
    let content = move || match left.get() {
        0 => view! { <Choices session /> }.into_any(),
        left => {
            let rate = Route::Rate { id: session.id(), competency: None };
            view! {
                <p>{Refusal::NotRated { left }.to_string()}</p>
                <p class="no-print">
                    <a class="button button--primary" href=rate.to_string()>"Rate the competencies"</a>
                </p>
            }
            .into_any()
        }
    };
    view! {
        <section class="summary__part">
            <h2>"Recommendation"</h2>
            {content}
        </section>
    }
}

#[component]
fn Choices(session: Session) -> impl IntoView {
    let choice =
        Choice { session, typed: RwSignal::new(None), refused: RwSignal::new(None), quiet: StoredValue::new(None) };
    // Closing the tab is leaving the field; the journal takes it in time.
    let leaving = window_event_listener_untyped("pagehide", move |_| choice.settle());
    on_cleanup(move || {
        leaving.remove();
        choice.settle();
    });
    let chosen = move || choice.recorded().map(|recorded| recorded.recommendation);
    let radios: Vec<_> = Word::ALL
        .into_iter()
        .map(|word| {
            view! {
                <label class="recommendation__choice">
                    <input
                        type="radio"
                        name="recommendation"
                        prop:checked=move || chosen() == Some(word)
                        on:change=move |_| choice.choose(word)
                    />
                    <span>{word.name()}</span>
                </label>
            }
        })
        .collect();
    let paper = move || {
        let word = chosen().map_or("none yet", Word::name);
        let reason = choice.reason();
        if reason.is_empty() { word.to_owned() } else { format!("{word}: {reason}") }
    };
    let refused = move || choice.refused.get().map(|error| view! { <Failure error /> });
    view! {
        <p class="recommendation__paper">{paper}</p>
        <fieldset class="recommendation no-print">
            <legend class="visually-hidden">"Your recommendation"</legend>
            <div class="recommendation__choices">{radios}</div>
        </fieldset>
        <div class="field recommendation__reason no-print">
            <label class="field__label" for="recommendation-reason">"Reason"</label>
            <textarea
                id="recommendation-reason"
                rows="3"
                aria-describedby="recommendation-hint"
                disabled=move || chosen().is_none()
                prop:value=move || choice.reason()
                on:input=move |event| choice.write(event_target_value(&event))
                on:blur=move |_| choice.settle()
            ></textarea>
            <p class="field__hint" id="recommendation-hint">
                {move || if chosen().is_none() { "Choose one of the four first." } else { "Say what of the evidence decided it." }}
            </p>
        </div>
        {refused}
    }
}
