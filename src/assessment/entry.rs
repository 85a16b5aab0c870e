//! Entries: events with their place, their time and the digest of the entry before, as canonical JSON (RFC 8785). Bytes
//! once written are never rewritten; those of older versions are read through an upcast.

use serde::{Deserialize, Serialize};

use crate::framework::{Digest, canonical};

use super::Event;

/// The version that this release writes. The first one named no entry before.
const VERSION: u32 = 2;

/// One event with its place in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// From 1, without gaps.
    pub seq: u32,
    /// Milliseconds since 1970-01-01 UTC, by the clock of the device; it may go back.
    pub at: i64,
    pub event: Event,
    /// What the entry says the log before it comes to. The first entry says nothing, and none of the first version does.
    prev: Option<Digest>,
    /// SHA-256 of the bytes as first written.
    bytes: Digest,
    version: u32,
}

#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    seq: u32,
    at: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    prev: Option<&'a Digest>,
    event: &'a Event,
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

#[derive(Deserialize)]
struct Stored {
    seq: u32,
    at: i64,
    #[serde(default)]
    prev: Option<Digest>,
    event: Event,
}

/// Why an entry cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Damaged(String),
    /// It is of this later version.
    Newer(u32),
}

impl Entry {
    /// A new entry. `prev` is the head of the log that it continues: [`Assessment::head`](super::Assessment::head); the
    /// first has none.
    pub fn new(seq: u32, at: i64, prev: Option<Digest>, event: Event) -> Self {
        let text = write(VERSION, seq, at, prev.as_ref(), &event);
        Self { seq, at, event, prev, bytes: Digest::of(text.as_bytes()), version: VERSION }
    }

    /// The text, as it is stored, exported and sealed.
    pub fn text(&self) -> String {
        write(self.version, self.seq, self.at, self.prev.as_ref(), &self.event)
    }

    /// Reads an entry of any version so far.
    ///
    /// # Errors
    /// A text that is no entry, or one of a later release.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let damaged = |error: serde_json::Error| Unreadable::Damaged(error.to_string());
        let Version { v } = serde_json::from_str(text).map_err(damaged)?;
        match v {
            0 => Err(Unreadable::Damaged("there is no version 0".to_owned())),
            1..=VERSION => {
                let Stored { seq, at, prev, event } = serde_json::from_str(text).map_err(damaged)?;
                let prev = prev.filter(|_| v > 1);
                Ok(Self { seq, at, event, prev, bytes: Digest::of(text.as_bytes()), version: v })
            }
            newer => Err(Unreadable::Newer(newer)),
        }
    }

    /// What the entry says the log before it comes to.
    pub const fn prev(&self) -> Option<&Digest> {
        self.prev.as_ref()
    }

    /// What the log comes to with this entry, which stands behind `before`. An entry names what is before it among its own
    /// bytes; for one of the first version, which does not, both are taken together.
    pub fn link(&self, before: Option<&Digest>) -> Digest {
        match before {
            Some(before) if self.version == 1 => Digest::of(format!("{before}\n{}", self.bytes).as_bytes()),
            _ => self.bytes.clone(),
        }
    }

    /// Whether entries of this version name the one before.
    pub(super) const fn is_chained(&self) -> bool {
        self.version > 1
    }
}

fn write(v: u32, seq: u32, at: i64, prev: Option<&Digest>, event: &Event) -> String {
    // An event holds only texts, lists and whole numbers, which JSON always expresses.
    serde_json::to_value(Written { v, seq, at, prev, event }).map(|value| canonical(&value)).unwrap_or_default()
}
