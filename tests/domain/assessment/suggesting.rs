//! The step that marks suggest.

use touchstone::assessment::suggestion::{Verdict, suggestion};
use touchstone::assessment::{Basis, Event, Mark};

use std::sync::Arc;

use crate::fixture::*;

/// Greeting has the steps 1A, 1B, Level 2 and Level 3, which add one criterion each.
#[track_caller]
fn check(marks: &[(&str, Mark)], suggested: Option<usize>) {
    let events: Vec<_> = marks.iter().map(|(id, mark)| marked(id, *mark)).collect();
    assert_eq!(suggestion(&after(&events), &competency("greeting")).step, suggested);
}

#[test]
fn it_is_the_highest_that_is_shown_and_that_no_lower_one_contradicts() {
    use Mark::{Met, NoEvidence, NotApplicable, NotMet, Partly};
    check(&[], None);
    check(&[("greeting.1", Met)], Some(0));
    check(&[("greeting.1", Met), ("greeting.2", Met)], Some(1));
    // Nothing was asked at the step between.
    check(&[("greeting.1", Met), ("greeting.3", Met)], Some(2));
    check(&[("greeting.1", Met), ("greeting.2", NotMet), ("greeting.3", Met)], Some(0));
    check(&[("greeting.1", NoEvidence), ("greeting.2", Met)], None);
    // Half is less than two thirds.
    check(&[("greeting.1", Partly)], None);
    check(&[("greeting.1", NotApplicable), ("greeting.2", Met)], Some(1));
    check(&[("greeting.1", NotApplicable)], None);
}

#[test]
fn what_a_lower_step_expects_already_says_nothing_of_the_higher_one() {
    // Level 2 includes Level 1, and states its second criterion again.
    check(&[("greeting.1", Mark::Met), ("greeting.2-again", Mark::Met)], Some(1));
}

/// The verdict on a step of so many criteria, with these marks.
#[track_caller]
fn check_step(criteria: usize, marks: &[Mark], expected: Verdict) {
    let mut framework = library_desk();
    let lending = &mut framework.competencies[1].expectations[0].criteria;
    let pattern = lending[0].clone();
    lending.clear();
    for number in 0..criteria {
        let mut one = pattern.clone();
        one.id = criterion(&format!("lending.many.{number}"));
        lending.push(one);
    }
    framework.competencies[1].questions.clear();
    let mut guide = guide(&library_desk());
    guide.framework.digest = framework.digest();
    guide.questions.clear();
    let basis = Arc::new(Basis::new(guide, framework));
    let mut assessment =
        touchstone::assessment::Assessment::begin(Arc::clone(&basis), entry(1, started(&basis))).unwrap();
    for (number, mark) in marks.iter().enumerate() {
        let event: Event = marked(&format!("lending.many.{number}"), *mark);
        then(&mut assessment, event).unwrap();
    }
    let steps = suggestion(&assessment, &competency("lending")).steps;
    assert_eq!(steps[0].verdict(), expected, "{:?}", steps[0]);
}

#[test]
fn two_criteria_are_marked_or_all_where_there_are_fewer() {
    use Mark::{Met, NotApplicable, NotMet, Partly};
    check_step(4, &[Met], Verdict::Open);
    check_step(4, &[NotMet], Verdict::Open);
    check_step(4, &[Met, Met], Verdict::Shown);
    check_step(1, &[Met], Verdict::Shown);
    check_step(2, &[NotApplicable, Met], Verdict::Shown);
    check_step(2, &[NotApplicable, NotApplicable], Verdict::Open);
    // Two thirds, and just below.
    check_step(3, &[Met, Met, NotMet], Verdict::Shown);
    check_step(3, &[Met, Partly, NotMet], Verdict::Contradicts);
    check_step(6, &[Met, Met, Met, Partly, Partly, NotMet], Verdict::Shown);
    check_step(2, &[Met, Partly], Verdict::Shown);
    check_step(2, &[Partly, Partly], Verdict::Contradicts);
}
