//! A small framework of our own, and what the tests make of it.

use std::sync::{Arc, LazyLock};

use touchstone::assessment::{
    Against, Assessment, Basis, Entry, Event, Mark, PersonId, Rating, Recommendation, Recommended, Refusal, Started,
    lint,
};
use touchstone::framework::{CompetencyId, CriterionId, Framework, LevelId, QuestionId, from_json};
use touchstone::guide::{Guide, Plan, Revision};

/// The text of `tests/fixtures/library-desk.json`: seven levels, five rungs, three competencies.
pub const LIBRARY_DESK: &str = include_str!("../fixtures/library-desk.json");

pub fn library_desk() -> Framework {
    static READ: LazyLock<Framework> = LazyLock::new(|| from_json(LIBRARY_DESK).unwrap());
    READ.clone()
}

pub fn level(id: &str) -> LevelId {
    LevelId::new(id)
}

pub fn competency(id: &str) -> CompetencyId {
    CompetencyId::new(id)
}

pub fn criterion(id: &str) -> CriterionId {
    CriterionId::new(id)
}

pub fn question(id: &str) -> QuestionId {
    QuestionId::new(id)
}

/// A guide for the desk at 2B: greeting and lending, four questions; shelving expects nothing there.
pub fn guide(framework: &Framework) -> Guide {
    let mut plan = Plan::ready(framework, Some(&level("2b")));
    plan.role = "Desk lead".to_owned();
    plan.questions = ["greeting.q1", "greeting.q3", "lending.q2", "lending.q3"].map(question).to_vec();
    plan.freeze(framework)
}

/// That guide with its framework, always the same.
pub fn basis() -> Arc<Basis> {
    static BASIS: LazyLock<Arc<Basis>> = LazyLock::new(|| {
        let framework = library_desk();
        Arc::new(Basis::new(guide(&framework), framework))
    });
    Arc::clone(&BASIS)
}

pub fn started(basis: &Basis) -> Event {
    Event::Started(Started {
        candidate: PersonId::new("c1"),
        interviewer: PersonId::new("i1"),
        framework: Revision { id: basis.framework.id.clone(), digest: basis.framework_digest().clone() },
        against: Against::Guide(basis.guide_digest().clone()),
    })
}

/// An entry a second after the one before it, which it does not name.
pub fn entry(seq: u32, event: Event) -> Entry {
    Entry::new(seq, second(seq), None, event)
}

/// When an entry of that number is written.
fn second(seq: u32) -> i64 {
    1_700_000_000_000 + i64::from(seq) * 1000
}

/// An assessment that has just begun.
pub fn begun() -> Assessment {
    let basis = basis();
    let first = entry(1, started(&basis));
    Assessment::begin(basis, first).unwrap()
}

/// The entry that comes next, a second after the one before it.
pub fn next(assessment: &Assessment, event: Event) -> Entry {
    assessment.next(second(assessment.next_seq()), event)
}

/// The entry that follows when all this happened.
#[track_caller]
pub fn following(events: &[Event], event: Event) -> Entry {
    next(&after(events), event)
}

/// Applies the next event.
pub fn then(assessment: &mut Assessment, event: Event) -> Result<(), Refusal> {
    assessment.apply(next(assessment, event))
}

/// An assessment in which all this happened.
#[track_caller]
pub fn after(events: &[Event]) -> Assessment {
    let mut assessment = begun();
    for event in events {
        then(&mut assessment, event.clone()).unwrap_or_else(|refusal| panic!("{event:?}: {refusal}"));
    }
    assessment
}

/// These, and that everything the check finds then stands as it is.
pub fn seen(mut events: Vec<Event>) -> Vec<Event> {
    let open = lint::open(&after(&events));
    events.extend(open.into_iter().map(|finding| Event::WavedThrough { finding: finding.id }));
    events
}

/// An interview that can be submitted.
pub fn concluded() -> Vec<Event> {
    vec![
        asked("greeting.q1"),
        noted("greeting.q1", "Looked up and smiled"),
        marked("greeting.3", Mark::Met),
        marked("lending.3", Mark::Met),
        rated("greeting", at("2")),
        rated("lending", at("2b")),
        recommended(Recommendation::Yes),
    ]
}

pub fn asked(id: &str) -> Event {
    Event::AskedQuestion { question: question(id) }
}

pub fn skipped(id: &str, reason: &str) -> Event {
    Event::SkippedQuestion { question: question(id), reason: reason.to_owned() }
}

pub fn noted(id: &str, text: &str) -> Event {
    Event::WroteNote { question: question(id), text: text.to_owned() }
}

pub fn marked(id: &str, mark: impl Into<Option<Mark>>) -> Event {
    Event::MarkedCriterion { criterion: criterion(id), mark: mark.into() }
}

pub fn rated(id: &str, rating: Rating) -> Event {
    Event::RatedCompetency { competency: competency(id), rating }
}

pub fn at(id: &str) -> Rating {
    Rating::At { level: level(id) }
}

pub fn not_assessed(reason: &str) -> Rating {
    Rating::NotAssessed { reason: reason.to_owned() }
}

pub fn recommended(recommendation: Recommendation) -> Event {
    Event::Recommended(Recommended { recommendation, reason: "Enough was shown.".to_owned() })
}

pub fn undone(seq: u32) -> Event {
    Event::Undone { seq }
}
