//! Ratings that were changed after answers to other questions, with nothing new of their own competency.

use std::collections::BTreeSet;

use crate::assessment::fold::undone;
use crate::assessment::{Assessment, Entry, Event, Rating, rating_words};
use crate::framework::{Competency, CompetencyId, Places};

use super::{Finding, Place, Rule, rated};

/// A rating of one competency, or an answer to a question of one: a note, a mark, a question that was put.
struct Step<'a> {
    seq: u32,
    competency: &'a CompetencyId,
    /// None: an answer.
    rating: Option<&'a Rating>,
}

/// Competencies of which the rating that counts is another than the first one, and was given after answers that served
/// other competencies alone.
pub fn changed_later(assessment: &Assessment, places: &Places<'_>) -> Vec<Finding> {
    let undone = undone(assessment.log(), None);
    let entries = assessment.log().iter().filter(|entry| !undone.contains(&entry.seq));
    let mut put = BTreeSet::new();
    let news = entries.filter(|entry| match &entry.event {
        // To look back at a question is no answer.
        Event::AskedQuestion { question } => put.insert(question),
        _ => true,
    });
    let steps: Vec<Step<'_>> = news.filter_map(|entry| step_of(assessment, places, entry)).collect();
    rated(assessment).filter_map(|(competency, _)| finding(assessment, competency, &steps)).collect()
}

fn step_of<'a>(assessment: &'a Assessment, places: &Places<'a>, entry: &'a Entry) -> Option<Step<'a>> {
    let (competency, rating) = match &entry.event {
        Event::RatedCompetency { competency, rating } => (competency, Some(rating)),
        Event::MarkedCriterion { criterion, .. } => (&places.get(criterion)?.competency.id, None),
        Event::AskedQuestion { question }
        | Event::AskedAfterAll { question }
        | Event::WroteNote { question, .. }
        | Event::UsedProbe { question, .. } => (&assessment.question(question)?.0.id, None),
        _ => return None,
    };
    Some(Step { seq: entry.seq, competency, rating })
}

fn finding(assessment: &Assessment, competency: &Competency, steps: &[Step<'_>]) -> Option<Finding> {
    let own = |step: &&Step<'_>| *step.competency == competency.id;
    let ratings: Vec<(u32, &Rating)> =
        steps.iter().filter(own).filter_map(|step| Some((step.seq, step.rating?))).collect();
    let ((_, first), (_, last)) = (ratings.first()?, ratings.last()?);
    // Who came back to what she said first was moved by nothing.
    if first == last {
        return None;
    }
    let before = ratings.iter().rposition(|(_, rating)| rating != last)?;
    let ((from, earlier), (until, _)) = (ratings.get(before)?, ratings.get(before + 1)?);
    let between = || steps.iter().filter(|step| (from + 1..*until).contains(&step.seq) && step.rating.is_none());
    // Something new of its own is reason enough.
    if between().count() == 0 || between().any(|step| own(&step)) {
        return None;
    }
    let framework = &assessment.basis.framework;
    let words = |rating: &Rating| rating_words(framework, competency, rating);
    let rests_on = [from.to_string(), until.to_string()];
    Some(Finding {
        id: Rule::ChangedLater.finding(competency.id.as_str(), rests_on.iter().map(String::as_str)),
        rule: Rule::ChangedLater,
        place: Place::Competency(competency.id.clone()),
        what: format!(
            "“{}” was rated “{}”, and after answers to other questions “{}”.",
            competency.title,
            words(earlier),
            words(last)
        ),
        quoted: Vec::new(),
        mend: "Look at its own notes and marks alone, and rate it on them.".to_owned(),
    })
}
