//! A document of plain text as passages: what one line, one cell of a table's row, or one wrapped sentence says, each
//! with its place and the mark that it begins with. A line without a letter or digit is left out with a notice.

use std::borrow::Cow;

use super::line::{Line, lines};
use super::notice::{Notice, Place};

/// A line this long may go on below; shorter ones ended because their writer ended them.
const SHORTEST_WRAPPED: usize = 55;

/// With a longer line in it, a document is not wrapped.
const LONGEST_WRAPPED: usize = 130;

/// What a passage begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Plain,
    /// The mark of a list's item.
    Item,
    /// So many signs of a Markdown heading.
    Heading(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    pub place: Place,
    pub indent: u32,
    pub mark: Mark,
    /// Without the mark and without emphasis.
    pub text: Cow<'a, str>,
    /// The number of the line that it ends on.
    last: u32,
}

/// The passages of a text.
pub fn passages<'a>(text: &'a str, notices: &mut Vec<Notice>) -> Vec<Passage<'a>> {
    let whole: Vec<&str> = text.split('\n').collect();
    let is_wrapped = whole.iter().all(|line| line.len() <= LONGEST_WRAPPED);
    let mut passages: Vec<Passage> = Vec::new();
    let mut above: Option<Line> = None;
    for line in lines(text) {
        if !line.text.contains(char::is_alphanumeric) {
            line.leave("This line has no words and is left out.", notices);
            continue;
        }
        let last = passages.last_mut().filter(|_| is_wrapped);
        match last.filter(|last| above.is_some_and(|above| goes_on(last, above, line))) {
            Some(last) => {
                last.text.to_mut().push(' ');
                last.text.to_mut().push_str(&plain(line.text));
                last.last = line.number;
            }
            None => passages.extend(cells(line, blanks(&whole, line))),
        }
        above = Some(line);
    }
    passages
}

/// Whether a line is the rest of the sentence above it.
fn goes_on(last: &Passage, above: Line, line: Line) -> bool {
    let is_unfinished = !last.text.ends_with(['.', ':', ';', '!', '?']);
    let is_rest = line.text.starts_with(char::is_lowercase) && !is_enumerated(line.text) && !line.text.contains('\t');
    let is_below = last.mark == Mark::Item && line.indent > last.indent;
    // Where statements begin in lower case, one is not the rest of another.
    let is_full = above.text.len() >= SHORTEST_WRAPPED && !last.text.starts_with(char::is_lowercase);
    last.last + 1 == line.number
        && is_unfinished
        && is_rest
        && (is_below || is_full)
        && !matches!(last.mark, Mark::Heading(_))
}

/// Characters before the text of a line.
fn blanks(whole: &[&str], line: Line) -> usize {
    let index = line.number.saturating_sub(1) as usize;
    whole.get(index).map_or(0, |whole| whole.chars().take_while(|character| character.is_whitespace()).count())
}

/// The cells of a row, or the line as the only one.
fn cells(line: Line<'_>, blanks: usize) -> impl Iterator<Item = Passage<'_>> {
    let is_row = line.text.starts_with('|');
    let parts = line.text.split(move |character| character == '\t' || (is_row && character == '|'));
    let mut before = blanks;
    parts.filter_map(move |part| {
        let blanks = part.chars().take_while(|character| character.is_whitespace()).count();
        let place = Place { line: line.number, column: u32::try_from(before + blanks + 1).unwrap_or(u32::MAX) };
        before += part.chars().count() + 1;
        let part = part.trim();
        // Signs that frame a table say nothing.
        if !part.contains(char::is_alphanumeric) {
            return None;
        }
        let cell = Line { text: part, ..line };
        let (mark, text) = match (cell.heading(), cell.item()) {
            (Some((level, words)), _) => (Mark::Heading(level), words),
            (None, Some(item)) => (Mark::Item, item),
            (None, None) => (Mark::Plain, part),
        };
        Some(Passage { place, indent: line.indent, mark, text: plain(text), last: line.number })
    })
}

/// A text without the signs of emphasis.
fn plain(text: &str) -> Cow<'_, str> {
    if text.contains("**") { Cow::Owned(text.replace("**", "").trim().to_owned()) } else { Cow::Borrowed(text) }
}

