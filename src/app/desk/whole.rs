//! What is done to an assessment as a whole. Meanwhile no other tab may be at work on it; afterwards all are told.

use leptos::prelude::*;

use crate::app::tabs::Says;
use crate::assessment::AssessmentId;
use crate::record::storage::StorageError;
use crate::record::{Arrival, Package, Removed};

use super::Desk;

impl Desk {
    /// Deletes an assessment.
    ///
    /// # Errors
    /// Why another tab does not let go of it, or a failure of the storage; nothing was removed.
    pub async fn remove(self, id: &AssessmentId) -> Result<Removed, String> {
        let hold = self.hold(id);
        hold.take().await?;
        self.close(id);
        let removed = self.archive().remove(id).await.map_err(|error| error.to_string())?;
        hold.say(Says::Removed);
        Ok(removed)
    }

    /// Puts an assessment that was deleted back.
    ///
    /// # Errors
    /// A failure of the storage; nothing was written.
    pub async fn restore(self, id: &AssessmentId, removed: Removed) -> Result<(), StorageError> {
        self.archive().restore(removed).await?;
        self.tabs.with_value(|tabs| tabs.say(id, Says::Changed));
        Ok(())
    }

    /// Takes an exported assessment in.
    ///
    /// # Errors
    /// The file's fault, why another tab does not let go of the assessment, or a failure of the storage; nothing was written.
    pub async fn take_in(self, text: &str) -> Result<Arrival, String> {
        let (package, _) = Package::read(text).map_err(|error| error.to_string())?;
        let hold = self.hold(&package.assessment);
        hold.take().await?;
        let (id, arrival) = self.archive().import(text).await.map_err(|error| error.to_string())?;
        if arrival != Arrival::Known {
            // What lies open was read before the newer entries came.
            self.close(&id);
            hold.say(Says::Changed);
        }
        Ok(arrival)
    }
}
