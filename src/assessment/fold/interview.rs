//! The rules of an interview: questions, notes, ratings, the recommendation, the clock.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Assessment, Basis, Event, FindingId, Rating, Recommended, Refusal, Texts, Worded};
use crate::framework::{Competency, CompetencyId, Kind, Question, QuestionId, Unknown, holds_words};

use super::present::{Present, known, reason_in};

/// The most minutes that can be given beyond those of the plan at once.
const MOST_TIME: u32 = 240;

/// What only interviews have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interview {
    pub asked: Vec<QuestionId>,
    pub current: Option<QuestionId>,
    pub added: Vec<Added>,
    /// The probes that were used, by their places.
    pub probes: BTreeMap<QuestionId, BTreeSet<u32>>,
    pub notes: Texts<QuestionId>,
    pub ratings: BTreeMap<CompetencyId, Rated>,
    pub skipped: BTreeMap<QuestionId, String>,
    pub paused: bool,
    pub extra: Vec<ExtraTime>,
    pub recommended: Option<Recommended>,
    pub waved: BTreeSet<FindingId>,
}

/// A rating, with when it was given and why it differs from what the marks suggest.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    pub rating: Rating,
    /// The number of the entry by which it was given.
    pub seq: u32,
    pub explained: String,
}

/// A question that the guide does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    pub question: Question,
    pub competency: CompetencyId,
    /// Why it was put.
    pub reason: String,
    /// Whether its words are the interviewer's, of the moment.
    pub is_worded: bool,
}

/// Minutes beyond those of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraTime {
    pub minutes: u32,
    pub reason: String,
}

impl Present {
    pub(super) fn interview(&mut self, basis: &Basis, seq: u32, event: &Event) -> Result<(), Refusal> {
        match event {
            Event::AskedQuestion { question } => self.interview.ask(basis, question),
            Event::AskedAfterAll { question } => {
                self.interview.asked_of(basis, question)?;
                self.interview.skipped.remove(question).ok_or_else(|| Refusal::NotSkipped(question.clone()))?;
                self.interview.ask(basis, question)
            }
            Event::SkippedQuestion { question, reason } => {
                self.interview.asked_of(basis, question)?;
                reason_in(reason)?;
                self.interview.asked.retain(|asked| asked != question);
                self.interview.skipped.insert(question.clone(), reason.clone());
                Ok(())
            }
            Event::AddedQuestion { question, reason, worded } => {
                self.interview.add(basis, question, reason, worded.as_ref())
            }
            Event::UsedProbe { question, probe, used } => self.interview.probe(basis, question, *probe, *used),
            Event::WroteNote { question, text } => {
                self.interview.asked_of(basis, question)?;
                self.interview.notes.write(question, text);
                Ok(())
            }
            Event::RatedCompetency { competency, rating } => self.rate(basis, seq, competency, rating),
            Event::ExplainedRating { competency, text } => {
                let rated = self.interview.ratings.get_mut(competency);
                let rated = rated.ok_or_else(|| Refusal::NothingToExplain(competency.clone()))?;
                text.trim().clone_into(&mut rated.explained);
                Ok(())
            }
            Event::Recommended(recommended) => {
                let left = self.unrated(basis);
                if left > 0 {
                    return Err(Refusal::NotRated { left });
                }
                self.interview.recommended = Some(recommended.clone());
                Ok(())
            }
            Event::WavedThrough { finding } => {
                self.interview.waved.insert(finding.clone());
                Ok(())
            }
            Event::Paused | Event::Resumed => self.interview.clock(matches!(event, Event::Paused)),
            Event::GaveTime { minutes, reason } => self.interview.give(*minutes, reason),
            _ => Err(Refusal::NotInThis(crate::assessment::Form::Interview)),
        }
    }

