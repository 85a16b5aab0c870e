//! The variant whose front matter holds only titles: the body has a heading for each level, below it one for each topic,
//! or the other way round, and below that a line for each statement.

use crate::import::draft::{Draft, DraftCompetency};
use crate::import::line::{Line, lines};
use crate::import::notice::Notice;

use super::Parts;
use super::scale::{Named, Scale};
use super::statement::Statements;

/// Whether headings of the body name levels.
pub fn has_levels(body: &str) -> bool {
    lines(body).filter_map(Line::heading).any(|(_, words)| level_of(words).is_some())
}

/// The name of the level that a heading names: `2` for `Level 2`.
fn level_of(heading: &str) -> Option<&str> {
    let rest = heading.get(..5).filter(|word| word.eq_ignore_ascii_case("level")).and_then(|_| heading.get(5..))?;
    let name = rest.strip_prefix([' ', '\t'])?.trim().trim_end_matches(':');
    (!name.is_empty()).then_some(name)
}

/// Where the reading is.
struct Reading<'a> {
    draft: &'a mut Draft,
    scale: &'a mut Scale,
    notices: &'a mut Vec<Notice>,
    level: Option<Named>,
    /// An index into the draft's competencies.
    topic: Option<usize>,
    /// How deep the heading of that topic stands.
    topic_depth: usize,
    /// The indent of the last item that was a statement.
    indent: u32,
}

/// Reads the body.
pub fn read(parts: &Parts<'_>, draft: &mut Draft, scale: &mut Scale, notices: &mut Vec<Notice>) {
    let mut reading = Reading { draft, scale, notices, level: None, topic: None, topic_depth: 0, indent: 0 };
    let found: Vec<_> = lines(parts.body).map(|line| line.below(parts.body_line)).collect();
    let depth = depth_of_levels(&found);
    for line in found {
        match line.heading() {
            Some((level, words)) => reading.heading(line, level, words, depth),
            None => reading.line(line),
        }
    }
}

/// How deep the headings of levels stand: what stands higher is a topic that holds levels.
fn depth_of_levels(lines: &[Line<'_>]) -> usize {
    let headings = lines.iter().filter_map(|line| line.heading());
    headings.filter(|(_, words)| level_of(words).is_some()).map(|(depth, _)| depth).min().unwrap_or(1)
}

impl Reading<'_> {
    fn heading(&mut self, line: Line<'_>, depth: usize, words: &str, depth_of_levels: usize) {
        if let Some(name) = level_of(words) {
            self.level = Some(self.scale.level(name));
            if self.topic_depth >= depth {
                self.topic = None;
            }
        } else if depth == 1 && self.draft.title.trim().is_empty() {
            self.draft.title = words.to_owned();
        } else if depth == 1 && self.draft.title.trim() == words && self.level.is_none() {
            line.leave("Left out: the title, again.", self.notices);
        } else {
            let known = self.draft.competencies.iter().position(|topic| topic.title == words);
            let topic = known.unwrap_or_else(|| {
                let topic = DraftCompetency { title: words.to_owned(), ..DraftCompetency::default() };
                self.draft.competencies.push(topic);
                self.draft.competencies.len() - 1
            });
            self.topic = Some(topic);
            self.topic_depth = depth;
            if depth < depth_of_levels {
                self.level = None;
            }
        }
    }

    fn line(&mut self, line: Line<'_>) {
        let (text, is_item) = line.item().map_or((line.text, false), |item| (item, true));
        match (self.level, self.topic) {
            (Some(level), Some(topic)) => {
                let expectation = self.draft.competencies[topic].at(level.provisional());
                let is_below = is_item && line.indent > self.indent && !expectation.criteria.is_empty();
                let mut into = Statements::into(expectation, self.scale);
                if is_below {
                    into.take_below(text);
                } else {
                    into.take(text, line.place(), self.notices);
                    self.indent = line.indent;
                }
            }
            (None, Some(topic)) => append(&mut self.draft.competencies[topic].summary, text),
            (Some(_), None) => line.leave("Left out: it stands below a level, but below no topic.", self.notices),
            (None, None) => append(&mut self.draft.summary, text),
        }
    }
}

fn append(summary: &mut Option<String>, text: &str) {
    match summary {
        Some(summary) => {
            summary.push(' ');
            summary.push_str(text);
        }
        None => *summary = Some(text.to_owned()),
    }
}
