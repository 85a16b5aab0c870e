//! Why an event was not taken, and what would be.

use std::fmt;

use crate::framework::wording::listed;
use crate::framework::{CompetencyId, CriterionId, Digest, LevelId, QuestionId};

use super::{ActionId, EvidenceId, Form, Mark, Signatory};

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
    /// The start is of a guide, but a level came with it, or the other way round.
    OtherBasis(Form),
    /// A unit assessment needs a framework that is a unit.
    NoUnit,
    /// A unit assessment begins with the assessor's name.
    AssessorUnnamed,
    /// The event belongs to another form of assessment.
    NotInThis(Form),
    UnknownQuestion(QuestionId),
    /// A question that is added stands in the guide, or was added already.
    PlannedAlready(QuestionId),
    NotSkipped(QuestionId),
    NoSuchProbe {
        question: QuestionId,
        probe: u32,
    },
    /// A question of the moment has no words.
    WordsMissing,
    PausedAlready,
    NotPaused,
    TimeOutOfRange {
        minutes: u32,
        most: u32,
    },
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
    /// A line explains a rating, and there is none.
    NothingToExplain(CompetencyId),
    ReasonMissing,
    /// A recommendation waits until every competency is rated, or not assessed with a reason.
    NotRated {
        left: usize,
    },
    /// The range of the criterion has no such item.
    NoSuchItem {
        criterion: CriterionId,
        range: u32,
        item: u32,
    },
    UnknownEvidence(EvidenceId),
    EvidenceTwice(EvidenceId),
    /// No outcome of the unit names this kind of evidence.
    UnknownEvidenceKind(String),
    UnknownAction(ActionId),
    ActionTwice(ActionId),
    /// A unit assessment is submitted once every criterion is met or not yet.
    NotMarked {
        left: usize,
    },
    /// Ratings that rest on no note and no mark, by the titles of their competencies.
    Unfounded {
        competencies: Vec<String>,
    },
    RecommendationMissing,
    /// The recommendation departs from the computed result without a reason.
    DepartureUnexplained,
    /// The check before submission found so much that was neither mended nor seen.
    FindingsOpen {
        open: usize,
    },
    Sealed,
    NotSealed,
    /// Not everything is changed by an amendment.
    NotAmendable,
    AttachedTooEarly {
        left: usize,
    },
    AttachedAlready,
    SignedAlready(Signatory),
    VerifierUnnamed,
    VerifierTookPart,
    /// Neither a name nor a word of hers tells the verifier from those who took part.
    NotToldApart,
    DateMissing,
    NothingSampled,
    NoEvidenceSampled,
    DecisionMissing,
    /// A verifier asks for action, and does not say for which.
    ActionUnworded,
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
            Self::OtherBasis(form) => {
                format!("What the record rests on is not what a record of this form rests on: {}.", form.name())
            }
            Self::NoUnit => "The framework is no unit of a qualification.".to_owned(),
            Self::AssessorUnnamed => "The assessor’s name is missing.".to_owned(),
            Self::NotInThis(form) => format!("This does not happen in this form of assessment: {}.", form.name()),
            Self::PlannedAlready(id) => format!("Question \"{id}\" is asked in this interview already."),
            Self::NotSkipped(id) => format!("Question \"{id}\" was not skipped."),
            Self::NoSuchProbe { question, probe } => {
                format!("Question \"{question}\" has no probe {}.", u64::from(*probe) + 1)
            }
            Self::WordsMissing => "The question has no words.".to_owned(),
            Self::PausedAlready => "The clock stands already.".to_owned(),
            Self::NotPaused => "The clock runs already.".to_owned(),
            Self::TimeOutOfRange { minutes, most } => {
                format!("{minutes} minutes cannot be given: it takes a whole number from 1 to {most}.")
            }
            Self::UnknownQuestion(id) => format!("The guide has no question \"{id}\"."),
            Self::UnknownCriterion(id) => format!("The framework has no criterion \"{id}\"."),
            Self::UnknownCompetency(id) => format!("The guide leaves competency \"{id}\" out."),
            Self::NoSuchStep { competency, level } => {
                format!("Competency \"{competency}\" expects nothing at level \"{level}\".")
            }
            Self::MarkNotOffered(mark) => format!("This framework knows no mark \"{}\".", mark.name()),
            Self::NothingToRateOn(_) => "There is no note and no mark to rest a rating on.".to_owned(),
            Self::NothingToExplain(_) => "There is no rating to explain.".to_owned(),
            Self::ReasonMissing => "A reason is missing.".to_owned(),
            Self::NoSuchItem { criterion, range, item } => format!(
                "Criterion \"{criterion}\" has no item {} in its range {}.",
                u64::from(*item) + 1,
                u64::from(*range) + 1
            ),
            Self::UnknownEvidence(id) => format!("There is no evidence \"{id}\"."),
            Self::EvidenceTwice(id) => format!("Evidence \"{id}\" came in already."),
            Self::UnknownEvidenceKind(kind) => format!("The unit names no evidence of the kind \"{kind}\"."),
            Self::UnknownAction(id) => format!("The plan has no action \"{id}\"."),
            Self::ActionTwice(id) => format!("Action \"{id}\" stands in the plan already."),
            Self::NotMarked { left: 1 } => "One criterion is not marked yet.".to_owned(),
            Self::NotMarked { left } => format!("{left} criteria are not marked yet."),
            Self::Unfounded { competencies } => {
                let quoted: Vec<_> = competencies.iter().map(|title| format!("“{title}”")).collect();
                let quoted: Vec<_> = quoted.iter().map(String::as_str).collect();
                format!("Rated, though no note and no mark that counts is left: {}.", listed(&quoted))
            }
            Self::RecommendationMissing => "There is no recommendation yet.".to_owned(),
            Self::DepartureUnexplained => {
                "The recommendation departs from the computed result, and no reason says why.".to_owned()
            }
            Self::FindingsOpen { open: 1 } => "The check before submission found one thing that is open.".to_owned(),
            Self::FindingsOpen { open } => format!("The check before submission found {open} things that are open."),
            Self::Sealed => "The scorecard is sealed.".to_owned(),
            Self::NotSealed => "The scorecard is not sealed yet.".to_owned(),
            Self::NotAmendable => "This cannot be changed by an amendment.".to_owned(),
            Self::AttachedTooEarly { left: 1 } => "One competency has no rating yet.".to_owned(),
            Self::AttachedTooEarly { left } => format!("{left} competencies have no rating yet."),
            Self::AttachedAlready => "This self-assessment is attached already.".to_owned(),
            Self::SignedAlready(by) => format!("The {} has signed already.", by.name()),
            Self::VerifierUnnamed => "The verifier’s name is missing.".to_owned(),
            Self::NotToldApart => "Nothing says that the verifier took no part in the assessment.".to_owned(),
            Self::VerifierTookPart => "The verifier is the assessor or the candidate of this assessment.".to_owned(),
            Self::DateMissing => "The date of the verification is missing.".to_owned(),
            Self::NothingSampled => "No criterion was sampled.".to_owned(),
            Self::NoEvidenceSampled => "No evidence was sampled.".to_owned(),
            Self::DecisionMissing => "The decision of the verifier is missing.".to_owned(),
            Self::ActionUnworded => "Action is required, and nothing says which.".to_owned(),
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
            Self::NotStarted
            | Self::StartedAgain
            | Self::OutOfOrder { .. }
            | Self::OtherRevision { .. }
            | Self::OtherBasis(_)
            | Self::NoUnit => "Open a copy that was exported whole.",
            Self::AssessorUnnamed => "Write who assesses: whoever verifies later is held against that name.",
            Self::NotInThis(_) => "Choose one of the things that this screen offers.",
            Self::PlannedAlready(_) => "Choose it in the list of questions.",
            Self::NotSkipped(_) => "Ask it as it is.",
            Self::NoSuchProbe { .. } => "Choose one of its probes.",
            Self::WordsMissing => "Write the question as it was asked.",
            Self::PausedAlready => "Let it go on, or leave it.",
            Self::NotPaused => "Stop it first, or leave it.",
            Self::TimeOutOfRange { .. } => "Write another number.",
            Self::UnknownQuestion(_) => "Choose one of its questions.",
            Self::UnknownCriterion(_) => "Choose one of its criteria.",
            Self::UnknownCompetency(_) => "Choose one that it holds.",
            Self::NoSuchStep { .. } => "Choose one of its own steps.",
            Self::MarkNotOffered(_) => "Choose one of those shown.",
            Self::NothingToRateOn(_) | Self::Unfounded { .. } => {
                "Mark a criterion or write a note first, or choose \"not assessed\" with a reason."
            }
            Self::NothingToExplain(_) => "Rate the competency first.",
            Self::ReasonMissing => "Write it in a few words.",
            Self::NoSuchItem { .. } => "Choose one of those shown.",
            Self::UnknownEvidence(_) => "Choose a piece that is listed.",
            Self::EvidenceTwice(_) | Self::ActionTwice(_) => "Change the one that is there.",
            Self::UnknownEvidenceKind(_) => "Choose one of the kinds that an outcome names.",
            Self::UnknownAction(_) => "Choose one that is listed.",
            Self::NotMarked { .. } => "Mark each criterion met or not yet.",
            Self::RecommendationMissing => "Choose one of the four words.",
            Self::DepartureUnexplained => "Write the reason for it.",
            Self::FindingsOpen { open: 1 } => "Mend it, or say that it stands as it is.",
            Self::FindingsOpen { .. } => "Mend each, or say that it stands as it is.",
            Self::Sealed => "Amend it with a reason.",
            Self::NotSealed => "Submit it first.",
            Self::NotAmendable => "Amend a note, a mark, a rating, a recommendation, or what is said of evidence.",
            Self::AttachedTooEarly { .. } => {
                "Rate what you heard before you look at what the candidate says of herself."
            }
            Self::AttachedAlready => "Look at it beside your ratings.",
            Self::SignedAlready(_) => "One signature is enough.",
            Self::VerifierUnnamed => "Write who verifies.",
            Self::NotToldApart => "State it, or let somebody else verify.",
            Self::VerifierTookPart => "Somebody else has to verify.",
            Self::DateMissing => "Write the day on which you verified.",
            Self::NoEvidenceSampled => "Choose at least one piece that you looked at.",
            Self::DecisionMissing => "Choose agreed or action required.",
            Self::ActionUnworded => "Write what has to be done.",
            Self::NothingSampled => "Choose at least one criterion that you looked at.",
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
