//! The seal: every entry names what the log before it comes to, so that a change of one shows at the next. This proves
//! that a log is as it was written, to whoever knows its head from elsewhere; whoever can write all of it anew can also
//! give it a new head.

use std::fmt;

use crate::framework::Digest;

use super::{Entry, Event};

/// The chain of a log's entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    head: Digest,
    length: u32,
    /// The numbers of the entries that say something else of the log before them than it comes to; or of the one that would
    /// come next, where the head as it was written down is another.
    at_odds: Vec<u32>,
    /// The entries that contradict themselves.
    broken: Vec<u32>,
}

/// Where a log is no longer as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Altered {
    /// The number of the first entry that was altered.
    pub first: u32,
    /// How many places there are, that one included.
    pub places: usize,
}

impl Chain {
    /// The chain of a log of one entry.
    pub fn begin(first: &Entry) -> Self {
        Self { head: first.link(None), length: 1, at_odds: Vec::new(), broken: Vec::new() }
    }

    /// Adds the next entry.
    pub fn add(&mut self, entry: &Entry) {
        self.length += 1;
        if entry.is_chained() && entry.prev() != Some(&self.head) {
            self.at_odds.push(self.length);
        }
        if matches!(&entry.event, Event::Submitted { digest } if entry.prev() != Some(digest)) {
            self.broken.push(self.length);
        }
        self.head = entry.link(Some(&self.head));
    }

    pub const fn head(&self) -> &Digest {
        &self.head
    }

    /// Holds the chain against its head as it was written down. What comes next goes on from that, so that the break stays.
    pub fn hold_against(&mut self, head: &Digest) {
        if self.head != *head {
            self.at_odds.push(self.length + 1);
            self.head = head.clone();
        }
    }

    /// Where the log is no longer as it was written. An entry that differs from what the next one says of it was altered;
    /// one that also disagrees with the entry before had the altered words about that among its own.
    pub fn altered(&self) -> Option<Altered> {
        let mut altered: Vec<u32> = Vec::new();
        for at_odds in &self.at_odds {
            let before = at_odds - 1;
            let explained = self.at_odds.contains(&(at_odds + 1)) || self.broken.contains(at_odds);
            if !explained {
                altered.push(before);
            }
        }
        altered.extend(&self.broken);
        altered.sort_unstable();
        altered.dedup();
        // Every place may seem explained by the next one, but for the last.
        let first = *altered.first()?;
        Some(Altered { first, places: altered.len() })
    }
}

impl fmt::Display for Altered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "This record is not as it was written: entry {} was altered", self.first)?;
        match self.places.saturating_sub(1) {
            0 => f.write_str(".")?,
            1 => f.write_str(", and one more place.")?,
            more => write!(f, ", and {more} more places.")?,
        }
        f.write_str(" What stands here may not be what was judged. Ask whoever sent it for a fresh copy.")
    }
}
