//! What an internal verifier says of a unit assessment that was submitted, and how she is told apart from the assessor.
//!
//! Entries name people by id, and names live apart, so that no rule can see that two ids are one person. How she was
//! told apart is therefore written down with what she says.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::framework::CriterionId;

use super::{EvidenceId, PersonId, Refusal};

/// What an internal verifier says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// Never the assessor.
    pub verifier: PersonId,
    /// How it is known that she took no part. None in what the first releases wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apart: Option<Apart>,
    /// The day of the verification, as the verifier writes it.
    pub date: String,
    /// The criteria that were sampled.
    pub criteria: BTreeSet<CriterionId>,
    /// The evidence that was sampled.
    pub evidence: BTreeSet<EvidenceId>,
    pub decision: Decision,
    pub feedback: String,
}

/// How a verifier is told apart from those who took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Apart {
    /// Their names were known where it was recorded, and hers is another.
    ByName,
    /// Not all of their names were known there, and she stated that she took no part.
    Stated,
}

/// What the verifier decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    Agreed,
    /// Something has to be done, so that the assessment is open again.
    ActionRequired,
}

impl Decision {
    pub const ALL: [Self; 2] = [Self::Agreed, Self::ActionRequired];

    /// The words on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::ActionRequired => "action required",
        }
    }

    /// Its word in keys and files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::ActionRequired => "action-required",
        }
    }
}

/// A verification as it is being written: what is missing may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verifying {
    /// None as long as no name is written.
    pub verifier: Option<PersonId>,
    pub apart: Option<Apart>,
    pub date: String,
    pub criteria: BTreeSet<CriterionId>,
    pub evidence: BTreeSet<EvidenceId>,
    pub decision: Option<Decision>,
    pub feedback: String,
}

/// A part of a verification, in the order in which it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VerificationPart {
    Verifier,
    Apart,
    Date,
    Criteria,
    Evidence,
    Decision,
    Feedback,
}

impl VerificationPart {
    pub const ALL: [Self; 7] =
        [Self::Verifier, Self::Apart, Self::Date, Self::Criteria, Self::Evidence, Self::Decision, Self::Feedback];
}

/// What is wrong with a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub part: VerificationPart,
    pub refusal: Refusal,
}

impl Verifying {
    /// What is whole, or nothing.
    pub(super) fn whole(&self) -> Option<Verification> {
        let Self { verifier, apart, date, criteria, evidence, decision, feedback } = self.clone();
        let (verifier, decision) = (verifier?, decision?);
        Some(Verification { verifier, apart, date, criteria, evidence, decision, feedback })
    }
}

impl Apart {
    /// What a reader should know of it; nothing where the names told.
    pub const fn told(self) -> Option<&'static str> {
        match self {
            Self::ByName => None,
            Self::Stated => Some(
                "Not every name was known where this was recorded: the verifier stated that she is neither the assessor nor the candidate.",
            ),
        }
    }
}

impl From<Verification> for Verifying {
    fn from(said: Verification) -> Self {
        let Verification { verifier, apart, date, criteria, evidence, decision, feedback } = said;
        Self { verifier: Some(verifier), apart, date, criteria, evidence, decision: Some(decision), feedback }
    }
}
