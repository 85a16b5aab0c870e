//! `public/frameworks/schema.json` and the files that it describes.
//!
//! The checker knows just the words of JSON Schema that the schema uses, and fails on any other: small, and it cannot
//! pass over what it does not understand.

use std::path::PathBuf;

use serde_json::{Map, Value, json};
use touchstone::framework::from_json;

use crate::fixture::LIBRARY_DESK;

fn read(file: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/frameworks").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

/// A schema with the definitions that it refers to, and the faults found so far.
struct Check<'a> {
    definitions: &'a Map<String, Value>,
    faults: Vec<String>,
}

/// The faults of a document, each as its place and the word of the schema that it offends.
fn faults(schema: &Value, document: &Value) -> Vec<String> {
    let definitions = schema["$defs"].as_object().unwrap();
    let mut check = Check { definitions, faults: Vec::new() };
    check.value(schema, document, "");
    check.faults
}

impl Check<'_> {
    fn value(&mut self, schema: &Value, value: &Value, place: &str) {
        for (word, rule) in schema.as_object().unwrap() {
            if !self.holds(word, rule, value, place) {
                self.faults.push(format!("{place}: {word}"));
            }
        }
    }

    /// Whether one rule holds here; what lies below is checked on the way.
    fn holds(&mut self, word: &str, rule: &Value, value: &Value, place: &str) -> bool {
        let limit = || rule.as_u64().unwrap();
        let list = || rule.as_array().unwrap();
        match word {
            "$schema" | "$defs" | "title" | "description" => true,
            "additionalProperties" => *rule == json!(true) || panic!("only open objects are understood"),
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                let definition = self.definitions[name].clone();
                self.value(&definition, value, place);
                true
            }
            "type" => match rule {
                Value::Array(kinds) => kinds.iter().any(|kind| is_of(kind.as_str().unwrap(), value)),
                kind => is_of(kind.as_str().unwrap(), value),
            },
            "const" => rule == value,
            "enum" => list().contains(value),
            "anyOf" => list().iter().any(|option| {
                let mut inner = Check { definitions: self.definitions, faults: Vec::new() };
                inner.value(option, value, place);
                inner.faults.is_empty()
            }),
            "required" => value
                .as_object()
                .is_none_or(|object| list().iter().all(|name| object.contains_key(name.as_str().unwrap()))),
            "properties" => {
                for (name, schema) in rule.as_object().unwrap() {
                    if let Some(value) = value.get(name) {
                        self.value(schema, value, &format!("{place}/{name}"));
                    }
                }
                true
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.value(rule, item, &format!("{place}/{index}"));
                }
                true
            }
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= limit()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= limit()),
            "uniqueItems" => value
                .as_array()
                .is_none_or(|items| (1..items.len()).all(|index| !items[..index].contains(&items[index]))),
            "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= limit()),
            "maxLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 <= limit()),
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
            "pattern" => value.as_str().is_none_or(|text| fits(rule.as_str().unwrap(), text)),
            other => panic!("{other} is not understood here. Teach it to this checker."),
        }
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "null" => value.is_null(),
        other => panic!("{other} is not understood here. Teach it to this checker."),
    }
}

/// The three patterns of the schema, word for word.
fn fits(pattern: &str, text: &str) -> bool {
    let parts = |separators: &[char], is_part: &dyn Fn(usize, &str) -> bool| {
        text.split(separators).enumerate().all(|(index, part)| is_part(index, part))
    };
    match pattern {
        r"\S" => text.chars().any(|char| !char.is_whitespace()),
        "^[a-z0-9]+([.-][a-z0-9]+)*$" => parts(&['.', '-'], &|_, part| {
            !part.is_empty() && part.chars().all(|char| matches!(char, 'a'..='z' | '0'..='9'))
        }),
        "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" => parts(&['-'], &|index, part| match index {
            0 => (2..=8).contains(&part.len()) && part.chars().all(|char| char.is_ascii_alphabetic()),
            _ => (1..=8).contains(&part.len()) && part.chars().all(|char| char.is_ascii_alphanumeric()),
        }),
        other => panic!("{other} is not understood here. Teach it to this checker."),
    }
}

#[test]
fn every_file_of_the_catalog_is_as_the_schema_says() {
    let schema = read("schema.json");
    for entry in read("catalog.json")["frameworks"].as_array().unwrap() {
        let file = entry["file"].as_str().unwrap();
        assert_eq!(faults(&schema, &read(file)), Vec::<String>::new(), "{file}");
    }
}

/// A change that the schema refuses at this place, for this word, and the reader refuses too; or that both take.
#[track_caller]
fn check(pointer: &str, change: Value, expected: Option<&str>) {
    let mut document: Value = serde_json::from_str(LIBRARY_DESK).unwrap();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap()[name] = change;
    let found = faults(&read("schema.json"), &document);
    let refused = from_json(&document.to_string()).is_err();
    match expected {
        Some(word) => assert!(found.iter().any(|fault| *fault == format!("{pointer}: {word}")), "{found:?}"),
        None => assert_eq!(found, Vec::<String>::new()),
    }
    assert_eq!(refused, expected.is_some(), "the reader and the schema differ on {pointer}");
}

#[test]
fn the_schema_and_the_reader_agree() {
    let desk: Value = serde_json::from_str(LIBRARY_DESK).unwrap();
    assert_eq!(faults(&read("schema.json"), &desk), Vec::<String>::new());
    let question = "/competencies/0/questions/0";
    let criterion = "/competencies/0/expectations/0/criteria/0";
    check("/format", json!("touchstone-framework/2"), Some("const"));
    check("/id", json!("Library desk"), Some("pattern"));
    check("/id", json!("a".repeat(201)), Some("maxLength"));
    check("/title", json!(" "), Some("pattern"));
    check("/title", json!(""), Some("minLength"));
    check("/language", json!("English"), None);
    check("/language", json!("en_GB"), Some("pattern"));
    check("/purpose", json!("career"), Some("enum"));
    check("/source", json!({}), None);
    check("/source", json!(null), Some("type"));
    check("/levels", json!([]), Some("minItems"));
    check("/competencies", json!([]), Some("minItems"));
    check("/questions", json!(null), None);
    check("/later", json!([1, null]), None);
    check(&format!("{criterion}/examples"), json!([]), None);
    check(&format!("{criterion}/range"), json!([{"items": ["a"]}]), None);
    check(&format!("{criterion}/repeats"), json!(null), None);
    check(&format!("{question}/criteria"), json!(["greeting.1", "greeting.1"]), Some("uniqueItems"));
    check(&format!("{question}/minutes"), json!(0), Some("minimum"));
    check(&format!("{question}/minutes"), json!(2.5), Some("type"));
    check(&format!("{question}/minutes"), json!(2.0), None);
    check(&format!("{question}/minutes"), json!(null), None);
    check(&format!("{question}/kind"), json!("open"), Some("enum"));
    check(&format!("{question}/probes"), json!("one"), Some("type"));
}
