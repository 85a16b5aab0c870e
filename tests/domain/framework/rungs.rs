//! Rungs, steps, and what is expected where.

use touchstone::framework::{CompetencyId, CriterionId, Framework, Places, from_json, matches};

use crate::fixture::{level, library_desk};

#[test]
fn rungs_are_the_levels_with_nothing_within() {
    let framework = library_desk();
    assert_eq!(
        framework.rungs().iter().map(|rung| rung.id.as_str()).collect::<Vec<_>>(),
        ["1a", "1b", "2a", "2b", "3"]
    );
}

#[test]
fn a_parent_level_means_its_last_rung() {
    let framework = library_desk();
    let check = |id: &str, expected: Option<&str>| {
        assert_eq!(framework.rung_of(&level(id)).map(|rung| rung.id.as_str()), expected, "{id}");
    };
    check("1", Some("1b"));
    check("2", Some("2b"));
    check("2a", Some("2a"));
    check("3", Some("3"));
    check("4", None);
}

#[track_caller]
fn check_steps(framework: &Framework, competency: &str, expected: &[(&str, usize, usize)]) {
    let steps = framework.steps(framework.competency(&CompetencyId::new(competency)).unwrap());
    let steps: Vec<_> = steps.iter().map(|step| (step.level.as_str(), step.first, step.last)).collect();
    assert_eq!(steps, expected, "{competency}");
}

#[test]
fn neighbouring_rungs_with_one_expectation_are_one_step() {
    let framework = library_desk();
    check_steps(&framework, "greeting", &[("1a", 0, 0), ("1b", 1, 1), ("2", 2, 3), ("3", 4, 4)]);
    check_steps(&framework, "lending", &[("1", 0, 1), ("2b", 3, 3), ("3", 4, 4)]);
    // An expectation that says nothing is no step.
    check_steps(&framework, "shelving", &[("3", 4, 4)]);
}

#[test]
fn a_level_that_is_broken_by_a_rung_of_its_own_gives_steps_of_different_names() {
    let framework = from_json(
        r#"{"format": "touchstone-framework/1", "id": "f", "title": "F", "language": "en", "purpose": "skill",
        "source": {}, "levels": [{"id": "1", "name": "1"}, {"id": "a", "name": "A", "within": "1"},
        {"id": "b", "name": "B", "within": "1"}, {"id": "c", "name": "C", "within": "1"}],
        "competencies": [{"id": "k", "title": "K", "expectations": [
        {"level": "1", "criteria": [{"id": "k.1", "text": "One"}]},
        {"level": "b", "criteria": [{"id": "k.2", "text": "Two"}]}]}]}"#,
    )
    .unwrap();
    check_steps(&framework, "k", &[("1", 0, 0), ("b", 1, 1), ("c", 2, 2)]);
}

#[track_caller]
fn check_step_at(competency: &str, at: &str, expected: Option<usize>) {
    let framework = library_desk();
    let competency = framework.competency(&CompetencyId::new(competency)).unwrap();
    assert_eq!(framework.step_at(competency, &level(at)), expected);
}

#[test]
fn a_step_is_found_by_any_level_that_means_one_of_its_rungs() {
    check_step_at("greeting", "2a", Some(2));
    check_step_at("greeting", "2", Some(2));
    check_step_at("greeting", "1", Some(1));
    check_step_at("lending", "1a", Some(0));
    check_step_at("lending", "2", Some(1));
    check_step_at("lending", "2a", None);
    check_step_at("shelving", "2b", None);
    check_step_at("greeting", "9", None);
}

#[track_caller]
fn check_expected(framework: &Framework, competency: &str, at: &str, expected: &[&str]) {
    let places = Places::of(framework);
    let competency = framework.competency(&CompetencyId::new(competency)).unwrap();
    let found: Vec<_> = places.expected(competency, &level(at)).iter().map(|found| found.id.as_str()).collect();
    assert_eq!(found, expected, "{} at {at}", competency.id);
}

#[test]
fn what_is_expected_follows_parents_and_inclusions() {
    let framework = library_desk();
    check_expected(&framework, "greeting", "1a", &["greeting.1"]);
    check_expected(&framework, "greeting", "1b", &["greeting.2", "greeting.1-again"]);
    check_expected(&framework, "greeting", "2a", &["greeting.3", "greeting.2-again", "greeting.1-again"]);
    check_expected(&framework, "lending", "1a", &["lending.1", "lending.2"]);
    check_expected(&framework, "lending", "2a", &[]);
    check_expected(&framework, "lending", "3", &["lending.4", "lending.3"]);
    check_expected(&framework, "shelving", "2b", &[]);
    check_expected(&framework, "greeting", "9", &[]);
}

#[test]
fn a_parent_level_as_target_expects_what_its_last_rung_does() {
    let framework = library_desk();
    check_expected(&framework, "greeting", "1", &["greeting.2", "greeting.1-again"]);
    check_expected(&framework, "lending", "2", &["lending.3"]);
    check_expected(&framework, "lending", "1", &["lending.1", "lending.2"]);
}

#[test]
fn expectations_that_include_each_other_are_expected_once() {
    let mut framework = library_desk();
    framework.competencies[0].expectations[0].includes = vec![level("3"), level("1a")];
    framework.competencies[0].expectations[3].includes = vec![level("1a")];
    check_expected(&framework, "greeting", "3", &["greeting.4", "greeting.1"]);
    check_expected(&framework, "greeting", "1a", &["greeting.1", "greeting.4"]);
}

#[test]
fn a_repeated_criterion_has_the_first_one_for_its_original() {
    let mut framework = library_desk();
    let third = &mut framework.competencies[0].expectations[3].criteria[0];
    third.repeats = Some(CriterionId::new("greeting.1-again"));
    let places = Places::of(&framework);
    for (id, original) in [("greeting.4", "greeting.1"), ("greeting.2-again", "greeting.2"), ("lending.1", "lending.1")]
    {
        assert_eq!(places.original(&CriterionId::new(id)).as_str(), original);
    }
}

#[track_caller]
fn check_search(search: &str, expected: &[&str]) {
    let framework = library_desk();
    let found: Vec<_> = framework
        .criteria()
        .filter(|(competency, _, criterion)| matches(search, competency, criterion))
        .map(|(_, _, criterion)| criterion.id.as_str())
        .collect();
    assert_eq!(found, expected, "{search:?}");
}

#[test]
fn a_search_finds_every_word_in_any_order_and_case() {
    check_search("FEE settles", &["lending.3"]);
    check_search("g.3", &["greeting.3"]);
    check_search("screen", &["greeting.1"]);
    check_search("council", &["lending.4"]);
    check_search("damage", &["lending.3"]);
    check_search("fees", &["lending.3"]);
    check_search("shelving floor", &["shelving.1"]);
    check_search("shelving loan", &[]);
    assert_eq!(library_desk().criteria().filter(|(c, _, k)| matches("  ", c, k)).count(), 11);
}
