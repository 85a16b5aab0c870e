//! The frameworks that come with the app: what they say of themselves is so.

use std::path::PathBuf;

use touchstone::framework::{Catalog, Criterion, Framework, Places, from_json};
use touchstone::guide::Plan;

fn read(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/frameworks").join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[track_caller]
fn framework(id: &str) -> Framework {
    from_json(&read(&format!("{id}.json"))).unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn all() -> Vec<Framework> {
    let catalog = Catalog::from_json(&read("catalog.json")).unwrap();
    catalog.frameworks.iter().map(|entry| framework(entry.file.strip_suffix(".json").unwrap())).collect()
}

/// Every criterion in the file, one that repeats another counted too.
fn criteria(framework: &Framework) -> Vec<&Criterion> {
    framework.criteria().map(|(_, _, criterion)| criterion).collect()
}

#[track_caller]
fn check_counts(id: &str, rungs: usize, competencies: usize, criteria_count: usize) {
    let framework = framework(id);
    let found = (framework.rungs().len(), framework.competencies.len(), criteria(&framework).len());
    assert_eq!(found, (rungs, competencies, criteria_count), "rungs, competencies, criteria of {id}");
}

#[test]
fn each_holds_as_much_as_its_document() {
    check_counts("customer-operations-progression", 7, 4, 39);
    check_counts("manage-service-operations-unit", 1, 5, 28);
    check_counts("customer-service-support-skill", 6, 1, 26);
    check_counts("support-policies-competency", 4, 1, 21);
    assert_eq!(framework("customer-service-support-skill").competencies[0].activities.len(), 7);
}

#[test]
fn the_progression_has_its_examples_and_inclusions() {
    let framework = framework("customer-operations-progression");
    let examples: usize = criteria(&framework).iter().map(|c| c.examples.len() + c.guidance.len()).sum();
    let includes: usize = framework.competencies.iter().flat_map(|c| &c.expectations).map(|e| e.includes.len()).sum();
    assert_eq!((examples, includes), (14, 2));
}

#[test]
fn the_matrix_has_its_cells() {
    let framework = framework("frontline-support-matrix");
    assert_eq!((framework.rungs().len(), framework.competencies.len()), (5, 8));
    let cells: Vec<_> = framework.competencies.iter().flat_map(|competency| &competency.expectations).collect();
    let empty = cells.iter().filter(|cell| cell.says_nothing()).count();
    assert_eq!((cells.len() - empty, empty), (38, 2));
}

#[test]
fn the_unit_has_its_codes_and_minimums() {
    let framework = framework("manage-service-operations-unit");
    let codes: Vec<_> = criteria(&framework).iter().map(|criterion| criterion.code.clone().unwrap()).collect();
    let counts = [7, 5, 8, 3, 5];
    let expected: Vec<_> =
        (1..).zip(counts).flat_map(|(outcome, count)| (1..=count).map(move |n| format!("{outcome}.{n}"))).collect();
    assert_eq!(codes, expected);
    let minimums: Vec<_> = criteria(&framework)
        .iter()
        .flat_map(|criterion| criterion.range.iter().map(move |range| (criterion.code.clone().unwrap(), range.minimum)))
        .filter_map(|(code, minimum)| minimum.map(|minimum| (code, minimum)))
        .collect();
    assert_eq!(minimums, [("1.2".to_owned(), 3), ("1.5".to_owned(), 2), ("4.1".to_owned(), 6)]);
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
fn each_competency_has_questions_that_keep_to_the_rules() {
    for framework in all() {
        let places = Places::of(&framework);
        for competency in &framework.competencies {
            assert!(competency.questions.len() >= 2, "{}, {}: two questions", framework.id, competency.id);
            for question in &competency.questions {
                assert!((1..=4).contains(&question.criteria.len()), "{}: one to four criteria", question.id);
                assert!((2..=4).contains(&question.probes.len()), "{}: two to four probes", question.id);
                assert_eq!(places.competency_of(question), Some(&competency.id), "{}", question.id);
            }
        }
    }
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
