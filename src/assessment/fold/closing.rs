//! The rules of submission and of what may follow it.

use std::collections::BTreeMap;

use crate::assessment::{
    Assessment, Attachment, Basis, Entry, Event, Form, PersonId, Refusal, Signatory, Started, Verification, lint,
    result,
};
use crate::framework::Digest;

use super::present::{Present, reason_in};

/// What came after the assessor's judgement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Closing {
    /// The number of the entry that sealed the scorecard; none while it is open.
    sealed: Option<u32>,
    /// Whether a verifier asked for action, so that it was opened again.
    reopened: bool,
    attachments: Vec<Attachment>,
    signed: BTreeMap<Signatory, i64>,
    pub(super) verifications: Vec<Verification>,
}

impl Closing {
    pub const fn is_sealed(&self) -> bool {
        self.sealed.is_some()
    }

    /// A verifier asked for action.
    pub fn open_again(&mut self) {
        self.sealed = None;
        self.reopened = true;
    }
}

impl Present {
    pub(super) fn close(&mut self, started: &Started, basis: &Basis, entry: &Entry) -> Result<(), Refusal> {
        let form = started.form();
        match &entry.event {
            Event::Submitted { .. } => {
                self.may_be_submitted(form, basis)?;
                self.closing.sealed = Some(entry.seq);
                self.closing.reopened = false;
                self.closing.signed.clear();
                Ok(())
            }
            Event::Amended { reason, change } => {
                self.must_be_sealed()?;
                reason_in(reason)?;
                if !may_be_amended(change) {
                    return Err(Refusal::NotAmendable);
                }
                let mut changed = self.clone();
                changed.change(form, basis, entry.seq, change)?;
                changed.must_be_founded(basis)?;
                *self = changed;
                Ok(())
            }
            Event::Attached(attachment) => self.attach(form, basis, attachment),
            Event::SignedOff { by } => {
                self.must_be_sealed()?;
                in_a_unit(form)?;
                if self.closing.signed.contains_key(by) {
                    return Err(Refusal::SignedAlready(*by));
                }
                self.closing.signed.insert(*by, entry.at);
                Ok(())
            }
            Event::Verified(verification) => self.verify(started, basis, verification),
            _ => Err(Refusal::Sealed),
        }
    }

    /// Whether the assessor's judgement is whole.
    pub fn may_be_submitted(&self, form: Form, basis: &Basis) -> Result<(), Refusal> {
        if self.closing.is_sealed() {
            return Err(Refusal::Sealed);
        }
        match form {
            Form::Interview => {
                let left = self.unrated(basis);
                if left > 0 {
                    return Err(Refusal::NotRated { left });
                }
                self.must_be_founded(basis)?;
                let Some(recommended) = &self.interview.recommended else {
                    return Err(Refusal::RecommendationMissing);
                };
                let departs = result::departs(&result::of(basis, self), recommended.recommendation);
                if departs && recommended.reason.trim().is_empty() {
                    return Err(Refusal::DepartureUnexplained);
                }
                Ok(())
            }
            Form::Unit => match basis.expected().iter().filter(|id| !self.marks.contains_key(**id)).count() {
                0 => Ok(()),
                left => Err(Refusal::NotMarked { left }),
            },
            Form::SelfAssessment => Err(Refusal::NotInThis(form)),
        }
    }

    pub(super) fn must_be_sealed(&self) -> Result<(), Refusal> {
        if self.closing.is_sealed() { Ok(()) } else { Err(Refusal::NotSealed) }
    }

    /// A scorecard holds no rating that rests on nothing.
    fn must_be_founded(&self, basis: &Basis) -> Result<(), Refusal> {
        let competencies = self.unfounded(basis);
        if competencies.is_empty() { Ok(()) } else { Err(Refusal::Unfounded { competencies }) }
    }

    fn attach(&mut self, form: Form, basis: &Basis, attachment: &Attachment) -> Result<(), Refusal> {
        if form != Form::Interview {
            return Err(Refusal::NotInThis(form));
        }
        // Who has seen what the candidate says of herself does not rate what was heard alone.
        let left = self.unrated(basis);
        if left > 0 {
            return Err(Refusal::AttachedTooEarly { left });
        }
        if self.closing.attachments.iter().any(|known| known.head == attachment.head) {
            return Err(Refusal::AttachedAlready);
        }
        self.closing.attachments.push(attachment.clone());
        Ok(())
    }
}

