//! The lines of an outline as a tree: what stands below what, by headings, by indent, and by marks of items.

use super::super::line::Line;
use super::super::notice::Place;
use super::super::scale;
use super::cycle::{heads, leads};
use super::mark::{Mark, Marked};

/// A line shorter than this was ended, not broken.
const BROKEN: usize = 50;

/// A line, or several that are one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch<'a> {
    pub place: Place,
    pub mark: Mark,
    pub code: Option<&'a str>,
    pub text: String,
    pub parent: Option<usize>,
    pub children: Vec<usize>,
}

/// Every branch, each after the one that it stands below.
pub fn tree<'a>(lines: &[(Line<'a>, Marked<'a>)]) -> Vec<Branch<'a>> {
    let heads = heads(lines);
    let in_runs = heads.contains(&true);
    let mut branches: Vec<Branch<'_>> = Vec::new();
    let mut open: Vec<(u32, usize)> = Vec::new();
    for (index, (line, mark)) in lines.iter().enumerate() {
        let previous = index.checked_sub(1).map(|index| lines[index]);
        let next = lines.get(index + 1).copied();
        if let (Some(branch), Some(previous)) = (branches.last_mut(), previous) {
            if underlines(*line, *mark, previous) {
                branch.mark = Mark::Heading(if line.text.starts_with('=') { 1 } else { 2 });
                if let Some((weight, _)) = open.last_mut() {
                    *weight = if line.text.starts_with('=') { 1 } else { 2 };
                }
                continue;
            }
            if goes_on((*line, *mark), previous, &branch.text) {
                branch.text.push(' ');
                branch.text.push_str(mark.text);
                continue;
            }
        }
        let weight = match mark.mark {
            _ if heads[index] => indented(*line, 0),
            // What is said of a heading stands between it and its levels.
            Mark::Plain if in_runs && !leads(mark.text) && !is_level(mark.text) => indented(*line, 2),
            _ => weight((*line, *mark), previous, next),
        };
        while open.last().is_some_and(|(other, _)| *other >= weight) {
            open.pop();
        }
        let parent = open.last().map(|(_, index)| *index);
        let this = branches.len();
        if let Some(parent) = parent {
            branches[parent].children.push(this);
        }
        let Marked { mark, code, text } = *mark;
        branches.push(Branch { place: line.place(), mark, code, text: text.to_owned(), parent, children: Vec::new() });
        if mark != Mark::Rule
            && (mark != Mark::Plain || leads(text) || next.is_some_and(|(next, _)| next.indent > line.indent))
        {
            open.push((weight, this));
        }
    }
    branches
}

/// Whether it is the line of dashes below a heading, as Markdown has it too.
fn underlines(line: Line<'_>, mark: Marked<'_>, (previous, before): (Line<'_>, Marked<'_>)) -> bool {
    let even = line.text.chars().all(|character| line.text.starts_with(character));
    mark.mark == Mark::Rule
        && even
        && line.text.starts_with(['-', '='])
        && before.mark == Mark::Plain
        && previous.number + 1 == line.number
        && previous.indent == line.indent
        && leads(before.text)
}

/// Whether a line goes on with the sentence of the one before: that one is as long as lines are that were broken, or it
/// is an item and this line stands within it.
fn goes_on((line, mark): (Line<'_>, Marked<'_>), (previous, before): (Line<'_>, Marked<'_>), so_far: &str) -> bool {
    let broken = previous.text.chars().nth(BROKEN).is_some();
    let within = match before.mark {
        Mark::Item => line.indent > previous.indent || (broken && line.indent == previous.indent),
        Mark::Plain => broken && line.indent == previous.indent,
        Mark::Heading(_) | Mark::Rule => false,
    };
    let small = mark.text.starts_with(|character: char| character.is_lowercase());
    let ended = so_far.ends_with(['.', '!', '?', ':', ';', '。', '…']);
    let plain = mark.mark == Mark::Plain && !is_level(mark.text) && !is_level(before.text);
    plain && within && previous.number + 1 == line.number && small && !ended
}

fn is_level(text: &str) -> bool {
    scale::step(text).is_some()
}

/// A line stands below the nearest one before it that weighs less.
fn weight(
    (line, mark): (Line<'_>, Marked<'_>),
    previous: Option<(Line<'_>, Marked<'_>)>,
    next: Option<(Line<'_>, Marked<'_>)>,
) -> u32 {
    match mark.mark {
        Mark::Heading(depth) => depth,
        Mark::Item => indented(line, 3 + u32::from(line.is_sublisted())),
        Mark::Plain if is_level(mark.text) => indented(line, 1),
        Mark::Plain if stands_above_levels(line, previous, next) => indented(line, 0),
        Mark::Plain | Mark::Rule => indented(line, 2),
    }
}

fn indented(line: Line<'_>, rank: u32) -> u32 {
    line.indent.saturating_mul(4).saturating_add(8 + rank)
}

/// Whether a plain line is the heading of the levels that follow at its own indent, and not the last line of the level
/// before.
fn stands_above_levels(
    line: Line<'_>,
    previous: Option<(Line<'_>, Marked<'_>)>,
    next: Option<(Line<'_>, Marked<'_>)>,
) -> bool {
    let before = next.is_some_and(|(next, mark)| {
        mark.mark == Mark::Plain && next.indent == line.indent && is_level(mark.text) && next.number <= line.number + 2
    });
    before
        && previous.is_none_or(|(previous, mark)| {
            let apart = previous.number + 1 < line.number;
            let close = next.is_some_and(|(next, _)| next.number == line.number + 1);
            mark.mark != Mark::Plain || previous.indent > line.indent || (apart && close)
        })
}
