//! Internal verification: who, when, what was sampled, what was decided and said. The form keeps what is written and
//! chosen until it is pressed; the rules refuse a verifier who took part.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::desk::Desk;
use crate::app::session::Session;
use crate::assessment::{Decision, EvidenceId, Verification};
use crate::framework::CriterionId;
use crate::framework::wording::capital;
use crate::record::{Field, FormField};

use super::work::Work;

/// What verifiers said, oldest first.
#[component]
pub fn Verifications(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let all = Memo::new(move |_| assessment.with(|assessment| assessment.verifications().to_vec()));
    let list = move || all.get().into_iter().map(|said| view! { <Said work said /> }).collect_view();
    move || {
        (!all.with(Vec::is_empty)).then(|| {
            view! {
                <section aria-label="Verifications">
                    <h2>"Verifications"</h2>
                    {list}
                </section>
            }
        })
    }
}

#[component]
fn Said(work: Work, said: Verification) -> impl IntoView {
    let criteria: Vec<_> = said
        .criteria
        .iter()
        .filter_map(|id| work.index_of(id).and_then(|index| work.listed(index)))
        .map(|listed| listed.criterion.code.clone().unwrap_or_else(|| listed.criterion.text.clone()))
        .collect();
    let pieces = work.pieces.get_untracked().into_iter();
    let evidence: Vec<_> = pieces.filter(|(id, _)| said.evidence.contains(id)).map(|(_, name)| name).collect();
    let feedback =
        (!said.feedback.is_empty()).then(|| view! { <p class="unit__quoted" dir="auto">{said.feedback}</p> });
    view! {
        <article class="verification">
            <h3>{capital(said.decision.name())}</h3>
            <p dir="auto">{move || work.name(&said.verifier)} ", " {said.date.clone()}</p>
            <p>"Sampled criteria: " {criteria.join(", ")}</p>
            {(!evidence.is_empty()).then(|| view! { <p dir="auto">"Sampled evidence: " {evidence.join(", ")}</p> })}
            {feedback}
        </article>
    }
}

/// The form of the next verification.
#[component]
pub fn Verify(work: Work) -> impl IntoView {
    let session = work.session;
    let desk = Desk::expect();
    let decision = RwSignal::new(None::<Decision>);
    let failed = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = |field| untrack(|| session.text(&Field::Form(field)));
        let name = text(FormField::Verifier);
        let Some(decided) = decision.get_untracked().filter(|_| !name.trim().is_empty()) else {
            let missing = if name.trim().is_empty() {
                "The verifier’s name is missing. Write who verifies."
            } else {
                "The decision is missing. Choose agreed or action required."
            };
            failed.set(Some(missing.to_owned()));
            return;
        };
        failed.set(None);
        let (date, feedback) = (text(FormField::VerifiedOn), text(FormField::Verification));
        let criteria = chosen(session, FormField::SampledCriteria).into_iter().map(CriterionId::new).collect();
        let evidence = chosen(session, FormField::SampledEvidence).into_iter().map(EvidenceId::new).collect();
        spawn_local(async move {
            let said = move |verifier| Verification { verifier, date, criteria, evidence, decision: decided, feedback };
            match desk.verify(session, &name, said).await {
                Ok(true) => {
                    decision.try_set(None);
                    if let Ok((people, _)) = desk.archive().names().await {
                        work.people.try_set(people);
                    }
                }
                // The session tells why.
                Ok(false) => {}
                // The form may be gone by now; what was written in it is kept.
                Err(error) => drop(failed.try_set(Some(error.to_string()))),
            }
        });
    };
    let choice = |choice: Decision| {
        view! {
            <label class="mark-choice">
                <input
                    type="radio"
                    name="verification"
                    prop:checked=move || decision.get() == Some(choice)
                    on:change=move |_| decision.set(Some(choice))
                />
                <span>{choice.name()}</span>
            </label>
        }
    };
    view! {
        <section class="no-print" aria-label="Internal verification">
            <h2>"Internal verification"</h2>
            <p>"By somebody who is neither the assessor nor the candidate."</p>
            <form class="verify" on:submit=submit>
                <Line session field=FormField::Verifier id="verifier" label="Verifier" />
                <Line session field=FormField::VerifiedOn id="verified-on" label="Date" />
                <Sampled work />
                <fieldset>
                    <legend>"Decision of the verifier"</legend>
                    <div class="mark-row__choices">{Decision::ALL.map(choice).into_iter().collect_view()}</div>
                </fieldset>
                <Words session />
                <div>
                    <button type="submit" class="button button--primary">"Record the verification"</button>
                </div>
                {move || failed.get().map(|failed| view! { <p class="failure" role="alert">{failed}</p> })}
            </form>
        </section>
    }
}

