//! Frameworks that a person keeps: taken in, corrected, replaced by a newer document, taken off and put back.

use std::cell::RefCell;
use std::sync::Arc;

use serde_json::{Value, json};
use touchstone::assessment::Basis;
use touchstone::framework::{Digest, Edit, Framework, FrameworkId, Purpose};
use touchstone::guide::Plan;
use touchstone::record::storage::{Pending, Row};
use touchstone::record::{Kept, Removed};

use super::*;

fn document(text: &str) -> Digest {
    Digest::of(text.as_bytes())
}

fn desk() -> FrameworkId {
    FrameworkId::new("library-desk")
}

fn titled(title: &str) -> Framework {
    library_desk().edited(&Edit::Title(title.to_owned())).unwrap()
}

impl Browser {
    /// With the library desk on its shelf, from the document "first".
    fn shelved() -> (Self, Kept) {
        let browser = Self::new();
        let kept = now(browser.archive.keep(&library_desk(), document("first"), 1_000)).unwrap();
        (browser, kept)
    }

    #[track_caller]
    fn lines(&self) -> Vec<Kept> {
        let (lines, errors) = now(self.archive.shelf()).unwrap();
        assert_eq!(errors, []);
        lines
    }

    #[track_caller]
    fn standing(&self) -> (Kept, Framework) {
        now(self.archive.kept(&desk())).unwrap().expect("it is kept")
    }

    fn revise(&self, before: &Digest, framework: &Framework) -> Result<Kept, RecordError> {
        now(self.archive.revise(before, framework, None, 2_000))
    }

    /// An interview against this revision, as the app begins it.
    fn begin_against(&self, framework: &Framework) -> Assessment {
        let basis = Arc::new(Basis::new(guide(framework), framework.clone()));
        let first = entry(1, started(&basis));
        now(self.archive.start(&id(), basis, first, &people())).unwrap()
    }

    /// The digests of the revisions that are here.
    fn revisions(&self) -> Vec<String> {
        now(self.storage.scan(Table::Frameworks, "")).unwrap().into_iter().map(|row| row.key).collect()
    }
}

/// The digests of these revisions, as they sort.
fn digests(frameworks: &[&Framework]) -> Vec<String> {
    let mut digests: Vec<_> = frameworks.iter().map(|framework| framework.digest().to_string()).collect();
    digests.sort();
    digests
}

#[track_caller]
fn check_clash(outcome: Result<Kept, RecordError>) {
    let expected = "shelf, row library-desk: this row is there already, written by another tab. The last change is not \
        saved. Reload this tab to see the other's, and make the change again.";
    assert_eq!(outcome.unwrap_err().to_string(), expected);
}

#[test]
fn a_kept_framework_reads_back_and_its_line_says_what_the_library_shows() {
    let (browser, kept) = Browser::shelved();
    let framework = library_desk();
    assert_eq!(browser.standing(), (kept.clone(), framework.clone()));
    assert_eq!(browser.lines(), std::slice::from_ref(&kept));
    let stored: Value = serde_json::from_str(&browser.get(Table::Shelf, "library-desk").unwrap()).unwrap();
    let digest = framework.digest();
    let expected = json!({
        "v": 1, "id": "library-desk", "digest": digest.as_str(), "title": "The desk of a town library",
        "summary": "What people at the desk are expected to show.", "purpose": "progression", "rungs": 5,
        "competencies": 3, "criteria": 11, "questions": 10, "documents": [document("first").as_str()],
        "imported": digest.as_str(), "at": 1000, "revision": 1,
    });
    assert_eq!(stored, expected);
    let entry = kept.entry();
    assert_eq!((entry.id.as_str(), entry.purpose), ("library-desk", Purpose::Progression));
    assert_eq!(entry.size(), "5 rungs · 3 competencies · 11 criteria");
}

