//! Evidence of a unit assessment: what came in, where it is kept, what it bears on, and what the assessor confirms of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::framework::{CriterionId, identifier};

use super::Texts;
use super::nature::kind_name;

identifier!(
    /// Names a piece of evidence within its assessment.
    EvidenceId
);

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub id: EvidenceId,
    /// One of the kinds that the framework names, in its words.
    pub kind: String,
    pub(super) parts: Texts<EvidencePart>,
    /// The criteria that it bears on, by the criterion that stands for all that repeat it.
    pub criteria: BTreeSet<CriterionId>,
    pub confirmed: BTreeSet<Quality>,
}

/// What is written about a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidencePart {
    Title,
    /// Where it is kept: in the portfolio, or at the workplace.
    Place,
    /// What makes it relevant.
    Relevance,
    /// The day it is of, as the assessor writes it.
    Date,
    /// Who witnessed it.
    Witness,
}

/// What the assessor confirms of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quality {
    Valid,
    Authentic,
    Current,
    Sufficient,
}

impl Evidence {
    pub(super) fn new(id: EvidenceId, kind: String) -> Self {
        Self { id, kind, parts: Texts::default(), criteria: BTreeSet::new(), confirmed: BTreeSet::new() }
    }

    /// What is written of it; empty when nothing is.
    pub fn part(&self, part: EvidencePart) -> &str {
        self.parts.get(&part)
    }

    /// Its title, or its kind where it has none yet.
    pub fn name(&self) -> &str {
        match self.part(EvidencePart::Title).trim() {
            "" => self.kind_name(),
            title => title,
        }
    }

    /// The name of its kind.
    pub fn kind_name(&self) -> &str {
        kind_name(&self.kind)
    }

    /// Whether all four qualities are confirmed.
    pub fn is_confirmed(&self) -> bool {
        Quality::ALL.iter().all(|quality| self.confirmed.contains(quality))
    }
}

impl EvidencePart {
    pub const ALL: [Self; 5] = [Self::Title, Self::Place, Self::Relevance, Self::Date, Self::Witness];

    /// The label on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Place => "Where it is kept",
            Self::Relevance => "What makes it relevant",
            Self::Date => "Date",
            Self::Witness => "Who witnessed it",
        }
    }

    /// Its word in keys and files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Place => "place",
            Self::Relevance => "relevance",
            Self::Date => "date",
            Self::Witness => "witness",
        }
    }
}

impl Quality {
    pub const ALL: [Self; 4] = [Self::Valid, Self::Authentic, Self::Current, Self::Sufficient];

    /// The word on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Authentic => "authentic",
            Self::Current => "current",
            Self::Sufficient => "sufficient",
        }
    }
}
