//! The check before submission: what in an interview may not stand up to scrutiny. It proves nothing and changes nothing.
//! Each finding is mended, or it is said that it stands as it is; neither happens by itself.
//!
//! It is no rule of the fold. What it looks for changes from release to release, words above all, and a log that was
//! taken once has to be taken again: so [`Assessment::submission`] asks it before the scorecard is sealed, and nothing
//! asks it when a log is read.

mod aimless;
mod change;
mod lexicon;
mod ratings;
mod unasked;
mod wording;

use std::fmt::Write;

use crate::framework::{Competency, CompetencyId, Digest, Places, QuestionId};

use super::{Assessment, FindingId, Form, Refusal};

/// One thing that the check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule, what the finding is about, and the digest of what it rests on: one that changes is asked anew.
    pub id: FindingId,
    pub rule: Rule,
    pub place: Place,
    /// What was found, in a sentence.
    pub what: String,
    /// What it was found in, quoted: criteria, or pieces of what was written.
    pub quoted: Vec<String>,
    /// How it can be mended.
    pub mend: String,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    AllAlike,
    Contradicted,
    ChangedLater,
    NeverAsked,
    Aimless,
    Protected,
    Person,
}

/// Where a finding can be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Where the competencies are rated.
    Ratings,
    Competency(CompetencyId),
    /// In the interview, wherever it stands.
    Interview,
    Question(QuestionId),
    Recommendation,
}

impl Rule {
    /// Its name, as it stands above a finding.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AllAlike => "Ratings all alike",
            Self::Contradicted => "Rating and marks differ",
            Self::ChangedLater => "Rating changed after other answers",
            Self::NeverAsked => "Criteria without a mark",
            Self::Aimless => "Added question without a criterion",
            Self::Protected => "Words that may touch on who somebody is",
            Self::Person => "Words about the person",
        }
    }

    /// Whether it quotes notes and reasons, which are not for everybody who gets the one page.
    pub const fn quotes(self) -> bool {
        matches!(self, Self::Protected | Self::Person)
    }

    /// Why it matters.
    pub const fn why(self) -> &'static str {
        match self {
            Self::AllAlike => "One strong impression can colour every rating.",
            Self::Contradicted => "Whoever reads the scorecard cannot follow a rating that its marks do not carry.",
            Self::ChangedLater => {
                "What was heard about one competency easily moves the rating of another, for better or worse."
            }
            Self::NeverAsked => "A criterion without a mark counts as not asked, and is left out of every figure.",
            Self::Aimless => "Nothing is marked at it: whoever reads the scorecard cannot see what its answer showed.",
            Self::Protected => {
                "Age, family, health, origin, faith, sex and gender decide nothing here. The check knows words, not what \
                 they mean, and may be mistaken."
            }
            Self::Person => {
                "An impression of the person is no evidence. The check knows words, not what they mean, and may be \
                 mistaken."
            }
        }
    }

    /// Its word in the names of findings, which stay in logs.
    const fn word(self) -> &'static str {
        match self {
            Self::AllAlike => "all-alike",
            Self::Contradicted => "contradicted",
            Self::ChangedLater => "changed-later",
            Self::NeverAsked => "never-asked",
            Self::Aimless => "aimless",
            Self::Protected => "protected",
            Self::Person => "person",
        }
    }

    /// The name of a finding of this rule: what it is about, and what it rests on.
    fn finding<'a>(self, subject: &str, rests_on: impl IntoIterator<Item = &'a str>) -> FindingId {
        let mut text = String::new();
        for part in rests_on {
            // Each part with its length, so that no two lists read the same. Writing into a text does not fail.
            let _written = write!(text, "{}:{part}", part.len());
        }
        let digest = Digest::of(text.as_bytes());
        FindingId::new(format!("{}/{subject}/{}", self.word(), digest.as_str().get(..16).unwrap_or_default()))
    }
}

/// Everything that is found in an interview as it stands, waved through or not; other forms are not checked.
pub fn findings(assessment: &Assessment) -> Vec<Finding> {
    if assessment.form() != Form::Interview {
        return Vec::new();
    }
    let places = Places::of(&assessment.basis.framework);
    let mut found = Vec::from_iter(ratings::all_alike(assessment));
    found.extend(ratings::contradicted(assessment, &places));
    found.extend(change::changed_later(assessment, &places));
    found.extend(unasked::never_asked(assessment, &places));
    found.extend(aimless::aimless(assessment));
    found.extend(wording::words(assessment));
    found
}

/// What is found, by whether it was waved through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorted {
    pub open: Vec<Finding>,
    /// Seen, and left as it is.
    pub seen: Vec<Finding>,
}

/// Everything that is found, by whether it was waved through.
pub fn sorted(assessment: &Assessment) -> Sorted {
    let (seen, open) = findings(assessment).into_iter().partition(|finding| assessment.is_waved(&finding.id));
    Sorted { open, seen }
}

/// What is found and was neither mended nor waved through.
pub fn open(assessment: &Assessment) -> Vec<Finding> {
    sorted(assessment).open
}

/// How the check stands, with so many findings open.
pub fn told(assessment: &Assessment, open: usize) -> String {
    match (assessment.unrated(), open) {
        _ if assessment.is_sealed() => "The scorecard is sealed: the check is closed.".to_owned(),
        (0, 0) => "Nothing is open.".to_owned(),
        (0, open) => Refusal::FindingsOpen { open }.to_string(),
        (left, _) => format!("It begins once everything is rated. {}", Refusal::NotRated { left }),
    }
}

/// The competencies of the guide, each with its rating.
fn rated(assessment: &Assessment) -> impl Iterator<Item = (&Competency, &super::Rating)> {
    let competencies = assessment.basis.competencies();
    competencies.filter_map(|competency| Some((competency, assessment.rating(&competency.id)?)))
}
