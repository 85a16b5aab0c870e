//! The saved state: one line in one fixed place that tells the truth about the last change.

use leptos::prelude::*;

use super::clock;

/// What became of the last change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was changed since the start.
    #[default]
    Unchanged,
    Saving,
    /// At this time, in milliseconds since 1970, the storage said that it is done.
    At(i64),
    /// In plain words: what is wrong, what is safe, what to do.
    Not(String),
}

/// The saved state of the app; an app-wide context. By default nothing changed yet.
#[derive(Clone, Copy, Default)]
pub struct SavedState(RwSignal<Saved>);

impl SavedState {
    pub fn expect() -> Self {
        expect_context()
    }

    /// The state, tracked.
    pub fn get(self) -> Saved {
        self.0.get()
    }

    pub fn saving(self) {
        self.0.set(Saved::Saving);
    }

    /// Says "Saved" now. Call it only when the storage has said so.
    pub fn done(self) {
        self.0.set(Saved::At(clock::now()));
    }

    pub fn failed(self, error: &dyn std::fmt::Display) {
        self.0.set(Saved::Not(error.to_string()));
    }
}
