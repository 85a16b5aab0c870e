//! The saved state: one line in one fixed place that tells the truth about all changes, whoever makes them. It does
//! not write anything itself.

use std::fmt::Display;

use leptos::prelude::*;

use super::clock;

/// What became of the changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was changed since the start.
    #[default]
    Unchanged,
    Saving,
    /// At this time, in milliseconds since 1970, the storage said that all is done.
    At(i64),
    /// All is done, in a twin of the storage that lasts as long as the tab.
    Held,
    /// What is wrong, what is safe, what to do, in plain words; and what was changed waits to be tried again.
    Waiting(String),
    /// The same of a change that was given up.
    Not(String),
}

/// The saved state of the app; an app-wide context.
#[derive(Clone, Copy)]
pub struct SavedState(RwSignal<Ledger>);

#[derive(Default)]
struct Ledger {
    /// Whether what is written outlives the tab.
    keeps: bool,
    /// How many writers there have been.
    writers: u32,
    /// Those that are not done: what each waits for, or why it could not go on.
    open: Vec<(u32, Option<String>)>,
    /// What came of the last one that is done.
    last: Saved,
}

/// One that writes, with its part in the saved state. A handle.
#[derive(Clone, Copy)]
pub struct Writer {
    saved: SavedState,
    number: u32,
}

impl SavedState {
    /// Nothing changed yet. `keeps` says whether what is written outlives the tab.
    pub fn new(keeps: bool) -> Self {
        Self(RwSignal::new(Ledger { keeps, ..Ledger::default() }))
    }

    pub fn expect() -> Self {
        expect_context()
    }

    /// The state, tracked: a failure of anyone before all else, and "saved" only when everyone is done.
    pub fn get(self) -> Saved {
        self.0.with(|ledger| {
            let failure = ledger.open.iter().find_map(|(_, failure)| failure.clone());
            match failure {
                Some(failure) => Saved::Waiting(failure),
                None if ledger.open.is_empty() => ledger.last.clone(),
                None => Saved::Saving,
            }
        })
    }

    /// A new writer, which has nothing to write yet.
    pub fn writer(self) -> Writer {
        let number = self.0.try_update_untracked(|ledger| {
            ledger.writers += 1;
            ledger.writers
        });
        Writer { saved: self, number: number.unwrap_or_default() }
    }

    /// A writer of one change, which begins now and ends with [`Writer::ended`].
    pub fn act(self) -> Writer {
        let writer = self.writer();
        writer.saving();
        writer
    }
}

impl Writer {
    /// Begins to write. What could not be written before stays "not saved" until it is.
    pub fn saving(self) {
        let failed = self.saved.0.try_with_untracked(|ledger| {
            ledger.open.iter().any(|(number, failure)| *number == self.number && failure.is_some())
        });
        if failed != Some(true) {
            self.becomes(Some(None));
        }
    }

    /// All that it had to write is written. Call it only when the storage has said so.
    pub fn done(self) {
        self.becomes(None);
        let keeps = self.saved.0.try_with_untracked(|ledger| ledger.keeps).unwrap_or_default();
        self.tell(if keeps { Saved::At(clock::now()) } else { Saved::Held });
    }

    /// What it has to write waits, until it is tried again.
    pub fn failed(self, error: &dyn Display) {
        self.becomes(Some(Some(error.to_string())));
    }

    /// Its one change is done, or given up: then the line says so until the next change.
    pub fn ended<T, E: Display>(self, outcome: &Result<T, E>) {
        match outcome {
            Ok(_) => self.done(),
            Err(error) => {
                self.becomes(None);
                self.tell(Saved::Not(error.to_string()));
            }
        }
    }

    /// It is gone, and what it still had to write with it.
    pub fn let_go(self) {
        self.becomes(None);
    }

    fn becomes(self, open: Option<Option<String>>) {
        self.saved.0.update(|ledger| {
            ledger.open.retain(|(number, _)| *number != self.number);
            ledger.open.extend(open.map(|failure| (self.number, failure)));
        });
    }

    fn tell(self, last: Saved) {
        self.saved.0.update(|ledger| ledger.last = last);
    }
}
