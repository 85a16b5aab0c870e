//! An internal verifier: whoever is not the assessor and not the candidate, known by the name that is written.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::session::Session;
use crate::assessment::{Fault, PersonId, Verifying};
use crate::record::storage::StorageError;

use super::{Desk, named};

/// Why what a verifier says was not recorded.
pub enum NotVerified {
    /// Everything that is wrong with it.
    Faults(Vec<Fault>),
    /// The rules refused it, and the session tells why.
    Refused,
    Storage(StorageError),
}

impl Desk {
    /// Records what a verifier of that name says, and whether she stated that she took no part.
    ///
    /// # Errors
    /// Why nothing was recorded.
    pub async fn verify(
        self,
        session: Session,
        name: &str,
        stated: bool,
        verifying: Verifying,
    ) -> Result<(), NotVerified> {
        let assessment = session.assessment().get_untracked();
        let is_named = !name.trim().is_empty();
        let known = self.archive().verifier(&assessment, name).await?.filter(|_| is_named);
        let verifier = known.clone().unwrap_or_else(|| PersonId::new(clock::new_id()));
        let apart = self.archive().told_apart(&assessment, stated).await?;
        let verifying = Verifying { verifier: is_named.then(|| verifier.clone()), apart, ..verifying };
        let event = assessment.verification(&verifying).map_err(NotVerified::Faults)?;
        let mut tried = assessment.clone();
        // The name comes before what it belongs to, and only where that will be taken: nobody else would remove it.
        if known.is_none() && tried.apply(assessment.next(clock::now(), event.clone())).is_ok() {
            for person in named(&verifier, name) {
                self.archive().keep_name(&person).await?;
            }
        }
        if session.record(event) { Ok(()) } else { Err(NotVerified::Refused) }
    }
}

impl From<StorageError> for NotVerified {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}
