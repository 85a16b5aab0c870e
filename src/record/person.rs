//! Names, kept apart from the records that point at them.

use serde::{Deserialize, Serialize};

use crate::assessment::PersonId;

use super::error::RecordError;
use super::row;
use super::storage::{Row, Table};

/// The version of the stored form that this release writes.
const VERSION: u32 = 1;

/// Somebody's name, as the interviewer wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
}

#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    id: &'a PersonId,
    name: &'a str,
}

impl Person {
    /// The stored form.
    pub(super) fn write(&self) -> String {
        row::write(&Written { v: VERSION, id: &self.id, name: &self.name })
    }

    /// Reads a row of the people.
    pub(super) fn read(row: &Row) -> Result<Self, RecordError> {
        row::read(Table::People, row, VERSION)
    }
}
