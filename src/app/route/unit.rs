//! The addresses within a unit assessment: which part of it is shown, and which criterion or evidence is in hand.

use crate::assessment::{AssessmentId, EvidenceId};
use crate::framework::CriterionId;

use super::Query;

/// A place within a unit assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitPlace {
    pub id: AssessmentId,
    pub part: UnitPart,
    pub criterion: Option<CriterionId>,
    pub evidence: Option<EvidenceId>,
}

/// A part of a unit assessment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitPart {
    #[default]
    Outstanding,
    Criteria,
    Evidence,
    Matrix,
    Plan,
    Decision,
    Sheet,
}

impl UnitPlace {
    /// The assessment as it opens: on what is outstanding.
    pub const fn of(id: AssessmentId) -> Self {
        Self { id, part: UnitPart::Outstanding, criterion: None, evidence: None }
    }

    /// Another part of it, with nothing in hand.
    #[must_use]
    pub fn part(&self, part: UnitPart) -> Self {
        Self { part, ..Self::of(self.id.clone()) }
    }

    /// A criterion of it.
    #[must_use]
    pub fn criterion(&self, criterion: CriterionId) -> Self {
        Self { criterion: Some(criterion), ..self.part(UnitPart::Criteria) }
    }

    /// A piece of its evidence.
    #[must_use]
    pub fn evidence(&self, evidence: EvidenceId) -> Self {
        Self { evidence: Some(evidence), ..self.part(UnitPart::Evidence) }
    }

    pub(super) fn parse(id: &str, query: &Query<'_>) -> Self {
        let word = query.get("part").unwrap_or_default();
        Self {
            id: AssessmentId::new(id),
            part: UnitPart::ALL.into_iter().find(|part| part.word() == word).unwrap_or_default(),
            criterion: query.get("criterion").map(CriterionId::new),
            evidence: query.get("evidence").map(EvidenceId::new),
        }
    }

    /// What stands behind the `?`.
    pub(super) fn query(&self) -> [(&'static str, &str); 3] {
        [
            ("part", self.part.word()),
            ("criterion", self.criterion.as_ref().map_or("", |id| id.as_str())),
            ("evidence", self.evidence.as_ref().map_or("", |id| id.as_str())),
        ]
    }
}

impl UnitPart {
    pub const ALL: [Self; 7] =
        [Self::Outstanding, Self::Criteria, Self::Evidence, Self::Matrix, Self::Plan, Self::Decision, Self::Sheet];

    /// The words on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outstanding => "Outstanding",
            Self::Criteria => "Criteria",
            Self::Evidence => "Evidence",
            Self::Matrix => "Matrix",
            Self::Plan => "Action plan",
            Self::Decision => "Decision",
            Self::Sheet => "Portfolio",
        }
    }

    /// The word of addresses; none for the first.
    const fn word(self) -> &'static str {
        match self {
            Self::Outstanding => "",
            Self::Criteria => "criteria",
            Self::Evidence => "evidence",
            Self::Matrix => "matrix",
            Self::Plan => "plan",
            Self::Decision => "decision",
            Self::Sheet => "sheet",
        }
    }
}
