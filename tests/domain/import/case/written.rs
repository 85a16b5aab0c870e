//! Frameworks as packages.

use serde_json::Value;
use touchstone::framework::{Framework, Unknown, from_json};
use touchstone::import::{Format, to_case};

use super::super::{imported, said};
use super::DATE;
use crate::fixture::library_desk;

/// The faults of a package by the schema of CASE 1.0; none where the schema is not at hand.
pub fn faults(package: &Value) -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/reference/case-v1p0-cfpackage-schema.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("{path} is missing, so no package is checked against it");
        return Vec::new();
    };
    let schema: Value = serde_json::from_str(&text).unwrap();
    let validator = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft7)
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    validator.iter_errors(package).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// What a package can hold of a framework.
pub fn held(framework: &Framework) -> Framework {
    let mut held = framework.clone();
    let clear = |unknown: &mut Unknown| unknown.clear();
    clear(&mut held.unknown);
    clear(&mut held.source.unknown);
    held.questions.clear();
    held.levels.iter_mut().for_each(|level| clear(&mut level.unknown));
    for competency in &mut held.competencies {
        clear(&mut competency.unknown);
        competency.questions.clear();
        for expectation in &mut competency.expectations {
            clear(&mut expectation.unknown);
            for criterion in &mut expectation.criteria {
                clear(&mut criterion.unknown);
                criterion.range.iter_mut().for_each(|range| clear(&mut range.unknown));
            }
        }
    }
    held
}

fn bundled() -> Vec<Framework> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/frameworks");
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    files.filter_map(|text| from_json(&text).ok()).collect()
}

#[test]
fn bundled_frameworks_come_back_equal() {
    let frameworks = bundled();
    assert_eq!(frameworks.len(), 5);
    for framework in frameworks.into_iter().chain([library_desk()]) {
        let (package, _) = to_case(&framework, DATE);
        assert_eq!(faults(&package), Vec::<String>::new(), "{}", framework.id);
        let import = imported(package.to_string().as_bytes());
        assert_eq!(import.format, Some(Format::Case));
        assert_eq!(said(&import), Vec::<String>::new(), "{}", framework.id);
        assert_eq!(import.framework, Some(held(&framework)), "{}", framework.id);
    }
}

#[test]
fn the_same_framework_gives_the_same_bytes() {
    let framework = library_desk();
    let text = |date| to_case(&framework, date).0.to_string();
    assert_eq!(text(DATE), text(DATE));
    let later = "2027-01-01T00:00:00Z";
    assert_eq!(text(DATE).replace(DATE, later), text(later));
    // So that another release, or another machine, gives them too.
    let package: Value = serde_json::from_str(&text(DATE)).unwrap();
    assert_eq!(package["CFDocument"]["identifier"], "64c441a4-5446-588d-bcc2-633d995c3430");
    assert_eq!(package["CFItems"][0]["identifier"], "50836886-325f-523a-8c11-a27793c6bce0");
}

#[test]
fn what_a_package_lacks_is_listed() {
    let (_, notices) = to_case(&library_desk(), DATE);
    let said: Vec<_> = notices.iter().map(ToString::to_string).collect();
    let expected = [
        "warning: CASE has no place for these fields of the framework: reviewed.",
        "warning: CASE has no place for these fields of the source: edition.",
        "warning: CASE has no place for these fields of level “1”: colour.",
        "warning: CASE has no place for these fields of competency “greeting”: shelf.",
        "warning: CASE has no place for these fields of competency “greeting” at level “2”: why.",
        "warning: CASE holds no questions; those of competency “greeting” are left out: greeting.q1, greeting.q2, \
         greeting.q3, greeting.q4, greeting.q5.",
        "warning: CASE holds no questions; those of competency “lending” are left out: lending.q1, lending.q2, \
         lending.q3.",
        "warning: CASE holds no questions; those of competency “shelving” are left out: shelving.q1.",
        "warning: CASE has no place for these fields of criterion “greeting.3”: hue.",
        "warning: CASE has no place for these fields of a range of criterion “lending.3”: unit.",
        "warning: CASE holds no questions; those of the framework are left out: opening.",
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_package_that_lost_our_addresses_still_tells_everything_but_identifiers() {
    for framework in bundled() {
        let text = to_case(&framework, DATE).0.to_string().replace("urn:x-touchstone:", "https://elsewhere.example/");
        let import = imported(text.as_bytes());
        let found = import.framework.unwrap().to_json().to_string();
        let words = |framework: &Framework| {
            let criteria = framework.criteria().map(|(competency, _, criterion)| {
                (competency.title.clone(), criterion.code.clone(), criterion.text.clone(), criterion.range.len())
            });
            criteria.collect::<Vec<_>>()
        };
        let found = from_json(&found).unwrap();
        assert_eq!(words(&found), words(&framework));
        let names = |framework: &Framework| framework.levels.iter().map(|level| level.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&found), names(&framework));
        let includes = |framework: &Framework| {
            let expectations = framework.competencies.iter().flat_map(|competency| &competency.expectations);
            expectations.map(|expectation| expectation.includes.len()).collect::<Vec<_>>()
        };
        assert_eq!(includes(&found), includes(&framework));
        assert_eq!(found.source, framework.source);
    }
}
