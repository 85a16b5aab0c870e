//! The statements of one expectation, line by line: a criterion, the examples that a line with a colon introduces, or
//! "all criteria from level one", which takes in another level.

use crate::import::draft::{DraftCriterion, DraftExpectation};
use crate::import::notice::{Notice, Place};

use super::scale::Scale;

/// Numbers as they are written out.
const NUMBERS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Puts lines where they belong, one after the other.
pub struct Statements<'a> {
    scale: &'a Scale,
    expectation: &'a mut DraftExpectation,
}

impl<'a> Statements<'a> {
    pub fn into(expectation: &'a mut DraftExpectation, scale: &'a Scale) -> Self {
        Self { scale, expectation }
    }

    /// Takes the next line.
    pub fn take(&mut self, text: &str, place: Place, notices: &mut Vec<Notice>) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if let Some(level) = included(text) {
            match self.scale.find(&level) {
                Some(named) if self.expectation.includes.contains(&named.provisional()) => {
                    let why = "Left out: a line above takes in the same level already.";
                    return notices.push(Notice::note(place, why).quoting(text));
                }
                Some(named) => return self.expectation.includes.push(named.provisional()),
                None => {
                    let why = format!("No level “{level}” is known here, so this stays a statement of its own.");
                    notices.push(Notice::warning(place, why));
                }
            }
        }
        match self.expectation.criteria.last_mut() {
            Some(criterion) if text.ends_with(':') => criterion.guidance.push(text.to_owned()),
            Some(criterion) if introduces(criterion) => criterion.examples.push(text.to_owned()),
            _ => self.expectation.criteria.push(DraftCriterion::of(text)),
        }
    }

    /// Takes a line that stands deeper than the one above it: an example of that one.
    pub fn take_below(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        match self.expectation.criteria.last_mut() {
            Some(criterion) => criterion.examples.push(text.to_owned()),
            None => self.expectation.criteria.push(DraftCriterion::of(text)),
        }
    }
}

/// Whether it ends in a line with a colon: what follows are examples.
fn introduces(criterion: &DraftCriterion) -> bool {
    criterion.guidance.last().unwrap_or(&criterion.text).ends_with(':')
}

/// The level whose criteria a line takes in: `All criteria from level one`.
fn included(text: &str) -> Option<String> {
    let words: Vec<_> = text.trim_end_matches('.').split_whitespace().map(str::to_lowercase).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let ["all", what, "from" | "of" | "in" | "at", rest @ ..] = words.as_slice() else { return None };
    if !matches!(*what, "criteria" | "statements" | "expectations") {
        return None;
    }
    let [.., "level", level] = rest else { return None };
    let number = NUMBERS.iter().position(|number| number == level).map(|index| (index + 1).to_string());
    Some(number.unwrap_or_else(|| (*level).to_owned()))
}
