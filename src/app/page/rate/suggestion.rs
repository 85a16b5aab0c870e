//! The step that the marks suggest, with its working. It comes once the interviewer has rated; where the two differ by a
//! step or more, it asks why.

use leptos::prelude::*;

use crate::app::component::held;
use crate::app::focus;
use crate::app::keys::Action;
use crate::app::session::Session;
use crate::framework::CompetencyId;
use crate::record::Field;
use crate::report::{WorkedStep, working};

/// The field of the line that explains.
const WHY: &str = "rating-why";

/// Nothing before the interviewer's own rating.
#[component]
pub fn Suggestion(session: Session, id: CompetencyId) -> impl IntoView {
    let of = id.clone();
    let working = Memo::new(move |_| session.assessment().with(|assessment| working(assessment, &of)));
    let conclusion = Memo::new(move |_| working.with(|working| working.as_ref().map(|it| it.conclusion.clone())));
    let steps = move || {
        working.get().map(|working| {
            let steps = working.steps.into_iter().map(step).collect_view();
            view! { <dl class="working" aria-label="How the marks of each step add up">{steps}</dl> }
        })
    };
    let differs = Memo::new(move |_| working.with(|working| working.as_ref()?.differs.clone()));
    view! {
        <section class="suggestion" aria-label="What the marks suggest">
            <p class="suggestion__words" role="status" dir="auto">{conclusion}</p>
            {steps}
            <Why session id differs />
        </section>
    }
}

/// The line that says why the rating differs. One that was written stays in sight when the marks come to fit.
#[component]
fn Why(session: Session, id: CompetencyId, differs: Memo<Option<String>>) -> impl IntoView {
    let field = Field::Explained(id);
    let shown = field.clone();
    let text = Memo::new(move |_| session.text(&shown));
    let asked = Memo::new(move |_| differs.with(Option::is_some) || text.with(|text| !text.is_empty()));
    let sealed = Memo::new(move |_| session.sealed_at().is_some());
    let write = Action::new('t', "Write why your rating differs", || focus::soon(vec![WHY.to_owned()]));
    held::offer(session, write.when(move || asked.get() && !sealed.get()));
    let typed = move |event| session.type_text(field.clone(), event_target_value(&event));
    let line = move || {
        let typed = typed.clone();
        asked.get().then(|| {
            view! {
                <div class="field suggestion__why">
                    <label class="field__label" for=WHY>
                        {move || differs.get().unwrap_or_else(|| "Your rating no longer differs.".to_owned())}
                        " Why, in one line?"
                    </label>
                    <input
                        class="field__input"
                        type="text"
                        id=WHY
                        dir="auto"
                        autocomplete="off"
                        disabled=sealed
                        prop:value=text
                        on:input=typed
                        on:blur=move |_| session.settle()
                    />
                </div>
            }
        })
    };
    view! { {line} }
}

fn step(step: WorkedStep) -> AnyView {
    view! {
        <div class="working__step" class:working__step--suggested=step.is_suggested>
            <dt dir="auto">{step.name} {step.is_suggested.then(|| view! { <span class="visually-hidden">", suggested"</span> })}</dt>
            <dd>{step.marks}</dd>
            <dd>{step.verdict}</dd>
        </div>
    }
    .into_any()
}
