//! Criteria that the target expects and that a question aims at, but that got no mark.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Assessment, Rating};
use crate::framework::{Competency, CriterionId, Places, QuestionId};

use super::{Finding, Place, Rule};

/// One finding a competency. What the plan leaves out was left out for everybody; why a question was skipped, or a
/// competency not assessed, is said already.
pub fn never_asked<'a>(assessment: &'a Assessment, places: &'a Places<'a>) -> impl Iterator<Item = Finding> {
    let aimed = aimed_at(assessment);
    let competencies = assessment.basis.competencies();
    let assessed = competencies
        .filter(|competency| !matches!(assessment.rating(&competency.id), Some(Rating::NotAssessed { .. })));
    assessed.filter_map(move |competency| finding(assessment, places, &aimed, competency))
}

/// What the questions aim at that were not skipped, each with the first of them.
fn aimed_at(assessment: &Assessment) -> BTreeMap<&CriterionId, &QuestionId> {
    let mut aimed = BTreeMap::new();
    for id in assessment.questions().filter(|id| assessment.skipped(id).is_none()) {
        let criteria = assessment.question(id).map(|(_, question)| question.criteria.as_slice()).unwrap_or_default();
        for criterion in criteria.iter().filter_map(|criterion| assessment.basis.original(criterion)) {
            aimed.entry(criterion).or_insert(id);
        }
    }
    aimed
}

fn finding(
    assessment: &Assessment,
    places: &Places<'_>,
    aimed: &BTreeMap<&CriterionId, &QuestionId>,
    competency: &Competency,
) -> Option<Finding> {
    let mut listed = BTreeSet::new();
    let expected = places.expected(competency, &assessment.basis.guide.level);
    let unmarked: Vec<_> = expected
        .into_iter()
        .filter_map(|criterion| {
            let original = places.original(&criterion.id);
            let question = *aimed.get(original)?;
            let is_open = assessment.mark(original).is_none() && listed.insert(original.clone());
            is_open.then_some((criterion, question))
        })
        .collect();
    let (_, question) = *unmarked.first()?;
    let words = match unmarked.len() {
        1 => "One criterion of".to_owned(),
        count => format!("{count} criteria of"),
    };
    Some(Finding {
        id: Rule::NeverAsked.finding(competency.id.as_str(), listed.iter().map(CriterionId::as_str)),
        rule: Rule::NeverAsked,
        place: Place::Question(question.clone()),
        what: format!("{words} “{}” that the target expects and a question aims at got no mark.", competency.title),
        quoted: unmarked.iter().map(|(criterion, _)| criterion.text.clone()).collect(),
        mend: "Mark what the answers showed; “no evidence” where it was asked and nothing came.".to_owned(),
    })
}
