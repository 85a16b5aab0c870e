//! The levels of a grid in their order, and the level of each heading and statement.

use std::collections::BTreeMap;

use super::super::super::draft::DraftLevel;
use super::super::super::notice::{Notice, Place};
use super::super::super::scale;
use super::super::ladder::Ladder;
use super::super::{Grid, Statement};

/// Above so many levels each is put last, since to look for its place takes long.
const ORDERED: usize = 200;

/// The levels, each with the one that it lies within.
pub struct Rungs {
    pub levels: Vec<DraftLevel>,
    /// The level of each heading: its own, or that of the nearest heading above.
    of_heading: Vec<Option<usize>>,
}

/// A level as it is found: its name, below that of the level that it lies within.
struct Found {
    words: String,
    within: Option<usize>,
}

impl Rungs {
    pub fn of(grid: &Grid, ladder: &Ladder, notices: &mut Vec<Notice>) -> Self {
        let mut known: BTreeMap<(Option<usize>, &str), usize> = BTreeMap::new();
        let mut found: Vec<Found> = Vec::new();
        let mut sequence: Vec<usize> = Vec::new();
        let mut of_heading: Vec<Option<usize>> = Vec::with_capacity(grid.headings.len());
        // The level that stood last below the same heading: a new one comes behind it.
        let mut last: BTreeMap<Option<usize>, usize> = BTreeMap::new();
        for (index, heading) in grid.headings.iter().enumerate() {
            let within = heading.parent.and_then(|parent| of_heading[parent]);
            if !ladder.is_level(index) {
                of_heading.push(within);
                continue;
            }
            let level = *known.entry((within, ladder.words[ladder.names[index]].as_str())).or_insert_with(|| {
                found.push(Found { words: heading.words.clone(), within });
                let level = found.len() - 1;
                let after = last.get(&heading.parent).filter(|_| sequence.len() < ORDERED);
                let at = after.and_then(|after| sequence.iter().position(|other| other == after));
                sequence.insert(at.map_or(sequence.len(), |at| at + 1), level);
                level
            });
            if heading.words.len() > found[level].words.len() {
                found[level].words.clone_from(&heading.words);
            }
            last.insert(heading.parent, level);
            of_heading.push(Some(level));
        }
        let sequence = ordered(&found, sequence, notices);
        let mut position = vec![0; found.len()];
        sequence.iter().enumerate().for_each(|(index, level)| position[*level] = index);
        let levels: Vec<_> = sequence.iter().map(|level| drawn(&found, *level, &position)).collect();
        for level in of_heading.iter_mut().flatten() {
            *level = position[*level];
        }
        for (index, heading) in grid.headings.iter().enumerate().filter(|(index, _)| ladder.is_level(*index)) {
            if let Some(level) = of_heading[index].filter(|level| !same(&levels[*level].name, &heading.words)) {
                let text = format!("This level is called “{}” elsewhere; that name stands for it.", levels[level].name);
                notices.push(Notice::note(heading.place, text).quoting(&heading.words));
            }
        }
        if !ladder.said {
            say(&found, &sequence, notices);
        }
        Self { levels, of_heading }
    }

    pub fn of_heading(&self, heading: usize) -> Option<usize> {
        self.of_heading[heading]
    }

    /// The level of a statement, by the last of its chains that has one.
    pub fn of_statement(&self, statement: &Statement) -> Option<usize> {
        statement.below.iter().rev().find_map(|heading| self.of_heading[*heading])
    }
}

fn drawn(found: &[Found], level: usize, position: &[usize]) -> DraftLevel {
    let Found { words, within } = &found[level];
    DraftLevel { name: words.clone(), within: within.map(|within| position[within]), summary: None }
}

/// Puts the levels in the order that their names say, each directly before what lies within it.
fn ordered(found: &[Found], sequence: Vec<usize>, notices: &mut Vec<Notice>) -> Vec<usize> {
    let mut inside: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for level in sequence {
        inside.entry(found[level].within).or_default().push(level);
    }
    for levels in inside.values_mut() {
        let names: Vec<_> = levels.iter().map(|level| found[*level].words.as_str()).collect();
        if let Some(order) = scale::order(&names) {
            *levels = order.into_iter().map(|index| levels[index]).collect();
            if levels.is_sorted() {
                // They only came in different topics, one after the other.
                continue;
            }
            let text = "The levels stood in another order; they were put from the lowest to the highest.";
            notices.push(Notice::note(Place::WHOLE, text));
        }
    }
    let mut sorted = Vec::with_capacity(found.len());
    let mut waiting: Vec<usize> = inside.remove(&None).unwrap_or_default();
    waiting.reverse();
    while let Some(level) = waiting.pop() {
        sorted.push(level);
        waiting.extend(inside.remove(&Some(level)).unwrap_or_default().into_iter().rev());
    }
    sorted
}

fn same(name: &str, words: &str) -> bool {
    name.to_lowercase().contains(&words.to_lowercase())
}

/// Levels that no word says are levels are worth a look.
fn say(found: &[Found], sequence: &[usize], notices: &mut Vec<Notice>) {
    let names: Vec<_> = sequence.iter().map(|level| format!("“{}”", found[*level].words)).collect();
    let text = format!(
        "Taken as levels, lowest first, by where they stand: {}. If they are not, choose another format.",
        names.join(", ")
    );
    notices.push(Notice::note(Place::WHOLE, text));
}
