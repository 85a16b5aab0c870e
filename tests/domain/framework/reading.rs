//! What a file must hold, and what is said of one that does not.

use serde_json::{Value, json};
use touchstone::framework::{Framework, Kind, ReadError, from_json};

use crate::fixture::LIBRARY_DESK;

#[track_caller]
fn refused(text: &str) -> ReadError {
    match from_json(text) {
        Ok(framework) => panic!("read as {:?}", framework.title),
        Err(error) => error,
    }
}

/// Reads the text and expects exactly this message.
#[track_caller]
fn check_text(text: &str, expected: &str) {
    assert_eq!(refused(text).to_string(), expected);
}

/// A small sound framework in which the value at `pointer` is replaced, or a field added there.
#[track_caller]
fn with(changes: &[(&str, Value)]) -> String {
    let mut value = json!({
        "format": "touchstone-framework/1", "id": "small", "title": "Small", "language": "en", "purpose": "matrix",
        "source": {"publisher": "P", "document": "D"},
        "levels": [
            {"id": "low", "name": "Low"}, {"id": "high", "name": "High"}, {"id": "top", "name": "Top"},
        ],
        "competencies": [{
            "id": "one", "title": "One",
            "expectations": [
                {"level": "low", "criteria": [{"id": "one.1", "text": "Does it"}]},
                {"level": "high", "criteria": [{"id": "one.2", "text": "Does it well"}]},
                {"level": "top", "criteria": [{"id": "one.3", "text": "Does it best"}]},
            ],
            "questions": [{"id": "one.q", "text": "Tell me.", "kind": "behavioural", "criteria": ["one.1"]}],
        }, {
            "id": "two", "title": "Two",
            "expectations": [{"level": "low", "criteria": [{"id": "two.1", "text": "Sees it"}]}],
        }],
        "questions": [],
    });
    for (pointer, change) in changes {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match value.pointer_mut(parent).unwrap() {
            Value::Object(object) => object.insert(name.to_owned(), change.clone()),
            Value::Array(list) if name == "-" => {
                list.push(change.clone());
                None
            }
            Value::Array(list) => Some(std::mem::replace(&mut list[name.parse::<usize>().unwrap()], change.clone())),
            other => panic!("{other} holds nothing"),
        };
    }
    value.to_string()
}

#[track_caller]
fn check(changes: &[(&str, Value)], expected: &str) {
    check_text(&with(changes), expected);
}

#[track_caller]
fn accepted(changes: &[(&str, Value)]) -> Framework {
    from_json(&with(changes)).unwrap_or_else(|error| panic!("refused: {error}"))
}

#[test]
fn the_unchanged_framework_is_read() {
    assert_eq!(accepted(&[]).competencies.len(), 2);
}

#[test]
fn text_that_is_no_json_is_refused_with_its_place() {
    check_text(
        "",
        "line 1, column 0: this is not JSON (EOF while parsing a value). Mend it there, or export the file again.",
    );
    check_text(
        "{\n  \"format\": \"touchstone-framework/1\",\n  \"id\" 5\n}",
        "line 3, column 8: this is not JSON (expected `:`). Mend it there, or export the file again.",
    );
    check_text(
        &LIBRARY_DESK[..LIBRARY_DESK.len() - 3],
        "line 66, column 49: this is not JSON (EOF while parsing an object). Mend it there, or export the file again.",
    );
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(from_json(&format!("\u{feff}{LIBRARY_DESK}")), from_json(LIBRARY_DESK));
}

#[test]
fn other_formats_are_refused_by_name() {
    let no_format = "format: this file does not name its format. Choose a file that says \"touchstone-framework/1\".";
    check_text("{}", no_format);
    check_text("[]", no_format);
    check_text("null", no_format);
    check(&[("/format", json!(1))], no_format);
    check(
        &[("/format", json!("touchstone-guide/1"))],
        "format: this file says \"touchstone-guide/1\", not \"touchstone-framework/1\". Choose a file of that format.",
    );
    check(
        &[("/format", json!("touchstone-framework/0"))],
        "format: this file says \"touchstone-framework/0\", not \"touchstone-framework/1\". Choose a file of that format.",
    );
    check(
        &[("/format", json!("touchstone-framework/12"))],
        "format: this file is \"touchstone-framework/12\", written by a later release; this one reads \
         \"touchstone-framework/1\". Update the app, then open it again.",
    );
}

#[test]
fn missing_fields_are_named_with_their_place() {
    let missing = |place: &str| format!("{place}: this field is missing or empty. Write a text there.");
    check(&[("/id", Value::Null)], &missing("id"));
    check(&[("/title", json!(" "))], &missing("title"));
    check(&[("/language", json!(""))], &missing("language"));
    check(&[("/levels/1/name", Value::Null)], &missing("levels[1].name"));
    check(&[("/competencies/1/title", Value::Null)], &missing("competencies[1].title"));
    check(&[("/competencies/0/expectations/1/level", json!(""))], &missing("competencies[0].expectations[1].level"));
    check(
        &[("/competencies/0/expectations/0/criteria/0/text", Value::Null)],
        &missing("competencies[0].expectations[0].criteria[0].text"),
    );
    check(&[("/competencies/0/questions/0/text", Value::Null)], &missing("competencies[0].questions[0].text"));
    check(
        &[("/source", Value::Null)],
        "source: this field is missing. Write an object there, {} if there is nothing to say.",
    );
}

