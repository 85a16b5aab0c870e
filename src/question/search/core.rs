//! What is left to decide once the obvious is settled: items that may or may not be in the best choice, and what they
//! would gain. Everything is counted in one score, in which worth comes first, then minutes, then the number of items.

use super::{KINDS, Problem};

/// What a choice is measured by.
pub type Score = i128;

/// Minutes of a day. More count as so many, since no interview takes longer.
const DAY: u32 = 24 * 60;

/// The open part of a problem.
#[derive(Clone, Debug)]
pub struct Core {
    /// In the order that breaks ties.
    pub pieces: Vec<Piece>,
    pub targets: Vec<Target>,
    /// How many of the targets are those of the problem: they come first.
    pub plain: usize,
    /// Minutes left.
    pub minutes: usize,
    /// How many pieces of each kind may still be taken; `None`: as many as there are.
    pub room: [Option<usize>; KINDS],
    /// For each kind the target that stands for the least number of it.
    pub slots: [Option<usize>; KINDS],
    /// The score of what is taken already.
    pub base: Score,
    /// Indices of the items that are taken already.
    pub taken: Vec<usize>,
    /// What one of worth counts in the score.
    scale: Score,
    /// What all targets are worth that any item covers.
    worth: u64,
}

/// An item that is open.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its index in the problem.
    pub index: usize,
    pub minutes: usize,
    /// Indices of targets, rising.
    pub aims: Vec<usize>,
    pub kind: usize,
    /// What taking it costs in the score.
    pub cost: Score,
}

/// Something to cover.
#[derive(Clone, Debug)]
pub struct Target {
    /// What each covering adds to the score.
    pub gain: Score,
    /// How many coverings add.
    pub need: u32,
}

impl Core {
    /// Takes what is pinned, and puts the rest into one scale.
    pub fn of(problem: &Problem) -> Self {
        let pinned: Vec<_> = (0..problem.items.len()).filter(|index| problem.items[*index].pinned).collect();
        let spent = pinned.iter().fold(0_u32, |sum, index| sum.saturating_add(problem.items[*index].minutes));
        let left = problem.minutes.saturating_sub(spent);
        let fits = |index: &usize| {
            let item = &problem.items[*index];
            !item.pinned && item.minutes <= left && spent <= problem.minutes
        };
        let open: Vec<_> = (0..problem.items.len()).filter(fits).collect();
        // More minutes than all items take are of no use.
        let all = open.iter().fold(0_u32, |sum, index| sum.saturating_add(problem.items[*index].minutes));
        let minutes = left.min(all).min(DAY) as usize;
        let tiers = Tiers::of(problem, &open, minutes);
        let (mut targets, slots) = tiers.targets(problem);
        let groups = problem.worth.len();
        let pieces = open.iter().map(|index| {
            let item = &problem.items[*index];
            let mut aims = item.aims.clone();
            aims.extend(item.group.map(|group| groups + group));
            aims.extend(slots[item.kind]);
            aims.sort_unstable();
            let cost = tiers.minute.saturating_mul(Score::from(item.minutes)) + 1;
            Piece { index: *index, minutes: item.minutes as usize, aims, kind: item.kind, cost }
        });
        let mut room = problem.most.map(|most| Some(most as usize));
        let pieces = pieces.collect();
        for item in pinned.iter().map(|index| &problem.items[*index]) {
            for aim in item.aims.iter().copied().chain(item.group.map(|group| groups + group)).chain(slots[item.kind]) {
                targets[aim].need = targets[aim].need.saturating_sub(1);
            }
            room[item.kind] = room[item.kind].map(|room| room.saturating_sub(1));
        }
        let worth = (0..problem.worth.len()).filter(|aim| {
            let mut items = open.iter().chain(&pinned).map(|index| &problem.items[*index]);
            items.any(|item| item.aims.contains(aim))
        });
        let worth = worth.map(|aim| problem.worth[aim]).sum();
        Self {
            pieces,
            targets,
            plain: problem.worth.len(),
            minutes,
            room,
            slots,
            base: 0,
            taken: pinned,
            scale: tiers.scale,
            worth,
        }
    }

    /// Takes or leaves the pieces that are decided, and drops what can no longer matter.
    pub fn decide(&mut self, decided: &[Option<bool>]) {
        let mut open = Vec::new();
        for (piece, decided) in std::mem::take(&mut self.pieces).into_iter().zip(decided) {
            match decided {
                Some(true) => self.take(&piece),
                Some(false) => {}
                None => open.push(piece),
            }
        }
        self.pieces = open;
        self.settle();
    }

    fn take(&mut self, piece: &Piece) {
        self.base -= piece.cost;
        self.minutes = self.minutes.saturating_sub(piece.minutes);
        for aim in &piece.aims {
            let target = &mut self.targets[*aim];
            if target.need > 0 {
                target.need -= 1;
                self.base += target.gain;
            }
        }
        self.room[piece.kind] = self.room[piece.kind].map(|room| room.saturating_sub(1));
        self.taken.push(piece.index);
    }

