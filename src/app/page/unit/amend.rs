//! A sealed criterion: its mark and feedback as they stand, and a way to amend either with a reason.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::text_field::TextField;
use crate::app::focus;
use crate::assessment::{Event, Mark, Refusal};
use crate::record::{Field, FormField};

use super::work::{Listed, Work};

/// The id of the field of the reason.
const REASON: &str = "amend-reason";

/// What is amended.
#[derive(Clone, Copy, PartialEq)]
enum Amended {
    Mark(Mark),
    Feedback,
}

/// The criterion as it was judged, and the form that amends it, folded.
#[component]
pub fn Amend(work: Work, listed: Arc<Listed>) -> impl IntoView {
    let assessment = work.session.assessment();
    let id = listed.criterion.id.clone();
    let of = id.clone();
    let stands = move || {
        let (mark, feedback) =
            assessment.with(|assessment| (assessment.mark(&of), assessment.feedback(&of).to_owned()));
        let feedback = (!feedback.is_empty()).then(|| view! { <p class="unit__quoted" dir="auto">{feedback}</p> });
        let mark = mark.map(|mark| {
            view! { <p class="mark" data-mark=mark.name()>{mark.glyph()} " " {mark.name()}</p> }
        });
        view! { {mark} {feedback} }
    };
    view! {
        <section aria-label="Judgement">
            {stands}
            <Amendments work listed=Arc::clone(&listed) />
            <details class="amend no-print">
                <summary>"Amend this judgement"</summary>
                <AmendForm work listed />
            </details>
        </section>
    }
}

/// What was amended before, with its reasons.
#[component]
fn Amendments(work: Work, listed: Arc<Listed>) -> impl IntoView {
    let assessment = work.session.assessment();
    let told = move || {
        assessment.with(|assessment| {
            let about = assessment.amendments().filter_map(|(_, reason, change)| match change {
                Event::MarkedCriterion { criterion, mark: Some(mark) } if *criterion == listed.criterion.id => {
                    Some(format!("Amended to {}: {reason}", mark.name()))
                }
                Event::GaveFeedback { criterion, .. } if *criterion == listed.criterion.id => {
                    Some(format!("Feedback amended: {reason}"))
                }
                _ => None,
            });
            about.map(|told| view! { <li dir="auto">{told}</li> }).collect_view()
        })
    };
    view! { <ul class="amend__told">{told}</ul> }
}

#[component]
fn AmendForm(work: Work, listed: Arc<Listed>) -> impl IntoView {
    let session = work.session;
    let what = RwSignal::new(Amended::Feedback);
    let id = StoredValue::new(listed.criterion.id.clone());
    let feedback = Field::Feedback(listed.criterion.id.clone());
    let (written, shown) = (feedback.clone(), feedback.clone());
    let reason = Field::Form(FormField::Amendment);
    let (given, read) = (reason.clone(), reason.clone());
    let missing = RwSignal::new(false);
    let wrong = Memo::new(move |_| if missing.get() { Refusal::ReasonMissing.to_string() } else { String::new() });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let criterion = id.get_value();
        let change = match what.get_untracked() {
            Amended::Mark(mark) => Event::MarkedCriterion { criterion, mark: Some(mark) },
            Amended::Feedback => Event::GaveFeedback { criterion, text: untrack(|| session.text(&written)) },
        };
        let reason = untrack(|| session.text(&given));
        missing.set(reason.trim().is_empty());
        if missing.get_untracked() {
            focus::soon(vec![REASON.to_owned()]);
            return;
        }
        session.record(Event::Amended { reason, change: Box::new(change) });
    };
    let choice = |choice: Amended, name: &'static str| {
        view! {
            <label class="mark-choice">
                <input
                    type="radio"
                    name="amend"
                    prop:checked=move || what.get() == choice
                    on:change=move |_| what.set(choice)
                />
                <span>{name}</span>
            </label>
        }
    };
    let text = move || {
        let (feedback, shown) = (feedback.clone(), shown.clone());
        (what.get() == Amended::Feedback).then(|| {
            view! {
                <div class="field">
                    <label class="field__label" for="amend-feedback">"Feedback to the candidate"</label>
                    <textarea
                        id="amend-feedback"
                        rows="3"
                        dir="auto"
                        prop:value=move || session.text(&shown)
                        on:input=move |event| session.type_text(feedback.clone(), event_target_value(&event))
                    ></textarea>
                </div>
            }
        })
    };
    view! {
        <form class="amend__form" on:submit=submit>
            <fieldset>
                <legend>"What is amended"</legend>
                <div class="mark-row__choices">
                    {choice(Amended::Feedback, "the feedback")} {choice(Amended::Mark(Mark::Met), "the mark, to met")}
                    {choice(Amended::Mark(Mark::NotYet), "the mark, to not yet")}
                </div>
            </fieldset>
            {text}
            <TextField
                id=REASON
                label="Reason for the amendment"
                value=Signal::derive(move || session.text(&read))
                on_text=Callback::new(move |text| {
                    missing.set(false);
                    session.type_text(reason.clone(), text);
                })
                wrong
            />
            <div>
                <button type="submit" class="button">"Amend"</button>
            </div>
        </form>
    }
}
