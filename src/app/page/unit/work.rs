//! What every part of the page needs: the session, how the unit stands, what is in hand, and the unit's contents in the
//! order in which they are worked through. What is in hand stands in the address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::clock;
use crate::app::focus;
use crate::app::route::{Address, Route, UnitPart, UnitPlace};
use crate::app::session::Session;
use crate::assessment::standing::{CriterionStanding, OutcomeStanding, Standing, standing};
use crate::assessment::{Assessment, Event, EvidenceId, PersonId};
use crate::framework::{Competency, Criterion, CriterionId, Places};
use crate::record::Person;
use crate::report::outcome_names;

use super::evidence::short;

/// A handle: copies are the same work.
#[derive(Clone, Copy)]
pub struct Work {
    pub session: Session,
    pub place: Memo<UnitPlace>,
    pub standing: Memo<Arc<Standing>>,
    pub sealed: Memo<bool>,
    /// Each piece of evidence with its number and its name.
    pub pieces: Memo<Vec<(EvidenceId, String)>>,
    pub people: RwSignal<Vec<Person>>,
    /// The criterion in hand, by its place in the unit.
    pub hand: Memo<usize>,
    address: Address,
    contents: StoredValue<Arc<Contents>>,
}

struct Contents {
    outcomes: Vec<Competency>,
    names: Vec<String>,
    criteria: Vec<Arc<Listed>>,
}

/// A criterion in its place.
pub struct Listed {
    /// The place of its outcome in the unit.
    pub outcome: usize,
    /// Its place in the outcome.
    pub place: usize,
    pub criterion: Criterion,
}

impl Contents {
    fn of(assessment: &Assessment) -> Self {
        let basis = &assessment.basis;
        let places = Places::of(&basis.framework);
        let outcomes: Vec<_> = basis.competencies().cloned().collect();
        let criteria = basis.competencies().enumerate().flat_map(|(outcome, competency)| {
            let expected = places.expected(competency, &basis.guide.level).into_iter().enumerate();
            expected.map(move |(place, criterion)| Arc::new(Listed { outcome, place, criterion: criterion.clone() }))
        });
        let criteria = criteria.collect();
        Self { outcomes, names: outcome_names(basis), criteria }
    }
}

impl Work {
    /// Begins with what the address says.
    pub fn new(session: Session, people: Vec<Person>) -> Self {
        let address = Address::expect();
        let assessment = session.assessment();
        let contents = StoredValue::new(Arc::new(assessment.with_untracked(Contents::of)));
        let standing = Memo::new(move |_| Arc::new(assessment.with(standing)));
        let place = Memo::new(move |_| match address.get() {
            Route::Unit(place) if place.id == session.id() => place,
            _ => UnitPlace::of(session.id()),
        });
        let hand = Memo::new(move |_| {
            let (wanted, working) = place.with(|place| (place.criterion.clone(), place.part == UnitPart::Criteria));
            contents.with_value(|contents| {
                let at = |id: &CriterionId| contents.criteria.iter().position(|listed| listed.criterion.id == *id);
                // Where nothing is said, work begins at the first one that is not achieved.
                wanted.as_ref().and_then(at).unwrap_or_else(|| match working {
                    // While one is worked on, no other takes its place.
                    true => standing.with_untracked(|now| first_open(now)),
                    false => standing.with(|now| first_open(now)),
                })
            })
        });
        let sealed = Memo::new(move |_| assessment.with(Assessment::is_sealed));
        let pieces = Memo::new(move |_| {
            assessment.with(|assessment| {
                let named = assessment.evidence().iter().enumerate();
                named.map(|(index, piece)| (piece.id.clone(), short(index, piece))).collect()
            })
        });
        let people = RwSignal::new(people);
        Self { session, place, standing, sealed, pieces, people, hand, address, contents }
    }

    /// How many criteria the unit has.
    pub fn count(self) -> usize {
        self.contents.with_value(|contents| contents.criteria.len())
    }

    /// A criterion by its place in the unit.
    pub fn listed(self, index: usize) -> Option<Arc<Listed>> {
        self.contents.with_value(|contents| contents.criteria.get(index).cloned())
    }

