//! Out as a file and in again: the same bytes, nothing overwritten, and every fault told.

use touchstone::assessment::Mark;
use touchstone::record::storage::{StorageError, Table};
use touchstone::record::{Arrival, ImportError, Package};

use super::*;

#[track_caller]
fn exported(with_names: bool) -> String {
    Browser::with(&interview()).export(with_names).unwrap()
}

#[test]
fn a_file_taken_in_and_given_out_again_is_the_same() {
    for with_names in [false, true] {
        let file = exported(with_names);
        assert_eq!(file.contains("Ina Interviewer"), with_names);
        let elsewhere = Browser::new();
        assert_eq!(now(elsewhere.archive.import(&file)), Ok((id(), Arrival::New)));
        assert_eq!(elsewhere.export(with_names), Ok(file));
        let tables: &[&str] = if with_names { &[] } else { &["people"] };
        assert_eq!(elsewhere.rows(), Browser::with(&interview()).rows().without(tables));
    }
}

#[test]
fn a_file_is_one_event_a_line() {
    let file = exported(true);
    let lines: Vec<_> = file.lines().collect();
    assert_eq!(
        lines[..4],
        [
            "{",
            "\"format\":\"touchstone-assessment/2\",",
            "\"assessment\":\"a1b2\",",
            "\"people\":[{\"id\":\"c1\",\"name\":\"Kim \\\"K\\\" Candidate\"},{\"id\":\"i1\",\"name\":\"Ina Interviewer\"}],",
        ]
    );
    assert_eq!(lines[6], "\"events\":[");
    assert_eq!(
        lines[8],
        format!(
            r#"{{"at":1700000002000,"event":{{"asked-question":{{"question":"greeting.q1"}}}},"prev":"{}","seq":2,"v":2}},"#,
            begun().head()
        )
    );
    assert_eq!(lines[lines.len() - 3], "],");
    assert!(lines[lines.len() - 2].starts_with("\"digest\":\""));
    assert_eq!(lines.len(), 7 + 11 + 3);
}

#[test]
fn a_file_that_an_editor_laid_out_anew_is_the_same_record() {
    let value: serde_json::Value = serde_json::from_str(&exported(true)).unwrap();
    let elsewhere = Browser::new();
    let pretty = format!("\u{feff}{}", serde_json::to_string_pretty(&value).unwrap().replace('\n', "\r\n"));
    assert_eq!(now(elsewhere.archive.import(&pretty)), Ok((id(), Arrival::New)));
    assert_eq!(elsewhere.export(true), Ok(exported(true)));
}

/// Imports into a browser with this history; what arrives, and how many events are here then.
#[track_caller]
fn check_arrival(here: &[Event], file: &[Event], expected: Arrival, events: usize) {
    let browser = Browser::with(here);
    let before = browser.rows();
    let file = Browser::with(file).export(false).unwrap();
    assert_eq!(now(browser.archive.import(&file)), Ok((id(), expected.clone())));
    if expected == Arrival::Known {
        assert_eq!(browser.rows(), before);
    }
    let opened = browser.opened();
    assert_eq!(opened.log().len(), events);
    let (summaries, _) = now(browser.archive.summaries()).unwrap();
    assert_eq!(summaries, [Summary::of(&id(), &opened)]);
}

#[test]
fn of_two_logs_the_longer_stays() {
    let all = interview();
    check_arrival(&all, &all, Arrival::Known, 11);
    check_arrival(&all, &all[..4], Arrival::Known, 11);
    check_arrival(&all[..4], &all, Arrival::Longer { added: 6 }, 11);
    check_arrival(&all[..9], &all, Arrival::Longer { added: 1 }, 11);
}

