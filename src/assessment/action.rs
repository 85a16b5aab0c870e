//! The action plan of a unit assessment: what is to be done about what is missing, and by when.

use serde::{Deserialize, Serialize};

use crate::framework::{CriterionId, identifier};

use super::Texts;

identifier!(
    /// Names an action within its assessment.
    ActionId
);

/// One thing to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    pub id: ActionId,
    /// What it is about; none when it is about the unit as a whole.
    pub criterion: Option<CriterionId>,
    pub(super) parts: Texts<ActionPart>,
}

/// What is written about an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActionPart {
    What,
    /// By when, as the assessor writes it.
    By,
}

impl Action {
    pub(super) fn new(id: ActionId, criterion: Option<CriterionId>) -> Self {
        Self { id, criterion, parts: Texts::default() }
    }

    /// What is written of it; empty when nothing is.
    pub fn part(&self, part: ActionPart) -> &str {
        self.parts.get(&part)
    }
}

impl ActionPart {
    pub const ALL: [Self; 2] = [Self::What, Self::By];

    /// The label on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::What => "What is to be done",
            Self::By => "By when",
        }
    }

    /// Its word in keys and files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::By => "by",
        }
    }
}
