//! What comes once the assessor's judgement stands: attachments and signatures.

use serde::{Deserialize, Serialize};

use crate::framework::{Criterion, CriterionId, Digest, LevelId};

use super::{Against, Assessment, AssessmentId, Example, Mark};

/// A candidate's self-assessment, whole, so that the scorecard reads without the candidate's browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub assessment: AssessmentId,
    /// The framework revision that it was taken against.
    pub framework: Digest,
    pub level: LevelId,
    /// What its log came to when it was attached.
    pub head: Digest,
    pub answers: Vec<Answer>,
}

impl Attachment {
    /// A self-assessment as it stands: what its level expects, and what she answered besides. None of another form.
    pub fn of(id: &AssessmentId, assessment: &Assessment) -> Option<Self> {
        let Against::Level(level) = &assessment.started.against else { return None };
        let basis = &assessment.basis;
        let expected = basis.expected();
        let originals = basis.framework.criteria().filter(|(_, _, criterion)| criterion.repeats.is_none());
        let answers = originals.filter_map(|(_, _, Criterion { id, .. })| {
            let example = assessment.example(id).cloned().unwrap_or_default();
            let answer = Answer { criterion: id.clone(), mark: assessment.mark(id), example };
            let is_answered = answer.mark.is_some() || !answer.example.is_empty();
            (is_answered || expected.contains(id)).then_some(answer)
        });
        Some(Self {
            assessment: id.clone(),
            framework: basis.framework_digest().clone(),
            level: level.clone(),
            head: assessment.head().clone(),
            answers: answers.collect(),
        })
    }
}

/// What the candidate says of one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub criterion: CriterionId,
    /// None: she left it open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    #[serde(default, skip_serializing_if = "Example::is_empty")]
    pub example: Example,
}

/// Who signs a unit assessment off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signatory {
    Assessor,
    Candidate,
}

impl Signatory {
    pub const ALL: [Self; 2] = [Self::Assessor, Self::Candidate];

    /// The word on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Assessor => "assessor",
            Self::Candidate => "candidate",
        }
    }
}
