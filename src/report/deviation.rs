//! Deviations: the planned questions that were not put, with the reason where one was given.

use crate::assessment::Assessment;
use crate::framework::QuestionId;

/// A planned question that was not put to the candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    pub question: QuestionId,
    /// The question as the framework words it.
    pub text: String,
    /// The title of its competency.
    pub competency: String,
    /// Why it was skipped; none when it simply did not come up.
    pub reason: Option<String>,
}

/// What deviates from the guide, in its order.
pub fn deviations(assessment: &Assessment) -> Vec<Deviation> {
    let basis = &assessment.basis;
    let planned = basis.guide.questions.iter().filter_map(|id| basis.question(id));
    planned
        .filter_map(|(competency, question)| {
            let reason = assessment.skipped(&question.id);
            (reason.is_some() || !assessment.was_asked(&question.id)).then(|| Deviation {
                question: question.id.clone(),
                text: question.text.clone(),
                competency: competency.title.clone(),
                reason: reason.map(str::to_owned),
            })
        })
        .collect()
}
