//! The criterion in hand: the one that the keys mark, and that a line of the note is tied to.
//!
//! It is a place on the screen and no part of the record. A mark leaves it where it is: whoever looks at the candidate knows
//! by that what the next key does, and the same key again takes the mark back. A digit, the focus or a thumb moves it.

use leptos::prelude::*;

use crate::framework::CriterionId;

/// A context of the interview screen. A handle: copies are the same hand.
#[derive(Clone, Copy)]
pub struct Hand(RwSignal<Option<CriterionId>>);

impl Hand {
    /// Begins with an empty hand.
    pub fn provide() -> Self {
        let hand = Self(RwSignal::new(None));
        provide_context(hand);
        hand
    }

    pub fn expect() -> Self {
        expect_context()
    }

    /// The criterion in hand; none where the question aims at none. Tracked.
    pub fn get(self) -> Option<CriterionId> {
        self.0.get()
    }

    pub fn take(self, criterion: Option<CriterionId>) {
        self.0.set(criterion);
    }
}
