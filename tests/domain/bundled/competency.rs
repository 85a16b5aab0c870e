//! Policies, standards and procedures: four levels of one competency, and the questions that its document asks.

use super::{check_levels, check_stated, framework};

const ID: &str = "support-policies-competency";

#[test]
fn its_levels_are_named() {
    check_levels(
        &framework(ID),
        &[
            ("1", "Basic understanding", None),
            ("2", "Working experience", None),
            ("3", "Extensive experience", None),
            ("4", "Subject matter depth and breadth", None),
        ],
    );
}

#[test]
fn it_states_twenty_one_criteria() {
    check_stated(&framework(ID), "support-policies", &[("1", 4), ("2", 5), ("3", 6), ("4", 6)]);
}

/// The question, and the first of its probes.
#[track_caller]
fn check_question(id: &str, text: &str, follow_ups: &[&str]) {
    let framework = framework(ID);
    let question = super::questions(&framework).find(|question| question.id.as_str() == id).unwrap();
    assert_eq!(question.text, text, "{id}");
    assert_eq!(&question.probes[..follow_ups.len()], follow_ups, "the first probes of {id}");
}

#[test]
fn the_five_questions_of_its_document_come_first_with_their_follow_ups_as_probes() {
    let framework = framework(ID);
    let first: Vec<_> = super::questions(&framework).take(5).map(|question| question.id.as_str()).collect();
    let named = [
        "support-policies.q1",
        "support-policies.q2",
        "support-policies.q3",
        "support-policies.q4",
        "support-policies.q5",
    ];
    assert_eq!(first, named);
    check_question(
        "support-policies.q1",
        "In a company you worked for, how did the standards of customer support fit together?",
        &[
            "Was there one set for everybody?",
            "Did they go by function?",
            "Did they go by product or by service?",
            "Why, do you think, was it arranged that way?",
        ],
    );
    check_question(
        "support-policies.q2",
        "Describe a rule of customer support that in your view does not work or is not needed.",
        &["How would you change it?"],
    );
    check_question(
        "support-policies.q3",
        "Name five key behaviours of a support representative that affect how satisfied a customer is.",
        &["Which of them is the most important, in your view, and why?"],
    );
    check_question(
        "support-policies.q4",
        "Which policies, procedures or standards for customer support have you had a hand in implementing?",
        &[
            "Why did they matter to you?",
            "Why did they matter to the organisation?",
            "How did you go about implementing them?",
        ],
    );
    check_question(
        "support-policies.q5",
        "Tell me what you have done so far in customer support or call centres.",
        &["How did those functions change over time?"],
    );
}
