//! Guides that are kept: followed, frozen, used, removed, put into files and taken in again.

use std::sync::Arc;

use touchstone::assessment::Basis;
use touchstone::guide::structure::Practice;
use touchstone::guide::{Guide, GuideId, Plan, Shift};
use touchstone::record::{GuideFileError, GuideState, KeptGuide, StageName, Taken};

use super::*;

fn desk_plan() -> Plan {
    let mut plan = Plan::ready(&library_desk(), Some(&level("2b")));
    plan.candidate = "Kim".to_owned();
    plan.interviewer = "Ina".to_owned();
    plan
}

fn guide_id(id: &str) -> GuideId {
    GuideId::new(id)
}

fn frozen(plan: &Plan) -> Basis {
    let framework = library_desk();
    Basis::new(plan.freeze(&framework), framework)
}

impl Browser {
    fn freeze(&self, id: &str, plan: &Plan) -> KeptGuide {
        now(self.archive.freeze(guide_id(id), plan, &frozen(plan), 2_000)).unwrap()
    }

    #[track_caller]
    fn guides(&self) -> Vec<KeptGuide> {
        let (guides, errors) = now(self.archive.guides()).unwrap();
        assert_eq!(errors, []);
        guides
    }

    /// An interview with what this plan freezes to.
    fn held_with(&self, plan: &Plan) {
        let basis = Arc::new(frozen(plan));
        let first = entry(1, started(&basis));
        now(self.archive.start(&id(), basis, first, &people())).unwrap();
    }

    fn frozen_guides(&self) -> usize {
        now(self.storage.scan(Table::Guides, "")).unwrap().len()
    }
}

#[test]
fn a_kept_guide_follows_the_plan_in_hand_and_names_nobody() {
    let browser = Browser::new();
    let mut plan = desk_plan();
    plan.guide = Some(guide_id("g1"));
    plan.title = " Desk leads ".to_owned();
    now(browser.archive.keep_plan(&plan, 1_000)).unwrap();
    plan.minutes = 30;
    now(browser.archive.keep_plan(&plan, 1_500)).unwrap();
    let guides = browser.guides();
    let [guide] = guides.as_slice() else { panic!("there is one guide") };
    assert_eq!((guide.title.as_str(), guide.plan.minutes, guide.at), ("Desk leads", 30, 1_500));
    assert_eq!((guide.plan.candidate.as_str(), guide.plan.interviewer.as_str()), ("", ""));
    assert_eq!(guide.state(), GuideState::Draft);
}

#[test]
fn a_guide_is_frozen_at_its_first_use_and_a_later_change_makes_a_new_version() {
    let browser = Browser::new();
    let mut plan = desk_plan();
    let first = browser.freeze("g1", &plan);
    assert_eq!(first.title, "The desk of a town library · 2B · 45 min");
    assert_eq!((first.state(), first.versions.len()), (GuideState::Frozen(1), 1));
    plan.guide = Some(first.id.clone());
    let again = browser.freeze("other", &plan);
    assert_eq!(again.versions, first.versions, "the same plan is the same version");
    plan.shift(&question("greeting.q1"), Shift::Later);
    now(browser.archive.keep_plan(&plan, 3_000)).unwrap();
    assert_eq!(browser.guides()[0].state(), GuideState::Changed(1));
    let second = browser.freeze("other", &plan);
    assert_eq!((second.state(), second.id.as_str()), (GuideState::Frozen(2), "g1"));
    assert_eq!(second.version(frozen(&plan).guide_digest()), Some(2));
    assert_eq!(browser.frozen_guides(), 2);
}

#[test]
fn a_plan_that_was_frozen_before_belongs_to_the_guide_that_has_it() {
    let browser = Browser::new();
    browser.freeze("g1", &desk_plan());
    browser.freeze("g2", &desk_plan());
    let guides = browser.guides();
    assert_eq!(guides.iter().map(|guide| guide.id.as_str()).collect::<Vec<_>>(), ["g1"]);
    let mut other = desk_plan();
    other.minutes = 20;
    browser.freeze("g2", &other);
    assert_eq!(browser.guides().len(), 2);
}

