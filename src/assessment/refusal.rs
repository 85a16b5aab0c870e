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

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStarted => f.write_str("The record does not begin with its start. Open a copy that was exported whole."),
            Self::StartedAgain => f.write_str("The record starts twice. Open a copy that was exported whole."),
            Self::OutOfOrder { expected, found } => {
                write!(f, "Entry {found} came where entry {expected} belongs. Open a copy that was exported whole.")
            }
            Self::OtherRevision { what, expected, found } => {
                write!(f, "The record was taken with {what} {expected}, but {found} came with it. Open a copy that was exported whole.")
            }
            Self::UnknownQuestion(id) => write!(f, "The guide has no question \"{id}\". Choose one of its questions."),
            Self::UnknownCriterion(id) => write!(f, "The framework has no criterion \"{id}\". Choose one of its criteria."),
            Self::UnknownCompetency(id) => write!(f, "The guide leaves competency \"{id}\" out. Choose one that it holds."),
            Self::NoSuchStep { competency, level } => {
                write!(f, "Competency \"{competency}\" expects nothing at level \"{level}\". Choose one of its own steps.")
            }
            Self::MarkNotOffered(mark) => write!(f, "This framework knows no mark \"{}\". Choose one of those shown.", mark.name()),
            Self::NothingToRateOn(_) => {
                f.write_str("There is no note and no mark to rest a rating on. Mark a criterion or write a note first, or choose \"not assessed\" with a reason.")
            }
            Self::ReasonMissing => f.write_str("A reason is missing. Write it in a few words."),
            Self::NotRated { left: 1 } => f.write_str("One competency has no rating yet. Rate it, or say why it was not assessed."),
            Self::NotRated { left } => {
                write!(f, "{left} competencies have no rating yet. Rate them, or say why they were not assessed.")
            }
            Self::NothingToUndo(seq) => write!(f, "Entry {seq} cannot be undone: it is the start, undone already, or not there."),
            Self::NeededBy { seq, by } => write!(f, "Entry {seq} cannot be undone: entry {by} rests on it. Undo entry {by} first."),
        }
    }
}

impl std::error::Error for Refusal {}
