//! The best set of questions as a problem of numbers: which items to take within the minutes, so that what they cover
//! is worth most. It knows nothing of frameworks, and no clock: what it may spend is counted in steps.
//!
//! The way: what cannot be in the best set, or must be, is settled first, by a bound from relaxed constraints
//! (`multiplier`). Then a walk through the items keeps, for each state of what still matters, the best way there
//! (`walk`), and drops whatever the bound proves to lose. Where one state is left, the answer is exact.

mod core;
mod greedy;
mod multiplier;
mod order;
mod walk;

use self::core::Core;

/// How many kinds of items there are.
pub(crate) const KINDS: usize = 4;

/// What there is to choose from.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// In the order that breaks ties.
    pub items: Vec<Item>,
    /// What covering each target is worth.
    pub worth: Vec<u64>,
    pub minutes: u32,
    /// How many items of each kind are wanted at least. It counts for more than any coverage.
    pub least: [u32; KINDS],
    /// How many items of each kind are allowed at most; only items that are pinned exceed it.
    pub most: [u32; KINDS],
    /// How many groups there are of which one item each is wanted. It counts for more than all else.
    pub groups: usize,
}

/// One item to take or to leave.
#[derive(Clone, Debug, Default)]
pub struct Item {
    pub minutes: u32,
    /// Indices of the targets that it covers, each once.
    pub aims: Vec<usize>,
    pub kind: usize,
    /// The group of which it is one.
    pub group: Option<usize>,
    /// It is taken, whatever it costs.
    pub pinned: bool,
}

/// What may be spent on a search.
pub struct Effort<'a> {
    /// Steps left.
    pub steps: u64,
    /// Asked now and then; `false` ends the search with the best that was found.
    pub go_on: &'a mut dyn FnMut() -> bool,
}

/// What a search came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Indices of the chosen items, rising.
    pub chosen: Vec<usize>,
    /// No choice covers more than this is worth, among those that serve as many groups and kinds.
    pub bound: u64,
    /// Whether it was proved that no choice is better.
    pub optimal: bool,
}

/// Steps between two questions whether to go on.
const BREATH: u64 = 2_000;

impl Effort<'_> {
    /// Takes steps; `false` when there are not so many left.
    fn spend(&mut self, steps: u64) -> bool {
        let left = self.steps.saturating_sub(steps);
        let breath = left / BREATH != self.steps / BREATH;
        self.steps = left;
        if breath && !(self.go_on)() {
            self.steps = 0;
        }
        self.steps > 0
    }
}

impl Problem {
    /// What the chosen items cover is worth; each target counts once.
    pub fn covered(&self, chosen: &[usize]) -> u64 {
        let mut seen = vec![false; self.worth.len()];
        for aim in chosen.iter().filter_map(|index| self.items.get(*index)).flat_map(|item| &item.aims) {
            seen[*aim] = true;
        }
        seen.iter().zip(&self.worth).filter(|(seen, _)| **seen).map(|(_, worth)| worth).sum()
    }

    /// The best choice: most groups served, then fewest items of a kind short of the least, then what covers most,
    /// then fewer minutes, then fewer items, then the one that holds the earliest item in which two differ.
    pub fn solve(&self, effort: &mut Effort<'_>) -> Found {
        let mut core = Core::of(self);
        core.settle();
        let mut best = greedy::begin(&core);
        let mut widths = WIDTHS.into_iter();
        let (chosen, ceiling) = loop {
            let multipliers = multiplier::tighten(&mut core, &mut best, effort);
            let width = widths.next().filter(|_| effort.steps > 0);
            let walked = walk::walk(&core, &multipliers, width.unwrap_or(WIDTHS[0]), &mut best, effort);
            // A walk that dropped nothing which could equal the best has found the very best.
            if walked.ceiling < best.score || width.is_none() {
                break (walked.chosen, walked.ceiling);
            }
        };
        let optimal = ceiling < best.score;
        let mut chosen = if optimal { chosen.unwrap_or(best.chosen) } else { best.chosen };
        chosen.sort_unstable();
        let covered = self.covered(&chosen);
        let bound = if optimal { covered } else { core.worth_of(ceiling, best.score, covered) };
        Found { chosen, bound, optimal }
    }
}

/// How many states a walk keeps at each item: first few, for a good choice to compare with, then as many as it takes.
const WIDTHS: [usize; 4] = [60, 1_000, 16_000, 256_000];