/// Whether a text begins with `a)`, `ii.` or `12)`.
fn is_enumerated(text: &str) -> bool {
    enumerated(text).is_some()
}

/// The letter or number that a text is listed under and what follows: `a) …`, `iv. …`, `12) …`.
pub fn enumerated(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('(').unwrap_or(text);
    let (number, rest) = text.split_at(text.find(['.', ')'])?);
    let is_letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_roman = number.len() <= 4 && number.bytes().all(|byte| b"ivx".contains(&byte));
    let is_number = number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest[1..].strip_prefix([' ', '\t'])?.trim();
    (!number.is_empty() && (is_letter || is_roman || is_number) && !rest.is_empty()).then_some((number, rest))
}

impl Passage<'_> {
    /// The same place with another text: what stands behind a label.
    pub fn saying<'b>(&self, text: &'b str) -> Passage<'b> {
        let Self { place, indent, mark, last, .. } = *self;
        Passage { place, indent, mark, text: Cow::Borrowed(text), last }
    }

    /// Leaves the passage out.
    pub fn leave(&self, why: &str, notices: &mut Vec<Notice>) {
        notices.push(Notice::note(self.place, why).quoting(self.text.as_ref()));
    }

    /// Whether the other stands on the same line, in a later cell.
    pub fn shares_its_line_with(&self, other: &Self) -> bool {
        self.last == other.place.line
    }

    /// Whether the other stands on the next line or the one after it.
    pub fn is_close_above(&self, other: &Self) -> bool {
        other.place.line.saturating_sub(self.last) <= 2
    }

    /// Takes in what follows it.
    pub fn absorb(&mut self, other: &Self) {
        self.text.to_mut().push(' ');
        self.text.to_mut().push_str(&other.text);
        self.last = other.last;
    }

    /// Whether it is one of at most so many words.
    pub fn has_at_most(&self, words: usize) -> bool {
        self.text.split_whitespace().nth(words).is_none()
    }

    /// Whether it ends as a sentence does.
    pub fn is_sentence(&self) -> bool {
        self.text.ends_with(['.', '!', '?', '。'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(u32, u32, Mark, &str)]) {
        let found = passages(text, &mut Vec::new());
        let found: Vec<_> =
            found.iter().map(|found| (found.place.line, found.place.column, found.mark, found.text.as_ref())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_is_parted_into_cells_and_freed_of_marks() {
        check("\t1.1\texplain", &[(1, 2, Mark::Plain, "1.1"), (1, 6, Mark::Plain, "explain")]);
        check("| a | - b |", &[(1, 3, Mark::Plain, "a"), (1, 7, Mark::Item, "b")]);
        check("## **Stage** 2", &[(1, 1, Mark::Heading(2), "Stage 2")]);
    }

    #[test]
    fn a_wrapped_sentence_is_one_passage() {
        let sentence = "Answers the letters that come in by post within two working days and";
        check(&format!("{sentence}\nfiles them."), &[(1, 1, Mark::Plain, &format!("{sentence} files them."))]);
        check("- sorts\n  letters", &[(1, 1, Mark::Item, "sorts letters")]);
        check("sorts\nfiles", &[(1, 1, Mark::Plain, "sorts"), (2, 1, Mark::Plain, "files")]);
    }

    #[test]
    fn lists_are_told_by_letters_and_numbers() {
        assert_eq!(enumerated("a) one"), Some(("a", "one")));
        assert_eq!(enumerated("(iv) four"), Some(("iv", "four")));
        assert_eq!(enumerated("12. twelve"), Some(("12", "twelve")));
        assert_eq!(enumerated("e.g. this"), None);
        assert_eq!(enumerated("1.2 this"), None);
    }
}
