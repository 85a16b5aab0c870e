//! Large random banks by their number, always the same. The measurement in a browser takes them from here too.

use touchstone::question::{Item, Problem};

/// A bank of up to 100 questions for three rungs, of one competency or several, each aiming at one to four criteria of two
/// neighbouring rungs; with competencies that must be asked about, bounds on kinds and pins now and then.
pub fn bank(seed: u64) -> Problem {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let competencies = if random.one_in(6) { 1 } else { random.between(1, 10) } as usize;
    let count = if random.one_in(2) { 100 } else { random.between(1, 100) } as usize;
    let most = if competencies < 3 { 14 } else { 6 };
    let mut worth = Vec::new();
    let mut rungs = Vec::new();
    for _ in 0..competencies {
        let weight = [4, 2, 1, 2][random.below(4) as usize];
        let each = random.between(2, most);
        for factor in [1, 4, 1] {
            rungs.push((worth.len()..worth.len() + each as usize).collect::<Vec<_>>());
            worth.extend((0..each).map(|_| weight * factor));
        }
    }
    let mut problem = Problem { worth, minutes: 5 * random.between(1, 24) as u32, ..Problem::default() };
    for index in 0..count {
        let first = index * competencies / count * 3 + random.below(2) as usize;
        let near: Vec<_> = rungs[first].iter().chain(&rungs[first + 1]).copied().collect();
        let mut aims: Vec<_> =
            (0..random.between(1, 4)).map(|_| near[random.below(near.len() as u64) as usize]).collect();
        aims.sort_unstable();
        aims.dedup();
        let (minutes, kind) = (random.between(3, 10) as u32, random.below(4) as usize);
        problem.items.push(Item { minutes, aims, kind, ..Item::default() });
    }
    problem.most = [u32::MAX; 4];
    settle(&mut problem, &mut random, competencies);
    problem
}

/// What is settled beforehand.
fn settle(problem: &mut Problem, random: &mut Random, competencies: usize) {
    let count = problem.items.len();
    if random.one_in(2) {
        for competency in (0..competencies).filter(|_| random.one_in(3)).collect::<Vec<_>>() {
            let own = problem.items.iter_mut().enumerate();
            let own = own.filter(|(index, _)| index * competencies / count == competency);
            own.for_each(|(_, item)| item.group = Some(problem.groups));
            problem.groups += 1;
        }
    }
    if random.one_in(4) {
        for kind in 0..4 {
            problem.least[kind] = random.below(3) as u32;
            problem.most[kind] = if random.one_in(2) { random.between(2, 6) as u32 } else { u32::MAX };
        }
    }
    if random.one_in(4) {
        for _ in 0..random.between(1, 3) {
            problem.items[random.below(count as u64) as usize].pinned = true;
        }
    }
}

/// A xorshift generator.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.below(most - least + 1)
    }

    fn one_in(&mut self, number: u64) -> bool {
        self.below(number) == 0
    }
}
