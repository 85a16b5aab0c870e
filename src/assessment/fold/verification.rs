//! The rules of internal verification: by somebody who took no part, of a decision that is sealed, from a sample.

use crate::assessment::{
    Assessment, Basis, Decision, Event, Fault, Form, Refusal, Started, Verification, VerificationPart, Verifying,
};

use super::present::{Present, known};

impl Present {
    /// Takes what a verifier says. How she was told apart is not asked here: the first releases did not write it, and
    /// their logs are taken. What is recorded now passes [`Assessment::verification`].
    pub(super) fn verify(
        &mut self,
        started: &Started,
        basis: &Basis,
        verification: &Verification,
    ) -> Result<(), Refusal> {
        self.must_be_verifiable(started)?;
        if let Some(fault) = self.faults(started, basis, &verification.clone().into()).into_iter().next() {
            return Err(fault.refusal);
        }
        if verification.decision == Decision::ActionRequired {
            self.closing.open_again();
        }
        self.closing.verifications.push(verification.clone());
        Ok(())
    }

    fn must_be_verifiable(&self, started: &Started) -> Result<(), Refusal> {
        self.must_be_sealed()?;
        if started.form() == Form::Unit { Ok(()) } else { Err(Refusal::NotInThis(started.form())) }
    }

    /// Everything that is wrong with what a verifier is about to say, in the order of its parts.
    fn faults(&self, started: &Started, basis: &Basis, verifying: &Verifying) -> Vec<Fault> {
        use VerificationPart as Part;
        let mut faults = Vec::new();
        let mut wrong = |part, refusal| faults.push(Fault { part, refusal });
        match &verifying.verifier {
            None => wrong(Part::Verifier, Refusal::VerifierUnnamed),
            Some(verifier) if [&started.interviewer, &started.candidate].contains(&verifier) => {
                wrong(Part::Verifier, Refusal::VerifierTookPart);
            }
            Some(_) => {}
        }
        if verifying.date.trim().is_empty() {
            wrong(Part::Date, Refusal::DateMissing);
        }
        let stranger = verifying.criteria.iter().find_map(|criterion| known(basis, criterion).err());
        match stranger {
            Some(unknown) => wrong(Part::Criteria, unknown),
            None if verifying.criteria.is_empty() => wrong(Part::Criteria, Refusal::NothingSampled),
            None => {}
        }
        let stranger = verifying.evidence.iter().find(|id| !self.portfolio.holds(id));
        match stranger {
            Some(unknown) => wrong(Part::Evidence, Refusal::UnknownEvidence(unknown.clone())),
            None if verifying.evidence.is_empty() && !self.portfolio.is_empty() => {
                wrong(Part::Evidence, Refusal::NoEvidenceSampled);
            }
            None => {}
        }
        if verifying.decision.is_none() {
            wrong(Part::Decision, Refusal::DecisionMissing);
        }
        if verifying.decision == Some(Decision::ActionRequired) && verifying.feedback.trim().is_empty() {
            wrong(Part::Feedback, Refusal::ActionUnworded);
        }
        faults
    }
}

impl Assessment {
    /// The event by which a verifier's word is recorded, if it is whole.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the parts. Whether it can be verified at all as things stand, the fold
    /// says.
    pub fn verification(&self, verifying: &Verifying) -> Result<Event, Vec<Fault>> {
        let mut faults = self.present.faults(&self.started, &self.basis, verifying);
        if verifying.apart.is_none() {
            faults.push(Fault { part: VerificationPart::Apart, refusal: Refusal::NotToldApart });
            faults.sort_by_key(|fault| fault.part);
        }
        match verifying.whole() {
            Some(verification) if faults.is_empty() => Ok(Event::Verified(verification)),
            _ => Err(faults),
        }
    }
}
