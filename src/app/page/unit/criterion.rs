//! The criterion in hand: met or not yet, what it lacks, its ranges, the evidence that bears on it, and feedback.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::criterion_list;
use crate::app::component::keys::KeyHint;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::route::Route;
use crate::assessment::{Event, EvidenceId, Mark};
use crate::framework::CriterionId;
use crate::record::Field;

use super::amend::Amend;
use super::evidence::AddEvidence;
use super::plan::{actions_of, plan_action};
use super::range::Ranges;
use super::work::{Listed, Work};

/// The id of the heading of the criterion in hand.
pub const TITLE: &str = "criterion-title";

/// The id of the field of feedback.
pub const FEEDBACK: &str = "feedback";

/// Marks the criterion in hand, or takes the mark back.
pub fn mark(work: Work, mark: Option<Mark>) {
    if let Some(listed) = work.listed(work.hand.get_untracked()) {
        work.session.record(Event::MarkedCriterion { criterion: listed.criterion.id.clone(), mark });
    }
}

/// The criterion of that place.
#[component]
pub fn CriterionInHand(work: Work, index: usize) -> impl IntoView {
    let Some(listed) = work.listed(index) else { return ().into_any() };
    let criterion = listed.criterion.clone();
    let outcome = work.outcome(listed.outcome);
    let about = work.outcome_name(listed.outcome);
    let kinds = outcome.map(|outcome| outcome.evidence).unwrap_or_default();
    let judged = {
        let listed = Arc::clone(&listed);
        move || {
            if work.sealed.get() {
                view! { <Amend work listed=Arc::clone(&listed) /> }.into_any()
            } else {
                view! { <Marks work listed=Arc::clone(&listed) /> }.into_any()
            }
        }
    };
    let id = criterion.id.clone();
    let feedback = move || (!work.sealed.get()).then(|| view! { <Feedback work id=id.clone() /> });
    view! {
        <article class="unit-criterion" aria-labelledby=TITLE>
            <p class="question__about">{about} {format!(" · criterion {} of {}", index + 1, work.count())}</p>
            <h2 class="unit-criterion__text" id=TITLE tabindex="-1">
                {criterion.code.clone().map(|code| format!("{code} "))} {criterion.text.clone()}
            </h2>
            {criterion_list::list("For example", &criterion.examples)}
            {criterion_list::list("Guidance", &criterion.guidance)}
            {judged}
            <Lacks work listed=Arc::clone(&listed) />
            <Ranges work listed=Arc::clone(&listed) />
            <Ties work id=criterion.id.clone() kinds />
            {feedback}
            <Actions work id=criterion.id />
        </article>
    }
    .into_any()
}

#[component]
fn Marks(work: Work, listed: Arc<Listed>) -> impl IntoView {
    let now = Memo::new(move |_| work.criterion_standing(&listed).and_then(|standing| standing.mark));
    let choice = |(choice, key): (Option<Mark>, Option<char>)| {
        view! {
            <label class="mark-choice" data-mark=choice.map_or("not asked", Mark::name)>
                <input
                    type="radio"
                    name="criterion-mark"
                    prop:checked=move || now.get() == choice
                    on:change=move |_| mark(work, choice)
                />
                <span aria-hidden="true">{choice.map_or("·", Mark::glyph)}</span>
                <span>{choice.map_or("not marked", Mark::name)}</span>
                {key.map(|key| view! { <KeyHint key /> })}
            </label>
        }
    };
    let choices = [(Some(Mark::Met), Some('m')), (Some(Mark::NotYet), Some('o')), (None, None)];
    view! {
        <fieldset class="unit-criterion__marks">
            <legend>"Judgement"</legend>
            <div class="mark-row__choices">{choices.map(choice)}</div>
        </fieldset>
    }
}

/// What is still outstanding.
#[component]
fn Lacks(work: Work, listed: Arc<Listed>) -> impl IntoView {
    let lacks = Memo::new(move |_| {
        let standing = work.criterion_standing(&listed);
        standing.map(|standing| standing.lacks.iter().map(|lack| lack.told()).collect::<Vec<_>>()).unwrap_or_default()
    });
    move || {
        let lacks = lacks.get();
        if lacks.is_empty() {
            view! { <p class="unit-criterion__achieved">"● Met, and nothing is outstanding."</p> }.into_any()
        } else {
            let lacks: Vec<_> = lacks.into_iter().map(|lack| view! { <li>{lack}</li> }).collect();
            view! {
                <section class="unit-criterion__lacks" aria-label="Outstanding for this criterion">
                    <h3>"Outstanding"</h3>
                    <ul>{lacks}</ul>
                </section>
            }
            .into_any()
        }
    }
}