    /// Drops the pieces that do not fit or add nothing, and those that another one replaces in every choice.
    pub fn settle(&mut self) {
        let Self { pieces, targets, minutes, room, .. } = self;
        for piece in pieces.iter_mut() {
            piece.aims.retain(|aim| targets[*aim].need > 0);
        }
        pieces.retain(|piece| {
            let gain: Score = piece.aims.iter().map(|aim| targets[*aim].gain).sum();
            piece.minutes <= *minutes && room[piece.kind] != Some(0) && gain > piece.cost
        });
        self.loosen();
        let all = &self.pieces;
        let replaced: Vec<_> = all.iter().map(|piece| all.iter().any(|by| self.replaces(by, piece))).collect();
        let mut replaced = replaced.into_iter();
        self.pieces.retain(|_| replaced.next() != Some(true));
        self.loosen();
    }

    /// Lifts bounds that all open pieces together keep.
    fn loosen(&mut self) {
        for (kind, room) in self.room.iter_mut().enumerate() {
            let open = self.pieces.iter().filter(|piece| piece.kind == kind).count();
            *room = room.filter(|room| *room < open);
        }
        self.minutes = self.minutes.min(self.pieces.iter().map(|piece| piece.minutes).sum());
    }

    /// Whether each choice with `piece` gets better when `by` takes its place.
    fn replaces(&self, by: &Piece, piece: &Piece) -> bool {
        let sooner = by.minutes < piece.minutes || (by.minutes == piece.minutes && by.index < piece.index);
        sooner
            && (by.kind == piece.kind || self.room[by.kind].is_none())
            && piece.aims.iter().all(|aim| self.targets[*aim].need == 1 && by.aims.binary_search(aim).is_ok())
    }

    /// The score of a choice among the pieces, with what is taken already.
    pub fn score(&self, chosen: &[usize]) -> Score {
        let mut need: Vec<_> = self.targets.iter().map(|target| target.need).collect();
        let mut score = self.base;
        for piece in chosen.iter().map(|index| &self.pieces[*index]) {
            score -= piece.cost;
            for aim in &piece.aims {
                if need[*aim] > 0 {
                    need[*aim] -= 1;
                    score += self.targets[*aim].gain;
                }
            }
        }
        score
    }

    /// The most that a choice covers if none scores above the ceiling, where the best known one covers so much.
    pub fn worth_of(&self, ceiling: Score, score: Score, covered: u64) -> u64 {
        let more = ceiling.saturating_sub(score).max(0) / self.scale + 1;
        covered.saturating_add(u64::try_from(more).unwrap_or(u64::MAX)).min(self.worth)
    }
}

/// What each tier counts in the score.
struct Tiers {
    minute: Score,
    /// One of worth counts more than all minutes and items.
    scale: Score,
    /// An item of a kind of which the least is not reached counts more than all that can be covered.
    slot: Score,
    /// A group served counts more than all else.
    group: Score,
    /// How many items of each kind count as reaching the least.
    slots: [u32; KINDS],
}

impl Tiers {
    fn of(problem: &Problem, open: &[usize], minutes: usize) -> Self {
        let many = |number: usize| Score::try_from(number).unwrap_or(Score::MAX);
        let minute = many(open.len()).saturating_add(1);
        let scale = minute.saturating_mul(many(minutes).saturating_add(1));
        let worth = problem.worth.iter().map(|worth| Score::from(*worth)).sum::<Score>() + 1;
        let slot = scale.saturating_mul(worth);
        let of_kind = |kind: usize| problem.items.iter().filter(|item| item.kind == kind).count();
        let slots: [u32; KINDS] =
            std::array::from_fn(|kind| problem.least[kind].min(u32::try_from(of_kind(kind)).unwrap_or(u32::MAX)));
        let all: Score = slots.iter().map(|least| Score::from(*least)).sum::<Score>() + 1;
        Self { minute, scale, slot, group: slot.saturating_mul(all), slots }
    }

    /// The targets of the problem, then the groups, then the slots of the kinds.
    fn targets(&self, problem: &Problem) -> (Vec<Target>, [Option<usize>; KINDS]) {
        let gain = |worth: &u64| self.scale.saturating_mul(Score::from(*worth));
        let mut targets: Vec<_> = problem.worth.iter().map(|worth| Target { gain: gain(worth), need: 1 }).collect();
        targets.extend((0..problem.groups).map(|_| Target { gain: self.group, need: 1 }));
        let mut slots = [None; KINDS];
        for (kind, least) in self.slots.iter().enumerate().filter(|(_, least)| **least > 0) {
            slots[kind] = Some(targets.len());
            targets.push(Target { gain: self.slot, need: *least });
        }
        (targets, slots)
    }
}
