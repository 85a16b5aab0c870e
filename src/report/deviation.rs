//! Deviations: what was done otherwise than the guide says, with the reason where one was given, and the time that the
//! interview took against the time that it had. Nothing of it changes a figure.

use crate::assessment::time::{self, Course};
use crate::assessment::{Added, Assessment, ExtraTime};
use crate::framework::QuestionId;

/// What deviates from the guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Deviations {
    /// In the order of the guide.
    pub not_put: Vec<NotPut>,
    /// In the order in which they were put.
    pub added: Vec<Extra>,
    pub extra_time: Vec<ExtraTime>,
    pub taken: Taken,
}

/// A planned question that was not put to the candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPut {
    pub question: QuestionId,
    /// The question as the framework words it.
    pub text: String,
    /// The title of its competency.
    pub competency: String,
    /// Why it was skipped; none when it simply did not come up.
    pub reason: Option<String>,
}

/// A question that the guide does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    pub text: String,
    /// The title of its competency.
    pub competency: String,
    pub reason: String,
    /// Whether its words are the interviewer's, of the moment.
    pub is_worded: bool,
}

/// What the interview took up to its last entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// In milliseconds.
    pub total: i64,
    /// The minutes that it had, extra time among them.
    pub minutes: u32,
    /// The questions that took time, in their order.
    pub questions: Vec<QuestionTime>,
}

/// What one question took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionTime {
    pub text: String,
    /// In milliseconds.
    pub took: i64,
    /// Its minutes; none for one that was added in words of the moment.
    pub minutes: u32,
}

impl Deviations {
    pub fn of(assessment: &Assessment) -> Self {
        Self {
            not_put: not_put(assessment),
            added: assessment
                .questions()
                .filter_map(|id| assessment.added(id))
                .map(|added| extra(assessment, added))
                .collect(),
            extra_time: assessment.extra_time().to_vec(),
            taken: Taken::of(assessment),
        }
    }
}

fn not_put(assessment: &Assessment) -> Vec<NotPut> {
    let basis = &assessment.basis;
    let planned = basis.guide.questions.iter().filter_map(|id| basis.question(id));
    planned
        .filter_map(|(competency, question)| {
            let reason = assessment.skipped(&question.id);
            (reason.is_some() || !assessment.was_asked(&question.id)).then(|| NotPut {
                question: question.id.clone(),
                text: question.text.clone(),
                competency: competency.title.clone(),
                reason: reason.map(str::to_owned),
            })
        })
        .collect()
}

fn extra(assessment: &Assessment, added: &Added) -> Extra {
    let competency = assessment.basis.competency(&added.competency);
    Extra {
        text: added.question.text.clone(),
        competency: competency.map(|competency| competency.title.clone()).unwrap_or_default(),
        reason: added.reason.clone(),
        is_worded: added.is_worded,
    }
}

impl Taken {
    fn of(assessment: &Assessment) -> Self {
        let spent = Course::of(assessment).written();
        let took = |id: &QuestionId| {
            let (_, question) = assessment.question(id)?;
            let took = spent.on(id);
            (took > 0).then(|| QuestionTime { text: question.text.clone(), took, minutes: question.minutes })
        };
        let questions = assessment.questions().filter_map(took).collect();
        Self { total: spent.total, minutes: time::minutes(assessment), questions }
    }

    /// Such as `42:10 of 55 minutes, 12:50 to spare`.
    pub fn words(&self) -> String {
        // In whole seconds, so that the two add up to what there was.
        let left = (i64::from(self.minutes) * 60 - self.total / 1000) * 1000;
        let all = time::against(self.total, self.minutes);
        match left {
            0.. => format!("{all} minutes, {} to spare", time::on_a_clock(left)),
            _ => format!("{all} minutes, {} over", time::on_a_clock(-left)),
        }
    }
}

impl QuestionTime {
    /// Such as `2:10 of 6`.
    pub fn words(&self) -> String {
        time::against(self.took, self.minutes)
    }
}

impl Extra {
    /// The competency and why, such as `Greeting: added, “a case to follow up”`.
    pub fn words(&self) -> String {
        let how = if self.is_worded { "added in words of the moment" } else { "added" };
        format!("{}: {how}, “{}”", self.competency, self.reason)
    }
}

impl NotPut {
    /// The competency and why, such as `Greeting: skipped, “no time”`.
    pub fn words(&self) -> String {
        match &self.reason {
            Some(reason) => format!("{}: skipped, “{reason}”", self.competency),
            None => format!("{}: it did not come up", self.competency),
        }
    }
}
