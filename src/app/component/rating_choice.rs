//! The rating itself: below the first step, one of the steps, or not assessed for a reason. Digits choose, in the order
//! in which the choices stand; 0 begins the reason. Of a sealed scorecard it is shown and takes no press.

use leptos::prelude::*;

use crate::app::component::keys::KeyHint;
use crate::app::focus;
use crate::app::keys::{Action, Keys, no_such};
use crate::app::session::Session;
use crate::app::tabs::Standing;
use crate::app::told::Told;
use crate::assessment::{Event, Rating};
use crate::framework::{CompetencyId, LevelId};
use crate::record::Field;
use crate::report;

/// The field that takes the focus when its reason is missing.
const REASON: &str = "not-assessed";

const UNSENT: &str = "not-assessed-unsent";

const NOT_ASSESSED: char = '0';

/// The steps of the competency as one choice.
#[component]
pub fn RatingChoice(
    session: Session,
    id: CompetencyId,
    /// Gets each choice, also one that the rules do not take.
    #[prop(optional)]
    on_choice: Option<Callback<Rating>>,
) -> impl IntoView {
    let keys = Keys::expect();
    let told = Told::expect();
    let sealed = Memo::new(move |_| session.sealed_at().is_some());
    let takes = move || session.standing().with(Standing::takes) && !sealed.get();
    let steps: Vec<(LevelId, String)> = session.assessment().with_untracked(|assessment| {
        report::anchors(assessment, &id).into_iter().map(|anchor| (anchor.level, anchor.name)).collect()
    });
    let rate = {
        let id = id.clone();
        Callback::new(move |rating: Rating| {
            if let Some(on_choice) = on_choice {
                on_choice.run(rating.clone());
            }
            if session.record(Event::RatedCompetency { competency: id.clone(), rating }) {
                told.tell(words(session, &id));
            }
        })
    };
    let of = id.clone();
    let rating = Memo::new(move |_| session.assessment().with(|assessment| assessment.rating(&of).cloned()));
    no_such(told, "choice").for_each(|none| keys.offer(none.when(takes)));
    let lowest = ("Below the first step".to_owned(), Rating::Below);
    let choices = std::iter::once(lowest).chain(steps.into_iter().map(|(level, name)| (name, Rating::At { level })));
    let choices: Vec<_> = choices
        .zip(('1'..='9').map(Some).chain(std::iter::repeat(None)))
        .map(|((name, value), key)| {
            if let Some(key) = key {
                let value = value.clone();
                keys.offer(Action::new(key, &format!("Rate: {name}"), move || rate.run(value.clone())).when(takes));
            }
            view! { <Choice group=id.clone() name value key rating rate /> }
        })
        .collect();
    let backed = id.clone();
    let evidence =
        Memo::new(move |_| session.assessment().with(|assessment| report::evidence_words(assessment, &backed)));
    let begin_reason = || focus::soon(vec![REASON.to_owned()]);
    keys.offer(Action::new(NOT_ASSESSED, "Not assessed: write why", begin_reason).when(takes));
    view! {
        <fieldset class="rating" disabled=sealed>
            <legend>"Your rating"</legend>
            <p class="rating__evidence">"Evidence: "{evidence}</p>
            <div class="rating__choices">{choices}</div>
            <NotAssessed session id rating rate />
        </fieldset>
    }
}

/// The competency with its rating: `Lending: 2A`.
fn words(session: Session, id: &CompetencyId) -> String {
    session.assessment().with_untracked(|assessment| {
        let framework = &assessment.basis.framework;
        match (framework.competency(id), assessment.rating(id)) {
            (Some(competency), Some(rating)) => {
                format!("{}: {}", competency.title, report::rating_words(framework, competency, rating))
            }
            _ => String::new(),
        }
    })
}

#[component]
fn Choice(
    group: CompetencyId,
    name: String,
    value: Rating,
    /// The digit that chooses it.
    key: Option<char>,
    rating: Memo<Option<Rating>>,
    rate: Callback<Rating>,
) -> impl IntoView {
    let keys = Keys::expect();
    let input = NodeRef::<leptos::html::Input>::new();
    let shown = value.clone();
    let choose = move |_| {
        rate.run(value.clone());
        // A refused choice is not kept, so the control must not show it.
        if let Some(input) = input.get_untracked() {
            input.set_checked(rating.get_untracked().as_ref() == Some(&value));
        }
    };
    view! {
        <label class="rating__choice">
            <input
                type="radio"
                node_ref=input
                name=format!("rating-{group}")
                aria-keyshortcuts=move || key.map(|key| keys.shortcut(key))
                prop:checked=move || rating.get().as_ref() == Some(&shown)
                on:change=choose
            />
            <span dir="auto">{name}</span>
            {key.map(|key| view! { <KeyHint key /> })}
        </label>
    }
}

#[component]
fn NotAssessed(
    session: Session,
    id: CompetencyId,
    rating: Memo<Option<Rating>>,
    rate: Callback<Rating>,
) -> impl IntoView {
    let keys = Keys::expect();
    let field = Field::NotAssessed(id);
    let shown = field.clone();
    let reason = Memo::new(move |_| session.text(&shown));
    let waits = field.clone();
    let typed = move |event| session.type_text(field.clone(), event_target_value(&event));
    let missing = RwSignal::new(false);
    let chosen = move || matches!(rating.get(), Some(Rating::NotAssessed { .. }));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        missing.set(reason.with_untracked(|reason| reason.trim().is_empty()));
        if missing.get_untracked() {
            focus::soon(vec![REASON.to_owned()]);
        }
        // The rules say what is missing.
        rate.run(Rating::NotAssessed { reason: reason.get_untracked() });
    };
    let press = move || if chosen() { "Change the reason" } else { "Not assessed" };
    // A reason that is typed beside another rating is kept, and counts for nothing yet.
    let waiting = move || session.is_typed(&waits) && reason.with(|reason| !reason.trim().is_empty());
    let unsent = move || waiting().then(|| format!("Not recorded yet. It is with a press on “{}”.", press()));
    view! {
        <form class="rating__not-assessed" class:rating__not-assessed--chosen=chosen on:submit=submit>
            <label>
                <span>"Not assessed, because" <KeyHint key=NOT_ASSESSED /></span>
                <input
                    type="text"
                    id=REASON
                    dir="auto"
                    aria-describedby=UNSENT
                    aria-keyshortcuts=move || keys.shortcut(NOT_ASSESSED)
                    aria-invalid=move || missing.get().then_some("true")
                    prop:value=reason
                    on:input=typed
                />
            </label>
            <button type="submit" class="button">
                {press}
            </button>
            <p class="field__hint" id=UNSENT>{unsent}</p>
        </form>
    }
}
