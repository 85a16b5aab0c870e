//! The interview questions that stand below everything else in an outline. A level behind them shows that they are a
//! part of one competency; then they stay where they are.

use super::super::asked;
use super::super::draft::DraftQuestion;
use super::super::levelled::announces_questions;
use super::super::line::Line;
use super::super::notice::Notice;
use super::super::scale;
use super::mark::{Mark, Marked};

const HEADING: &str = "This heading says what stands below it, and is itself left out.";
const ASKS_NOTHING: &str = "This stands among the questions and asks nothing; it is left out.";

/// Takes the questions with their heading out of the lines.
pub fn taken<'a>(lines: &mut Vec<(Line<'a>, Marked<'a>)>, left: &mut Vec<Notice>) -> Vec<DraftQuestion> {
    let announces = |(_, mark): &(Line<'_>, Marked<'_>)| {
        matches!(mark.mark, Mark::Plain | Mark::Heading(_)) && announces_questions(mark.text)
    };
    let Some(start) = lines.iter().rposition(announces) else { return Vec::new() };
    let depth = if let Mark::Heading(depth) = lines[start].1.mark { depth } else { u32::MAX };
    let ends = |(_, mark): &(Line<'_>, Marked<'_>)| matches!(mark.mark, Mark::Heading(other) if other <= depth);
    let end = lines[start + 1..].iter().position(ends).map_or(lines.len(), |length| start + 1 + length);
    let is_level = |(_, mark): &(Line<'_>, Marked<'_>)| scale::step(mark.text).is_some();
    let asks = lines[start + 1..end].iter().any(|(_, mark)| asked::asks(mark.text));
    if !asks || lines[start..].iter().any(is_level) {
        return Vec::new();
    }
    let mut section = lines.drain(start..end);
    if let Some((heading, _)) = section.next() {
        heading.leave(HEADING, left);
    }
    let mut questions: Vec<DraftQuestion> = Vec::new();
    let mut indent = 0;
    for (line, Marked { mark, text, .. }) in section {
        match questions.last_mut() {
            Some(question) if line.indent > indent && mark != Mark::Rule => {
                question.probes.extend(asked::sentences(text).into_iter().map(str::to_owned));
            }
            _ if mark == Mark::Item || (mark == Mark::Plain && asked::asks(text)) => {
                indent = line.indent;
                questions.push(asked::question(text));
            }
            _ => line.leave(ASKS_NOTHING, left),
        }
    }
    questions
}
