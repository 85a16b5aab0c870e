//! Starting, appending, drafts and plans, removing and restoring.

use touchstone::assessment::{Assessment, AssessmentId, Mark};
use touchstone::guide::Plan;
use touchstone::record::storage::{StorageError, Table};
use touchstone::record::{RecordError, StageName, Summary};

use super::*;

#[test]
fn what_was_appended_is_read_back() {
    let browser = Browser::new();
    let mut assessment = browser.begin();
    assert_eq!(browser.opened(), assessment);
    browser.append(&mut assessment, &interview());
    assert_eq!(browser.opened(), assessment);
    let (summaries, errors) = now(browser.archive.summaries()).unwrap();
    assert_eq!((summaries, errors), (vec![Summary::of(&id(), &assessment)], vec![]));
    assert_eq!(browser.journal.read("").unwrap(), []);
}

#[test]
fn a_summary_says_how_far_an_assessment_has_come() {
    let summary = Summary::of(&id(), &after(&interview()));
    assert_eq!(
        (summary.role.as_str(), summary.framework.as_str(), summary.level.as_str()),
        ("Desk lead", "The desk of a town library", "2B")
    );
    assert_eq!((summary.stage, summary.asked, summary.questions), (StageName::Concluded, 1, 4));
    assert_eq!((summary.started_at, summary.changed_at), (1_700_000_001_000, 1_700_000_011_000));
}

#[test]
fn a_second_start_under_the_same_id_changes_nothing() {
    let browser = Browser::with(&interview());
    let rows = browser.rows();
    let basis = basis();
    let first = entry(1, started(&basis));
    let clash = StorageError::Clash { table: Table::Events, key: "a1b2/00000001".into() };
    assert_eq!(now(browser.archive.start(&id(), basis, first, &people())), Err(RecordError::Storage(clash)));
    assert_eq!(browser.rows(), rows);
}

#[test]
fn a_start_that_the_fold_refuses_writes_nothing() {
    let browser = Browser::new();
    let refused = now(browser.archive.start(&id(), basis(), entry(1, asked("greeting.q1")), &people())).unwrap_err();
    let expected = "this assessment, entry 1: The record does not begin with its start. \
        It is left as it is. Import a copy, if you have one.";
    assert_eq!(refused.to_string(), expected);
    assert_eq!(browser.rows(), Rows(vec![]));
}

#[test]
fn the_note_in_hand_is_overwritten_in_place_and_goes_with_its_event() {
    let browser = Browser::new();
    let mut assessment = browser.begin();
    browser.keep_draft(&note("greeting.q1", "He")).unwrap();
    browser.keep_draft(&note("greeting.q1", "Hel")).unwrap();
    assert_eq!(browser.drafts(), [note("greeting.q1", "Hel")]);
    browser.append(&mut assessment, &[marked("greeting.1", Mark::Met)]);
    assert_eq!(browser.drafts(), [note("greeting.q1", "Hel")]);
    browser.append(&mut assessment, &[noted("greeting.q1", "Hello")]);
    assert_eq!(browser.drafts(), []);
}

#[test]
fn each_field_has_a_draft_of_its_own_until_its_event_comes() {
    let browser = Browser::new();
    let mut assessment = browser.begin();
    let fields = [
        (Field::NotAssessed(competency("lending")), rated("lending", not_assessed("no time"))),
        (Field::Note(question("greeting.q1")), noted("greeting.q1", "Hello")),
        (Field::Skip(question("lending.q2")), skipped("lending.q2", "no time")),
    ];
    for (field, _) in &fields {
        let draft = Draft { field: field.clone(), text: "h".to_owned(), typed: Typed::default() };
        browser.archive.draft_in_flight(&id(), &draft).unwrap();
        browser.keep_draft(&draft).unwrap();
    }
    for (left, (_, event)) in (0..fields.len()).rev().zip(&fields) {
        browser.append(&mut assessment, std::slice::from_ref(event));
        let drafts: Vec<_> = browser.drafts().into_iter().map(|draft| draft.field).collect();
        let expected: Vec<_> = fields.iter().skip(fields.len() - left).map(|(field, _)| field.clone()).collect();
        assert_eq!(drafts, expected);
    }
    assert_eq!(browser.rows().of("journal"), []);
}

#[test]
fn a_reason_for_not_assessing_waits_beside_another_rating() {
    let browser = Browser::new();
    let mut assessment = browser.begin();
    let field = Field::NotAssessed(competency("lending"));
    let draft = Draft { field, text: "no time".to_owned(), typed: Typed::default() };
    browser.keep_draft(&draft).unwrap();
    browser.append(&mut assessment, &[marked("lending.1", Mark::Met), rated("lending", at("2b"))]);
    assert_eq!(browser.drafts(), [draft]);
}

