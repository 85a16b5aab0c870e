//! The fields of an assessment that are typed into: which event takes the text of each, and what they are called in keys.

use crate::assessment::{
    ActionId, ActionPart, Assessment, AssessmentId, Event, EvidenceId, EvidencePart, ExamplePart, Rating, Recommended,
};
use crate::framework::{CompetencyId, CriterionId, QuestionId};

use super::recovery::DRAFT;

/// A field of an assessment that is typed into.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The note of a question.
    Note(QuestionId),
    /// Why a question is skipped, before it is.
    Skip(QuestionId),
    /// Why a competency is not assessed, before that is said.
    NotAssessed(CompetencyId),
    /// Why a rating differs from what the marks suggest.
    Explained(CompetencyId),
    /// The reason of the recommendation.
    Reason,
    /// What the assessor says of a criterion.
    Feedback(CriterionId),
    /// A part of a candidate's own example.
    Example(CriterionId, ExamplePart),
    /// A part of what is known of a piece of evidence.
    Evidence(EvidenceId, EvidencePart),
    /// A part of an action.
    Action(ActionId, ActionPart),
    /// A line of a form that waits for a press.
    Form(FormField),
}

/// A line of a form: its text waits for a press, whatever happens to the tab meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormField {
    /// The words of a question that is put on the spot.
    AddedWords,
    /// Why a question is added.
    AddedReason,
    /// Why there is extra time.
    TimeReason,
    /// Why something is amended after submission.
    Amendment,
    /// Who verifies.
    Verifier,
    /// The day of the verification.
    VerifiedOn,
    /// That the verifier took no part; empty as long as she has not stated it.
    VerifierApart,
    /// What the verifier decided, by its word.
    Decision,
    /// What the verifier says.
    Verification,
    /// The criteria that the verifier chose, one a line.
    SampledCriteria,
    /// The evidence that the verifier chose, one a line.
    SampledEvidence,
}

impl FormField {
    const ALL: [Self; 11] = [
        Self::AddedWords,
        Self::AddedReason,
        Self::TimeReason,
        Self::Amendment,
        Self::Verifier,
        Self::VerifierApart,
        Self::VerifiedOn,
        Self::Decision,
        Self::Verification,
        Self::SampledCriteria,
        Self::SampledEvidence,
    ];

    /// The lines of a verification.
    const OF_VERIFICATION: [Self; 7] = [
        Self::Verifier,
        Self::VerifierApart,
        Self::VerifiedOn,
        Self::Decision,
        Self::Verification,
        Self::SampledCriteria,
        Self::SampledEvidence,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::AddedWords => "added-words",
            Self::AddedReason => "added-reason",
            Self::TimeReason => "time-reason",
            Self::Amendment => "amendment",
            Self::Verifier => "verifier",
            Self::VerifierApart => "verifier-apart",
            Self::VerifiedOn => "verified-on",
            Self::Decision => "decision",
            Self::Verification => "verification",
            Self::SampledCriteria => "sampled-criteria",
            Self::SampledEvidence => "sampled-evidence",
        }
    }
}

impl Field {
    /// The fields whose text an event takes, or makes needless.
    pub fn taken_by(event: &Event) -> Vec<Self> {
        match event {
            Event::WroteNote { question, .. } => vec![Self::Note(question.clone())],
            Event::SkippedQuestion { question, .. } => vec![Self::Skip(question.clone())],
            Event::AddedQuestion { .. } => [FormField::AddedWords, FormField::AddedReason].map(Self::Form).to_vec(),
            Event::GaveTime { .. } => vec![Self::Form(FormField::TimeReason)],
            Event::RatedCompetency { competency, rating: Rating::NotAssessed { .. } } => {
                vec![Self::NotAssessed(competency.clone()), Self::Explained(competency.clone())]
            }
            // A reason that waits beside the rating goes on waiting.
            Event::RatedCompetency { competency, .. } => vec![Self::Explained(competency.clone())],
            Event::ExplainedRating { competency, .. } => vec![Self::Explained(competency.clone())],
            Event::Recommended(_) => vec![Self::Reason],
            Event::GaveFeedback { criterion, .. } => vec![Self::Feedback(criterion.clone())],
            Event::WroteExample { criterion, part, .. } => vec![Self::Example(criterion.clone(), *part)],
            Event::DescribedEvidence { evidence, part, .. } => vec![Self::Evidence(evidence.clone(), *part)],
            Event::WithdrewEvidence { evidence } => {
                EvidencePart::ALL.map(|part| Self::Evidence(evidence.clone(), part)).to_vec()
            }
            Event::DescribedAction { action, part, .. } => vec![Self::Action(action.clone(), *part)],
            Event::DroppedAction { action } => ActionPart::ALL.map(|part| Self::Action(action.clone(), part)).to_vec(),
            Event::Amended { change, .. } => [vec![Self::Form(FormField::Amendment)], Self::taken_by(change)].concat(),
            Event::Verified(_) => FormField::OF_VERIFICATION.map(Self::Form).to_vec(),
            Event::Started(_)
            | Event::AskedQuestion { .. }
            | Event::AskedAfterAll { .. }
            | Event::UsedProbe { .. }
            | Event::MarkedCriterion { .. }
            | Event::Paused
            | Event::Resumed
            | Event::WavedThrough { .. }
            | Event::CoveredItem { .. }
            | Event::AddedEvidence { .. }
            | Event::TiedEvidence { .. }
            | Event::ConfirmedEvidence { .. }
            | Event::PlannedAction { .. }
            | Event::Undone { .. }
            | Event::Submitted { .. }
            | Event::Attached(_)
            | Event::SignedOff { .. } => Vec::new(),
        }
    }

