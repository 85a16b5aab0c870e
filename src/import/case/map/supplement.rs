//! What stands with a criterion or a competency: examples, guidance, ranges, notes, activities, kinds of evidence.

use crate::framework::{Range, Unknown};

use super::super::super::notice::Severity;
use super::super::name;
use super::super::role::{Role, Supplement};
use super::{Mapping, NO_PLACE};

impl Mapping<'_> {
    pub fn supplement(&mut self, index: usize, parent: Option<usize>, supplement: Supplement) {
        let home = parent.map(|parent| self.roles[parent]);
        if supplement == Supplement::RangeItem && matches!(home, Some(Role::Supplement(_))) {
            // Its range takes it along, or leaves it out.
            return;
        }
        let text = self.package.items[index].statement.clone();
        let criterion = parent.and_then(|parent| self.criterion_of[parent]);
        let competency =
            parent.filter(|_| home == Some(Role::Competency)).and_then(|parent| self.competency_of[parent]);
        match (supplement, criterion, competency) {
            (Supplement::Range, Some(spot), _) => {
                let range = self.range(index);
                self.at(spot).range.extend(range);
            }
            (Supplement::Range, ..) | (_, None, None) => {
                self.package.items[index].leave_whole(Severity::Warning, NO_PLACE, self.notices);
                self.leave_range_items(index);
            }
            _ if text.trim().is_empty() => {}
            (Supplement::Example, Some(spot), _) => self.at(spot).examples.push(text),
            (_, Some(spot), _) => self.at(spot).guidance.push(text),
            (_, _, Some(competency)) => {
                let competency = &mut self.draft.competencies[competency];
                match supplement {
                    Supplement::Activity => competency.activities.push(text),
                    Supplement::Note => competency.notes.push(text),
                    Supplement::Evidence => competency.evidence.push(text),
                    _ => competency.guidance.push(text),
                }
            }
        }
    }

    fn leave_range_items(&mut self, index: usize) {
        for child in &self.forest.children[index] {
            self.package.items[*child].leave_whole(Severity::Warning, NO_PLACE, self.notices);
        }
    }

    fn range(&mut self, index: usize) -> Option<Range> {
        let items: Vec<_> = self.forest.children[index]
            .iter()
            .map(|child| self.package.items[*child].statement.clone())
            .filter(|item| !item.trim().is_empty())
            .collect();
        let item = &mut self.package.items[index];
        if items.is_empty() {
            item.leave_whole(Severity::Warning, "A range needs at least one item. Add items to it.", self.notices);
            return None;
        }
        let title = Some(item.statement.clone()).filter(|title| title != name::RANGE && !title.trim().is_empty());
        let number = item.short.as_ref().and_then(|short| short.text.strip_prefix(name::AT_LEAST)?.parse::<u32>().ok());
        let minimum = number.filter(|number| *number as usize <= items.len());
        if minimum.is_some() {
            item.short = None;
        }
        Some(Range { title, items, minimum, unknown: Unknown::new() })
    }

    pub fn exemplars(&mut self) {
        for (index, example) in std::mem::take(&mut self.forest.exemplars) {
            match self.criterion_of[index] {
                Some(spot) => self.at(spot).examples.push(example.text),
                None => example.leave(NO_PLACE, self.notices),
            }
        }
    }
}