#[test]
fn a_damaged_draft_goes_to_quarantine_and_stops_nothing() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    browser.put(Table::Drafts, "a1b2/note.greeting.q1", "{");
    browser.keep_draft(&note("greeting.q3", "Calm")).unwrap();
    assert_eq!(browser.drafts(), [note("greeting.q3", "Calm")]);
    let kept = now(browser.archive.quarantined()).unwrap();
    assert_eq!(kept.iter().map(|row| row.value.as_str()).collect::<Vec<_>>(), ["{"]);
    assert!(kept[0].key.starts_with("drafts/a1b2/note.greeting.q1/"), "{}", kept[0].key);
}

#[test]
fn the_plan_in_hand_is_read_from_the_journal_first() {
    let browser = Browser::new();
    let archive = &browser.archive;
    let framework = library_desk();
    assert_eq!(now(archive.plan()), Ok(None));
    let stored = Plan::ready(&framework, Some(&level("1a")));
    now(archive.keep_plan(&stored, 1)).unwrap();
    assert_eq!(now(archive.plan()), Ok(Some(stored.clone())));
    let newer = Plan::ready(&framework, Some(&level("3")));
    archive.plan_in_flight(&newer, 2).unwrap();
    assert_eq!(now(archive.plan()), Ok(Some(newer)));
    archive.plan_landed();
    assert_eq!(now(archive.plan()), Ok(Some(stored)));
    now(archive.drop_plan()).unwrap();
    assert_eq!(now(archive.plan()), Ok(None));
    assert_eq!(browser.rows(), Rows(vec![]));
}

#[test]
fn a_plan_that_a_power_cut_left_in_the_journal_does_not_come_back() {
    let browser = Browser::new();
    let older = Plan::ready(&library_desk(), Some(&level("1a")));
    let newer = Plan::ready(&library_desk(), Some(&level("3")));
    now(browser.archive.keep_plan(&newer, 2)).unwrap();
    browser.archive.plan_in_flight(&older, 1).unwrap();
    assert_eq!(now(browser.archive.plan()), Ok(Some(newer)));
}

#[test]
fn a_damaged_plan_goes_to_quarantine_and_a_sound_one_comes_back() {
    let browser = Browser::new();
    let plan = Plan::ready(&library_desk(), Some(&level("1a")));
    now(browser.archive.keep_plan(&plan, 1)).unwrap();
    browser.journal.write("plan", "{").unwrap();
    assert!(matches!(now(browser.archive.plan()), Err(RecordError::Unreadable { .. })));
    now(browser.archive.put_damaged_plan_aside()).unwrap();
    assert_eq!(now(browser.archive.plan()), Ok(Some(plan)));
    let kept = now(browser.archive.quarantined()).unwrap();
    assert_eq!(kept.iter().map(|row| row.value.as_str()).collect::<Vec<_>>(), ["{"]);
}

