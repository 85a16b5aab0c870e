//! The bound: what no choice can exceed. The rule that a target counts once is relaxed: each target has a price, which
//! each item that covers it earns anew, and the target pays back. What is left is one knapsack, solved exactly. Prices are
//! improved step by step (a subgradient method in whole numbers); pieces that the bound settles are decided.

use super::core::{Core, Score};
use super::greedy::{self, Best};
use super::{Effort, KINDS};

/// Prices of the relaxed rules.
#[derive(Clone, Debug, Default)]
pub struct Multipliers {
    /// What a target pays to each piece that covers it; never more than its gain.
    pub price: Vec<Score>,
    /// What a piece of a bounded kind pays for its place.
    pub rent: [Score; KINDS],
}

/// Steps of improvement for each round.
const ROUNDS: usize = 200;
/// Steps without improvement after which the steps get shorter.
const PATIENCE: usize = 10;
/// The step is a multiple of this fraction of the gap.
const UNIT: Score = 64;

/// Improves the prices, decides the pieces that the bound settles, and begins again while it decides some.
pub fn tighten(core: &mut Core, best: &mut Best, effort: &mut Effort<'_>) -> Multipliers {
    let mut multipliers = Multipliers::of(core);
    loop {
        // A kind that is no longer bounded costs no rent.
        for (rent, _) in multipliers.rent.iter_mut().zip(core.room).filter(|(_, room)| room.is_none()) {
            *rent = 0;
        }
        multipliers = descend(core, multipliers, best, effort);
        let decided = decided(core, &multipliers, best.score);
        if effort.steps == 0 || decided.iter().all(Option::is_none) {
            return multipliers;
        }
        core.decide(&decided);
    }
}

impl Multipliers {
    fn of(core: &Core) -> Self {
        // Half of it, to begin with; what counts for more than all coverage is nearly always reached, at a price
        // of the size of the others.
        let price = core
            .targets
            .iter()
            .enumerate()
            .map(|(aim, target)| if aim < core.plain { target.gain / 2 } else { 0 })
            .collect();
        Self { price, rent: [0; KINDS] }
    }

    /// What a piece earns.
    pub fn profit(&self, core: &Core, piece: usize) -> Score {
        let piece = &core.pieces[piece];
        let earned: Score = piece.aims.iter().map(|aim| self.price[*aim]).sum();
        earned - piece.cost - self.rent[piece.kind]
    }

    /// What the targets keep and the places bring, with what is taken already.
    pub fn kept(&self, core: &Core) -> Score {
        let aimed = aimed(core);
        let targets = core.targets.iter().zip(&self.price).zip(&aimed).filter(|(_, aimed)| **aimed);
        let kept: Score = targets.map(|((target, price), _)| Score::from(target.need) * (target.gain - price)).sum();
        let rent: Score =
            core.room.iter().zip(&self.rent).map(|(room, rent)| room.map_or(0, |room| room as Score * rent)).sum();
        core.base + kept + rent
    }
}

/// Which targets an open piece aims at.
fn aimed(core: &Core) -> Vec<bool> {
    let mut aimed = vec![false; core.targets.len()];
    for aim in core.pieces.iter().flat_map(|piece| &piece.aims) {
        aimed[*aim] = true;
    }
    aimed
}

/// Minimises the bound over the prices; each knapsack on the way suggests a choice.
fn descend(core: &Core, mut now: Multipliers, best: &mut Best, effort: &mut Effort<'_>) -> Multipliers {
    let mut least = (Score::MAX, now.clone());
    let (mut stride, mut waited) = (UNIT, 0);
    for round in 0..ROUNDS {
        if core.pieces.is_empty() || !effort.spend(core.pieces.len() as u64) {
            break;
        }
        let (worth, taken) = knapsack(core, &now);
        let bound = now.kept(core) + worth;
        if bound < least.0 {
            least = (bound, now.clone());
            waited = 0;
        } else {
            waited += 1;
        }
        if round % 4 == 0 {
            best.offer(core, greedy::complete(core, taken.clone()));
        }
        if least.0 < best.score || stride == 0 {
            break;
        }
        if waited > PATIENCE {
            (stride, waited) = (stride / 2, 0);
            now = least.1.clone();
            continue;
        }
        step(core, &mut now, &taken, (bound - best.score + 1) * stride);
    }
    if least.0 == Score::MAX { now } else { least.1 }
}