    fn rate(&mut self, basis: &Basis, seq: u32, id: &CompetencyId, rating: &Rating) -> Result<(), Refusal> {
        if !basis.holds(id) {
            return Err(Refusal::UnknownCompetency(id.clone()));
        }
        match rating {
            Rating::NotAssessed { reason } => reason_in(reason)?,
            Rating::Below | Rating::At { .. } if !self.is_touched(basis, id) => {
                return Err(Refusal::NothingToRateOn(id.clone()));
            }
            Rating::Below => {}
            Rating::At { level } => {
                let competency = basis.competency(id);
                let steps = competency.map(|competency| basis.framework.steps(competency)).unwrap_or_default();
                if !steps.iter().any(|step| step.level == *level) {
                    return Err(Refusal::NoSuchStep { competency: id.clone(), level: level.clone() });
                }
            }
        }
        // What explained another rating explains this one no more.
        let rated = Rated { rating: rating.clone(), seq, explained: String::new() };
        self.interview.ratings.insert(id.clone(), rated);
        Ok(())
    }

    /// How many competencies of the guide have no rating.
    pub fn unrated(&self, basis: &Basis) -> usize {
        basis.competencies().filter(|competency| !self.interview.ratings.contains_key(&competency.id)).count()
    }
}

impl Interview {
    /// The question, planned or added.
    fn asked_of<'a>(&'a self, basis: &'a Basis, id: &QuestionId) -> Result<&'a Question, Refusal> {
        let added = self.added.iter().map(|added| &added.question).find(|question| question.id == *id);
        let question = basis.question(id).map(|(_, question)| question).or(added);
        question.ok_or_else(|| Refusal::UnknownQuestion(id.clone()))
    }

    fn ask(&mut self, basis: &Basis, question: &QuestionId) -> Result<(), Refusal> {
        self.asked_of(basis, question)?;
        self.current = Some(question.clone());
        // To look at a skipped question is not to put it: that takes [`Event::AskedAfterAll`].
        if !self.skipped.contains_key(question) && !self.asked.contains(question) {
            self.asked.push(question.clone());
        }
        Ok(())
    }

    fn add(&mut self, basis: &Basis, id: &QuestionId, reason: &str, worded: Option<&Worded>) -> Result<(), Refusal> {
        reason_in(reason)?;
        if self.asked_of(basis, id).is_ok() {
            return Err(Refusal::PlannedAlready(id.clone()));
        }
        let (question, competency) = match worded {
            Some(worded) => (worded_question(basis, id, worded)?, worded.competency.clone()),
            None => {
                let known = basis.framework.served().into_iter().find(|(_, question)| question.id == *id);
                let (competency, question) = known.ok_or_else(|| Refusal::UnknownQuestion(id.clone()))?;
                (question.clone(), competency.id.clone())
            }
        };
        if !basis.holds(&competency) {
            return Err(Refusal::UnknownCompetency(competency));
        }
        self.added.push(Added { question, competency, reason: reason.to_owned(), is_worded: worded.is_some() });
        Ok(())
    }

    fn probe(&mut self, basis: &Basis, id: &QuestionId, probe: u32, used: bool) -> Result<(), Refusal> {
        let count = self.asked_of(basis, id)?.probes.len();
        if probe as usize >= count {
            return Err(Refusal::NoSuchProbe { question: id.clone(), probe });
        }
        let probes = self.probes.entry(id.clone()).or_default();
        if used {
            probes.insert(probe);
        } else {
            probes.remove(&probe);
        }
        if probes.is_empty() {
            self.probes.remove(id);
        }
        Ok(())
    }

    fn clock(&mut self, pause: bool) -> Result<(), Refusal> {
        if self.paused == pause {
            return Err(if pause { Refusal::PausedAlready } else { Refusal::NotPaused });
        }
        self.paused = pause;
        Ok(())
    }

    fn give(&mut self, minutes: u32, reason: &str) -> Result<(), Refusal> {
        reason_in(reason)?;
        if !(1..=MOST_TIME).contains(&minutes) {
            return Err(Refusal::TimeOutOfRange { minutes, most: MOST_TIME });
        }
        self.extra.push(ExtraTime { minutes, reason: reason.to_owned() });
        Ok(())
    }
}

/// A question with words of the moment. It has no minutes of its own, and what a good answer sounds like nobody wrote.
fn worded_question(basis: &Basis, id: &QuestionId, worded: &Worded) -> Result<Question, Refusal> {
    if worded.text.trim().is_empty() {
        return Err(Refusal::WordsMissing);
    }
    if basis.competency(&worded.competency).is_none() {
        return Err(Refusal::UnknownCompetency(worded.competency.clone()));
    }
    for criterion in &worded.criteria {
        known(basis, criterion)?;
    }
    Ok(Question {
        id: id.clone(),
        text: worded.text.trim().to_owned(),
        kind: Kind::Behavioural,
        minutes: 0,
        criteria: worded.criteria.clone(),
        probes: Vec::new(),
        strong: None,
        weak: None,
        unknown: Unknown::new(),
    })
}

