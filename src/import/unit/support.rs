//! What stands below a criterion: lines of guidance, and lists whose items are its range. A list takes the line that
//! heads it as its title, and the number that the lines above it ask for as its minimum.

use super::minimum::{Minimum, minimum};
use crate::framework::{Range, Unknown};
use crate::import::draft::DraftCriterion;
use crate::import::notice::{Notice, Place};

/// Lines and items not yet given to their criterion.
#[derive(Default)]
pub struct Support {
    lines: Vec<String>,
    items: Vec<String>,
    /// Of the first item.
    place: Place,
}

/// A heading of a list has no more words, where no colon ends it.
const WORDS: usize = 12;

impl Support {
    /// Takes a line; a list above it ends.
    pub fn line(&mut self, text: &str, criterion: &mut DraftCriterion, notices: &mut Vec<Notice>) {
        if !self.items.is_empty() {
            self.close(criterion, notices);
        }
        self.lines.push(text.to_owned());
    }

    /// Takes an item of a list.
    pub fn item(&mut self, text: &str, place: Place) {
        if self.items.is_empty() {
            self.place = place;
        }
        self.items.push(text.to_owned());
    }

    /// Gives everything to the criterion.
    pub fn close(&mut self, criterion: &mut DraftCriterion, notices: &mut Vec<Notice>) {
        let Self { mut lines, items, place } = std::mem::take(self);
        if items.is_empty() {
            ask_of_last_range(&lines, criterion);
            criterion.guidance.extend(lines);
            return;
        }
        let asked = lines.iter().rev().find_map(|line| minimum(line)).or_else(|| {
            // A criterion asks it of its list only where it says so.
            Some(&criterion.text).filter(|text| text.contains("following")).and_then(|text| minimum(text))
        });
        let title = title(&lines).map(|index| lines.remove(index));
        let title = title.map(|title| title.trim_end_matches([':', '：']).trim_end().to_owned());
        let minimum = asked.and_then(|asked| within(asked, items.len(), place, notices));
        criterion.range.push(Range { title, items, minimum, unknown: Unknown::new() });
        criterion.guidance.extend(lines);
    }
}

/// Which of the lines above a list heads it: the last one if it ends in a colon and asks for nothing, else a short one
/// directly above those that ask, else the last one that ends in a colon.
fn title(lines: &[String]) -> Option<usize> {
    let last = lines.len().checked_sub(1)?;
    let ends_in_colon = |line: &str| line.ends_with([':', '：']);
    if ends_in_colon(&lines[last]) && minimum(&lines[last]).is_none() {
        return Some(last);
    }
    let is_heading = |line: &str| {
        ends_in_colon(line) || (!line.ends_with(['.', '!', '?']) && line.split_whitespace().nth(WORDS).is_none())
    };
    let above = lines.iter().rposition(|line| minimum(line).is_none()).filter(|index| is_heading(&lines[*index]));
    above.or_else(|| Some(last).filter(|last| is_heading(&lines[*last])))
}

/// A number that stands below the list and not above it.
fn ask_of_last_range(lines: &[String], criterion: &mut DraftCriterion) {
    let Some(range) = criterion.range.last_mut().filter(|range| range.minimum.is_none()) else { return };
    let asked = lines.first().and_then(|line| minimum(line));
    range.minimum = asked.and_then(|asked| count(asked, range.items.len()));
}

fn within(asked: Minimum, items: usize, place: Place, notices: &mut Vec<Notice>) -> Option<u32> {
    let counted = count(asked, items);
    if let (Minimum::Some(asked), None) = (asked, counted) {
        let text = format!(
            "At least {asked} items are asked for, but the list has {items}; no minimum is kept. Lower it, or add items."
        );
        notices.push(Notice::warning(place, text));
    }
    counted
}

fn count(asked: Minimum, items: usize) -> Option<u32> {
    let items = u32::try_from(items).ok()?;
    match asked {
        Minimum::All => Some(items),
        Minimum::Some(asked) => Some(asked).filter(|asked| *asked <= items),
    }
}
