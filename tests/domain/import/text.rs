//! What the tests of formats of plain text share: the reference documents, and whether each word of a document is
//! somewhere.

use std::path::Path;

use proptest::prelude::*;
use touchstone::framework::Framework;
use touchstone::import::{Format, Import, Options, import};

use super::{imported, imported_as, said};

/// What comes of a reference document; `None`, with a line that says so, where the folder is missing.
pub fn reference(name: &str) -> Option<Import> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference").join(name);
    if file.exists() {
        return Some(imported(&std::fs::read(file).unwrap()));
    }
    println!("{} is missing; nothing is tested on it", file.display());
    None
}

/// How many criteria each level of a competency has.
pub fn counts(framework: &Framework, competency: usize) -> Vec<usize> {
    let expectations = &framework.competencies[competency].expectations;
    expectations.iter().map(|expectation| expectation.criteria.len()).collect()
}

/// A document in the making: a pattern for each line, in which `@` stands for words that stand nowhere else.
pub fn document(patterns: &[&str]) -> (String, Vec<String>) {
    let mut words = Vec::new();
    let lines: Vec<_> = patterns.iter().map(|pattern| filled(pattern, &mut words)).collect();
    (lines.join("\n"), words)
}

fn filled(pattern: &str, words: &mut Vec<String>) -> String {
    let mut line = String::new();
    for (index, part) in pattern.split('@').enumerate() {
        if index > 0 {
            let number = words.len();
            let letters = [number / 676 % 26, number / 26 % 26, number % 26];
            let letters = letters.map(|letter| char::from(b'a' + u8::try_from(letter).unwrap()));
            words.push(format!("Q{}z", letters.iter().collect::<String>()));
            line.push_str(&words[number]);
        }
        line.push_str(part);
    }
    line
}

/// Lines of any of these patterns.
pub fn lines_of(patterns: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(patterns), 1..60)
}

/// Each of the words stands in the framework or in a quote, and not in both.
pub fn nothing_is_dropped(document: &str, words: &[String], format: Format) -> Result<(), TestCaseError> {
    let import = imported_as(document.as_bytes(), format);
    let Some(framework) = &import.framework else {
        prop_assert!(said(&import).iter().any(|line| line.contains("error: ")));
        return Ok(());
    };
    let json = framework.to_json().to_string();
    let again = touchstone::framework::from_json(&json);
    prop_assert_eq!(again.as_ref(), Ok(framework));
    for word in words {
        let quotes = import.notices.iter().filter_map(|notice| notice.quote.as_ref());
        let quoted = quotes.filter(|quote| quote.contains(word)).count();
        let places = quoted + usize::from(json.contains(word));
        prop_assert_eq!(places, 1, "{} in\n{}\n{:?}\n{}", word, document, said(&import), json);
    }
    Ok(())
}

#[test]
fn hostile_text_is_read_to_its_end_without_a_panic() {
    let many = |line: &str| line.repeat(50_000 / line.len());
    let documents = [
        many("a."),
        many("a. "),
        many("? "),
        many("1.1 "),
        many("1.1 a\n"),
        many("1.\n"),
        many("Level 1"),
        many("Level 1 A\nLevel 2 B\n"),
        many("Level 99\n"),
        many("LO1: a\n"),
        many("LO1\n"),
        many("1. a\n- b\n"),
        many("- at least two\nany three\n"),
        many("at least "),
        many("(((("),
        many("# A\nLevel 1\na\n"),
        many("\t|\t|a"),
        many("|a|"),
        many("Interview questions\n- a? b\n"),
        many("**"),
        many("LO1 a\n1.1 b\nEvidence:\na, (b\n"),
        format!(
            "Level 1\na\nLevel 2\n{}",
            many("wrapped text that goes on and on without an end in lower case letters only\n")
        ),
        format!("LO1 a\n1.1 b\n1.2 c\n{}", many("x:\n")),
        format!("Level 1\nLevel 2\nInterview questions\n- {}", many("a.b ")),
        format!("Level 1\nLevel 2\nInterview questions\n- {}", many(" ")),
    ];
    for document in documents {
        let beginning: String = document.chars().take(20).collect();
        for format in [None, Some(Format::Unit), Some(Format::Proficiency)] {
            let import = import(document.as_bytes(), Options { format, ..Options::default() });
            assert!(import.framework.is_some() || !said(&import).is_empty(), "{beginning:?}");
        }
    }
}
