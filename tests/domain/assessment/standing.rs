//! How a unit stands: what is outstanding, how it may be evidenced, and what makes an outcome achieved.

use std::sync::Arc;

use touchstone::assessment::standing::{OutcomeLack, Standing, standing};
use touchstone::assessment::{
    Against, Assessment, Basis, Event, EvidenceId, Mark, PersonId, Quality, Refusal, Started,
};
use touchstone::framework::from_json;
use touchstone::guide::Revision;

use crate::fixture::*;

const UNIT: &str = r#"{"format": "touchstone-framework/1", "id": "desk-unit", "title": "The desk", "language": "en",
    "purpose": "unit", "source": {"publisher": "P", "document": "D"}, "levels": [{"id": "achieved", "name": "Achieved"}],
    "competencies": [
      {"id": "know", "title": "Understand lending", "evidence": ["Questions", "Report on lending"],
       "expectations": [{"level": "achieved", "criteria": [
         {"id": "know.1", "text": "Explains fees", "range": [
           {"title": "fees", "items": ["Late", "Damage", "Loss"], "minimum": 2}, {"items": ["Cash", "Card"]}]}]}]},
      {"id": "lend", "title": "Be able to lend", "evidence": ["Observation", "Questions", "Report on lending", "Tagebuch"],
       "expectations": [{"level": "achieved", "criteria": [
         {"id": "lend.1", "text": "Lends a book"}, {"id": "lend.2", "text": "Takes it back"},
         {"id": "lend.3", "text": "Explains fees", "repeats": "know.1"}]}]}]}"#;

fn begun() -> Assessment {
    let basis = Arc::new(Basis::of_level(from_json(UNIT).unwrap(), &level("achieved")));
    let started = Event::Started(Started {
        candidate: PersonId::new("c1"),
        interviewer: PersonId::new("i1"),
        framework: Revision { id: basis.framework.id.clone(), digest: basis.framework_digest().clone() },
        against: Against::Unit(level("achieved")),
    });
    Assessment::begin(basis, entry(1, started)).unwrap()
}

#[track_caller]
fn with(events: &[Event]) -> Assessment {
    let mut assessment = begun();
    for event in events {
        then(&mut assessment, event.clone()).unwrap_or_else(|refusal: Refusal| panic!("{event:?}: {refusal}"));
    }
    assessment
}

fn met(id: &str) -> Event {
    marked(id, Mark::Met)
}

fn covered(item: u32) -> Event {
    Event::CoveredItem { criterion: criterion("know.1"), range: 0, item, covered: true }
}

/// A piece of evidence of this kind that bears on these criteria.
fn evidence(id: &str, kind: &str, criteria: &[&str]) -> Vec<Event> {
    let evidence = EvidenceId::new(id);
    let tie = |on: &&str| Event::TiedEvidence { evidence: evidence.clone(), criterion: criterion(on), tied: true };
    let added = Event::AddedEvidence { evidence: evidence.clone(), kind: kind.to_owned() };
    [added].into_iter().chain(criteria.iter().map(tie)).collect()
}

fn confirmed(id: &str, kind: &str, criteria: &[&str]) -> Vec<Event> {
    let confirm = |quality| Event::ConfirmedEvidence { evidence: EvidenceId::new(id), quality, confirmed: true };
    [evidence(id, kind, criteria), Quality::ALL.map(confirm).to_vec()].concat()
}

/// Everything met and covered, with this evidence.
fn all_met(evidence: Vec<Event>) -> Standing {
    let events = [vec![met("know.1"), met("lend.1"), met("lend.2"), covered(0), covered(2)], evidence].concat();
    standing(&with(&events))
}

const ALL: [&str; 3] = ["know.1", "lend.1", "lend.2"];

/// What a criterion lacks in words.
#[track_caller]
fn check(events: &[Event], id: &str, expected: &[&str]) {
    let standing = standing(&with(events));
    let (_, found) = standing.criterion(&criterion(id)).unwrap();
    let told: Vec<_> = found.lacks.iter().map(|lack| lack.told()).collect();
    assert_eq!(told, expected);
    assert_eq!(found.is_complete(), expected.is_empty());
}

