//! The formats, and how each is told from the others: by what a document says, never by its name.

use serde::{Deserialize, Serialize};

use crate::framework::Framework;

use super::notice::Notice;
use super::unknown::is_web_page;
use super::{Orientation, case, matrix, outline, own, proficiency, progression, shape, skill, unit};

/// What a document can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Our own.
    Touchstone,
    /// A package of the Competencies and Academic Standards Exchange.
    Case,
    /// Markdown with front matter.
    Progression,
    /// YAML or JSON of any build.
    Shape,
    /// A qualification unit.
    Unit,
    /// A table.
    Matrix,
    /// Proficiency levels and interview questions.
    Proficiency,
    /// A levelled skill.
    Skill,
    /// Markdown or indented text with headings and items.
    Outline,
}

impl Format {
    /// Every format, in the order in which they are tried: what is told by a mark of its own before what is told by its
    /// shape.
    pub const ALL: [Self; 9] = [
        Self::Touchstone,
        Self::Case,
        Self::Progression,
        Self::Shape,
        Self::Unit,
        Self::Matrix,
        Self::Proficiency,
        Self::Skill,
        Self::Outline,
    ];

    /// The word that names it at the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Touchstone => "touchstone",
            Self::Case => "case",
            Self::Progression => "progression",
            Self::Matrix => "matrix",
            Self::Unit => "unit",
            Self::Proficiency => "proficiency",
            Self::Skill => "skill",
            Self::Outline => "outline",
            Self::Shape => "shape",
        }
    }

    /// What it is called where a person chooses it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Touchstone => "Touchstone framework",
            Self::Case => "CASE package (JSON)",
            Self::Progression => "progression framework (Markdown with front matter)",
            Self::Matrix => "matrix (CSV, TSV, or cells copied from a spreadsheet)",
            Self::Unit => "qualification unit",
            Self::Proficiency => "proficiency levels and interview questions",
            Self::Skill => "levelled skill",
            Self::Outline => "outline with headings and items",
            Self::Shape => "YAML or JSON of another build",
        }
    }

    /// The format of a decoded document.
    pub fn of(text: &str) -> Option<Self> {
        if is_web_page(text) {
            return None;
        }
        Self::ALL.into_iter().find(|format| format.recognises(text))
    }

    fn recognises(self, text: &str) -> bool {
        match self {
            Self::Touchstone => own::recognises(text),
            Self::Case => case::recognises(text),
            Self::Progression => progression::recognises(text),
            Self::Matrix => matrix::recognises(text) && !outline::has_tables(text),
            Self::Unit => unit::recognises(text),
            Self::Proficiency => proficiency::recognises(text),
            Self::Skill => skill::recognises(text),
            Self::Outline => outline::recognises(text),
            Self::Shape => shape::recognises(text),
        }
    }

    /// Reads a decoded document; what it cannot place becomes a notice. A matrix lies as `orientation` says, or else says
    /// there which way it lies.
    pub(super) fn read(
        self,
        text: &str,
        orientation: &mut Option<Orientation>,
        notices: &mut Vec<Notice>,
    ) -> Option<Framework> {
        match self {
            Self::Touchstone => own::read(text, notices),
            Self::Case => case::read(text, notices),
            Self::Progression => progression::read(text, notices),
            Self::Matrix => matrix::read(text, orientation, notices),
            Self::Unit => unit::read(text, notices),
            Self::Proficiency => proficiency::read(text, notices),
            Self::Skill => skill::read(text, notices),
            Self::Outline => outline::read(text, notices),
            Self::Shape => shape::read(text, notices),
        }
    }
}
