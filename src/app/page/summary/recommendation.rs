//! The interviewer's overall word with its reason, below the computed result. It opens when every competency is rated, and
//! where it departs from the result it asks for the reason.
//!
//! A choice is recorded at once; what is typed as its reason is kept letter by letter. Of a sealed scorecard it shows what
//! was said.

use leptos::prelude::*;

use crate::app::component::held;
use crate::app::component::loading::Failure;
use crate::app::focus;
use crate::app::keys::Action;
use crate::app::route::Route;
use crate::app::session::Session;
use crate::assessment::{Event, Recommendation as Word, Recommended, Refusal};
use crate::record::Field;
use crate::report::{amended_recommendation, departure_words, recommendation_words, result_words};

const REASON: &str = "recommendation-reason";

/// The four choices and the reason; before all is rated, what is left.
#[component]
pub fn Recommendation(session: Session) -> impl IntoView {
    let left = Memo::new(move |_| session.assessment().with(|assessment| assessment.unrated()));
    let sealed = Memo::new(move |_| session.sealed_at().is_some());
    let computed = Memo::new(move |_| session.assessment().with(result_words));
    let content = move || match left.get() {
        _ if sealed.get() => view! { <Said session /> }.into_any(),
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
            <p class="recommendation__computed">"Computed: "{computed}"."</p>
            {content}
        </section>
    }
}

/// What was recommended.
#[component]
fn Said(session: Session) -> impl IntoView {
    let words = move || session.assessment().with(|assessment| assessment.recommended().map(recommendation_words));
    let departs = move || session.assessment().with(departure_words);
    let amended = move || session.assessment().with(amended_recommendation);
    view! {
        <p class="recommendation__said" dir="auto">{words}</p>
        {move || amended().map(|words| view! { <p class="recommendation__amended">{words}</p> })}
        {move || departs().map(|words| view! { <p class="recommendation__departs">{words}</p> })}
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
    offer(session, choose, recorded);
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
        let word = recorded.get().map(|recommendation| Recommended { recommendation, reason: reason.get() });
        word.as_ref().map_or_else(|| "none yet".to_owned(), recommendation_words)
    };
    view! {
        <p class="recommendation__paper" dir="auto">{paper}</p>
        <fieldset class="recommendation no-print">
            <legend class="visually-hidden">"Your recommendation"</legend>
            <div class="recommendation__choices">{radios}</div>
        </fieldset>
        <Departure session reason />
        <Reason session reason open=Signal::derive(move || recorded.get().is_some()) />
        {move || refused.get().map(|error: String| view! { <Failure error /> })}
    }
}

/// The keys of the four words and of the reason.
fn offer(session: Session, choose: impl Fn(Word) + Copy + Send + Sync + 'static, recorded: Memo<Option<Word>>) {
    for (key, word) in ('1'..).zip(Word::ALL) {
        held::offer(session, Action::new(key, &format!("Recommend: {}", word.name()), move || choose(word)));
    }
    let write = Action::new('t', "Write the reason of the recommendation", || focus::soon(vec![REASON.to_owned()]));
    held::offer(session, write.when(move || recorded.get().is_some()));
}

/// That the word departs from the result; and, as long as nothing says why, that it has to.
#[component]
fn Departure(session: Session, reason: Memo<String>) -> impl IntoView {
    let departs = Memo::new(move |_| session.assessment().with(departure_words));
    let open = Memo::new(move |_| reason.with(|reason| reason.trim().is_empty()));
    let words = move |words: String| {
        view! {
            <p class="recommendation__departs">
                {words} {move || open.get().then_some(" It takes a reason before it can be submitted.")}
            </p>
        }
    };
    view! { <div role="status">{move || departs.get().map(words)}</div> }
}

#[component]
fn Reason(session: Session, reason: Memo<String>, open: Signal<bool>) -> impl IntoView {
    view! {
        <div class="field recommendation__reason no-print">
            <label class="field__label" for=REASON>"Why (needed when it departs from the result)"</label>
            <textarea
                id=REASON
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
