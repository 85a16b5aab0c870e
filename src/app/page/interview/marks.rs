//! The marks of what a question aims at: by one press beside each criterion, or by keys on the one in hand.

use leptos::prelude::*;

use crate::app::component::keys::KeyHint;
use crate::app::component::mark_row::{MarkRow, mark_key};
use crate::app::keys::{Action, no_such};
use crate::app::session::Session;
use crate::app::told::Told;
use crate::assessment::{Event, Mark};
use crate::framework::{Criterion, QuestionId};
use crate::report::{TiedNotes, criterion_name, tied_notes};

use super::fold::{Fold, Folds};
use super::hand::Hand;
use super::tied::Tied;

/// The criteria, each with the line that tells its place.
#[component]
pub fn Marks(session: Session, question: QuestionId, aims: Vec<(Criterion, Option<String>)>) -> impl IntoView {
    let criteria = StoredValue::new(aims.iter().map(|(criterion, _)| criterion.clone()).collect::<Vec<_>>());
    let mark = marking(session, question, criteria);
    offer_marks(session, criteria, mark);
    let notes = Memo::new(move |_| session.assessment().with(tied_notes));
    no_such(Told::expect(), "criterion").for_each(super::offer);
    // The check before submission asks for such a tie.
    let aimless = aims.is_empty().then(|| {
        view! {
            <p class="field__hint">
                "This question aims at no criterion: there is nothing to mark. A line of its note is tied to one by its code or id in brackets at the end."
            </p>
        }
    });
    let rows: Vec<_> = aims
        .into_iter()
        .zip(('1'..='9').map(Some).chain(std::iter::repeat(None)))
        .map(|((criterion, place), key)| {
            if let Some(key) = key {
                offer_in_hand(key, &criterion);
            }
            view! { <Row session criterion place key mark notes /> }
        })
        .collect();
    view! {
        <section class="question__marks" aria-label="Criteria">
            <h3>"Criteria"</h3>
            {aimless}
            {rows}
        </section>
    }
}

/// Marks a criterion, or takes its mark back, and tells it.
fn marking(
    session: Session,
    question: QuestionId,
    criteria: StoredValue<Vec<Criterion>>,
) -> Callback<(Criterion, Option<Mark>)> {
    let told = Told::expect();
    Callback::new(move |(criterion, mark): (Criterion, Option<Mark>)| {
        if mark.is_some() {
            // What was judged was asked.
            session.put_after_all(&question);
        }
        if session.record(Event::MarkedCriterion { criterion: criterion.id.clone(), mark }) {
            told.tell(format!("{}: {}", called(criteria, &criterion), mark.map_or("not asked", Mark::name)));
        }
    })
}

/// How a criterion of this question is called: by its code, or by its place, which is also its digit.
fn called(criteria: StoredValue<Vec<Criterion>>, criterion: &Criterion) -> String {
    let place = || criteria.with_value(|criteria| criteria.iter().position(|other| other.id == criterion.id));
    criterion.code.clone().unwrap_or_else(|| format!("Criterion {}", place().unwrap_or_default() + 1))
}

/// The key that takes a criterion in hand. While a fold is open whose choices are numbered, digits are theirs.
fn offer_in_hand(key: char, criterion: &Criterion) {
    let (hand, folds, told) = (Hand::expect(), Folds::expect(), Told::expect());
    let name = criterion_name(criterion);
    let (id, taken) = (criterion.id.clone(), format!("{name} in hand"));
    let take = move || {
        hand.take(Some(id.clone()));
        told.tell(taken.clone());
    };
    let free = move || ![Fold::Rating, Fold::Skip, Fold::Add, Fold::Time].into_iter().any(|fold| folds.is_open(fold));
    super::offer(Action::new(key, &format!("Take in hand: {name}"), take).when(free));
}

/// The keys that mark the criterion in hand. The same key again takes the mark back.
fn offer_marks(session: Session, criteria: StoredValue<Vec<Criterion>>, mark: Callback<(Criterion, Option<Mark>)>) {
    let hand = Hand::expect();
    let in_hand = Memo::new(move |_| {
        let id = hand.get()?;
        criteria.with_value(|criteria| criteria.iter().find(|criterion| criterion.id == id).cloned())
    });
    let offered = session
        .assessment()
        .with_untracked(|assessment| Mark::offered(assessment.form(), assessment.basis.framework.purpose));
    for &choice in offered {
        let press = move || {
            let Some(criterion) = in_hand.get_untracked() else { return };
            let before = session.assessment().with_untracked(|assessment| assessment.mark(&criterion.id));
            mark.run((criterion, (before != Some(choice)).then_some(choice)));
        };
        let name = move || {
            in_hand
                .get()
                .map_or_else(String::new, |criterion| format!("{}: {}", called(criteria, &criterion), choice.name()))
        };
        let action = Action::new(mark_key(choice), "", press).named(name);
        super::offer(action.when(move || in_hand.get().is_some()));
    }
}

#[component]
fn Row(
    session: Session,
    criterion: Criterion,
    place: Option<String>,
    /// The digit that takes it in hand.
    key: Option<char>,
    mark: Callback<(Criterion, Option<Mark>)>,
    notes: Memo<TiedNotes>,
) -> impl IntoView {
    let hand = Hand::expect();
    let purpose = session.assessment().with_untracked(|assessment| assessment.basis.framework.purpose);
    let of = criterion.id.clone();
    let shown = Signal::derive(move || session.assessment().with(|assessment| assessment.mark(&of)));
    let (here, marked, tied) = (criterion.id.clone(), criterion.clone(), criterion.id.clone());
    let on_mark = Callback::new(move |choice: Option<Mark>| mark.run((marked.clone(), choice)));
    let in_hand = Memo::new(move |_| hand.get().as_ref() == Some(&here));
    // Whoever is at a criterion with thumb or focus has it in hand.
    let id = criterion.id.clone();
    let take = move |_| {
        if !in_hand.get_untracked() {
            hand.take(Some(id.clone()));
        }
    };
    view! {
        <div class="question__criterion" aria-current=move || in_hand.get().then_some("true") on:focusin=take>
            {key.map(|key| view! { <KeyHint key /> })}
            <MarkRow criterion place purpose mark=shown on_mark in_hand key />
            <Tied session notes criterion=tied />
        </div>
    }
}
