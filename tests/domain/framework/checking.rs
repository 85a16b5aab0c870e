//! What must fit together in a file whose every field is sound: ids, levels, ranges, repeats and aims.

use serde_json::json;

use super::small::{accepted, check};

#[test]
fn ranges_hold_as_many_items_as_they_ask_for() {
    let range = "/competencies/0/expectations/0/criteria/0/range";
    let place = "competencies[0].expectations[0].criteria[0].range[0]";
    check(
        &[(range, json!([{"items": ["a", "b"], "minimum": 3}]))],
        &format!("{place}.minimum: 3 items are asked for, but the range has 2. Lower it, or add items."),
    );
    check(
        &[(range, json!([{"title": "Nothing", "minimum": 1}]))],
        &format!("{place}.items: a range needs at least one item. Add one."),
    );
    let framework = accepted(&[(range, json!([{"items": ["a", "b"], "minimum": 2}, {"items": ["c"]}]))]);
    let ranges = &framework.competencies[0].expectations[0].criteria[0].range;
    assert_eq!(ranges.iter().map(|range| range.minimum).collect::<Vec<_>>(), [Some(2), None]);
}

#[test]
fn a_framework_has_levels_and_competencies() {
    check(
        &[("/levels", json!([])), ("/competencies", json!([]))],
        "levels: a framework needs at least one level. Add one.\n\
         competencies: a framework needs at least one competency. Add one.",
    );
}

#[test]
fn identifiers_stand_once() {
    let twice = |place: &str, what: &str, id: &str| {
        format!("{place}: another {what} has the id \"{id}\" already. Give each its own.")
    };
    check(&[("/levels/-", json!({"id": "low", "name": "Low"}))], &twice("levels[3].id", "level", "low"));
    check(&[("/competencies/1/id", json!("one"))], &twice("competencies[1].id", "competency", "one"));
    check(
        &[("/competencies/1/expectations/0/criteria/0/id", json!("one.2"))],
        &twice("competencies[1].expectations[0].criteria[0].id", "criterion", "one.2"),
    );
    check(
        &[("/questions/-", json!({"id": "one.q", "text": "Else?", "kind": "reflective"}))],
        &twice("questions[0].id", "question", "one.q"),
    );
}

#[test]
fn sublevels_stand_with_their_level() {
    check(
        &[("/levels/0/within", json!("high"))],
        "levels[0].within: no earlier level has the id \"high\". List that level above this one.",
    );
    check(
        &[("/levels/1/within", json!("high"))],
        "levels[1].within: no earlier level has the id \"high\". List that level above this one.",
    );
    check(
        &[("/levels/-", json!({"id": "low-b", "name": "Low B", "within": "low"}))],
        "levels[3].within: other levels stand between this one and \"low\". \
         List it directly below that level and what lies within it.",
    );
    let deep = json!([
        {"id": "low", "name": "Low"}, {"id": "low.1", "name": "L1", "within": "low"},
        {"id": "low.1.a", "name": "L1a", "within": "low.1"}, {"id": "low.2", "name": "L2", "within": "low"},
        {"id": "high", "name": "High"}, {"id": "top", "name": "Top"},
    ]);
    let framework = accepted(&[("/levels", deep)]);
    let rungs: Vec<_> = framework.rungs().iter().map(|rung| rung.id.as_str()).collect();
    assert_eq!(rungs, ["low.1.a", "low.2", "high", "top"]);
}

#[test]
fn levels_that_are_named_exist() {
    let unknown = |place: &str| format!("{place}: no level has the id \"middle\". Use one of the ids in \"levels\".");
    check(
        &[("/competencies/0/expectations/1/level", json!("middle"))],
        &unknown("competencies[0].expectations[1].level"),
    );
    check(
        &[("/competencies/0/expectations/1/includes", json!(["low", "middle"]))],
        &unknown("competencies[0].expectations[1].includes[1]"),
    );
    check(
        &[("/competencies/0/expectations/1/includes", json!(["low", "low"]))],
        "competencies[0].expectations[1].includes[1]: this list names level \"low\" already. Take one of the two out.",
    );
    check(
        &[("/competencies/0/expectations/1/level", json!("low"))],
        "competencies[0].expectations[1].level: level \"low\" has its criteria above already. Put them together.",
    );
}

#[test]
fn a_repeated_criterion_stands_above() {
    let repeats = "/competencies/0/expectations/1/criteria/0/repeats";
    assert_eq!(accepted(&[(repeats, json!("one.1"))]).criteria().filter(|(.., c)| c.repeats.is_some()).count(), 1);
    for id in ["one.2", "one.3", "none"] {
        check(
            &[(repeats, json!(id))],
            &format!(
                "competencies[0].expectations[1].criteria[0].repeats: \
                 no criterion above has the id \"{id}\". Name the one that stands first."
            ),
        );
    }
}

#[test]
fn questions_keep_to_their_rules() {
    let aims = "/competencies/0/questions/0/criteria";
    let place = "competencies[0].questions[0].criteria";
    accepted(&[(aims, json!(["one.1", "one.2"]))]);
    accepted(&[(aims, json!([]))]);
    check(
        &[(aims, json!(["none", "one.1"]))],
        &format!("{place}[0]: no criterion has the id \"none\". Use the id of a criterion of this framework."),
    );
    check(
        &[(aims, json!(["one.1", "one.1"]))],
        &format!("{place}[1]: this list names criterion \"one.1\" already. Take one of the two out."),
    );
    check(
        &[(aims, json!(["one.1", "two.1"]))],
        &format!("{place}: the question aims at criteria of several competencies. Keep to one."),
    );
    check(
        &[(aims, json!(["one.1", "one.3"]))],
        &format!("{place}: the question aims at criteria more than one rung apart. Keep to two neighbouring rungs."),
    );
    let five: Vec<_> = (1..=5).map(|n| json!({"id": format!("m.{n}"), "text": "Does more"})).collect();
    check(
        &[
            ("/competencies/1/expectations/0/criteria", json!(five)),
            (
                "/competencies/1/questions",
                json!([{"id": "m.q", "text": "All?", "kind": "knowledge",
                "criteria": ["m.1", "m.2", "m.3", "m.4", "m.5"]}]),
            ),
        ],
        "competencies[1].questions[0].criteria: the question aims at 5 criteria, but one answer can show 4 at most. \
         Split it.",
    );
}

#[test]
fn a_criterion_that_is_repeated_next_door_may_be_asked_with_its_neighbours() {
    accepted(&[
        ("/competencies/0/expectations/1/criteria/-", json!({"id": "one.1b", "text": "Still", "repeats": "one.1"})),
        ("/competencies/0/questions/0/criteria", json!(["one.1", "one.3"])),
    ]);
}