    /// The place of a criterion in the unit.
    pub fn index_of(self, id: &CriterionId) -> Option<usize> {
        self.contents.with_value(|contents| contents.criteria.iter().position(|listed| listed.criterion.id == *id))
    }

    /// The outcomes, in order.
    pub fn outcomes(self) -> usize {
        self.contents.with_value(|contents| contents.outcomes.len())
    }

    pub fn outcome(self, index: usize) -> Option<Competency> {
        self.contents.with_value(|contents| contents.outcomes.get(index).cloned())
    }

    /// What an outcome is called.
    pub fn outcome_name(self, index: usize) -> Option<String> {
        self.contents.with_value(|contents| contents.names.get(index).cloned())
    }

    /// The name of its outcome, above the first criterion of each.
    pub fn outcome_above(self, listed: &Listed) -> Option<String> {
        self.outcome_name(listed.outcome).filter(|_| listed.place == 0)
    }

    /// Every kind of evidence that an outcome names, each once.
    pub fn kinds(self) -> Vec<String> {
        self.contents.with_value(|contents| {
            let mut kinds: Vec<String> = Vec::new();
            for kind in contents.outcomes.iter().flat_map(|outcome| &outcome.evidence) {
                if !kinds.contains(kind) {
                    kinds.push(kind.clone());
                }
            }
            kinds
        })
    }

    /// How a criterion stands; tracked.
    pub fn criterion_standing(self, listed: &Listed) -> Option<CriterionStanding> {
        self.standing.with(|standing| standing.outcomes.get(listed.outcome)?.criteria.get(listed.place).cloned())
    }

    /// What an outcome comes to; tracked.
    pub fn outcome_standing<T>(self, index: usize, read: impl FnOnce(&OutcomeStanding) -> T) -> Option<T> {
        self.standing.with(|standing| standing.outcomes.get(index).map(read))
    }

    /// The name of somebody who takes part, or a pseudonym; tracked.
    pub fn name(self, id: &PersonId) -> String {
        let candidate = self.session.assessment().with_untracked(|assessment| assessment.started.candidate == *id);
        self.people.with(|people| match Person::name(people, id) {
            None if candidate => Person::candidate(people, id),
            None => format!("Person {}", id.pseudonym()),
            Some(name) => name,
        })
    }

    /// The address of a part. That of the criteria names the one in hand, so that it stays in hand whatever changes.
    pub fn at(self, part: UnitPart) -> UnitPlace {
        let listed = self.listed(self.hand.get()).filter(|_| part == UnitPart::Criteria);
        self.place.with(|place| match listed {
            Some(listed) => place.criterion(listed.criterion.id.clone()),
            None => place.part(part),
        })
    }

    /// Goes to another part, or to something else within it; the back button leads back.
    pub fn go(self, place: UnitPlace) {
        self.session.forget_refusal();
        self.address.go(Route::Unit(place));
    }

    /// Takes the criterion of that place into hand, without a step for the back button.
    pub fn take(self, index: usize) {
        if let Some(listed) = self.listed(index) {
            self.session.forget_refusal();
            let place = self.place.get_untracked().criterion(listed.criterion.id.clone());
            self.address.replace(Route::Unit(place));
            focus::soon(vec![super::criterion::TITLE.to_owned()]);
        }
    }

    /// Adds a piece of evidence that bears on a criterion, and takes it into hand.
    pub fn add_evidence(self, kind: String, criterion: Option<CriterionId>) {
        let evidence = EvidenceId::new(clock::new_id());
        if !self.session.record(Event::AddedEvidence { evidence: evidence.clone(), kind }) {
            return;
        }
        if let Some(criterion) = criterion {
            self.session.record(Event::TiedEvidence { evidence: evidence.clone(), criterion, tied: true });
        }
        self.go(self.place.get_untracked().evidence(evidence.clone()));
        focus::soon(vec![super::piece::title_id()]);
    }

    /// Whether the part is in view; tracked.
    pub fn shows(self, part: UnitPart) -> bool {
        self.place.with(|place| place.part == part)
    }
}

fn first_open(standing: &Standing) -> usize {
    let mut criteria = standing.outcomes.iter().flat_map(|outcome| &outcome.criteria);
    criteria.position(|criterion| !criterion.is_complete()).unwrap_or(0)
}