#[test]
fn names_that_are_here_stay_and_new_ones_come_along() {
    let browser = Browser::new();
    browser.put(Table::People, "i1", r#"{"v":1,"id":"i1","name":"Ina of old"}"#);
    now(browser.archive.import(&exported(true))).unwrap();
    let names: Vec<_> = now(browser.archive.names()).unwrap().0.into_iter().map(|person| person.name).collect();
    assert_eq!(names, ["Kim \"K\" Candidate", "Ina of old"]);
}

/// The file is refused with exactly this message, and nothing stored is changed, here or where nothing is.
#[track_caller]
fn check_refused(file: &str, expected: &str) {
    for browser in [Browser::new(), Browser::with(&interview()[..3])] {
        let rows = browser.rows();
        assert_eq!(now(browser.archive.import(file)).unwrap_err().to_string(), expected);
        assert_eq!(browser.rows(), rows);
    }
}

#[track_caller]
fn changed(from: &str, to: &str) -> String {
    let file = exported(true);
    assert_eq!(file.matches(from).count(), 1, "{from} stands once");
    file.replace(from, to)
}

#[test]
fn other_files_are_refused() {
    check_refused("", "format: this file is empty. Choose a file that was exported from the list of assessments.");
    check_refused(
        exported(true).split("\n],\n\"digest\"").next().unwrap_or_default(),
        "line 18, column 186: this is not JSON (EOF while parsing a list). \
         The file may have been cut short; ask for a fresh copy.",
    );
    let no_assessment = "format: this file is not an assessment. \
        Choose a file that was exported from the list of assessments.";
    check_refused("{}", no_assessment);
    check_refused("5", no_assessment);
    check_refused("{\"format\":5}", no_assessment);
    check_refused(
        LIBRARY_DESK,
        "format: this file says \"touchstone-framework/1\", not \"touchstone-assessment/2\". \
         Choose a file that was exported from the list of assessments.",
    );
}

#[test]
fn a_file_without_a_digest_is_refused() {
    let check = |to: &str, reason: &str| {
        let message = format!("digest: this part is damaged ({reason}). Ask for a fresh copy of the file.");
        check_refused(&changed("],\n\"digest\":\"", &format!("],\n{to}")), &message);
    };
    check("\"summary\":\"", "it is missing, so nothing proves the events");
    check("\"digest\":\"x", "it is no SHA-256");
}

#[test]
fn files_of_a_later_release_are_refused() {
    let newer = |found: &str| {
        format!(
            "format: this file holds {found}, written by a later release. \
             Reload the page to get the newest app, then import it again."
        )
    };
    check_refused(
        &changed("touchstone-assessment/2", "touchstone-assessment/3"),
        &newer("\"touchstone-assessment/3\""),
    );
    check_refused(&changed("touchstone-framework/1", "touchstone-framework/9"), &newer("\"touchstone-framework/9\""));
    check_refused(&changed("touchstone-guide/1", "touchstone-guide/2"), &newer("\"touchstone-guide/2\""));
    check_refused(&changed("\"seq\":3,\"v\":2", "\"seq\":3,\"v\":7"), &newer("event 3 of version 7"));
}

#[test]
fn damaged_files_are_refused() {
    let mend = "Ask for a fresh copy of the file.";
    check_refused(
        &changed("\"assessment\":\"a1b2\"", "\"assessment\":\"a/../b\""),
        &format!("assessment: this part is damaged (\"a/../b\" is no id). {mend}"),
    );
    check_refused(
        &changed("\"assessment\":\"a1b2\"", "\"assessment\":\"plan\""),
        &format!("assessment: this part is damaged (\"plan\" is no id). {mend}"),
    );
    check_refused(
        &changed("[{\"id\":\"c1\"", "[{\"id\":\"\""),
        &format!("people: this part is damaged (\"\" is no id). {mend}"),
    );
    check_refused(
        &changed("[{\"id\":\"c1\"", "[{\"id\":\"i1\""),
        &format!("people: this part is damaged (the id \"i1\" stands twice). {mend}"),
    );
    check_refused(
        &changed("\"language\":\"en\"", "\"language\":\"\""),
        &format!(
            "framework: this part is damaged (language: this field is missing or empty. Write a text there). {mend}"
        ),
    );
    check_refused(
        &changed("\"format\":\"touchstone-guide/1\"", "\"format\":\"\""),
        &format!("guide: this part is damaged (its format is \"\", not \"touchstone-guide/1\"). {mend}"),
    );
    check_refused(
        &changed("\"seq\":3,\"v\":2", "\"seq\":\"3\",\"v\":2"),
        &format!(
            "event 3: this entry is damaged (invalid type: string \"3\", expected u32 at line 1 column 192). {mend}"
        ),
    );
    check_refused(
        &changed("\"events\":[", "\"occurrences\":["),
        &format!("file: this part is damaged (missing field `events` at line 21 column 1). {mend}"),
    );
}

#[test]
fn events_that_make_no_assessment_are_refused() {
    let mend = "Ask for a fresh copy of the file. Nothing here was changed.";
    let cut = |file: String, line: usize| {
        let lines: Vec<_> =
            file.lines().enumerate().filter(|(index, _)| *index != line).map(|(_, text)| text).collect();
        lines.join("\n")
    };
    check_refused(&cut(exported(false), 8), &format!("event 3: Entry 4 came where entry 3 belongs. {mend}"));
    check_refused(&cut(exported(false), 6), &format!("event 1: Entry 2 came where entry 1 belongs. {mend}"));
    let none = exported(false).split("\"events\":[").next().map(|head| format!("{head}\"events\":[]}}")).unwrap();
    check_refused(&none, &format!("event 1: The record does not begin with its start. {mend}"));
    let (right, other) = (basis().guide_digest().to_string(), "0".repeat(64));
    check_refused(
        &exported(false).replace(&right, &other),
        &format!("event 1: The record was taken with the guide {other}, but {right} came with it. {mend}"),
    );
}

#[test]
fn a_log_that_went_another_way_is_refused() {
    let browser = Browser::with(&[asked("greeting.q1"), marked("greeting.1", Mark::Met)]);
    let rows = browser.rows();
    let error = now(browser.archive.import(&exported(false))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "event 3: another record of this assessment is kept here, and from this entry on the two differ. \
         The one kept here stays as it is. Import the file in another browser to read it."
    );
    assert_eq!(browser.rows(), rows);
}

#[test]
fn an_import_that_cannot_be_stored_changes_nothing() {
    let browser = Browser::with(&interview()[..3]);
    let rows = browser.rows();
    browser.storage.fail_commit(1, StorageError::Full);
    assert_eq!(now(browser.archive.import(&exported(true))), Err(ImportError::Storage(StorageError::Full)));
    assert_eq!(browser.rows(), rows);
}

#[test]
fn a_copy_mends_what_is_damaged_or_missing_here() {
    let check = |change: &dyn Fn(&Browser), rows: usize, quarantined: &[&str]| {
        let browser = Browser::with(&interview());
        let sound = browser.rows();
        change(&browser);
        assert_eq!(now(browser.archive.import(&exported(false))), Ok((id(), Arrival::Mended { rows })));
        assert_eq!(browser.rows().without(&["quarantine"]), sound);
        let kept = now(browser.archive.quarantined()).unwrap();
        assert_eq!(kept.iter().map(|row| row.value.as_str()).collect::<Vec<_>>(), quarantined);
    };
    check(&|browser| browser.put(Table::Events, "a1b2/00000003", "?"), 1, &["?"]);
    check(&|browser| browser.remove(Table::Events, "a1b2/00000003"), 1, &[]);
    check(&|browser| browser.remove(Table::Guides, basis().guide_digest().as_str()), 1, &[]);
    check(&|browser| browser.put(Table::Frameworks, basis().framework_digest().as_str(), "{"), 1, &["{"]);
    check(&|browser| browser.put(Table::Summaries, "a1b2", "~"), 1, &["~"]);
    check(&|browser| browser.remove(Table::Summaries, "a1b2"), 1, &[]);
    check(
        &|browser| {
            browser.put(Table::Events, "a1b2/00000001", "!");
            browser.put(Table::Events, "a1b2/00000011", "?");
            browser.remove(Table::Frameworks, basis().framework_digest().as_str());
        },
        3,
        &["!", "?"],
    );
}

#[test]
fn what_a_later_release_wrote_here_is_no_damage() {
    let browser = Browser::with(&interview());
    browser.put(Table::Events, "a1b2/00000003", "{\"v\":3}");
    let rows = browser.rows();
    assert!(matches!(now(browser.archive.import(&exported(false))), Err(ImportError::Package(_))));
    assert_eq!(browser.rows(), rows);
}

#[test]
fn a_damaged_name_is_replaced_by_the_files() {
    let browser = Browser::with(&interview());
    now(browser.archive.import(&exported(true))).unwrap();
    let sound = browser.rows();
    browser.put(Table::People, "c1", "Kim");
    assert_eq!(now(browser.archive.import(&exported(true))), Ok((id(), Arrival::Named { names: 1 })));
    assert_eq!(browser.rows().without(&["quarantine"]), sound);
    assert_eq!(now(browser.archive.quarantined()).unwrap()[0].value, "Kim");
}

#[test]
fn an_import_finds_what_was_in_flight_here_in_its_place() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let mut assessment = browser.opened();
    browser.storage.fail_commit(1, StorageError::Full);
    browser.try_append(&mut assessment, &noted("greeting.q1", "Here")).unwrap_err();
    let elsewhere = Browser::with(&[asked("greeting.q1"), noted("greeting.q1", "There"), asked("greeting.q3")]);
    let file = elsewhere.export(false).unwrap();
    // Two logs of one assessment: both stay as they are.
    assert!(matches!(now(browser.archive.import(&file)), Err(ImportError::Package(_))));
    assert_eq!(browser.opened(), assessment);
    assert_eq!(now(browser.archive.quarantined()), Ok(vec![]));
}

