//! Judgements: what a criterion got, what rung a competency showed, and what is recommended.

use serde::{Deserialize, Serialize};

use crate::framework::{Competency, Framework, LevelId, Purpose};

use super::Form;

/// What one criterion got. A criterion without a mark was not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    Met,
    Partly,
    NotMet,
    /// Asked, but the answer held no evidence: counts as not shown, displayed apart from not met.
    NoEvidence,
    /// Left out of every figure, and counted beside it.
    NotApplicable,
    /// In a qualification unit: not met so far.
    NotYet,
}

impl Mark {
    /// The marks that a framework of this purpose knows, in the order in which they are offered.
    pub const fn choices(purpose: Purpose) -> &'static [Self] {
        match purpose {
            Purpose::Unit => &[Self::Met, Self::NotYet],
            Purpose::Progression | Purpose::Matrix | Purpose::Skill => {
                &[Self::Met, Self::Partly, Self::NotMet, Self::NoEvidence, Self::NotApplicable]
            }
        }
    }

    /// The marks of an assessment of this form. Whoever marks herself was not asked, so that evidence cannot have been
    /// missing.
    pub const fn offered(form: Form, purpose: Purpose) -> &'static [Self] {
        match (form, purpose) {
            (Form::SelfAssessment, Purpose::Progression | Purpose::Matrix | Purpose::Skill) => {
                &[Self::Met, Self::Partly, Self::NotMet]
            }
            _ => Self::choices(purpose),
        }
    }

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::NotMet => "not met",
            Self::NoEvidence => "no evidence",
            Self::NotApplicable => "not applicable",
            Self::NotYet => "not yet",
        }
    }

    /// The sign beside the word.
    pub const fn glyph(self) -> &'static str {
        match self {
            Self::Met => "●",
            Self::Partly => "◐",
            Self::NotMet | Self::NotYet => "○",
            Self::NoEvidence => "∅",
            Self::NotApplicable => "—",
        }
    }
}

/// What a competency showed, by the interviewer's own judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rating {
    /// Below the competency's first step.
    Below,
    /// The step whose expectation is stated for this level.
    At {
        level: LevelId,
    },
    NotAssessed {
        reason: String,
    },
}

/// A rating in words: the step's name, "Below" the first one, or "not assessed" with its reason.
pub fn rating_words(framework: &Framework, competency: &Competency, rating: &Rating) -> String {
    let steps = framework.steps(competency);
    match rating {
        Rating::Below => match steps.first() {
            Some(first) => format!("Below {}", framework.step_name(first)),
            None => "Below the first step".to_owned(),
        },
        Rating::At { level } => match steps.iter().find(|step| step.level == *level) {
            Some(step) => framework.step_name(step),
            None => level.to_string(),
        },
        Rating::NotAssessed { reason } => format!("not assessed: {}", reason.trim()),
    }
}

/// The interviewer's overall word, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommended {
    pub recommendation: Recommendation,
    /// May be empty.
    pub reason: String,
}

/// The four overall words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recommendation {
    StrongNo,
    No,
    Yes,
    StrongYes,
}

impl Recommendation {
    pub const ALL: [Self; 4] = [Self::StrongNo, Self::No, Self::Yes, Self::StrongYes];

    /// The words on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::StrongNo => "Strong no",
            Self::No => "No",
            Self::Yes => "Yes",
            Self::StrongYes => "Strong yes",
        }
    }
}
