//! The numbered levels of a document as they are met, and in the end in their order.

use std::collections::BTreeMap;

use crate::import::draft::{Draft, DraftLevel};
use crate::import::level_heading::LevelHeading;
use crate::import::notice::{Notice, Place};

/// The levels met so far, by number.
#[derive(Default)]
pub struct Scale {
    steps: BTreeMap<u32, Step>,
    /// Numbers in the order in which they were met; expectations name levels by their index in it.
    met: Vec<u32>,
}

struct Step {
    index: usize,
    written: String,
    name: String,
    summary: Vec<String>,
}

impl Scale {
    /// The index of a heading's level.
    pub fn enter(&mut self, heading: LevelHeading, place: Place, notices: &mut Vec<Notice>) -> usize {
        let met = &mut self.met;
        let step = self.steps.entry(heading.number).or_insert_with(|| {
            met.push(heading.number);
            Step {
                index: met.len() - 1,
                written: heading.step.to_owned(),
                name: heading.name.to_owned(),
                summary: Vec::new(),
            }
        });
        if step.name.is_empty() {
            heading.name.clone_into(&mut step.name);
        } else if !heading.name.is_empty() && step.name != heading.name {
            let text = format!(
                "{} is named “{}” above, and that name stays. Give both the same, or another number to one.",
                step.written, step.name
            );
            notices.push(Notice::warning(place, text).quoting(heading.name));
        }
        step.index
    }

    /// Names a level that has no name yet. Gives whether it did.
    pub fn name(&mut self, index: usize, name: &str) -> bool {
        let step = self.met.get(index).and_then(|number| self.steps.get_mut(number));
        match step.filter(|step| step.name.is_empty()) {
            Some(step) => {
                name.clone_into(&mut step.name);
                true
            }
            None => false,
        }
    }

    /// Adds to what is said of a level as a whole.
    pub fn describe(&mut self, index: usize, text: &str) {
        if let Some(step) = self.met.get(index).and_then(|number| self.steps.get_mut(number)) {
            step.summary.push(text.to_owned());
        }
    }

    pub fn is_empty(&self) -> bool {
        self.met.is_empty()
    }

    /// Puts the levels into the draft, lowest first, and turns its expectations to them.
    pub fn finish(self, draft: &mut Draft, notices: &mut Vec<Notice>) {
        if !self.met.is_sorted() {
            let text = "The levels do not stand from the lowest number to the highest; here they do.";
            notices.push(Notice::note(Place::WHOLE, text));
        }
        let order: BTreeMap<usize, usize> =
            self.steps.values().enumerate().map(|(rank, step)| (step.index, rank)).collect();
        for expectation in draft.competencies.iter_mut().flat_map(|competency| &mut competency.expectations) {
            expectation.level = order.get(&expectation.level).copied().unwrap_or_default();
        }
        // Numbers say nothing that the order does not say, unless some are left out.
        let is_counted = self.steps.keys().copied().eq(1..=u32::try_from(self.steps.len()).unwrap_or_default());
        let level = |step: Step| DraftLevel {
            name: match step.name {
                name if name.is_empty() => step.written,
                name if is_counted => name,
                name => format!("{} {name}", step.written),
            },
            within: None,
            summary: (!step.summary.is_empty()).then(|| step.summary.join("\n")),
        };
        draft.levels = self.steps.into_values().map(level).collect();
    }
}
