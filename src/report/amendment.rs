//! Amendments: what was changed after the scorecard was sealed, with what stood there before, in words.

use std::sync::Arc;

use crate::assessment::{Assessment, Entry, Event, Mark, Recommended};
use crate::framework::{CompetencyId, CriterionId, Places};

use super::rating_words;

/// One change after submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// The number of its entry.
    pub seq: u32,
    /// Milliseconds since 1970.
    pub at: i64,
    pub reason: String,
    /// What was changed, such as `Rating of Greeting`.
    pub what: String,
    pub was: String,
    pub is: String,
}

/// Every amendment, oldest first.
pub fn amendments(assessment: &Assessment) -> Vec<Amendment> {
    if assessment.amendments().next().is_none() {
        return Vec::new();
    }
    // What stood before is told by the log alone.
    let mut log = assessment.log().iter().cloned();
    let Some(Ok(mut past)) = log.next().map(|first| Assessment::begin(Arc::clone(&assessment.basis), first)) else {
        return Vec::new();
    };
    log.filter_map(|entry| amendment(&mut past, entry)).collect()
}

/// Takes an entry, and tells what it amends if it does.
fn amendment(past: &mut Assessment, entry: Entry) -> Option<Amendment> {
    let told = match &entry.event {
        Event::Amended { reason, change } => Some((reason.trim().to_owned(), change.clone(), said(past, change))),
        _ => None,
    };
    let (seq, at) = (entry.seq, entry.at);
    past.apply(entry).ok()?;
    let (reason, change, was) = told?;
    Some(Amendment { seq, at, reason, what: what(past, &change), was, is: said(past, &change) })
}

/// What an event changes, in words.
fn what(assessment: &Assessment, change: &Event) -> String {
    match change {
        Event::WroteNote { question, .. } => {
            let text = assessment.question(question).map_or(question.as_str(), |(_, question)| &question.text);
            format!("Note on “{text}”")
        }
        Event::MarkedCriterion { criterion, .. } => format!("Mark of {}", worded(assessment, criterion)),
        Event::RatedCompetency { competency, .. } => format!("Rating of {}", title(assessment, competency)),
        Event::ExplainedRating { competency, .. } => {
            format!("Why the rating of {} differs from the marks", title(assessment, competency))
        }
        Event::Recommended(_) => "Recommendation".to_owned(),
        Event::GaveFeedback { criterion, .. } => format!("Feedback on {}", worded(assessment, criterion)),
        Event::CoveredItem { criterion, range, item, .. } => {
            let item = Places::of(&assessment.basis.framework)
                .get(criterion)
                .and_then(|place| place.criterion.range.get(*range as usize)?.items.get(*item as usize).cloned());
            format!("Range of {}: {}", worded(assessment, criterion), item.unwrap_or_default())
        }
        Event::DescribedEvidence { evidence, part, .. } => {
            format!("Evidence “{}”: {}", piece(assessment, evidence), part.name().to_lowercase())
        }
        Event::TiedEvidence { evidence, criterion, .. } => {
            format!("Evidence “{}” for {}", piece(assessment, evidence), worded(assessment, criterion))
        }
        Event::ConfirmedEvidence { evidence, quality, .. } => {
            format!("Evidence “{}”: {}", piece(assessment, evidence), quality.name())
        }
        _ => "Something else".to_owned(),
    }
}

/// What the assessment says where an event changes it.
fn said(assessment: &Assessment, change: &Event) -> String {
    let evidence = |id| assessment.piece_of_evidence(id);
    let yes_or_no = |yes: bool, words: [&str; 2]| words[usize::from(!yes)].to_owned();
    match change {
        Event::WroteNote { question, .. } => or_nothing(assessment.note(question)),
        Event::MarkedCriterion { criterion, .. } => {
            assessment.mark(criterion).map_or("not asked", Mark::name).to_owned()
        }
        Event::RatedCompetency { competency, .. } => rating(assessment, competency),
        Event::ExplainedRating { competency, .. } => {
            or_nothing(assessment.rated(competency).map_or("", |rated| &rated.explained))
        }
        Event::Recommended(_) => assessment.recommended().map_or_else(|| "none yet".to_owned(), recommendation_words),
        Event::GaveFeedback { criterion, .. } => or_nothing(assessment.feedback(criterion)),
        Event::CoveredItem { criterion, range, item, .. } => {
            yes_or_no(assessment.is_covered(criterion, *range, *item), ["covered", "not covered"])
        }
        Event::DescribedEvidence { evidence: id, part, .. } => {
            or_nothing(evidence(id).map_or("", |evidence| evidence.part(*part)))
        }
        Event::TiedEvidence { evidence: id, criterion, .. } => {
            let original = assessment.basis.original(criterion);
            let tied = evidence(id).zip(original).is_some_and(|(evidence, id)| evidence.criteria.contains(id));
            yes_or_no(tied, ["tied", "not tied"])
        }
        Event::ConfirmedEvidence { evidence: id, quality, .. } => yes_or_no(
            evidence(id).is_some_and(|evidence| evidence.confirmed.contains(quality)),
            ["confirmed", "not confirmed"],
        ),
        _ => String::new(),
    }
}

/// The rating, with what explains it: that goes when it is rated anew.
fn rating(assessment: &Assessment, id: &CompetencyId) -> String {
    let framework = &assessment.basis.framework;
    let (Some(competency), Some(rated)) = (framework.competency(id), assessment.rated(id)) else {
        return "not rated".to_owned();
    };
    let words = rating_words(framework, competency, &rated.rating);
    if rated.explained.is_empty() { words } else { format!("{words}, “{}”", rated.explained) }
}

/// The overall word with its reason, such as `Yes: knows the rules`.
pub fn recommendation_words(recommended: &Recommended) -> String {
    let word = recommended.recommendation.name();
    match recommended.reason.trim() {
        "" => word.to_owned(),
        reason => format!("{word}: {reason}"),
    }
}

fn or_nothing(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() { "nothing".to_owned() } else { text.to_owned() }
}

fn title(assessment: &Assessment, id: &CompetencyId) -> String {
    assessment.basis.competency(id).map_or_else(|| id.to_string(), |competency| competency.title.clone())
}

/// A criterion with its code where it has one.
fn worded(assessment: &Assessment, id: &CriterionId) -> String {
    let places = Places::of(&assessment.basis.framework);
    let Some(place) = places.get(id) else { return format!("“{id}”") };
    let criterion = place.criterion;
    match &criterion.code {
        Some(code) => format!("{code} “{}”", criterion.text),
        None => format!("“{}”", criterion.text),
    }
}

fn piece<'a>(assessment: &'a Assessment, id: &'a crate::assessment::EvidenceId) -> &'a str {
    assessment.piece_of_evidence(id).map_or(id.as_str(), |evidence| evidence.name())
}
