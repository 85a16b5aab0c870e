//! The form of an internal verification. It keeps what is written and chosen until it is pressed, over a reload too, and
//! says of each part what is wrong with it. Where a name is not known here to hold the verifier's against, she states that
//! she took no part.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::held;
use crate::app::component::keys::KeyHint;
use crate::app::component::text_field::TextField;
use crate::app::desk::{Desk, NotVerified};
use crate::app::focus;
use crate::app::keys::Action;
use crate::assessment::{Decision, EvidenceId, Fault, Verification, VerificationPart, Verifying};
use crate::framework::CriterionId;
use crate::record::{Field, FormField, unnamed_words};

use super::sampled::{Sampled, chosen};
use super::verification;
use super::work::Work;

const APART: &str = "verify-apart";

const AGAIN: &str = "Record another verification";

/// What is in hand. A handle: copies are the same form.
#[derive(Clone, Copy)]
pub struct Form {
    pub work: Work,
    faults: RwSignal<Vec<Fault>>,
}

impl Form {
    /// What is written or chosen of a part; tracked.
    pub fn text(self, part: VerificationPart) -> String {
        self.work.session.text(&field(part))
    }

    /// Writes it. What was wrong with the part may be mended by that.
    pub fn write(self, part: VerificationPart, text: String) {
        self.faults.update(|faults| faults.retain(|fault| fault.part != part));
        self.work.session.type_text(field(part), text);
    }

    /// Whether anything is written or chosen; tracked.
    fn is_begun(self) -> bool {
        VerificationPart::ALL.into_iter().any(|part| !self.text(part).is_empty())
    }

    /// What is wrong with a part; empty while nothing is.
    pub fn wrong(self, part: VerificationPart) -> Memo<String> {
        let told = move |faults: &Vec<Fault>| {
            let fault = faults.iter().find(|fault| fault.part == part);
            fault.map(|fault| fault.refusal.to_string()).unwrap_or_default()
        };
        Memo::new(move |_| self.faults.with(told))
    }

    /// The decision that is chosen; tracked.
    fn decision(self) -> Option<Decision> {
        let word = self.text(VerificationPart::Decision);
        Decision::ALL.into_iter().find(|decision| decision.word() == word)
    }

    fn verifying(self) -> Verifying {
        let all = |part| chosen(&self.text(part));
        Verifying {
            date: self.text(VerificationPart::Date),
            criteria: all(VerificationPart::Criteria).into_iter().map(CriterionId::new).collect(),
            evidence: all(VerificationPart::Evidence).into_iter().map(EvidenceId::new).collect(),
            decision: self.decision(),
            feedback: self.text(VerificationPart::Feedback),
            ..Verifying::default()
        }
    }

    /// Records what is written, or shows what is wrong with it.
    fn send(self, desk: Desk, failed: RwSignal<Option<String>>) {
        failed.set(None);
        let (verifying, name, stated) = untrack(|| {
            let text = |part| self.text(part);
            (self.verifying(), text(VerificationPart::Verifier), !text(VerificationPart::Apart).is_empty())
        });
        spawn_local(async move {
            match desk.verify(self.work.session, &name, stated, verifying).await {
                Ok(()) => {
                    self.faults.try_set(Vec::new());
                    if let Ok((people, _)) = desk.archive().names().await {
                        self.work.people.try_set(people);
                    }
                    focus::soon(vec![verification::HEADING.to_owned()]);
                }
                Err(NotVerified::Faults(faults)) => {
                    focus::soon(faults.first().map(|fault| vec![id(fault.part).to_owned()]).unwrap_or_default());
                    self.faults.try_set(faults);
                }
                // The session tells why.
                Err(NotVerified::Refused) => {}
                // The form may be gone by now; what was written in it is kept.
                Err(NotVerified::Storage(error)) => drop(failed.try_set(Some(error.to_string()))),
            }
        });
    }
}

