//! What is outstanding, outcome by outcome, and how it may be evidenced. What is achieved is told in one line.

use leptos::prelude::*;

use crate::app::component::criterion_list;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::route::{Route, UnitPart};
use crate::assessment::nature::kind_beside_notes;
use crate::assessment::standing::{OutcomeLack, OutcomeStanding};

use super::work::Work;

/// A row of the list.
#[derive(Clone, Copy, PartialEq)]
enum Row {
    Outcome(usize),
    /// By its place in the unit.
    Criterion(usize),
}

/// The outcomes and what each lacks.
#[component]
pub fn Outstanding(work: Work) -> impl IntoView {
    let rows = Memo::new(move |_| {
        let rows =
            (0..work.count()).filter_map(|index| Some((index, work.listed(index)?))).flat_map(|(index, listed)| {
                let outcome = (listed.place == 0).then_some(Row::Outcome(listed.outcome));
                let open = work.criterion_standing(&listed).is_some_and(|standing| !standing.is_complete());
                outcome.into_iter().chain(open.then_some(Row::Criterion(index)))
            });
        rows.collect::<Vec<_>>()
    });
    let row = move |index: usize| match rows.with(|rows| rows.get(index).copied()) {
        Some(Row::Outcome(outcome)) => view! { <Outcome work outcome /> }.into_any(),
        Some(Row::Criterion(index)) => view! { <Criterion work index /> }.into_any(),
        None => ().into_any(),
    };
    let count = Memo::new(move |_| rows.with(Vec::len));
    let achieved = move || {
        work.standing.with(|standing| standing.is_achieved()).then(|| {
            let to = Route::Unit(work.place.get_untracked().part(UnitPart::Decision)).to_string();
            view! {
                <p class="banner">
                    "Nothing is outstanding: every outcome is achieved. " <a href=to>"Go to the decision"</a> "."
                </p>
            }
        })
    };
    view! {
        {achieved}
        <section class="outstanding" aria-label="Outstanding">
            <Windowed count shape=Shape::LIST estimate=84 row />
        </section>
    }
}

#[component]
fn Outcome(work: Work, outcome: usize) -> impl IntoView {
    let name = work.outcome_name(outcome);
    let done = Memo::new(move |_| work.outcome_standing(outcome, |standing| standing.is_achieved()) == Some(true));
    let state = move || work.outcome_standing(outcome, OutcomeStanding::told);
    let lacks = move || {
        let lacks = work.outcome_standing(outcome, |standing| {
            standing.lacks.iter().map(OutcomeLack::told).chain(standing.remarks()).collect::<Vec<_>>()
        });
        lacks.unwrap_or_default().into_iter().map(|lack| view! { <li>{lack}</li> }).collect_view()
    };
    let ways = move || {
        (!done.get()).then(|| {
            let ways = work.outcome(outcome).map(|competency| ways(&competency.evidence, &competency.notes));
            ways.flatten()
        })
    };
    view! {
        <header class="outstanding__outcome">
            <h2>{name}</h2>
            <p class="outstanding__state">{state}</p>
            <ul class="outstanding__lacks">{lacks}</ul>
            {ways}
        </header>
    }
    .into_any()
}

/// How an outcome may be evidenced. What the unit notes about that is folded.
fn ways(kinds: &[String], notes: &[String]) -> Option<AnyView> {
    let notes = criterion_list::list("Notes of the unit", notes).map(|notes| {
        view! {
            <details class="outstanding__notes">
                <summary>"What the unit notes about its evidence"</summary>
                {notes}
            </details>
        }
    });
    let kinds = (!kinds.is_empty()).then(|| {
        let kinds: Vec<_> = kinds.iter().map(|kind| kind_beside_notes(kind)).collect();
        view! { <p class="outstanding__ways">"May be evidenced by: " {kinds.join(" · ")}</p> }
    });
    (kinds.is_some() || notes.is_some()).then(|| view! { {kinds} {notes} }.into_any())
}

#[component]
fn Criterion(work: Work, index: usize) -> impl IntoView {
    let Some(listed) = work.listed(index) else { return ().into_any() };
    let to = Route::Unit(work.place.get_untracked().criterion(listed.criterion.id.clone())).to_string();
    let (code, text) = (listed.criterion.code.clone(), listed.criterion.text.clone());
    let lacks = move || {
        let standing = work.criterion_standing(&listed);
        let lacks = standing.map(|standing| standing.lacks).unwrap_or_default();
        lacks.iter().map(|lack| view! { <li>{lack.told()}</li> }).collect_view()
    };
    view! {
        <div class="outstanding__criterion">
            <a href=to>{code.map(|code| format!("{code} "))} {text}</a>
            <ul class="outstanding__lacks">{lacks}</ul>
        </div>
    }
    .into_any()
}
