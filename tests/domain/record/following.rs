//! A tab that only shows an assessment reads it, and leaves to the writer what is the writer's.

use std::collections::BTreeSet;

use touchstone::assessment::Mark;
use touchstone::record::{Opened, Queue};

use super::*;

#[track_caller]
fn read(browser: &Browser, known: Option<Assessment>) -> Opened {
    now(browser.archive.read(&id(), known)).unwrap()
}

#[test]
fn reading_beside_the_writer_replays_nothing_and_sets_nothing_aside() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let mut writer = browser.opened();
    browser.keep_draft(&note("greeting.q1", "He")).unwrap();
    browser.put(Table::Drafts, "a1b2/weather", "?");
    let next = writer.next(3, marked("greeting.1", Mark::Met));
    let stored = writer.clone();
    writer.apply(next.clone()).unwrap();
    browser.archive.in_flight(&id(), &next).unwrap();
    browser.archive.draft_in_flight(&id(), &note("greeting.q1", "Hello")).unwrap();

    let rows = browser.rows();
    assert_eq!(read(&browser, None), Opened { assessment: stored, drafts: vec![note("greeting.q1", "He")] });
    assert_eq!(browser.rows(), rows);
}

#[test]
fn what_came_since_is_read_into_what_is_known() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let mut writer = browser.opened();
    let known = writer.clone();
    browser.append(&mut writer, &[noted("greeting.q1", "Hello"), marked("greeting.1", Mark::Met)]);
    // What is known is not asked of the storage again.
    browser.remove(Table::Guides, writer.basis.guide_digest().as_str());
    assert_eq!(read(&browser, Some(known)).assessment, writer);
    assert_eq!(read(&browser, Some(writer.clone())).assessment, writer);
}

#[test]
fn what_is_known_of_another_log_is_read_anew() {
    let browser = Browser::with(&[asked("greeting.q1"), noted("greeting.q1", "Hello")]);
    let longer = after(&[asked("greeting.q1"), noted("greeting.q1", "Hello"), marked("greeting.1", Mark::Met)]);
    let other = after(&[asked("greeting.q1"), noted("greeting.q1", "Otherwise")]);
    for known in [longer, other] {
        assert_eq!(read(&browser, Some(known)).assessment, browser.opened());
    }
}

#[test]
fn a_reader_sees_as_the_writer_does_that_the_last_entry_was_altered() {
    let browser = Browser::with(&[asked("greeting.q1"), noted("greeting.q1", "Hello")]);
    let text = browser.get(Table::Events, "a1b2/00000003").unwrap();
    browser.put(Table::Events, "a1b2/00000003", &text.replace("Hello", "Goodbye"));
    let read = read(&browser, None).assessment;
    assert!(read.altered().is_some());
    assert_eq!(read, browser.opened());
}

#[test]
fn an_assessment_that_was_deleted_is_missing_also_for_one_who_knows_it() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let known = browser.opened();
    now(browser.archive.remove(&id())).unwrap();
    let missing = RecordError::Missing { table: Table::Events, key: "a1b2".to_owned() };
    assert_eq!(now(browser.archive.read(&id(), Some(known))), Err(missing));
}

#[test]
fn a_file_holds_what_this_tab_has_and_not_what_another_one_put_in_its_place() {
    let browser = Browser::with(&[asked("greeting.q1"), noted("greeting.q1", "Written there")]);
    let here = after(&[asked("greeting.q1"), noted("greeting.q1", "Written here")]);
    let file = now(browser.archive.export(&id(), &here, false)).unwrap();
    assert!(file.contains("Written here") && !file.contains("Written there"), "{file}");
}

#[test]
fn the_journal_of_a_tab_at_work_is_left_alone() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    browser.archive.draft_in_flight(&id(), &note("greeting.q1", "Hello")).unwrap();
    let at_work = BTreeSet::from([id()]);
    assert_eq!(browser.archive.in_flight_of(), Ok(at_work.clone()));
    let rows = browser.rows();
    now(browser.archive.recover_but(&at_work)).unwrap();
    assert_eq!(browser.rows(), rows);
    now(browser.archive.recover_but(&BTreeSet::new())).unwrap();
    assert_eq!(browser.drafts(), [note("greeting.q1", "Hello")]);
}

/// Whether what waits stands in what was read.
#[track_caller]
fn check(waiting: impl FnOnce(&mut Queue), log: &[Event], drafts: &[Draft], expected: bool) {
    let mut queue = Queue::default();
    waiting(&mut queue);
    let read = Opened { assessment: after(log), drafts: drafts.to_vec() };
    assert_eq!(queue.stands_in(&read), expected, "{queue:?}");
}

fn hello(text: &str, after: u32, at: i64) -> Draft {
    Draft { typed: Typed { after, at }, ..note("greeting.q1", text) }
}

#[test]
fn what_waits_stands_in_a_log_that_has_its_entry_and_in_no_other() {
    let log = [asked("greeting.q1"), marked("greeting.1", Mark::Met)];
    let third = after(&log).log()[2].clone();
    check(|_| {}, &log, &[], true);
    check(|queue| queue.push(third.clone()), &log, &[], true);
    check(|queue| queue.push(third.clone()), &log[..1], &[], false);
    check(|queue| queue.push(third), &[asked("greeting.q1"), marked("greeting.1", Mark::Partly)], &[], false);
}

#[test]
fn a_text_that_waits_stands_where_it_or_a_newer_one_does() {
    let log = [asked("greeting.q1")];
    let typed = |queue: &mut Queue| queue.type_text(hello("Hello", 2, 50));
    check(typed, &log, &[], false);
    check(typed, &log, &[hello("He", 2, 40)], false);
    check(typed, &log, &[hello("Hello", 2, 50)], true);
    check(typed, &log, &[hello("Hello, said", 2, 60)], true);
    check(typed, &log, &[Draft { field: Field::Reason, ..hello("Hello", 2, 50) }], false);
    // An entry has taken it since, or one that said something else before it was typed.
    check(typed, &[asked("greeting.q1"), noted("greeting.q1", "Hello, said")], &[], true);
    let typed = |queue: &mut Queue| queue.type_text(hello("Hello", 3, 50));
    check(typed, &[asked("greeting.q1"), noted("greeting.q1", "Before")], &[], false);
    check(typed, &[asked("greeting.q1"), noted("greeting.q1", "Hello")], &[], true);
    check(|queue| queue.drop_draft(Field::Reason), &log, &[], true);
}