#[test]
fn a_file_can_be_saved_where_the_storage_cannot_be_read_any_more() {
    let browser = Browser::with(&interview());
    let (assessment, file) = (browser.opened(), browser.export(false));
    browser.storage.fail_reads(StorageError::Removed);
    assert_eq!(now(browser.archive.export(&id(), &assessment, false)), file);
}

#[test]
fn names_come_along_later_too() {
    let browser = Browser::new();
    now(browser.archive.import(&exported(false))).unwrap();
    let (_, arrival) = now(browser.archive.import(&exported(true))).unwrap();
    assert_eq!(arrival, Arrival::Named { names: 2 });
    assert_eq!(arrival.to_string(), "this assessment stands in the list already. 2 names were added to it.");
    assert_eq!(browser.export(true).unwrap(), exported(true));
    assert_eq!(now(browser.archive.import(&exported(true))).unwrap().1, Arrival::Known);
}

#[test]
fn what_could_not_be_committed_is_in_the_file_all_the_same() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let mut assessment = browser.opened();
    browser.storage.fail_commit(1, StorageError::Full);
    assert_eq!(browser.try_append(&mut assessment, &noted("greeting.q1", "Hello")), Err(StorageError::Full));
    let file = now(browser.archive.export(&id(), &assessment, false)).unwrap();
    assert_eq!(Package::read(&file).unwrap().1, assessment);
}
