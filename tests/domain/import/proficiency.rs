//! Proficiency levels with interview questions.

use proptest::prelude::*;
use touchstone::framework::Purpose;
use touchstone::import::Format;

use super::said;
use super::skill::PATTERNS;
use super::text::{counts, document, lines_of, nothing_is_dropped, reference};

const HEADING: &str = "note: This heading says what stands below it, and is itself left out.";
const FURNITURE: &str = "note: This belongs to the page and not to the document; it is left out.";

#[test]
fn the_reference_competency_has_its_levels_and_questions() {
    let Some(import) = reference("004_f2c3c975a509c9f7.txt") else { return };
    assert_eq!(import.format, Some(Format::Proficiency));
    let framework = import.framework.unwrap();
    assert_eq!(framework.title, "Customer Support Policies, Standards And Procedures");
    assert_eq!(framework.purpose, Purpose::Skill);
    let names: Vec<_> = framework.levels.iter().map(|level| level.name.as_str()).collect();
    let expected =
        ["Basic understanding", "Working experience", "Extensive experience", "Subject matter depth and breadth"];
    assert_eq!(names, expected);
    assert_eq!(framework.competencies.len(), 1);
    assert_eq!(counts(&framework, 0), [4, 5, 6, 6]);
    let questions = &framework.competencies[0].questions;
    assert_eq!(questions.iter().map(|question| question.probes.len()).collect::<Vec<_>>(), [4, 1, 1, 2, 1]);
}

#[test]
fn of_the_reference_competency_only_headings_and_furniture_are_left_out() {
    let Some(import) = reference("004_f2c3c975a509c9f7.txt") else { return };
    let expected = [
        format!("1:1: {FURNITURE} “unit logo”"),
        format!("7:1: {HEADING} “Behavior Statements”"),
        format!("59:1: {HEADING} “Interview Questions”"),
        "67:1: note: This stands among the questions and asks nothing; it is left out. “Titles with Shared \
         Competencies”"
            .to_owned(),
    ];
    assert_eq!(said(&import), expected);
}

proptest! {
    #[test]
    fn every_word_of_a_competency_is_somewhere(patterns in lines_of(PATTERNS)) {
        let (document, words) = document(&patterns);
        nothing_is_dropped(&document, &words, Format::Proficiency)?;
    }
}
