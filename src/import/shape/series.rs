//! Fields that say in which order the things of a list stand: whole numbers at equal distances, each once in a list,
//! beside a name. The things are put in that order, and one notice tells of all the numbers.

use std::collections::BTreeMap;

use super::super::notice::{Notice, Place};
use super::super::tree::{Field, Node, Value};
use super::survey::Path;

/// A larger number says something else: a year, an amount.
const LARGEST: u32 = 999;

/// Whether the texts at a path are such numbers.
pub fn is_series(path: &Path<'_>) -> bool {
    if path.clashes > 0 || path.values.len() < 2 {
        return false;
    }
    let Some(mut numbers) = path.values.keys().map(|value| number(value)).collect::<Option<Vec<_>>>() else {
        return false;
    };
    numbers.sort_unstable();
    let step = numbers[1] - numbers[0];
    step > 0 && numbers.windows(2).all(|pair| pair[1] - pair[0] == step)
}

fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|number| *number <= LARGEST)
}

/// The things of a list in the order of a field; those without it stand last.
pub fn sorted<'n>(nodes: &'n [Node], field: &str) -> Vec<&'n Node> {
    let place = |node: &&Node| {
        let Value::Map(map) = &node.value else { return u32::MAX };
        let named = map.0.iter().find(|other| other.name == field);
        let value = named.and_then(|named| if let Value::Text(text) = &named.node.value { number(text) } else { None });
        value.unwrap_or(u32::MAX)
    };
    let mut sorted: Vec<_> = nodes.iter().collect();
    sorted.sort_by_key(place);
    sorted
}

/// The values of one field in the order that another one of the same things gives, if each thing has both.
pub fn values_by<'v>(values: &Path<'v>, order: &Path<'_>) -> Vec<&'v str> {
    let mut sorted = values.order.clone();
    if order.is_unique() && order.count == values.count && values.is_unique() {
        let mut numbered: Vec<_> = order.order.iter().map(|value| number(value)).zip(sorted).collect();
        numbered.sort_by_key(|(number, _)| *number);
        sorted = numbered.into_iter().map(|(_, value)| value).collect();
    }
    sorted
}

/// The numbers that gave an order, by the path of their field.
#[derive(Default)]
pub struct Orders(BTreeMap<usize, (Place, String, Vec<String>)>);

impl Orders {
    pub fn note(&mut self, path: usize, field: &Field, text: &str) {
        let new = || (field.place, field.name.clone(), Vec::new());
        self.0.entry(path).or_insert_with(new).2.push(text.to_owned());
    }

    /// A notice for each field.
    pub fn tell(self, notices: &mut Vec<Notice>) {
        for (place, name, numbers) in self.0.into_values() {
            let text = format!(
                "“{name}” numbers what it stands in: that was put in this order, and the numbers were left out."
            );
            notices.push(Notice::note(place, text).quoting(numbers.join(", ")));
        }
    }
}
