//! The next candidate with a plan that was used before: the same questions in the same order.

use leptos::prelude::*;

use crate::app::component::text_field::TextField;
use crate::app::desk::Desk;
use crate::app::focus;
use crate::assessment::AssessmentId;

use super::begin::Begin;

/// The id of the name's field; one such form is open at a time.
const FIELD: &str = "next-candidate";

/// Asks for a name, which may be empty, and goes to the first question.
#[component]
pub fn NextCandidate(
    /// The assessment whose plan is used again.
    id: AssessmentId,
    on_cancel: Callback<()>,
) -> impl IntoView {
    let desk = Desk::expect();
    let name = RwSignal::new(String::new());
    let begin = Begin::default();
    focus::soon(vec![FIELD.to_owned()]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (id, name) = (id.clone(), name.get_untracked());
        begin.run(async move { desk.start_again(&id, name).await });
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            on_cancel.run(());
        }
    };
    view! {
        <form class="next-candidate" on:submit=submit on:keydown=escape>
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
            {begin.failure()}
        </form>
    }
    .into_any()
}
