//! What a headline said when the scorecard was sealed. One that was amended since says so, beside what it says now.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assessment::{Assessment, Event, Rating};
use crate::framework::CompetencyId;

use super::rating_words;

/// That the recommendation was amended, such as `amended, was Yes`.
pub fn amended_recommendation(assessment: &Assessment) -> Option<String> {
    let is_amended = assessment.amendments().any(|(_, _, change)| matches!(change, Event::Recommended(_)));
    let word = |assessment: &Assessment| {
        assessment.recommended().map_or("none", |recommended| recommended.recommendation.name()).to_owned()
    };
    let sealed = is_amended.then(|| as_sealed(assessment)).flatten()?;
    Some(amended_words(&word(&sealed), &word(assessment)))
}

/// Of each rating that was amended, that it was.
pub(super) fn amended_ratings(assessment: &Assessment) -> BTreeMap<CompetencyId, String> {
    let changes = assessment.amendments().filter_map(|(_, _, change)| match change {
        Event::RatedCompetency { competency, .. } => Some(competency),
        _ => None,
    });
    let mut changes = changes.peekable();
    let sealed = changes.peek().is_some().then(|| as_sealed(assessment)).flatten();
    let Some(sealed) = sealed else { return BTreeMap::new() };
    changes.map(|id| (id.clone(), amended_words(&rating(&sealed, id), &rating(assessment, id)))).collect()
}

/// The assessment as it was when it was sealed.
fn as_sealed(assessment: &Assessment) -> Option<Assessment> {
    let seal = assessment.seal()?.seq;
    let mut log = assessment.log().iter().take_while(|entry| entry.seq <= seal).cloned();
    let mut sealed = Assessment::begin(Arc::clone(&assessment.basis), log.next()?).ok()?;
    log.try_for_each(|entry| sealed.apply(entry)).ok()?;
    Some(sealed)
}

fn rating(assessment: &Assessment, id: &CompetencyId) -> String {
    let framework = &assessment.basis.framework;
    match (framework.competency(id), assessment.rating(id)) {
        // Its reason stands among the amendments.
        (Some(_), Some(Rating::NotAssessed { .. })) => "not assessed".to_owned(),
        (Some(competency), Some(rating)) => rating_words(framework, competency, rating),
        _ => "not rated".to_owned(),
    }
}

/// What was amended back, or in its reason alone, was nothing else before.
fn amended_words(was: &str, is: &str) -> String {
    if was == is { "amended".to_owned() } else { format!("amended, was {was}") }
}
