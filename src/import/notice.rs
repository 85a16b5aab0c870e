//! What the reader of a document should know: what is wrong with it, what was mended, and what was left out.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Mended, or left out as nothing of the framework's own.
    Note,
    /// Used, but worth a look.
    Warning,
    /// Unusable: no framework came of it.
    Error,
}

impl Severity {
    /// The word in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Where in the document, counted from 1; 0 where the format has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    pub line: u32,
    /// In characters.
    pub column: u32,
}

impl Place {
    /// The document as a whole.
    pub const WHOLE: Self = Self { line: 0, column: 0 };

    /// The beginning of a line.
    pub const fn line(line: u32) -> Self {
        Self { line, column: 1 }
    }

    /// Where it goes on behind a piece that begins here.
    pub fn behind(self, piece: &str) -> Self {
        let breaks = piece.bytes().filter(|byte| *byte == b'\n').count();
        let last = piece.rfind('\n').map_or(piece, |index| &piece[index + 1..]);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self {
            line: self.line.saturating_add(number(breaks)),
            column: if breaks > 0 { 1 } else { self.column }.saturating_add(number(last.chars().count())),
        }
    }
}

/// One thing to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub severity: Severity,
    pub place: Place,
    /// What is wrong and how to mend it, or what was done and why.
    pub text: String,
    /// The piece of the document that it is about, letter for letter, where it stands nowhere in the framework.
    pub quote: Option<String>,
}

impl Notice {
    pub fn note(place: Place, text: impl Into<String>) -> Self {
        Self { severity: Severity::Note, place, text: text.into(), quote: None }
    }

    pub fn warning(place: Place, text: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::note(place, text) }
    }

    pub fn error(place: Place, text: impl Into<String>) -> Self {
        Self { severity: Severity::Error, ..Self::note(place, text) }
    }

    /// The same, quoting the piece that stands nowhere else.
    pub fn quoting(self, piece: impl Into<String>) -> Self {
        Self { quote: Some(piece.into()), ..self }
    }
}

impl Notice {
    /// The notice as a command line says it of a file: `skills.tsv:14:3: warning: …`.
    pub fn of(&self, file: &str) -> String {
        // A line without its file begins with its number; without a line there is no number.
        if self.place.line > 0 { format!("{file}:{self}") } else { format!("{file}: {self}") }
    }
}

/// `14:3: warning: …`.
impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.line > 0 {
            write!(f, "{}:{}: ", self.place.line, self.place.column.max(1))?;
        }
        write!(f, "{}: {}", self.severity.name(), self.text)?;
        match &self.quote {
            Some(quote) => write!(f, " “{quote}”"),
            None => Ok(()),
        }
    }
}
