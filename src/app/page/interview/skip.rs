//! Skipping a question: a deviation from the plan, kept with its reason.

use leptos::prelude::*;

use crate::app::focus;
use crate::app::session::Session;
use crate::assessment::Event;
use crate::framework::QuestionId;
use crate::record::Field;

/// What takes the focus when a button behind it goes.
const FOLD: &str = "skip-question";

/// The field that takes the focus when its reason is missing.
const REASON: &str = "skip-reason";

/// Reasons that one press gives.
const REASONS: [&str; 3] = ["No time left", "Answered already", "Does not fit this role"];

/// Skips the question with a reason, or says why it was skipped.
#[component]
pub fn Skip(session: Session, question: QuestionId) -> impl IntoView {
    let field = Field::Skip(question.clone());
    let shown = field.clone();
    // What is recorded stands above; here stands what is being typed.
    let reason = Memo::new(move |_| if session.is_typed(&shown) { session.text(&shown) } else { String::new() });
    let skip = {
        let question = question.clone();
        Callback::new(move |reason: String| {
            session.record(Event::SkippedQuestion { question: question.clone(), reason });
        })
    };
    let of = question.clone();
    let skipped =
        Memo::new(move |_| session.assessment().with(|assessment| assessment.skipped(&of).map(str::to_owned)));
    let put_after_all = Callback::new(move |()| {
        session.put_after_all(&question);
        // The button goes.
        focus::soon(vec![FOLD.to_owned()]);
    });
    let put = move || {
        skipped.get().map(|_| {
            view! { <button type="button" class="button" on:click=move |_| put_after_all.run(())>"Ask it after all"</button> }
        })
    };
    let buttons: Vec<_> = REASONS
        .into_iter()
        .map(|reason| {
            view! { <button type="button" class="button" on:click=move |_| skip.run(reason.to_owned())>{reason}</button> }
        })
        .collect();
    let missing = RwSignal::new(false);
    let own = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        missing.set(reason.with_untracked(|reason| reason.trim().is_empty()));
        if missing.get_untracked() {
            focus::soon(vec![REASON.to_owned()]);
        } else {
            skip.run(reason.get_untracked());
        }
    };
    let typed = move |event| session.type_text(field.clone(), event_target_value(&event));
    view! {
        <details class="skip-question">
            <summary id=FOLD>
                {move || match skipped.get() {
                    Some(reason) => format!("Skipped: {reason}"),
                    None => "Skip this question".to_owned(),
                }}
            </summary>
            <p>"The plan is the same for every candidate. What deviates from it is kept with its reason."</p>
            <div class="skip-question__reasons">{buttons} {put}</div>
            <form class="skip-question__own" on:submit=own>
                <label>
                    "Another reason"
                    <input
                        type="text"
                        id=REASON
                        dir="auto"
                        aria-describedby="skip-wrong"
                        aria-invalid=move || missing.get().then_some("true")
                        prop:value=reason
                        on:input=typed
                    />
                </label>
                <button type="submit" class="button">"Skip for this reason"</button>
            </form>
            <p class="field__wrong" id="skip-wrong" role="alert">
                {move || missing.get().then_some("A reason is missing. Write it in a few words.")}
            </p>
        </details>
    }
}
