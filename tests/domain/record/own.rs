//! A person's own questions: kept, edited, removed and put back, each by itself.

use serde_json::{Value, json};
use touchstone::framework::{FrameworkId, QuestionId};
use touchstone::question::{Own, Written};
use touchstone::record::Writing;

use super::*;

fn desk() -> FrameworkId {
    FrameworkId::new("library-desk")
}

fn asking(text: &str) -> Own {
    let written = Written {
        kind: "knowledge".to_owned(),
        minutes: "5".to_owned(),
        text: text.to_owned(),
        criteria: vec!["lending.1".to_owned()],
        tags: vec!["desk".to_owned()],
        ..Written::default()
    };
    written.checked(&library_desk()).unwrap()
}

impl Browser {
    /// With these questions, kept one after the other.
    fn asking(texts: &[&str]) -> Self {
        let browser = Self::new();
        for (at, text) in (1_000..).zip(texts) {
            now(browser.archive.keep_own(&desk(), &[asking(text)], at)).unwrap();
        }
        browser
    }

    #[track_caller]
    fn own(&self) -> Vec<String> {
        let (own, errors) = now(self.archive.own(&desk())).unwrap();
        assert_eq!(errors, []);
        own.into_iter().map(|own| own.question.text).collect()
    }
}

fn key(own: &Own) -> String {
    format!("library-desk/{}", own.id())
}

#[test]
fn own_questions_read_back_in_the_order_in_which_they_were_kept() {
    let browser = Browser::asking(&["One?", "Two?", "Three?", "Four?"]);
    assert_eq!(browser.own(), ["One?", "Two?", "Three?", "Four?"]);
    assert_eq!(now(browser.archive.own(&FrameworkId::new("library"))).unwrap(), (vec![], vec![]));
    let stored: Value = serde_json::from_str(&browser.get(Table::Questions, &key(&asking("One?"))).unwrap()).unwrap();
    let expected = json!({
        "v": 1, "at": 1000, "competency": "lending",
        "question": {
            "id": asking("One?").id().as_str(), "text": "One?", "kind": "knowledge", "minutes": 5,
            "criteria": ["lending.1"], "own": true, "tags": ["desk"],
        },
    });
    assert_eq!(stored, expected);
}

#[test]
fn an_edited_question_stays_in_its_place_and_can_be_as_it_was() {
    let browser = Browser::asking(&["One?", "Two?"]);
    let mut edited = asking("One?");
    edited.question.text = "One and a half?".to_owned();
    let before = now(browser.archive.keep_own(&desk(), &[edited, asking("Three?")], 9_000)).unwrap();
    assert_eq!(browser.own(), ["One and a half?", "Two?", "Three?"]);
    now(browser.archive.restore(before)).unwrap();
    assert_eq!(browser.own(), ["One?", "Two?"]);
}

#[test]
fn a_removed_question_can_be_put_back() {
    let browser = Browser::asking(&["One?", "Two?"]);
    let removed = now(browser.archive.remove_own(&desk(), asking("One?").id())).unwrap();
    assert_eq!(browser.own(), ["Two?"]);
    now(browser.archive.restore(removed)).unwrap();
    assert_eq!(browser.own(), ["One?", "Two?"]);
    let nothing = now(browser.archive.remove_own(&desk(), &QuestionId::new("own.none"))).unwrap();
    now(browser.archive.restore(nothing)).unwrap();
    assert_eq!(browser.own(), ["One?", "Two?"]);
}

#[test]
fn all_of_several_are_kept_or_none() {
    let browser = Browser::asking(&["One?"]);
    browser.storage.fail_commit(1, StorageError::Full);
    let failed = now(browser.archive.keep_own(&desk(), &[asking("Two?"), asking("Three?")], 2_000));
    assert_eq!(failed, Err(RecordError::Storage(StorageError::Full)));
    assert_eq!(browser.own(), ["One?"]);
}

/// What is said of a row that holds this, which is left as it is.
#[track_caller]
fn check_unreadable(value: &str, expected: &str) {
    let browser = Browser::asking(&["Two?"]);
    let row = Write::Put { table: Table::Questions, key: "library-desk/own.1".to_owned(), value: value.to_owned() };
    now(browser.storage.commit(vec![row])).unwrap();
    let (own, errors) = now(browser.archive.own(&desk())).unwrap();
    assert_eq!(own, [asking("Two?")]);
    assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
    assert_eq!(browser.get(Table::Questions, "library-desk/own.1").as_deref(), Some(value));
}

#[test]
fn a_row_that_cannot_be_read_stops_no_other() {
    let told = |reason: &str| {
        format!(
            "questions, row library-desk/own.1: this row is damaged ({reason}). It is left as it is, and the other records are safe. Import a copy of it, if you have one."
        )
    };
    check_unreadable(
        r#"{"v":1,"at":1,"competency":"lending","question":{"id":"own.1","kind":"knowledge","own":true}}"#,
        &told("text: this field is missing or empty. Write a text there"),
    );
    check_unreadable(
        r#"{"v":1,"at":1,"competency":"lending","question":{"id":"own.2","kind":"knowledge","text":"x","own":true}}"#,
        &told("it holds the question own.2"),
    );
    check_unreadable(
        r#"{"v":2}"#,
        "questions, row library-desk/own.1: a later release wrote this (version 2). It is left as it is. Reload the page to get the newest app.",
    );
}

#[test]
fn a_damaged_row_is_replaced_and_goes_to_quarantine_but_a_newer_one_stays() {
    let (browser, one) = (Browser::new(), asking("One?"));
    let put = |value: &str| {
        let row = Write::Put { table: Table::Questions, key: key(&one), value: value.to_owned() };
        now(browser.storage.commit(vec![row])).unwrap();
    };
    put("{");
    now(browser.archive.keep_own(&desk(), std::slice::from_ref(&one), 1_000)).unwrap();
    assert_eq!(browser.own(), ["One?"]);
    assert_eq!(now(browser.storage.scan(Table::Quarantine, "")).unwrap()[0].value, "{");
    put(r#"{"v":2}"#);
    let refused = now(browser.archive.keep_own(&desk(), std::slice::from_ref(&one), 1_000));
    assert!(matches!(refused, Err(RecordError::Newer { version: 2, .. })), "{refused:?}");
    assert_eq!(browser.get(Table::Questions, &key(&one)).as_deref(), Some(r#"{"v":2}"#));
}

#[test]
fn what_is_being_written_stands_there_until_it_is_dropped() {
    let browser = Browser::new();
    let writing = |text: &str| Writing {
        edits: Some(QuestionId::new("own.1")),
        written: Written { text: text.to_owned(), minutes: "five".to_owned(), ..Written::default() },
    };
    assert_eq!(browser.archive.writing(&desk()), Ok(None));
    browser.archive.hold_writing(&desk(), &writing("On")).unwrap();
    browser.archive.hold_writing(&desk(), &writing("One?")).unwrap();
    assert_eq!(browser.archive.writing(&desk()), Ok(Some(writing("One?"))));
    assert_eq!(browser.archive.writing(&FrameworkId::new("library")), Ok(None));
    browser.archive.drop_writing(&desk()).unwrap();
    assert_eq!(browser.archive.writing(&desk()), Ok(None));

    browser.journal.write("question/library-desk", "{").unwrap();
    assert!(matches!(browser.archive.writing(&desk()), Err(RecordError::Unreadable { .. })));
}
