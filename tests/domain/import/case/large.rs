//! Packages of many items in whatever shape: read to their end, without a deep stack.

use serde_json::{Value, json};

use super::super::imported;
use super::{association, item, package};

const MANY: usize = 20_000;

/// How many statements come of so many items, each below the one that `parent` says, 0 being the document.
#[track_caller]
fn statements(count: usize, more: impl Fn(usize) -> Value, parent: impl Fn(usize) -> usize, extra: &[Value]) -> usize {
    let items: Vec<_> = (1..=count).map(|number| item(number, &format!("Item {number}"), more(number))).collect();
    let links = (1..=count).map(|number| association("isChildOf", number, parent(number), number));
    let links: Vec<_> = links.chain(extra.iter().cloned()).collect();
    let text = package(&items, &links);
    let import = imported(text.as_bytes());
    import.framework.map_or(0, |framework| framework.criteria().count())
}

#[test]
fn a_chain_is_read_to_its_end() {
    assert_eq!(statements(MANY, |_| json!({}), |number| number - 1, &[]), 1);
    // In as few words as will do, since a document may have 32 MB.
    let numbers = 1..=100_000;
    let items = numbers.clone().map(|number| format!(r#"{{"identifier":"{number}","fullStatement":"Item {number}"}}"#));
    let links = numbers.map(|number| {
        let ends = format!(r#""originNodeIdentifier":"{number}","destinationNodeIdentifier":"{}""#, number - 1);
        format!(r#"{{"associationType":"isChildOf",{ends}}}"#)
    });
    let [items, links] = [items.collect::<Vec<_>>(), links.collect()].map(|lines| lines.join(",\n"));
    let document = r#"{"identifier":"0","title":"Deep"}"#;
    let text = format!(r#"{{"CFDocument":{document},"CFItems":[{items}],"CFAssociations":[{links}]}}"#);
    let import = imported(text.as_bytes());
    assert_eq!(import.framework.map(|framework| framework.criteria().count()), Some(1));
}

#[test]
fn a_star_and_a_tree_are_read() {
    assert_eq!(statements(MANY, |_| json!({}), |number| usize::from(number > 1), &[]), MANY - 1);
    assert_eq!(statements(MANY, |_| json!({}), |number| number / 2, &[]), MANY / 2);
}

#[test]
fn levels_without_number_and_end_are_read() {
    let grade = |number: usize| json!({ "educationLevel": [format!("{number}")] });
    assert_eq!(statements(MANY, grade, |number| usize::from(number > 1), &[]), MANY - 1);
    // A chain of levels within levels, and one statement.
    let level = |number: usize| if number == MANY { json!({}) } else { json!({ "CFItemType": "Level" }) };
    assert_eq!(statements(MANY, level, |number| if number == MANY { 0 } else { number - 1 }, &[]), 1);
    let expectation = |_| json!({ "CFItemType": "Expectation" });
    assert_eq!(statements(MANY, expectation, |number| number - 1, &[]), 1);
}

#[test]
fn a_circle_of_many_is_cut_once() {
    let closing = |number: usize| if number == 1 { MANY } else { number - 1 };
    assert!(statements(MANY, |_| json!({}), closing, &[]) > 0);
    let others: Vec<_> = (2..MANY).map(|number| association("exactMatchOf", number, 1, 1)).collect();
    assert_eq!(statements(MANY, |_| json!({}), |number| usize::from(number > 1), &others), MANY - 1);
}
