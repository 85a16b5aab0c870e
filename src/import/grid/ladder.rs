//! Which headings are levels: those of the kind whose names say so, or else of the kind whose names stand again and
//! again below others.

use std::collections::{BTreeMap, BTreeSet};

use super::super::scale::{self, Step};
use super::Grid;

/// No scale of people has more steps than this, unless the names say that they are steps.
const MOST: usize = 12;

/// What was found out about a grid's headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// The name of each heading: headings of one kind and one wording share it.
    pub names: Vec<usize>,
    /// The words of each name, in lower case; headings of two kinds may have the same.
    pub words: Vec<String>,
    /// Whether a name is that of a level.
    pub level: Vec<bool>,
    /// Whether the names themselves say that they are levels.
    pub said: bool,
    /// How many headings bear each name.
    pub count: Vec<usize>,
}

/// What is counted of one kind of heading.
#[derive(Clone, Default)]
struct Kind {
    names: Vec<usize>,
    headings: usize,
    steps: usize,
    hints: usize,
    /// Whether the document calls it so.
    called: bool,
    shared: bool,
    /// Pairs of a name and of what else a statement stands below.
    contexts: usize,
    statements: usize,
}

impl Kind {
    /// Whether at least half of the names say that they are levels.
    fn says_so(&self) -> bool {
        self.steps > 0 && self.steps * 2 >= self.names.len()
    }

    /// Whether the document calls them levels, or at least half of the names have the word for a step in them.
    fn hints(&self) -> bool {
        let half = self.hints > 0 && self.hints * 2 >= self.names.len();
        (1..=MOST).contains(&self.names.len()) && (self.called || half)
    }

    /// Whether the names stand again and again, and are few.
    fn recurs(&self) -> bool {
        let times = if self.shared { self.contexts } else { self.headings };
        (2..=MOST).contains(&self.names.len()) && times * 2 >= self.names.len() * 3
    }
}

impl Ladder {
    pub fn of(grid: &Grid) -> Option<Self> {
        let Named { names, words, steps } = named(grid);
        let kinds = kinds(grid, &names, &steps);
        let chosen = choose(&kinds, grid.statements.len())?;
        let said = kinds[chosen].says_so();
        let mut count = vec![0; steps.len()];
        names.iter().for_each(|name| count[*name] += 1);
        let mut level = vec![false; steps.len()];
        for (index, kind) in kinds.iter().enumerate() {
            // Sublevels stand below levels, and say so too; a number among a row's values says nothing.
            let too = said && !kinds[chosen].shared && !kind.shared && kind.says_so();
            if index != chosen && !too {
                continue;
            }
            let often = kind.headings / kind.names.len().max(1);
            for name in &kind.names {
                let again = kind.shared || (often > 1 && count[*name] * 2 >= often);
                level[*name] = !said || steps[*name].is_some() || again;
            }
        }
        Some(Self { names, words, level, said, count })
    }

    pub fn is_level(&self, heading: usize) -> bool {
        self.level[self.names[heading]]
    }
}

/// A number for each heading's name, and of each name its words and the step that it says.
struct Named {
    names: Vec<usize>,
    words: Vec<String>,
    steps: Vec<Option<Step>>,
}

fn named(grid: &Grid) -> Named {
    let mut known = BTreeMap::new();
    let (mut words, mut steps) = (Vec::new(), Vec::new());
    let of_heading = grid.headings.iter().map(|heading| {
        let step = scale::step(&heading.words);
        // "Level 2" and "Level 2: Shift lead" are one.
        let head = scale::parted(&heading.words).map(|(head, _)| head).filter(|_| step.is_some());
        let name = folded(head.unwrap_or(&heading.words));
        *known.entry((heading.kind, name.clone())).or_insert_with(|| {
            words.push(name);
            steps.push(step);
            steps.len() - 1
        })
    });
    let names = of_heading.collect();
    Named { names, words, steps }
}

/// A name without what tells nothing apart: case, blanks, marks at its end.
fn folded(words: &str) -> String {
    let words: Vec<_> = words.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").trim_matches(['*', '_', ':', '.']).to_owned()
}

fn kinds(grid: &Grid, names: &[usize], steps: &[Option<Step>]) -> Vec<Kind> {
    let count = grid.headings.iter().map(|heading| heading.kind + 1).max().unwrap_or(0);
    let mut kinds = vec![Kind::default(); count];
    let mut seen = vec![false; steps.len()];
    for (heading, name) in grid.headings.iter().zip(names) {
        let kind = &mut kinds[heading.kind];
        kind.headings += 1;
        kind.shared |= heading.shared;
        if !std::mem::replace(&mut seen[*name], true) {
            kind.names.push(*name);
            kind.steps += usize::from(steps[*name].is_some());
            kind.hints += usize::from(scale::hints(&heading.words));
        }
    }
    grid.scales.iter().filter(|kind| **kind < count).for_each(|kind| kinds[*kind].called = true);
    let mut contexts = BTreeSet::new();
    for statement in &grid.statements {
        let above: Vec<_> = grid.above(statement);
        for heading in &above {
            let kind = grid.headings[*heading].kind;
            kinds[kind].statements += 1;
            if kinds[kind].shared {
                let others = above.iter().filter(|other| grid.headings[**other].kind != kind);
                let others: Vec<_> = others.map(|other| names[*other]).collect();
                kinds[kind].contexts += usize::from(contexts.insert((names[*heading], others)));
            }
        }
    }
    kinds
}

/// The kind that is most like a scale; of equals the one of fewest names, then the innermost.
fn choose(kinds: &[Kind], statements: usize) -> Option<usize> {
    let score = |kind: &Kind| {
        let covers = kind.statements * 10 >= statements * 9;
        4 * usize::from(kind.says_so())
            + 3 * usize::from(kind.hints())
            + 2 * usize::from(kind.recurs())
            + usize::from(covers)
    };
    let candidates = kinds.iter().enumerate().filter(|(_, kind)| kind.statements > 0);
    let candidates = candidates.filter(|(_, kind)| kind.says_so() || kind.recurs() || kind.hints());
    let best = candidates.max_by_key(|(index, kind)| (score(kind), std::cmp::Reverse(kind.names.len()), *index));
    best.map(|(index, _)| index)
}
