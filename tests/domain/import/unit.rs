//! Qualification units.

use proptest::prelude::*;
use touchstone::framework::{Framework, Purpose};
use touchstone::import::Format;

use super::text::{counts, document, lines_of, nothing_is_dropped, reference};
use super::{imported, said};

const HEADING: &str = "note: This heading says what stands below or beside it, and is itself left out.";

/// Each criterion that asks for a number of items, and the number.
fn minimums(framework: &Framework) -> Vec<(String, u32)> {
    let asked = framework.criteria().flat_map(|(_, _, criterion)| {
        criterion.range.iter().filter_map(|range| Some((criterion.code.clone()?, range.minimum?)))
    });
    asked.collect()
}

#[test]
fn the_reference_unit_has_its_outcomes_criteria_and_minimums() {
    let Some(import) = reference("002_f8466d4747cdf51e.txt") else { return };
    assert_eq!(import.format, Some(Format::Unit));
    let framework = import.framework.unwrap();
    assert_eq!(framework.title, "Manage customer service operations");
    assert_eq!(framework.source.document, "CS 34 Manage customer service operations");
    assert_eq!(framework.purpose, Purpose::Unit);
    assert_eq!(framework.levels.iter().map(|level| level.name.as_str()).collect::<Vec<_>>(), ["Achieved"]);
    assert_eq!((0..5).map(|at| counts(&framework, at)).collect::<Vec<_>>(), [[7], [5], [8], [3], [5]]);
    let codes: Vec<_> = framework.criteria().filter_map(|(_, _, criterion)| criterion.code.clone()).collect();
    let expected = [7, 5, 8, 3, 5].into_iter().zip(1..);
    let expected: Vec<_> = expected.flat_map(|(count, at)| (1..=count).map(move |n| format!("{at}.{n}"))).collect();
    assert_eq!(codes, expected);
    let expected = [("1.2", 3), ("1.5", 2), ("4.1", 6)].map(|(code, minimum)| (code.to_owned(), minimum));
    assert_eq!(minimums(&framework), expected);
    let competencies = &framework.competencies;
    assert_eq!(competencies.iter().map(|each| each.evidence.len()).collect::<Vec<_>>(), [7, 11, 11, 11, 11]);
    assert_eq!(competencies.iter().map(|each| each.notes.len()).collect::<Vec<_>>(), [2; 5]);
    assert_eq!(competencies[2].title, competencies[3].title);
    assert_ne!(competencies[2].id, competencies[3].id);
}

#[test]
fn of_the_reference_unit_only_headings_and_a_stray_number_are_left_out() {
    let Some(import) = reference("002_f8466d4747cdf51e.txt") else { return };
    let mut expected = vec![
        format!("3:2: {HEADING} “Learning Outcome”"),
        format!("4:2: {HEADING} “Assessment Criteria”"),
        format!("5:2: {HEADING} “Guidelines and range”"),
        format!("6:1: {HEADING} “The candidate provides evidence that they understand:”"),
        "83:2: note: This number stands alone and is left out. “1.”".to_owned(),
    ];
    for line in [63, 97, 147, 175, 207] {
        expected.push(format!("{line}:2: {HEADING} “Evidence may be supplied by:”"));
        expected.push(format!("{}:1: {HEADING} “Note:”", line + 3));
    }
    expected.sort_by_key(|line| line.split(':').next().and_then(|number| number.parse::<u32>().ok()));
    assert_eq!(said(&import), expected);
}

#[test]
fn numbered_lists_in_guidance_are_no_outcomes() {
    let text =
        "Post\n1. Sort\n1.1 sort letters\n1. small\n2. large\n1.2 sort parcels\n1. round\n2. Send\n2.1 send letters";
    let framework = imported(text.as_bytes()).framework.unwrap();
    let titles: Vec<_> = framework.competencies.iter().map(|each| each.title.as_str()).collect();
    assert_eq!(titles, ["Sort", "Send"]);
    let items: Vec<_> = framework
        .criteria()
        .map(|(_, _, criterion)| criterion.range.iter().flat_map(|range| &range.items).count())
        .collect();
    assert_eq!(items, [2, 1, 0]);
}

#[test]
fn outcomes_listed_beforehand_are_no_second_ones() {
    let text =
        "Post\nLO1 Sort\nLO2 Send\nLO1 Sort it\n1.1 sort letters\nLO1 again\n1.2 sort more\nLO2 Send it\n2.1 send";
    let framework = imported(text.as_bytes()).framework.unwrap();
    let titles: Vec<_> = framework.competencies.iter().map(|each| each.title.as_str()).collect();
    assert_eq!(titles, ["Sort it", "Send it"]);
    assert_eq!(framework.summary.as_deref(), Some("LO1 Sort\nLO2 Send"));
}

const PATTERNS: &[&str] = &[
    "1. @",
    "2. @ @",
    "3 @",
    "IV. @",
    "Learning outcome 2: @",
    "LO3",
    "LO3\t@",
    "Learning outcome: @",
    "## @",
    "### 2. @",
    "1.1 @ @",
    "1.2 @",
    "\t1.3\t@",
    "2.1",
    "AC 2.2: @",
    "2.4 @ @",
    "3.1. @ at least two of the following",
    "9.9 @",
    "@ @",
    "@:",
    "@, at least two of them.",
    "All of the following @:",
    "- @",
    "  - @ @",
    "• @, @, @ and/or @",
    "a) @",
    "1.",
    "7) @",
    "12",
    "---",
    "",
    "\t",
    "@\t@\t@",
    "| @ | - @ | 1.4 |",
    "Assessment criteria",
    "Evidence may be supplied by: @, @",
    "Evidence:",
    "Note:",
    "Note: @",
    "*@",
    "Guidance: @",
    "Guidance",
    "Range: @, @, @",
    "Title: @",
    "Credit value: @",
    "@ logo",
    "Page 1 of 2",
    "goes on @",
    "The sentence that is long enough to be wrapped begins with @",
    "**1.5** @",
];

proptest! {
    #[test]
    fn every_word_of_a_unit_is_somewhere(patterns in lines_of(PATTERNS)) {
        let (document, words) = document(&patterns);
        nothing_is_dropped(&document, &words, Format::Unit)?;
    }
}
