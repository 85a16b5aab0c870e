//! What can happen in an assessment, as past facts.

use serde::{Deserialize, Serialize};

use crate::framework::{CompetencyId, CriterionId, Digest, LevelId, QuestionId, identifier};
use crate::guide::Revision;

use super::{
    ActionId, ActionPart, Attachment, EvidenceId, EvidencePart, ExamplePart, Mark, Quality, Rating, Recommended,
    Signatory, Verification,
};

identifier!(
    /// Names an assessment.
    AssessmentId
);
identifier!(
    /// Stands for a person in events; names live apart.
    PersonId
);
identifier!(
    /// Names one thing that the check before submission finds: the rule, and what it is about.
    FindingId
);

impl PersonId {
    /// A short name for somebody whose name is not known here, such as `7F2`.
    pub fn pseudonym(&self) -> String {
        self.0.chars().filter(char::is_ascii_alphanumeric).take(3).collect::<String>().to_ascii_uppercase()
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Always the first, and only the first.
    Started(Started),
    /// The question came into view, and was put unless it is skipped. It may come again.
    AskedQuestion {
        question: QuestionId,
    },
    /// A question that had been skipped was put after all.
    AskedAfterAll {
        question: QuestionId,
    },
    /// A question that the guide does not hold was put, for this reason.
    AddedQuestion {
        question: QuestionId,
        reason: String,
        /// Its words, where it is none of the framework's own questions.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        worded: Option<Worded>,
    },
    /// A probe of a question, by its place from 0, was used, or that was a slip.
    UsedProbe {
        question: QuestionId,
        probe: u32,
        used: bool,
    },
    /// The note of a question, whole: it replaces the one before. One without words removes it.
    WroteNote {
        question: QuestionId,
        text: String,
    },
    /// Without a mark: the mark is taken back, and the criterion counts as not asked.
    MarkedCriterion {
        criterion: CriterionId,
        mark: Option<Mark>,
    },
    RatedCompetency {
        competency: CompetencyId,
        rating: Rating,
    },
    /// Why a rating differs from what the marks suggest, in one line. One without words removes it.
    ExplainedRating {
        competency: CompetencyId,
        text: String,
    },
    /// A planned question was not put, for this reason.
    SkippedQuestion {
        question: QuestionId,
        reason: String,
    },
    /// The clock was stopped.
    Paused,
    /// The clock went on.
    Resumed,
    /// Minutes beyond those of the plan, for this reason.
    GaveTime {
        minutes: u32,
        reason: String,
    },
    Recommended(Recommended),
    /// What the check before submission found was seen, and stands as it is.
    WavedThrough {
        finding: FindingId,
    },
    /// In a unit: an item of a criterion's range, by its places from 0, is covered by evidence, or not after all.
    CoveredItem {
        criterion: CriterionId,
        range: u32,
        item: u32,
        covered: bool,
    },
    /// What the assessor says to the candidate about a criterion. One without words removes it.
    GaveFeedback {
        criterion: CriterionId,
        text: String,
    },
    /// A piece of evidence came in. What is known of it follows.
    AddedEvidence {
        evidence: EvidenceId,
        kind: String,
    },
    DescribedEvidence {
        evidence: EvidenceId,
        part: EvidencePart,
        text: String,
    },
    /// The evidence bears on the criterion, or not after all.
    TiedEvidence {
        evidence: EvidenceId,
        criterion: CriterionId,
        tied: bool,
    },
    /// The assessor confirms a quality of the evidence, or takes that back.
    ConfirmedEvidence {
        evidence: EvidenceId,
        quality: Quality,
        confirmed: bool,
    },
    WithdrewEvidence {
        evidence: EvidenceId,
    },
    /// Something is to be done about a criterion, or about the unit.
    PlannedAction {
        action: ActionId,
        criterion: Option<CriterionId>,
    },
    DescribedAction {
        action: ActionId,
        part: ActionPart,
        text: String,
    },
    DroppedAction {
        action: ActionId,
    },
    /// A part of the candidate's own example for a criterion. One without words removes it.
    WroteExample {
        criterion: CriterionId,
        part: ExamplePart,
        text: String,
    },
    /// The entry of that number no longer counts. It stays in the log. Undoing an undoing makes the entry count again.
    Undone {
        seq: u32,
    },
    /// The scorecard is sealed: the digest is that of the chain before this entry.
    Submitted {
        digest: Digest,
    },
    /// A change after submission, with its reason.
    Amended {
        reason: String,
        change: Box<Event>,
    },
    /// Something was laid beside the assessment, once the assessor's own judgement stood.
    Attached(Attachment),
    SignedOff {
        by: Signatory,
    },
    Verified(Verification),
}

/// Whom an assessment is of, by whom, and against what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Started {
    pub candidate: PersonId,
    /// Who assesses; in a self-assessment the candidate.
    pub interviewer: PersonId,
    pub framework: Revision,
    #[serde(flatten)]
    pub against: Against,
}

/// What an assessment is held against, beside a revision of a framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Against {
    /// An interview: a frozen guide.
    Guide(Digest),
    /// A unit assessment: the level of the unit.
    Unit(LevelId),
    /// A self-assessment: the level that the candidate looks at.
    Level(LevelId),
}

/// The three ways in which one person is assessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    #[default]
    Interview,
    Unit,
    SelfAssessment,
}

impl Started {
    pub const fn form(&self) -> Form {
        match self.against {
            Against::Guide(_) => Form::Interview,
            Against::Unit(_) => Form::Unit,
            Against::Level(_) => Form::SelfAssessment,
        }
    }

    /// The guide of an interview.
    pub const fn guide(&self) -> Option<&Digest> {
        match &self.against {
            Against::Guide(guide) => Some(guide),
            Against::Unit(_) | Against::Level(_) => None,
        }
    }
}

impl Form {
    /// The words on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Interview => "interview",
            Self::Unit => "unit assessment",
            Self::SelfAssessment => "self-assessment",
        }
    }
}

/// A question that was worded on the spot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worded {
    pub text: String,
    pub competency: CompetencyId,
    /// The criteria that it aims at; may be none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<CriterionId>,
}
