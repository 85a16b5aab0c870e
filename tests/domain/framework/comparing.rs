//! That of two revisions no difference is passed over, however small, and however long they are.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use touchstone::framework::{Framework, Part, changes, from_json};

use super::editing::FRAMEWORKS;
use super::small::accepted;
use crate::fixture::{criterion, library_desk};

/// Every framework that comes of one small change in the JSON of another, if it is one, with the place of the change.
fn neighbours(framework: &Framework) -> Vec<(String, Framework)> {
    let whole = framework.to_json();
    let mut places = Vec::new();
    walk(&whole, String::new(), &mut places);
    let mut found = Vec::new();
    for place in places {
        let here = whole.pointer(&place).unwrap();
        let mut others = match here {
            Value::String(text) => vec![json!(format!("{text} x")), json!(format!("{text}-x"))],
            Value::Number(_) => vec![json!(here.as_u64().unwrap() + 1)],
            Value::Array(items) => (1..items.len())
                .map(|index| {
                    let mut items = items.clone();
                    items.swap(index - 1, index);
                    json!(items)
                })
                .chain((0..items.len()).map(|index| {
                    let mut items = items.clone();
                    items.remove(index);
                    json!(items)
                }))
                .collect(),
            _ => Vec::new(),
        };
        others.push(Value::Null);
        // Words out of a choice.
        others.extend(["unit", "situational", "fr"].map(Value::from));
        for other in others {
            let mut changed = whole.clone();
            *changed.pointer_mut(&place).unwrap() = other;
            found.extend(from_json(&changed.to_string()).ok().map(|changed| (place.clone(), changed)));
        }
    }
    found
}

fn walk(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| walk(value, format!("{place}/{name}"), places)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| walk(item, format!("{place}/{index}"), places));
        }
        _ => {}
    }
    places.push(place);
}

#[test]
fn no_small_change_is_passed_over() {
    const UNKNOWN: [&str; 8] = ["reviewed", "edition", "colour", "shelf", "why", "hue", "unit", "author"];
    let old = library_desk();
    let mut told = 0;
    for (place, new) in neighbours(&old) {
        let (found, back) = (changes(&old, &new), changes(&new, &old));
        let same = old.canonical() == new.canonical();
        assert_eq!((found.is_empty(), back.is_empty()), (same, same), "{place}");
        let is_unknown = place.split('/').any(|name| UNKNOWN.contains(&name));
        let others = found.iter().any(|change| change.part == Part::OtherFields);
        assert_eq!(others, is_unknown && !same, "{place}: {found:?}");
        told += usize::from(!same);
    }
    assert!(told > 300, "{told}");
}

/// One random change: of a text, of an order, of what stands there at all.
fn altered(framework: &Framework, kind: u8, pick: Index, word: &str) -> Framework {
    let mut value = framework.to_json();
    let mut places = Vec::new();
    walk(&value, String::new(), &mut places);
    let place = pick.get(&places);
    let here = value.pointer_mut(place).unwrap();
    match (kind, &mut *here) {
        (0, Value::String(text)) => text.push_str(word),
        (1, Value::Array(items)) => items.reverse(),
        (2, Value::Array(items)) => drop(items.pop()),
        (3, Value::Array(items)) if !items.is_empty() => items.rotate_left(1),
        (4, Value::Object(fields)) => drop(fields.insert("later".to_owned(), json!(word))),
        (5, Value::String(text)) => {
            // An identifier wherever it is named.
            let (old, new) = (json!(text), json!(format!("{text}x")));
            let text = value.to_string().replace(&old.to_string(), &new.to_string());
            return from_json(&text).unwrap_or_else(|_| framework.clone());
        }
        _ => *here = Value::Null,
    }
    from_json(&value.to_string()).unwrap_or_else(|_| framework.clone())
}

fn alteration() -> impl Strategy<Value = (u8, Index, String)> {
    (0..7_u8, any::<Index>(), "[a-z ]{1,6}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn changes_are_told_exactly_when_the_canonical_forms_differ(
        which in any::<Index>(),
        one in proptest::collection::vec(alteration(), 0..6),
        other in proptest::collection::vec(alteration(), 0..3),
    ) {
        let base = which.get(&FRAMEWORKS);
        let all = |alterations: Vec<(u8, Index, String)>| alterations.into_iter()
            .fold(base.clone(), |framework, (kind, pick, word)| altered(&framework, kind, pick, &word));
        let (old, new) = (all(one), all(other));
        let same = old.canonical() == new.canonical();
        prop_assert_eq!(changes(&old, &new).is_empty(), same);
        prop_assert_eq!(changes(&new, &old).is_empty(), same);
    }
}

/// A framework of so many criteria in one expectation, each worded by its number.
fn long(count: usize, word: impl Fn(usize) -> String) -> Framework {
    let mut framework = accepted(&[]);
    let stated = &mut framework.competencies[0].expectations[0].criteria;
    let first = stated[0].clone();
    *stated = (0..count)
        .map(|index| {
            let mut next = first.clone();
            next.id = criterion(&format!("one.low.{}", index + 1));
            next.text = word(index);
            next
        })
        .collect();
    framework.competencies[0].questions.clear();
    framework
}

#[test]
fn long_frameworks_are_compared_in_a_moment() {
    let old = long(20_000, |index| format!("Does the thing of number {index} as agreed"));
    let reworded = long(20_000, |index| format!("Does the matter of number {index} as was agreed"));
    let strange = long(20_000, |index| format!("x{index}"));
    let turned = long(20_000, |index| format!("Does the thing of number {} as agreed", 19_999 - index));
    let later = long(20_001, |index| format!("Does the thing of number {} as agreed", index.wrapping_sub(1)));
    for (new, least) in [(reworded, 20_000), (strange, 20_000), (turned, 19_999), (later, 2)] {
        let started = std::time::Instant::now();
        let found = changes(&old, &new);
        println!("{} changes in {:?}", found.len(), started.elapsed());
        assert!(found.len() >= least, "{}", found.len());
    }
}