/// The form of the next verification; once a verifier agreed, which is enough, behind a button.
#[component]
pub fn Verify(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let said = Memo::new(move |_| assessment.with(|assessment| count_and_last(assessment.verifications())));
    let form = Form { work, faults: RwSignal::new(Vec::new()) };
    // What was begun before a reload is there after it.
    let begun = untrack(|| form.is_begun().then(|| said.get().0));
    let again = RwSignal::new(begun);
    let shown = Memo::new(move |_| {
        let (count, last) = said.get();
        last != Some(Decision::Agreed) || again.get() == Some(count)
    });
    let begin = move || {
        again.set(Some(said.get_untracked().0));
        focus::soon(vec![id(VerificationPart::Verifier).to_owned()]);
    };
    held::offer(work.session, Action::new('v', AGAIN, begin).when(move || !shown.get()));
    let part = move || {
        if shown.get() {
            return view! { <Write form /> }.into_any();
        }
        view! {
            <button type="button" class="button" on:click=move |_| begin()>
                {AGAIN}
                <KeyHint key='v' />
            </button>
        }
        .into_any()
    };
    view! {
        <section class="no-print" aria-label="Internal verification">
            <h2>"Internal verification"</h2>
            {part}
        </section>
    }
}

/// How many there are, and what the last one decided.
fn count_and_last(said: &[Verification]) -> (usize, Option<Decision>) {
    (said.len(), said.last().map(|last| last.decision))
}

#[component]
fn Write(form: Form) -> impl IntoView {
    let desk = Desk::expect();
    let failed = RwSignal::new(None::<String>);
    offer(form, Callback::new(move |()| form.send(desk, failed)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(desk, failed);
    };
    view! {
        <>
            <p>"By somebody who is neither the assessor nor the candidate."</p>
            <form class="verify" on:submit=submit>
                <TextField
                    id=id(VerificationPart::Verifier)
                    label="Verifier"
                    shortcut='v'
                    value=Signal::derive(move || form.text(VerificationPart::Verifier))
                    on_text=Callback::new(move |text| form.write(VerificationPart::Verifier, text))
                    wrong=form.wrong(VerificationPart::Verifier)
                />
                <TextField
                    id=id(VerificationPart::Date)
                    label="Date"
                    value=Signal::derive(move || form.text(VerificationPart::Date))
                    on_text=Callback::new(move |text| form.write(VerificationPart::Date, text))
                    wrong=form.wrong(VerificationPart::Date)
                />
                <TookNoPart form />
                <Sampled form />
                <Decisions form />
                <Words form />
                <div>
                    <button type="submit" class="button button--primary">
                        "Record the verification"
                        <KeyHint key='w' />
                    </button>
                </div>
                {move || failed.get().map(|failed| view! { <p class="failure" role="alert">{failed}</p> })}
            </form>
        </>
    }
}

/// The keys of the form. Each leads to a part; what is chosen is then heard there.
fn offer(form: Form, send: Callback<()>) {
    let offer = |action| held::offer(form.work.session, action);
    let to = |part| move || focus::soon(vec![id(part).to_owned()]);
    offer(Action::new('v', "Write who verifies", to(VerificationPart::Verifier)));
    offer(Action::new('q', "Choose the criteria that were sampled", to(VerificationPart::Criteria)));
    let has_evidence = move || form.work.pieces.with(|pieces| !pieces.is_empty());
    let evidence = to(VerificationPart::Evidence);
    offer(Action::new('j', "Choose the evidence that was sampled", evidence).when(has_evidence));
    for decision in Decision::ALL {
        let choose = move || {
            form.write(VerificationPart::Decision, decision.word().to_owned());
            focus::soon(vec![choice_id(decision)]);
        };
        offer(Action::new(letter(decision), &format!("Decide: {}", decision.name()), choose));
    }
    offer(Action::new('w', "Record the verification", move || send.run(())));
}

const fn letter(decision: Decision) -> char {
    match decision {
        Decision::Agreed => 'g',
        Decision::ActionRequired => 'r',
    }
}

/// What is wrong with a part, where the part names it as what describes it.
#[component]
pub fn Said(form: Form, part: VerificationPart) -> impl IntoView {
    let wrong = form.wrong(part);
    view! { <p class="field__wrong" id=wrong_id(part) role="status">{wrong}</p> }
}

/// The statement that stands in for a name which is not known here.
#[component]
fn TookNoPart(form: Form) -> impl IntoView {
    const PART: VerificationPart = VerificationPart::Apart;
    let assessment = form.work.session.assessment();
    let unnamed = Memo::new(move |_| {
        form.work.people.with(|people| assessment.with(|assessment| unnamed_words(people, &assessment.started)))
    });
    let wrong = form.wrong(PART);
    let change = move |event| {
        let stated = if event_target_checked(&event) { "stated" } else { "" };
        form.write(PART, stated.to_owned());
    };
    let statement = move |words: &'static str| {
        let reason = format!("{APART}-why");
        view! {
            <div class="field verify__apart">
                <p class="field__hint" id=reason.clone()>{words}</p>
                <label class="tie__label">
                    <input
                        type="checkbox"
                        id=id(PART)
                        aria-describedby=format!("{reason} {}", wrong_id(PART))
                        aria-invalid=move || wrong.with(|wrong| !wrong.is_empty()).then_some("true")
                        prop:checked=move || !form.text(PART).is_empty()
                        on:change=change
                    />
                    <span>"I am neither the assessor nor the candidate"</span>
                </label>
                <Said form part=PART />
            </div>
        }
    };
    move || unnamed.get().map(statement)
}

