//! The fold: one entry after the other, each taken by the rules or refused.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::framework::{CompetencyId, CriterionId, QuestionId};

use super::{Basis, Entry, Event, Mark, Rating, Recommended, Refusal, Started};

/// An assessment as its log tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub basis: Arc<Basis>,
    pub started: Started,
    /// When it was started, in milliseconds since 1970.
    pub started_at: i64,
    log: Vec<Entry>,
    present: Present,
}

/// What the log adds up to.
#[derive(Clone, Debug, Default, PartialEq)]
struct Present {
    asked: Vec<QuestionId>,
    current: Option<QuestionId>,
    notes: BTreeMap<QuestionId, String>,
    /// Under the id of the criterion that stands for all that repeat it.
    marks: BTreeMap<CriterionId, Mark>,
    ratings: BTreeMap<CompetencyId, Rating>,
    skipped: BTreeMap<QuestionId, String>,
    recommended: Option<Recommended>,
}

/// How far an assessment has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Started, nothing asked yet.
    Planned,
    /// Questions are being asked, or competencies rated.
    Underway,
    /// Every competency has its rating.
    Rated,
    /// The interviewer gave an overall word.
    Concluded,
}

impl Assessment {
    /// Begins with the first entry of a log.
    ///
    /// # Errors
    /// If it is not the start, or names other revisions than the basis.
    pub fn begin(basis: Arc<Basis>, entry: Entry) -> Result<Self, Refusal> {
        if entry.seq != 1 {
            return Err(Refusal::OutOfOrder { expected: 1, found: entry.seq });
        }
        let Event::Started(started) = entry.event.clone() else { return Err(Refusal::NotStarted) };
        same("the guide", &started.guide, basis.guide_digest())?;
        same("the framework", &started.framework.digest, basis.framework_digest())?;
        same("a guide for framework", &basis.guide.framework.digest, basis.framework_digest())?;
        Ok(Self { basis, started, started_at: entry.at, log: vec![entry], present: Present::default() })
    }

    /// Folds a whole log.
    ///
    /// # Errors
    /// The first entry that is refused, by its index, with the reason.
    pub fn fold(basis: Arc<Basis>, entries: Vec<Entry>) -> Result<Self, (usize, Refusal)> {
        let mut entries = entries.into_iter();
        let first = entries.next().ok_or((0, Refusal::NotStarted))?;
        let mut assessment = Self::begin(basis, first).map_err(|refusal| (0, refusal))?;
        for (index, entry) in entries.enumerate() {
            assessment.apply(entry).map_err(|refusal| (index + 1, refusal))?;
        }
        Ok(assessment)
    }

    /// Takes the next entry.
    ///
    /// # Errors
    /// [`Refusal`], and nothing is changed.
    pub fn apply(&mut self, entry: Entry) -> Result<(), Refusal> {
        if entry.seq != self.next_seq() {
            return Err(Refusal::OutOfOrder { expected: self.next_seq(), found: entry.seq });
        }
        if let Event::Undone { seq } = entry.event {
            self.present = self.without(seq)?;
        } else {
            self.present.apply(&self.basis, &entry.event)?;
        }
        self.log.push(entry);
        Ok(())
    }

    /// The number of the next entry.
    pub fn next_seq(&self) -> u32 {
        u32::try_from(self.log.len()).map_or(u32::MAX, |length| length.saturating_add(1))
    }

    /// Every entry, in order.
    pub fn log(&self) -> &[Entry] {
        &self.log
    }

    /// The question in view: the one asked last.
    pub fn current(&self) -> Option<&QuestionId> {
        self.present.current.as_ref()
    }

    /// Whether a question was put, and not skipped since.
    pub fn was_asked(&self, id: &QuestionId) -> bool {
        self.present.asked.contains(id)
    }

    /// The entries by which a question was skipped, newest first; undoing all of them puts it after all.
    pub fn skips(&self, id: &QuestionId) -> Vec<u32> {
        let undone: BTreeSet<u32> = self.log.iter().filter_map(undone_by).collect();
        let skips = |event: &Event| matches!(event, Event::SkippedQuestion { question, .. } if question == id);
        let entries = self.log.iter().rev().filter(|entry| skips(&entry.event) && !undone.contains(&entry.seq));
        entries.map(|entry| entry.seq).collect()
    }

    /// Why a question was skipped; none when that was undone.
    pub fn skipped(&self, id: &QuestionId) -> Option<&str> {
        self.present.skipped.get(id).map(String::as_str)
    }

    /// The note of a question; empty when there is none.
    pub fn note(&self, id: &QuestionId) -> &str {
        self.present.notes.get(id).map_or("", String::as_str)
    }

    /// The mark of a criterion, or of the one that it repeats.
    pub fn mark(&self, id: &CriterionId) -> Option<Mark> {
        self.present.marks.get(self.basis.original(id)?).copied()
    }

    /// The rating of a competency.
    pub fn rating(&self, id: &CompetencyId) -> Option<&Rating> {
        self.present.ratings.get(id)
    }

    /// The interviewer's overall word.
    pub fn recommended(&self) -> Option<&Recommended> {
        self.present.recommended.as_ref()
    }

    /// Whether there is a note or a mark for the competency.
    pub fn has_evidence(&self, id: &CompetencyId) -> bool {
        self.present.has_evidence(&self.basis, id)
    }

