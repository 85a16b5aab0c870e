//! What cannot be read: each damaged or missing row is told with its place, left as it is, and stops no other.

use super::*;

/// The assessment cannot be opened after this, with exactly this message, and opening changed nothing.
#[track_caller]
fn check_unreadable(change: impl FnOnce(&Browser), expected: &str) {
    let browser = Browser::with(&interview());
    change(&browser);
    let rows = browser.rows();
    assert_eq!(now(browser.archive.open(&id())).unwrap_err().to_string(), expected);
    assert_eq!(browser.rows(), rows);
}

#[test]
fn a_damaged_event_is_told_with_its_row_and_left() {
    let damaged = |reason: &str| {
        format!(
            "this assessment, entry 3: this entry is damaged ({reason}). \
             It is left as it is, and the other records are safe. Import a copy of it, if you have one."
        )
    };
    let change = |text: &'static str| move |browser: &Browser| browser.put(Table::Events, "a1b2/00000003", text);
    check_unreadable(change("{\"v\":1,\"se"), &damaged("EOF while parsing a string at line 1 column 10"));
    check_unreadable(change("{\"v\":1}"), &damaged("missing field `seq` at line 1 column 7"));
    check_unreadable(change("{\"v\":0}"), &damaged("there is no version 0"));
    check_unreadable(
        change("{\"v\":3,\"anything\":[]}"),
        "this assessment, entry 3: a later release wrote this (version 3). \
         It is left as it is. Reload the page to get the newest app.",
    );
}

#[test]
fn a_missing_event_is_told() {
    check_unreadable(
        |browser| browser.remove(Table::Events, "a1b2/00000003"),
        "this assessment, entry 3: Entry 4 came where entry 3 belongs. \
         It is left as it is. Import a copy, if you have one.",
    );
    check_unreadable(
        |browser| browser.remove(Table::Events, "a1b2/00000001"),
        "this assessment, entry 1: The record does not begin with its start. \
         It is left as it is. Import a copy, if you have one.",
    );
}

#[test]
fn damaged_and_missing_revisions_are_told() {
    let (guide, framework) = (basis().guide_digest().clone(), basis().framework_digest().clone());
    check_unreadable(
        |browser| browser.remove(Table::Guides, guide.as_str()),
        &format!(
            "guides, row {guide}: nothing is kept under this name in this browser. \
             Go to the list of assessments and choose one there."
        ),
    );
    let damaged = |place: String, reason: &str| {
        format!(
            "{place}: this row is damaged ({reason}). \
             It is left as it is, and the other records are safe. Import a copy of it, if you have one."
        )
    };
    check_unreadable(
        |browser| browser.put(Table::Guides, guide.as_str(), "{}"),
        &damaged(format!("guides, row {guide}"), "it does not name its format"),
    );
    check_unreadable(
        |browser| browser.put(Table::Frameworks, framework.as_str(), "{\"format\":\"x\"}"),
        &damaged(format!("frameworks, row {framework}"), "its format is \"x\", not \"touchstone-framework/1\""),
    );
    check_unreadable(
        |browser| browser.put(Table::Frameworks, framework.as_str(), "["),
        &damaged(format!("frameworks, row {framework}"), "line 1, column 1: EOF while parsing a list"),
    );
    check_unreadable(
        |browser| browser.put(Table::Frameworks, framework.as_str(), "{\"format\":\"touchstone-framework/3\"}"),
        &format!(
            "frameworks, row {framework}: a later release wrote this (version 3). \
             It is left as it is. Reload the page to get the newest app."
        ),
    );
}

#[test]
fn a_damaged_row_does_not_stop_the_others() {
    let browser = Browser::with(&interview());
    browser.put(Table::Summaries, "broken", "{\"v\":1,");
    browser.put(Table::Summaries, "later", "{\"v\":3,\"shape\":\"new\"}");
    browser.put(Table::People, "broken", "?");
    let (summaries, errors) = now(browser.archive.summaries()).unwrap();
    assert_eq!(summaries.iter().map(|summary| summary.id.as_str()).collect::<Vec<_>>(), ["a1b2"]);
    let damaged = "summaries, row broken: this row is damaged (EOF while parsing a value at line 1 column 7). \
        It is left as it is, and the other records are safe. Import a copy of it, if you have one.";
    let newer = "summaries, row later: a later release wrote this (version 3). \
        It is left as it is. Reload the page to get the newest app.";
    assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>(), [damaged, newer]);
    let listing = now(browser.archive.listing()).unwrap();
    assert_eq!(listing.lines.iter().map(|line| line.candidate.as_str()).collect::<Vec<_>>(), ["Kim \"K\" Candidate"]);
    assert_eq!(listing.unreadable.len(), 3);
    assert!(browser.export(true).is_ok(), "the damaged name is nobody's here");
}
