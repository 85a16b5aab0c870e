//! How the questions stand to what is wished for: what of it they do not give, and how far from the best choice they are.

use crate::question::{Difficulty, Selection, in_wholes};

use super::Outline;

impl Outline {
    /// What stands in the way of the wish beside what already says why there is no question.
    pub fn warnings(&self) -> Vec<String> {
        let said = |difficulty: &&Difficulty| {
            self.obstacle.is_some()
                && matches!(
                    difficulty,
                    Difficulty::EmptyFramework { .. }
                        | Difficulty::NothingChosen
                        | Difficulty::NothingExpected { .. }
                        | Difficulty::NoQuestion { .. }
                        | Difficulty::TooShort { .. }
                )
        };
        self.difficulties.iter().filter(|difficulty| !said(difficulty)).map(ToString::to_string).collect()
    }

    /// How the questions stand to the best choice for the wish; `changed` when they are not that choice itself.
    pub fn standing(&self, best: &Selection, changed: bool) -> String {
        if self.questions.is_empty() {
            return String::new();
        }
        if !changed {
            return match best.optimal && !self.difficulties.is_empty() {
                true => "Proved: of what fits, no other choice is better.".to_owned(),
                false => best.proof(),
            };
        }
        let (own, most) = (in_wholes(self.objective), in_wholes(best.objective));
        let time = if self.minutes > self.limit { "in more time than there is" } else { "in the time that there is" };
        let proved = if best.optimal { "proved" } else { "not proved" };
        match self.objective >= best.objective {
            true => {
                format!("Chosen by hand: covers a weight of {own}, {time}; the best proposal covers {most} ({proved}).")
            }
            false => {
                format!(
                    "Chosen by hand: covers a weight of {own}, {time}; “Propose anew” would cover {most} ({proved})."
                )
            }
        }
    }
}