impl Assessment {
    /// The question in view: the one asked last.
    pub fn current(&self) -> Option<&QuestionId> {
        self.present.interview.current.as_ref()
    }

    /// The questions of the guide in its order, then those that were added.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionId> {
        self.basis.guide.questions.iter().chain(self.present.interview.added.iter().map(|added| &added.question.id))
    }

    /// A question of the guide, or one that was added, with the competency that it serves.
    pub fn question(&self, id: &QuestionId) -> Option<(&Competency, &Question)> {
        self.basis.question(id).or_else(|| {
            let added = self.added(id)?;
            Some((self.basis.competency(&added.competency)?, &added.question))
        })
    }

    /// What is known of a question that was added.
    pub fn added(&self, id: &QuestionId) -> Option<&Added> {
        self.present.interview.added.iter().find(|added| added.question.id == *id)
    }

    /// The framework's own questions that could be added and hold all these words: those of the guide's competencies
    /// that are not asked anyway.
    pub fn addable<'a>(&'a self, find: &'a str) -> impl Iterator<Item = (&'a Competency, &'a Question)> {
        let served = self.basis.framework.served().into_iter();
        served.filter(move |(competency, question)| {
            let texts = [competency.title.as_str(), question.text.as_str()];
            self.basis.holds(&competency.id)
                && self.question(&question.id).is_none()
                && holds_words(find, texts.into_iter())
        })
    }

    /// The questions that serve a competency, the guide's first.
    pub fn questions_of<'a>(&'a self, competency: &'a CompetencyId) -> impl Iterator<Item = &'a Question> {
        let added = self.present.interview.added.iter().filter(move |added| added.competency == *competency);
        self.basis.questions_of(competency).chain(added.map(|added| &added.question))
    }

    /// Whether a question was put, and not skipped since.
    pub fn was_asked(&self, id: &QuestionId) -> bool {
        self.present.interview.asked.contains(id)
    }

    /// Why a question was skipped; none when it was put after all.
    pub fn skipped(&self, id: &QuestionId) -> Option<&str> {
        self.present.interview.skipped.get(id).map(String::as_str)
    }

    /// Whether a probe, by its place from 0, was used.
    pub fn used_probe(&self, id: &QuestionId, probe: u32) -> bool {
        self.present.interview.probes.get(id).is_some_and(|probes| probes.contains(&probe))
    }

    /// The note of a question; empty when there is none.
    pub fn note(&self, id: &QuestionId) -> &str {
        self.present.interview.notes.get(id)
    }

    /// The rating of a competency.
    pub fn rating(&self, id: &CompetencyId) -> Option<&Rating> {
        self.present.interview.ratings.get(id).map(|rated| &rated.rating)
    }

    /// The rating of a competency, with when it was given and what explains it.
    pub fn rated(&self, id: &CompetencyId) -> Option<&Rated> {
        self.present.interview.ratings.get(id)
    }

    /// The interviewer's overall word.
    pub fn recommended(&self) -> Option<&Recommended> {
        self.present.interview.recommended.as_ref()
    }

    /// How many competencies of the guide have no rating.
    pub fn unrated(&self) -> usize {
        self.present.unrated(&self.basis)
    }

    /// Whether the clock stands.
    pub fn is_paused(&self) -> bool {
        self.present.interview.paused
    }

    /// The minutes beyond those of the plan, each with its reason.
    pub fn extra_time(&self) -> &[ExtraTime] {
        &self.present.interview.extra
    }

    /// Whether what the check found was waved through.
    pub fn is_waved(&self, finding: &FindingId) -> bool {
        self.present.interview.waved.contains(finding)
    }

    /// The entry by which what the check found was waved through, so that this can be undone.
    pub fn waved_by(&self, finding: &FindingId) -> Option<u32> {
        self.last_counting(|event| matches!(event, Event::WavedThrough { finding: waved } if waved == finding))
    }
}
