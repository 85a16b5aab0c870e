//! The evidence: a rail of all that came in, the piece in hand, and a way to add another.

use leptos::prelude::*;

use crate::app::component::keys::KeyHint;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::route::Route;
use crate::assessment::nature::kind_name;
use crate::assessment::{Evidence, EvidenceId};
use crate::framework::CriterionId;

use super::piece::Piece;
use super::work::Work;

/// The id of the choice of a kind; one such form stands on the page at a time.
pub const KIND: &str = "evidence-kind";

/// The name of a piece of evidence, with its number: `E3 A morning at the desk`.
pub fn short(index: usize, piece: &Evidence) -> String {
    format!("E{} {}", index + 1, piece.name())
}

/// Whether there is room for a list beside what is in hand, as the style sheet sees it.
pub fn is_wide() -> bool {
    window().match_media("(min-width: 60rem)").ok().flatten().is_some_and(|query| query.matches())
}

/// The rail, and the piece in hand: that of the address, or the first.
#[component]
pub fn EvidencePart(work: Work) -> impl IntoView {
    let assessment = work.session.assessment();
    let ids = Memo::new(move |_| {
        assessment.with(|assessment| assessment.evidence().iter().map(|piece| piece.id.clone()).collect::<Vec<_>>())
    });
    let hand = Memo::new(move |_| {
        let wanted = work.place.with(|place| place.evidence.clone());
        ids.with(|ids| wanted.filter(|wanted| ids.contains(wanted)).or_else(|| ids.first().cloned()))
    });
    let none = move || {
        ids.with(Vec::is_empty).then(|| {
            view! {
                <div class="empty">
                    <p>
                        "What the candidate brings stands here, with where it is kept, what it bears on, and what you confirm of it. Add the first piece by its kind."
                    </p>
                </div>
            }
        })
    };
    let add = move || (!work.sealed.get()).then(|| view! { <AddEvidence work kinds=work.kinds() criterion=None /> });
    view! {
        <div class="unit-work">
            <div class="unit-rail">
                <Rail work ids hand />
                {add}
            </div>
            <div class="unit-work__hand">
                {none}
                // Drawn anew each time: nothing of another piece stays.
                <For each=move || hand.get() key=EvidenceId::clone let:id>
                    <Piece work id />
                </For>
            </div>
        </div>
    }
}

#[component]
fn Rail(work: Work, ids: Memo<Vec<EvidenceId>>, hand: Memo<Option<EvidenceId>>) -> impl IntoView {
    let row = move |index: usize| {
        let Some(id) = ids.with(|ids| ids.get(index).cloned()) else { return ().into_any() };
        let to = Route::Unit(work.place.get_untracked().evidence(id.clone())).to_string();
        let (of, here) = (id.clone(), id);
        let assessment = work.session.assessment();
        let told = Memo::new(move |_| {
            assessment.with(|assessment| {
                let piece = assessment.piece_of_evidence(&of)?;
                Some((short(index, piece), piece.kind_name().to_owned(), piece.is_confirmed()))
            })
        });
        let name = move || told.get().map(|(name, _, _)| name);
        let about = move || {
            told.get().map(|(_, kind, confirmed)| if confirmed { format!("{kind} · ●\u{a0}confirmed") } else { kind })
        };
        view! {
            <a
                class="rate-list__row"
                href=to
                aria-current=move || (hand.get().as_ref() == Some(&here)).then_some("step")
            >
                <span dir="auto">{name}</span>
                <span class="rate-list__rating">{about}</span>
            </a>
        }
        .into_any()
    };
    let count = Memo::new(move |_| ids.with(Vec::len));
    view! {
        <nav aria-label="Evidence" hidden=move || count.get() == 0>
            <details class="unit-rail__fold" open=is_wide()>
                <summary>"All evidence"</summary>
                <Windowed count shape=Shape::ITEMS estimate=64 row />
            </details>
        </nav>
    }
}

/// Adds a piece by its kind: one of those that are named, or any where none is.
#[component]
pub fn AddEvidence(
    work: Work,
    kinds: Vec<String>,
    /// What it bears on from the start.
    criterion: Option<CriterionId>,
) -> impl IntoView {
    let kind = RwSignal::new(kinds.first().cloned().unwrap_or_default());
    let free = kinds.is_empty();
    let field = if free {
        view! {
            <input
                class="field__input"
                id=KIND
                type="text"
                autocomplete="off"
                prop:value=kind
                on:input=move |event| kind.set(event_target_value(&event))
            />
        }
        .into_any()
    } else {
        let options: Vec<_> = kinds
            .into_iter()
            .map(|kind| (kind_name(&kind).to_owned(), kind))
            .map(|(name, kind)| view! { <option value=kind>{name}</option> })
            .collect();
        view! {
            <select class="field__input" id=KIND on:change=move |event| kind.set(event_target_value(&event))>
                {options}
            </select>
        }
        .into_any()
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        work.add_evidence(kind.get_untracked(), criterion.clone());
    };
    view! {
        <form class="add-evidence no-print" on:submit=submit>
            <label for=KIND>"Kind of evidence" <KeyHint key='d' /></label>
            {field}
            <button type="submit" class="button">"Add evidence"</button>
        </form>
    }
}