/// What the outcomes lack as a whole.
#[track_caller]
fn check_outcomes(evidence: Vec<Event>, expected: [&[&str]; 2]) {
    let standing = all_met(evidence);
    let told = |index: usize| standing.outcomes[index].lacks.iter().map(|lack| lack.told()).collect::<Vec<_>>();
    assert_eq!([told(0), told(1)], expected.map(<[&str]>::to_vec));
}

#[test]
fn a_criterion_needs_its_mark_and_evidence_that_is_confirmed() {
    check(&[], "lend.1", &["It is not marked.", "No evidence is tied to it."]);
    check(&[marked("lend.1", Mark::NotYet)], "lend.1", &["It is marked not yet.", "No evidence is tied to it."]);
    check(&[met("lend.1")], "lend.1", &["No evidence is tied to it."]);
    let tied = evidence("e1", "Observation", &["lend.1"]);
    let unconfirmed = "Its evidence is not confirmed as valid, authentic, current and sufficient.";
    check(&[tied.clone(), vec![met("lend.1")]].concat(), "lend.1", &[unconfirmed]);
    let one = |quality| Event::ConfirmedEvidence { evidence: EvidenceId::new("e1"), quality, confirmed: true };
    let most = [tied, vec![met("lend.1"), one(Quality::Valid), one(Quality::Current)]].concat();
    check(&most, "lend.1", &["Its evidence is not confirmed as authentic and sufficient."]);
    // The piece that lacks least counts, and one that is confirmed is enough.
    let two = [most, evidence("e2", "Questions", &["lend.1"])].concat();
    check(&two, "lend.1", &["Its evidence is not confirmed as authentic and sufficient."]);
    check(&[two, confirmed("e3", "Questions", &["lend.1"])].concat(), "lend.1", &[]);
}

#[test]
fn a_range_needs_the_number_of_items_that_the_unit_states() {
    let base = [vec![met("know.1")], confirmed("e1", "Questions", &["know.1"])].concat();
    check(&base, "know.1", &["Fees: 0 of at least 2 covered."]);
    check(&[base.clone(), vec![covered(1)]].concat(), "know.1", &["Fees: 1 of at least 2 covered."]);
    // Of the second range no number is stated, so that it asks for nothing.
    let whole = [base, vec![covered(1), covered(2)]].concat();
    check(&whole, "know.1", &[]);
    let standing = standing(&with(&whole));
    let ranges = &standing.outcomes[0].criteria[0].ranges;
    assert_eq!(ranges.iter().map(|range| range.told()).collect::<Vec<_>>(), ["2 of at least 2", "0 of 2"]);
    // One that repeats it is the same criterion.
    check(&whole, "lend.3", &[]);
}

#[test]
fn a_report_alone_achieves_no_outcome() {
    let alone = "A report alone does not achieve an outcome. It needs other confirmed evidence beside it.";
    let undone = "No confirmed evidence shows that it was done, such as “Observation”.";
    check_outcomes(confirmed("e1", "Report on lending", &ALL), [&[alone], &[alone, undone]]);
    // Two reports are reports, and what is not confirmed is nothing yet.
    let two = [confirmed("e1", "Report on lending", &ALL), confirmed("e2", "Report on lending", &ALL)].concat();
    check_outcomes(two, [&[alone], &[alone, undone]]);
    let beside = [confirmed("e1", "Report on lending", &ALL), evidence("e2", "Observation", &ALL)].concat();
    check_outcomes(beside, [&[alone], &[alone, undone]]);
    // Beside the report, evidence of one criterion is enough for the outcome.
    let beside = [confirmed("e1", "Report on lending", &ALL), confirmed("e2", "Questions", &["know.1"])].concat();
    check_outcomes(beside, [&[], &[undone]]);
    assert!(all_met(confirmed("e1", "Questions", &ALL)).outcomes[0].is_achieved());
}

