//! What a line of an outline begins with, and so what it can stand below.

use super::super::line::Line;
use super::super::scale;

/// What a line is by its first signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A Markdown heading of a depth from 1; 7 for a line that is nothing but bold.
    Heading(u32),
    Item,
    Plain,
    /// Dashes or stars that part the document.
    Rule,
}

/// A line with its mark taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked<'a> {
    pub mark: Mark,
    /// The number of a numbered item.
    pub code: Option<&'a str>,
    pub text: &'a str,
}

pub fn marked(line: Line<'_>) -> Marked<'_> {
    let plain = Marked { mark: Mark::Plain, code: None, text: line.text };
    if let Some((depth, text)) = line.heading() {
        let depth = u32::try_from(depth).unwrap_or(6);
        return Marked { mark: Mark::Heading(depth), text: unemphasised(text), ..plain };
    }
    if line.text.len() >= 3 && line.text.chars().all(|character| matches!(character, '-' | '=' | '*' | '_')) {
        return Marked { mark: Mark::Rule, ..plain };
    }
    if let Some((words, rest)) = scale::emphasised(line.text)
        && matches!(rest, "" | ":")
    {
        return Marked { mark: Mark::Heading(7), text: words, ..plain };
    }
    let text = line.item();
    match (text, text.or(Some(line.text)).and_then(numbered)) {
        (_, Some((code, text))) => Marked { mark: Mark::Item, code: Some(code), text },
        (Some(text), None) => Marked { mark: Mark::Item, text: unemphasised(text), ..plain },
        (None, None) => plain,
    }
}

/// The words of a text that is emphasised as a whole.
fn unemphasised(text: &str) -> &str {
    scale::emphasised(text).filter(|(_, rest)| rest.is_empty()).map_or(text, |(words, _)| words)
}

/// `1. `, `2) `, `1.2 `, `b) ` and what follows.
fn numbered(text: &str) -> Option<(&str, &str)> {
    let (head, rest) = text.split_once([' ', '\t'])?;
    let rest = rest.trim();
    let bare = head.strip_suffix(['.', ')']).unwrap_or(head);
    let closed = bare.len() < head.len();
    let digits =
        bare.split('.').all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
    let letter = head.ends_with(')') && bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase());
    let told = letter || (digits && (closed || bare.contains('.')));
    (told && !rest.is_empty()).then_some((bare, rest))
}

#[cfg(test)]
mod tests {
    use super::super::super::line;
    use super::*;

    #[track_caller]
    fn check(text: &str, mark: Mark, code: Option<&str>, words: &str) {
        let line = line::lines(text).next().unwrap();
        assert_eq!(marked(line), Marked { mark, code, text: words });
    }

    #[test]
    fn lines_are_told_by_their_first_signs() {
        check("## **Level 1** ##", Mark::Heading(2), None, "Level 1");
        check("**Level 1**:", Mark::Heading(7), None, "Level 1");
        check("**Level 1** answers", Mark::Plain, None, "**Level 1** answers");
        check(" * answers", Mark::Item, None, "answers");
        check("1.2 answers", Mark::Item, Some("1.2"), "answers");
        check("- b) answers", Mark::Item, Some("b"), "answers");
        check("3 calls an hour", Mark::Plain, None, "3 calls an hour");
        check("-----", Mark::Rule, None, "-----");
    }
}
