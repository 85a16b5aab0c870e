//! The fold: one entry after the other, each taken by the rules or refused.

mod closing;
mod grounds;
mod interview;
mod portfolio;
mod present;
mod undo;
mod verification;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::framework::{CriterionId, Digest};

use super::seal::Chain;
use super::{Altered, Basis, Entry, Event, Example, Form, Mark, PersonId, Refusal, Started};

pub use interview::{Added, ExtraTime, Rated};
pub(super) use present::Present;
pub(super) use undo::undone;

/// An assessment as its log tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub basis: Arc<Basis>,
    pub started: Started,
    /// When it was started, in milliseconds since 1970.
    pub started_at: i64,
    log: Vec<Entry>,
    chain: Chain,
    present: Present,
}

/// How far an assessment has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Started, nothing happened yet.
    Planned,
    /// Questions are being asked, criteria marked, competencies rated.
    Underway,
    /// Every competency of the interview has its rating.
    Rated,
    /// The interviewer gave an overall word.
    Concluded,
    /// It was submitted.
    Sealed,
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
        may_start(&basis, &started)?;
        let chain = Chain::begin(&entry);
        Ok(Self { basis, started, started_at: entry.at, log: vec![entry], chain, present: Present::default() })
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

    /// Takes the next entry. What it says of the log before it is held against that, but not refused: a log that was
    /// altered is read all the same, and [`Self::altered`] tells where.
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
            // Every rule is asked before anything is changed.
            self.present.apply(&self.started, &self.basis, &entry)?;
        }
        self.chain.add(&entry);
        self.log.push(entry);
        Ok(())
    }

    /// The entry that comes next, with this event at this time.
    pub fn next(&self, at: i64, event: Event) -> Entry {
        Entry::new(self.next_seq(), at, Some(self.head().clone()), event)
    }

    /// The number of the next entry.
    pub fn next_seq(&self) -> u32 {
        u32::try_from(self.log.len()).map_or(u32::MAX, |length| length.saturating_add(1))
    }

    /// Every entry, in order.
    pub fn log(&self) -> &[Entry] {
        &self.log
    }

    /// The entry of that number.
    pub fn entry(&self, seq: u32) -> Option<&Entry> {
        self.log.get(seq.checked_sub(1)? as usize)
    }

    /// What the log comes to: the digest of the chain of its entries, which the next entry names.
    pub fn head(&self) -> &Digest {
        self.chain.head()
    }

    /// Holds the log against what it came to where it was written down.
    pub fn hold_against(&mut self, head: &Digest) {
        self.chain.hold_against(head);
    }

    /// Where the log is no longer as it was written; none when it is.
    pub fn altered(&self) -> Option<Altered> {
        self.chain.altered()
    }

    /// Whether it is an interview, a unit assessment or a self-assessment.
    pub const fn form(&self) -> Form {
        self.started.form()
    }

    /// Everybody whom the log names.
    pub fn people(&self) -> BTreeSet<&PersonId> {
        let verifiers = self.verifications().iter().map(|verification| &verification.verifier);
        [&self.started.candidate, &self.started.interviewer].into_iter().chain(verifiers).collect()
    }

    /// The mark of a criterion, or of the one that it repeats.
    pub fn mark(&self, id: &CriterionId) -> Option<Mark> {
        self.present.marks.get(self.basis.original(id)?).copied()
    }

    /// The candidate's own example for a criterion.
    pub fn example(&self, id: &CriterionId) -> Option<&Example> {
        self.present.examples.get(self.basis.original(id)?)
    }

    /// What the log adds up to, for figures.
    pub(super) const fn present(&self) -> &Present {
        &self.present
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        if self.is_sealed() {
            Stage::Sealed
        } else if self.recommended().is_some() {
            Stage::Concluded
        } else if self.present == Present::default() {
            Stage::Planned
        } else if self.form() == Form::Interview && self.unrated() == 0 {
            Stage::Rated
        } else {
            Stage::Underway
        }
    }
}

/// Whether a start goes with its basis.
fn may_start(basis: &Basis, started: &Started) -> Result<(), Refusal> {
    if let Some(guide) = started.guide() {
        same("the guide", guide, basis.guide_digest())?;
    }
    same("the framework", &started.framework.digest, basis.framework_digest())?;
    same("a guide for framework", &basis.guide.framework.digest, basis.framework_digest())?;
    if !basis.fits(&started.against) {
        return Err(Refusal::OtherBasis(started.form()));
    }
    match started.form() {
        Form::Unit if basis.framework.purpose != crate::framework::Purpose::Unit => Err(Refusal::NoUnit),
        _ => Ok(()),
    }
}

fn same(what: &'static str, expected: &Digest, found: &Digest) -> Result<(), Refusal> {
    if expected == found {
        Ok(())
    } else {
        Err(Refusal::OtherRevision { what, expected: expected.clone(), found: found.clone() })
    }
}
