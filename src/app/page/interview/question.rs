//! One question as it is put: its text, its probes, what a strong and a weak answer sounds like (folded), the
//! note, and the marks of what it aims at.

use leptos::prelude::*;

use crate::app::component::mark_row::MarkRow;
use crate::app::session::Session;
use crate::assessment::{Event, Mark};
use crate::framework::{Criterion, Places, Question, QuestionId};

use super::hand::Hand;
use super::note::Note;
use super::skip::Skip;
use super::tied::Tied;

/// The question in view.
#[component]
pub fn QuestionInView(session: Session, question: QuestionId) -> impl IntoView {
    let found = session.assessment().with_untracked(|assessment| {
        assessment.basis.question(&question).map(|(competency, question)| {
            let places = Places::of(&assessment.basis.framework);
            let level = |criterion: &Criterion| {
                let level = places.get(&criterion.id).map(|place| &place.expectation.level);
                level.and_then(|level| assessment.basis.framework.level(level)).map(|level| level.name.clone())
            };
            let aims: Vec<_> = assessment.basis.aims(question);
            let aims = aims.into_iter().map(|criterion| (criterion.clone(), level(criterion))).collect::<Vec<_>>();
            (competency.title.clone(), question.clone(), aims)
        })
    });
    let Some((competency, question, aims)) = found else {
        return view! { <p class="failure" role="alert">"The framework of this record has no such question. Go on with the next one."</p> }
            .into_any();
    };
    Hand::expect().take(aims.first().map(|(criterion, _)| criterion.id.clone()));
    let id = question.id.clone();
    view! {
        <article class="question">
            <p class="question__about">
                {competency} " · " {question.kind.name()} " · " {question.minutes} " min"
            </p>
            <h2 class="question__text">{question.text.clone()}</h2>
            <Probes probes=question.probes.clone() />
            <Sounds question=question.clone() />
            <div class="question__work">
                <Note session question=id.clone() />
                <Marks session question=id.clone() aims />
            </div>
            <Skip session question=id />
        </article>
    }
    .into_any()
}

#[component]
fn Probes(probes: Vec<String>) -> impl IntoView {
    (!probes.is_empty()).then(|| {
        let probes: Vec<_> = probes.into_iter().map(|probe| view! { <li>{probe}</li> }).collect();
        view! {
            <section class="question__probes" aria-label="Probes">
                <h3>"Probes"</h3>
                <ul>{probes}</ul>
            </section>
        }
    })
}

/// Folded, so that nothing gives itself away over the shoulder.
#[component]
fn Sounds(question: Question) -> impl IntoView {
    let sound = |name: &'static str, text: Option<String>| text.map(|text| view! { <dt>{name}</dt><dd>{text}</dd> });
    (question.strong.is_some() || question.weak.is_some()).then(|| {
        view! {
            <details class="question__sounds">
                <summary>"What a strong and a weak answer sounds like"</summary>
                <dl>{sound("Strong", question.strong)} {sound("Weak", question.weak)}</dl>
            </details>
        }
    })
}

#[component]
fn Marks(session: Session, question: QuestionId, aims: Vec<(Criterion, Option<String>)>) -> impl IntoView {
    let purpose = session.assessment().with_untracked(|assessment| assessment.basis.framework.purpose);
    let hand = Hand::expect();
    let rows: Vec<_> = aims
        .into_iter()
        .map(|(criterion, level)| {
            let id = criterion.id.clone();
            let of = id.clone();
            let mark = Signal::derive(move || session.assessment().with(|assessment| assessment.mark(&of)));
            let question = question.clone();
            let on_mark = Callback::new(move |mark: Option<Mark>| {
                if mark.is_some() {
                    // What was judged was asked.
                    session.put_after_all(&question);
                }
                session.record(Event::MarkedCriterion { criterion: id.clone(), mark });
            });
            let (here, tied) = (criterion.id.clone(), criterion.id.clone());
            let in_hand = move || (hand.get().as_ref() == Some(&here)).then_some("true");
            view! {
                <div class="question__criterion" aria-current=in_hand>
                    <MarkRow criterion level purpose mark on_mark /> <Tied session criterion=tied />
                </div>
            }
        })
        .collect();
    view! {
        <section class="question__marks" aria-label="Criteria">
            <h3>"Criteria"</h3>
            {rows}
        </section>
    }
}
