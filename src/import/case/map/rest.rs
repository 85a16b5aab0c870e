//! What is left when every item has its place: what joins items across the tree, and the pieces that nothing took.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::wording::count as counted;

use super::super::super::notice::{Notice, Place, Severity};
use super::super::name;
use super::super::piece::Piece;
use super::super::role::Role;
use super::{Mapping, NO_PLACE};

impl Mapping<'_> {
    /// What is part of what, and what states the same.
    pub fn joints(&mut self) {
        let mut known = BTreeSet::new();
        for (level, whole) in std::mem::take(&mut self.forest.includes) {
            let spot = match (self.roles[whole], self.competency_of[whole], self.scale.of[whole]) {
                (Role::Group, Some(competency), Some(stated)) => {
                    Some((competency, self.expectation(competency, stated)))
                }
                (Role::Criterion, ..) => {
                    self.criterion_of[whole].map(|(competency, expectation, _)| (competency, expectation))
                }
                _ => None,
            };
            match (spot, self.scale.of[level]) {
                (Some((competency, expectation)), Some(level)) => {
                    if known.insert((competency, expectation, level)) {
                        self.draft.competencies[competency].expectations[expectation].includes.push(level);
                    }
                }
                _ => {
                    self.say(level, "This level is said to be part of an item that has no level itself. Look at both.")
                }
            }
        }
        for (one, other) in std::mem::take(&mut self.forest.same) {
            match (self.criterion_of[one], self.criterion_of[other]) {
                (Some(one), Some(other)) => self.kept.same.push((one, other)),
                _ => self.say(one, "This item matches another one exactly, which a framework holds of criteria only."),
            }
        }
    }

    fn say(&mut self, index: usize, text: &str) {
        let place: Place = self.package.items[index].place;
        self.notices.push(Notice::warning(place, text));
    }

    pub fn leave(&mut self) {
        let mut kinds: BTreeMap<String, (Place, usize)> = BTreeMap::new();
        for (index, item) in self.package.items.iter_mut().enumerate() {
            let level = self.scale.of[index];
            if self.roles[index] == Role::Heading && !self.named.contains(&index) {
                item.leave_whole(Severity::Warning, "Nothing lies below this item that is a competency.", self.notices);
            } else if self.roles[index] == Role::Heading {
                // Competencies are named with it.
                item.code = None;
            }
            let statement = item.statement.trim();
            let is_again = |short: &Piece| statement.starts_with(short.text.trim().trim_end_matches(['.', '…', ' ']));
            if item.short.as_ref().is_some_and(is_again) {
                item.short = None;
            }
            // What its children take from it, it says of them.
            if self.scale.is_name(level, &item.grade()) {
                item.grades.clear();
            }
            item.grades.retain(|grade| !self.scale.is_name(level, &grade.text));
            item.leave(NO_PLACE, self.notices);
            if let Some(kind) = item.kind.take().filter(|kind| !name::is_kind(&kind.text)) {
                kinds.entry(kind.text).or_insert((kind.place, 0)).1 += 1;
            }
        }
        for (kind, (place, count)) in kinds {
            let items = counted(count, "item is", "items are");
            let text =
                format!("{items} of this type, which a framework does not hold; their places in the tree count.");
            self.notices.push(Notice::note(place, text).quoting(kind));
        }
    }
}
