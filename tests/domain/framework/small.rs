//! A small sound framework, what is changed in it, and what is said of that.

use serde_json::{Value, json};
use touchstone::framework::{Framework, ReadError, from_json};

#[track_caller]
pub fn refused(text: &str) -> ReadError {
    match from_json(text) {
        Ok(framework) => panic!("read as {:?}", framework.title),
        Err(error) => error,
    }
}

/// Reads the text and expects exactly this message.
#[track_caller]
pub fn check_text(text: &str, expected: &str) {
    assert_eq!(refused(text).to_string(), expected);
}

/// A small sound framework in which the value at `pointer` is replaced, or a field added there.
#[track_caller]
pub fn with(changes: &[(&str, Value)]) -> String {
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
pub fn check(changes: &[(&str, Value)], expected: &str) {
    check_text(&with(changes), expected);
}

#[track_caller]
pub fn accepted(changes: &[(&str, Value)]) -> Framework {
    from_json(&with(changes)).unwrap_or_else(|error| panic!("refused: {error}"))
}
