//! A good choice to begin with: what gains most for a minute comes first, and what turns out to add nothing goes.

use super::core::{Core, Score};

/// The best choice so far.
#[derive(Clone, Debug)]
pub struct Best {
    pub score: Score,
    /// Indices of items of the problem.
    pub chosen: Vec<usize>,
}

impl Best {
    /// Takes a choice among the open pieces if it is better.
    pub fn offer(&mut self, core: &Core, chosen: Vec<usize>) {
        let score = core.score(&chosen);
        if score > self.score {
            self.score = score;
            self.chosen =
                core.taken.iter().copied().chain(chosen.iter().map(|index| core.pieces[*index].index)).collect();
        }
    }
}

/// The greedy choice.
pub fn begin(core: &Core) -> Best {
    let mut best = Best { score: core.base, chosen: core.taken.clone() };
    best.offer(core, complete(core, Vec::new()));
    best
}

/// A choice like the given one, that is allowed, to which nothing can be added, and from which nothing can be left out
/// without loss.
pub fn complete(core: &Core, wanted: Vec<usize>) -> Vec<usize> {
    let mut choice = Choice::of(core);
    for index in wanted {
        if choice.fits(index) {
            choice.take(index);
        }
    }
    choice.thin();
    while let Some(index) = choice.next() {
        choice.take(index);
    }
    choice.thin();
    choice.taken
}

/// A choice in the making.
struct Choice<'a> {
    core: &'a Core,
    taken: Vec<usize>,
    /// How often each target is covered.
    count: Vec<u32>,
    minutes: usize,
    kinds: [usize; super::KINDS],
}

impl<'a> Choice<'a> {
    fn of(core: &'a Core) -> Self {
        Self {
            core,
            taken: Vec::new(),
            count: vec![0; core.targets.len()],
            minutes: core.minutes,
            kinds: [0; super::KINDS],
        }
    }

    fn fits(&self, index: usize) -> bool {
        let piece = &self.core.pieces[index];
        piece.minutes <= self.minutes && self.core.room[piece.kind].is_none_or(|room| self.kinds[piece.kind] < room)
    }

    fn take(&mut self, index: usize) {
        let piece = &self.core.pieces[index];
        self.taken.push(index);
        self.minutes -= piece.minutes;
        self.kinds[piece.kind] += 1;
        for aim in &piece.aims {
            self.count[*aim] += 1;
        }
    }

    /// What a piece adds.
    fn gain(&self, index: usize) -> Score {
        let piece = &self.core.pieces[index];
        let open = |aim: &&usize| self.count[**aim] < self.core.targets[**aim].need;
        let gain: Score = piece.aims.iter().filter(open).map(|aim| self.core.targets[*aim].gain).sum();
        gain - piece.cost
    }

    /// The piece that adds most for a minute.
    fn next(&self) -> Option<usize> {
        let pieces = (0..self.core.pieces.len()).filter(|index| !self.taken.contains(index) && self.fits(*index));
        let rated = pieces.map(|index| (self.gain(index), index)).filter(|(gain, _)| *gain > 0);
        let best = rated.max_by_key(|(gain, index)| {
            let minutes = self.core.pieces[*index].minutes.max(1) as Score;
            (gain / minutes, std::cmp::Reverse(*index))
        });
        best.map(|(_, index)| index)
    }

    /// Leaves out what is covered without it, the longest first.
    fn thin(&mut self) {
        let mut order = self.taken.clone();
        order.sort_by_key(|index| std::cmp::Reverse(self.core.pieces[*index].minutes));
        for index in order {
            let piece = &self.core.pieces[index];
            let lost = |aim: &&usize| self.count[**aim] <= self.core.targets[**aim].need;
            let lost: Score = piece.aims.iter().filter(lost).map(|aim| self.core.targets[*aim].gain).sum();
            if lost < piece.cost {
                self.taken.retain(|other| *other != index);
                self.minutes += piece.minutes;
                self.kinds[piece.kind] -= 1;
                for aim in &piece.aims {
                    self.count[*aim] -= 1;
                }
            }
        }
    }
}
