//! The action plan: what is to be done about what is missing, and by when.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::app::route::{Route, UnitPart};
use crate::assessment::{ActionId, ActionPart, Event};
use crate::framework::CriterionId;
use crate::record::Field;

use super::work::Work;

/// The id of the button that plans an action for the unit.
const PLAN: &str = "plan-action";

/// Plans an action about a criterion, or about the unit, and goes to where it is written.
pub fn plan_action(work: Work, criterion: Option<CriterionId>) {
    let action = ActionId::new(clock::new_id());
    if work.session.record(Event::PlannedAction { action: action.clone(), criterion }) {
        if !work.shows(UnitPart::Plan) {
            work.go(untrack(|| work.at(UnitPart::Plan)));
        }
        focus::in_view(field_id(&action, ActionPart::What));
    }
}

/// What is planned for a criterion, in words; tracked.
pub fn actions_of(work: Work, criterion: &CriterionId) -> Vec<String> {
    work.session.assessment().with(|assessment| {
        let original = assessment.basis.original(criterion);
        let about = assessment.actions().iter().filter(|action| action.criterion.as_ref() == original);
        about
            .map(|action| {
                let what = match action.part(ActionPart::What) {
                    "" => "Not worded yet",
                    what => what,
                };
                match action.part(ActionPart::By) {
                    "" => what.to_owned(),
                    by => format!("{what} · by {by}"),
                }
            })
            .collect()
    })
}

fn field_id(action: &ActionId, part: ActionPart) -> String {
    format!("action-{}-{action}", part.word())
}

/// Every action, and a way to plan one for the unit as a whole.
#[component]
pub fn ActionPlan(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let ids = Memo::new(move |_| {
        assessment.with(|assessment| assessment.actions().iter().map(|action| action.id.clone()).collect::<Vec<_>>())
    });
    let row = move |index: usize| match ids.with(|ids| ids.get(index).cloned()) {
        Some(id) => view! { <Planned work id /> }.into_any(),
        None => ().into_any(),
    };
    let count = Memo::new(move |_| ids.with(Vec::len));
    let none = move || {
        (count.get() == 0).then(|| {
            view! {
                <div class="empty">
                    <p>
                        "What is to be done about what is missing stands here, with by when. Plan an action for a criterion where you judge it, or one for the unit as a whole here."
                    </p>
                </div>
            }
        })
    };
    view! {
        <section class="action-plan" aria-label="Action plan">
            {none}
            <Windowed count shape=Shape::ITEMS estimate=200 row />
            <button
                type="button"
                class="button no-print"
                id=PLAN
                disabled=move || work.sealed.get()
                on:click=move |_| plan_action(work, None)
            >
                "Plan an action for the unit"
            </button>
        </section>
    }
}

#[component]
fn Planned(work: Work, id: ActionId) -> impl IntoView {
    let criterion = work
        .session
        .assessment()
        .with_untracked(|assessment| assessment.action(&id).and_then(|action| action.criterion.clone()));
    let listed = criterion.and_then(|id| work.index_of(&id)).and_then(|index| work.listed(index));
    let about = match listed {
        Some(listed) => {
            let to = Route::Unit(work.place.get_untracked().criterion(listed.criterion.id.clone())).to_string();
            let code = listed.criterion.code.clone().map(|code| format!("{code} "));
            view! { <a href=to>{code} {listed.criterion.text.clone()}</a> }.into_any()
        }
        None => "The unit as a whole".into_any(),
    };
    let drop_it = {
        let id = id.clone();
        move |_| {
            if work.session.record(Event::DroppedAction { action: id.clone() }) {
                focus::soon(vec![PLAN.to_owned()]);
            }
        }
    };
    view! {
        <article class="planned">
            <h3>{about}</h3>
            {ActionPart::ALL.map(|part| view! { <ActionField work id=id.clone() part /> }).into_iter().collect_view()}
            <button type="button" class="button button--quiet" disabled=move || work.sealed.get() on:click=drop_it>
                "Drop this action"
            </button>
        </article>
    }
}

/// A line of an action: kept letter by letter.
#[component]
fn ActionField(work: Work, id: ActionId, part: ActionPart) -> impl IntoView {
    let session = work.session;
    let name = field_id(&id, part);
    let field = Field::Action(id, part);
    let shown = field.clone();
    view! {
        <div class="field">
            <label class="field__label" for=name.clone()>{part.name()}</label>
            <input
                class="field__input"
                id=name
                type="text"
                dir="auto"
                autocomplete="off"
                readonly=move || work.sealed.get()
                prop:value=move || session.text(&shown)
                on:input=move |event| session.type_text(field.clone(), event_target_value(&event))
                on:blur=move |_| session.settle()
            />
        </div>
    }
}