#[test]
fn a_plan_of_a_later_release_is_left_as_it_is() {
    let browser = Browser::new();
    browser.put(Table::Drafts, "plan", r#"{"v":9,"plan":{}}"#);
    let rows = browser.rows();
    now(browser.archive.put_damaged_plan_aside()).unwrap();
    assert_eq!(browser.rows(), rows);
}

#[test]
fn an_interviewer_is_known_by_name_and_a_candidate_is_not() {
    let browser = Browser::with(&interview());
    now(browser.archive.import(&browser.export(true).unwrap())).unwrap();
    let found = |name: &str| now(browser.archive.interviewer(name)).unwrap().map(|id| id.as_str().to_owned());
    let names: Vec<_> = people().into_iter().map(|person| (found(&person.name), person.id)).collect();
    let of = |id: &str| names.iter().find(|(_, person)| person.as_str() == id).and_then(|(found, _)| found.clone());
    assert_eq!((of("i1"), of("c1")), (Some("i1".to_owned()), None));
    assert_eq!(found("Nobody"), None);
}

#[test]
fn a_removed_assessment_comes_back_as_it_was() {
    let browser = Browser::with(&interview());
    browser.keep_draft(&note("greeting.q3", "Half a")).unwrap();
    let rows = browser.rows();
    let removed = now(browser.archive.remove(&id())).unwrap();
    assert_eq!(browser.rows(), rows.without(&["events", "summaries", "drafts", "people"]));
    now(browser.archive.restore(removed)).unwrap();
    assert_eq!(browser.rows(), rows);
}

#[test]
fn names_go_with_the_last_assessment_that_names_them() {
    let browser = Browser::with(&interview());
    let other = AssessmentId::new("b2c3");
    let basis = basis();
    let mut first = entry(1, started(&basis));
    if let Event::Started(started) = &mut first.event {
        started.candidate = PersonId::new("c2");
    }
    now(browser.archive.start(&other, basis, first, &[])).unwrap();
    let names = |browser: &Browser| -> Vec<String> {
        now(browser.archive.names()).unwrap().0.into_iter().map(|person| person.name).collect()
    };
    let removed = now(browser.archive.remove(&id())).unwrap();
    assert_eq!(names(&browser), ["Ina Interviewer"]);
    now(browser.archive.restore(removed)).unwrap();
    assert_eq!(names(&browser), ["Kim \"K\" Candidate", "Ina Interviewer"]);
    // A line that cannot be read may name anybody.
    browser.put(Table::Summaries, "broken", "{");
    now(browser.archive.remove(&id())).unwrap();
    assert_eq!(names(&browser), ["Kim \"K\" Candidate", "Ina Interviewer"]);
}

#[test]
fn what_was_in_flight_is_removed_and_restored_too() {
    // A change that a tab left in the journal came back into an assessment that was removed after it.
    let browser = Browser::with(&[asked("greeting.q1")]);
    let next = following(&[asked("greeting.q1")], marked("greeting.1", Mark::Met));
    browser.archive.in_flight(&id(), &next).unwrap();
    let removed = now(browser.archive.remove(&id())).unwrap();
    now(browser.archive.recover()).unwrap();
    assert_eq!(browser.rows().of("events"), []);
    assert_eq!(browser.rows().of("journal"), []);
    now(browser.archive.restore(removed)).unwrap();
    assert_eq!(browser.opened(), after(&[asked("greeting.q1"), marked("greeting.1", Mark::Met)]));
}

#[test]
fn only_the_removed_assessment_goes() {
    let browser = Browser::with(&[asked("greeting.q1")]);
    let other = AssessmentId::new("a1b2c3");
    let basis = basis();
    let first = entry(1, started(&basis));
    now(browser.archive.start(&other, basis, first, &[])).unwrap();
    now(browser.archive.remove(&id())).unwrap();
    assert!(now(browser.archive.open(&other)).is_ok());
    let error = now(browser.archive.open(&id())).unwrap_err();
    let expected = "this assessment: nothing is kept under this name in this browser. \
        Go to the list of assessments and choose one there.";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn the_newest_change_stands_first() {
    let browser = Browser::with(&[]);
    let basis = basis();
    for (name, at) in [("late", 9_i64), ("early", 1), ("equal", 9)] {
        let mut first = entry(1, started(&basis));
        first.at = at;
        now(browser.archive.start(&AssessmentId::new(name), basis.clone(), first, &[])).unwrap();
    }
    let (summaries, _) = now(browser.archive.summaries()).unwrap();
    assert_eq!(summaries.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["a1b2", "equal", "late", "early"]);
}

/// Runs everything that writes, with the n-th commit failing; afterwards the archive is as after some whole steps.
#[test]
fn whatever_commit_fails_nothing_is_half_done() {
    let events = interview();
    let run = |browser: &Browser| -> Result<(), RecordError> {
        let basis = basis();
        let first = entry(1, started(&basis));
        let mut assessment = now(browser.archive.start(&id(), basis, first, &people()))?;
        for event in &events {
            browser.keep_draft(&note("greeting.q1", "Loo"))?;
            browser.try_append(&mut assessment, event)?;
        }
        let removed = now(browser.archive.remove(&id()))?;
        now(browser.archive.restore(removed))?;
        Ok(())
    };
    let mut failed = 0;
    for nth in 1.. {
        let browser = Browser::new();
        browser.storage.fail_commit(nth, StorageError::Full);
        let ended = run(&browser);
        check_whole(&browser, &events, nth);
        now(browser.archive.recover()).unwrap();
        check_whole(&browser, &events, nth);
        if ended.is_ok() {
            break;
        }
        failed += 1;
    }
    assert_eq!(failed, 1 + 2 * events.len() as u32 + 2);
}

/// Nothing, or a log from its start with the summary that belongs to it.
#[track_caller]
fn check_whole(browser: &Browser, events: &[touchstone::assessment::Event], nth: u32) {
    let rows = browser.rows();
    if rows.of("events").is_empty() {
        assert_eq!(rows.of("summaries"), [], "commit {nth}");
        return;
    }
    // Opening puts what is in flight into its place.
    let opened = browser.opened();
    let stored = browser.rows().of("events").len();
    let expected: Assessment = after(&events[..stored - 1]);
    assert_eq!(opened, expected, "commit {nth}");
    let (summaries, errors) = now(browser.archive.summaries()).unwrap();
    assert_eq!((summaries, errors), (vec![Summary::of(&id(), &expected)], vec![]), "commit {nth}");
}
