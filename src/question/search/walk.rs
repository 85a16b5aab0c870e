//! The walk through the items: at each, every state is continued with it and without it. Of the ways into one state the
//! best is kept; a state whose bound is below the best known choice is dropped. What is covered matters only as long as
//! an item ahead aims at it, so that states fall together wherever a group of items that share targets ends.

use std::cmp::Reverse;

use super::core::{Core, Score};
use super::greedy::Best;
use super::multiplier::{Multipliers, bounds, tails};
use super::order;
use super::{Effort, KINDS};

/// What a walk came to.
pub struct Walked {
    /// The best way through, as indices of items of the problem.
    pub chosen: Option<Vec<usize>>,
    /// No choice that the walk left aside scores more.
    pub ceiling: Score,
}

/// A state with the best way to it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State {
    /// The targets, still aimed at by items ahead, that are covered.
    covered: u128,
    /// How many of each kind, where it matters.
    kinds: [u8; KINDS],
    minutes: u16,
    /// What was scored, with what the targets keep that may stay uncovered.
    score: Score,
    /// The pieces taken, the first in the order of the bank as the highest bit: of two ways that are equal otherwise, the
    /// greater goes first.
    taken: u128,
}

/// Pieces that one walk can tell apart.
const PIECES: usize = 128;

/// Walks with at most so many states at each item.
pub fn walk(core: &Core, multipliers: &Multipliers, width: usize, best: &mut Best, effort: &mut Effort<'_>) -> Walked {
    let (walk, mut ceiling) = narrowed(core, multipliers);
    let tails = tails(core, multipliers, &walk.order);
    let mut states = vec![walk.start()];
    for place in 0..walk.order.len() {
        let tail = &tails[place + 1];
        states = walk.next(place, &states, |state| state.score + tail[walk.left(state)] >= best.score);
        if states.len() > width {
            let bound = |state: &State| state.score + tail[walk.left(state)];
            states.select_nth_unstable_by_key(width, |state| {
                (Reverse(bound(state)), state.covered, state.minutes, state.kinds)
            });
            ceiling = ceiling.max(states[width..].iter().map(bound).max().unwrap_or(Score::MIN));
            states.truncate(width);
        }
        if !effort.spend(states.len() as u64 + 1) {
            states.truncate(1);
            ceiling = Score::MAX;
        }
    }
    let last = states.into_iter().max_by_key(|state| (state.score, state.taken));
    let chosen = last.map(|state| {
        let pieces = walk.pieces(state.taken);
        best.offer(core, pieces.clone());
        core.taken.iter().copied().chain(pieces.iter().map(|index| core.pieces[*index].index)).collect()
    });
    let whole = multipliers.kept(core) + tails[0][core.minutes];
    Walked { chosen, ceiling: ceiling.min(whole) }
}

/// The walk over as many pieces as one can hold, the most promising; and the bound of the others.
fn narrowed<'a>(core: &'a Core, multipliers: &'a Multipliers) -> (Walk<'a>, Score) {
    let mut pieces: Vec<_> = (0..core.pieces.len()).collect();
    let mut most = pieces.len().min(PIECES);
    if pieces.len() == most
        && let Some(walk) = Walk::of(core, multipliers, &pieces)
    {
        return (walk, Score::MIN);
    }
    let bounds = bounds(core, multipliers);
    pieces.sort_by_key(|index| (Reverse(bounds[*index].0), *index));
    loop {
        let mut kept = pieces[..most].to_vec();
        kept.sort_unstable();
        if let Some(walk) = Walk::of(core, multipliers, &kept) {
            return (walk, pieces.get(most).map_or(Score::MIN, |index| bounds[*index].0));
        }
        // Without pieces there is nothing to tell apart, so this ends.
        most /= 2;
    }
}

/// The order of a walk, and what happens at each place of it.
struct Walk<'a> {
    core: &'a Core,
    /// Indices of pieces.
    order: Vec<usize>,
    stops: Vec<Stop>,
    /// For each kind its target and need.
    slots: [Option<Slot>; KINDS],
    /// For each kind that is bounded: the room, and the rent of a place.
    rents: [Option<(usize, Score)>; KINDS],
    start: Score,
    /// The place of each piece among those that the walk can tell apart.
    ranks: Vec<usize>,
}

