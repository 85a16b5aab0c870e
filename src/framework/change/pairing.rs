//! Which of the old things is which of the new ones: by identifier and text, by text and place, by wording, by
//! identifier alone, in this order. Each pass looks once at what the earlier ones left, so that long lists are no trouble.

use std::collections::{BTreeMap, VecDeque};

use super::alike::Wording;

/// So many neighbours a text is compared with, to find another wording of it.
const NEIGHBOURS: usize = 8;

/// One thing to be paired.
pub(super) struct Item<'a> {
    pub id: &'a str,
    pub text: &'a str,
    /// Where it stands, by a number of the newer framework; none if that place is gone.
    pub home: Option<usize>,
    /// The wider place around it.
    pub around: Option<usize>,
}

/// Both ways from the index of one to that of the other.
pub(super) struct Pairing {
    new_of: Vec<Option<usize>>,
    old_of: Vec<Option<usize>>,
}

/// What is left between two neighbours that are paired already: old ones and new ones.
type Gap = (Vec<usize>, Vec<usize>);

impl Pairing {
    /// Pairs what has a text in common, or another wording of it. The rest is left for [`Self::by_id`].
    pub fn by_text(old: &[Item<'_>], new: &[Item<'_>]) -> Self {
        let mut pairing = Self { new_of: vec![None; old.len()], old_of: vec![None; new.len()] };
        pairing.by_key(old, new, |item| Some((item.id, item.text)));
        pairing.by_key(old, new, |item| Some((item.home?, item.text)));
        pairing.by_key_where(
            old,
            new,
            |item| Some(item.id),
            |a, b| Wording::of(a.text).alike(&Wording::of(b.text)).is_some(),
        );
        pairing.by_wording(old, new);
        pairing.by_key(old, new, |item| Some((item.around?, item.text)));
        pairing.by_key(old, new, |item| Some(item.text));
        pairing
    }

    /// Pairs what is left by identifier.
    pub fn by_id(&mut self, old: &[Item<'_>], new: &[Item<'_>]) {
        self.by_key(old, new, |item| Some(item.id));
    }

    /// Pairs what is left in the same place between the same neighbours, where as many went as came.
    pub fn by_place(&mut self, old: &[Item<'_>], new: &[Item<'_>]) {
        for (gone, come) in self.gaps(old, new) {
            if gone.len() == come.len() {
                gone.into_iter().zip(come).for_each(|(old, new)| self.pair(old, new));
            }
        }
    }

    pub fn pair(&mut self, old: usize, new: usize) {
        self.new_of[old] = Some(new);
        self.old_of[new] = Some(old);
    }

    pub fn new_of(&self, old: usize) -> Option<usize> {
        self.new_of.get(old).copied().flatten()
    }

    pub fn old_of(&self, new: usize) -> Option<usize> {
        self.old_of.get(new).copied().flatten()
    }

    /// The old ones that nothing new is paired with.
    pub fn gone(&self) -> impl Iterator<Item = usize> {
        unpaired(&self.new_of)
    }

    /// The new ones that nothing old is paired with.
    pub fn come(&self) -> impl Iterator<Item = usize> {
        unpaired(&self.old_of)
    }

