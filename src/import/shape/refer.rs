//! Which values stand for something that is described elsewhere: all values of one field are among those that stand once
//! each in a field of other things.

use std::collections::BTreeMap;

use super::survey::{Path, Step, Survey};

/// So many fields are looked at as identifiers.
const MOST: usize = 64;

#[derive(Default)]
pub struct References {
    /// The path of the identifiers that a field's values are.
    to: BTreeMap<usize, usize>,
    /// The identifiers of the things that stand at a path.
    ids: BTreeMap<usize, usize>,
}

impl References {
    pub fn of(survey: &Survey<'_>) -> Self {
        let identifies = |path: &Path<'_>| path.count > 1 && path.is_unique() && path.breadth() <= 80;
        let listed = |path: &Path<'_>| match path.step {
            Some(Step::Name) => true,
            _ => is_field(path) && survey.paths[path.parent].step == Some(Step::Element),
        };
        let fields = survey.paths.iter().enumerate();
        let ids: Vec<_> =
            fields.clone().filter(|(_, path)| identifies(path) && listed(path)).map(|(id, _)| id).take(MOST).collect();
        let mut references = Self::default();
        for (field, path) in fields.filter(|(_, path)| is_field(path) && path.count > path.values.len()) {
            let others = ids.iter().filter(|id| survey.paths[**id].parent != path.parent);
            let fits = others.filter(|id| {
                let table = &survey.paths[**id];
                // A number within a thing seldom refers to things of that kind: it counts what stands there.
                let apart = !survey.is_within(field, table.parent) || kinship(survey, field, **id) > 0;
                apart
                    && path.values.keys().all(|value| table.values.contains_key(value))
                    && references.ids.get(&table.parent).is_none_or(|known| known == *id)
            });
            let free = |id: usize| {
                let beside = survey.paths[path.parent].fields.iter();
                !beside.clone().any(|(_, other)| references.to.get(other) == Some(&id))
            };
            let best = fits.max_by_key(|id| {
                let covered = path.values.len() * 100 / survey.paths[**id].values.len();
                (kinship(survey, field, **id), free(**id), covered, std::cmp::Reverse(**id))
            });
            if let Some(id) = best.copied() {
                references.to.insert(field, id);
                references.ids.insert(survey.paths[id].parent, id);
            }
        }
        references
    }

    /// The identifiers that the values of a field are.
    pub fn of_field(&self, field: usize) -> Option<usize> {
        self.to.get(&field).copied()
    }

    /// The field that identifies the things at a path.
    pub fn id_of(&self, things: usize) -> Option<usize> {
        self.ids.get(&things).copied()
    }

    /// Every field that identifies something.
    pub fn identifiers(&self) -> impl Iterator<Item = usize> {
        self.ids.values().copied()
    }
}

fn is_field(path: &Path<'_>) -> bool {
    matches!(path.step, Some(Step::Field(_))) && path.count > 0 && path.containers == 0
}

/// How many letters the name of a field and that of a list begin with in common, from three on.
fn kinship(survey: &Survey<'_>, field: usize, id: usize) -> usize {
    let (field, list) = (survey.name(field).to_lowercase(), survey.name(survey.paths[id].parent).to_lowercase());
    let common = field.chars().zip(list.chars()).take_while(|(one, other)| one == other).count();
    if common >= 3 { common } else { 0 }
}
