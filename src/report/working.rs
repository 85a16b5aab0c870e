//! The step that marks suggest with its working, in words. It stands beside the interviewer's own rating and never before
//! it: there is none for a competency that is not rated at a step.

use crate::assessment::suggestion::{StepMarks, Suggestion, Verdict, suggestion};
use crate::assessment::{Assessment, Rating};
use crate::framework::{CompetencyId, Framework, Step};

/// What the marks of a competency suggest, and how that comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Working {
    /// The step that is suggested; or that none is, and why.
    pub conclusion: String,
    /// The steps of the competency, lowest first.
    pub steps: Vec<WorkedStep>,
    /// How far the rating is from the suggestion, where that is a step or more; or that the marks speak against it.
    pub differs: Option<String>,
}

/// What the marks say of one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkedStep {
    pub name: String,
    /// Such as `3 criteria: 2 met, 1 partly`.
    pub marks: String,
    /// Such as `shown: 2½ of 3, which is two thirds or more`.
    pub verdict: String,
    pub is_suggested: bool,
}

/// The working for a competency that is rated at a step, or below the first.
pub fn working(assessment: &Assessment, id: &CompetencyId) -> Option<Working> {
    let framework = &assessment.basis.framework;
    let rating = assessment.rating(id).filter(|rating| !matches!(rating, Rating::NotAssessed { .. }))?;
    let steps = framework.steps(framework.competency(id)?);
    let suggestion = suggestion(assessment, id);
    let worked = |(index, (step, marks)): (usize, (&Step, &StepMarks))| WorkedStep {
        name: framework.step_name(step),
        marks: marks_words(marks),
        verdict: verdict_words(marks),
        is_suggested: suggestion.step == Some(index),
    };
    Some(Working {
        conclusion: conclusion(framework, &steps, &suggestion),
        steps: steps.iter().zip(&suggestion.steps).enumerate().map(worked).collect(),
        differs: suggestion.distance(rating).and_then(differs).or_else(|| {
            let index = suggestion.against(rating)?;
            let name = framework.step_name(steps.get(index)?);
            let was = if suggestion.steps.get(index)?.shows_nothing() { "nothing" } else { "less than two thirds" };
            Some(format!("The marks speak against your rating: {was} of what is marked at {name} was shown."))
        }),
    })
}

fn conclusion(framework: &Framework, steps: &[Step], suggestion: &Suggestion) -> String {
    let name = |index: usize| steps.get(index).map(|step| framework.step_name(step)).unwrap_or_default();
    let contradicted = suggestion.steps.iter().position(|step| step.verdict() == Verdict::Contradicts);
    match (suggestion.step, contradicted) {
        (Some(step), None) => format!("The marks suggest {}, the highest step that they show.", name(step)),
        (Some(step), Some(over)) => {
            format!(
                "The marks suggest {}, the highest step that they show below {}, which they contradict.",
                name(step),
                name(over)
            )
        }
        (None, Some(over)) => {
            format!("The marks suggest nothing: they contradict {}, and show no step below it.", name(over))
        }
        (None, None) if suggestion.steps.iter().all(|step| step.marked() == 0) => {
            "The marks suggest nothing: no criterion of this competency has a mark that counts.".to_owned()
        }
        (None, None) => {
            "The marks suggest nothing: no step has two marks that count, or one where it has a single criterion."
                .to_owned()
        }
    }
}

fn marks_words(step: &StepMarks) -> String {
    let counts = [
        (step.met, "met"),
        (step.partly, "partly"),
        (step.not_shown, "not shown"),
        (step.criteria.saturating_sub(step.marked()), "not marked"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}"));
    let counts = counts.collect::<Vec<_>>().join(", ");
    match step.criteria {
        0 => "no criteria of its own".to_owned(),
        1 => format!("1 criterion: {counts}"),
        criteria => format!("{criteria} criteria: {counts}"),
    }
}

fn verdict_words(step: &StepMarks) -> String {
    let shown = match (2 * step.met + step.partly, step.partly % 2) {
        (1, _) => "½".to_owned(),
        (halves, 0) => (halves / 2).to_string(),
        (halves, _) => format!("{}½", halves / 2),
    };
    let marked = step.marked();
    match step.verdict() {
        Verdict::Shown => format!("shown: {shown} of {marked}, which is two thirds or more"),
        Verdict::Contradicts => format!("contradicted: {shown} of {marked}, which is less than two thirds"),
        Verdict::Open if step.criteria == 0 => "adds nothing".to_owned(),
        Verdict::Open => "says nothing: too few have a mark".to_owned(),
    }
}

fn differs(distance: i32) -> Option<String> {
    let steps = distance.unsigned_abs();
    let noun = if steps == 1 { "step" } else { "steps" };
    match distance {
        0 => None,
        ..0 => Some(format!("Your rating is {steps} {noun} below what the marks suggest.")),
        1.. => Some(format!("Your rating is {steps} {noun} above what the marks suggest.")),
    }
}
