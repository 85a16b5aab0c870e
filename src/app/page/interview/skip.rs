//! Skipping a question: a deviation from the plan, kept with its reason.

use leptos::prelude::*;

use crate::app::session::Session;
use crate::assessment::Event;
use crate::framework::QuestionId;

/// Reasons that one press gives.
const REASONS: [&str; 3] = ["No time left", "Answered already", "Does not fit this role"];

/// Skips the question with a reason, or says why it was skipped.
#[component]
pub fn Skip(session: Session, question: QuestionId) -> impl IntoView {
    let (reason, set_reason) = signal(String::new());
    let skip = {
        let question = question.clone();
        Callback::new(move |reason: String| {
            session.record(Event::SkippedQuestion { question: question.clone(), reason });
        })
    };
    let skipped = move || session.assessment().with(|assessment| assessment.skipped(&question).map(str::to_owned));
    let buttons: Vec<_> = REASONS
        .into_iter()
        .map(|reason| {
            view! { <button type="button" class="button" on:click=move |_| skip.run(reason.to_owned())>{reason}</button> }
        })
        .collect();
    let own = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        skip.run(reason.get_untracked());
    };
    view! {
        <details class="skip-question">
            <summary>
                {move || match skipped() {
                    Some(reason) => format!("Skipped: {reason}"),
                    None => "Skip this question".to_owned(),
                }}
            </summary>
            <p>"The plan is the same for every candidate. What deviates from it is kept with its reason."</p>
            <div class="skip-question__reasons">{buttons}</div>
            <form class="skip-question__own" on:submit=own>
                <label>
                    "Another reason"
                    <input type="text" prop:value=reason on:input=move |event| set_reason.set(event_target_value(&event)) />
                </label>
                <button type="submit" class="button">"Skip for this reason"</button>
            </form>
        </details>
    }
}
