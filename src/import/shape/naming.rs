//! Lists of names that fields of things bear: a list of levels beside things that have a field for each of them.

use std::collections::{BTreeMap, BTreeSet};

use super::survey::{Step, Survey};

/// So many lists are compared with the fields.
const MOST: usize = 16;

/// The lists of texts whose every text is the name of a field of things, by the path of these things.
pub fn lists(survey: &Survey<'_>) -> BTreeMap<usize, usize> {
    let is_list = |path: &usize| {
        let path = &survey.paths[*path];
        path.step == Some(Step::Element) && path.containers == 0 && path.count > 1 && path.is_unique()
    };
    let lists: Vec<_> = (0..survey.paths.len()).filter(is_list).take(MOST).collect();
    let mut found = BTreeMap::new();
    for (things, path) in survey.paths.iter().enumerate().filter(|(_, path)| path.fields.len() > 1) {
        let names: BTreeSet<_> = path.fields.iter().map(|(name, _)| name.as_str()).collect();
        let fits = |list: &&usize| survey.paths[**list].values.keys().all(|value| names.contains(value));
        if let Some(list) = lists.iter().find(fits) {
            found.insert(things, *list);
        }
    }
    found
}
