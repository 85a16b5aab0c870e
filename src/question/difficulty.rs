//! What stands in the way of a wish, and what would help. None of it blocks the rest: a selection always comes.

mod found;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::framework::wording::count;
use crate::framework::{CompetencyId, Kind, QuestionId};

pub use found::found as difficulties;

/// A part of a wish that could not be had. Levels and competencies are named by their titles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    /// The framework has no competencies, or no levels.
    EmptyFramework { framework: String },
    /// The framework has no such level.
    UnknownLevel { level: String, known: Vec<String> },
    /// The framework has no such competency.
    UnknownCompetency { competency: CompetencyId },
    /// No competency was chosen.
    NothingChosen,
    /// No chosen competency expects anything at the target.
    NothingExpected { level: String },
    /// No question aims at what counts.
    NoQuestion { level: String },
    /// Even the shortest question takes longer than there is time.
    TooShort { minutes: u32, shortest: u32, question: QuestionId },
    /// A competency must be asked about, but no question aims at it, or those that do are excluded.
    MustWithoutQuestion { competency: String, excluded: usize },
    /// A competency must be asked about, but each of its questions takes longer than there is time.
    MustTooLong { competency: String, minutes: u32, shortest: u32 },
    /// The shortest questions of the competencies that must be asked about do not fit together.
    MustsTooLong { minutes: u32, needed: u32, left_out: Vec<String> },
    /// There is time for a competency that must be asked about, but the bounds on kinds leave no question for it.
    MustAgainstMix { competency: String },
    /// A pinned question that the framework does not have, or that serves no competency.
    UnknownPin { question: QuestionId },
    /// A question that is pinned and excluded; it stays out.
    PinnedAndExcluded { question: QuestionId },
    /// The pinned questions alone take longer than there is time.
    PinsTooLong { minutes: u32, needed: u32 },
    /// More of a kind are pinned than are allowed.
    PinsAgainstMix { kind: String, most: u32, pinned: u32 },
    /// At least so many of a kind, and at most fewer.
    MixContradicts { kind: String, least: u32, most: u32 },
    /// There are not so many questions of a kind.
    MixTooFew { kind: String, least: u32, there: u32 },
    /// There are enough of a kind, but not in the time that there is, or not beside what comes first.
    MixTooLong { kind: String, least: u32, chosen: u32 },
}

impl fmt::Display for Difficulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyFramework { framework } => write!(
                f,
                "\"{framework}\" has no competencies to ask about. Add some to it, or choose another framework."
            ),
            Self::UnknownLevel { level, known } => {
                write!(f, "The framework has no level \"{level}\". Choose one of: {}.", known.join(", "))
            }
            Self::UnknownCompetency { competency } => {
                write!(
                    f,
                    "The framework has no competency \"{competency}\". It is passed over; check how it is written."
                )
            }
            Self::NothingChosen => f.write_str("No competency is chosen. Choose at least one."),
            Self::NothingExpected { level } => {
                write!(f, "What is chosen expects nothing at \"{level}\". Choose another level, or more competencies.")
            }
            Self::NoQuestion { level } => write!(
                f,
                "No question aims at what is chosen at \"{level}\". Add questions to the framework, or choose another level or more competencies."
            ),
            Self::TooShort { minutes, shortest, question } => write!(
                f,
                "No question fits into {minutes} min: the shortest, \"{question}\", takes {shortest}. Give the questions {} min more.",
                shortest.saturating_sub(*minutes)
            ),
            Self::PinsTooLong { minutes, needed } => write!(
                f,
                "The pinned questions take {needed} min, and there are {minutes}. Give the questions {} min more, or unpin some.",
                needed.saturating_sub(*minutes)
            ),
            Self::UnknownPin { question } => write!(
                f,
                "The question \"{question}\" is pinned, but the framework has none of that name that serves a competency. Unpin it, or let it aim at a criterion."
            ),
            Self::PinnedAndExcluded { question } => {
                write!(f, "The question \"{question}\" is pinned and left out; it stays out. Take one of the two back.")
            }
            _ => self.fmt_bounds(f),
        }
    }
}

impl Difficulty {
    /// Those of what must be, and of the mix.
    fn fmt_bounds(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MustWithoutQuestion { competency, excluded: 0 } => write!(
                f,
                "\"{competency}\" must be asked about, but no question aims at it. Add one to the framework, or choose \"should\"."
            ),
            Self::MustWithoutQuestion { competency, excluded } => write!(
                f,
                "\"{competency}\" must be asked about, but {} left out. Take one back, or choose \"should\".",
                if *excluded == 1 {
                    "its only question is".to_owned()
                } else {
                    format!("all its {excluded} questions are")
                }
            ),
            Self::MustTooLong { competency, minutes, shortest } => write!(
                f,
                "\"{competency}\" must be asked about, but its shortest question takes {shortest} min, and there are {minutes}. Give the questions {} min more.",
                shortest.saturating_sub(*minutes)
            ),
            Self::MustsTooLong { minutes, needed, left_out } => write!(
                f,
                "What must be asked about takes at least {needed} min, and there are {minutes}: {} min too few. Left out: {}. Give the questions more time, or choose \"should\" for some.",
                needed.saturating_sub(*minutes),
                left_out.join(", ")
            ),
            Self::MustAgainstMix { competency } => write!(
                f,
                "\"{competency}\" must be asked about, but the bounds on the kinds leave no question for it. Allow more of a kind."
            ),
            Self::PinsAgainstMix { kind, most, pinned } => write!(
                f,
                "At most {most} {kind} {} allowed, and {pinned} are pinned. They all stay; allow more, or unpin some.",
                if *most == 1 { "question is" } else { "questions are" }
            ),
            Self::MixContradicts { kind, least, most } => write!(
                f,
                "At least {least} {kind} questions are wanted, and at most {most}. The most counts; change one of the two."
            ),
            Self::MixTooFew { kind, least, there } => write!(
                f,
                "At least {} wanted, and the bank has {there} for this wish. Add some to the framework, or want fewer.",
                wanted(*least, kind)
            ),
            Self::MixTooLong { kind, least, chosen } => write!(
                f,
                "At least {} wanted, and there is room for {chosen}. Give the questions more time, or want fewer.",
                wanted(*least, kind)
            ),
            _ => Ok(()),
        }
    }

    /// The word of a kind, as it stands in messages.
    pub(super) fn kind(kind: Kind) -> String {
        kind.name().to_owned()
    }
}

fn wanted(least: u32, kind: &str) -> String {
    let questions = count(least as usize, &format!("{kind} question"), &format!("{kind} questions"));
    format!("{questions} {}", if least == 1 { "is" } else { "are" })
}
