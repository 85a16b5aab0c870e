//! The list of assessments.

use touchstone::record::{Arrival, Listing};

use super::*;

#[track_caller]
fn listing(browser: &Browser) -> Listing {
    now(browser.archive.listing()).unwrap()
}

#[test]
fn a_line_says_whose_it_is_what_for_and_how_far_it_has_come() {
    let events = [asked("greeting.q1"), asked("lending.q2"), skipped("lending.q2", "no time")];
    let line = listing(&Browser::with(&events)).lines.remove(0);
    assert_eq!(line.candidate, "Kim \"K\" Candidate");
    assert!(line.summary.purpose().starts_with("Desk lead · "), "{}", line.summary.purpose());
    assert!(line.summary.purpose().ends_with(" · 2B"), "{}", line.summary.purpose());
    assert_eq!(line.summary.progress(), "in progress · 1 of 4 asked");
}

#[test]
fn the_name_of_a_file_holds_no_name() {
    let summary = listing(&Browser::with(&[])).lines.remove(0).summary;
    assert_eq!(summary.file_name(false), "touchstone-candidate-c1-a1b2.json");
    assert_eq!(summary.file_name(true), "touchstone-candidate-c1-a1b2-with-names.json");
}

#[test]
fn a_pseudonym_stands_in_where_no_name_is_known() {
    let browser = Browser::with(&[]);
    browser.remove(Table::People, "c1");
    assert_eq!(listing(&browser).lines[0].candidate, "Candidate C1");
}

#[test]
fn rows_that_cannot_be_read_are_told_and_hide_no_other() {
    let browser = Browser::with(&[]);
    browser.put(Table::Summaries, "zz", "{");
    browser.put(Table::People, "zz", "{");
    let listing = listing(&browser);
    assert_eq!(listing.lines.len(), 1);
    assert_eq!(listing.lines[0].candidate, "Kim \"K\" Candidate");
    let tables: Vec<_> = listing.unreadable.iter().map(|error| error.split(',').next().unwrap()).collect();
    assert_eq!(tables, ["summaries", "people"]);
}

#[test]
fn what_arrived_is_said_in_words() {
    let words = [Arrival::New, Arrival::Known, Arrival::Longer { added: 1 }, Arrival::Longer { added: 3 }];
    assert_eq!(
        words.map(|arrival| arrival.to_string()),
        [
            "a new assessment, which stands in the list now.",
            "this assessment stands in the list already. Nothing was changed.",
            "the assessment went on elsewhere. One newer entry was added to the one in the list.",
            "the assessment went on elsewhere. 3 newer entries were added to the one in the list.",
        ]
    );
}