#[test]
fn to_be_able_to_do_something_is_shown_by_having_done_it() {
    let undone = "No confirmed evidence shows that it was done, such as “Observation”.";
    check_outcomes(confirmed("e1", "Questions", &ALL), [&[], &[undone]]);
    check_outcomes(
        [confirmed("e1", "Questions", &ALL), evidence("e2", "Observation", &ALL)].concat(),
        [&[], &[undone]],
    );
    let seen = [confirmed("e1", "Questions", &ALL), confirmed("e2", "Observation", &["lend.2"])].concat();
    check_outcomes(seen.clone(), [&[], &[]]);
    assert!(all_met(seen).is_achieved());
}

#[test]
fn evidence_whose_kind_tells_nothing_counts_and_is_named() {
    let standing = all_met(confirmed("e1", "Tagebuch", &ALL));
    assert!(standing.is_achieved());
    let told = "The words “Tagebuch” do not tell what such evidence shows. It counts here, since it is confirmed.";
    assert_eq!(standing.outcomes[0].remarks(), [told, "“Tagebuch” is none of the kinds that this outcome names."]);
    assert_eq!(standing.outcomes[1].remarks(), [told]);
    // Nothing rests on it where an observation is there.
    let both = [confirmed("e1", "Tagebuch", &ALL), confirmed("e2", "Observation", &["lend.1"])].concat();
    assert_eq!(all_met(both).outcomes[1].remarks(), [""; 0]);
}

#[test]
fn evidence_that_it_was_done_is_asked_for_by_two_of_its_kinds() {
    #[track_caller]
    fn check(kinds: &[&str], expected: &str) {
        let kinds = kinds.iter().map(|kind| (*kind).to_owned()).collect();
        assert_eq!(OutcomeLack::NoPerformance(kinds).told(), expected);
    }
    check(&[], "No confirmed evidence shows that it was done.");
    check(&["Records*"], "No confirmed evidence shows that it was done, such as “Records”.");
    let two = "No confirmed evidence shows that it was done, such as “Observation” or “Witness testimony”.";
    check(&["Observation", "Witness testimony"], two);
    check(&["Observation", "Witness testimony", "Feedback"], two);
}

#[test]
fn it_is_achieved_when_all_outcomes_are() {
    let begun = standing(&begun());
    assert_eq!(
        (begun.told().as_str(), begun.decision()),
        ("0 of 4 criteria met · 0 of 2 outcomes achieved", "not yet achieved")
    );
    let part = [confirmed("e1", "Questions", &ALL), confirmed("e2", "Observation", &["lend.1"])].concat();
    let achieved = all_met(part.clone());
    assert_eq!(
        (achieved.told().as_str(), achieved.decision()),
        ("4 of 4 criteria met · 2 of 2 outcomes achieved", "achieved")
    );
    // What is met may lack evidence: the two are told apart.
    let unproven = all_met(confirmed("e1", "Questions", &["know.1"]));
    assert_eq!(unproven.told(), "4 of 4 criteria met, 2 with something outstanding · 1 of 2 outcomes achieved");
    assert_eq!(
        unproven.outcomes.iter().map(|outcome| outcome.told()).collect::<Vec<_>>(),
        ["● achieved · 1 of 1 criterion met", "○ not yet achieved · 3 of 3 criteria met, 2 with something outstanding"]
    );
    let not_yet = all_met([part, vec![marked("lend.2", Mark::NotYet)]].concat());
    assert_eq!(
        (not_yet.told().as_str(), not_yet.decision()),
        ("3 of 4 criteria met · 1 of 2 outcomes achieved", "not yet achieved")
    );
    // A decision may be that it is not yet achieved.
    let marks = ["know.1", "lend.1", "lend.2"].map(|id| marked(id, Mark::NotYet));
    assert!(with(&marks).submission().is_ok());
}
