//! A piece of evidence: what is known of it, what the assessor confirms, and the criteria that it bears on.

use leptos::prelude::*;

use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::assessment::{Event, Evidence, EvidenceId, EvidencePart, Quality};
use crate::record::Field;

use super::evidence::{KIND, short};
use super::work::Work;

/// The id of the field of the title.
pub fn title_id() -> String {
    part_id(EvidencePart::Title)
}

fn part_id(part: EvidencePart) -> String {
    format!("evidence-{}", part.word())
}

/// The piece of that id.
#[component]
pub fn Piece(work: Work, id: EvidenceId) -> impl IntoView {
    let assessment = work.session.assessment();
    let of = id.clone();
    let name = Memo::new(move |_| {
        assessment.with(|assessment| {
            let index = assessment.evidence().iter().position(|piece| piece.id == of)?;
            Some((
                short(index, assessment.evidence().get(index)?),
                assessment.evidence().get(index)?.kind_name().to_owned(),
            ))
        })
    });
    let withdraw = {
        let id = id.clone();
        move |_| {
            if work.session.record(Event::WithdrewEvidence { evidence: id.clone() }) {
                focus::soon(vec![KIND.to_owned()]);
            }
        }
    };
    let parts: Vec<_> =
        EvidencePart::ALL.map(|part| view! { <PieceField work id=id.clone() part /> }).into_iter().collect();
    view! {
        <article class="piece" aria-labelledby="piece-title">
            <h2 id="piece-title" dir="auto">{move || name.get().map(|(name, _)| name)}</h2>
            <p class="question__about">{move || name.get().map(|(_, kind)| kind)}</p>
            <div class="piece__fields">{parts}</div>
            <Qualities work id=id.clone() />
            <Criteria work id />
            <button
                type="button"
                class="button"
                disabled=move || work.sealed.get()
                on:click=withdraw
            >
                "Withdraw this evidence"
            </button>
        </article>
    }
}

/// A line of what is known of it: kept letter by letter.
#[component]
fn PieceField(work: Work, id: EvidenceId, part: EvidencePart) -> impl IntoView {
    let session = work.session;
    let field = Field::Evidence(id, part);
    let shown = field.clone();
    let value = move || session.text(&shown);
    let typed = move |event| session.type_text(field.clone(), event_target_value(&event));
    let input = if part == EvidencePart::Relevance {
        view! {
            <textarea
                id=part_id(part)
                rows="3"
                dir="auto"
                readonly=move || work.sealed.get()
                prop:value=value
                on:input=typed
                on:blur=move |_| session.settle()
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                class="field__input"
                id=part_id(part)
                type="text"
                dir="auto"
                autocomplete="off"
                readonly=move || work.sealed.get()
                prop:value=value
                on:input=typed
                on:blur=move |_| session.settle()
            />
        }
        .into_any()
    };
    view! {
        <div class="field" class:piece__field--wide=matches!(part, EvidencePart::Title | EvidencePart::Place | EvidencePart::Relevance)>
            <label class="field__label" for=part_id(part)>{part.name()}</label>
            {input}
        </div>
    }
}

/// What the assessor confirms.
#[component]
fn Qualities(work: Work, id: EvidenceId) -> impl IntoView {
    let assessment = work.session.assessment();
    let box_of = |quality: Quality| {
        let (of, on) = (id.clone(), id.clone());
        let checked = Memo::new(move |_| {
            assessment.with(|assessment| {
                assessment.piece_of_evidence(&of).is_some_and(|piece: &Evidence| piece.confirmed.contains(&quality))
            })
        });
        let change = move |event| {
            let confirmed = event_target_checked(&event);
            work.session.record(Event::ConfirmedEvidence { evidence: on.clone(), quality, confirmed });
        };
        view! {
            <label class="tie__label">
                <input type="checkbox" disabled=move || work.sealed.get() prop:checked=checked on:change=change />
                <span>{quality.name()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="piece__qualities">
            <legend>"I confirm that it is"</legend>
            {Quality::ALL.map(box_of).into_iter().collect_view()}
        </fieldset>
    }
}

/// Every criterion of the unit, tied or not.
#[component]
fn Criteria(work: Work, id: EvidenceId) -> impl IntoView {
    let row = move |index: usize| view! { <CriterionTie work index id=id.clone() /> }.into_any();
    view! {
        <section aria-label="Criteria that it bears on">
            <h3>"It bears on"</h3>
            <Windowed count=work.count() shape=Shape::ITEMS estimate=48 row />
        </section>
    }
}

#[component]
fn CriterionTie(work: Work, index: usize, id: EvidenceId) -> impl IntoView {
    let Some(listed) = work.listed(index) else { return ().into_any() };
    let assessment = work.session.assessment();
    let (of, piece) = (listed.criterion.id.clone(), id.clone());
    let tied = Memo::new(move |_| {
        assessment.with(|assessment| {
            let piece = assessment.piece_of_evidence(&piece).zip(assessment.basis.original(&of));
            piece.is_some_and(|(piece, original)| piece.criteria.contains(original))
        })
    });
    let on = listed.criterion.id.clone();
    let change = move |event| {
        let tied = event_target_checked(&event);
        work.session.record(Event::TiedEvidence { evidence: id.clone(), criterion: on.clone(), tied });
    };
    // The second press of a double one on what stood here before ties nothing.
    let once = |event: leptos::ev::MouseEvent| {
        if event.detail() > 1 {
            event.prevent_default();
        }
    };
    let heading = work.outcome_above(&listed);
    let heading = heading.map(|name| view! { <p class="unit-rail__outcome">{name}</p> });
    let code = listed.criterion.code.clone().map(|code| format!("{code} "));
    view! {
        {heading}
        <label class="tie__label" on:click=once>
            <input type="checkbox" disabled=move || work.sealed.get() prop:checked=tied on:change=change />
            <span>{code} {listed.criterion.text.clone()}</span>
        </label>
    }
    .into_any()
}
