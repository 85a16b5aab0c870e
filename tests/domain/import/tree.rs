//! Trees of YAML and JSON, by what is said of documents of an unknown build: places, doubled names, aliases, depth.

use std::fmt::Write as _;

use touchstone::import::Format;

use super::{imported_as, said};

/// What is said of a document that is no framework.
#[track_caller]
fn check(text: &str, expected: &str) {
    let import = imported_as(text.as_bytes(), Format::Shape);
    assert_eq!(said(&import).first().map(String::as_str), Some(expected));
    assert_eq!(import.framework, None);
}

/// The statements of a document that is one, and what is said of it.
fn statements(text: &str) -> (Vec<String>, Vec<String>) {
    let import = imported_as(text.as_bytes(), Format::Shape);
    let said = said(&import);
    let framework = import.framework.unwrap_or_else(|| panic!("{said:?}"));
    (framework.criteria().map(|(_, _, criterion)| criterion.text.clone()).collect(), said)
}

#[test]
fn a_mistake_is_told_of_with_its_place() {
    check(
        "{\n  \"é\": ]\n}",
        "2:8: error: This is not JSON: Unexpected close bracket. Mend it there, or export the file again.",
    );
    check(
        "{\"a\": \"b",
        "1:7: error: This is not JSON: Unterminated string literal. Mend it there, or export the file again.",
    );
    check(
        "a: [b\nc: d",
        "2:2: error: This is not YAML: illegal placement of ':' indicator. Mend it there, or paste the text without it.",
    );
    check(
        "a:\n\t- b",
        "2:2: error: This is not YAML: tabs disallowed within this context (block indentation). Mend it there, or paste the text without it.",
    );
}

/// The parser puts a line behind the last one when that one has no end.
#[test]
fn a_mistake_at_the_end_is_told_of_the_last_line() {
    let mistake = "error: This is not YAML: while parsing a flow mapping, did not find expected ',' or '}'. Mend it there, or paste the text without it.";
    check("a:\n  - {b: c", &format!("2:10: {mistake}"));
    check("a:\n  - {b: c\n", &format!("3:1: {mistake}"));
    let front = imported_as(b"---\na: {b: c\n---\n", Format::Progression);
    assert_eq!(said(&front), [format!("3:1: {mistake}")]);
}

#[test]
fn what_nests_too_deep_is_refused_at_once() {
    let deep = "The document nests more than 100 levels deep, which no framework does. Choose another one.";
    check(&format!("a:\n{}", "- ".repeat(100_000)), &format!("2:199: error: {deep}"));
    check(&format!("a: {}", "[".repeat(100_000)), &format!("1:259: error: {deep}"));
    let nested = format!("{}{}", "[".repeat(110), "]".repeat(110));
    check(&nested, &format!("1:102: error: {deep}"));
    let import = imported_as("[".repeat(100_000).as_bytes(), Format::Shape);
    assert_eq!((import.framework, import.notices.len()), (None, 1));
}

#[test]
fn aliases_stand_for_what_they_name_and_bombs_do_not_go_off() {
    let text = "Ropes:\n  Level 1: &knots\n    - Ties a knot\n  Level 2: *knots\nSails:\n  Level 1:\n    - Folds\n";
    assert_eq!(statements(text).0, ["Ties a knot", "Ties a knot", "Folds"]);
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for step in 1..20 {
        let aliases = vec![format!("*a{}", step - 1); 10].join(", ");
        writeln!(bomb, "a{step}: &a{step} [{aliases}]").unwrap();
    }
    let refusal = "Aliases repeat more than 100000 parts of this document, which no framework does. Write them out, or \
                   choose another document.";
    check(&bomb, &format!("5:45: error: {refusal}"));
    let quadratic = format!("a: &a [{}]\nb: [{}]\n", "x,".repeat(2000), "*a,".repeat(2000));
    check(&quadratic, &format!("2:152: error: {refusal}"));
    let chained = (1..20_000).fold("a0: &a0 [x]\n".to_owned(), |mut text, step| {
        writeln!(text, "a{step}: &a{step} [*a{}]", step - 1).unwrap();
        text
    });
    assert!(!imported_as(chained.as_bytes(), Format::Shape).notices.is_empty());
    check(
        "a: &a\n  - *a\n",
        "2:5: error: This alias stands for something that has not ended yet. Write out what it stands for.",
    );
}

