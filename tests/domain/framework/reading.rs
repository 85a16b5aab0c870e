//! What a file must hold, field by field, and what is said of one that does not.

use serde_json::{Value, json};
use touchstone::framework::{Kind, ReadError, from_json};

use super::small::{accepted, check, check_text, refused, with};
use crate::fixture::LIBRARY_DESK;

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
