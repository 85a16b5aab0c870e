//! The list of a host's frameworks.

use serde_json::{Value, json};
use touchstone::framework::{Catalog, CatalogEntry, FrameworkId, Purpose, Use};

#[track_caller]
fn read(entries: Value) -> Result<Catalog, String> {
    let text = json!({"format": "touchstone-catalog/1", "frameworks": entries}).to_string();
    Catalog::from_json(&text).map_err(|error| error.to_string())
}

fn entry(changes: Value) -> Value {
    let mut entry = json!({"id": "desk", "file": "desk.json", "title": "Desk", "purpose": "skill"});
    for (name, value) in changes.as_object().unwrap() {
        entry[name] = value.clone();
    }
    entry
}

#[track_caller]
fn check(changes: Value, expected: &str) {
    assert_eq!(read(json!([entry(changes)])), Err(expected.to_owned()));
}

#[test]
fn an_entry_is_read_with_its_numbers() {
    let changes = json!({"for": ["qualification", "hiring", "astrology"], "levels": 7, "competencies": 4, "criteria": 39,
        "summary": "What is expected.", "later": true});
    let expected = CatalogEntry {
        id: FrameworkId::new("desk"),
        file: "desk.json".to_owned(),
        title: "Desk".to_owned(),
        summary: Some("What is expected.".to_owned()),
        purpose: Purpose::Skill,
        uses: vec![Use::Qualification, Use::Hiring],
        rungs: 7,
        competencies: 4,
        criteria: 39,
    };
    assert_eq!(read(json!([entry(changes)])), Ok(Catalog { frameworks: vec![expected] }));
    assert_eq!(read(json!([])), Ok(Catalog { frameworks: vec![] }));
}

#[test]
fn faults_are_told_with_their_place() {
    check(json!({"id": null}), "frameworks[0].id: this field is missing or empty. Write a text there.");
    check(
        json!({"id": "Desk"}),
        "frameworks[0].id: \"Desk\" is no identifier. \
         Use lower-case letters a to z and digits, with - or . between them.",
    );
    check(json!({"title": ""}), "frameworks[0].title: this field is missing or empty. Write a text there.");
    check(json!({"file": null}), "frameworks[0].file: this field is missing or empty. Write a text there.");
    check(
        json!({"purpose": "fun"}),
        "frameworks[0].purpose: \"fun\" is not known here. Use one of: progression, matrix, unit, skill.",
    );
    check(json!({"for": "hiring"}), "frameworks[0].for: a list is expected, not a text. Put it in square brackets.");
    check(
        json!({"levels": "7"}),
        "frameworks[0].levels: a whole number from 0 on is expected, not a text. Write digits alone.",
    );
}

#[test]
fn a_file_stands_beside_the_catalog() {
    for file in ["../desk.json", "/desk.json", "https://example.org/desk.json", "a\\b", ".desk", "a?b", "a#b", "a%2fb"]
    {
        check(
            json!({"file": file}),
            &format!(
                "frameworks[0].file: \"{file}\" is no name of a file beside the catalog. \
                 Put the file there and name it without a path."
            ),
        );
    }
}

#[test]
fn a_framework_is_listed_once() {
    assert_eq!(
        read(json!([entry(json!({})), entry(json!({"file": "other.json"}))])),
        Err("frameworks[1].id: another framework has the id \"desk\" already. Give each its own.".to_owned())
    );
}

#[test]
fn other_files_are_refused() {
    let check = |text: &str, expected: &str| assert_eq!(Catalog::from_json(text).unwrap_err().to_string(), expected);
    check(
        "{\"frameworks\": [}",
        "line 1, column 17: this is not JSON (expected value). Mend it there, or export the file again.",
    );
    check("{}", "format: this file does not name its format. Choose a file that says \"touchstone-catalog/1\".");
    check(
        "{\"format\": \"touchstone-framework/1\"}",
        "format: this file says \"touchstone-framework/1\", not \"touchstone-catalog/1\". Choose a file of that format.",
    );
    check(
        "{\"format\": \"touchstone-catalog/2\"}",
        "format: this file is \"touchstone-catalog/2\", written by a later release; this one reads \
         \"touchstone-catalog/1\". Update the app, then open it again.",
    );
}
