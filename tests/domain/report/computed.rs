//! The computed result in words.

use touchstone::assessment::{Event, Mark, Rating, Recommendation, Recommended};
use touchstone::report::{departure_words, figures, result_words};

use crate::fixture::*;

fn rated_so(greeting: Rating, lending: Rating) -> Vec<Event> {
    vec![
        marked("greeting.1", Mark::Met),
        marked("lending.1", Mark::Met),
        rated("greeting", greeting),
        rated("lending", lending),
    ]
}

/// The figures behind those that count competencies.
#[track_caller]
fn check(events: &[Event], words: &str, expected: &[(Option<usize>, &str, &[&str])]) {
    let assessment = after(events);
    assert_eq!(result_words(&assessment), words);
    let figures = figures(&assessment);
    let weighted = figures.iter().filter(|figure| figure.name.contains("weight"));
    let found: Vec<_> = weighted.map(|figure| (figure.count, figure.name.as_str(), figure.lines.clone())).collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(count, name, lines)| (*count, *name, lines.iter().map(|line| (*line).to_owned()).collect()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_result_is_told_with_what_it_is_made_of() {
    check(
        &rated_so(at("1b"), at("3")),
        "1 below, 0 at, 1 above the target; 2 weighted steps short",
        &[(Some(2), "weighted steps short", &["Greeting: 1 step × 2 (should) = 2"])],
    );
    check(
        &rated_so(at("2"), at("2b")),
        "0 below, 2 at, 0 above the target; 0 weighted steps short",
        &[(Some(0), "weighted steps short", &[])],
    );
    check(
        &rated_so(at("2"), not_assessed("no time")),
        "0 below, 1 at, 0 above the target; no result, because more than a quarter of the weight was left out (2 of 4)",
        &[
            (None, "no result, because more than a quarter of the weight was left out (2 of 4)", &[]),
            (Some(2), "of 4 by weight left out", &["Lending: counts 2 (should), not assessed"]),
        ],
    );
    check(
        &[],
        "0 below, 0 at, 0 above the target; no result, because more than a quarter of the weight was left out (4 of 4)",
        &[
            (None, "no result, because more than a quarter of the weight was left out (4 of 4)", &[]),
            (
                Some(4),
                "of 4 by weight left out",
                &["Greeting: counts 2 (should), not rated yet", "Lending: counts 2 (should), not rated yet"],
            ),
        ],
    );
}

#[test]
fn a_recommendation_that_departs_is_told_so() {
    let check = |greeting: Rating, recommendation, expected: Option<&str>| {
        let mut events = rated_so(greeting, at("2b"));
        events.push(Event::Recommended(Recommended { recommendation, reason: String::new() }));
        assert_eq!(departure_words(&after(&events)).as_deref(), expected);
    };
    let short = "This departs from the computed result: 2 weighted steps short of the target.";
    let nothing = "This departs from the computed result: nothing is short of the target.";
    check(at("1b"), Recommendation::Yes, Some(short));
    check(at("1b"), Recommendation::StrongYes, Some(short));
    check(at("1b"), Recommendation::No, None);
    check(at("2"), Recommendation::No, Some(nothing));
    check(at("2"), Recommendation::StrongNo, Some(nothing));
    check(at("2"), Recommendation::Yes, None);
    check(not_assessed("no time"), Recommendation::Yes, None);
    assert_eq!(departure_words(&after(&rated_so(at("1b"), at("2b")))), None);
}
