//! Whether the names of a map's fields are names of things, as in a dictionary, or of what is said of one thing.

use std::collections::BTreeSet;

use super::super::tree::{Map, Node, Value};

/// So many fields of a map are compared; the others are like them.
const COMPARED: usize = 50;

/// How wide a text is, in words; of a script without blanks, six signs count as one.
pub fn width(text: &str) -> usize {
    let signs = text.chars().filter(|sign| ('\u{2e80}'..'\u{d7b0}').contains(sign)).count();
    text.split_whitespace().count().max(signs.div_ceil(3))
}

/// Whether a map's names are those of things that are all alike. `listed` says that the map stands in a list, where it
/// is one thing of several.
pub fn is_dictionary(map: &Map, listed: bool) -> bool {
    let said = |node: &&Node| node.value != Value::Nothing;
    let values: Vec<_> = map.0.iter().map(|field| &field.node).filter(said).take(COMPARED).collect();
    let Some(first) = values.first() else { return false };
    let several = values.len() > 1;
    if values.iter().all(|value| is_texts(value)) {
        return several || !listed;
    }
    if values.iter().all(|value| is_texts(value) || is_wide(value)) {
        return several && !listed;
    }
    if values.iter().all(|value| matches!(value.value, Value::Map(_))) {
        let dictionaries =
            values.iter().all(|value| matches!(&value.value, Value::Map(map) if is_dictionary(map, false)));
        return dictionaries || (several && values.iter().all(|value| alike(names(first), names(value))));
    }
    several && values.iter().all(|value| is_rows(value)) && values.iter().all(|value| alike(names(first), names(value)))
}

/// Whether a map holds nothing but short texts, as one that tells what identifiers mean does.
pub fn is_legend(map: &Map) -> bool {
    map.0.len() > 1 && map.0.iter().all(|field| matches!(field.node.value, Value::Text(_)) && !is_wide(&field.node))
}

/// A list of nothing but texts.
pub fn is_texts(node: &Node) -> bool {
    let Value::List(nodes) = &node.value else { return false };
    nodes.iter().all(|node| matches!(node.value, Value::Text(_) | Value::Nothing))
}

fn is_wide(node: &Node) -> bool {
    matches!(&node.value, Value::Text(text) if width(text) >= 3)
}

fn is_rows(node: &Node) -> bool {
    matches!(&node.value, Value::List(nodes) if nodes.iter().any(|node| matches!(node.value, Value::Map(_))))
}

/// The names of a map's fields, or of those of a list's first map.
fn names(node: &Node) -> BTreeSet<&str> {
    let map = match &node.value {
        Value::Map(map) => Some(map),
        Value::List(nodes) => nodes.iter().find_map(|node| match &node.value {
            Value::Map(map) => Some(map),
            _ => None,
        }),
        _ => None,
    };
    map.map(|map| map.0.iter().take(COMPARED).map(|field| field.name.as_str()).collect()).unwrap_or_default()
}

fn alike(one: BTreeSet<&str>, other: BTreeSet<&str>) -> bool {
    let common = one.intersection(&other).count();
    common * 2 >= one.union(&other).count()
}
