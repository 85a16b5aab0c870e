//! The plan in hand: what the interviewer is still changing, kept as a draft until it is frozen.

use serde::{Deserialize, Serialize};

use crate::framework::{CompetencyId, Framework, FrameworkId, LevelId, QuestionId};
use crate::question::{Bank, Coverage, Weight, Wish, coverage, propose};

use super::{FORMAT, Guide, Revision, Weighted};

/// Minutes that a plan begins with.
const MINUTES: u32 = 45;

/// A plan that is not frozen yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub candidate: String,
    pub role: String,
    pub interviewer: String,
    pub framework: FrameworkId,
    /// The target level.
    pub level: LevelId,
    pub competencies: Vec<Weighted>,
    /// Minutes for the questions.
    pub minutes: u32,
    /// In the order in which they are to be asked.
    pub questions: Vec<QuestionId>,
    /// Whether the interviewer changed the proposed questions, so that a new proposal would undo work.
    pub changed: bool,
}

/// Which way a question moves in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    Earlier,
    Later,
}

impl Plan {
    /// A ready plan for the framework: all competencies that say something at the target rung, and the
    /// questions proposed for them. Without a level, the middle rung is the target.
    pub fn ready(framework: &Framework, level: Option<&LevelId>) -> Self {
        let rungs = framework.rungs();
        let wanted = level.and_then(|level| framework.rung_of(level));
        let target = wanted.or_else(|| rungs.get((rungs.len().saturating_sub(1)) / 2).copied());
        let mut plan = Self {
            candidate: String::new(),
            role: String::new(),
            interviewer: String::new(),
            framework: framework.id.clone(),
            level: target.map_or_else(|| LevelId::new(""), |rung| rung.id.clone()),
            competencies: Vec::new(),
            minutes: MINUTES,
            questions: Vec::new(),
            changed: false,
        };
        plan.aim_at(framework, plan.level.clone());
        plan
    }

    /// Sets the target, with every competency that expects something there, and proposes anew.
    pub fn aim_at(&mut self, framework: &Framework, level: LevelId) {
        self.level = level;
        let expecting = framework.competencies.iter().filter(|competency| {
            framework
                .expectation_at(competency, &self.level)
                .is_some_and(|expectation| !expectation.criteria.is_empty() || !expectation.includes.is_empty())
        });
        self.competencies = expecting
            .map(|competency| Weighted {
                competency: competency.id.clone(),
                weight: self.weight(&competency.id).unwrap_or(Weight::Should),
            })
            .collect();
        self.propose(framework);
    }

    /// Gives a competency a weight, or leaves it out, and proposes anew.
    pub fn weigh(&mut self, framework: &Framework, competency: &CompetencyId, weight: Option<Weight>) {
        let weights: Vec<_> = framework
            .competencies
            .iter()
            .filter_map(|known| {
                let chosen = if known.id == *competency { weight } else { self.weight(&known.id) };
                chosen.map(|weight| Weighted { competency: known.id.clone(), weight })
            })
            .collect();
        self.competencies = weights;
        self.propose(framework);
    }

    /// The weight of a competency; `None` when it is left out.
    pub fn weight(&self, competency: &CompetencyId) -> Option<Weight> {
        self.competencies.iter().find(|weighted| weighted.competency == *competency).map(|weighted| weighted.weight)
    }

    /// Replaces the questions by the proposed ones.
    pub fn propose(&mut self, framework: &Framework) {
        self.questions = propose(&Bank::of(framework, &self.wish()), self.minutes);
        self.changed = false;
    }

    /// Leaves a question out.
    pub fn drop_question(&mut self, id: &QuestionId) {
        self.questions.retain(|question| question != id);
        self.changed = true;
    }

    /// Adds a question, behind the others of its competency.
    pub fn add_question(&mut self, framework: &Framework, id: &QuestionId) {
        if self.questions.contains(id) {
            return;
        }
        let bank = Bank::of(framework, &self.wish());
        let competency_of = |id: &QuestionId| bank.get(id).map(|asked| &asked.competency.id);
        let last = self.questions.iter().rposition(|other| competency_of(other) == competency_of(id));
        self.questions.insert(last.map_or(self.questions.len(), |last| last + 1), id.clone());
        self.changed = true;
    }

    /// Moves a question one place; at the end of the order it stays.
    pub fn shift(&mut self, id: &QuestionId, shift: Shift) {
        let Some(from) = self.questions.iter().position(|question| question == id) else { return };
        let to = match shift {
            Shift::Earlier => from.checked_sub(1),
            Shift::Later => (from + 1 < self.questions.len()).then_some(from + 1),
        };
        if let Some(to) = to {
            self.questions.swap(from, to);
            self.changed = true;
        }
    }

    /// What the chosen questions cover.
    pub fn coverage(&self, framework: &Framework) -> Coverage {
        let bank = Bank::of(framework, &self.wish());
        let questions: Vec<_> = self
            .questions
            .iter()
            .map(|id| (id.clone(), bank.get(id).map_or(0, |asked| asked.question.minutes)))
            .collect();
        coverage(&bank, &questions)
    }

    /// What is asked of the selection.
    pub fn wish(&self) -> Wish {
        Wish {
            rung: self.level.clone(),
            competencies: self.competencies.iter().map(|chosen| (chosen.competency.clone(), chosen.weight)).collect(),
            minutes: self.minutes,
        }
    }

    /// The guide that this plan becomes at its first use.
    pub fn freeze(&self, framework: &Framework) -> Guide {
        let level = framework.level(&self.level).map_or(self.level.as_str(), |level| &level.name);
        Guide {
            format: FORMAT.to_owned(),
            title: format!("{} · {level}", framework.title),
            role: self.role.trim().to_owned(),
            framework: Revision { id: framework.id.clone(), digest: framework.digest() },
            level: self.level.clone(),
            competencies: self.competencies.clone(),
            questions: self.questions.clone(),
            minutes: self.minutes,
        }
    }
}
