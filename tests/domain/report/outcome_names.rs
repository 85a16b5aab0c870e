//! What the outcomes of a unit are called.

use touchstone::assessment::Basis;
use touchstone::framework::{Purpose, from_json};
use touchstone::report::outcome_names;

use crate::fixture::*;

/// An outcome by its number, its words and the codes of its criteria.
type Told<'a> = (Option<&'a str>, &'a str, &'a [Option<&'a str>]);

#[track_caller]
fn check(outcomes: &[Told<'_>], expected: &[&str]) {
    let coded = |code: &Option<&str>| code.map(|code| format!(r#""code": "{code}", "#)).unwrap_or_default();
    let outcome = |(place, (code, title, criteria)): (usize, &Told<'_>)| {
        let criterion = |(index, code): (usize, &Option<&str>)| {
            format!(r#"{{"id": "o{place}.c{index}", {}"text": "Does {place} {index}"}}"#, coded(code))
        };
        let criteria = criteria.iter().enumerate().map(criterion).collect::<Vec<_>>().join(", ");
        format!(
            r#"{{"id": "o{place}", {}"title": "{title}", "expectations": [{{"level": "one", "criteria": [{criteria}]}}]}}"#,
            coded(code)
        )
    };
    let outcomes = outcomes.iter().enumerate().map(outcome).collect::<Vec<_>>().join(", ");
    let framework = from_json(&format!(
        r#"{{"format": "touchstone-framework/1", "id": "unit", "title": "Unit", "language": "en", "purpose": "unit",
        "source": {{"publisher": "P", "document": "D"}}, "levels": [{{"id": "one", "name": "One"}}],
        "competencies": [{outcomes}]}}"#
    ))
    .unwrap();
    assert_eq!(framework.purpose, Purpose::Unit);
    assert_eq!(outcome_names(&Basis::of_level(framework, &level("one"))), expected);
}

#[test]
fn an_outcome_goes_by_its_number_and_its_words() {
    let criteria: &[_] = &[Some("1.1"), Some("1.2")];
    check(
        &[(Some("1"), "Understand lending", criteria), (None, "Be able to lend", &[None])],
        &["1 Understand lending", "Be able to lend"],
    );
}

#[test]
fn outcomes_that_share_their_words_are_told_apart() {
    let lend = "Be able to lend";
    check(
        &[
            (Some("3"), lend, &[Some("3.1"), Some("3.2"), Some("3.3")]),
            (Some("4"), lend, &[Some("4.1")]),
            (None, lend, &[None, None]),
            (None, lend, &[Some("6.1"), Some("6.2")]),
            (None, "Be able to order", &[Some("7.1"), Some("7.2")]),
        ],
        &[
            "3 Be able to lend (3.1 to 3.3)",
            "4 Be able to lend (4.1)",
            "Be able to lend (outcome 3)",
            "Be able to lend (outcome 4, 6.1 to 6.2)",
            "Be able to order",
        ],
    );
}
