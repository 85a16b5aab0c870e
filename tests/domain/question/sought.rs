//! Questions found again by what is known of them.

use touchstone::framework::{Framework, Kind};
use touchstone::question::{Origin, Sought, with_made_questions};

use super::own::{own, written};
use crate::fixture::*;

fn desk() -> Framework {
    library_desk().with_own(&[own("Which book never came back?")])
}

#[track_caller]
fn check(sought: Sought, expected: &[&str]) {
    let desk = desk();
    let found = sought.among(&desk);
    let found: Vec<_> = found.iter().map(|(_, question)| question.id.as_str()).collect();
    assert_eq!(found, expected, "{sought:?}");
}

fn find(words: &str) -> Sought {
    Sought { find: words.to_owned(), ..Sought::default() }
}

#[test]
fn everything_is_found_by_competency_and_what_serves_none_comes_last() {
    let desk = desk();
    let found = Sought::default().among(&desk);
    assert_eq!(found.len(), desk.questions().count());
    let last = found.last().map(|(competency, question)| (competency.is_none(), question.id.as_str()));
    assert_eq!(last, Some((true, "opening")));
    assert_eq!(found[5].1.id.as_str(), "lending.q1");
}

#[test]
fn each_word_narrows_wherever_it_stands() {
    let own = own("Which book never came back?");
    // The second one aims at a criterion that says so.
    check(find("FEE disputed"), &["lending.q2", "lending.q3"]);
    check(find("visitor greet first"), &["greeting.q1"]);
    check(find("losses"), &[own.id().as_str()]);
    check(find("lending book"), &[own.id().as_str()]);
    check(find("nothing says this"), &[]);
}

#[test]
fn kind_level_competency_and_criterion_narrow_each_other() {
    let own = own("Which book never came back?");
    let behavioural = Sought { kind: Some(Kind::Behavioural), ..Sought::default() };
    check(behavioural.clone(), &["greeting.q1", "lending.q2", "lending.q3", own.id().as_str()]);
    let lending = Sought { competency: Some(competency("lending")), ..behavioural };
    check(lending.clone(), &["lending.q2", "lending.q3", own.id().as_str()]);
    check(Sought { level: Some(level("2b")), ..lending.clone() }, &["lending.q2", "lending.q3"]);
    check(Sought { criterion: Some(criterion("lending.4")), ..lending }, &["lending.q3"]);
    check(Sought { own: true, ..Sought::default() }, &[own.id().as_str()]);
}

#[test]
fn a_level_means_all_rungs_within_it_and_a_criterion_those_that_repeat_it() {
    let greeting =
        |id: &str| Sought { level: Some(level(id)), competency: Some(competency("greeting")), ..Sought::default() };
    check(greeting("1a"), &["greeting.q1"]);
    check(greeting("1"), &["greeting.q1", "greeting.q2", "greeting.q3"]);
    check(greeting("2a"), &["greeting.q1", "greeting.q2", "greeting.q3"]);
    check(greeting("3"), &["greeting.q4"]);
    let repeated = Sought { criterion: Some(criterion("greeting.2-again")), ..Sought::default() };
    check(repeated, &["greeting.q1", "greeting.q2", "greeting.q3"]);
}

#[test]
fn where_a_question_came_from_is_told() {
    let mut bare = library_desk();
    bare.competencies[1].questions.clear();
    let made = with_made_questions(&bare).with_own(&[written().checked(&bare).unwrap()]);
    let lending = Sought { competency: Some(competency("lending")), ..Sought::default() };
    let origins: Vec<_> = lending.among(&made).iter().map(|(_, question)| Origin::of(question)).collect();
    assert_eq!(origins, [Origin::Made, Origin::Made, Origin::Made, Origin::Made, Origin::Own]);
    let standing = library_desk();
    assert_eq!(Origin::of(&standing.competencies[0].questions[0]), Origin::Framework);
}
