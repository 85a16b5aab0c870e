//! Names, kept apart from the records that point at them.

use serde::{Deserialize, Serialize};

use crate::assessment::PersonId;

/// Somebody's name, as the interviewer wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
}
