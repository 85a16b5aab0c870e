//! The steps of a competency on the screen, and which of them stand side by side: the one in hand, the one below it and
//! the one above. In hand is the one that was looked at last, else the one of the rating, else the target.

use std::ops::Range;

use leptos::prelude::*;

use crate::app::session::Session;
use crate::assessment::Rating;
use crate::framework::{CompetencyId, LevelId};
use crate::report;

/// A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Steps {
    levels: StoredValue<Vec<LevelId>>,
    looked_at: RwSignal<Option<usize>>,
    in_sight: Memo<(usize, usize)>,
}

impl Steps {
    pub fn of(session: Session, id: &CompetencyId) -> Self {
        let anchors = session.assessment().with_untracked(|assessment| report::anchors(assessment, id));
        let target = anchors.iter().position(|anchor| anchor.is_target);
        let levels = StoredValue::new(anchors.into_iter().map(|anchor| anchor.level).collect::<Vec<_>>());
        let looked_at = RwSignal::new(None);
        let of = id.clone();
        let rated = Memo::new(move |_| session.assessment().with(|assessment| place(levels, assessment.rating(&of))));
        let in_sight = Memo::new(move |_| {
            let hand = looked_at.get().or(rated.get()).or(target).unwrap_or_default();
            let range = report::in_sight(levels.with_value(Vec::len), hand);
            (range.start, range.end)
        });
        Self { levels, looked_at, in_sight }
    }

    pub fn count(self) -> usize {
        self.levels.with_value(Vec::len)
    }

    /// Whether there are more than stand side by side.
    pub fn are_many(self) -> bool {
        report::in_sight(self.count(), 0).len() < self.count()
    }

    /// Those that stand side by side; tracked.
    pub fn in_sight(self) -> Range<usize> {
        let (start, end) = self.in_sight.get();
        start..end
    }

    /// Brings the step of a rating into sight.
    pub fn look_at(self, rating: &Rating) {
        if let Some(place) = place(self.levels, Some(rating)) {
            self.looked_at.set(Some(place));
        }
    }

    pub fn has_lower(self) -> bool {
        self.in_sight().start > 0
    }

    pub fn has_higher(self) -> bool {
        self.in_sight().end < self.count()
    }

    pub fn lower(self) {
        let (start, _) = self.in_sight.get_untracked();
        if start > 0 {
            self.looked_at.set(Some(start));
        }
    }

    pub fn higher(self) {
        let (start, end) = self.in_sight.get_untracked();
        if end < self.count() {
            self.looked_at.set(Some(start + 2));
        }
    }
}

/// The place of a rating among the steps; the first for one below it.
fn place(levels: StoredValue<Vec<LevelId>>, rating: Option<&Rating>) -> Option<usize> {
    match rating? {
        Rating::Below => Some(0),
        Rating::At { level } => levels.with_value(|levels| levels.iter().position(|known| known == level)),
        Rating::NotAssessed { .. } => None,
    }
}
