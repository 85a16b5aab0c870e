//! Rungs: the steps that one can be at, what a competency expects at each, and its own steps among them.

use super::{Competency, Expectation, Framework, Level, LevelId};

/// A stretch of neighbouring rungs at which a competency expects the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Names the step within its competency: the level that the expectation is stated for, which may be the parent of
    /// the rungs; or the first rung, where an earlier step bears that level's name already.
    pub level: LevelId,
    /// Index of the first rung among [`Framework::rungs`].
    pub first: usize,
    /// Index of the last rung.
    pub last: usize,
}

impl Framework {
    /// The levels with nothing within them, lowest first.
    pub fn rungs(&self) -> Vec<&Level> {
        self.levels.iter().filter(|level| !self.has_sublevels(&level.id)).collect()
    }

    /// The rung that a level means as a target: itself, or the last rung within it.
    pub fn rung_of(&self, level: &LevelId) -> Option<&Level> {
        self.rungs().into_iter().rev().find(|rung| self.lies_within(rung, level))
    }

    /// What the competency expects at the rung that a level means: its own words for it, or those for the level
    /// around it.
    pub fn expectation_at<'a>(&'a self, competency: &'a Competency, level: &LevelId) -> Option<&'a Expectation> {
        let stated_for = |level: &Level| competency.expectations.iter().find(|stated| stated.level == level.id);
        self.upwards(self.rung_of(level)?).find_map(stated_for)
    }

    /// The steps of a competency: neighbouring rungs at which it expects the same are one, and rungs at
    /// which it says nothing are none.
    pub fn steps(&self, competency: &Competency) -> Vec<Step> {
        let mut steps: Vec<(Step, &Expectation)> = Vec::new();
        for (index, rung) in self.rungs().into_iter().enumerate() {
            let Some(expectation) = self.expectation_at(competency, &rung.id) else { continue };
            if expectation.says_nothing() {
                continue;
            }
            match steps.last_mut() {
                Some((step, same)) if same.level == expectation.level && step.last + 1 == index => step.last = index,
                _ => {
                    let taken = steps.iter().any(|(step, _)| step.level == expectation.level);
                    let level = if taken { &rung.id } else { &expectation.level };
                    steps.push((Step { level: level.clone(), first: index, last: index }, expectation));
                }
            }
        }
        steps.into_iter().map(|(step, _)| step).collect()
    }

    /// The index of the step that holds the rung which the level means, if the competency has one there.
    pub fn step_at(&self, competency: &Competency, level: &LevelId) -> Option<usize> {
        let rung = self.rung_of(level)?;
        let index = self.rungs().iter().position(|candidate| candidate.id == rung.id)?;
        self.steps(competency).iter().position(|step| (step.first..=step.last).contains(&index))
    }

    fn has_sublevels(&self, id: &LevelId) -> bool {
        self.levels.iter().any(|level| level.within.as_ref() == Some(id))
    }

    /// Whether a level is that one, or lies within it.
    pub fn lies_within(&self, inner: &Level, outer: &LevelId) -> bool {
        self.upwards(inner).any(|level| level.id == *outer)
    }

    /// The level, the one that it lies within, and so on.
    fn upwards<'a>(&'a self, level: &'a Level) -> impl Iterator<Item = &'a Level> {
        let parent = |level: &&'a Level| level.within.as_ref().and_then(|parent| self.level(parent));
        // In a file that is not checked yet, levels may lie within each other in a circle.
        std::iter::successors(Some(level), parent).take(self.levels.len())
    }
}
