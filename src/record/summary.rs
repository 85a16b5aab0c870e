//! What lists show of an assessment, so that no list reads events. It is rewritten in the transaction that
//! appends an event, and can always be made anew from the log.

use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, AssessmentId, PersonId, Stage};
use crate::framework::Digest;

use super::error::RecordError;
use super::row;
use super::storage::{Row, Table};

/// The version that this release writes.
const VERSION: u32 = 1;

/// One line of the list of assessments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    v: u32,
    pub id: AssessmentId,
    pub candidate: PersonId,
    pub interviewer: PersonId,
    pub role: String,
    /// The framework's title.
    pub framework: String,
    /// The target level's name.
    pub level: String,
    pub guide: Digest,
    pub stage: StageName,
    /// Questions put, of how many planned.
    pub asked: usize,
    pub questions: usize,
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
}

impl Summary {
    /// Sums an assessment up.
    pub fn of(id: &AssessmentId, assessment: &Assessment) -> Self {
        let guide = &assessment.basis.guide;
        let framework = &assessment.basis.framework;
        Self {
            v: VERSION,
            id: id.clone(),
            candidate: assessment.started.candidate.clone(),
            interviewer: assessment.started.interviewer.clone(),
            role: guide.role.clone(),
            framework: framework.title.clone(),
            level: framework.level(&guide.level).map_or_else(|| guide.level.to_string(), |level| level.name.clone()),
            guide: assessment.started.guide.clone(),
            stage: match assessment.stage() {
                Stage::Planned => StageName::Planned,
                Stage::Underway => StageName::Underway,
                Stage::Rated => StageName::Rated,
                Stage::Concluded => StageName::Concluded,
            },
            // What came into view and was then skipped was not asked.
            asked: guide
                .questions
                .iter()
                .filter(|question| assessment.was_asked(question) && assessment.skipped(question).is_none())
                .count(),
            questions: guide.questions.len(),
            started_at: assessment.started_at,
            changed_at: assessment.log().last().map_or(assessment.started_at, |entry| entry.at),
        }
    }

    /// Reads a stored row.
    pub(super) fn read(row: &Row) -> Result<Self, RecordError> {
        row::read(Table::Summaries, row, VERSION)
    }

    pub(super) fn write(&self) -> String {
        row::write(self)
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
        }
    }
}
