//! The interviewer's overall word with its reason. It opens when every competency is rated.
//!
//! A choice is recorded at once; what is typed as its reason is kept letter by letter.

use leptos::prelude::*;

use crate::app::component::loading::Failure;
use crate::app::route::Route;
use crate::app::session::Session;
use crate::assessment::{Event, Recommendation as Word, Recommended, Refusal};
use crate::record::Field;

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
    let recorded = Memo::new(move |_| {
        session.assessment().with(|assessment| assessment.recommended().map(|it| it.recommendation))
    });
    let reason = Memo::new(move |_| session.text(&Field::Reason));
    let refused = RwSignal::new(None);
    let choose = move |recommendation: Word| {
        let reason = reason.get_untracked();
        let taken = session.record(Event::Recommended(Recommended { recommendation, reason }));
        refused.set(if taken { None } else { session.refusal().get_untracked() });
    };
    // Leaving the screen is leaving the reason in hand.
    on_cleanup(move || session.settle());
    let radios: Vec<_> = Word::ALL
        .into_iter()
        .map(|word| {
            view! {
                <label class="recommendation__choice">
                    <input
                        type="radio"
                        name="recommendation"
                        prop:checked=move || recorded.get() == Some(word)
                        on:change=move |_| choose(word)
                    />
                    <span>{word.name()}</span>
                </label>
            }
        })
        .collect();
    let paper = move || {
        let word = recorded.get().map_or("none yet", Word::name);
        let reason = reason.get();
        if reason.is_empty() { word.to_owned() } else { format!("{word}: {reason}") }
    };
    view! {
        <p class="recommendation__paper">{paper}</p>
        <fieldset class="recommendation no-print">
            <legend class="visually-hidden">"Your recommendation"</legend>
            <div class="recommendation__choices">{radios}</div>
        </fieldset>
        <Reason session reason open=Signal::derive(move || recorded.get().is_some()) />
        {move || refused.get().map(|error: String| view! { <Failure error /> })}
    }
}

#[component]
fn Reason(session: Session, reason: Memo<String>, open: Signal<bool>) -> impl IntoView {
    view! {
        <div class="field recommendation__reason no-print">
            <label class="field__label" for="recommendation-reason">"Reason"</label>
            <textarea
                id="recommendation-reason"
                rows="3"
                dir="auto"
                aria-describedby="recommendation-hint"
                disabled=move || !open.get()
                prop:value=reason
                on:input=move |event| session.type_text(Field::Reason, event_target_value(&event))
                on:blur=move |_| session.settle()
            ></textarea>
            <p class="field__hint" id="recommendation-hint">
                {move || if open.get() { "Say what of the evidence decided it." } else { "Choose one of the four first." }}
            </p>
        </div>
    }
}
