//! What the outcomes of a unit are called, so that none is taken for another.

use std::collections::BTreeMap;

use crate::assessment::Basis;
use crate::framework::{Competency, Places};

/// The outcomes in order, each under its number in the unit, if it has one. Of those that share their words each says
/// which criteria it holds, `4 Be able to lend (4.1 to 4.3)`, and its place where it has no number.
pub fn outcome_names(basis: &Basis) -> Vec<String> {
    let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
    basis.competencies().for_each(|outcome| *shared.entry(&outcome.title).or_default() += 1);
    let places = Places::of(&basis.framework);
    let name = |(index, outcome): (usize, &Competency)| {
        let is_shared = shared.get(outcome.title.as_str()).is_some_and(|times| *times > 1);
        let name = match &outcome.code {
            Some(code) => format!("{code} {}", outcome.title),
            None => outcome.title.clone(),
        };
        if !is_shared {
            return name;
        }
        let place = outcome.code.is_none().then(|| format!("outcome {}", index + 1));
        let criteria = places.expected(outcome, &basis.guide.level);
        let codes: Vec<_> = criteria.iter().filter_map(|criterion| criterion.code.as_deref()).collect();
        let holds = match codes.as_slice() {
            [] => None,
            [one] => Some((*one).to_owned()),
            [first, .., last] => Some(format!("{first} to {last}")),
        };
        let told: Vec<_> = place.into_iter().chain(holds).collect();
        if told.is_empty() { name } else { format!("{name} ({})", told.join(", ")) }
    };
    basis.competencies().enumerate().map(name).collect()
}
