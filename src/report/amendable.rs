//! What of a sealed interview an amendment can change, each with what stands there now.

use crate::assessment::{Assessment, Event, Mark, Rating};
use crate::framework::{CompetencyId, CriterionId, QuestionId};

use super::{MarkedCriterion, outcome, rating_words};

/// One thing that can be amended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amendable {
    Recommendation,
    Rating(CompetencyId),
    /// Why a rating differs from what the marks suggest.
    Explanation(CompetencyId),
    /// The note of a question.
    Note(QuestionId),
    Mark(CriterionId),
}

/// Things of one kind, under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendableGroup {
    pub name: &'static str,
    pub items: Vec<(Amendable, String)>,
}

/// Everything that can be amended, in the order in which it is looked for.
pub fn amendable(assessment: &Assessment) -> Vec<AmendableGroup> {
    let recommendation = assessment.recommended().map_or("none yet", |recommended| recommended.recommendation.name());
    let groups = [
        ("Recommendation", vec![(Amendable::Recommendation, format!("Recommendation: {recommendation}"))]),
        ("Ratings", ratings(assessment)),
        ("Why ratings differ from the marks", explanations(assessment)),
        ("Notes", notes(assessment)),
        ("Marks", marks(assessment)),
    ];
    let groups = groups.into_iter().filter(|(_, items)| !items.is_empty());
    groups.map(|(name, items)| AmendableGroup { name, items }).collect()
}

/// Whether all that a change would write stands there already. A rating given once more explains nothing anew.
pub fn changes_nothing(assessment: &Assessment, change: &Event) -> bool {
    let same = |one: &str, other: &str| one.trim() == other.trim();
    match change {
        Event::WroteNote { question, text } => same(assessment.note(question), text),
        Event::MarkedCriterion { criterion, mark } => assessment.mark(criterion) == *mark,
        Event::ExplainedRating { competency, text } => {
            same(assessment.rated(competency).map_or("", |rated| &rated.explained), text)
        }
        Event::RatedCompetency { competency, rating } => match (assessment.rating(competency), rating) {
            (Some(Rating::NotAssessed { reason: before }), Rating::NotAssessed { reason }) => same(before, reason),
            (before, rating) => before == Some(rating),
        },
        Event::Recommended(recommended) => assessment.recommended().is_some_and(|before| {
            before.recommendation == recommended.recommendation && same(&before.reason, &recommended.reason)
        }),
        _ => false,
    }
}

fn ratings(assessment: &Assessment) -> Vec<(Amendable, String)> {
    let framework = &assessment.basis.framework;
    let competencies = assessment.basis.competencies();
    let item = competencies.map(|competency| {
        let rating = assessment.rating(&competency.id).map(|rating| rating_words(framework, competency, rating));
        let rating = rating.unwrap_or_else(|| "not rated".to_owned());
        (Amendable::Rating(competency.id.clone()), format!("{}: {rating}", competency.title))
    });
    item.collect()
}

fn explanations(assessment: &Assessment) -> Vec<(Amendable, String)> {
    let competencies = assessment.basis.competencies();
    let rated = competencies
        .filter(|competency| matches!(assessment.rating(&competency.id), Some(Rating::Below | Rating::At { .. })));
    rated.map(|competency| (Amendable::Explanation(competency.id.clone()), competency.title.clone())).collect()
}

fn notes(assessment: &Assessment) -> Vec<(Amendable, String)> {
    let questions = assessment.questions().filter_map(|id| assessment.question(id));
    questions.map(|(_, question)| (Amendable::Note(question.id.clone()), question.text.clone())).collect()
}

fn marks(assessment: &Assessment) -> Vec<(Amendable, String)> {
    let criteria = outcome(assessment).into_iter().flat_map(|outcome| [outcome.criteria, outcome.beside]).flatten();
    let item = criteria.map(|MarkedCriterion { criterion, code, text, mark }| {
        let code = code.map(|code| format!("{code} ")).unwrap_or_default();
        (Amendable::Mark(criterion), format!("{code}{text}: {}", mark.map_or("not asked", Mark::name)))
    });
    item.collect()
}