    /// The text of this field as the events have it.
    pub fn recorded<'a>(&self, assessment: &'a Assessment) -> &'a str {
        match self {
            Self::Note(question) => assessment.note(question),
            Self::Skip(question) => assessment.skipped(question).unwrap_or_default(),
            Self::NotAssessed(competency) => match assessment.rating(competency) {
                Some(Rating::NotAssessed { reason }) => reason,
                _ => "",
            },
            Self::Explained(competency) => assessment.rated(competency).map_or("", |rated| &rated.explained),
            Self::Reason => assessment.recommended().map_or("", |recommended| &recommended.reason),
            Self::Feedback(criterion) => assessment.feedback(criterion),
            Self::Example(criterion, part) => assessment.example(criterion).map_or("", |example| example.get(part)),
            Self::Evidence(evidence, part) => {
                assessment.piece_of_evidence(evidence).map_or("", |evidence| evidence.part(*part))
            }
            Self::Action(action, part) => assessment.action(action).map_or("", |action| action.part(*part)),
            Self::Form(_) => "",
        }
    }

    /// The event that takes a text without a press; none for a text that waits for one.
    pub fn settled(&self, assessment: &Assessment, text: String) -> Option<Event> {
        match self.clone() {
            Self::Note(question) => Some(Event::WroteNote { question, text }),
            Self::Explained(competency) => {
                assessment.rated(&competency).is_some().then_some(Event::ExplainedRating { competency, text })
            }
            Self::Reason => {
                let recommendation = assessment.recommended()?.recommendation;
                Some(Event::Recommended(Recommended { recommendation, reason: text }))
            }
            Self::Feedback(criterion) => Some(Event::GaveFeedback { criterion, text }),
            Self::Example(criterion, part) => Some(Event::WroteExample { criterion, part, text }),
            Self::Evidence(evidence, part) => Some(Event::DescribedEvidence { evidence, part, text }),
            Self::Action(action, part) => Some(Event::DescribedAction { action, part, text }),
            Self::Skip(_) | Self::NotAssessed(_) | Self::Form(_) => None,
        }
        // Once it is sealed, a change takes a reason.
        .filter(|_| !assessment.is_sealed())
    }

    /// Its name in keys: `note.greeting.q1`, `example.task.greeting.1`.
    fn name(&self) -> String {
        match self {
            Self::Note(question) => format!("note.{question}"),
            Self::Skip(question) => format!("skip.{question}"),
            Self::NotAssessed(competency) => format!("not-assessed.{competency}"),
            Self::Explained(competency) => format!("explained.{competency}"),
            Self::Reason => "reason".to_owned(),
            Self::Feedback(criterion) => format!("feedback.{criterion}"),
            Self::Example(criterion, part) => format!("example.{}.{criterion}", part.word()),
            Self::Evidence(evidence, part) => format!("evidence.{}.{evidence}", part.word()),
            Self::Action(action, part) => format!("action.{}.{action}", part.word()),
            Self::Form(field) => format!("form.{}", field.word()),
        }
    }

    /// The field of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        let Some((kind, rest)) = name.split_once('.') else { return (name == "reason").then_some(Self::Reason) };
        let part = rest.split_once('.');
        match kind {
            "note" => Some(Self::Note(QuestionId::new(rest))),
            "skip" => Some(Self::Skip(QuestionId::new(rest))),
            "not-assessed" => Some(Self::NotAssessed(CompetencyId::new(rest))),
            "explained" => Some(Self::Explained(CompetencyId::new(rest))),
            "feedback" => Some(Self::Feedback(CriterionId::new(rest))),
            "example" => {
                let (word, criterion) = part?;
                let part = ExamplePart::ALL.into_iter().find(|part| part.word() == word)?;
                Some(Self::Example(CriterionId::new(criterion), part))
            }
            "evidence" => {
                let (word, evidence) = part?;
                let part = EvidencePart::ALL.into_iter().find(|part| part.word() == word)?;
                Some(Self::Evidence(EvidenceId::new(evidence), part))
            }
            "action" => {
                let (word, action) = part?;
                let part = ActionPart::ALL.into_iter().find(|part| part.word() == word)?;
                Some(Self::Action(ActionId::new(action), part))
            }
            "form" => FormField::ALL.into_iter().find(|field| field.word() == rest).map(Self::Form),
            _ => None,
        }
    }

    /// The key of its row among the drafts.
    pub(super) fn key(&self, id: &AssessmentId) -> String {
        format!("{id}/{}", self.name())
    }

    /// The key of its row in the journal.
    pub(super) fn journal_key(&self, id: &AssessmentId) -> String {
        format!("{DRAFT}{}", self.key(id))
    }
}
