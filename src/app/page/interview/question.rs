//! One question as it is put: its text, its probes, the note, the marks of what it aims at, and in folds what a strong
//! and a weak answer sounds like, the rating of its competency, and skipping it.

use leptos::prelude::*;

use crate::app::component::rating_choice::RatingChoice;
use crate::app::session::Session;
use crate::framework::{Criterion, Places, Question, QuestionId};
use crate::report;

use super::fold::{Fold, Folded, Folds};
use super::hand::Hand;
use super::marks::Marks;
use super::note::Note;
use super::probes::Probes;
use super::skip::Skip;

/// The question in view.
#[component]
pub fn QuestionInView(session: Session, question: QuestionId) -> impl IntoView {
    let found = session.assessment().with_untracked(|assessment| {
        assessment.question(&question).map(|(competency, question)| {
            let places = Places::of(&assessment.basis.framework);
            let framework = &assessment.basis.framework;
            let place = |criterion: &Criterion| {
                let level = places.get(&criterion.id).map(|place| &place.expectation.level);
                report::criterion_place(framework, criterion, level.and_then(|level| framework.level(level)))
            };
            let aims: Vec<_> = assessment.basis.aims(question);
            let aims = aims.into_iter().map(|criterion| (criterion.clone(), place(criterion))).collect::<Vec<_>>();
            let about = report::question_about(assessment, &question.id);
            (about, competency.id.clone(), competency.title.clone(), question.clone(), aims)
        })
    });
    let Some((about, competency, title, question, aims)) = found else {
        return view! { <p class="failure" role="alert">"The framework of this record has no such question. Go on with the next one."</p> }
            .into_any();
    };
    Hand::expect().take(aims.first().map(|(criterion, _)| criterion.id.clone()));
    Folds::expect().turn_to(&question.id);
    let id = question.id.clone();
    view! {
        <article class="question">
            <p class="question__about" dir="auto">{about}</p>
            <h2 class="question__text" dir="auto">{question.text.clone()}</h2>
            <Probes session question=id.clone() probes=question.probes.clone() />
            <div class="question__work">
                <Note session question=id.clone() />
                <Marks session question=id.clone() aims />
            </div>
            <div class="question__folds">
                <Sounds question />
                <Folded fold=Fold::Rating title=format!("Rate {title}")>
                    <RatingChoice session id=competency.clone() />
                </Folded>
                <Skip session question=id />
            </div>
        </article>
    }
    .into_any()
}

/// Folded, so that nothing gives itself away over the shoulder.
#[component]
fn Sounds(question: Question) -> impl IntoView {
    let Question { strong, weak, .. } = question;
    let sound =
        |name: &'static str, text: Option<String>| text.map(|text| view! { <dt>{name}</dt><dd dir="auto">{text}</dd> });
    (strong.is_some() || weak.is_some()).then(|| {
        view! {
            <Folded fold=Fold::Sounds title="What a strong and a weak answer sounds like">
                <dl class="question__sounds">{sound("Strong", strong.clone())} {sound("Weak", weak.clone())}</dl>
            </Folded>
        }
    })
}
