//! What the entries of a log add up to, and which part of the rules each event goes to.

use std::collections::BTreeMap;

use crate::assessment::{Basis, Entry, Event, Example, Form, Mark, Refusal, Started};
use crate::framework::CriterionId;

use super::closing::Closing;
use super::interview::Interview;
use super::portfolio::Portfolio;

/// What the log adds up to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Present {
    /// Under the id of the criterion that stands for all that repeat it.
    pub marks: BTreeMap<CriterionId, Mark>,
    pub examples: BTreeMap<CriterionId, Example>,
    pub interview: Interview,
    pub portfolio: Portfolio,
    pub closing: Closing,
}

impl Present {
    /// Takes the next entry of an assessment that was started so.
    pub fn apply(&mut self, started: &Started, basis: &Basis, entry: &Entry) -> Result<(), Refusal> {
        match &entry.event {
            // Undoing is the log's business: it needs the entries before.
            Event::Started(_) | Event::Undone { .. } => Err(Refusal::StartedAgain),
            Event::Submitted { .. }
            | Event::Amended { .. }
            | Event::Attached(_)
            | Event::SignedOff { .. }
            | Event::Verified(_) => self.close(started, basis, entry),
            _ if self.closing.is_sealed() => Err(Refusal::Sealed),
            event => self.change(started.form(), basis, entry.seq, event),
        }
    }

    /// Takes what happens before submission, or amends it.
    pub fn change(&mut self, form: Form, basis: &Basis, seq: u32, event: &Event) -> Result<(), Refusal> {
        match (event, form) {
            (Event::MarkedCriterion { criterion, mark }, _) => self.mark(form, basis, criterion, *mark),
            (Event::WroteExample { criterion, part, text }, Form::SelfAssessment) => {
                let original = known(basis, criterion)?;
                let example = self.examples.entry(original.clone()).or_default();
                example.write(part, text);
                if example.is_empty() {
                    self.examples.remove(original);
                }
                Ok(())
            }
            (_, Form::Interview) => self.interview(basis, seq, event),
            (_, Form::Unit) => self.portfolio.apply(basis, event),
            (_, Form::SelfAssessment) => Err(Refusal::NotInThis(form)),
        }
    }

    fn mark(&mut self, form: Form, basis: &Basis, id: &CriterionId, mark: Option<Mark>) -> Result<(), Refusal> {
        let original = known(basis, id)?;
        match mark {
            Some(mark) if !Mark::offered(form, basis.framework.purpose).contains(&mark) => {
                return Err(Refusal::MarkNotOffered(mark));
            }
            Some(mark) => self.marks.insert(original.clone(), mark),
            None => self.marks.remove(original),
        };
        Ok(())
    }
}

/// The criterion that stands for this one.
pub fn known<'a>(basis: &'a Basis, id: &CriterionId) -> Result<&'a CriterionId, Refusal> {
    basis.original(id).ok_or_else(|| Refusal::UnknownCriterion(id.clone()))
}

/// That a reason holds words.
pub fn reason_in(reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(()) }
}
