//! The suggested step with its working, in words.

use touchstone::assessment::{Event, Mark};
use touchstone::report::{Working, working};

use crate::fixture::*;

use super::begun_with;

fn worked(events: &[Event]) -> Option<Working> {
    working(&after(events), &competency("greeting"))
}

#[track_caller]
fn check(marks: &[(&str, Mark)], rating: &str, conclusion: &str, differs: Option<&str>) {
    let mut events = vec![noted("greeting.q1", "smiled")];
    events.extend(marks.iter().map(|(id, mark)| marked(id, *mark)));
    events.push(rated("greeting", if rating.is_empty() { touchstone::assessment::Rating::Below } else { at(rating) }));
    let worked = worked(&events).unwrap();
    assert_eq!((worked.conclusion.as_str(), worked.differs.as_deref()), (conclusion, differs));
}

#[test]
fn nothing_is_suggested_before_the_interviewers_own_rating() {
    let marks = [marked("greeting.1", Mark::Met), marked("greeting.2", Mark::Met)];
    assert_eq!(worked(&marks), None);
    assert_eq!(worked(&[&marks[..], &[rated("greeting", not_assessed("no time"))]].concat()), None);
    assert!(worked(&[&marks[..], &[rated("greeting", at("1b"))]].concat()).is_some());
}

#[test]
fn the_suggestion_is_told_with_what_stands_above_it() {
    use Mark::{Met, NotApplicable, NotMet};
    check(
        &[("greeting.1", Met), ("greeting.2", Met)],
        "1b",
        "The marks suggest 1B, the highest step that they show.",
        None,
    );
    check(
        &[("greeting.1", Met), ("greeting.2", NotMet)],
        "2",
        "The marks suggest 1A, the highest step that they show below 1B, which they contradict.",
        Some("Your rating is 2 steps above what the marks suggest."),
    );
    check(
        &[("greeting.1", Met), ("greeting.2", Met)],
        "1a",
        "The marks suggest 1B, the highest step that they show.",
        Some("Your rating is 1 step below what the marks suggest."),
    );
    check(
        &[("greeting.1", Met)],
        "",
        "The marks suggest 1A, the highest step that they show.",
        Some("Your rating is 1 step below what the marks suggest."),
    );
    check(
        &[("greeting.1", NotMet)],
        "1a",
        "The marks suggest nothing: they contradict 1A, and show no step below it.",
        Some("The marks speak against your rating: nothing of what is marked at 1A was shown."),
    );
    check(
        &[("greeting.1", Mark::Partly)],
        "1a",
        "The marks suggest nothing: they contradict 1A, and show no step below it.",
        Some("The marks speak against your rating: less than two thirds of what is marked at 1A was shown."),
    );
    let none = "The marks suggest nothing: no criterion of this competency has a mark that counts.";
    check(&[], "1a", none, None);
    check(&[("greeting.1", NotApplicable)], "1a", none, None);
}

#[test]
fn too_few_marks_suggest_nothing() {
    let mut assessment = begun_with(|_| {}, "2b");
    then(&mut assessment, marked("lending.1", Mark::Met)).unwrap();
    then(&mut assessment, rated("lending", at("1"))).unwrap();
    assert_eq!(
        working(&assessment, &competency("lending")).unwrap().conclusion,
        "The marks suggest nothing: no step has two marks that count, or one where it has a single criterion."
    );
}

#[test]
fn each_step_is_told_with_its_marks_and_what_they_say() {
    let events = [
        marked("lending.1", Mark::Met),
        marked("lending.2", Mark::Partly),
        marked("lending.3", Mark::NoEvidence),
        rated("lending", at("1")),
    ];
    let worked = working(&after(&events), &competency("lending")).unwrap();
    let told: Vec<_> = worked
        .steps
        .iter()
        .map(|step| (step.name.as_str(), step.marks.as_str(), step.verdict.as_str(), step.is_suggested))
        .collect();
    assert_eq!(
        told,
        [
            ("Level 1", "2 criteria: 1 met, 1 partly", "shown: 1½ of 2, which is two thirds or more", true),
            ("2B", "1 criterion: 1 not shown", "contradicted: 0 of 1, which is less than two thirds", false),
            ("Level 3", "1 criterion: 1 not marked", "says nothing: too few have a mark", false),
        ]
    );
    let events =
        [marked("greeting.1", Mark::Partly), marked("greeting.2", Mark::NotApplicable), rated("greeting", at("1a"))];
    let worked = working(&after(&events), &competency("greeting")).unwrap();
    let told: Vec<_> = worked.steps[..2].iter().map(|step| (step.marks.as_str(), step.verdict.as_str())).collect();
    assert_eq!(
        told,
        [
            ("1 criterion: 1 partly", "contradicted: ½ of 1, which is less than two thirds"),
            ("no criteria of its own", "adds nothing"),
        ]
    );
}
