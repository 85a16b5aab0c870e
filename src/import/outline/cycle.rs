//! Plain lines below which a run of levels begins again: where the names of levels stand a second time at one indent,
//! each run belongs to the line above it, also with sentences between the two.

use std::collections::BTreeSet;

use super::super::line::Line;
use super::super::scale;
use super::mark::{Mark, Marked};

/// So many sentences may stand between a heading and its first level.
const SENTENCES: usize = 4;

/// Whether each line is the heading of a run of levels; none is where there is one run alone.
pub fn heads(lines: &[(Line<'_>, Marked<'_>)]) -> Vec<bool> {
    let mut heads = vec![false; lines.len()];
    let mut seen: BTreeSet<(u32, String)> = BTreeSet::new();
    let mut runs = 0;
    for (index, (line, mark)) in lines.iter().enumerate() {
        if mark.mark != Mark::Plain || scale::step(mark.text).is_none() {
            continue;
        }
        let name = scale::parted(mark.text).map_or(mark.text, |(head, _)| head).to_lowercase();
        if seen.contains(&(line.indent, name.clone())) {
            seen.clear();
        }
        if seen.is_empty()
            && let Some(head) = head(&lines[..index], line.indent)
        {
            heads[head] = true;
            runs += 1;
        }
        seen.insert((line.indent, name));
    }
    if runs < 2 {
        heads.fill(false);
    }
    heads
}

/// The nearest line above that names something, with nothing but sentences below it.
fn head(above: &[(Line<'_>, Marked<'_>)], indent: u32) -> Option<usize> {
    for (index, (line, mark)) in above.iter().enumerate().rev().take(SENTENCES + 1) {
        let numbered = mark.mark == Mark::Item && mark.code.is_some() && line.item().is_none();
        let fits = line.indent == indent && (mark.mark == Mark::Plain || numbered) && scale::step(mark.text).is_none();
        if !fits {
            return None;
        }
        if leads(mark.text) {
            return Some(index);
        }
    }
    None
}

/// Whether items can stand below a plain line: whether it is no sentence.
pub fn leads(text: &str) -> bool {
    let words = text.split_whitespace().take(13).count();
    words <= 12 && !text.ends_with(['.', '!', '?', '。'])
}
