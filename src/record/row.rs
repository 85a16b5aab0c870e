//! Rows as JSON texts with a version. What the texts mean, each kind of row says where it is defined.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::error::RecordError;
use super::storage::{Row, Table, Write};

pub(super) fn add(table: Table, key: &str, value: String) -> Write {
    Write::Add { table, key: key.to_owned(), value }
}

pub(super) fn put(table: Table, key: &str, value: String) -> Write {
    Write::Put { table, key: key.to_owned(), value }
}

pub(super) fn remove(table: Table, key: &str) -> Write {
    Write::Remove { table, key: key.to_owned() }
}

/// The text of a row.
pub(super) fn write<T: Serialize>(value: &T) -> String {
    // What is stored here holds only texts, lists and whole numbers, which JSON always expresses.
    serde_json::to_string(value).unwrap_or_default()
}

/// Reads a row that says in `v` that it is of this version, where there has been no other so far.
///
/// # Errors
/// A row that is damaged, or of a later release.
pub(super) fn read<'a, T: Deserialize<'a>>(table: Table, row: &'a Row, version: u32) -> Result<T, RecordError> {
    read_since(table, row, version..=version)
}

/// Reads a row of one of these versions, which all have the shape of `T`.
///
/// # Errors
/// A row that is damaged, or of a later release.
pub(super) fn read_since<'a, T: Deserialize<'a>>(
    table: Table,
    row: &'a Row,
    versions: RangeInclusive<u32>,
) -> Result<T, RecordError> {
    let Version { v } = parse(table, row)?;
    let key = row.key.clone();
    if versions.contains(&v) {
        parse(table, row)
    } else if v > *versions.end() {
        Err(RecordError::Newer { table, key, version: v })
    } else {
        Err(RecordError::Unreadable { table, key, reason: format!("there is no version {v}") })
    }
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

fn parse<'a, T: Deserialize<'a>>(table: Table, row: &'a Row) -> Result<T, RecordError> {
    serde_json::from_str(&row.value).map_err(|error| RecordError::Unreadable {
        table,
        key: row.key.clone(),
        reason: error.to_string(),
    })
}
