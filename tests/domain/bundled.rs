//! The frameworks that come with the app: each holds what its document holds, and says of itself what is so.

mod asked;
mod competency;
mod matrix;
mod progression;
mod skill;
mod told;
mod unit;
mod voice;

use std::collections::BTreeSet;
use std::path::PathBuf;

use touchstone::framework::{Catalog, Criterion, Framework, LevelId, Places, Question, from_json};
use touchstone::guide::Plan;

fn read(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/frameworks").join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[track_caller]
fn framework(id: &str) -> Framework {
    from_json(&read(&format!("{id}.json"))).unwrap_or_else(|error| panic!("{id}: {error}"))
}

pub fn all() -> Vec<Framework> {
    let catalog = Catalog::from_json(&read("catalog.json")).unwrap();
    catalog.frameworks.iter().map(|entry| framework(entry.file.strip_suffix(".json").unwrap())).collect()
}

/// Every criterion in the file, one that repeats another counted too.
fn criteria(framework: &Framework) -> Vec<&Criterion> {
    framework.criteria().map(|(_, _, criterion)| criterion).collect()
}

/// Every question in the file, with its competency's and without one.
fn questions(framework: &Framework) -> impl Iterator<Item = &Question> {
    framework.competencies.iter().flat_map(|competency| &competency.questions).chain(&framework.questions)
}

/// The levels in order: id, name, and the level that each lies within.
#[track_caller]
fn check_levels(framework: &Framework, expected: &[(&str, &str, Option<&str>)]) {
    let levels = framework.levels.iter();
    let found: Vec<_> = levels
        .map(|level| (level.id.as_str(), level.name.as_str(), level.within.as_ref().map(LevelId::as_str)))
        .collect();
    assert_eq!(found, expected, "levels of {}", framework.id);
}

/// How many criteria a competency states at each level, a level for which it has nothing to say left out.
#[track_caller]
fn check_stated(framework: &Framework, competency: &str, expected: &[(&str, usize)]) {
    let known = framework.competencies.iter().find(|known| known.id.as_str() == competency);
    let known = known.unwrap_or_else(|| panic!("{}: no competency {competency}", framework.id));
    let found: Vec<_> = known.expectations.iter().map(|said| (said.level.as_str(), said.criteria.len())).collect();
    assert_eq!(found, expected, "criteria of {competency} at each level");
}

#[track_caller]
fn check_counts(id: &str, [levels, rungs, competencies, stated, asked]: [usize; 5]) {
    let framework = framework(id);
    let found = [
        framework.levels.len(),
        framework.rungs().len(),
        framework.competencies.len(),
        criteria(&framework).len(),
        questions(&framework).count(),
    ];
    let expected = [levels, rungs, competencies, stated, asked];
    assert_eq!(found, expected, "levels, rungs, competencies, criteria, questions of {id}");
}

#[test]
fn each_holds_as_much_as_its_document() {
    check_counts("customer-operations-progression", [9, 7, 4, 39, 35]);
    check_counts("frontline-support-matrix", [5, 5, 8, 50, 52]);
    check_counts("manage-service-operations-unit", [1, 1, 5, 28, 30]);
    check_counts("customer-service-support-skill", [6, 6, 1, 26, 26]);
    check_counts("support-policies-competency", [4, 4, 1, 21, 21]);
}

#[test]
fn the_catalog_says_what_the_files_hold() {
    let catalog = Catalog::from_json(&read("catalog.json")).unwrap();
    assert_eq!(catalog.frameworks.len(), 5);
    for entry in &catalog.frameworks {
        let framework = framework(entry.file.strip_suffix(".json").unwrap());
        assert_eq!((&entry.id, entry.purpose), (&framework.id, framework.purpose));
        let told = (entry.rungs as usize, entry.competencies as usize, entry.criteria as usize);
        let held = (framework.rungs().len(), framework.competencies.len(), criteria(&framework).len());
        assert_eq!(told, held, "rungs, competencies, criteria of {}", entry.id);
        assert_eq!(format!("{}.json", entry.id), entry.file);
        assert!(!entry.uses.is_empty() && entry.summary.is_some(), "{}", entry.id);
    }
}

#[test]
fn every_criterion_is_aimed_at_a_repeated_one_through_the_first_of_its_kind() {
    let mut missed = Vec::new();
    for framework in all() {
        let places = Places::of(&framework);
        let aimed: BTreeSet<_> =
            questions(&framework).flat_map(|question| &question.criteria).map(|aim| places.original(aim)).collect();
        let known = criteria(&framework).into_iter().map(|criterion| &criterion.id);
        missed.extend(known.filter(|id| !aimed.contains(places.original(id))).cloned());
    }
    assert_eq!(missed, []);
}

#[test]
fn every_rung_that_expects_something_has_a_plan() {
    for framework in all() {
        for rung in framework.rungs() {
            let plan = Plan::ready(&framework, Some(&rung.id));
            let expects =
                framework.competencies.iter().filter(|competency| framework.step_at(competency, &rung.id).is_some());
            assert_eq!(plan.competencies.len(), expects.clone().count(), "{} at {}", framework.id, rung.id);
            assert_eq!(plan.questions.is_empty(), expects.count() == 0, "{} at {}", framework.id, rung.id);
        }
    }
}

#[test]
fn what_is_written_reads_as_it_was() {
    for framework in all() {
        assert_eq!(from_json(&framework.canonical()), Ok(framework));
    }
}