#[component]
fn Decisions(form: Form) -> impl IntoView {
    const PART: VerificationPart = VerificationPart::Decision;
    let wrong = form.wrong(PART);
    let choice = |choice: Decision| {
        view! {
            <label class="mark-choice">
                <input
                    type="radio"
                    name="verification"
                    id=choice_id(choice)
                    prop:checked=move || form.decision() == Some(choice)
                    on:change=move |_| form.write(PART, choice.word().to_owned())
                />
                <span>{choice.name()}</span>
                <KeyHint key=letter(choice) />
            </label>
        }
    };
    view! {
        <fieldset
            id=id(PART)
            role="radiogroup"
            tabindex="-1"
            aria-describedby=wrong_id(PART)
            aria-invalid=move || wrong.with(|wrong| !wrong.is_empty()).then_some("true")
        >
            <legend>"Decision of the verifier"</legend>
            <div class="mark-row__choices">{Decision::ALL.map(choice).into_iter().collect_view()}</div>
            <Said form part=PART />
        </fieldset>
    }
}

#[component]
fn Words(form: Form) -> impl IntoView {
    const PART: VerificationPart = VerificationPart::Feedback;
    let wrong = form.wrong(PART);
    view! {
        <div class="field">
            <label class="field__label" for=id(PART)>"Feedback of the verifier"</label>
            <textarea
                id=id(PART)
                rows="3"
                dir="auto"
                aria-describedby=wrong_id(PART)
                aria-invalid=move || wrong.with(|wrong| !wrong.is_empty()).then_some("true")
                prop:value=move || form.text(PART)
                on:input=move |event| form.write(PART, event_target_value(&event))
            ></textarea>
            <Said form part=PART />
        </div>
    }
}

/// The field that keeps a part until it is recorded.
const fn field(part: VerificationPart) -> Field {
    Field::Form(match part {
        VerificationPart::Verifier => FormField::Verifier,
        VerificationPart::Apart => FormField::VerifierApart,
        VerificationPart::Date => FormField::VerifiedOn,
        VerificationPart::Criteria => FormField::SampledCriteria,
        VerificationPart::Evidence => FormField::SampledEvidence,
        VerificationPart::Decision => FormField::Decision,
        VerificationPart::Feedback => FormField::Verification,
    })
}

/// The id of what takes the focus of a part.
pub const fn id(part: VerificationPart) -> &'static str {
    match part {
        VerificationPart::Verifier => "verify-verifier",
        VerificationPart::Apart => APART,
        VerificationPart::Date => "verify-date",
        VerificationPart::Criteria => "verify-criteria",
        VerificationPart::Evidence => "verify-evidence",
        VerificationPart::Decision => "verify-decision",
        VerificationPart::Feedback => "verify-feedback",
    }
}

/// The id of what is wrong with a part.
pub fn wrong_id(part: VerificationPart) -> String {
    format!("{}-wrong", id(part))
}

fn choice_id(decision: Decision) -> String {
    format!("verify-{}", decision.word())
}
