//! Why an event was not taken, and what would be.

use std::fmt;

use crate::framework::{CompetencyId, CriterionId, Digest, LevelId, QuestionId};

use super::Mark;

/// Why the fold refused an entry. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The log does not begin with the start.
    NotStarted,
    StartedAgain,
    /// An entry is missing, or stands twice.
    OutOfOrder {
        expected: u32,
        found: u32,
    },
    /// The guide or the framework at hand is not the revision that the start names.
    OtherRevision {
        what: &'static str,
        expected: Digest,
        found: Digest,
    },
    UnknownQuestion(QuestionId),
    UnknownCriterion(CriterionId),
    UnknownCompetency(CompetencyId),
    /// The competency has no step that is stated for this level.
    NoSuchStep {
        competency: CompetencyId,
        level: LevelId,
    },
    MarkNotOffered(Mark),
    /// A rating needs a note or a mark that it rests on.
    NothingToRateOn(CompetencyId),
    ReasonMissing,
    /// A recommendation waits until every competency is rated, or not assessed with a reason.
    NotRated {
        left: usize,
    },
    /// There is no such entry before this one, or it is undone already, or it is the start.
    NothingToUndo(u32),
    /// A later entry would be refused without this one.
    NeededBy {
        seq: u32,
        by: u32,
    },
}

impl Refusal {
    /// What is wrong, without what to do about it: for a log that is read, where the mend of the moment is no use.
    pub fn cause(&self) -> String {
        match self {
            Self::NotStarted => "The record does not begin with its start.".to_owned(),
            Self::StartedAgain => "The record starts twice.".to_owned(),
            Self::OutOfOrder { expected, found } => format!("Entry {found} came where entry {expected} belongs."),
            Self::OtherRevision { what, expected, found } => {
                format!("The record was taken with {what} {expected}, but {found} came with it.")
            }
            Self::UnknownQuestion(id) => format!("The guide has no question \"{id}\"."),
            Self::UnknownCriterion(id) => format!("The framework has no criterion \"{id}\"."),
            Self::UnknownCompetency(id) => format!("The guide leaves competency \"{id}\" out."),
            Self::NoSuchStep { competency, level } => {
                format!("Competency \"{competency}\" expects nothing at level \"{level}\".")
            }
            Self::MarkNotOffered(mark) => format!("This framework knows no mark \"{}\".", mark.name()),
            Self::NothingToRateOn(_) => "There is no note and no mark to rest a rating on.".to_owned(),
            Self::ReasonMissing => "A reason is missing.".to_owned(),
            Self::NotRated { left: 1 } => "One competency has no rating yet.".to_owned(),
            Self::NotRated { left } => format!("{left} competencies have no rating yet."),
            Self::NothingToUndo(seq) => {
                format!("Entry {seq} cannot be undone: it is the start, undone already, or not there.")
            }
            Self::NeededBy { seq, by } => format!("Entry {seq} cannot be undone: entry {by} rests on it."),
        }
    }

    /// What the one who pressed can do instead.
    fn mend(&self) -> String {
        let mend = match self {
            Self::NotStarted | Self::StartedAgain | Self::OutOfOrder { .. } | Self::OtherRevision { .. } => {
                "Open a copy that was exported whole."
            }
            Self::UnknownQuestion(_) => "Choose one of its questions.",
            Self::UnknownCriterion(_) => "Choose one of its criteria.",
            Self::UnknownCompetency(_) => "Choose one that it holds.",
            Self::NoSuchStep { .. } => "Choose one of its own steps.",
            Self::MarkNotOffered(_) => "Choose one of those shown.",
            Self::NothingToRateOn(_) => {
                "Mark a criterion or write a note first, or choose \"not assessed\" with a reason."
            }
            Self::ReasonMissing => "Write it in a few words.",
            Self::NotRated { left: 1 } => "Rate it, or say why it was not assessed.",
            Self::NotRated { .. } => "Rate them, or say why they were not assessed.",
            Self::NothingToUndo(_) => "Undo another one.",
            Self::NeededBy { by, .. } => return format!("Undo entry {by} first."),
        };
        mend.to_owned()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.cause(), self.mend())
    }
}

impl std::error::Error for Refusal {}
