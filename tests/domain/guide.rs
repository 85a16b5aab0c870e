//! From a plan to a guide, and a guide read back.

use touchstone::framework::{Digest, QuestionId};
use touchstone::guide::{Guide, Plan, Script, Shift};
use touchstone::question::Weight;

use crate::fixture::*;

fn plan() -> Plan {
    Plan::ready(&library_desk(), Some(&level("2b")))
}

#[track_caller]
fn check_questions(plan: &Plan, expected: &[&str]) {
    assert_eq!(plan.questions.iter().map(QuestionId::as_str).collect::<Vec<_>>(), expected);
}

#[track_caller]
fn check_competencies(plan: &Plan, expected: &[(&str, Weight)]) {
    let found: Vec<_> = plan.competencies.iter().map(|chosen| (chosen.competency.as_str(), chosen.weight)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_ready_plan_asks_what_the_target_expects() {
    let plan = plan();
    check_competencies(&plan, &[("greeting", Weight::Should), ("lending", Weight::Should)]);
    // One of them for the rung above, and one that also tells of it.
    check_questions(&plan, &["greeting.q1", "greeting.q3", "greeting.q4", "lending.q3"]);
    assert_eq!((plan.minutes, plan.changed), (45, false));
}

#[test]
fn the_target_is_the_rung_that_a_level_means_and_the_middle_one_without_it() {
    let check = |id: Option<&str>, expected: &str| {
        assert_eq!(Plan::ready(&library_desk(), id.map(level).as_ref()).level, level(expected));
    };
    check(Some("1"), "1b");
    check(Some("3"), "3");
    check(None, "2a");
    check(Some("9"), "2a");
}

#[test]
fn a_weight_is_kept_through_other_targets() {
    let framework = library_desk();
    let mut plan = plan();
    plan.weigh(&framework, &competency("lending"), Some(Weight::Must));
    plan.weigh(&framework, &competency("greeting"), None);
    check_competencies(&plan, &[("lending", Weight::Must)]);
    check_questions(&plan, &["lending.q3"]);
    plan.aim_at(&framework, level("3"));
    check_competencies(&plan, &[("lending", Weight::Must), ("shelving", Weight::Should)]);
    plan.aim_at(&framework, level("2a"));
    check_competencies(&plan, &[]);
    plan.aim_at(&framework, level("1a"));
    check_competencies(&plan, &[("lending", Weight::Must)]);
    plan.weigh(&framework, &competency("greeting"), Some(Weight::Could));
    check_competencies(&plan, &[("greeting", Weight::Could), ("lending", Weight::Must)]);
}

#[test]
fn a_parent_level_as_target_plans_for_its_last_rung() {
    let framework = library_desk();
    let mut plan = plan();
    plan.aim_at(&framework, level("1"));
    check_competencies(&plan, &[("greeting", Weight::Should), ("lending", Weight::Should)]);
    check_questions(&plan, &["greeting.q1", "greeting.q3", "lending.q1"]);
}

#[test]
fn questions_are_dropped_and_added_behind_those_of_their_competency() {
    let framework = library_desk();
    let mut plan = plan();
    plan.drop_question(&question("greeting.q1"));
    check_questions(&plan, &["greeting.q3", "greeting.q4", "lending.q3"]);
    plan.add_question(&framework, &question("greeting.q2"));
    check_questions(&plan, &["greeting.q3", "greeting.q4", "greeting.q2", "lending.q3"]);
    plan.add_question(&framework, &question("lending.q2"));
    plan.add_question(&framework, &question("lending.q2"));
    check_questions(&plan, &["greeting.q3", "greeting.q4", "greeting.q2", "lending.q3", "lending.q2"]);
    assert!(plan.changed);
}

#[test]
fn a_question_that_serves_nothing_is_not_added() {
    let framework = library_desk();
    let mut plan = plan();
    for id in ["nothing", "opening", "greeting.q5", "lending.q1", "shelving.q1"] {
        plan.add_question(&framework, &question(id));
    }
    check_questions(&plan, &["greeting.q1", "greeting.q3", "greeting.q4", "lending.q3"]);
    assert!(!plan.changed);
}

#[test]
fn a_question_moves_one_place_and_stays_at_the_ends() {
    let mut plan = plan();
    plan.shift(&question("greeting.q1"), Shift::Earlier);
    plan.shift(&question("lending.q3"), Shift::Later);
    plan.shift(&question("nothing"), Shift::Later);
    assert!(!plan.changed);
    plan.shift(&question("greeting.q1"), Shift::Later);
    check_questions(&plan, &["greeting.q3", "greeting.q1", "greeting.q4", "lending.q3"]);
    plan.shift(&question("lending.q3"), Shift::Earlier);
    check_questions(&plan, &["greeting.q3", "greeting.q1", "lending.q3", "greeting.q4"]);
    assert!(plan.changed);
}

#[test]
fn questions_that_serve_again_come_back_in_their_places() {
    // Arrow keys walk through "leave out" and through other levels on the way to what is meant.
    let framework = library_desk();
    let mut plan = plan();
    plan.shift(&question("greeting.q3"), Shift::Earlier);
    plan.add_question(&framework, &question("lending.q2"));
    let chosen = ["greeting.q3", "greeting.q1", "greeting.q4", "lending.q3", "lending.q2"];
    check_questions(&plan, &chosen);
    plan.weigh(&framework, &competency("greeting"), None);
    check_questions(&plan, &["lending.q3", "lending.q2"]);
    plan.weigh(&framework, &competency("greeting"), Some(Weight::Must));
    check_questions(&plan, &chosen);
    plan.aim_at(&framework, level("1a"));
    plan.aim_at(&framework, level("2b"));
    check_questions(&plan, &chosen);
    plan.weigh(&framework, &competency("greeting"), None);
    plan.drop_question(&question("lending.q3"));
    plan.weigh(&framework, &competency("greeting"), Some(Weight::Should));
    check_questions(&plan, &["greeting.q3", "greeting.q1", "greeting.q4", "lending.q2"]);
    plan.propose(&framework);
    check_questions(&plan, &["greeting.q1", "greeting.q3", "greeting.q4", "lending.q3"]);
}

const CANONICAL: &str = r#"{"competencies":[{"competency":"greeting","weight":"should"},{"competency":"lending","weight":"must"}],"format":"touchstone-guide/1","framework":{"digest":"DIGEST","id":"library-desk"},"level":"2b","minutes":45,"questions":["greeting.q1","greeting.q3","greeting.q4","lending.q3"],"role":"Desk lead","script":{"candidate_minutes":5,"closing":"Thanks","closing_minutes":1,"opening":"Welcome","opening_minutes":2},"terms":{"excluded":["greeting.q2"],"factors":{"above":1,"below":1,"other":0,"target":4},"mix":{"behavioural":{"least":0,"most":null},"knowledge":{"least":0,"most":null},"reflective":{"least":0,"most":null},"situational":{"least":0,"most":null}},"pinned":["greeting.q1"],"weights":{"could":1,"must":4,"should":2}},"title":"The desk of a town library · 2B"}"#;

fn frozen() -> Guide {
    let framework = library_desk();
    let mut plan = plan();
    plan.role = " Desk lead\n".to_owned();
    plan.candidate = "Kim".to_owned();
    plan.script = Script {
        opening: "Welcome".to_owned(),
        opening_minutes: 2,
        candidate_minutes: 5,
        closing: "Thanks".to_owned(),
        closing_minutes: 1,
    };
    plan.weigh(&framework, &competency("lending"), Some(Weight::Must));
    plan.pin(&framework, &QuestionId::new("greeting.q1"), true);
    plan.exclude(&framework, &QuestionId::new("greeting.q2"), true);
    plan.freeze(&framework)
}

#[test]
fn a_plan_is_frozen_without_the_candidate_and_named_by_its_digest() {
    let canonical = CANONICAL.replace("DIGEST", library_desk().digest().as_str());
    let guide = frozen();
    assert_eq!(guide.canonical(), canonical);
    assert_eq!(guide.digest(), Digest::of(canonical.as_bytes()));
    assert_eq!(guide.digest(), frozen().digest());
}

/// As earlier releases froze it: nothing is said around the questions, and the terms are the usual ones.
const EARLIER: &str = r#"{"competencies":[{"competency":"greeting","weight":"should"}],"format":"touchstone-guide/1","framework":{"digest":"842173a30f4dddfbdd2f8d88edda93da4e8d2d27bbddc1e482c8f5ed4afd3ae9","id":"library-desk"},"level":"2b","minutes":45,"questions":["greeting.q1"],"role":"","title":"The desk of a town library · 2B"}"#;

#[test]
fn a_guide_of_an_earlier_release_keeps_its_digest() {
    let guide = Guide::from_json(EARLIER).unwrap();
    assert_eq!(guide.canonical(), EARLIER);
    assert_eq!((guide.script.clone(), guide.minutes), (None, 45));
}

#[test]
fn a_guide_leads_back_to_the_plan_that_it_came_from() {
    let framework = library_desk();
    let guide = frozen();
    let plan = Plan::of(&guide, &framework);
    assert_eq!(plan.freeze(&framework), guide);
    assert_eq!((plan.candidate.as_str(), plan.role.as_str(), plan.minutes_in_all()), ("", "Desk lead", 36));
    let mut other = plan;
    other.shift(&QuestionId::new("greeting.q1"), Shift::Later);
    other.weigh(&framework, &competency("lending"), None);
    let guide = other.freeze(&framework);
    let back = Plan::of(&guide, &framework);
    assert_eq!(back.freeze(&framework), guide);
    assert_eq!(back.weight(&competency("lending")), None);
}

#[test]
fn a_guide_reads_back_as_it_was_whatever_the_order_of_its_fields() {
    let guide = frozen();
    assert_eq!(Guide::from_json(&guide.canonical()), Ok(guide.clone()));
    let moved = guide.canonical().replacen('{', "{\"later\":[1,{\"b\":null}],", 1);
    let read = Guide::from_json(&moved).unwrap();
    assert_ne!(read.digest(), guide.digest(), "the digest covers fields that are not known here");
    assert_eq!(Guide::from_json(&read.canonical()).unwrap().digest(), read.digest());
    assert!(read.canonical().contains("\"later\":[1,{\"b\":null}]"));
}

#[track_caller]
fn check_refused(text: &str, expected: &str) {
    assert_eq!(Guide::from_json(text).unwrap_err().to_string(), format!("the guide cannot be read: {expected}"));
}

#[test]
fn other_texts_are_refused() {
    check_refused("", "EOF while parsing a value at line 1 column 0. Open a copy that was exported whole.");
    check_refused("{}", "it does not name its format. Choose a guide of that format.");
    check_refused(
        "{\"format\":\"touchstone-framework/1\"}",
        "its format is \"touchstone-framework/1\", not \"touchstone-guide/1\". Choose a guide of that format.",
    );
    check_refused(
        "{\"format\":\"touchstone-guide/2\",\"shape\":\"new\"}",
        "its format is \"touchstone-guide/2\", of a later release. \
         Reload the page to get the newest app, then open it again.",
    );
    check_refused("{\"format\":\"touchstone-guide/1\"}", "missing field `title`. Open a copy that was exported whole.");
    check_refused(
        &frozen().canonical().replace("\"must\"", "\"perhaps\""),
        "unknown variant `perhaps`, expected one of `could`, `should`, `must`. Open a copy that was exported whole.",
    );
}
