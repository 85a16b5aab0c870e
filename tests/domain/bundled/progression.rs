//! Customer operations: levels with sublevels, statements that return, and levels that take in an earlier one.

use touchstone::framework::{CriterionId, LevelId};

use super::{check_levels, check_stated, criteria, framework};

const ID: &str = "customer-operations-progression";

#[test]
fn its_levels_are_split_into_sublevels() {
    check_levels(
        &framework(ID),
        &[
            ("1", "Level 1", None),
            ("1a", "1A", Some("1")),
            ("1a-after-probation", "1A after probation", Some("1")),
            ("1b", "1B", Some("1")),
            ("1c", "1C", Some("1")),
            ("2", "Level 2", None),
            ("2a", "2A", Some("2")),
            ("2b", "2B", Some("2")),
            ("2c", "2C", Some("2")),
        ],
    );
}

#[test]
fn a_topic_states_its_criteria_at_sublevels_or_for_the_whole_level() {
    let framework = framework(ID);
    let own = [("1a", 1), ("1a-after-probation", 1), ("1b", 1), ("1c", 1), ("2a", 1), ("2b", 1), ("2c", 1)];
    check_stated(&framework, "knowledge-and-impact", &own);
    check_stated(&framework, "communication", &[("1a", 2), ("1a-after-probation", 2), ("1b", 3), ("1c", 4), ("2", 1)]);
    check_stated(&framework, "teamwork", &[("1a", 3), ("1a-after-probation", 3), ("1b", 3), ("1c", 4), ("2", 1)]);
    check_stated(&framework, "conduct-and-culture", &[("1", 3), ("2", 3)]);
}

#[test]
fn statements_that_return_repeat_the_first() {
    let framework = framework(ID);
    let found: Vec<_> = criteria(&framework)
        .iter()
        .filter_map(|criterion| Some((criterion.id.as_str(), criterion.repeats.as_ref()?.as_str())))
        .collect();
    let expected = [
        ("communication.1a-after-probation.2", "communication.1a.2"),
        ("communication.1b.2", "communication.1a.2"),
        ("communication.1c.2", "communication.1a.2"),
        ("communication.1c.4", "communication.1b.3"),
        ("teamwork.1a-after-probation.1", "teamwork.1a.1"),
        ("teamwork.1a-after-probation.3", "teamwork.1a.3"),
        ("teamwork.1b.2", "teamwork.1a-after-probation.2"),
        ("teamwork.1c.1", "teamwork.1b.1"),
    ];
    assert_eq!(found, expected);
    let text = |id: &CriterionId| criteria(&framework).iter().find(|other| other.id == *id).unwrap().text.clone();
    for criterion in criteria(&framework) {
        let said = criterion.repeats.as_ref().map_or_else(|| criterion.text.clone(), text);
        assert_eq!(criterion.text, said, "{} says what it repeats", criterion.id);
    }
}

#[test]
fn two_topics_take_in_the_first_level_at_the_second() {
    let framework = framework(ID);
    let said = framework.competencies.iter().flat_map(|topic| topic.expectations.iter().map(move |said| (topic, said)));
    let found: Vec<_> = said
        .filter(|(_, said)| !said.includes.is_empty())
        .map(|(topic, said)| {
            let includes: Vec<_> = said.includes.iter().map(LevelId::as_str).collect();
            (topic.id.as_str(), said.level.as_str(), includes)
        })
        .collect();
    assert_eq!(found, [("communication", "2", vec!["1"]), ("teamwork", "2", vec!["1"])]);
}

#[test]
fn examples_and_guidance_stand_with_their_criteria() {
    let framework = framework(ID);
    let found: Vec<_> = criteria(&framework)
        .iter()
        .filter(|criterion| !criterion.examples.is_empty() || !criterion.guidance.is_empty())
        .map(|criterion| (criterion.id.as_str(), criterion.examples.len(), criterion.guidance.len()))
        .collect();
    let expected = [
        ("knowledge-and-impact.1a-after-probation.1", 0, 1),
        ("knowledge-and-impact.1b.1", 0, 1),
        ("knowledge-and-impact.1c.1", 1, 1),
        ("knowledge-and-impact.2a.1", 3, 1),
        ("knowledge-and-impact.2b.1", 2, 1),
        ("knowledge-and-impact.2c.1", 2, 1),
    ];
    assert_eq!(found, expected, "criterion, examples, guidance");
}
