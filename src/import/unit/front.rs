//! What stands before the first outcome: the unit's title and number, facts about it ("Credit value: 4"), and what it is
//! about.

use crate::import::draft::Draft;
use crate::import::notice::Notice;
use crate::import::passage::{Mark, Passage};

#[derive(Default)]
pub struct Front {
    title: String,
    /// Whether the title was met; the next line is the title otherwise.
    pub is_titled: bool,
    facts: Vec<String>,
    summary: Vec<String>,
}

impl Front {
    /// Takes a passage.
    pub fn take(&mut self, passage: &Passage, notices: &mut Vec<Notice>) {
        let text = passage.text.as_ref();
        if !self.is_titled && passage.mark != Mark::Item && passage.has_at_most(25) && !self.says_fact(passage) {
            // A line above "Title:" is no title then, but part of what the unit says of itself.
            let before = std::mem::replace(&mut self.title, text.to_owned());
            self.summary.extend(Some(before).filter(|before| !before.is_empty()));
            self.is_titled = true;
        } else if text.ends_with([':', '：']) {
            passage.leave("This line leads over to the table of outcomes and is left out.", notices);
        } else if is_fact(text) {
            self.facts.push(text.to_owned());
        } else {
            self.summary.push(text.to_owned());
        }
    }

    /// A heading and a line with the unit's number are its title, whatever colon stands in them.
    fn says_fact(&self, passage: &Passage) -> bool {
        let is_plain = passage.mark == Mark::Plain && without_number(&passage.text).len() == passage.text.len();
        is_plain && is_fact(&passage.text)
    }

    /// Puts everything into the draft.
    pub fn finish(self, draft: &mut Draft) {
        let title = without_number(&self.title);
        if title.len() < self.title.len() {
            self.title.clone_into(&mut draft.source.document);
        }
        title.clone_into(&mut draft.title);
        draft.source.note = (!self.facts.is_empty()).then(|| self.facts.join("; "));
        draft.summary = (!self.summary.is_empty()).then(|| self.summary.join("\n"));
    }
}

/// A title without the unit's number before it: "CS 34", "Unit 7:".
fn without_number(title: &str) -> &str {
    let Some((words, rest)) = title.split_once(|c: char| c.is_ascii_digit()) else { return title };
    let words = words.trim();
    let is_unit = words.eq_ignore_ascii_case("unit");
    let is_code = (1..=5).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_uppercase());
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = rest.trim_start_matches([' ', ':', '-', '–', '—', '.']);
    let is_parted = name.len() < rest.len() && name.starts_with(char::is_alphabetic);
    if (is_unit || is_code) && is_parted { name } else { title }
}

/// A name of at most four words, a colon, and a short value.
fn is_fact(text: &str) -> bool {
    let Some((name, value)) = text.split_once([':', '：']) else { return false };
    !value.trim().is_empty()
        && name.split_whitespace().nth(4).is_none()
        && value.split_whitespace().nth(12).is_none()
        && !text.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_freed_of_the_units_number() {
        assert_eq!(without_number("CS 34 Sort the post"), "Sort the post");
        assert_eq!(without_number("Unit 7: Sort the post"), "Sort the post");
        assert_eq!(without_number("Sort 34 letters"), "Sort 34 letters");
        assert_eq!(without_number("Unit 7"), "Unit 7");
    }
}
