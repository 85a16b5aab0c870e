//! The interview: one question in view, its probes, the note in hand, and the criteria that it aims at.
//!
//! What is asked, written and marked becomes an event of the open session at once; nothing is kept here.

mod clock;
mod hand;
mod note;
mod question;
mod rail;
mod script;
mod skip;
mod tied;

use leptos::prelude::*;

use crate::app::component::heading::Heading;
use crate::app::component::held::Held;
use crate::app::component::loading::Loading;
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::load::load;
use crate::app::route::Route;
use crate::app::session::Session;
use crate::assessment::{Assessment, AssessmentId, Event};
use crate::framework::QuestionId;

use clock::Clock;
use hand::Hand;
use question::QuestionInView;
use rail::Rail;
use script::{Closing, Opening};

/// The screen of [`Route::Interview`].
#[component]
pub fn InterviewPage(id: AssessmentId) -> impl IntoView {
    let desk = Desk::expect();
    let at_work = load(async move { desk.at_work(id).await });
    let show = |(session, about)| view! { <Interview session about /> };
    view! { <Loading state=at_work screen="Interview" children=show /> }
}

#[component]
fn Interview(session: Session, about: String) -> impl IntoView {
    let assessment = session.assessment();
    Hand::provide();
    begin(session);
    let questions = StoredValue::new(assessment.with_untracked(|assessment| assessment.basis.guide.questions.clone()));
    let current = Memo::new(move |_| assessment.with(current_index));
    let title = move || {
        let count = questions.with_value(Vec::len);
        if count == 0 { "Interview".to_owned() } else { format!("Question {} of {count}", current.get() + 1) }
    };
    let go = Callback::new(move |index: usize| {
        if let Some(question) = questions.with_value(|questions| questions.get(index).cloned()) {
            session.forget_refusal();
            session.record(Event::AskedQuestion { question });
            focus::heading_soon();
        }
    });
    let in_view = move || questions.with_value(|questions| questions.get(current.get()).cloned());
    let none = questions.with_value(Vec::is_empty).then(|| view! { <NoQuestions /> });
    // Leaving the screen is leaving the note in hand.
    on_cleanup(move || session.settle());
    view! {
        <Heading title=Signal::derive(title) about />
        <Held session>
            <Clock session />
            <div class="interview">
                <div class="interview__question">
                    <Opening session current />
                    // Drawn anew each time: what was unfolded or chosen at another question is none of this one's.
                    <For each=in_view key=QuestionId::clone let:question>
                        <QuestionInView session question />
                    </For>
                    <Closing session current count=questions.with_value(Vec::len) />
                    {none} <Refusal session /> <Steps session current count=questions.with_value(Vec::len) go />
                </div>
                // Behind the question, so that the tab key leads from the heading to what was asked.
                <Rail session current go />
            </div>
        </Held>
    }
}

/// Back and forward; behind the last question the ratings come.
#[component]
fn Steps(session: Session, current: Memo<usize>, count: usize, go: Callback<usize>) -> impl IntoView {
    let last = move || current.get() + 1 >= count;
    let rate = Route::Rate { id: session.id(), competency: None };
    let forward = move || {
        if last() {
            view! { <a class="button button--primary" href=rate.to_string()>"Rate the competencies"</a> }.into_any()
        } else {
            let next = move |_| go.run(current.get_untracked() + 1);
            view! { <button type="button" class="button button--primary" on:click=next>"Next question"</button> }
                .into_any()
        }
    };
    view! {
        <div class="interview__steps">
            <button
                type="button"
                class="button"
                disabled=move || current.get() == 0
                on:click=move |_| go.run(current.get_untracked().saturating_sub(1))
            >
                "Previous question"
            </button>
            {forward}
        </div>
    }
}

/// Why the last change was not taken, for as long as it is the last.
#[component]
fn Refusal(session: Session) -> impl IntoView {
    let refusal = session.refusal();
    move || refusal.get().map(|refusal| view! { <p class="failure" role="alert">{refusal}</p> })
}

#[component]
fn NoQuestions() -> impl IntoView {
    view! {
        <p>
            "This plan holds no question. Rate what you have seen all the same, or plan another interview in which a question fits the time."
        </p>
    }
}

/// Puts the first question into view when nothing was asked yet.
fn begin(session: Session) {
    let first = session.assessment().with_untracked(|assessment| {
        assessment.current().is_none().then(|| assessment.basis.guide.questions.first().cloned()).flatten()
    });
    if let Some(question) = first {
        session.record(Event::AskedQuestion { question });
    }
}

fn current_index(assessment: &Assessment) -> usize {
    let place = |id: &QuestionId| assessment.basis.guide.questions.iter().position(|question| question == id);
    assessment.current().and_then(place).unwrap_or(0)
}
