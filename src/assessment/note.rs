//! Notes as they are typed, line by line: a sign before a line, the time on the clock, the criterion that it is tied to.
//! All of it is plain text, so that a note reads the same in a file and on paper:
//!
//! ```text
//! + [12:40] gave the case of the lost parcel [K.3.1]
//! ```
//!
//! The signs stand for what speaks for the candidate and what speaks against; nothing is counted from them.

use std::ops::Range;

use crate::framework::{Criterion, CriterionId, Framework};

/// One line of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    pub sign: Option<Sign>,
    /// The time on the clock, such as `12:40`.
    pub time: Option<&'a str>,
    /// The words between.
    pub words: &'a str,
    /// What stands in the brackets at the end: the name of a criterion, if it is one.
    pub tie: Option<&'a str>,
}

/// Whether a line speaks for the candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    For,
    Against,
}

impl Sign {
    /// The sign as it is typed.
    pub const fn glyph(self) -> char {
        match self {
            Self::For => '+',
            Self::Against => '-',
        }
    }
}

/// How a note is changed in one line. Places are counted as browsers count them, in UTF-16 units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The part of the text as it was that goes.
    pub replaced: Range<usize>,
    /// What comes in its place.
    pub by: String,
    /// What is selected afterwards; the cursor where the range is empty.
    pub selection: Range<usize>,
}

impl<'a> Line<'a> {
    /// Reads a line.
    pub fn read(line: &'a str) -> Self {
        let Parts { sign, time, words, tie, .. } = Parts::of(line);
        Self { sign, time, words: words.trim(), tie }
    }

    /// The line as it is typed.
    pub fn write(&self) -> String {
        let sign = self.sign.map(|sign| sign.glyph().to_string());
        let time = self.time.map(|time| format!("[{time}]"));
        let words = Some(self.words.to_owned()).filter(|words| !words.is_empty());
        let tie = self.tie.map(|tie| format!("[{tie}]"));
        [sign, time, words, tie].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A line in its parts, with the blanks behind the words.
#[derive(Clone, Copy)]
struct Parts<'a> {
    /// How many bytes stand before the words.
    lead: usize,
    sign: Option<Sign>,
    time: Option<&'a str>,
    words: &'a str,
    tie: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(whole: &'a str) -> Self {
        let line = whole.trim_start();
        let (sign, rest) = match line.split_at_checked(1) {
            Some(("+", rest)) => (Some(Sign::For), rest.trim_start()),
            Some(("-", rest)) => (Some(Sign::Against), rest.trim_start()),
            _ => (None, line),
        };
        let (time, rest) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((time, rest)) if is_time(time) => (Some(time), rest.trim_start()),
            _ => (None, rest),
        };
        let (words, tie) = match rest.trim_end().strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) {
            // One blank parts the two.
            Some((words, tie)) if !tie.trim().is_empty() => (words.strip_suffix(' ').unwrap_or(words), Some(tie)),
            _ => (rest, None),
        };
        Self { lead: whole.len() - rest.len(), sign, time, words, tie }
    }

    /// What stands before the words. There is room to write on where nothing stands yet.
    fn before(&self) -> String {
        let sign = self.sign.map(|sign| format!("{} ", sign.glyph()));
        let time = self.time.map(|time| format!("[{time}] "));
        [sign, time].into_iter().flatten().collect()
    }

    /// What stands behind them.
    fn behind(&self) -> String {
        self.tie.map(|tie| format!(" [{tie}]")).unwrap_or_default()
    }
}

fn is_time(text: &str) -> bool {
    text.contains(':') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
}

/// What ties a line to a criterion: its code where no other criterion has it, or its id.
pub fn tie_of(framework: &Framework, criterion: &Criterion) -> String {
    let alike = |code: &str| framework.criteria().filter(|(_, _, other)| other.code.as_deref() == Some(code)).count();
    match criterion.code.as_deref().filter(|code| !code.contains(['[', ']']) && alike(code) == 1) {
        Some(code) => code.to_owned(),
        None => criterion.id.to_string(),
    }
}

/// The criterion that a tie names.
pub fn tied(framework: &Framework, tie: &str) -> Option<CriterionId> {
    let named = |criterion: &&Criterion| criterion.id.as_str() == tie || criterion.code.as_deref() == Some(tie);
    let mut found = framework.criteria().map(|(_, _, criterion)| criterion).filter(named);
    let first = found.next()?;
    // A code that several have names none of them.
    (found.next().is_none() || first.id.as_str() == tie).then(|| first.id.clone())
}

/// What the lines of a note are tied by.
pub fn ties(note: &str) -> impl Iterator<Item = &str> {
    lines_with_a_tie(note).filter_map(|line| Line::read(line).tie)
}

/// The lines that may be tied to something: most lines end otherwise, and need not be read.
pub fn lines_with_a_tie(note: &str) -> impl Iterator<Item = &str> {
    note.lines().filter(|line| line.trim_end().ends_with(']'))
}

/// Ties the line in which the selection begins to a criterion, or unties it when it is tied to that one.
pub fn toggle_tie(text: &str, selection: Range<usize>, tie: &str) -> Edited {
    edit(text, selection, |line| line.tie = if line.tie == Some(tie) { None } else { Some(tie) })
}

/// Puts a sign before the line in which the selection begins, or takes it away when it stands there.
pub fn toggle_sign(text: &str, selection: Range<usize>, sign: Sign) -> Edited {
    edit(text, selection, |line| line.sign = if line.sign == Some(sign) { None } else { Some(sign) })
}

/// Puts the time on the clock before the line in which the selection begins, in the place of one that stands there.
pub fn stamp(text: &str, selection: Range<usize>, time: &str) -> Edited {
    edit(text, selection, |line| line.time = Some(time))
}

/// The place at which a new line begins that is put in here: behind the tie where the cursor is behind the words.
pub fn line_break(text: &str, cursor: usize) -> usize {
    let at = byte_of(text, cursor);
    let from = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[at..].find('\n').map_or(&text[from..], |newline| &text[from..at + newline]);
    let Parts { lead, words, tie, .. } = Parts::of(line);
    match tie {
        Some(_) if at >= from + lead + words.len() => units(&text[..from + line.len()]),
        _ => cursor,
    }
}

/// Changes what stands before and behind the words of a line. The words stay as they are, down to the blanks at their
/// end, and what is selected of them stays selected.
fn edit<'a>(text: &'a str, selection: Range<usize>, change: impl FnOnce(&mut Parts<'a>)) -> Edited {
    let at = byte_of(text, selection.start);
    let from = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[at..].find('\n').map_or(&text[from..], |newline| &text[from..at + newline]);
    let old = Parts::of(line);
    let mut new = old;
    change(&mut new);
    let by = [new.before().as_str(), old.words, &new.behind()].concat();
    let (start, length, words) = (units(&text[..from]), units(line), units(old.words));
    let (old_lead, new_lead) = (units(&line[..old.lead]), units(&new.before()));
    let is_last = from + line.len() == text.len();
    let moved = |place: usize| match place {
        _ if place < start => place,
        _ if place > start + length && !is_last => place - length + units(&by),
        _ => start + new_lead + place.saturating_sub(start + old_lead).min(words),
    };
    let selection = moved(selection.start)..moved(selection.end);
    Edited { replaced: start..start + length, by, selection }
}

/// The byte at which so many UTF-16 units end; never within a character.
fn byte_of(text: &str, cursor: usize) -> usize {
    let mut left = cursor;
    for (byte, character) in text.char_indices() {
        if left < character.len_utf16() {
            return byte;
        }
        left -= character.len_utf16();
    }
    text.len()
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