#[test]
fn nothing_is_kept_under_another_name() {
    let (browser, _) = Browser::shelved();
    assert_eq!(now(browser.archive.kept(&FrameworkId::new("library"))), Ok(None));
    let expected = "shelf, row library: no framework of this name is kept in this browser. \
        Go to the library and choose one there.";
    let id = FrameworkId::new("library");
    assert_eq!(now(browser.archive.take_off(&id)).unwrap_err().to_string(), expected);
    let other = library_desk().with_id(id);
    assert_eq!(browser.revise(&other.digest(), &other).unwrap_err().to_string(), expected);
}

#[test]
fn the_shelf_is_in_the_order_of_the_titles() {
    let browser = Browser::new();
    for (id, title) in [("c", "beta"), ("b", "Alpha"), ("a", "Gamma")] {
        let framework = titled(title).with_id(FrameworkId::new(id));
        now(browser.archive.keep(&framework, document(title), 1)).unwrap();
    }
    assert_eq!(browser.lines().iter().map(|kept| kept.title.as_str()).collect::<Vec<_>>(), ["Alpha", "beta", "Gamma"]);
}

#[test]
fn a_second_framework_of_the_same_id_is_not_kept() {
    let (browser, _) = Browser::shelved();
    let rows = browser.rows();
    check_clash(now(browser.archive.keep(&titled("Another"), document("second"), 2)));
    assert_eq!(browser.rows(), rows);
}

#[test]
fn a_correction_makes_a_new_revision_and_the_old_one_goes() {
    let (browser, kept) = Browser::shelved();
    let corrected = titled("The desk");
    let next = browser.revise(&kept.digest, &corrected).unwrap();
    assert_eq!((next.revision, next.at, next.title.as_str()), (2, 2_000, "The desk"));
    assert_eq!((next.digest.clone(), next.imported.clone()), (corrected.digest(), kept.imported.clone()));
    assert_eq!((kept.is_corrected(), next.is_corrected()), (false, true));
    assert_eq!(browser.standing(), (next.clone(), corrected.clone()));
    assert_eq!(browser.revisions(), digests(&[&corrected]));
    // Corrected back, it is what was imported.
    let back = browser.revise(&next.digest, &library_desk()).unwrap();
    assert_eq!((back.revision, back.is_corrected()), (3, false));
    assert_eq!(browser.revisions(), digests(&[&library_desk()]));
}

#[test]
fn a_changed_document_makes_a_new_revision_that_is_not_corrected() {
    let (browser, kept) = Browser::shelved();
    let newer = titled("The desk, second edition");
    let next = now(browser.archive.revise(&kept.digest, &newer, Some(document("second")), 3)).unwrap();
    assert_eq!(next.documents, [document("first"), document("second")]);
    assert!(next.holds(&document("first")) && next.holds(&document("second")) && !next.holds(&document("third")));
    assert!(!next.is_corrected());
    // The first edition again: the newest document stands last, once.
    let first = now(browser.archive.revise(&next.digest, &library_desk(), Some(document("first")), 4)).unwrap();
    assert_eq!(first.documents, [document("second"), document("first")]);
}

#[test]
fn what_is_kept_already_is_not_written_again() {
    let (browser, kept) = Browser::shelved();
    let rows = browser.rows();
    assert_eq!(browser.revise(&kept.digest, &library_desk()), Ok(kept.clone()));
    assert_eq!(
        now(browser.archive.revise(&kept.digest, &library_desk(), Some(document("first")), 9)),
        Ok(kept.clone())
    );
    assert_eq!(browser.rows(), rows);
    // Another document that says the same is remembered, and makes no revision.
    let same = now(browser.archive.revise(&kept.digest, &library_desk(), Some(document("copy")), 9)).unwrap();
    assert_eq!((same.revision, same.documents.len(), &same.digest), (1, 2, &kept.digest));
    assert_eq!(browser.standing(), (same, library_desk()));
}

#[test]
fn the_quicker_of_two_tabs_is_not_written_over() {
    let (browser, kept) = Browser::shelved();
    browser.revise(&kept.digest, &titled("The quicker")).unwrap();
    let rows = browser.rows();
    check_clash(browser.revise(&kept.digest, &titled("The slower")));
    assert_eq!(browser.rows(), rows);
}

