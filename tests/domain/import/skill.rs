//! Levelled skills.

use proptest::prelude::*;
use touchstone::framework::Purpose;
use touchstone::import::Format;

use super::text::{counts, document, lines_of, nothing_is_dropped, reference};
use super::{imported, imported_as, said};

const HEADING: &str = "note: This heading says what stands below it, and is itself left out.";
const FURNITURE: &str = "note: This belongs to the page and not to the document; it is left out.";

#[test]
fn the_reference_skill_has_its_levels_and_activities() {
    let Some(import) = reference("003_eb094491df477bc2.txt") else { return };
    assert_eq!(import.format, Some(Format::Skill));
    let framework = import.framework.unwrap();
    assert_eq!(framework.purpose, Purpose::Skill);
    let names: Vec<_> = framework.levels.iter().map(|level| level.name.as_str()).collect();
    assert_eq!(names, ["Follow", "Assist", "Apply", "Enable", "Ensure, advise", "Initiate, influence"]);
    assert_eq!(counts(&framework, 0), [3, 4, 4, 5, 5, 5]);
    let skill = &framework.competencies[0];
    assert_eq!((skill.activities.len(), skill.guidance.len(), skill.summary.is_some()), (7, 1, true));
}

#[test]
fn of_the_reference_skill_only_headings_and_the_comment_box_are_left_out() {
    let Some(import) = reference("003_eb094491df477bc2.txt") else { return };
    let expected = [
        "warning: The document names no title; “Untitled framework” stands for it. Give it one.".to_owned(),
        format!("1:1: {HEADING} “Skill description”"),
        format!("3:1: {HEADING} “Guidance notes”"),
        format!("5:1: {HEADING} “Activities may include, but"),
        format!("45:1: {FURNITURE} “No notes added yet.”"),
        format!("46:1: {FURNITURE} “Comments”"),
        format!("47:1: {FURNITURE} “0 comments”"),
        format!("48:1: {FURNITURE} “Please sign in"),
    ];
    let said = said(&import);
    assert_eq!(said.len(), expected.len(), "{said:?}");
    for (found, expected) in said.iter().zip(expected) {
        assert!(found.starts_with(&expected), "{found}");
    }
}

#[test]
fn several_skills_have_the_same_levels() {
    let text = "# Desk\n## Sorting\n### Level 1\nsorts\n### Level 2\nplans\n## Sending\n### Level 2\nsends";
    let import = imported_as(text.as_bytes(), Format::Skill);
    let framework = import.framework.unwrap();
    let titles: Vec<_> = framework.competencies.iter().map(|each| each.title.as_str()).collect();
    assert_eq!((framework.title.as_str(), titles), ("Desk", vec!["Sorting", "Sending"]));
    assert_eq!((framework.levels.len(), counts(&framework, 1)), (2, vec![1]));
}

#[test]
fn topics_within_levels_and_levels_within_topics_are_no_skill() {
    for text in [
        "Level 1\nSpeed\n- quick\nCare\n- careful\nLevel 2\nSpeed\n- quicker",
        "Level 1\n  Speed\n    quick\n  Care\n    careful\nLevel 2\n  Speed\n    quicker",
        "## Level 1\n### Speed\nquick\n### Care\ncareful\n## Level 2\n### Speed\nquicker",
        "# Speed\n## Level 1\nquick\n## Level 2\nquicker\n# Care\n## Level 1\ncareful\n## Level 2\nmore so",
        "Topic\tLevel 1\tLevel 2\nSpeed\tquick\tquicker",
        "Topic,Level 1,Level 2\nSpeed,quick,quicker",
        "---\ntitle: Desk\n---\n## Level 1\nquick\n## Level 2\nquicker",
        "Desk\nLevel 1 is for everyone.\nLevel 2 is for some.",
    ] {
        assert_ne!(imported(text.as_bytes()).format, Some(Format::Skill), "{text}");
    }
}

pub const PATTERNS: &[&str] = &[
    "@ @",
    "@.",
    "# @",
    "### @",
    "Level 1@",
    "Level 1 @ @",
    "Level 2: @",
    "Level 2 – @: @ @.",
    "Proficiency Level 3 - @",
    "## Stage IV: @ @ @ @ @ @ @ @ @ @ @ @",
    "Level 5\t@",
    "Level 5\t@.",
    "Level 2 and @",
    "Level 1",
    "- @",
    "  - @ @",
    "    @",
    "1. @",
    "a) @",
    "@:",
    "Title: @",
    "Code: @",
    "Description",
    "Description: @",
    "Guidance notes",
    "Activities may include:",
    "Behaviour statements",
    "Notes: @",
    "Evidence",
    "Interview questions",
    "• @? @? @.",
    "What is @? Why @?",
    "Tell me @. How @",
    "@ logo",
    "3 comments",
    "Comments",
    "No @ yet.",
    "© @",
    "goes on @",
    "The statement that is long enough to be wrapped begins with @",
    "| @ | Level 3 | @ |",
    "",
    "* * *",
];

proptest! {
    #[test]
    fn every_word_of_a_skill_is_somewhere(patterns in lines_of(PATTERNS)) {
        let (document, words) = document(&patterns);
        nothing_is_dropped(&document, &words, Format::Skill)?;
    }
}