    /// How many competencies of the guide have no rating.
    pub fn unrated(&self) -> usize {
        self.present.unrated(&self.basis)
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        if self.present.recommended.is_some() {
            Stage::Concluded
        } else if self.present == Present::default() {
            Stage::Planned
        } else if self.unrated() == 0 {
            Stage::Rated
        } else {
            Stage::Underway
        }
    }

    /// What the log adds up to when that entry no longer counts.
    fn without(&self, seq: u32) -> Result<Present, Refusal> {
        let mut undone: BTreeSet<u32> = self.log.iter().filter_map(undone_by).collect();
        let target = self.log.iter().find(|entry| entry.seq == seq);
        let may = target.is_some_and(|entry| !matches!(entry.event, Event::Started(_) | Event::Undone { .. }));
        if !may || !undone.insert(seq) {
            return Err(Refusal::NothingToUndo(seq));
        }
        let mut present = Present::default();
        for entry in self.log.iter().filter(|entry| !undone.contains(&entry.seq)) {
            if !matches!(entry.event, Event::Started(_) | Event::Undone { .. }) {
                let needed = |_| Refusal::NeededBy { seq, by: entry.seq };
                present.apply(&self.basis, &entry.event).map_err(needed)?;
            }
        }
        Ok(present)
    }
}

impl Present {
    fn apply(&mut self, basis: &Basis, event: &Event) -> Result<(), Refusal> {
        match event {
            // Undoing is the log's business: it needs the entries before.
            Event::Started(_) | Event::Undone { .. } => return Err(Refusal::StartedAgain),
            Event::AskedQuestion { question } => {
                planned(basis, question)?;
                self.current = Some(question.clone());
                // To look at a skipped question is not to put it: that takes undoing the skip.
                if !self.skipped.contains_key(question) && !self.asked.contains(question) {
                    self.asked.push(question.clone());
                }
            }
            Event::WroteNote { question, text } => {
                planned(basis, question)?;
                if text.trim().is_empty() {
                    self.notes.remove(question);
                } else {
                    self.notes.insert(question.clone(), text.clone());
                }
            }
            Event::MarkedCriterion { criterion, mark } => self.mark(basis, criterion, *mark)?,
            Event::RatedCompetency { competency, rating } => self.rate(basis, competency, rating)?,
            Event::SkippedQuestion { question, reason } => {
                planned(basis, question)?;
                reason_in(reason)?;
                self.asked.retain(|asked| asked != question);
                self.skipped.insert(question.clone(), reason.clone());
            }
            Event::Recommended(recommended) => {
                let left = self.unrated(basis);
                if left > 0 {
                    return Err(Refusal::NotRated { left });
                }
                self.recommended = Some(recommended.clone());
            }
        }
        Ok(())
    }

    fn mark(&mut self, basis: &Basis, id: &CriterionId, mark: Option<Mark>) -> Result<(), Refusal> {
        let original = basis.original(id).ok_or_else(|| Refusal::UnknownCriterion(id.clone()))?;
        match mark {
            Some(mark) if !Mark::choices(basis.framework.purpose).contains(&mark) => {
                return Err(Refusal::MarkNotOffered(mark));
            }
            Some(mark) => self.marks.insert(original.clone(), mark),
            None => self.marks.remove(original),
        };
        Ok(())
    }

    fn rate(&mut self, basis: &Basis, id: &CompetencyId, rating: &Rating) -> Result<(), Refusal> {
        if !basis.holds(id) {
            return Err(Refusal::UnknownCompetency(id.clone()));
        }
        match rating {
            Rating::NotAssessed { reason } => reason_in(reason)?,
            Rating::Below | Rating::At { .. } if !self.has_evidence(basis, id) => {
                return Err(Refusal::NothingToRateOn(id.clone()));
            }
            Rating::Below => {}
            Rating::At { level } => {
                let competency = basis.framework.competency(id);
                let steps = competency.map(|competency| basis.framework.steps(competency)).unwrap_or_default();
                if !steps.iter().any(|step| step.level == *level) {
                    return Err(Refusal::NoSuchStep { competency: id.clone(), level: level.clone() });
                }
            }
        }
        self.ratings.insert(id.clone(), rating.clone());
        Ok(())
    }

    fn has_evidence(&self, basis: &Basis, id: &CompetencyId) -> bool {
        let noted = basis.questions_of(id).any(|question| self.notes.contains_key(&question.id));
        let marked = |competency: &crate::framework::Competency| {
            let mut criteria = competency.expectations.iter().flat_map(|expectation| &expectation.criteria);
            criteria.any(|criterion| basis.original(&criterion.id).is_some_and(|id| self.marks.contains_key(id)))
        };
        noted || basis.framework.competency(id).is_some_and(marked)
    }

    fn unrated(&self, basis: &Basis) -> usize {
        basis.competencies().filter(|competency| !self.ratings.contains_key(&competency.id)).count()
    }
}

fn planned(basis: &Basis, id: &QuestionId) -> Result<(), Refusal> {
    basis.question(id).map(|_| ()).ok_or_else(|| Refusal::UnknownQuestion(id.clone()))
}

fn reason_in(reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(()) }
}

fn undone_by(entry: &Entry) -> Option<u32> {
    match entry.event {
        Event::Undone { seq } => Some(seq),
        _ => None,
    }
}

fn same(
    what: &'static str,
    expected: &crate::framework::Digest,
    found: &crate::framework::Digest,
) -> Result<(), Refusal> {
    if expected == found {
        Ok(())
    } else {
        Err(Refusal::OtherRevision { what, expected: expected.clone(), found: found.clone() })
    }
}