/// What is wanted of one kind.
#[derive(Clone, Copy)]
struct Slot {
    need: usize,
    price: Score,
    /// What the target keeps of its gain.
    kept: Score,
}

/// One place of a walk.
struct Stop {
    minutes: u16,
    kind: usize,
    /// What taking the piece changes, covered targets aside.
    take: Score,
    /// What leaving it loses of targets at which nothing else aims.
    leave: Score,
    /// The targets that it covers: bit and price.
    aims: Vec<(u128, Score)>,
    /// The targets at which nothing ahead aims: bit and what is lost if it is uncovered.
    ends: Vec<(u128, Score)>,
    /// Whether nothing of its kind is ahead.
    kind_ends: bool,
    /// The piece as a bit of [`State::taken`].
    piece: u128,
}

impl<'a> Walk<'a> {
    /// Lays the walk out; `None` when it would have to tell more targets apart than a state can.
    fn of(core: &'a Core, multipliers: &Multipliers, pieces: &[usize]) -> Option<Self> {
        let order = order::of(core, pieces);
        let mut ahead = vec![0_usize; core.targets.len()];
        for aim in order.iter().flat_map(|index| &core.pieces[*index].aims) {
            ahead[*aim] += 1;
        }
        let kept = |aim: usize| core.targets[aim].gain - multipliers.price[aim];
        let slot = |aim: usize| {
            let need = core.targets[aim].need as usize;
            (ahead[aim] > 0).then(|| Slot { need, price: multipliers.price[aim], kept: kept(aim) })
        };
        let slots = core.slots.map(|aim| aim.and_then(slot));
        let walked = |kind: usize| order.iter().any(|index| core.pieces[*index].kind == kind);
        let rent = |kind: usize| core.room[kind].filter(|_| walked(kind)).map(|room| (room, multipliers.rent[kind]));
        let rents: [Option<(usize, Score)>; KINDS] = std::array::from_fn(rent);
        let aimed = (0..core.targets.len()).filter(|aim| ahead[*aim] > 0);
        let start = core.base
            + aimed.map(|aim| Score::from(core.targets[aim].need) * kept(aim)).sum::<Score>()
            + rents.iter().flatten().map(|(room, rent)| *room as Score * rent).sum::<Score>();
        let mut walk = Self { core, stops: Vec::new(), slots, rents, start, ranks: pieces.to_vec(), order };
        walk.stops = walk.stops(multipliers, ahead)?;
        Some(walk)
    }

    /// What happens at each place. Targets share the bits of a state: one that ends gives its bit to a later one.
    fn stops(&self, multipliers: &Multipliers, mut ahead: Vec<usize>) -> Option<Vec<Stop>> {
        let core = self.core;
        let mut free: Vec<u32> = (0..u128::BITS).rev().collect();
        let mut bits: Vec<Option<u32>> = vec![None; core.targets.len()];
        let mut stops = Vec::with_capacity(self.order.len());
        for (place, index) in self.order.iter().enumerate() {
            let mut stop = self.stop(place, *index, multipliers)?;
            for aim in core.pieces[*index].aims.iter().copied().filter(|aim| !core.slots.contains(&Some(*aim))) {
                let price = multipliers.price[aim];
                let kept = core.targets[aim].gain - price;
                ahead[aim] -= 1;
                if bits[aim].is_none() && ahead[aim] == 0 {
                    stop.take += price;
                    stop.leave += kept;
                    continue;
                }
                let bit = match bits[aim] {
                    Some(bit) => bit,
                    None => free.pop()?,
                };
                bits[aim] = Some(bit);
                stop.aims.push((1 << bit, price));
                if ahead[aim] == 0 {
                    stop.ends.push((1 << bit, kept));
                }
            }
            // Only now, so that no target that begins here gets the bit of one that ends here.
            free.extend(stop.ends.iter().map(|(bit, _): &(u128, Score)| bit.trailing_zeros()));
            stops.push(stop);
        }
        Some(stops)
    }

