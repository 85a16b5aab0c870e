//! What is asked aloud can be answered by somebody from another company, with other tools.

use touchstone::framework::Question;

use super::{all, questions};

/// How words begin that only the house of a document knows, or the tools that one house happens to use.
const BEGINNINGS: [&str; 18] = [
    "badge",
    "budd",
    "captain",
    "evolv",
    "fincrime",
    "freshdesk",
    "hubspot",
    "intercom",
    "jira",
    "monzo",
    "notion",
    "probation",
    "salesforce",
    "scaling",
    "sfia",
    "slack",
    "territor",
    "zendesk",
];

/// Such words that are the beginning of an ordinary one.
const WHOLE: [&str; 5] = ["cop", "cops", "csmg", "ics", "poa"];

/// The words of a text that belong to one house.
fn jargon(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    let known = |word: &String| {
        BEGINNINGS.iter().any(|beginning| word.starts_with(beginning)) || WHOLE.contains(&word.as_str())
    };
    words.filter(known).collect()
}

/// Every text of a question with its place.
fn said(question: &Question) -> Vec<(String, &str)> {
    let answers = [("strong", &question.strong), ("weak", &question.weak)];
    let answers = answers.into_iter().filter_map(|(place, text)| Some((place.to_owned(), text.as_deref()?)));
    let probes = (1..).zip(&question.probes).map(|(number, probe)| (format!("probe {number}"), probe.as_str()));
    std::iter::once(("text".to_owned(), question.text.as_str())).chain(probes).chain(answers).collect()
}

#[test]
fn jargon_is_found_in_any_case_and_form() {
    assert_eq!(jargon("Which Badges did the COps earn, and who posted it on Slack?"), ["badges", "cops", "slack"]);
    assert_eq!(jargon("What did the copy of the topic say?"), [] as [&str; 0]);
}

#[test]
fn no_question_uses_the_words_of_one_house() {
    let mut found = Vec::new();
    for framework in all() {
        for question in questions(&framework) {
            for (place, text) in said(question) {
                found.extend(jargon(text).into_iter().map(|word| format!("{}, {place}: {word}", question.id)));
            }
        }
    }
    assert_eq!(found, [] as [&str; 0]);
}

#[test]
fn every_question_says_what_strong_and_weak_answers_sound_like() {
    for framework in all() {
        for question in questions(&framework) {
            let places: Vec<_> = said(question).into_iter().map(|(place, _)| place).collect();
            assert!(places.ends_with(&["strong".to_owned(), "weak".to_owned()]), "{}: {places:?}", question.id);
        }
    }
}
