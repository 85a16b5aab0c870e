//! The qualification unit: outcomes, numbered criteria, ranges with and without a minimum, kinds of evidence.

use super::{check_levels, criteria, framework};

const ID: &str = "manage-service-operations-unit";

#[test]
fn it_has_one_rung() {
    check_levels(&framework(ID), &[("achieved", "Achieved", None)]);
}

#[test]
fn two_of_its_five_outcomes_bear_one_title() {
    let framework = framework(ID);
    let found: Vec<_> =
        framework.competencies.iter().map(|outcome| (outcome.id.as_str(), outcome.title.as_str())).collect();
    let expected = [
        ("understand", "Understand the management of customer service operations"),
        ("plan", "Be able to plan customer service operations"),
        ("manage", "Be able to manage customer service operations"),
        ("staff", "Be able to manage customer service operations"),
        ("measure", "Be able to measure customer service performance"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn its_criteria_are_numbered_in_order() {
    let framework = framework(ID);
    let found: Vec<_> =
        criteria(&framework).iter().map(|criterion| criterion.code.as_deref().unwrap_or_default()).collect();
    let expected = [
        "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", // Understanding.
        "2.1", "2.2", "2.3", "2.4", "2.5", // Planning.
        "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", // Managing.
        "4.1", "4.2", "4.3", // Staff.
        "5.1", "5.2", "5.3", "5.4", "5.5", // Measuring.
    ];
    assert_eq!(found, expected);
    for (outcome, _, criterion) in framework.criteria() {
        let code = criterion.code.as_deref().unwrap_or_default();
        assert_eq!(criterion.id.as_str(), format!("{}.{code}", outcome.id), "the id ends in the code");
        assert!(code.starts_with(&format!("{}.", outcome.code.as_deref().unwrap_or_default())), "{code}");
    }
}

#[test]
fn three_ranges_have_a_minimum() {
    let framework = framework(ID);
    let criteria = criteria(&framework);
    let ranges = criteria.iter().flat_map(|criterion| criterion.range.iter().map(move |range| (criterion, range)));
    let found: Vec<_> = ranges
        .map(|(criterion, range)| (criterion.code.as_deref().unwrap_or_default(), range.items.len(), range.minimum))
        .collect();
    let expected = [("1.1", 3, None), ("1.2", 9, Some(3)), ("1.5", 3, Some(2)), ("3.1", 3, None), ("4.1", 6, Some(6))];
    assert_eq!(found, expected, "criterion, items, minimum");
}

/// What the first outcome, which is understood and not done, may be shown by.
const OF_UNDERSTANDING: [&str; 7] = [
    "Questions put to the candidate",
    "Professional discussion",
    "Reflective account",
    "Report on how customer service operations are managed",
    "Policies and procedures of the organisation*",
    "Requirements of law and regulation",
    "Documents of the organisation*",
];

/// What the others may be shown by.
const OF_DOING: [&str; 11] = [
    "Observation",
    "Witness testimony",
    "Questions put to the candidate",
    "Professional discussion",
    "Reflective account",
    "Feedback from customers",
    "Customer records",
    "Report on how customer service operations are managed",
    "Policies and procedures of the organisation*",
    "Requirements of law and regulation",
    "Documents of the organisation*",
];

#[track_caller]
fn check_evidence(outcome: &str, expected: &[&str]) {
    let framework = framework(ID);
    let known = framework.competencies.iter().find(|known| known.id.as_str() == outcome).unwrap();
    assert_eq!(known.evidence, expected, "evidence of {outcome}");
}

#[test]
fn each_outcome_names_its_kinds_of_evidence() {
    check_evidence("understand", &OF_UNDERSTANDING);
    check_evidence("plan", &OF_DOING);
    check_evidence("manage", &OF_DOING);
    check_evidence("staff", &OF_DOING);
    check_evidence("measure", &OF_DOING);
}

#[test]
fn each_outcome_has_both_notes() {
    let notes = [
        "A candidate may prefer to write a report that sketches how they went through the unit. \
         The report then needs further evidence behind it, confirming that over time they reviewed \
         customer service quality competently.",
        "* Documents internal to the organisation may stay at the workplace instead of going into the portfolio; \
         say where each can be found and how it bears on the criteria.",
    ];
    for outcome in framework(ID).competencies {
        assert_eq!(outcome.notes, notes, "notes of {}", outcome.id);
    }
}
