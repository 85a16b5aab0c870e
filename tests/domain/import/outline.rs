//! Outlines: which way round they stand, and that nothing of them is dropped.

use std::fmt::Write as _;

use proptest::prelude::*;
use touchstone::import::Format;

use super::{accounted, imported, imported_as, said};

/// Every competency with its levels and how many statements each has.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    // One competency alone is a skill too, which is tried before.
    let framework = imported_as(text.as_bytes(), Format::Outline).framework.unwrap();
    let rows = framework.competencies.iter().map(|competency| {
        let cells = competency.expectations.iter().map(|cell| format!("{} {}", cell.level, cell.criteria.len()));
        format!("{}: {}", competency.title, cells.collect::<Vec<_>>().join(", "))
    });
    assert_eq!(rows.collect::<Vec<_>>(), expected);
}

#[test]
fn levels_stand_within_competencies_or_around_them() {
    check(
        "# Ropes\n## Level 1\n- a\n- b\n## Level 2\n- c\n# Sails\n## Level 1\n- d",
        &["Ropes: level-1 2, level-2 1", "Sails: level-1 1"],
    );
    check(
        "# Level 1\n## Ropes\n- a\n- b\n## Sails\n- d\n# Level 2\n## Ropes\n- c",
        &["Ropes: level-1 2, level-2 1", "Sails: level-1 1"],
    );
}

#[test]
fn names_of_levels_come_in_many_forms() {
    check("# Ropes\n## Stage II\n- b\n## Stage I\n- a", &["Ropes: stage-i 1, stage-ii 1"]);
    check("# Ropes\n**First tier**\n- a\n**Second tier**\n- b", &["Ropes: first-tier 1, second-tier 1"]);
    check("Ropes\n\nJunior\nties a knot\nsplices\n\nSenior\nteaches", &["Ropes: junior 2, senior 1"]);
    check("# Ropes\n- Level 1: ties a knot\n- Level 2: splices", &["Ropes: level-1 1, level-2 1"]);
    check("# Ropes\n## 1\n- a\n## 2\n- b\n## 3\n- c", &["Ropes: 1 1, 2 1, 3 1"]);
}

#[test]
fn one_level_may_be_called_more_than_its_number() {
    let import = imported(b"# T\n## A\n### Level 1\n- a\n## B\n### Level 1: Deck\n- b\n## C\n### Level 1: Hull\n- c");
    assert_eq!(
        said(&import),
        [
            "9:1: note: This level is called \u{201c}Level 1: Deck\u{201d} elsewhere; that name stands for it. \u{201c}Level 1: Hull\u{201d}"
        ]
    );
}

#[test]
fn what_is_no_framework_is_not_taken_for_one() {
    for text in ["# Shopping\n- paper\n- ink", "Dear all,\n\nlevel with me.\n\nYours", "# A\n## B\n- c\n## D\n- e"] {
        assert_eq!(imported(text.as_bytes()).format, None, "{text}");
    }
}

#[test]
fn without_levels_the_chosen_format_says_what_is_missing() {
    let import = imported_as(b"# A\n- b", Format::Outline);
    let missing = "error: No level is found in this document. Give each level a heading or a column of its own, or \
                   choose another format.";
    assert_eq!(said(&import), [missing]);
}

#[test]
fn hostile_outlines_come_to_an_end() {
    let nested: String = (0..2000).fold("# Level 1\n".to_owned(), |mut text, depth| {
        writeln!(text, "{}- x{depth}", " ".repeat(depth)).unwrap();
        text
    });
    let steps: String = (0..20_000).fold(String::new(), |mut text, number| {
        writeln!(text, "## Level {}\n- x", number % 1000).unwrap();
        text
    });
    let documents = [
        nested,
        steps,
        format!("# Level 1\n- {}", "x ".repeat(500_000)),
        format!("# Level 1\n{}", "- a: b\n".repeat(50_000)),
        format!("# Level 1\n{}", "a\n".repeat(50_000)),
        format!("{}- a", "# Level 1\n".repeat(50_000)),
        "#".repeat(1_000_000),
        format!("# Level 1\n{}- a", "\t".repeat(100_000)),
    ];
    for document in documents {
        let import = imported_as(document.as_bytes(), Format::Outline);
        assert!(import.framework.is_some() || !import.notices.is_empty(), "{}", &document[..20]);
    }
}

/// A document of lines with a token each: headings, items at any indent, plain lines, blank ones.
fn document() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    proptest::collection::vec((0..15_u8, 0..4_u8, 0..5_u8), 1..60)
}

fn written(lines: &[(u8, u8, u8)]) -> (String, Vec<String>) {
    let mut text = "# Level 1\n- begins\n".to_owned();
    let mut tokens = Vec::new();
    for (index, (mark, indent, level)) in lines.iter().enumerate() {
        let token = format!("tok{index}x");
        let blank = "  ".repeat(usize::from(*indent));
        let line = match mark {
            0 => format!("{} {token}", "#".repeat(usize::from(*indent) + 1)),
            1 => format!("{} Level {level}", "#".repeat(usize::from(*indent) + 1)),
            2 => format!("{} Level {level}: {token}", "#".repeat(usize::from(*indent) + 1)),
            3..=5 => format!("{blank}- {token}"),
            6 => format!("{blank}- Level {level}: {token}"),
            7 => format!("{blank}{level}. {token}"),
            8 => format!("{blank}{token}"),
            9 => format!("{blank}{token}, a sentence of more than a few words, so that nobody takes it for a name."),
            10 => format!("**{token}**"),
            14 => format!("{} Interview questions\n1. {token}?", "#".repeat(usize::from(*indent) + 1)),
            12 => format!(
                "| {token} | Level 1 | Level {level} |\n|---|:-:|---|\n| {token}a | {token}b<br>{token}c | |\n|| {token}d | {token}e | {token}f |"
            ),
            13 => format!(
                "| Level | {token} | {token}a | Example |\n|---|---|---|---|\n| Level {level} | {token}b | | {token}c |\n| Level 2 | {token}d | {token}e | |\n|||{token}f|"
            ),
            _ => String::new(),
        };
        if line.contains(&token) {
            tokens.extend(('a'..='f').map(|end| format!("{token}{end}")).filter(|token| line.contains(token)));
            tokens.push(token);
        }
        writeln!(text, "{line}").unwrap();
    }
    (text, tokens)
}

proptest! {
    #[test]
    fn nothing_is_dropped(lines in document()) {
        let (text, tokens) = written(&lines);
        let import = imported_as(text.as_bytes(), Format::Outline);
        prop_assume!(import.framework.is_some());
        let lost = accounted(&import, &tokens);
        prop_assert!(lost.is_empty(), "{lost:?} of\n{text}");
    }

    #[test]
    fn no_text_makes_it_panic(text in "[#\\-*0-9a-zLevl :.\t\n一級。]{0,300}") {
        imported_as(text.as_bytes(), Format::Outline);
    }
}
