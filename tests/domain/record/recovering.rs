//! What a tab left behind is put where it belongs, once, and nothing of it is lost.

use touchstone::assessment::Mark;
use touchstone::record::RecordError;
use touchstone::record::storage::{Row, StorageError, Table};

use super::*;

fn draft(text: &str) -> Draft {
    note("greeting.q1", text)
}

/// Recovers, and again: the second time changes nothing.
#[track_caller]
fn recover(browser: &Browser) {
    now(browser.archive.recover()).unwrap();
    let once = browser.rows();
    assert_eq!(once.of("journal"), [], "the journal is empty");
    now(browser.archive.recover()).unwrap();
    assert_eq!(browser.rows(), once);
}

#[test]
fn an_event_that_was_never_committed_is_replayed_with_its_summary() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let mut assessment = browser.opened();
    for event in [marked("greeting.1", Mark::Met), rated("greeting", at("1a"))] {
        browser.storage.fail_commit(1, StorageError::Closed);
        assert_eq!(browser.try_append(&mut assessment, &event), Err(StorageError::Closed));
    }
    recover(&browser);
    assert_eq!(browser.opened(), assessment);
    let (summaries, errors) = now(browser.archive.summaries()).unwrap();
    assert_eq!((summaries, errors), (vec![Summary::of(&id(), &assessment)], vec![]));
}

#[test]
fn a_recovery_that_fails_is_done_the_next_time() {
    for nth in 1..=3 {
        let browser = Browser::with(&[asked("greeting.q1")]);
        browser.archive.in_flight(&id(), &following(&[asked("greeting.q1")], marked("greeting.1", Mark::Met))).unwrap();
        browser
            .archive
            .in_flight(
                &id(),
                &following(&[asked("greeting.q1"), marked("greeting.1", Mark::Met)], marked("greeting.2", Mark::Met)),
            )
            .unwrap();
        browser.archive.draft_in_flight(&id(), &draft("Hel")).unwrap();
        browser.storage.fail_commit(nth, StorageError::Full);
        assert_eq!(now(browser.archive.recover()), Err(StorageError::Full));
        recover(&browser);
        let opened = now(browser.archive.open(&id())).unwrap();
        assert_eq!(opened.assessment.next_seq(), 5);
        assert_eq!(opened.drafts, [draft("Hel")]);
    }
}

#[test]
fn an_assessment_is_not_opened_over_a_change_that_could_not_be_replayed() {
    // The next entry would have the number of the one in flight, and take its place in the journal.
    let browser = Browser::with(&[asked("greeting.q1")]);
    browser.archive.in_flight(&id(), &following(&[asked("greeting.q1")], marked("greeting.1", Mark::Met))).unwrap();
    let rows = browser.rows();
    for _try in ["at the start", "on opening"] {
        browser.storage.fail_commit(1, StorageError::Full);
        assert_eq!(now(browser.archive.open(&id())), Err(RecordError::Storage(StorageError::Full)));
        assert_eq!(browser.rows(), rows);
    }
    assert_eq!(browser.opened(), after(&[asked("greeting.q1"), marked("greeting.1", Mark::Met)]));
}

#[test]
fn a_change_that_cannot_be_replayed_does_not_hold_up_another_assessment() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let other = AssessmentId::new("b2c3");
    now(browser.archive.start(&other, basis(), entry(1, started(&basis())), &[])).unwrap();
    browser.archive.in_flight(&id(), &following(&[asked("greeting.q1")], marked("greeting.1", Mark::Met))).unwrap();
    browser.archive.in_flight(&other, &following(&[], asked("greeting.q1"))).unwrap();
    browser.storage.fail_commit(1, StorageError::Full);
    assert_eq!(now(browser.archive.recover()), Err(StorageError::Full));
    assert_eq!(browser.rows().of("journal").iter().map(|(key, _)| *key).collect::<Vec<_>>(), ["event/a1b2/00000003"]);
    assert_eq!(now(browser.archive.open(&other)).unwrap().assessment.next_seq(), 3);
}

#[test]
fn a_newer_text_in_the_journal_is_not_erased_with_an_older_one() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    browser.archive.draft_in_flight(&id(), &draft("Hello")).unwrap();
    browser.keep_draft(&draft("He")).unwrap();
    assert_eq!(
        browser.rows().of("journal"),
        [("draft/a1b2/note.greeting.q1", r#"{"v":1,"text":"Hello","after":99,"at":0}"#)]
    );
    recover(&browser);
    assert_eq!(browser.drafts(), [draft("Hello")]);
}

#[test]
fn an_event_that_was_committed_after_all_is_only_forgotten() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let before = browser.rows();
    browser.archive.in_flight(&id(), &following(&[], asked("greeting.q1"))).unwrap();
    recover(&browser);
    assert_eq!(browser.rows(), before);
}