#[test]
fn a_source_may_say_nothing() {
    let source = accepted(&[("/source", json!({}))]).source;
    assert_eq!((source.publisher.as_str(), source.document.as_str()), ("", ""));
}

#[test]
fn values_of_another_kind_are_named_with_their_place() {
    let text = |found: &str| format!("a text is expected, not {found}. Put it in quotation marks.");
    check(&[("/title", json!(5))], &format!("title: {}", text("this number")));
    check(&[("/summary", json!(true))], &format!("summary: {}", text("true or false")));
    check(&[("/competencies/0/notes", json!(["a", null]))], &format!("competencies[0].notes[1]: {}", text("null")));
    check(
        &[("/competencies/0/notes", json!(["a", " "]))],
        "competencies[0].notes[1]: this text is empty. Write one, or take it out of the list.",
    );
    check(
        &[("/competencies/0/notes", json!("a"))],
        "competencies[0].notes: a list is expected, not a text. Put it in square brackets.",
    );
    check(
        &[("/levels/0", json!([]))],
        "levels[0]: an object is expected, not a list. Put it in braces.\n\
         levels[0].id: this field is missing or empty. Write a text there.\n\
         levels[0].name: this field is missing or empty. Write a text there.",
    );
    check(&[("/source", json!("here"))], "source: an object is expected, not a text. Put it in braces.");
    for wrong in [json!(-1), json!(1.5), json!(1e300), json!(4_294_967_296_u64)] {
        check(
            &[("/competencies/0/questions/0/minutes", wrong)],
            "competencies[0].questions[0].minutes: a whole number from 0 on is expected, not this number. \
             Write digits alone.",
        );
    }
    check(
        &[("/competencies/0/questions/0/minutes", json!("6"))],
        "competencies[0].questions[0].minutes: a whole number from 0 on is expected, not a text. Write digits alone.",
    );
}

#[test]
fn a_whole_number_may_be_written_with_a_fraction_of_nothing() {
    let framework = accepted(&[("/competencies/0/questions/0/minutes", json!(6.0))]);
    assert_eq!(framework.competencies[0].questions[0].minutes, 6);
}

#[test]
fn a_question_takes_five_minutes_unless_it_says_otherwise() {
    let question = accepted(&[]).competencies.remove(0).questions.remove(0);
    assert_eq!((question.minutes, question.kind), (5, Kind::Behavioural));
    check(
        &[("/competencies/0/questions/0/minutes", json!(0))],
        "competencies[0].questions[0].minutes: a question takes at least one minute. Write how many, probes included.",
    );
}

#[test]
fn words_out_of_a_choice_are_listed() {
    check(
        &[("/purpose", json!("career"))],
        "purpose: \"career\" is not known here. Use one of: progression, matrix, unit, skill.",
    );
    check(
        &[("/purpose", Value::Null)],
        "purpose: this field is missing or empty. Use one of: progression, matrix, unit, skill.",
    );
    check(&[("/purpose", json!(1))], "purpose: a text is expected, not this number. Put it in quotation marks.");
    check(
        &[("/competencies/0/questions/0/kind", json!("Behavioural"))],
        "competencies[0].questions[0].kind: \"Behavioural\" is not known here. \
         Use one of: behavioural, situational, knowledge, reflective.",
    );
}

#[test]
fn identifiers_are_slugs() {
    let wrong = |id: &str| {
        format!(
            "id: \"{id}\" is no identifier. \
             Use lower-case letters a to z and digits, with - or . between them."
        )
    };
    let long = "a".repeat(201);
    for id in ["Small", "größe", "a b", "-a", "a.", "a--b", "a.-b", "a_b", long.as_str()] {
        check(&[("/id", json!(id))], &wrong(id));
    }
    for id in ["a", "1.2-b", "0", &long[..200]] {
        assert_eq!(accepted(&[("/id", json!(id))]).id.as_str(), id);
    }
}

#[test]
fn a_language_is_a_tag() {
    for tag in ["en", "de-CH", "zh-Hant-TW", "es-419"] {
        assert_eq!(accepted(&[("/language", json!(tag))]).language, tag);
    }
    for tag in ["e", "english language", "en_GB", "en-", "1en"] {
        check(
            &[("/language", json!(tag))],
            &format!("language: \"{tag}\" is no language tag. Write one such as en or de-CH."),
        );
    }
}

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

#[test]
fn several_problems_are_all_told() {
    let error = refused(&with(&[
        ("/title", json!("")),
        ("/purpose", json!("career")),
        ("/levels/2/id", json!("Top!")),
        ("/competencies/1/expectations/0/criteria/0/text", json!(7)),
    ]));
    let ReadError::Problems(problems) = &error else { panic!("{error}") };
    assert_eq!(
        problems.iter().map(|problem| problem.place.as_str()).collect::<Vec<_>>(),
        ["title", "purpose", "levels[2].id", "competencies[1].expectations[0].criteria[0].text",]
    );
    check(
        &[
            ("/levels/1/id", json!("low")),
            ("/competencies/0/expectations/2/includes", json!(["nowhere"])),
            ("/competencies/0/questions/0/criteria", json!(["nothing"])),
        ],
        "levels[1].id: another level has the id \"low\" already. Give each its own.\n\
         competencies[0].expectations[1].level: no level has the id \"high\". Use one of the ids in \"levels\".\n\
         competencies[0].expectations[2].includes[0]: no level has the id \"nowhere\". Use one of the ids in \"levels\".\n\
         competencies[0].questions[0].criteria[0]: no criterion has the id \"nothing\". \
         Use the id of a criterion of this framework.",
    );
}
