//! An internal verifier: whoever is not the assessor and not the candidate, known by the name that is written.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::session::Session;
use crate::assessment::{Event, PersonId, Verification};
use crate::record::storage::StorageError;

use super::{Desk, named};

impl Desk {
    /// Records what a verifier of that name says; `false` when the rules refuse it, and the session tells why.
    ///
    /// # Errors
    /// A failure of the storage; nothing was recorded.
    pub async fn verify(
        self,
        session: Session,
        name: &str,
        said: impl FnOnce(PersonId) -> Verification,
    ) -> Result<bool, StorageError> {
        let assessment = session.assessment().get_untracked();
        let known = self.archive().verifier(&assessment, name).await?;
        let verifier = known.clone().unwrap_or_else(|| PersonId::new(clock::new_id()));
        let event = Event::Verified(said(verifier.clone()));
        let mut tried = assessment.clone();
        // The name comes before what it belongs to, and only where that will be taken: nobody else would remove it.
        if known.is_none() && tried.apply(assessment.next(clock::now(), event.clone())).is_ok() {
            for person in named(&verifier, name) {
                self.archive().keep_name(&person).await?;
            }
        }
        Ok(session.record(event))
    }
}
