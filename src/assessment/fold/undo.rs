//! Undo and redo, out of the log alone, so that both outlive a reload.

use std::collections::BTreeSet;

use crate::assessment::{Assessment, Entry, Event, Refusal};

use super::present::Present;

impl Assessment {
    /// The number of the entry that is undone next: the last one that counts; none when there is nothing to undo. Putting
    /// the first question, with which an interview begins, stays.
    pub fn undoable(&self) -> Option<u32> {
        if self.is_sealed() {
            return None;
        }
        let undone = undone(self.log(), None);
        let counts = |entry: &&Entry| !undone.contains(&entry.seq) && !matches!(entry.event, Event::Undone { .. });
        let last = self.log().iter().rev().find(counts)?;
        let is_beginning = last.seq == 2 && matches!(last.event, Event::AskedQuestion { .. });
        (may_be_undone(&last.event) && !is_beginning).then_some(last.seq)
    }

    /// The number of the undoing that is undone next, so that its entry counts again; none when something new happened
    /// since.
    pub fn redoable(&self) -> Option<u32> {
        if self.is_sealed() {
            return None;
        }
        let undone = undone(self.log(), None);
        let last = self.log().iter().rev().find(|entry| match entry.event {
            // An undoing of an undoing is a redo, and nothing new.
            Event::Undone { seq } => !self.is_undoing(seq) && !undone.contains(&entry.seq),
            _ => !undone.contains(&entry.seq),
        })?;
        matches!(last.event, Event::Undone { .. }).then_some(last.seq)
    }

    /// The last entry that counts and whose event is such a one: what takes it back undoes that entry.
    pub(super) fn last_counting(&self, is: impl Fn(&Event) -> bool) -> Option<u32> {
        let undone = undone(self.log(), None);
        let counting = self.log().iter().rev().filter(|entry| !undone.contains(&entry.seq));
        counting.into_iter().find(|entry| is(&entry.event)).map(|entry| entry.seq)
    }

    fn is_undoing(&self, seq: u32) -> bool {
        self.entry(seq).is_some_and(|entry| matches!(entry.event, Event::Undone { .. }))
    }

    /// What the log adds up to when that entry no longer counts.
    pub(super) fn without(&self, seq: u32) -> Result<Present, Refusal> {
        if self.is_sealed() {
            return Err(Refusal::Sealed);
        }
        let may = self.entry(seq).is_some_and(|entry| may_be_undone(&entry.event));
        if !may || undone(self.log(), None).contains(&seq) {
            return Err(Refusal::NothingToUndo(seq));
        }
        let undone = undone(self.log(), Some(seq));
        let mut present = Present::default();
        for entry in self.log().iter().filter(|entry| !undone.contains(&entry.seq)) {
            if !matches!(entry.event, Event::Started(_) | Event::Undone { .. }) {
                let needed = |_| Refusal::NeededBy { seq, by: entry.seq };
                present.apply(&self.started, &self.basis, entry).map_err(needed)?;
            }
        }
        Ok(present)
    }
}

/// The numbers of the entries that no longer count, `last` among them. An undoing that was undone itself takes nothing
/// away.
pub fn undone(log: &[Entry], last: Option<u32>) -> BTreeSet<u32> {
    let mut undone: BTreeSet<u32> = last.into_iter().collect();
    for entry in log.iter().rev() {
        match entry.event {
            Event::Undone { seq } if !undone.contains(&entry.seq) => drop(undone.insert(seq)),
            _ => {}
        }
    }
    undone
}

/// The start stays; so does what happened once others could rely on a seal.
const fn may_be_undone(event: &Event) -> bool {
    !matches!(
        event,
        Event::Started(_)
            | Event::Submitted { .. }
            | Event::Amended { .. }
            | Event::SignedOff { .. }
            | Event::Verified(_)
    )
}
