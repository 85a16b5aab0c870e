//! The next candidate with a plan that was used before: the same questions in the same order.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::loading::Failure;
use crate::app::component::text_field::TextField;
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::route::Route;
use crate::assessment::AssessmentId;

/// The id of the name's field; one such form is open at a time.
const FIELD: &str = "next-candidate";

/// How far beginning has come.
#[derive(Clone, PartialEq)]
enum Begin {
    Waiting,
    Underway,
    Failed(String),
}

/// Asks for a name, which may be empty, and goes to the first question.
#[component]
pub fn NextCandidate(
    /// The assessment whose plan is used again.
    id: AssessmentId,
    on_cancel: Callback<()>,
) -> impl IntoView {
    let desk = Desk::expect();
    let name = RwSignal::new(String::new());
    let state = RwSignal::new(Begin::Waiting);
    focus::soon(vec![FIELD.to_owned()]);
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if state.get_untracked() == Begin::Underway {
            return;
        }
        state.set(Begin::Underway);
        let (id, name) = (id.clone(), name.get_untracked());
        spawn_local(async move {
            match desk.start_again(&id, name).await {
                Ok(id) => Route::Interview { id }.go(),
                // The screen may be gone by now.
                Err(error) => {
                    state.try_set(Begin::Failed(error.to_string()));
                }
            }
        });
    };
    let failed = move || match state.get() {
        Begin::Failed(error) => view! { <Failure error /> }.into_any(),
        Begin::Waiting | Begin::Underway => ().into_any(),
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            on_cancel.run(());
        }
    };
    view! {
        <form class="next-candidate" on:submit=begin on:keydown=escape>
            <TextField
                id=FIELD
                label="Next candidate"
                hint="May stay empty: a pseudonym then stands in. The plan stays the same."
                value=name
                on_text=Callback::new(move |text| name.set(text))
            />
            <div class="next-candidate__actions">
                <button type="submit" class="button button--primary">"Begin the interview"</button>
                <button type="button" class="button" on:click=move |_| on_cancel.run(())>"Cancel"</button>
            </div>
            {failed}
        </form>
    }
    .into_any()
}
