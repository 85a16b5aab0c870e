//! What a page puts around an outline: menus and counters, the list of its contents, the name of the site above its
//! title, links to other pages below it. Each is left out with a notice.

use std::collections::BTreeSet;

use super::super::furniture::{is_byline, is_furniture};
use super::super::line::Line;
use super::super::notice::Notice;
use super::super::scale;
use super::cycle::leads;
use super::mark::{Mark, Marked, marked};

const OF_PAGE: &str = "This belongs to the page and not to the document; it is left out.";
const CONTENTS: &str = "This stands in the list of contents and again below it; it is left out here.";
const ABOVE: &str = "This stands above the title of the page; it is left out.";
const TAIL: &str = "This stands below the document, among what the page links to; it is left out.";

/// Headings of links to other pages.
const TAILS: [&str; 8] = [
    "related articles",
    "related pages",
    "related content",
    "related links",
    "related topics",
    "see also",
    "further reading",
    "external links",
];

/// A page says who wrote it within so many lines.
const HEAD: usize = 12;

/// The lines of an outline without those of the page, which become notices.
pub fn without_page<'a>(lines: Vec<Line<'a>>, left: &mut Vec<Notice>) -> Vec<(Line<'a>, Marked<'a>)> {
    let lines: Vec<_> =
        lines.into_iter().map(|line| without_links(line, left)).map(|line| (line, marked(line))).collect();
    let mut why = vec![None; lines.len()];
    tail(&lines, &mut why);
    for (index, why) in why.iter_mut().enumerate().filter(|(_, why)| why.is_none()) {
        *why = is_of_page(&lines, index).then_some(OF_PAGE);
    }
    contents(&lines, &mut why);
    above_title(&lines, &mut why);
    let mut kept = Vec::with_capacity(lines.len());
    for (line, why) in lines.into_iter().zip(why) {
        match why {
            Some(why) => line.0.leave(why, left),
            None => kept.push(line),
        }
    }
    kept
}

/// A heading without the links to change it: `[edit | edit source]`.
fn without_links<'a>(line: Line<'a>, left: &mut Vec<Notice>) -> Line<'a> {
    let Some(at) = line.text.rfind('[').filter(|at| *at > 0 && line.text.ends_with(']')) else { return line };
    let links = &line.text[at + 1..line.text.len() - 1];
    if !links.split('|').all(|link| matches!(link.trim(), "edit" | "edit source")) {
        return line;
    }
    left.push(Notice::note(line.place(), OF_PAGE).quoting(&line.text[at..]));
    Line { text: line.text[..at].trim_end(), ..line }
}

fn is_of_page(lines: &[(Line<'_>, Marked<'_>)], index: usize) -> bool {
    let (line, mark) = lines[index];
    if mark.mark != Mark::Plain
        || scale::step(mark.text).is_some()
        || !(is_furniture(mark.text) || is_byline(mark.text))
    {
        return false;
    }
    // “Search” above levels or items is a competency.
    let leads = lines.get(index + 1).is_some_and(|(next, mark)| {
        mark.mark == Mark::Item || next.indent > line.indent || scale::step(mark.text).is_some()
    });
    mark.text.contains(char::is_whitespace) || !leads
}

/// Links to other pages stand below everything else.
fn tail(lines: &[(Line<'_>, Marked<'_>)], why: &mut [Option<&'static str>]) {
    let is_tail = |(_, mark): &(Line<'_>, Marked<'_>)| {
        let named = TAILS.contains(&mark.text.trim_end_matches(':').to_lowercase().as_str());
        named && matches!(mark.mark, Mark::Plain | Mark::Heading(_))
    };
    let Some(start) = lines.iter().rposition(is_tail) else { return };
    let goes_on = lines[start..].iter().any(|(_, mark)| scale::step(mark.text).is_some());
    let follows = lines[..start].iter().any(|(_, mark)| scale::step(mark.text).is_some());
    if follows && !goes_on {
        why[start..].fill(Some(TAIL));
    }
}

/// Lines below “Contents” that stand again below.
fn contents(lines: &[(Line<'_>, Marked<'_>)], why: &mut [Option<&'static str>]) {
    let is_contents = |(_, mark): &(Line<'_>, Marked<'_>)| {
        matches!(mark.text.trim_end_matches(':').to_lowercase().as_str(), "contents" | "table of contents")
    };
    let Some(start) = lines.iter().position(is_contents) else { return };
    let words = |text: &str| text.trim_start_matches(|sign: char| !sign.is_alphabetic()).to_lowercase();
    let all: Vec<_> = lines[start + 1..].iter().map(|(_, mark)| words(mark.text)).collect();
    let mut listed = BTreeSet::new();
    for (offset, text) in all.iter().enumerate() {
        // The first that was listed already begins the document.
        if text.is_empty() || !listed.insert(text) || !all[offset + 1..].contains(text) {
            break;
        }
        why[start + 1 + offset] = Some(CONTENTS);
    }
}

/// Above a line that says who wrote the page stands its title, and above that what the site is called.
fn above_title(lines: &[(Line<'_>, Marked<'_>)], why: &mut [Option<&'static str>]) {
    let Some(byline) = lines.iter().take(HEAD).position(|(_, mark)| is_byline(mark.text)) else { return };
    let above: Vec<_> = (0..byline).filter(|index| why[*index].is_none()).collect();
    let plain = |index: &usize| lines[*index].1.mark == Mark::Plain && leads(lines[*index].1.text);
    if let Some((_, sites)) = above.split_last()
        && above.iter().all(plain)
    {
        sites.iter().for_each(|index| why[*index] = Some(ABOVE));
    }
}