    /// A place without its targets.
    fn stop(&self, place: usize, index: usize, multipliers: &Multipliers) -> Option<Stop> {
        let piece = &self.core.pieces[index];
        let goes_on = self.order[place + 1..].iter().any(|later| self.core.pieces[*later].kind == piece.kind);
        Some(Stop {
            minutes: u16::try_from(piece.minutes).ok()?,
            kind: piece.kind,
            take: -piece.cost - multipliers.rent[piece.kind],
            leave: 0,
            aims: Vec::new(),
            ends: Vec::new(),
            kind_ends: !goes_on,
            piece: 1 << (PIECES - 1 - self.ranks.binary_search(&index).ok()?),
        })
    }

    fn start(&self) -> State {
        State { covered: 0, kinds: [0; KINDS], minutes: 0, score: self.start, taken: 0 }
    }

    fn left(&self, state: &State) -> usize {
        self.core.minutes - usize::from(state.minutes)
    }

    /// The pieces that a state took.
    fn pieces(&self, taken: u128) -> Vec<usize> {
        let ranks = self.ranks.iter().enumerate();
        ranks.filter(|(rank, _)| taken & (1 << (PIECES - 1 - rank)) != 0).map(|(_, index)| *index).collect()
    }

    /// The states behind a place, the best way to each.
    fn next(&self, place: usize, states: &[State], promising: impl Fn(&State) -> bool) -> Vec<State> {
        let stop = &self.stops[place];
        let mut next = Vec::with_capacity(states.len() * 2);
        for state in states {
            let mut left = *state;
            left.score -= stop.leave;
            self.end(stop, &mut left);
            if promising(&left) {
                next.push(left);
            }
            if let Some(taken) = self.take(stop, *state).filter(&promising) {
                next.push(taken);
            }
        }
        next.sort_unstable_by_key(|state| {
            (state.covered, state.kinds, state.minutes, Reverse(state.score), Reverse(state.taken))
        });
        // In one state of targets and kinds, more minutes must have scored more.
        let mut kept: Option<State> = None;
        next.retain(|state| {
            let worse = kept.is_some_and(|kept| {
                kept.covered == state.covered && kept.kinds == state.kinds && kept.score >= state.score
            });
            if !worse {
                kept = Some(*state);
            }
            !worse
        });
        next
    }

    /// The state with the piece, if it may be taken.
    fn take(&self, stop: &Stop, mut state: State) -> Option<State> {
        state.minutes += stop.minutes;
        if usize::from(state.minutes) > self.core.minutes {
            return None;
        }
        let count = usize::from(state.kinds[stop.kind]);
        if self.rents[stop.kind].is_some_and(|(room, _)| count >= room) {
            return None;
        }
        state.score += stop.take;
        for (bit, price) in &stop.aims {
            if state.covered & bit == 0 {
                state.covered |= bit;
                state.score += price;
            }
        }
        let wanted = self.slots[stop.kind].filter(|slot| count < slot.need);
        state.score += wanted.map_or(0, |slot| slot.price);
        if wanted.is_some() || self.rents[stop.kind].is_some() {
            state.kinds[stop.kind] += 1;
        }
        state.taken |= stop.piece;
        self.end(stop, &mut state);
        Some(state)
    }

    /// Lets go of what no longer matters.
    fn end(&self, stop: &Stop, state: &mut State) {
        for (bit, lost) in &stop.ends {
            if state.covered & bit == 0 {
                state.score -= lost;
            }
            state.covered &= !bit;
        }
        if stop.kind_ends {
            let count = usize::from(std::mem::take(&mut state.kinds[stop.kind]));
            if let Some(slot) = self.slots[stop.kind] {
                state.score -= slot.need.saturating_sub(count) as Score * slot.kept;
            }
            if let Some((room, rent)) = self.rents[stop.kind] {
                state.score -= room.saturating_sub(count) as Score * rent;
            }
        }
    }
}
