//! Outcomes: one for each competency of the guide, what it was rated and what that rests on.

use std::collections::BTreeSet;

use crate::assessment::result::distance;
use crate::assessment::{Assessment, Mark, Rating};
use crate::framework::{Competency, CompetencyId, Places, QuestionId};
use crate::question::Weight;

use super::anchor::marked;
use super::as_sealed::amended_ratings;
use super::{MarkedCriterion, against_target_words, rating_words};

/// What one competency of the guide came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub competency: CompetencyId,
    pub code: Option<String>,
    pub title: String,
    pub weight: Weight,
    /// The name of the competency's step at the target; none when it expects nothing there.
    pub target: Option<String>,
    /// The rating itself; none yet.
    pub rating: Option<Rating>,
    /// The rating in words, such as `Advanced`, `Below Beginner`, `not assessed: the time was up`.
    pub rating_words: Option<String>,
    /// Why the rating is not what the marks suggest, such as `Why: “Saw it at work”`.
    pub why: Option<String>,
    /// That the rating was amended since the scorecard was sealed, such as `amended, was Beginner`.
    pub amended: Option<String>,
    /// How many of the competency's own steps the rating is above the target, or below it when negative.
    pub against_target: Option<i32>,
    /// The distance in words: `at target`, `1 step short`, `2 steps above`.
    pub against_target_words: Option<String>,
    /// The criteria expected at the target, in the order of the framework.
    pub criteria: Vec<MarkedCriterion>,
    /// Criteria that the guide's questions of this competency aim at, but that the target does not expect.
    pub beside: Vec<MarkedCriterion>,
    /// Counts over `criteria` and `beside` together, each criterion once.
    pub marks: MarkCounts,
    /// The notes of the guide's questions of this competency that hold text, in the guide's order.
    pub notes: Vec<QuestionNote>,
}

/// How many criteria got each mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarkCounts {
    pub met: usize,
    pub partly: usize,
    pub not_met: usize,
    pub no_evidence: usize,
    pub not_yet: usize,
    /// Left out of every figure.
    pub not_applicable: usize,
    /// Without a mark; left out of every figure.
    pub not_asked: usize,
}

/// A note under its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionNote {
    pub question: QuestionId,
    /// The question as the framework words it.
    pub text: String,
    pub note: String,
}

/// What every competency of the guide came to, in its order.
pub fn outcome(assessment: &Assessment) -> Vec<Outcome> {
    let places = Places::of(&assessment.basis.framework);
    let weighted = &assessment.basis.guide.competencies;
    let known = weighted.iter().filter_map(|weighted| {
        let competency = assessment.basis.competency(&weighted.competency)?;
        Some((competency, weighted.weight))
    });
    let mut amended = amended_ratings(assessment);
    let outcome = |(competency, weight): (&Competency, Weight)| Outcome {
        amended: amended.remove(&competency.id),
        ..of(assessment, &places, competency, weight)
    };
    known.map(outcome).collect()
}

/// The criteria that the target expects of a competency, or that its questions ask for, and that have no mark.
pub(super) fn not_asked(assessment: &Assessment, competency: &Competency) -> usize {
    let (expected, beside) = criteria(assessment, &Places::of(&assessment.basis.framework), competency);
    MarkCounts::of(expected.iter().chain(&beside)).not_asked
}

fn of<'a>(assessment: &'a Assessment, places: &Places<'a>, competency: &'a Competency, weight: Weight) -> Outcome {
    let basis = &assessment.basis;
    let framework = &basis.framework;
    let steps = framework.steps(competency);
    let target = framework.step_at(competency, &basis.guide.level);
    let rating = assessment.rating(&competency.id);
    let against_target = rating.and_then(|rating| distance(basis, &competency.id, rating));
    let (criteria, beside) = criteria(assessment, places, competency);
    Outcome {
        competency: competency.id.clone(),
        code: competency.code.clone(),
        title: competency.title.clone(),
        weight,
        target: target.and_then(|target| steps.get(target)).map(|step| framework.step_name(step)),
        rating: rating.cloned(),
        rating_words: rating.map(|rating| rating_words(framework, competency, rating)),
        why: assessment.rated(&competency.id).and_then(|rated| why(&rated.explained)),
        amended: None,
        against_target,
        against_target_words: against_target.map(against_target_words),
        marks: MarkCounts::of(criteria.iter().chain(&beside)),
        criteria,
        beside,
        notes: notes(assessment, &competency.id),
    }
}

fn why(explained: &str) -> Option<String> {
    let explained = explained.trim();
    (!explained.is_empty()).then(|| format!("Why: “{explained}”"))
}

/// What the target expects, and what the questions ask for besides.
fn criteria<'a>(
    assessment: &'a Assessment,
    places: &Places<'a>,
    competency: &'a Competency,
) -> (Vec<MarkedCriterion>, Vec<MarkedCriterion>) {
    let basis = &assessment.basis;
    let expected = places.expected(competency, &basis.guide.level);
    let mut listed: BTreeSet<_> = expected.iter().map(|criterion| places.original(&criterion.id)).collect();
    let questions = assessment.questions_of(&competency.id);
    let beside: Vec<_> = questions
        .flat_map(|question| &question.criteria)
        .filter_map(|id| places.get(id))
        .filter(|place| listed.insert(places.original(&place.criterion.id)))
        .map(|place| marked(assessment, place.criterion))
        .collect();
    (expected.into_iter().map(|criterion| marked(assessment, criterion)).collect(), beside)
}

fn notes(assessment: &Assessment, competency: &CompetencyId) -> Vec<QuestionNote> {
    let questions = assessment.questions_of(competency);
    let notes = questions.map(|question| QuestionNote {
        question: question.id.clone(),
        text: question.text.clone(),
        note: assessment.note(&question.id).to_owned(),
    });
    notes.filter(|note| !note.note.is_empty()).collect()
}

impl MarkCounts {
    fn of<'a>(criteria: impl Iterator<Item = &'a MarkedCriterion>) -> Self {
        let mut counts = Self::default();
        for criterion in criteria {
            let count = match criterion.mark {
                Some(Mark::Met) => &mut counts.met,
                Some(Mark::Partly) => &mut counts.partly,
                Some(Mark::NotMet) => &mut counts.not_met,
                Some(Mark::NoEvidence) => &mut counts.no_evidence,
                Some(Mark::NotYet) => &mut counts.not_yet,
                Some(Mark::NotApplicable) => &mut counts.not_applicable,
                None => &mut counts.not_asked,
            };
            *count += 1;
        }
        counts
    }

    /// The marks with their counts in the order in which they are offered, without those that nothing got.
    pub fn by_mark(&self) -> Vec<(Mark, usize)> {
        let all = [
            (Mark::Met, self.met),
            (Mark::Partly, self.partly),
            (Mark::NotMet, self.not_met),
            (Mark::NoEvidence, self.no_evidence),
            (Mark::NotYet, self.not_yet),
            (Mark::NotApplicable, self.not_applicable),
        ];
        all.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}