#[test]
fn what_was_typed_comes_back_as_the_note_in_hand() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    browser.keep_draft(&draft("He")).unwrap();
    browser.archive.draft_in_flight(&id(), &draft("Hel")).unwrap();
    recover(&browser);
    assert_eq!(browser.drafts(), [draft("Hel")]);
}

#[test]
fn a_replayed_note_takes_its_older_draft_along() {
    // The note had been closed as an event; an older stage of it must not come back over it.
    let browser = Browser::with(&[asked("greeting.q1")]);
    browser.keep_draft(&draft("He")).unwrap();
    browser.archive.in_flight(&id(), &following(&[asked("greeting.q1")], noted("greeting.q1", "Hello"))).unwrap();
    browser.archive.draft_in_flight(&id(), &draft("Hello")).unwrap();
    recover(&browser);
    let opened = now(browser.archive.open(&id())).unwrap();
    assert_eq!(opened.drafts, []);
    assert_eq!(opened.assessment.note(&question("greeting.q1")), "Hello");
}

#[test]
fn a_replayed_note_leaves_the_draft_of_another_question() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let other = note("greeting.q3", "Calm");
    browser.keep_draft(&other).unwrap();
    browser.archive.in_flight(&id(), &following(&[asked("greeting.q1")], noted("greeting.q1", "Hello"))).unwrap();
    recover(&browser);
    assert_eq!(browser.drafts(), [other]);
}

/// After recovering, the assessment is as before and the texts stand in quarantine, byte for byte.
#[track_caller]
fn check_quarantine(journal: &[(&str, &str)], expected: &[&str]) {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let before = browser.rows();
    for (key, text) in journal {
        browser.journal.write(key, text).unwrap();
    }
    recover(&browser);
    let after = browser.rows();
    assert_eq!(after.without(&["quarantine"]), before);
    let kept = now(browser.archive.quarantined()).unwrap();
    assert_eq!(kept.iter().map(|row| row.value.as_str()).collect::<Vec<_>>(), expected);
    for (row, (key, _)) in kept.iter().zip(journal) {
        assert!(row.key.starts_with(&format!("{key}/")), "{}", row.key);
    }
}

#[test]
fn what_fits_no_record_goes_to_quarantine() {
    let next = r#"{"at":1,"event":{"asked-question":{"question":"greeting.q3"}},"seq":3,"v":1}"#;
    check_quarantine(&[("event/a1b2/00000003", "{\"v\":1,")], &["{\"v\":1,"]);
    // Another tab wrote something else in the same place.
    check_quarantine(&[("event/a1b2/00000002", next)], &[next]);
    // An entry before it was lost.
    check_quarantine(&[("event/a1b2/00000004", next)], &[next]);
    let refused = next.replace("greeting.q3", "nothing");
    check_quarantine(&[("event/a1b2/00000003", &refused)], &[&refused]);
    // Its assessment was removed by another tab.
    check_quarantine(&[("event/gone/00000003", next)], &[next]);
    let typed = r#"{"v":1,"text":"He"}"#;
    check_quarantine(&[("draft/gone/note.greeting.q1", typed)], &[typed]);
    check_quarantine(&[("draft/a1b2/note.greeting.q1", "He")], &["He"]);
    check_quarantine(&[("draft/a1b2/weather", typed)], &[typed]);
    check_quarantine(&[("draft/a1b2", typed)], &[typed]);
}

#[test]
fn a_damaged_assessment_still_gets_what_was_typed() {
    let browser = Browser::with(&[asked("greeting.q1"), marked("greeting.1", Mark::Met)]);
    browser.put(Table::Events, "a1b2/00000002", "?");
    browser.archive.in_flight(&id(), &entry(4, asked("greeting.q3"))).unwrap();
    browser.archive.draft_in_flight(&id(), &draft("He")).unwrap();
    recover(&browser);
    assert_eq!(browser.rows().of("events").len(), 4);
    assert_eq!(
        browser.get(Table::Drafts, "a1b2/note.greeting.q1"),
        Some(r#"{"v":1,"text":"He","after":99,"at":0}"#.to_owned())
    );
    assert_eq!(now(browser.archive.quarantined()), Ok(vec![]));
}

#[test]
fn entries_that_another_tab_replayed_meanwhile_are_no_clash() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let mut assessment = browser.opened();
    let met = marked("greeting.1", Mark::Met);
    let entries = [
        following(&[asked("greeting.q1")], met.clone()),
        following(&[asked("greeting.q1"), met], marked("greeting.2", Mark::Met)),
    ];
    for next in &entries {
        assessment.apply(next.clone()).unwrap();
        browser.archive.in_flight(&id(), next).unwrap();
    }
    now(browser.archive.recover()).unwrap();
    let summary = Summary::of(&id(), &assessment);
    now(browser.archive.commit(&id(), &batch(&entries), &summary)).unwrap();
    assert_eq!(browser.opened(), assessment);
    // One that says something else is a clash as before.
    let rows = browser.rows();
    let other = [entry(4, marked("greeting.2", Mark::Partly)), entry(5, asked("greeting.q3"))];
    let clash = StorageError::Clash { table: Table::Events, key: "a1b2/00000004".into() };
    assert_eq!(now(browser.archive.commit(&id(), &batch(&other), &summary)), Err(clash));
    assert_eq!(browser.rows(), rows);
}

