//! Why a record could not be kept or read.

use std::fmt;

use crate::assessment::{Refusal, Unreadable};
use crate::framework::{Digest, ReadError};
use crate::guide::{GuideError, Revision};

use super::storage::{StorageError, Table};

/// What is wrong with a record, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordError {
    Storage(StorageError),
    /// Nothing is stored under this key.
    Missing {
        table: Table,
        key: String,
    },
    /// The revision of the framework that a guide was frozen with is not here.
    WithoutFramework {
        guide: Digest,
        framework: Revision,
    },
    /// A row is damaged. It stays as it is.
    Unreadable {
        table: Table,
        key: String,
        reason: String,
    },
    /// A row was written by a later release. It stays as it is.
    Newer {
        table: Table,
        key: String,
        version: u32,
    },
    /// The events do not make an assessment.
    Refused {
        seq: usize,
        refusal: Refusal,
    },
}

impl RecordError {
    pub(super) fn entry(key: &str, unreadable: Unreadable) -> Self {
        let (table, key) = (Table::Events, key.to_owned());
        match unreadable {
            Unreadable::Damaged(reason) => Self::Unreadable { table, key, reason },
            Unreadable::Newer(version) => Self::Newer { table, key, version },
        }
    }

    pub(super) fn framework(key: &str, error: &ReadError) -> Self {
        let found = match error {
            ReadError::Newer { found, .. } => Some(found.as_str()),
            _ => None,
        };
        Self::revision(Table::Frameworks, key, found, error.cause())
    }

    pub(super) fn guide(key: &str, error: &GuideError) -> Self {
        let found = match error {
            GuideError::Newer { found } => Some(found.as_str()),
            _ => None,
        };
        Self::revision(Table::Guides, key, found, error.cause())
    }

    fn revision(table: Table, key: &str, newer: Option<&str>, reason: String) -> Self {
        let key = key.to_owned();
        match newer.and_then(|format| format.rsplit_once('/')?.1.parse().ok()) {
            Some(version) => Self::Newer { table, key, version },
            None => Self::Unreadable { table, key, reason },
        }
    }
}

impl From<StorageError> for RecordError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Storage(error) => error.fmt(f),
            Self::Missing { table: table @ Table::Shelf, key } => {
                write!(
                    f,
                    "{}: no framework of this name is kept in this browser. Go to the library and choose one there.",
                    Place(*table, key)
                )
            }
            Self::Missing { table: table @ Table::Plans, key } => {
                write!(
                    f,
                    "{}: no guide of this name is kept in this browser. Go to the list of guides and choose one there.",
                    Place(*table, key)
                )
            }
            Self::Missing { table, key } => {
                write!(
                    f,
                    "{}: nothing is kept under this name in this browser. Go to the list of assessments and choose one there.",
                    Place(*table, key)
                )
            }
            Self::WithoutFramework { guide, framework } => {
                write!(
                    f,
                    "{}: the framework that it was frozen with, \"{}\", revision {}, is not kept in this browser. The guide is left as it is. Import a file of this guide, or of an assessment that was held with it: either brings the framework along.",
                    Place(Table::Guides, guide.as_str()),
                    framework.id,
                    framework.digest
                )
            }
            Self::Unreadable { table, key, reason } => {
                write!(
                    f,
                    "{}: this {} is damaged ({reason}). It is left as it is, and the other records are safe. Import a copy of it, if you have one.",
                    Place(*table, key),
                    if *table == Table::Events { "entry" } else { "row" }
                )
            }
            Self::Newer { table, key, version } => {
                write!(
                    f,
                    "{}: a later release wrote this (version {version}). It is left as it is. Reload the page to get the newest app.",
                    Place(*table, key)
                )
            }
            Self::Refused { seq, refusal } => {
                write!(
                    f,
                    "this assessment, entry {seq}: {} It is left as it is. Import a copy, if you have one.",
                    refusal.cause()
                )
            }
        }
    }
}

/// A row as one who never saw the storage would name it: its events are the assessment that is open.
struct Place<'a>(Table, &'a str);

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(table, key) = self;
        if *table != Table::Events {
            return write!(f, "{table}, row {key}");
        }
        match key.rsplit_once('/').and_then(|(_, seq)| seq.parse::<u32>().ok()) {
            Some(seq) => write!(f, "this assessment, entry {seq}"),
            None => f.write_str("this assessment"),
        }
    }
}

impl std::error::Error for RecordError {}