/// The evidence, each piece tied or not, and a way to add some.
#[component]
fn Ties(work: Work, id: CriterionId, kinds: Vec<String>) -> impl IntoView {
    let pieces = work.pieces;
    let of = id.clone();
    let row = move |index: usize| match pieces.with(|pieces| pieces.get(index).cloned()) {
        Some((evidence, name)) => view! { <Tie work criterion=of.clone() evidence name /> }.into_any(),
        None => ().into_any(),
    };
    let count = Memo::new(move |_| pieces.with(Vec::len));
    let add = {
        let id = id.clone();
        move || {
            (!work.sealed.get()).then(|| view! { <AddEvidence work kinds=kinds.clone() criterion=Some(id.clone()) /> })
        }
    };
    let none =
        move || pieces.with(Vec::is_empty).then(|| view! { <p class="unit__none">"No evidence came in yet."</p> });
    view! {
        <section class="unit-criterion__evidence" aria-label="Evidence for this criterion">
            <h3>"Evidence that bears on it"</h3>
            {none}
            <Windowed count shape=Shape::ITEMS estimate=48 row />
            {add}
        </section>
    }
}

/// One piece of evidence, tied to a criterion or not.
#[component]
fn Tie(
    work: Work,
    criterion: CriterionId,
    evidence: EvidenceId,
    /// What stands beside the box.
    name: String,
) -> impl IntoView {
    let assessment = work.session.assessment();
    let (on, piece) = (criterion.clone(), evidence.clone());
    let tied = Memo::new(move |_| {
        assessment.with(|assessment| {
            let original = assessment.basis.original(&on);
            let piece = assessment.piece_of_evidence(&piece);
            piece.zip(original).is_some_and(|(piece, original)| piece.criteria.contains(original))
        })
    });
    let to = Route::Unit(work.place.get_untracked().evidence(evidence.clone())).to_string();
    let change = move |event| {
        let tied = event_target_checked(&event);
        work.session.record(Event::TiedEvidence { evidence: evidence.clone(), criterion: criterion.clone(), tied });
    };
    let label = format!("Open: {name}");
    view! {
        <div class="tie">
            <label class="tie__label">
                <input type="checkbox" disabled=move || work.sealed.get() prop:checked=tied on:change=change />
                <span dir="auto">{name}</span>
            </label>
            <a class="tie__open" href=to aria-label=label>"Open"</a>
        </div>
    }
}

/// What the assessor says to the candidate: kept letter by letter.
#[component]
fn Feedback(work: Work, id: CriterionId) -> impl IntoView {
    let session = work.session;
    let field = Field::Feedback(id);
    let shown = field.clone();
    view! {
        <section class="unit-criterion__feedback">
            <h3>
                <label for=FEEDBACK>"Feedback to the candidate"</label>
                <KeyHint key='t' />
            </h3>
            <textarea
                id=FEEDBACK
                rows="4"
                dir="auto"
                prop:value=move || session.text(&shown)
                on:input=move |event| session.type_text(field.clone(), event_target_value(&event))
                on:blur=move |_| session.settle()
            ></textarea>
        </section>
    }
}

/// What is planned for it.
#[component]
fn Actions(work: Work, id: CriterionId) -> impl IntoView {
    let of = id.clone();
    let planned = Memo::new(move |_| actions_of(work, &of));
    let list = move || planned.get().into_iter().map(|words| view! { <li dir="auto">{words}</li> }).collect_view();
    let plan = move |_| plan_action(work, Some(id.clone()));
    view! {
        <section class="unit-criterion__plan no-print" aria-label="Action plan for this criterion">
            <ul>{list}</ul>
            <button type="button" class="button" disabled=move || work.sealed.get() on:click=plan>
                "Plan an action for it"
                <KeyHint key='a' />
            </button>
        </section>
    }
}
