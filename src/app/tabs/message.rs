//! What tabs say to each other of a record.

use serde::{Deserialize, Serialize};

use crate::assessment::AssessmentId;

/// One thing that is said, and of which record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    pub of: AssessmentId,
    pub says: Says,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// It stands on a screen here. A tab that has it on none may as well let go of it.
    Shown,
    /// Somebody wants to work on it here.
    Wanted,
    /// The writer lets go of it, as soon as all is committed.
    Heard,
    /// The writer cannot let go of it, for this reason.
    Kept(String),
    /// The one who says so writes from now on.
    Taken,
    /// Something was committed.
    Changed,
    /// It was deleted.
    Removed,
}

impl Message {
    /// As it is sent.
    pub fn written(&self) -> String {
        // Texts alone, which JSON always expresses.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what was sent; nothing when a tab of another release says what this one does not know.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
