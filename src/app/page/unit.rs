//! A unit assessment, over as many sessions as it takes: what is outstanding, the criteria one by one, the evidence and
//! what it bears on, the action plan, the decision with all that follows it, and a sheet for paper.
//!
//! What is marked, ticked and written becomes an event of the open session at once; nothing is kept here.

mod amend;
mod criteria;
mod criterion;
mod decision;
mod evidence;
mod keys;
mod matrix;
mod outstanding;
mod piece;
mod plan;
mod range;
mod sampled;
mod seal;
mod sheet;
mod verification;
mod verify;
mod work;

use leptos::prelude::*;

use crate::app::component::heading::Heading;
use crate::app::component::held::Held;
use crate::app::component::history::History;
use crate::app::component::keys::KeyHint;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::other_form::OtherForm;
use crate::app::desk::Desk;
use crate::app::load::load;
use crate::app::route::{Route, UnitPart};
use crate::app::session::Session;
use crate::assessment::{Assessment, AssessmentId, Decision, Form};
use crate::record::{Person, RecordError};

use work::Work;

/// What takes the focus when a key leads to a part.
const PART: &str = "unit-part";

/// The screen of [`Route::Unit`].
#[component]
pub fn UnitPage(id: AssessmentId) -> impl IntoView {
    let desk = Desk::expect();
    let made = load(async move {
        let session = desk.session(id).await?;
        let (people, _) = desk.archive().names().await?;
        Ok::<_, RecordError>((session, people))
    });
    let show = |(session, people): (Session, Vec<Person>)| {
        let form = session.assessment().with_untracked(Assessment::form);
        match form {
            Form::Unit => view! { <Unit session people /> }.into_any(),
            Form::Interview | Form::SelfAssessment => {
                view! { <OtherForm session title="Unit assessment" /> }.into_any()
            }
        }
    };
    view! { <Loading state=made screen="Unit assessment" children=show /> }
}

#[component]
fn Unit(session: Session, people: Vec<Person>) -> impl IntoView {
    let about = session.assessment().with_untracked(|assessment| {
        let candidate = Person::candidate(&people, &assessment.started.candidate);
        format!("{candidate} · {}", assessment.basis.framework.title)
    });
    let work = Work::new(session, people);
    keys::offer(work);
    let altered = Memo::new(move |_| session.assessment().with(Assessment::altered));
    let refusal = session.refusal();
    let part = Memo::new(move |_| work.place.with(|place| place.part));
    // Leaving the screen is leaving the text in hand.
    on_cleanup(move || session.settle());
    view! {
        <Heading title="Unit assessment" about />
        {move || altered.get().map(|altered| view! { <Failure error=altered.to_string() /> })}
        <State work />
        <Parts work />
        <Held session>
            <div class="unit-part" id=PART tabindex="-1" role="group" aria-label=move || part.get().name()>
                {move || match part.get() {
                UnitPart::Outstanding => view! { <outstanding::Outstanding work /> }.into_any(),
                UnitPart::Criteria => view! { <criteria::Criteria work /> }.into_any(),
                UnitPart::Evidence => view! { <evidence::EvidencePart work /> }.into_any(),
                UnitPart::Matrix => view! { <matrix::Matrix work /> }.into_any(),
                UnitPart::Plan => view! { <plan::ActionPlan work /> }.into_any(),
                UnitPart::Decision => view! { <decision::DecisionPart work /> }.into_any(),
                UnitPart::Sheet => view! { <sheet::Sheet work /> }.into_any(),
                }}
            </div>
            {move || refusal.get().map(|refusal| view! { <p class="failure" role="alert">{refusal}</p> })}
            {move || (!work.sealed.get()).then(|| view! { <History session /> })}
        </Held>
    }
}

/// How far it has come, and what stands above all parts.
#[component]
fn State(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let told = move || work.standing.with(|standing| standing.told());
    let stage = Memo::new(move |_| {
        assessment.with(|assessment| match assessment.verifications().last() {
            _ if assessment.is_reopened() => "open again",
            Some(last) if assessment.is_sealed() && last.decision == Decision::Agreed => "sealed and verified",
            _ if assessment.is_sealed() => "sealed",
            _ => "in progress",
        })
    });
    // What the verifier asked for stands there until it is submitted again.
    let asked = Memo::new(move |_| {
        assessment.with(|assessment| {
            let last = assessment.verifications().last().filter(|_| assessment.is_reopened())?;
            Some((last.verifier.clone(), last.date.clone(), last.feedback.clone()))
        })
    });
    let asked = move || {
        asked.get().map(|(verifier, date, feedback)| {
            view! {
                <div class="banner no-print" role="status">
                    <p>
                        {work.name(&verifier)} " asked for action on " {date}
                        ", so that the decision is open again. Change what is needed, then submit it again."
                    </p>
                    <p class="unit__quoted" dir="auto">{feedback}</p>
                </div>
            }
        })
    };
    view! {
        <p class="unit__state" role="status">{told} " · " {move || stage.get()}</p>
        {asked}
    }
}

/// The parts of the assessment. Each has its address.
#[component]
fn Parts(work: Work) -> impl IntoView {
    let part = move |part: UnitPart| {
        let to = move || Route::Unit(work.at(part)).to_string();
        view! {
            <a class="unit-parts__part" href=to aria-current=move || work.shows(part).then_some("page")>
                {part.name()} <KeyHint key=keys::letter(part) />
            </a>
        }
    };
    view! {
        <nav class="unit-parts no-print" aria-label="Parts of the assessment">
            {UnitPart::ALL.map(part).into_iter().collect_view()}
        </nav>
    }
}
