//! The rating itself: below the first step, one of the steps, or not assessed for a reason.

use leptos::prelude::*;

use crate::app::focus;
use crate::app::session::Session;
use crate::assessment::{Event, Rating};
use crate::framework::{CompetencyId, LevelId};
use crate::record::Field;
use crate::report;

/// The field that takes the focus when its reason is missing.
const REASON: &str = "not-assessed";

/// The steps of the competency as one choice.
#[component]
pub fn RatingChoice(session: Session, id: CompetencyId) -> impl IntoView {
    let steps: Vec<(LevelId, String)> = session.assessment().with_untracked(|assessment| {
        report::anchors(assessment, &id).into_iter().map(|anchor| (anchor.level, anchor.name)).collect()
    });
    let rate = {
        let id = id.clone();
        Callback::new(move |rating: Rating| {
            session.record(Event::RatedCompetency { competency: id.clone(), rating });
        })
    };
    let of = id.clone();
    let rating = Memo::new(move |_| session.assessment().with(|assessment| assessment.rating(&of).cloned()));
    let lowest = ("Below the first step".to_owned(), Rating::Below);
    let choices = std::iter::once(lowest).chain(steps.into_iter().map(|(level, name)| (name, Rating::At { level })));
    let choices: Vec<_> =
        choices.map(|(name, value)| view! { <Choice group=id.clone() name value rating rate /> }).collect();
    view! {
        <fieldset class="rating">
            <legend>"Your rating"</legend>
            <div class="rating__choices">{choices}</div>
            <NotAssessed session id rating rate />
        </fieldset>
    }
}

#[component]
fn Choice(
    group: CompetencyId,
    name: String,
    value: Rating,
    rating: Memo<Option<Rating>>,
    rate: Callback<Rating>,
) -> impl IntoView {
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
                prop:checked=move || rating.get().as_ref() == Some(&shown)
                on:change=choose
            />
            {name}
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
    let field = Field::NotAssessed(id);
    let shown = field.clone();
    let reason = Memo::new(move |_| session.text(&shown));
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
    view! {
        <form class="rating__not-assessed" class:rating__not-assessed--chosen=chosen on:submit=submit>
            <label>
                "Not assessed, because"
                <input
                    type="text"
                    id=REASON
                    dir="auto"
                    aria-invalid=move || missing.get().then_some("true")
                    prop:value=reason
                    on:input=typed
                />
            </label>
            <button type="submit" class="button">
                {move || if chosen() { "Change the reason" } else { "Not assessed" }}
            </button>
        </form>
    }
}