fn in_a_unit(form: Form) -> Result<(), Refusal> {
    if form == Form::Unit { Ok(()) } else { Err(Refusal::NotInThis(form)) }
}

/// Whether an event changes what was judged, so that it can be amended.
const fn may_be_amended(change: &Event) -> bool {
    matches!(
        change,
        Event::WroteNote { .. }
            | Event::MarkedCriterion { .. }
            | Event::RatedCompetency { .. }
            | Event::ExplainedRating { .. }
            | Event::Recommended(_)
            | Event::GaveFeedback { .. }
            | Event::CoveredItem { .. }
            | Event::DescribedEvidence { .. }
            | Event::TiedEvidence { .. }
            | Event::ConfirmedEvidence { .. }
    )
}

impl Assessment {
    /// Whether it is sealed, so that only amendments with a reason, attachments, sign-off and verification follow.
    pub const fn is_sealed(&self) -> bool {
        self.present.closing.is_sealed()
    }

    /// The entry that sealed it.
    pub fn seal(&self) -> Option<&Entry> {
        self.entry(self.present.closing.sealed?)
    }

    /// What the log came to when it was sealed, the sealing included: the digest of the seal. It stays the same whatever
    /// follows.
    pub fn sealed_as(&self) -> Option<&Digest> {
        Some(self.sealed_by(self.present.closing.sealed?))
    }

    /// The seals that a verifier's action opened again, oldest first: the entry that sealed, and the digest.
    pub fn seals_before(&self) -> impl Iterator<Item = (&Entry, &Digest)> {
        let now = self.present.closing.sealed;
        let sealing = move |entry: &&Entry| matches!(entry.event, Event::Submitted { .. }) && Some(entry.seq) != now;
        self.log().iter().filter(sealing).map(|entry| (entry, self.sealed_by(entry.seq)))
    }

    /// The digest of the seal that this entry set.
    fn sealed_by(&self, seq: u32) -> &Digest {
        let next = seq.checked_add(1).and_then(|next| self.entry(next));
        next.and_then(Entry::prev).unwrap_or_else(|| self.head())
    }

    /// Whether a verifier asked for action since it was last submitted.
    pub const fn is_reopened(&self) -> bool {
        self.present.closing.reopened
    }

    /// The changes after submission: each entry with its reason and what it changes.
    pub fn amendments(&self) -> impl Iterator<Item = (&Entry, &str, &Event)> {
        self.log().iter().filter_map(|entry| match &entry.event {
            Event::Amended { reason, change } => Some((entry, reason.as_str(), &**change)),
            _ => None,
        })
    }

    /// The self-assessments that lie beside it.
    pub fn attachments(&self) -> &[Attachment] {
        &self.present.closing.attachments
    }

    /// The entry by which a self-assessment was laid beside it, while that can be undone.
    pub fn attached_by(&self, head: &Digest) -> Option<u32> {
        let attaches = |event: &Event| matches!(event, Event::Attached(attachment) if attachment.head == *head);
        (!self.is_sealed()).then(|| self.last_counting(attaches)).flatten()
    }

    /// Who signs as that.
    pub const fn signatory(&self, by: Signatory) -> &PersonId {
        match by {
            Signatory::Assessor => &self.started.interviewer,
            Signatory::Candidate => &self.started.candidate,
        }
    }

    /// When somebody signed it off, in milliseconds since 1970.
    pub fn signed(&self, by: Signatory) -> Option<i64> {
        self.present.closing.signed.get(&by).copied()
    }

    /// What verifiers said, oldest first.
    pub fn verifications(&self) -> &[Verification] {
        &self.present.closing.verifications
    }

    /// The entry's event that submits the assessment as it stands.
    ///
    /// # Errors
    /// What is missing before it can be submitted; then what the check found and nobody mended or waved through. The fold
    /// itself does not ask for the check, since a later release may find what this one did not.
    pub fn submission(&self) -> Result<Event, Refusal> {
        self.present.may_be_submitted(self.form(), &self.basis)?;
        match lint::open(self).len() {
            0 => {}
            open => return Err(Refusal::FindingsOpen { open }),
        }
        Ok(Event::Submitted { digest: self.head().clone() })
    }
}