#[test]
fn what_an_assessment_was_held_with_is_kept_as_a_guide() {
    let browser = Browser::new();
    browser.held_with(&desk_plan());
    assert_eq!(browser.guides(), []);
    assert_eq!(now(browser.archive.adopt_guides()), Ok(vec![]));
    assert_eq!(now(browser.archive.adopt_guides()), Ok(vec![]));
    let guides = browser.guides();
    let [guide] = guides.as_slice() else { panic!("there is one guide") };
    assert_eq!(guide.version(frozen(&desk_plan()).guide_digest()), Some(1));
    assert_eq!(guide.state(), GuideState::Frozen(1));
}

#[test]
fn a_guide_whose_framework_revision_is_missing_is_told() {
    let browser = Browser::new();
    browser.held_with(&desk_plan());
    let Guide { framework, .. } = frozen(&desk_plan()).guide;
    let key = framework.digest.to_string();
    now(browser.storage.commit(vec![Write::Remove { table: Table::Frameworks, key }])).unwrap();
    let errors = now(browser.archive.adopt_guides()).unwrap();
    let guide = frozen(&desk_plan()).guide_digest().clone();
    assert_eq!(errors, [RecordError::WithoutFramework { guide, framework }]);
}

#[test]
fn a_guide_that_was_never_used_goes_with_its_versions_and_comes_back() {
    let browser = Browser::new();
    let guide = browser.freeze("g1", &desk_plan());
    let removed = now(browser.archive.remove_guide(&guide.id)).unwrap();
    assert_eq!((browser.guides(), browser.frozen_guides()), (vec![], 0));
    now(browser.archive.restore(removed)).unwrap();
    assert_eq!((browser.guides(), browser.frozen_guides()), (vec![guide], 1));
}

#[test]
fn a_guide_that_was_used_is_only_hidden_and_comes_back_with_its_next_use() {
    let browser = Browser::new();
    let guide = browser.freeze("g1", &desk_plan());
    browser.held_with(&desk_plan());
    let removed = now(browser.archive.remove_guide(&guide.id)).unwrap();
    assert_eq!((browser.guides(), browser.frozen_guides()), (vec![], 1));
    assert_eq!(now(browser.archive.adopt_guides()), Ok(vec![]));
    assert_eq!(browser.guides(), [], "what was removed does not come back by itself");
    now(browser.archive.restore(removed)).unwrap();
    assert_eq!(browser.guides(), std::slice::from_ref(&guide));
    now(browser.archive.remove_guide(&guide.id)).unwrap();
    browser.freeze("g2", &desk_plan());
    assert_eq!(browser.guides()[0].id, guide.id);
}

#[test]
fn a_guide_reads_from_its_file_in_another_browser() {
    let browser = Browser::new();
    let mut plan = desk_plan();
    plan.title = "Desk leads: spring/summer".to_owned();
    let guide = browser.freeze("g1", &plan);
    assert_eq!(guide.file_name(), "desk-leads-spring-summer.guide.json");
    let file = guide.file(&frozen(&plan));
    assert!(!file.contains("Kim") && !file.contains("Ina"));
    let elsewhere = Browser::new();
    let Ok(Taken::New(taken)) = now(elsewhere.archive.import_guide(guide_id("g9"), &file, 5_000)) else {
        panic!("it is new there")
    };
    assert_eq!((taken.title.as_str(), taken.id.as_str()), ("Desk leads: spring/summer", "g9"));
    assert_eq!(taken.versions[0].digest, guide.versions[0].digest, "every candidate gets the same");
    assert_eq!(taken.file(&frozen(&taken.plan)), file);
    let again = now(elsewhere.archive.import_guide(guide_id("g10"), &file, 6_000));
    assert_eq!(again, Ok(Taken::Known(taken)));
    assert_eq!(elsewhere.guides().len(), 1);
}

#[track_caller]
fn refused(file: &str, expected: &str) {
    let browser = Browser::new();
    let error = now(browser.archive.import_guide(guide_id("g1"), file, 0)).unwrap_err();
    assert_eq!(error.to_string(), expected);
    assert_eq!((browser.guides(), browser.frozen_guides()), (vec![], 0));
}

