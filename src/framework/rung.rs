//! Rungs: the steps that one can be at, what a competency expects at each, and its own steps among them.

use super::{Competency, Expectation, Framework, Level, LevelId};

/// A stretch of neighbouring rungs at which a competency expects the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The level that the expectation is stated for; it may be the parent of the rungs.
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

    /// What the competency expects at a rung: its own words for it, or those for the level around it.
    pub fn expectation_at<'a>(&'a self, competency: &'a Competency, rung: &LevelId) -> Option<&'a Expectation> {
        let mut level = self.level(rung);
        while let Some(present) = level {
            if let Some(found) = competency.expectations.iter().find(|expectation| expectation.level == present.id) {
                return Some(found);
            }
            level = present.within.as_ref().and_then(|parent| self.level(parent));
        }
        None
    }

    /// The steps of a competency: neighbouring rungs at which it expects the same are one, and rungs at
    /// which it says nothing are none.
    pub fn steps(&self, competency: &Competency) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        for (index, rung) in self.rungs().into_iter().enumerate() {
            let Some(expectation) = self.expectation_at(competency, &rung.id) else { continue };
            match steps.last_mut() {
                Some(step) if step.level == expectation.level && step.last + 1 == index => step.last = index,
                _ => steps.push(Step { level: expectation.level.clone(), first: index, last: index }),
            }
        }
        steps
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
    pub fn lies_within(&self, rung: &Level, level: &LevelId) -> bool {
        let mut present = Some(rung);
        while let Some(step) = present {
            if step.id == *level {
                return true;
            }
            present = step.within.as_ref().and_then(|parent| self.level(parent));
        }
        false
    }
}
