//! CASE packages: written by the standard's schema, the same bytes each time, and equal when they come back; broken
//! ones told of place by place; nothing dropped.

mod broken;
mod generated;
mod large;
mod written;

use serde_json::{Value, json};

/// A date of change, always the same.
const DATE: &str = "2026-03-01T09:30:00Z";

/// A UUID that ends in this number.
fn uuid(number: usize) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

fn link(title: &str, number: usize) -> Value {
    json!({ "title": title, "identifier": uuid(number), "uri": format!("https://desk.example/{number}") })
}

/// An item with its fields.
fn item(number: usize, statement: &str, more: Value) -> Value {
    let mut item = json!({
        "identifier": uuid(number),
        "uri": format!("https://desk.example/{number}"),
        "fullStatement": statement,
        "lastChangeDateTime": DATE,
    });
    for (name, value) in more.as_object().unwrap() {
        item[name] = value.clone();
    }
    item
}

/// An association of a type between two items; 0 is the document.
fn association(kind: &str, origin: usize, destination: usize, number: usize) -> Value {
    json!({
        "identifier": uuid(100_000 + origin * 1_000 + destination),
        "associationType": kind,
        "sequenceNumber": number,
        "originNodeURI": link("", origin),
        "destinationNodeURI": link("", destination),
        "lastChangeDateTime": DATE,
    })
}

/// A package, a part to a line, so that lines tell parts: the document in line 2, items from line 4 on, associations
/// from two lines behind them.
fn package(items: &[Value], associations: &[Value]) -> String {
    let document = json!({
        "identifier": uuid(0), "uri": "https://desk.example/0", "creator": "A desk", "title": "Desk", "language": "en",
        "lastChangeDateTime": DATE,
    });
    let lines = |values: &[Value]| values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",\n");
    format!(
        "{{\n\"CFDocument\": {document},\n\"CFItems\": [\n{}\n], \"CFAssociations\": [\n{}\n]}}",
        lines(items),
        lines(associations)
    )
}
