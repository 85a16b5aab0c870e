//! What changed between two revisions of a framework, told for people: each change says what it is of, where it stands,
//! and both texts.
//!
//! Nothing is passed over: no change is told exactly when both revisions have the same canonical form. What stands in
//! one and in the other is paired first (`pairs`), so that a criterion which only moved is not told as removed and
//! added.

mod alike;
mod compare;
mod found;
mod pairing;
mod pairs;
mod succession;

use super::Framework;

pub use alike::likeness;
use compare::Comparison;

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub kind: ChangeKind,
    /// What it is of.
    pub subject: Subject,
    /// Which part of it.
    pub part: Part,
    /// Where it stands, in the words of the newer revision that has it: "Quality, Advanced". Empty for the framework itself
    /// and for its levels.
    pub place: String,
    /// The text or the name of what a part changed of, as the newer revision has it; none where `old` and `new` show it.
    pub about: Option<String>,
    /// How it was, lists one item a line; none where there was nothing.
    pub old: Option<String>,
    /// How it is now.
    pub new: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    Added,
    Removed,
    Changed,
}

/// What a change is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Framework,
    Level,
    Competency,
    /// What a competency expects at a level, apart from its criteria.
    Expectation,
    Criterion,
    Question,
}

/// The part that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it came or went.
    Whole,
    /// Where it stands: another level or competency, or another place in the order.
    Place,
    /// The framework's own id.
    Identifier,
    /// The ids of levels, competencies, criteria or questions.
    Identifiers,
    Title,
    Summary,
    Language,
    Purpose,
    Publisher,
    Document,
    Address,
    Licence,
    SourceNote,
    Name,
    /// The level that a level lies within.
    Within,
    Code,
    Activities,
    Guidance,
    Notes,
    Evidence,
    /// The levels whose criteria are expected as well.
    Includes,
    Text,
    Examples,
    Range,
    Repeats,
    Kind,
    Minutes,
    Aims,
    Probes,
    Strong,
    Weak,
    /// Fields that this release does not know.
    OtherFields,
}

/// What differs between two revisions, in the order of the newer one; empty when both say the same.
pub fn changes(old: &Framework, new: &Framework) -> Vec<Change> {
    if old == new { Vec::new() } else { Comparison::of(old, new).changes() }
}

impl Change {
    /// What happened, in a few words: "Criterion reworded", "Minutes of a question changed".
    pub fn what(&self) -> String {
        let (noun, part, happened) = (self.subject.noun(), self.part.name(), self.kind.name());
        let told = match (self.part, self.subject) {
            (Part::Whole, _) => format!("{noun} {happened}"),
            (Part::Place, _) => format!("{noun} moved"),
            (Part::Text, _) => format!("{noun} reworded"),
            (Part::Name, _) | (Part::Title, Subject::Competency) => format!("{noun} renamed"),
            (_, Subject::Framework) => format!("{part} {happened}"),
            (_, Subject::Expectation) => format!("{part} of an {noun} {happened}"),
            _ => format!("{part} of a {noun} {happened}"),
        };
        let mut letters = told.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }
}

impl ChangeKind {
    /// The word on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

impl Subject {
    /// The word on the screen.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Framework => "framework",
            Self::Level => "level",
            Self::Competency => "competency",
            Self::Expectation => "expectation",
            Self::Criterion => "criterion",
            Self::Question => "question",
        }
    }
}

impl Part {
    /// The words on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Whole => "all",
            Self::Place => "place",
            Self::Identifier => "identifier",
            Self::Identifiers => "identifiers",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Language => "language",
            Self::Purpose => "purpose",
            Self::Publisher => "publisher",
            Self::Document => "document",
            Self::Address => "address of the source",
            Self::Licence => "licence",
            Self::SourceNote => "note on the source",
            Self::Name => "name",
            Self::Within => "enclosing level",
            Self::Code => "code",
            Self::Activities => "activities",
            Self::Guidance => "guidance",
            Self::Notes => "notes",
            Self::Evidence => "evidence",
            Self::Includes => "included levels",
            Self::Text => "text",
            Self::Examples => "examples",
            Self::Range => "range",
            Self::Repeats => "repetition",
            Self::Kind => "kind",
            Self::Minutes => "minutes",
            Self::Aims => "aims",
            Self::Probes => "probes",
            Self::Strong => "strong answer",
            Self::Weak => "weak answer",
            Self::OtherFields => "other fields",
        }
    }
}