/// Moves the prices against what the knapsack took too often or too rarely.
fn step(core: &Core, now: &mut Multipliers, taken: &[usize], push: Score) {
    let mut count: Vec<Score> = vec![0; core.targets.len()];
    let mut kinds: [Score; KINDS] = [0; KINDS];
    for piece in taken.iter().map(|index| &core.pieces[*index]) {
        kinds[piece.kind] += 1;
        for aim in &piece.aims {
            count[*aim] += 1;
        }
    }
    let aimed = aimed(core);
    let slope = |index: usize, price: Score| {
        let target = &core.targets[index];
        let slope = Score::from(target.need) - count[index];
        let stuck = (slope > 0 && price >= target.gain) || (slope < 0 && price <= 0);
        if stuck || !aimed[index] { 0 } else { slope }
    };
    let slopes: Vec<_> = now.price.iter().enumerate().map(|(index, price)| slope(index, *price)).collect();
    let crowding: [Score; KINDS] = std::array::from_fn(|kind| {
        let crowding = core.room[kind].map_or(0, |room| kinds[kind] - room as Score);
        if crowding < 0 && now.rent[kind] <= 0 { 0 } else { crowding }
    });
    let norm: Score = slopes.iter().chain(&crowding).map(|slope| slope * slope).sum();
    if norm == 0 {
        return;
    }
    let length = push / (norm * UNIT);
    for ((price, slope), target) in now.price.iter_mut().zip(&slopes).zip(&core.targets) {
        *price = (*price + slope * length).clamp(0, target.gain);
    }
    for (rent, crowding) in now.rent.iter_mut().zip(&crowding) {
        *rent = (*rent + crowding * length).max(0);
    }
}

/// The most that pieces earn within the minutes, and which do.
fn knapsack(core: &Core, multipliers: &Multipliers) -> (Score, Vec<usize>) {
    let width = core.minutes + 1;
    let mut most: Vec<Score> = vec![0; width];
    let mut took = vec![false; width * core.pieces.len()];
    for (index, piece) in core.pieces.iter().enumerate() {
        let profit = multipliers.profit(core, index);
        if profit <= 0 {
            continue;
        }
        let took = &mut took[index * width..(index + 1) * width];
        for minutes in (piece.minutes..width).rev() {
            let with = most[minutes - piece.minutes] + profit;
            if with > most[minutes] {
                most[minutes] = with;
                took[minutes] = true;
            }
        }
    }
    let mut left = core.minutes;
    let mut chosen = Vec::new();
    for (index, piece) in core.pieces.iter().enumerate().rev() {
        if took[index * width + left] {
            left -= piece.minutes;
            chosen.push(index);
        }
    }
    (most[core.minutes], chosen)
}

/// For each place in the order, the most that the pieces from there on earn within so many minutes.
pub fn tails(core: &Core, multipliers: &Multipliers, order: &[usize]) -> Vec<Vec<Score>> {
    let mut tails = vec![vec![0; core.minutes + 1]];
    for index in order.iter().rev() {
        let minutes = core.pieces[*index].minutes;
        let profit = multipliers.profit(core, *index);
        let mut tail = tails[tails.len() - 1].clone();
        if profit > 0 {
            for left in (minutes..tail.len()).rev() {
                tail[left] = tail[left].max(tail[left - minutes] + profit);
            }
        }
        tails.push(tail);
    }
    tails.reverse();
    tails
}

/// What the bound is with a piece, and without it.
pub fn bounds(core: &Core, multipliers: &Multipliers) -> Vec<(Score, Score)> {
    let order: Vec<_> = (0..core.pieces.len()).collect();
    let tails = tails(core, multipliers, &order);
    let kept = multipliers.kept(core);
    let mut head: Vec<Score> = vec![0; core.minutes + 1];
    let mut bounds = Vec::with_capacity(order.len());
    for (index, piece) in core.pieces.iter().enumerate() {
        let profit = multipliers.profit(core, index);
        let rest = &tails[index + 1];
        let most = |left: usize| (0..=left).map(|part| head[part] + rest[left - part]).max().unwrap_or(0);
        let with = core.minutes.checked_sub(piece.minutes).map_or(Score::MIN, |left| kept + profit + most(left));
        bounds.push((with, kept + most(core.minutes)));
        if profit > 0 {
            for minutes in (piece.minutes..head.len()).rev() {
                head[minutes] = head[minutes].max(head[minutes - piece.minutes] + profit);
            }
        }
    }
    bounds
}

/// Which pieces are in each choice that is as good as the best known one, and which in none.
fn decided(core: &Core, multipliers: &Multipliers, score: Score) -> Vec<Option<bool>> {
    let decided = bounds(core, multipliers).into_iter().map(|(with, without)| match (with < score, without < score) {
        (true, _) => Some(false),
        (_, true) => Some(true),
        _ => None,
    });
    decided.collect()
}