#[test]
fn a_scorecard_reads_as_it_was_taken_whatever_becomes_of_its_framework() {
    let (browser, kept) = Browser::shelved();
    let taken = browser.begin_against(&library_desk());
    let next = browser.revise(&kept.digest, &titled("Corrected")).unwrap();
    let last = browser.revise(&next.digest, &titled("Corrected again")).unwrap();
    assert_eq!(browser.opened(), taken);
    assert_eq!(browser.revisions(), digests(&[&library_desk(), &titled("Corrected again")]));
    now(browser.archive.take_off(&desk())).unwrap();
    assert_eq!(browser.opened(), taken);
    assert_eq!((last.revision, browser.revisions()), (3, digests(&[&library_desk()])));
}

#[test]
fn a_removed_assessment_comes_back_with_its_revision() {
    let (browser, kept) = Browser::shelved();
    let taken = browser.begin_against(&library_desk());
    let removed = now(browser.archive.remove(&id())).unwrap();
    browser.revise(&kept.digest, &titled("Corrected")).unwrap();
    now(browser.archive.restore(removed)).unwrap();
    assert_eq!(browser.opened(), taken);
}

#[test]
fn a_guide_that_cannot_be_read_may_name_any_revision() {
    let (browser, kept) = Browser::shelved();
    browser.put(Table::Guides, "later", "{\"format\":\"touchstone-guide/2\"}");
    browser.revise(&kept.digest, &titled("Corrected")).unwrap();
    assert_eq!(browser.revisions(), digests(&[&library_desk(), &titled("Corrected")]));
}

#[test]
fn what_was_taken_off_comes_back_whole() {
    let (browser, _) = Browser::shelved();
    let rows = browser.rows();
    let removed: Removed = now(browser.archive.take_off(&desk())).unwrap();
    assert_eq!(browser.rows(), Rows(vec![]));
    assert_eq!(now(browser.archive.kept(&desk())), Ok(None));
    now(browser.archive.restore(removed)).unwrap();
    assert_eq!(browser.rows(), rows);
}

#[test]
fn a_damaged_line_is_told_hides_no_other_and_goes_to_quarantine_when_its_framework_is_kept_again() {
    let (browser, _) = Browser::shelved();
    let other = titled("Other").with_id(FrameworkId::new("other"));
    now(browser.archive.keep(&other, document("other"), 1)).unwrap();
    let wrong = browser.get(Table::Shelf, "library-desk").unwrap().replace("\"progression\"", "\"poem\"");
    browser.put(Table::Shelf, "library-desk", &wrong);
    let (lines, errors) = now(browser.archive.shelf()).unwrap();
    assert_eq!(lines.iter().map(|kept| kept.id.as_str()).collect::<Vec<_>>(), ["other"]);
    let told = errors[0].to_string();
    assert!(told.starts_with("shelf, row library-desk: this row is damaged (there is no purpose \"poem\""), "{told}");
    let kept = now(browser.archive.keep(&library_desk(), document("first"), 2)).unwrap();
    assert_eq!(browser.standing(), (kept, library_desk()));
    assert_eq!(now(browser.archive.quarantined()).unwrap()[0].value, wrong);
}

#[test]
fn a_line_of_a_later_release_is_left_as_it_is() {
    let browser = Browser::new();
    browser.put(Table::Shelf, "library-desk", "{\"v\":2}");
    let rows = browser.rows();
    check_clash(now(browser.archive.keep(&library_desk(), document("first"), 2)));
    let expected = "shelf, row library-desk: a later release wrote this (version 2). \
        It is left as it is. Reload the page to get the newest app.";
    assert_eq!(now(browser.archive.kept(&desk())).unwrap_err().to_string(), expected);
    assert_eq!(browser.rows(), rows);
}

