//! What the outcomes of a unit are called, so that none is taken for another.

use std::collections::BTreeMap;

use crate::assessment::Basis;
use crate::framework::{Competency, Places};

/// The outcomes in order, each under its number in the unit, if it has one. Of those that share their words each says
/// which criteria it holds, and counts its place where it has no number: `4 Be able to lend (4.1 to 4.3)`.
pub fn outcome_names(basis: &Basis) -> Vec<String> {
    let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
    basis.competencies().for_each(|outcome| *shared.entry(&outcome.title).or_default() += 1);
    let places = Places::of(&basis.framework);
    let name = |(index, outcome): (usize, &Competency)| {
        let is_shared = shared.get(outcome.title.as_str()).is_some_and(|times| *times > 1);
        let number = outcome.code.clone().or_else(|| is_shared.then(|| (index + 1).to_string()));
        let criteria = places.expected(outcome, &basis.guide.level);
        let codes: Vec<_> = criteria.iter().filter_map(|criterion| criterion.code.as_deref()).collect();
        let number = number.map(|number| format!("{number} ")).unwrap_or_default();
        let holds = match codes.as_slice() {
            [one] if is_shared => format!(" ({one})"),
            [first, .., last] if is_shared => format!(" ({first} to {last})"),
            _ => String::new(),
        };
        format!("{number}{}{holds}", outcome.title)
    };
    basis.competencies().enumerate().map(name).collect()
}
