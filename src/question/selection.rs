//! Which questions to ask in the time that there is.
//!
//! The choice is greedy: the question that adds the most weight for a minute comes first. It is the same on
//! every machine: ties go to fewer minutes, then to the order of the file. It need not be the best set.

use serde::{Deserialize, Serialize};

use crate::framework::{CompetencyId, LevelId, QuestionId};

use super::{Asked, Bank};

/// What the interviewer wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// The target rung.
    pub rung: LevelId,
    pub competencies: Vec<(CompetencyId, Weight)>,
    /// Minutes for the questions alone.
    pub minutes: u32,
}

impl Wish {
    /// The weight of a competency; `None` when it was left out.
    pub fn weight(&self, id: &CompetencyId) -> Option<Weight> {
        self.competencies.iter().find(|(chosen, _)| chosen == id).map(|(_, weight)| *weight)
    }
}

/// How much a competency matters for the role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    Could,
    Should,
    Must,
}

impl Weight {
    pub const ALL: [Self; 3] = [Self::Must, Self::Should, Self::Could];

    /// What a covered criterion counts.
    pub const fn factor(self) -> u32 {
        match self {
            Self::Could => 1,
            Self::Should => 2,
            Self::Must => 4,
        }
    }

    /// The word on the screen and in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Could => "could",
            Self::Should => "should",
            Self::Must => "must",
        }
    }
}

/// Proposes questions that cover the targets within the minutes: first one for each competency, in the order of
/// weight, none of them so long that a later competency gets none that would have fitted; then what adds most for a
/// minute. They come grouped by competency, in the order of the file.
pub fn propose(bank: &Bank<'_>, minutes: u32) -> Vec<QuestionId> {
    let mut chosen =
        Choice { bank, minutes, taken: vec![false; bank.questions.len()], covered: vec![false; bank.targets.len()] };
    let mut competencies: Vec<_> = bank.questions.iter().map(|asked| (asked.weight, &asked.competency.id)).collect();
    competencies.dedup();
    competencies.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    for (place, (_, competency)) in competencies.iter().enumerate() {
        let Some(shortest) = chosen.shortest(competency) else { continue };
        let Some(spare) = chosen.minutes.checked_sub(shortest) else { continue };
        let mut kept = 0;
        for later in competencies[place + 1..].iter().filter_map(|(_, later)| chosen.shortest(later)) {
            kept += if later <= spare - kept { later } else { 0 };
        }
        chosen.take_best(chosen.minutes - kept, |asked| asked.competency.id == **competency);
    }
    while chosen.take_best(chosen.minutes, |_| true) {}
    let taken = chosen.taken.iter().zip(&bank.questions).filter(|(taken, _)| **taken);
    taken.map(|(_, asked)| asked.question.id.clone()).collect()
}

/// A set of questions in the making.
struct Choice<'a, 'b> {
    bank: &'a Bank<'b>,
    /// Minutes left.
    minutes: u32,
    taken: Vec<bool>,
    covered: Vec<bool>,
}

impl Choice<'_, '_> {
    /// Takes the question that adds the most weight for a minute; `false` when none adds anything within the limit.
    fn take_best(&mut self, limit: u32, eligible: impl Fn(&Asked<'_>) -> bool) -> bool {
        let candidates = self.bank.questions.iter().enumerate();
        let best = candidates
            .filter(|(index, asked)| !self.taken[*index] && asked.question.minutes <= limit && eligible(asked))
            .map(|(index, asked)| (self.gain(asked), asked.question.minutes.max(1), index))
            .filter(|(gain, _, _)| *gain > 0)
            // Cross-multiplied, so that no rounding decides: more weight a minute, then fewer minutes.
            .max_by(|(gain, minutes, index), (other_gain, other_minutes, other_index)| {
                (u64::from(*gain) * u64::from(*other_minutes))
                    .cmp(&(u64::from(*other_gain) * u64::from(*minutes)))
                    .then(other_minutes.cmp(minutes))
                    .then(other_index.cmp(index))
            });
        let Some((_, _, index)) = best else { return false };
        self.taken[index] = true;
        self.minutes -= self.bank.questions[index].question.minutes;
        for aim in &self.bank.questions[index].aims {
            self.covered[*aim] = true;
        }
        true
    }

    fn gain(&self, asked: &Asked<'_>) -> u32 {
        asked.aims.iter().filter(|aim| !self.covered[**aim]).map(|aim| self.bank.targets[*aim].weight).sum()
    }

    /// The minutes of a competency's shortest question that adds anything.
    fn shortest(&self, competency: &CompetencyId) -> Option<u32> {
        let questions = self.bank.questions.iter().filter(|asked| asked.competency.id == *competency);
        questions.filter(|asked| self.gain(asked) > 0).map(|asked| asked.question.minutes).min()
    }
}