#[component]
fn Line(session: Session, field: FormField, id: &'static str, label: &'static str) -> impl IntoView {
    let typed = move |event| session.type_text(Field::Form(field), event_target_value(&event));
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <input
                class="field__input"
                id=id
                type="text"
                dir="auto"
                autocomplete="off"
                prop:value=move || session.text(&Field::Form(field))
                on:input=typed
            />
        </div>
    }
}

#[component]
fn Words(session: Session) -> impl IntoView {
    let field = Field::Form(FormField::Verification);
    let shown = field.clone();
    view! {
        <div class="field">
            <label class="field__label" for="verification">"Feedback of the verifier"</label>
            <textarea
                id="verification"
                rows="3"
                dir="auto"
                prop:value=move || session.text(&shown)
                on:input=move |event| session.type_text(field.clone(), event_target_value(&event))
            ></textarea>
        </div>
    }
}

/// What was looked at: criteria, and evidence.
#[component]
fn Sampled(work: Work) -> impl IntoView {
    let criterion = move |index: usize| match work.listed(index) {
        Some(listed) => {
            let code = listed.criterion.code.clone().map(|code| format!("{code} ")).unwrap_or_default();
            let name = format!("{code}{}", listed.criterion.text);
            let id = listed.criterion.id.to_string();
            view! { <Choice session=work.session field=FormField::SampledCriteria id name /> }.into_any()
        }
        None => ().into_any(),
    };
    // Most of a long list is out of sight.
    let sampled = move |name: &'static str, field: FormField, all: usize| {
        move || format!("{name}: {} of {all}", chosen(work.session, field).len())
    };
    let pieces = work.pieces.get_untracked();
    let count = pieces.len();
    let piece = move |index: usize| match pieces.get(index).cloned() {
        Some((id, name)) => {
            view! { <Choice session=work.session field=FormField::SampledEvidence id=id.to_string() name /> }.into_any()
        }
        None => ().into_any(),
    };
    let evidence = (count > 0).then(|| {
        view! {
            <fieldset class="verify__sampled">
                <legend>{sampled("Sampled evidence", FormField::SampledEvidence, count)}</legend>
                <Windowed count shape=Shape::LIST estimate=48 row=piece />
            </fieldset>
        }
    });
    view! {
        <fieldset class="verify__sampled">
            <legend>{sampled("Sampled criteria", FormField::SampledCriteria, work.count())}</legend>
            <Windowed count=work.count() shape=Shape::LIST estimate=48 row=criterion />
        </fieldset>
        {evidence}
    }
}

/// One thing that may have been looked at.
#[component]
fn Choice(session: Session, field: FormField, id: String, name: String) -> impl IntoView {
    let of = id.clone();
    let checked = Memo::new(move |_| chosen(session, field).contains(&of));
    let change = move |event| {
        let mut all = untrack(|| chosen(session, field));
        if event_target_checked(&event) {
            all.insert(id.clone())
        } else {
            all.remove(&id)
        };
        session.type_text(Field::Form(field), all.into_iter().collect::<Vec<_>>().join("\n"));
    };
    view! {
        <label class="tie__label">
            <input type="checkbox" prop:checked=checked on:change=change />
            <span dir="auto">{name}</span>
        </label>
    }
}

/// What is chosen in a list of the form; tracked.
fn chosen(session: Session, field: FormField) -> BTreeSet<String> {
    session.text(&Field::Form(field)).lines().map(str::to_owned).collect()
}