#[test]
fn a_damaged_revision_goes_to_quarantine_when_a_sound_one_takes_its_place() {
    let (browser, kept) = Browser::shelved();
    browser.put(Table::Frameworks, kept.digest.as_str(), "{");
    assert!(matches!(now(browser.archive.kept(&desk())), Err(RecordError::Unreadable { .. })));
    browser.revise(&kept.digest, &titled("Sound")).unwrap();
    assert_eq!(browser.standing().1, titled("Sound"));
    assert_eq!(now(browser.archive.quarantined()).unwrap()[0].value, "{");
}

#[test]
fn whatever_commit_fails_the_shelf_is_as_before() {
    let (browser, kept) = Browser::shelved();
    let rows = browser.rows();
    let full = || Err(RecordError::Storage(StorageError::Full));
    browser.storage.fail_commit(1, StorageError::Full);
    assert_eq!(browser.revise(&kept.digest, &titled("Corrected")), full());
    browser.storage.fail_commit(1, StorageError::Full);
    assert_eq!(now(browser.archive.take_off(&desk())), Err(RecordError::Storage(StorageError::Full)));
    browser.storage.fail_commit(1, StorageError::Full);
    let other = library_desk().with_id(FrameworkId::new("other"));
    assert_eq!(now(browser.archive.keep(&other, document("other"), 2)), full());
    assert_eq!(browser.rows(), rows);
}

/// A storage in which another tab writes something right before the next commit.
struct Crowded {
    storage: Rc<MemoryStorage>,
    between: RefCell<Option<Vec<Write>>>,
}

impl Storage for Crowded {
    fn commit(&self, writes: Vec<Write>) -> Pending<'_, ()> {
        Box::pin(async move {
            if let Some(between) = self.between.take() {
                self.storage.commit(between).await?;
            }
            self.storage.commit(writes).await
        })
    }

    fn get<'a>(&'a self, table: Table, key: &'a str) -> Pending<'a, Option<String>> {
        self.storage.get(table, key)
    }

    fn scan<'a>(&'a self, table: Table, prefix: &'a str) -> Pending<'a, Vec<Row>> {
        self.storage.scan(table, prefix)
    }

    fn keeps(&self) -> bool {
        self.storage.keeps()
    }
}

/// A revision was looked for, and nothing named it; before it went, another tab began an interview against it, whose
/// scorecard then had no framework.
#[test]
fn an_interview_that_another_tab_begins_meanwhile_keeps_its_revision() {
    let (browser, kept) = Browser::shelved();
    let elsewhere = Browser::new();
    let taken = elsewhere.begin_against(&library_desk());
    let put = |(table, row): (Table, Row)| Write::Put { table, key: row.key, value: row.value };
    let rows = Table::ALL
        .into_iter()
        .flat_map(|table| now(elsewhere.storage.scan(table, "")).unwrap().into_iter().map(move |row| (table, row)));
    let between = RefCell::new(Some(rows.map(put).collect()));
    let crowded = Rc::new(Crowded { storage: browser.storage.clone(), between });
    let archive = Archive::new(crowded, browser.journal.clone());
    now(archive.revise(&kept.digest, &titled("Corrected"), None, 2)).unwrap();
    assert_eq!(browser.opened(), taken);
    assert_eq!(browser.revisions(), digests(&[&library_desk(), &titled("Corrected")]));
}

#[test]
fn a_plan_in_hand_goes_on_with_a_corrected_framework() {
    let (browser, kept) = Browser::shelved();
    let mut plan = Plan::ready(&library_desk(), Some(&level("2b")));
    plan.drop_question(&question("lending.q3"));
    now(browser.archive.keep_plan(&plan, 1)).unwrap();
    let asked = plan.questions.clone();
    let without = library_desk().edited(&Edit::RemoveQuestion { question: asked[0].clone() }).unwrap();
    browser.revise(&kept.digest, &without).unwrap();
    let in_hand = now(browser.archive.plan()).unwrap();
    let (resumed, _) = Plan::open(in_hand, &browser.standing().1, None);
    assert_eq!(resumed.questions, asked[1..]);
    assert_eq!(resumed.lost_since(&plan), "One question no longer serves this plan and was taken out.");
    assert_eq!(resumed.freeze(&without).framework.digest, without.digest());
}
