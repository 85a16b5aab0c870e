//! Begins a unit assessment: whom it is of, and who assesses. The candidate's name may stay empty; the assessor's may not,
//! since whoever verifies is held against it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::heading::Heading;
use crate::app::component::level_choice::LevelChoice;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::text_field::TextField;
use crate::app::desk::{Desk, Names};
use crate::app::focus;
use crate::app::load::load;
use crate::app::route::{Route, UnitPlace};
use crate::app::shelf;
use crate::assessment::{Against, Refusal};
use crate::framework::{Framework, FrameworkId, Purpose};

use super::begin::Begin;

/// The id of the field of the assessor's name.
const ASSESSOR: &str = "assess-assessor";

/// The screen of [`Route::Assess`].
#[component]
pub fn AssessPage(framework: FrameworkId) -> impl IntoView {
    let archive = Desk::expect().archive();
    let found = load(async move { shelf::framework(&archive, framework).await });
    view! {
        <Heading title="Assess a unit" />
        <Loading state=found let:framework>
            <Form framework />
        </Loading>
    }
}

#[component]
fn Form(framework: Arc<Framework>) -> AnyView {
    let desk = Desk::expect();
    if framework.purpose != Purpose::Unit {
        return view! { <Failure error=Refusal::NoUnit.cause() /> }.into_any();
    }
    let title = framework.title.clone();
    let framework = StoredValue::new(framework);
    let (candidate, assessor) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    spawn_local(async move {
        let next = desk.next_interviewer().await;
        // Somebody may have typed a name by now, or gone.
        assessor.try_update(|name| {
            if name.is_empty() {
                *name = next;
            }
        });
    });
    let levels: Vec<_> = framework.with_value(|framework| {
        framework.rungs().into_iter().map(|level| (level.id.clone(), level.name.clone())).collect()
    });
    let level = RwSignal::new(levels.last().map(|(id, _)| id.clone()));
    let begin = Begin::default();
    let unnamed = RwSignal::new(false);
    let wrong = Memo::new(move |_| if unnamed.get() { Refusal::AssessorUnnamed.to_string() } else { String::new() });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(level) = level.get_untracked() else { return };
        unnamed.set(assessor.with_untracked(|name| name.trim().is_empty()));
        if unnamed.get_untracked() {
            focus::soon(vec![ASSESSOR.to_owned()]);
            return;
        }
        let names = Names { candidate: candidate.get_untracked(), interviewer: assessor.get_untracked() };
        let framework = framework.with_value(|framework| (**framework).clone());
        let begun = async move { desk.start_against(framework, Against::Unit(level), &names).await };
        begin.run_to(begun, |id| Route::Unit(UnitPlace::of(id)));
    };
    // A unit has one level as a rule, and then there is nothing to choose.
    let choice =
        (levels.len() > 1).then(|| view! { <LevelChoice id="assess-level" label="Level" levels chosen=level /> });
    view! {
        <form class="assess" on:submit=submit>
            <p>{title}</p>
            <TextField
                id="assess-candidate"
                label="Candidate"
                hint="May stay empty: a pseudonym then stands in."
                value=candidate
                on_text=Callback::new(move |text| candidate.set(text))
            />
            <TextField
                id=ASSESSOR
                label="Assessor"
                hint="Your name: whoever verifies later is held against it."
                value=assessor
                on_text=Callback::new(move |text| {
                    assessor.set(text);
                    unnamed.set(false);
                })
                wrong
            />
            {choice}
            <div>
                <button type="submit" class="button button--primary">"Begin the assessment"</button>
            </div>
            {begin.failure()}
        </form>
    }
    .into_any()
}
