//! Begins a unit assessment: whom it is of, and who assesses. Both names may stay empty; a pseudonym then stands in.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::heading::Heading;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::text_field::TextField;
use crate::app::desk::{Desk, Names};
use crate::app::load::load;
use crate::app::route::{Route, UnitPlace};
use crate::app::shelf;
use crate::assessment::{Against, Refusal};
use crate::framework::{Framework, FrameworkId, Purpose};

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
    let levels = framework.with_value(|framework| framework.rungs().into_iter().cloned().collect::<Vec<_>>());
    let level = RwSignal::new(levels.last().map(|level| level.id.clone()));
    let begin = Begin::default();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(level) = level.get_untracked() else { return };
        let names = Names { candidate: candidate.get_untracked(), interviewer: assessor.get_untracked() };
        begin.run(desk, framework.with_value(|framework| (**framework).clone()), Against::Unit(level), names);
    };
    // A unit has one level as a rule, and then there is nothing to choose.
    let choice = (levels.len() > 1).then(|| {
        let options: Vec<_> = levels
            .into_iter()
            .map(|known| {
                let (value, id) = (known.id.to_string(), known.id.clone());
                let chosen = level;
                view! {
                    <option value=value prop:selected=move || chosen.get().as_ref() == Some(&id)>{known.name}</option>
                }
            })
            .collect();
        let take = move |event| level.set(Some(crate::framework::LevelId::new(event_target_value(&event))));
        view! {
            <div class="field">
                <label class="field__label" for="assess-level">"Level"</label>
                <select class="field__input" id="assess-level" on:change=take>{options}</select>
            </div>
        }
    });
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
                id="assess-assessor"
                label="Assessor"
                hint="Name yourself: whoever verifies later is held against this name."
                value=assessor
                on_text=Callback::new(move |text| assessor.set(text))
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

/// How far beginning has come. A handle.
#[derive(Clone, Copy, Default)]
struct Begin(RwSignal<Stage>);

#[derive(Clone, Default, PartialEq)]
enum Stage {
    #[default]
    Waiting,
    Underway,
    Failed(String),
}

impl Begin {
    /// Begins once at a time, and goes there if the screen is still in view.
    fn run(self, desk: Desk, framework: Framework, against: Against, names: Names) {
        if self.0.get_untracked() == Stage::Underway {
            return;
        }
        self.0.set(Stage::Underway);
        spawn_local(async move {
            let begun = desk.start_against(framework, against, &names).await;
            // Nobody is led away from where he went meanwhile; the assessment stands in the list.
            match begun {
                _ if self.0.try_get_untracked().is_none() => {}
                Ok(id) => Route::Unit(UnitPlace::of(id)).go(),
                Err(error) => self.0.set(Stage::Failed(error.to_string())),
            }
        });
    }

    fn failure(self) -> impl IntoView {
        move || match self.0.get() {
            Stage::Failed(error) => Some(view! { <Failure error /> }),
            Stage::Waiting | Stage::Underway => None,
        }
    }
}