/// A journal that takes rows but does not let go of them.
struct Stuck(MemoryJournal);

impl Journal for Stuck {
    fn write(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.write(key, value)
    }

    fn erase(&self, _: &str) -> Result<(), StorageError> {
        Err(StorageError::Refused { reason: "site data is blocked".into() })
    }

    fn read(&self, prefix: &str) -> Result<Vec<Row>, StorageError> {
        self.0.read(prefix)
    }
}

#[test]
fn what_is_stored_is_not_called_lost_because_the_journal_keeps_its_copy() {
    let storage = Rc::new(MemoryStorage::new());
    let archive = Archive::new(storage.clone(), Rc::new(Stuck(MemoryJournal::new())));
    let basis = basis();
    let first = entry(1, started(&basis));
    let mut assessment = now(archive.start(&id(), basis, first, &[])).unwrap();
    let next = following(&[], asked("greeting.q1"));
    assessment.apply(next.clone()).unwrap();
    archive.in_flight(&id(), &next).unwrap();
    assert_eq!(now(archive.commit(&id(), &batch(&[next]), &Summary::of(&id(), &assessment))), Ok(()));
    assert_eq!(now(archive.open(&id())).unwrap().assessment, assessment);
}

#[test]
fn a_journal_that_takes_nothing_stops_no_commit() {
    let browser = Browser::with(&[]);
    browser.journal.fail_write(1, StorageError::Full);
    let next = following(&[], asked("greeting.q1"));
    assert_eq!(browser.archive.in_flight(&id(), &next), Err(StorageError::Full));
    let assessment = after(&[asked("greeting.q1")]);
    now(browser.archive.commit(&id(), &batch(&[next]), &Summary::of(&id(), &assessment))).unwrap();
    assert_eq!(browser.opened(), assessment);
}

/// The same field, typed when the log had so many entries.
fn typed(text: &str, after: u32, at: i64) -> Draft {
    Draft { typed: Typed { after, at }, ..draft(text) }
}

#[test]
fn what_a_power_cut_left_in_the_journal_takes_no_newer_text_away() {
    // Browsers write the journal to disk seconds late: after a cut it holds what was erased long ago.
    let browser = Browser::with(&[asked("greeting.q1")]);
    browser.keep_draft(&typed("Hello to everybody", 2, 50)).unwrap();
    browser.archive.draft_in_flight(&id(), &typed("He", 2, 40)).unwrap();
    recover(&browser);
    assert_eq!(browser.drafts(), [typed("Hello to everybody", 2, 50)]);

    let mut assessment = browser.opened();
    browser.append(&mut assessment, &[noted("greeting.q1", "Hello to everybody, by name")]);
    browser.archive.draft_in_flight(&id(), &typed("Hello", 2, 45)).unwrap();
    recover(&browser);
    assert_eq!((browser.drafts(), browser.opened()), (vec![], assessment));
    assert_eq!(now(browser.archive.quarantined()).unwrap(), []);
}

#[test]
fn a_text_that_only_a_clock_calls_older_is_not_lost() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    browser.keep_draft(&typed("Hello", 2, 50)).unwrap();
    browser.archive.draft_in_flight(&id(), &typed("Other words", 2, 40)).unwrap();
    recover(&browser);
    assert_eq!(browser.drafts(), [typed("Hello", 2, 50)]);
    let kept = now(browser.archive.quarantined()).unwrap();
    assert!(kept[0].value.contains("Other words"), "{kept:?}");
}

#[test]
fn a_journal_without_room_for_an_entry_lets_the_older_text_go_all_the_same() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let mut assessment = browser.opened();
    browser.archive.draft_in_flight(&id(), &typed("Hel", 2, 40)).unwrap();
    browser.journal.fail_write(1, StorageError::Full);
    assert_eq!(browser.try_append(&mut assessment, &noted("greeting.q1", "Hello")), Err(StorageError::Full));
    assert_eq!(browser.rows().of("journal"), []);
}
