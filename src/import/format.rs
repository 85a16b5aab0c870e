//! The formats, and how each is told from the others: by what a document says, never by its name.

use crate::framework::Framework;

use super::case;
use super::notice::Notice;
use super::own;

/// What a document can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Our own.
    Touchstone,
    /// A package of the Competencies and Academic Standards Exchange.
    Case,
}

impl Format {
    /// Every format, in the order in which they are tried: what is told by a mark of its own before what is told by its
    /// shape.
    pub const ALL: [Self; 2] = [Self::Touchstone, Self::Case];

    /// The word that names it at the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Touchstone => "touchstone",
            Self::Case => "case",
        }
    }

    /// What it is called where a person chooses it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Touchstone => "Touchstone framework",
            Self::Case => "CASE package",
        }
    }

    /// The format of a decoded document.
    pub fn of(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.recognises(text))
    }

    fn recognises(self, text: &str) -> bool {
        match self {
            Self::Touchstone => own::recognises(text),
            Self::Case => case::recognises(text),
        }
    }

    /// Reads a decoded document; what it cannot place becomes a notice.
    pub(super) fn read(self, text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
        match self {
            Self::Touchstone => own::read(text, notices),
            Self::Case => case::read(text, notices),
        }
    }
}

/// What is said of a document that is none of the formats.
pub(super) fn unknown(text: &str) -> String {
    if text.trim().is_empty() {
        return "The document is empty. Choose one that holds the levels and statements of a framework.".to_owned();
    }
    let names: Vec<_> = Format::ALL.iter().map(|format| format.title()).collect();
    format!(
        "No framework is recognised in this document. These formats are read: {}. Choose the one that it is, or give it \
         headings for its levels and competencies and a line for each statement.",
        names.join(", ")
    )
}
