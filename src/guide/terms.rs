//! The terms on which questions are chosen: what the interviewer settled beside level, competencies and time.

use serde::{Deserialize, Serialize};

use crate::framework::QuestionId;
use crate::question::{Factors, Mix, Weights};

/// Bounds on the kinds, questions that are settled either way, and what coverage counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Terms {
    pub mix: Mix,
    /// Questions that are asked in any case, in the order in which they were pinned.
    pub pinned: Vec<QuestionId>,
    /// Questions that are never proposed.
    pub excluded: Vec<QuestionId>,
    pub weights: Weights,
    pub factors: Factors,
}

impl Terms {
    /// Whether nothing was settled, so that the defaults of the selection hold.
    pub fn are_usual(&self) -> bool {
        *self == Self::default()
    }

    pub fn is_pinned(&self, id: &QuestionId) -> bool {
        self.pinned.contains(id)
    }

    pub fn is_excluded(&self, id: &QuestionId) -> bool {
        self.excluded.contains(id)
    }

    /// Settles that a question is asked in any case, or leaves that open again. A pinned one is no longer excluded.
    pub(super) fn pin(&mut self, id: &QuestionId, pinned: bool) {
        self.pinned.retain(|other| other != id);
        if pinned {
            self.excluded.retain(|other| other != id);
            self.pinned.push(id.clone());
        }
    }

    /// Settles that a question is never proposed, or leaves that open again. An excluded one is no longer pinned.
    pub(super) fn exclude(&mut self, id: &QuestionId, excluded: bool) {
        self.excluded.retain(|other| other != id);
        if excluded {
            self.pinned.retain(|other| other != id);
            self.excluded.push(id.clone());
        }
    }
}