    fn by_key<'a, K: Ord>(&mut self, old: &[Item<'a>], new: &[Item<'a>], key: impl Fn(&Item<'a>) -> Option<K>) {
        self.by_key_where(old, new, key, |_, _| true);
    }

    /// Pairs those of the same key in their order, as long as they fit.
    fn by_key_where<'a, K: Ord>(
        &mut self,
        old: &[Item<'a>],
        new: &[Item<'a>],
        key: impl Fn(&Item<'a>) -> Option<K>,
        fits: impl Fn(&Item<'a>, &Item<'a>) -> bool,
    ) {
        let mut waiting: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
        for index in self.come() {
            if let Some(key) = key(&new[index]) {
                waiting.entry(key).or_default().push_back(index);
            }
        }
        for index in self.gone().collect::<Vec<_>>() {
            let Some(queue) = key(&old[index]).and_then(|key| waiting.get_mut(&key)) else { continue };
            if let Some(found) = queue.front().copied().filter(|found| fits(&old[index], &new[*found])) {
                queue.pop_front();
                self.pair(index, found);
            }
        }
    }

    /// Pairs texts between the same neighbours of the same place with the nearest wording of them.
    fn by_wording(&mut self, old: &[Item<'_>], new: &[Item<'_>]) {
        for (gone, come) in self.gaps(old, new) {
            let wordings: Vec<_> = come.iter().map(|found| Wording::of(new[*found].text)).collect();
            let mut next = 0;
            for index in gone {
                let wording = Wording::of(old[index].text);
                let near = wordings.iter().enumerate().skip(next).take(NEIGHBOURS);
                let likely = near.filter_map(|(place, other)| Some((wording.alike(other)?, place)));
                // Of two that are as near, the first.
                let best = likely.reduce(|best, other| if other.0 > best.0 { other } else { best });
                if let Some((_, place)) = best {
                    self.pair(index, come[place]);
                    next = place + 1;
                }
            }
        }
    }

    fn gaps(&self, old: &[Item<'_>], new: &[Item<'_>]) -> Vec<Gap> {
        let mut gaps: BTreeMap<(usize, Option<usize>), Gap> = BTreeMap::new();
        // The new one of the last pair in each place.
        let mut last = BTreeMap::new();
        for (index, item) in new.iter().enumerate() {
            let Some(home) = item.home else { continue };
            match self.old_of(index) {
                Some(paired) if old[paired].home == item.home => drop(last.insert(home, index)),
                Some(_) => {}
                None => gaps.entry((home, last.get(&home).copied())).or_default().1.push(index),
            }
        }
        last.clear();
        for (index, item) in old.iter().enumerate() {
            let Some(home) = item.home else { continue };
            match self.new_of(index) {
                Some(paired) if new[paired].home == item.home => drop(last.insert(home, paired)),
                Some(_) => {}
                None => gaps.entry((home, last.get(&home).copied())).or_default().0.push(index),
            }
        }
        gaps.into_values().collect()
    }
}

fn unpaired(others: &[Option<usize>]) -> impl Iterator<Item = usize> {
    others.iter().enumerate().filter(|(_, other)| other.is_none()).map(|(index, _)| index)
}

/// Which places of a sequence have to move for the rest to be in order: as few as possible.
pub(super) fn out_of_order(sequence: &[usize]) -> Vec<bool> {
    // The place at which the lowest run of each length ends, and the place before each in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; sequence.len()];
    for (place, value) in sequence.iter().enumerate() {
        let length = ends.partition_point(|end| sequence[*end] < *value);
        before[place] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let mut moved = vec![true; sequence.len()];
    let mut standing = ends.last().copied();
    while let Some(place) = standing {
        moved[place] = false;
        standing = before[place];
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_order(sequence: &[usize], expected: &[usize]) {
        let moved = out_of_order(sequence);
        let values: Vec<_> = sequence.iter().zip(moved).filter(|(_, moved)| *moved).map(|(value, _)| *value).collect();
        assert_eq!(values, expected);
    }

    #[test]
    fn as_few_as_possible_move() {
        check_order(&[], &[]);
        check_order(&[0, 1, 2], &[]);
        check_order(&[2, 0, 1], &[2]);
        check_order(&[1, 2, 0, 4, 3], &[0, 4]);
        check_order(&[3, 2, 1], &[3, 2]);
    }

    fn items<'a>(things: &[(&'a str, &'a str)]) -> Vec<Item<'a>> {
        things.iter().map(|(id, text)| Item { id, text, home: Some(0), around: None }).collect()
    }

    #[track_caller]
    fn check(old: &[(&str, &str)], new: &[(&str, &str)], expected: &[Option<usize>]) {
        let (old, new) = (items(old), items(new));
        let mut pairing = Pairing::by_text(&old, &new);
        pairing.by_id(&old, &new);
        assert_eq!(pairing.new_of, expected);
    }

    #[test]
    fn numbers_that_shift_with_a_new_first_one_do_not_mislead() {
        let old = [("x.1", "Greets a visitor"), ("x.2", "Finds a book"), ("x.3", "Settles a fee")];
        let new = [
            ("x.1", "Opens the desk"),
            ("x.2", "Greets a visitor"),
            ("x.3", "Finds the right book"),
            ("x.4", "Settles a fee"),
        ];
        check(&old, &new, &[Some(1), Some(2), Some(3)]);
    }

    #[test]
    fn the_same_number_tells_a_new_text_from_a_removed_one() {
        check(&[("x.1", "Greets"), ("x.2", "Finds")], &[("x.2", "Searches")], &[None, Some(0)]);
    }
}
