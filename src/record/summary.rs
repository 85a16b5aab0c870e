//! What lists show of an assessment, so that no list reads events. It is rewritten in the transaction that
//! appends an event, and can always be made anew from the log.

use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, AssessmentId, Form, PersonId, Stage};
use crate::framework::Digest;

use super::error::RecordError;
use super::row;
use super::storage::{Row, Table};

/// The version that this release writes. The first one knew interviews alone.
const VERSION: u32 = 2;

/// One line of the list of assessments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    v: u32,
    pub id: AssessmentId,
    #[serde(default)]
    pub form: Form,
    pub candidate: PersonId,
    pub interviewer: PersonId,
    /// Whom the log names beside these: verifiers.
    #[serde(default)]
    pub others: Vec<PersonId>,
    pub role: String,
    /// The framework's title.
    pub framework: String,
    /// The target level's name.
    pub level: String,
    /// The framework revision; lines of the first version name it by their guide alone.
    #[serde(default)]
    pub revision: Option<Digest>,
    /// The guide of an interview.
    pub guide: Option<Digest>,
    pub stage: StageName,
    /// Questions put, of how many planned; or criteria marked, of how many expected.
    pub asked: usize,
    pub questions: usize,
    /// Whether the log is no longer as it was written.
    #[serde(default)]
    pub altered: bool,
    /// What the log comes to, and of how many entries. It tells whether the last one is as it was written.
    #[serde(default)]
    head: Option<Digest>,
    #[serde(default)]
    entries: usize,
    /// Milliseconds since 1970, by the device's clock.
    pub started_at: i64,
    pub changed_at: i64,
}

/// The stored word for a [`Stage`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StageName {
    Planned,
    Underway,
    Rated,
    Concluded,
    Sealed,
}

impl Summary {
    /// Everybody whom the assessment names.
    pub fn people(&self) -> impl Iterator<Item = &PersonId> {
        [&self.candidate, &self.interviewer].into_iter().chain(&self.others)
    }

    /// Sums an assessment up.
    pub fn of(id: &AssessmentId, assessment: &Assessment) -> Self {
        let guide = &assessment.basis.guide;
        let framework = &assessment.basis.framework;
        let (asked, questions) = progress(assessment);
        Self {
            v: VERSION,
            id: id.clone(),
            form: assessment.form(),
            candidate: assessment.started.candidate.clone(),
            interviewer: assessment.started.interviewer.clone(),
            others: others(assessment),
            role: guide.role.clone(),
            framework: framework.title.clone(),
            level: framework.level(&guide.level).map_or_else(|| guide.level.to_string(), |level| level.name.clone()),
            revision: Some(assessment.started.framework.digest.clone()),
            guide: assessment.started.guide().cloned(),
            stage: match assessment.stage() {
                Stage::Planned => StageName::Planned,
                Stage::Underway => StageName::Underway,
                Stage::Rated => StageName::Rated,
                Stage::Concluded => StageName::Concluded,
                Stage::Sealed => StageName::Sealed,
            },
            asked,
            questions,
            altered: assessment.altered().is_some(),
            head: Some(assessment.head().clone()),
            entries: assessment.log().len(),
            started_at: assessment.started_at,
            changed_at: assessment.log().last().map_or(assessment.started_at, |entry| entry.at),
        }
    }

    /// Reads a stored row.
    pub(super) fn read(row: &Row) -> Result<Self, RecordError> {
        row::read_since(Table::Summaries, row, 1..=VERSION)
    }

    pub(super) fn write(&self) -> String {
        row::write(self)
    }

    /// Holds a log against what it came to when this line was written, where it is of the same length.
    pub(super) fn hold(&self, assessment: &mut Assessment) {
        if let Some(head) = self.head.as_ref().filter(|_| self.entries == assessment.log().len()) {
            assessment.hold_against(head);
        }
    }
}

impl StageName {
    /// The words on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "not begun",
            Self::Underway => "in progress",
            Self::Rated => "rated",
            Self::Concluded => "concluded",
            Self::Sealed => "sealed",
        }
    }
}

/// How many questions were put, or criteria marked, of how many.
fn progress(assessment: &Assessment) -> (usize, usize) {
    if assessment.form() == Form::Interview {
        let questions: Vec<_> = assessment.questions().collect();
        return (questions.iter().filter(|question| assessment.was_asked(question)).count(), questions.len());
    }
    let criteria = assessment.basis.expected();
    (criteria.iter().filter(|criterion| assessment.mark(criterion).is_some()).count(), criteria.len())
}

fn others(assessment: &Assessment) -> Vec<PersonId> {
    let mut people = assessment.people();
    people.remove(&assessment.started.candidate);
    people.remove(&assessment.started.interviewer);
    people.into_iter().cloned().collect()
}
