//! What the interviewer wants: level, competencies, time, and what is settled beforehand.

use serde::{Deserialize, Serialize};

use crate::framework::{CompetencyId, Kind, LevelId, QuestionId};

use super::{Factors, Weight, Weights};

/// What a selection is asked for. Begin with [`Wish::new`], which has the usual weights and no bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wish {
    /// The target; a level with rungs within it means the last of them.
    pub rung: LevelId,
    /// Those that are not named are out.
    pub competencies: Vec<(CompetencyId, Weight)>,
    /// Minutes for the questions alone.
    pub minutes: u32,
    pub mix: Mix,
    /// Questions that are asked in any case.
    pub pinned: Vec<QuestionId>,
    /// Questions that are not asked.
    pub excluded: Vec<QuestionId>,
    pub weights: Weights,
    pub factors: Factors,
}

impl Wish {
    /// The wish with the usual weights, and nothing settled beforehand.
    pub fn new(rung: LevelId, competencies: Vec<(CompetencyId, Weight)>, minutes: u32) -> Self {
        Self {
            rung,
            competencies,
            minutes,
            mix: Mix::default(),
            pinned: Vec::new(),
            excluded: Vec::new(),
            weights: Weights::default(),
            factors: Factors::default(),
        }
    }

    /// The weight of a competency; `None` when it was left out.
    pub fn weight(&self, id: &CompetencyId) -> Option<Weight> {
        self.competencies.iter().find(|(chosen, _)| chosen == id).map(|(_, weight)| *weight)
    }
}

/// How many questions of each kind there may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mix {
    pub behavioural: Bounds,
    pub situational: Bounds,
    pub knowledge: Bounds,
    pub reflective: Bounds,
}

/// The least and the most number of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    pub least: u32,
    /// `None`: as many as there are.
    pub most: Option<u32>,
}

impl Mix {
    /// The bounds of a kind, to be changed.
    pub fn of_mut(&mut self, kind: Kind) -> &mut Bounds {
        match kind {
            Kind::Behavioural => &mut self.behavioural,
            Kind::Situational => &mut self.situational,
            Kind::Knowledge => &mut self.knowledge,
            Kind::Reflective => &mut self.reflective,
        }
    }

    pub fn of(&self, kind: Kind) -> Bounds {
        match kind {
            Kind::Behavioural => self.behavioural,
            Kind::Situational => self.situational,
            Kind::Knowledge => self.knowledge,
            Kind::Reflective => self.reflective,
        }
    }
}
