//! The stored form of an event: canonical JSON with its version. Bytes once written are never rewritten; older
//! versions are read through an upcast.

use serde::{Deserialize, Serialize};

use crate::assessment::{AssessmentId, Entry, Event};
use crate::framework::canonical;

/// The version that this release writes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    seq: u32,
    at: i64,
    event: &'a Event,
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

#[derive(Deserialize)]
struct First {
    seq: u32,
    at: i64,
    event: Event,
}

/// Why a stored event cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    Damaged(String),
    Newer(u32),
}

/// The text of an entry, as it is stored, exported and sealed.
pub(super) fn write(entry: &Entry) -> String {
    let written = Written { v: VERSION, seq: entry.seq, at: entry.at, event: &entry.event };
    // An event holds only texts and whole numbers, which JSON always expresses.
    serde_json::to_value(&written).map(|value| canonical(&value)).unwrap_or_default()
}

/// Reads an entry of any version so far.
pub(super) fn read(text: &str) -> Result<Entry, Unreadable> {
    let damaged = |error: serde_json::Error| Unreadable::Damaged(error.to_string());
    let version: Version = serde_json::from_str(text).map_err(damaged)?;
    match version.v {
        VERSION => {
            let First { seq, at, event } = serde_json::from_str(text).map_err(damaged)?;
            Ok(Entry { seq, at, event })
        }
        0 => Err(Unreadable::Damaged("there is no version 0".to_owned())),
        newer => Err(Unreadable::Newer(newer)),
    }
}

/// The key of an entry; keys sort as the numbers do.
pub(super) fn key(assessment: &AssessmentId, seq: u32) -> String {
    format!("{assessment}/{seq:08}")
}