#[test]
fn files_that_are_no_guides_say_what_they_are() {
    let guide = Browser::new().freeze("g1", &desk_plan());
    let file = guide.file(&frozen(&desk_plan()));
    refused(
        "{\"format\":",
        "line 1, column 10: this is not JSON (EOF while parsing a value at line 1 column 10). The file may have been cut short; ask for a fresh copy.",
    );
    refused(
        "[]",
        "format: this file does not say what it is. Choose a file that was exported from the list of guides.",
    );
    refused(
        LIBRARY_DESK,
        "format: this file is \"touchstone-framework/1\", not a guide. Choose a file that was exported from the list of guides.",
    );
    refused(
        &file.replace("guide-file/1", "guide-file/2"),
        "format: this guide was exported by a later release (\"touchstone-guide-file/2\"). Reload the page to get the newest app, then choose the file again.",
    );
    refused(
        &file.replace("\"questions\":[\"greeting.q1\"", "\"questions\":[7"),
        "guide: invalid type: integer `7`, expected a string. The file was changed or cut short; ask for a fresh copy.",
    );
    let other = file.replace("The desk of a town library\"", "The desk of another library\"");
    refused(&other, &GuideFileError::OtherFramework.to_string());
}

#[test]
fn the_records_tell_who_was_interviewed_with_it_by_whom() {
    let browser = Browser::new();
    let guide = browser.freeze("g1", &desk_plan());
    let summaries = |browser: &Browser| now(browser.archive.summaries()).unwrap().0;
    assert_eq!(guide.practice(&summaries(&browser), &[]), Practice::default());
    browser.held_with(&desk_plan());
    let planned = summaries(&browser);
    assert_eq!(guide.uses(&planned).iter().map(|(version, _)| *version).collect::<Vec<_>>(), [1]);
    assert_eq!(guide.practice(&planned, &[]), Practice::default(), "it is not begun yet");
    let held: Vec<_> = [("c1", "i1"), ("c1", "i2"), ("c2", "i1")]
        .into_iter()
        .map(|(candidate, interviewer)| {
            let mut summary = planned[0].clone();
            summary.candidate = PersonId::new(candidate);
            summary.interviewer = PersonId::new(interviewer);
            summary.stage = StageName::Concluded;
            summary
        })
        .collect();
    let named = [Person { id: PersonId::new("i1"), name: "Ina".to_owned() }];
    let expected = Practice { interviews: 3, interviewers: 2, by_all: 1, candidates: 2, unnamed: 1 };
    assert_eq!(guide.practice(&held, &named), expected);
}

#[test]
fn a_kept_guide_has_what_was_typed_last_before_a_crash() {
    let browser = Browser::new();
    let mut plan = desk_plan();
    plan.guide = Some(guide_id("g1"));
    plan.title = "Desk leads".to_owned();
    now(browser.archive.keep_plan(&plan, 1_000)).unwrap();
    plan.role = "Lead".to_owned();
    browser.archive.plan_in_flight(&plan, 1_500).unwrap();
    assert_eq!(browser.guides()[0].plan.role, "");
    now(browser.archive.recover()).unwrap();
    now(browser.archive.recover()).unwrap();
    assert_eq!((browser.guides()[0].plan.role.as_str(), browser.guides()[0].at), ("Lead", 1_500));
    assert_eq!(now(browser.archive.plan()), Ok(Some(plan.clone())));
    // An older one that a power cut left in the journal takes nothing back.
    browser.archive.plan_in_flight(&desk_plan(), 900).unwrap();
    now(browser.archive.recover()).unwrap();
    assert_eq!(now(browser.archive.plan()), Ok(Some(plan)));
}

#[test]
fn a_frozen_guide_is_found_by_its_digest_with_its_framework() {
    let browser = Browser::with(&[]);
    let (guide, framework) = (basis().guide_digest().clone(), basis().framework_digest().clone());
    assert_eq!(now(browser.archive.frozen(&guide)), Ok((*basis()).clone()));
    browser.remove(Table::Frameworks, framework.as_str());
    let without = format!(
        "guides, row {guide}: the framework that it was frozen with, \"library-desk\", revision {framework}, is not kept \
         in this browser. The guide is left as it is. Import a file of this guide, or of an assessment that was held \
         with it: either brings the framework along."
    );
    assert_eq!(now(browser.archive.frozen(&guide)).unwrap_err().to_string(), without);
    browser.put(Table::Frameworks, framework.as_str(), "[");
    let damaged = now(browser.archive.frozen(&guide)).unwrap_err();
    assert!(matches!(damaged, RecordError::Unreadable { table: Table::Frameworks, .. }), "{damaged}");
    browser.remove(Table::Guides, guide.as_str());
    let missing = RecordError::Missing { table: Table::Guides, key: guide.to_string() };
    assert_eq!(now(browser.archive.frozen(&guide)), Err(missing));
}
