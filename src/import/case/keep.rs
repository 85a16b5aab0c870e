//! Gives a framework that was once written as a package its own identifiers back, the order of its expectations, and
//! what repeats what.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::{CompetencyId, Criterion, CriterionId, Framework, FrameworkId, LevelId, is_slug};

use super::map::Spot;

/// What a package told beyond the draft, in the draft's order.
#[derive(Debug, Default)]
pub struct Kept {
    /// Where the package was written here.
    pub framework: Option<String>,
    pub levels: Vec<Option<String>>,
    pub competencies: Vec<KeptCompetency>,
    /// Criteria that state the same.
    pub same: Vec<(Spot, Spot)>,
}

#[derive(Debug, Default)]
pub struct KeptCompetency {
    pub slug: Option<String>,
    pub expectations: Vec<KeptExpectation>,
}

#[derive(Debug)]
pub struct KeptExpectation {
    pub level: usize,
    pub criteria: Vec<Option<String>>,
}

/// Applies it to what came of the draft.
pub fn named(mut framework: Framework, kept: Kept) -> Framework {
    as_read(&mut framework, &kept);
    let levels = name_levels(&mut framework, &kept.levels);
    let slugs = kept.competencies.iter().map(|competency| competency.slug.clone()).collect();
    let ids = framework.competencies.iter().map(|competency| competency.id.to_string()).collect();
    for (competency, id) in framework.competencies.iter_mut().zip(settled(ids, slugs)) {
        competency.id = CompetencyId::new(id);
    }
    name_criteria(&mut framework, &kept);
    let same: Vec<_> = kept.same.iter().filter_map(|(a, b)| Some((id(&framework, *a)?, id(&framework, *b)?))).collect();
    match kept.framework.filter(|id| is_slug(id)) {
        // In a package written here, nothing repeats but what it says.
        Some(id) => {
            framework.id = FrameworkId::new(id);
            criteria(&mut framework).for_each(|criterion| criterion.repeats = None);
        }
        None => {
            for competency in &mut framework.competencies {
                competency.expectations.sort_by_key(|expectation| levels.get(&expectation.level).copied());
            }
        }
    }
    repeat(&mut framework, same);
    framework
}

/// A draft puts expectations in the order of the levels; here they take the order of the package again, in which they
/// were counted.
fn as_read(framework: &mut Framework, kept: &Kept) {
    for (competency, kept) in framework.competencies.iter_mut().zip(&kept.competencies) {
        let mut order: Vec<_> = (0..kept.expectations.len()).collect();
        order.sort_by_key(|index| kept.expectations[*index].level);
        let mut placed: Vec<_> = order.into_iter().zip(std::mem::take(&mut competency.expectations)).collect();
        placed.sort_by_key(|(index, _)| *index);
        competency.expectations = placed.into_iter().map(|(_, expectation)| expectation).collect();
    }
}

/// Gives where each level stands.
fn name_levels(framework: &mut Framework, slugs: &[Option<String>]) -> BTreeMap<LevelId, usize> {
    let made: Vec<_> = framework.levels.iter().map(|level| level.id.to_string()).collect();
    let names: BTreeMap<LevelId, LevelId> = made
        .iter()
        .map(|id| LevelId::new(id.as_str()))
        .zip(settled(made.clone(), slugs.to_vec()).into_iter().map(LevelId::new))
        .collect();
    let rename = |id: &mut LevelId| {
        if let Some(name) = names.get(id) {
            *id = name.clone();
        }
    };
    for level in &mut framework.levels {
        rename(&mut level.id);
        level.within.iter_mut().for_each(rename);
    }
    for expectation in framework.competencies.iter_mut().flat_map(|competency| &mut competency.expectations) {
        rename(&mut expectation.level);
        expectation.includes.iter_mut().for_each(rename);
    }
    framework.levels.iter().enumerate().map(|(index, level)| (level.id.clone(), index)).collect()
}

fn criteria(framework: &mut Framework) -> impl Iterator<Item = &mut Criterion> {
    let expectations = framework.competencies.iter_mut().flat_map(|competency| &mut competency.expectations);
    expectations.flat_map(|expectation| &mut expectation.criteria)
}

fn name_criteria(framework: &mut Framework, kept: &Kept) {
    let expectations = kept.competencies.iter().flat_map(|competency| &competency.expectations);
    let slugs: Vec<_> = expectations.flat_map(|expectation| expectation.criteria.clone()).collect();
    let made: Vec<_> = criteria(framework).map(|criterion| criterion.id.to_string()).collect();
    let names = settled(made.clone(), slugs);
    let names: BTreeMap<_, _> = made.into_iter().zip(names).collect();
    let rename = |id: &mut CriterionId| {
        if let Some(name) = names.get(id.as_str()) {
            *id = CriterionId::new(name.as_str());
        }
    };
    for criterion in criteria(framework) {
        rename(&mut criterion.id);
        criterion.repeats.iter_mut().for_each(rename);
    }
}

fn id(framework: &Framework, (competency, expectation, criterion): Spot) -> Option<CriterionId> {
    let expectation = framework.competencies.get(competency)?.expectations.get(expectation)?;
    expectation.criteria.get(criterion).map(|criterion| criterion.id.clone())
}

/// Of two criteria that are said to be the same, the later one repeats the earlier.
fn repeat(framework: &mut Framework, same: Vec<(CriterionId, CriterionId)>) {
    let ids = criteria(framework).map(|criterion| criterion.id.clone());
    let places: BTreeMap<_, _> = ids.enumerate().map(|(index, id)| (id, index)).collect();
    let mut firsts = BTreeMap::new();
    for (one, other) in same {
        let (first, later) = if places.get(&one) < places.get(&other) { (one, other) } else { (other, one) };
        firsts.entry(later).or_insert(first);
    }
    for criterion in criteria(framework) {
        criterion.repeats = criterion.repeats.take().or_else(|| firsts.remove(&criterion.id));
    }
}

/// Slugs that came with the package, once each; whatever has none keeps the one made for it, or one like it.
fn settled(made: Vec<String>, slugs: Vec<Option<String>>) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let slugs = slugs.into_iter().map(|slug| slug.filter(|slug| taken.insert(slug.clone()))).collect::<Vec<_>>();
    let named = made.into_iter().zip(slugs).map(|(id, slug)| {
        slug.unwrap_or_else(|| {
            let mut name = id.clone();
            let mut number = 2;
            while !taken.insert(name.clone()) {
                name = format!("{id}-{number}");
                number += 1;
            }
            name
        })
    });
    named.collect()
}
