//! The decision: what the unit comes to, submission, the seal, the signatures, and what a verifier says.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::component::held;
use crate::app::component::keys::KeyHint;
use crate::app::component::seal_once::{SealOnce, SealWords};
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::app::keys::Action;
use crate::assessment::{Event, Signatory};
use crate::framework::wording::capital;

use super::seal::{HEADING, Seal, SealsBefore};
use super::verification::Verifications;
use super::verify::Verify;
use super::work::Work;

/// What takes the focus once somebody signed.
const SIGN_OFF: &str = "sign-off";

const WORDS: SealWords = SealWords {
    ask: "Submit the decision",
    question: "Seal the decision now? Only a verifier who asks for action opens it again.",
    seal: "Seal it",
};

/// From what it comes to, to the verification.
#[component]
pub fn DecisionPart(work: Work) -> impl IntoView {
    let open = move || (!work.sealed.get()).then(|| view! { <Submit work /> });
    let sealed = move || {
        work.sealed.get().then(|| {
            view! {
                <Seal work />
                <Signatures work />
            }
        })
    };
    let verify = move || work.sealed.get().then(|| view! { <Verify work /> });
    view! {
        <div class="decision">
            <Result work />
            {open}
            {sealed}
            <Verifications work />
            {verify}
            <SealsBefore work />
        </div>
    }
}

/// What it comes to, outcome by outcome.
#[component]
pub fn Result(work: Work) -> impl IntoView {
    let row = move |index: usize| view! { <OutcomeResult work index /> }.into_any();
    view! {
        <section aria-label="What it comes to">
            <h2>{move || format!("The unit is {}", work.standing.with(|standing| standing.decision()))}</h2>
            <Windowed count=work.outcomes() shape=Shape::ITEMS estimate=64 row />
        </section>
    }
}

#[component]
fn OutcomeResult(work: Work, index: usize) -> impl IntoView {
    let name = work.outcome_name(index);
    let told = move || {
        work.outcome_standing(index, |standing| {
            let lacks: Vec<_> = standing.lacks.iter().map(|lack| view! { <li>{lack.told()}</li> }).collect();
            view! {
                <p class="decision__told">{standing.told()}</p>
                <ul class="outstanding__lacks">{lacks}</ul>
            }
        })
    };
    view! {
        <div class="decision__outcome">
            <p class="decision__title">{name}</p>
            {told}
        </div>
    }
    .into_any()
}

#[component]
fn Submit(work: Work) -> impl IntoView {
    let on_sealed = Callback::new(|()| focus::soon(vec![HEADING.to_owned()]));
    view! {
        <section class="decision__submit no-print" aria-label="Submission">
            <h2>"Submit the decision"</h2>
            <p>
                "Submitting seals the record: afterwards a change takes a reason and is shown. “Not yet achieved” is a decision too. A verifier who asks for action opens it again."
            </p>
            <SealOnce session=work.session words=WORDS key='w' on_sealed />
        </section>
    }
}

const fn letter(by: Signatory) -> char {
    match by {
        Signatory::Assessor => 'a',
        Signatory::Candidate => 'd',
    }
}

#[component]
fn Signatures(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let line = |by: Signatory| {
        let signed = Memo::new(move |_| assessment.with(|assessment| assessment.signed(by)));
        let name = move || work.name(&assessment.with(|assessment| assessment.signatory(by).clone()));
        let sign = move || {
            if work.session.record(Event::SignedOff { by }) {
                // The button is gone.
                focus::soon(vec![SIGN_OFF.to_owned()]);
            }
        };
        let name_of_way = format!("Sign off as {}", by.name());
        held::offer(work.session, Action::new(letter(by), &name_of_way, sign).when(move || signed.get().is_none()));
        let words = move || match signed.get() {
            Some(at) => view! { <span>"signed off " {clock::day_and_time(at)}</span> }.into_any(),
            None => view! {
                <button type="button" class="button no-print" on:click=move |_| sign()>
                    {name_of_way.clone()}
                    <KeyHint key=letter(by) />
                </button>
            }
            .into_any(),
        };
        view! {
            <div class="decision__signature">
                <dt>{capital(by.name())}</dt>
                <dd dir="auto">{name}</dd>
                <dd>{words}</dd>
            </div>
        }
    };
    view! {
        <section aria-label="Sign-off">
            <h2 id=SIGN_OFF tabindex="-1">"Sign-off"</h2>
            <dl class="decision__signatures">{Signatory::ALL.map(line).into_iter().collect_view()}</dl>
        </section>
    }
}
