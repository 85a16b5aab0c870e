//! A document of plain text as lines, each with its number, its indent, and what it begins with.

use super::notice::{Notice, Place};

/// A line that says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// From 1.
    pub number: u32,
    /// Columns of blanks before the text; a tab counts as four.
    pub indent: u32,
    /// Without blanks at either end; never empty.
    pub text: &'a str,
}

/// Marks that begin an item of a list, each followed by a blank or not.
const BULLETS: [char; 12] = ['•', '·', '◦', '▪', '‣', '●', '○', '∙', '§', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}'];

/// Marks that word processors give the items of a list within a list.
const SUBLISTED: [char; 3] = ['o', '§', '\u{f0a7}'];

/// The lines of a text that say something.
pub fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    text.split('\n').enumerate().filter_map(|(index, line)| {
        let text = line.trim();
        let blank = &line[..line.len() - line.trim_start().len()];
        let indent = blank.chars().map(|character| if character == '\t' { 4 } else { 1 }).sum();
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        (!text.is_empty()).then_some(Line { number, indent, text })
    })
}

impl<'a> Line<'a> {
    /// Where it begins.
    pub fn place(self) -> Place {
        Place::line(self.number)
    }

    /// What stands behind the mark of a list's item: `- `, `* `, `+ `, or one of the round ones.
    pub fn item(self) -> Option<&'a str> {
        let rest = match self.text.strip_prefix(BULLETS) {
            Some(rest) if !self.is_paragraph_number() => rest,
            _ => ["- ", "* ", "+ ", "– "].iter().find_map(|mark| self.text.strip_prefix(mark)).or(self.ring())?,
        };
        Some(rest.trim()).filter(|rest| !rest.is_empty())
    }

    /// Whether its mark is one of a list within a list, though its indent may be lost.
    pub fn is_sublisted(self) -> bool {
        self.text.starts_with(SUBLISTED) && self.item().is_some()
    }

    /// What stands behind the letter that word processors copy for a ring: with a tab, or within an indent.
    fn ring(self) -> Option<&'a str> {
        let rest = self.text.strip_prefix('o')?;
        (rest.starts_with('\t') || (self.indent > 0 && rest.starts_with(' '))).then_some(rest)
    }

    /// `§ 5`, `§5`: a paragraph of a law.
    fn is_paragraph_number(self) -> bool {
        self.text
            .strip_prefix('§')
            .is_some_and(|rest| rest.trim_start().starts_with(|sign: char| sign.is_ascii_digit()))
    }

    /// The level of a Markdown heading, from 1, and its words.
    pub fn heading(self) -> Option<(usize, &'a str)> {
        let words = self.text.trim_start_matches('#');
        let level = self.text.len() - words.len();
        let words = words.strip_prefix([' ', '\t'])?.trim().trim_end_matches('#').trim_end();
        ((1..=6).contains(&level) && !words.is_empty()).then_some((level, words))
    }

    /// The same line of a part of a document that stands below so many lines.
    pub fn below(self, lines: u32) -> Self {
        Self { number: self.number.saturating_add(lines), ..self }
    }

    /// Leaves the line out.
    pub fn leave(self, why: &str, notices: &mut Vec<Notice>) {
        notices.push(Notice::note(self.place(), why).quoting(self.text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn item(text: &str, expected: Option<&str>) {
        assert_eq!(lines(text).next().and_then(Line::item), expected);
    }

    #[test]
    fn lines_that_say_nothing_keep_their_numbers() {
        let found: Vec<_> = lines("one\n\n \t two \n").collect();
        let expected = [Line { number: 1, indent: 0, text: "one" }, Line { number: 3, indent: 6, text: "two" }];
        assert_eq!(found, expected);
    }

    #[test]
    fn items_are_told_by_their_marks() {
        item("- one", Some("one"));
        item("·two", Some("two"));
        item("  • three", Some("three"));
        item("o\tfour", Some("four"));
        item("  o five", Some("five"));
        item("§ six", Some("six"));
        item("\u{f0b7} seven", Some("seven"));
        item("§ 8 of the act", None);
        item("o nine", None);
        item("of ten", None);
        item("-5 degrees", None);
        item("-", None);
        item("plain", None);
    }

    #[test]
    fn headings_are_told_by_their_signs() {
        let heading = |text| lines(text).next().and_then(Line::heading);
        assert_eq!(heading("## Level 1 ##"), Some((2, "Level 1")));
        assert_eq!(heading("#hashtag"), None);
        assert_eq!(heading("####### seven"), None);
    }
}