#[test]
fn anchors_within_anchors_come_to_an_end() {
    let nested = format!("a: {}x{}", (0..90).map(|depth| format!("&b{depth} [")).collect::<String>(), "]".repeat(90));
    let wide = format!(
        "a: {}[{}]{}",
        (0..90).map(|depth| format!("&b{depth} [")).collect::<String>(),
        "x,".repeat(50_000),
        "]".repeat(90)
    );
    for text in [nested, wide] {
        assert!(!imported_as(text.as_bytes(), Format::Shape).notices.is_empty());
    }
}

#[test]
fn a_doubled_name_is_told_of() {
    let doubled = "“Level 1” stands here a second time. The first one counts; take one of the two out.";
    let (found, said) = statements("R:\n  Level 1:\n    - a\n  Level 1:\n    - b\n");
    assert_eq!(found, ["a", "b"]);
    assert_eq!(said, [format!("4:3: warning: {doubled}")]);
    let (found, said) = statements("{\"R\":\n{\"Level 1\": [\"a\"],\n \"Level 1\": [\"b\"]}}");
    assert_eq!(found, ["a", "b"]);
    assert_eq!(said, [format!("3:2: warning: {doubled}")]);
}

#[test]
fn comments_in_json_are_told_of() {
    let text = "{\"R\": /* two\nlines */ {\"Level 1\": [\"a\"], // one\n \"Level 2\": [\"b\"]}}\n//\n";
    let (found, said) = statements(text);
    assert_eq!(found, ["a", "b"]);
    let left = [("1:7", "two\nlines"), ("2:29", "one")];
    assert_eq!(said, left.map(|(place, quote)| format!("{place}: note: A comment is left out. “{quote}”")));
}

#[test]
fn escapes_do_not_hide_what_cannot_be_seen() {
    for text in [r#"{"R": {"Level 1": ["a\u202eb\u0000"]}}"#, "R:\n  Level 1: [\"a\\u202eb\\0\"]\n"] {
        let (found, said) = statements(text);
        assert_eq!(found, ["ab"]);
        let taken = "2 characters that cannot be seen were taken out here: NUL, a control character or a turn of the \
                     writing direction. Look whether the line still says what it should.";
        assert_eq!(said.len(), 1);
        assert!(said[0].ends_with(&format!(": warning: {taken}")), "{said:?}");
    }
}

#[test]
fn escapes_are_undone() {
    let (found, _) = statements(r#"{"R": {"Level 1": ["caf\u00e9 \ud83d\udcac \"q\" \\ \/ a\nb"]}}"#);
    assert_eq!(found[0], "café 💬 \"q\" \\ / a\nb");
    check(
        r#"{"R": "\ud83d"}"#,
        "1:8: error: This is not JSON: Invalid unicode escape sequence. 'd83d (unpaired high surrogate)' is not a valid \
         UTF8 character. Mend it there, or export the file again.",
    );
}

#[test]
fn a_second_document_is_not_passed_over_in_silence() {
    let (found, said) = statements("R:\n  Level 1:\n    - a\n---\nS:\n  Level 1:\n    - b\n");
    assert_eq!(found, ["a"]);
    let why = "This stands in a second document of the same file, so it was left out. Take it in by itself.";
    let left = [("5:1", "S"), ("6:3", "Level 1"), ("7:7", "b")];
    assert_eq!(said, left.map(|(place, quote)| format!("{place}: note: {why} “{quote}”")));
}
