//! The interview: one question in view, its probes, the note in hand, and the criteria that it aims at.
//!
//! What is asked, written and marked becomes an event of the open session at once; nothing is kept here.

mod add;
mod clock;
mod fold;
mod hand;
mod marks;
mod note;
mod probes;
mod question;
mod rail;
mod reason;
mod script;
mod skip;
mod tied;

use leptos::prelude::*;

use crate::app::component::alteration::Alteration;
use crate::app::component::heading::Heading;
use crate::app::component::held::{self, Held};
use crate::app::component::history::History;
use crate::app::component::keys::KeyHint;
use crate::app::component::loading::Loading;
use crate::app::component::other_form::OtherForm;
use crate::app::component::sealed::Sealed;
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::load::load;
use crate::app::route::Route;
use crate::app::session::Session;
use crate::app::told::Told;
use crate::assessment::{Assessment, AssessmentId, Event, Form};
use crate::framework::QuestionId;

use add::AddQuestion;
use clock::Clock;
use fold::Folds;
use hand::Hand;
use question::QuestionInView;
use rail::Rail;
use script::{Closing, Opening};

const NEXT: char = 'n';
const BACK: char = 'b';

/// The screen of [`Route::Interview`].
#[component]
pub fn InterviewPage(id: AssessmentId) -> impl IntoView {
    let desk = Desk::expect();
    let at_work = load(async move { desk.at_work(id).await });
    let show = |(session, about): (Session, String)| {
        let form = session.assessment().with_untracked(Assessment::form);
        let sealed = Memo::new(move |_| session.sealed_at().is_some());
        move || {
            let about = about.clone();
            if form != Form::Interview {
                view! { <OtherForm session title="Interview" /> }.into_any()
            } else if sealed.get() {
                view! { <Heading title="Interview" about /> <Alteration session /> <Sealed session /> }.into_any()
            } else {
                view! { <Interview session about /> }.into_any()
            }
        }
    };
    view! { <Loading state=at_work screen="Interview" children=show /> }
}

#[component]
fn Interview(session: Session, about: String) -> impl IntoView {
    let assessment = session.assessment();
    let told = Told::expect();
    provide_context(session);
    Hand::provide();
    begin(session);
    Folds::provide(session);
    // Those of the plan, and behind them those that are added meanwhile.
    let questions =
        Memo::new(move |_| assessment.with(|assessment| assessment.questions().cloned().collect::<Vec<_>>()));
    let current = Memo::new(move |_| {
        let current = assessment.with(|assessment| assessment.current().cloned());
        let place = |current| questions.with(|questions| questions.iter().position(|id| *id == current));
        current.and_then(place).unwrap_or(0)
    });
    let count = Memo::new(move |_| questions.with(Vec::len));
    let title = move || match count.get() {
        0 => "Interview".to_owned(),
        count => format!("Question {} of {count}", current.get() + 1),
    };
    let go = Callback::new(move |index: usize| {
        if let Some(question) = questions.with_untracked(|questions| questions.get(index).cloned()) {
            session.forget_refusal();
            told.forget();
            session.record(Event::AskedQuestion { question });
            focus::heading_soon();
        }
    });
    let in_view = move || questions.with(|questions| questions.get(current.get()).cloned());
    let none = move || (count.get() == 0).then(|| view! { <NoQuestions /> });
    // Leaving the screen is leaving the note in hand.
    on_cleanup(move || session.settle());
    view! {
        <Heading title=Signal::derive(title) about />
        <Alteration session />
        <Held session>
            <div class="interview">
                <div class="interview__question">
                    <Opening session current />
                    // Drawn anew each time: what was unfolded or chosen at another question is none of this one's.
                    <For each=in_view key=QuestionId::clone let:question>
                        <QuestionInView session question />
                    </For>
                    <AddQuestion session />
                    <Closing session current count />
                    {none} <Refusal session /> <History session /> <Steps session current count go />
                </div>
                // Behind the question, so that the tab key leads from the heading to what was asked.
                <Rail session questions current go />
                <Clock session />
            </div>
        </Held>
    }
}

/// Offers an action of this screen, as long as this tab is the one that writes.
fn offer(action: Action) {
    held::offer(expect_context::<Session>(), action);
}

/// Back and forward; behind the last question the ratings come.
#[component]
fn Steps(session: Session, current: Memo<usize>, count: Memo<usize>, go: Callback<usize>) -> impl IntoView {
    let keys = Keys::expect();
    let last = Memo::new(move |_| current.get() + 1 >= count.get());
    let first = Memo::new(move |_| current.get() == 0);
    let next = move || go.run(current.get_untracked() + 1);
    let back = move || go.run(current.get_untracked().saturating_sub(1));
    offer(Action::new(NEXT, "Next question", next).when(move || !last.get()));
    offer(Action::new(BACK, "Previous question", back).when(move || !first.get()));
    let rate = Route::Rate { id: session.id(), competency: None };
    let forward = move || {
        if last.get() {
            view! { <a class="button button--primary" href=rate.to_string()>"Rate the competencies"</a> }.into_any()
        } else {
            let shortcut = move || keys.shortcut(NEXT);
            view! {
                <button type="button" class="button button--primary" aria-keyshortcuts=shortcut on:click=move |_| next()>
                    "Next question"
                    <KeyHint key=NEXT />
                </button>
            }
            .into_any()
        }
    };
    view! {
        <div class="interview__steps">
            <button
                type="button"
                class="button"
                disabled=first
                aria-keyshortcuts=move || keys.shortcut(BACK)
                on:click=move |_| back()
            >
                "Previous question"
                <KeyHint key=BACK />
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
