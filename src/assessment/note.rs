//! Notes as they are typed, line by line: a sign before a line, the time on the clock, the criterion that it is tied to.
//! All of it is plain text, so that a note reads the same in a file and on paper:
//!
//! ```text
//! + [12:40] gave the case of the lost parcel [K.3.1]
//! ```
//!
//! The signs stand for what speaks for the candidate and what speaks against; nothing is counted from them.

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

/// A text with the place of the cursor in it, in characters as browsers count them: UTF-16 units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    pub text: String,
    pub cursor: usize,
}

impl<'a> Line<'a> {
    /// Reads a line.
    pub fn read(line: &'a str) -> Self {
        let line = line.trim();
        let (sign, rest) = match line.split_at_checked(1) {
            Some(("+", rest)) => (Some(Sign::For), rest.trim_start()),
            Some(("-", rest)) => (Some(Sign::Against), rest.trim_start()),
            _ => (None, line),
        };
        let (time, rest) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((time, rest)) if is_time(time) => (Some(time), rest.trim_start()),
            _ => (None, rest),
        };
        let (words, tie) = match rest.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) {
            Some((words, tie)) if !tie.trim().is_empty() => (words.trim_end(), Some(tie)),
            _ => (rest, None),
        };
        Self { sign, time, words, tie }
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

/// The lines of a note that are tied to a criterion by this name.
pub fn tied_lines<'a>(note: &'a str, tie: &'a str) -> impl Iterator<Item = Line<'a>> {
    note.lines().map(Line::read).filter(move |line| line.tie == Some(tie))
}

/// Ties the line in which the cursor is to a criterion, or unties it when it is tied to that one.
pub fn toggle_tie(text: &str, cursor: usize, tie: &str) -> Edited {
    edit(text, cursor, |line| line.tie = if line.tie == Some(tie) { None } else { Some(tie) })
}

/// Puts a sign before the line in which the cursor is, or takes it away when it stands there.
pub fn toggle_sign(text: &str, cursor: usize, sign: Sign) -> Edited {
    edit(text, cursor, |line| line.sign = if line.sign == Some(sign) { None } else { Some(sign) })
}

/// Puts the time on the clock before the line in which the cursor is, in the place of one that stands there.
pub fn stamp(text: &str, cursor: usize, time: &str) -> Edited {
    edit(text, cursor, |line| line.time = Some(time))
}

/// Changes the line of the cursor, which ends up behind its words.
fn edit<'a>(text: &'a str, cursor: usize, change: impl FnOnce(&mut Line<'a>)) -> Edited {
    let at = byte_of(text, cursor);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    let mut line = Line::read(&text[start..end]);
    change(&mut line);
    let mut written = line.write();
    // There is room to write on where nothing stands yet.
    if line.words.is_empty() && line.tie.is_none() && !written.is_empty() {
        written.push(' ');
    }
    let behind_words = match line.tie {
        Some(_) => Line { tie: None, ..line }.write().len(),
        None => written.len(),
    };
    let changed = format!("{}{written}{}", &text[..start], &text[end..]);
    let cursor = units(&changed[..start + behind_words]);
    Edited { text: changed, cursor }
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
