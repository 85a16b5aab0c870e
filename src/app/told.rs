//! What the last press did, in words: read aloud where the focus does not move, and seen beside the buttons that undo it.

use leptos::prelude::*;

/// An app-wide context. A handle: copies are the same words.
#[derive(Clone, Copy)]
pub struct Told(RwSignal<String>);

impl Told {
    pub fn provide() {
        provide_context(Self(RwSignal::new(String::new())));
    }

    pub fn expect() -> Self {
        expect_context()
    }

    /// The words; tracked.
    pub fn get(self) -> String {
        self.0.get()
    }

    /// Tells it. Whoever reads by ear hears it as soon as she hears nothing else.
    pub fn tell(self, words: impl Into<String>) {
        self.0.set(words.into());
    }

    /// It was of what is no longer in view.
    pub fn forget(self) {
        self.0.update(String::clear);
    }
}
