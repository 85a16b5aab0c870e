//! The order of a walk: pieces that share targets stand together, the largest such group first, and within a group the
//! piece comes next that leaves the fewest targets half walked.

use std::cmp::Reverse;

use super::core::Core;

/// The pieces in the order in which to walk them.
pub fn of(core: &Core, pieces: &[usize]) -> Vec<usize> {
    let mut groups = groups(core, pieces);
    groups.sort_by_key(|group| (Reverse(group.len()), group.first().copied()));
    groups.iter().flat_map(|group| within(core, group)).collect()
}

/// Pieces that share targets, directly or through others. What is wanted of a kind binds none together.
fn groups(core: &Core, pieces: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Vec<bool>, Vec<usize>)> = Vec::new();
    for index in pieces {
        let mut aims = vec![false; core.targets.len()];
        for aim in aims_of(core, *index) {
            aims[aim] = true;
        }
        let mut joined = (aims, vec![*index]);
        for (aims, group) in std::mem::take(&mut groups) {
            if aims_of(core, *index).any(|aim| aims[aim]) {
                for (all, own) in joined.0.iter_mut().zip(aims) {
                    *all |= own;
                }
                joined.1.extend(group);
            } else {
                groups.push((aims, group));
            }
        }
        joined.1.sort_unstable();
        groups.push(joined);
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn within(core: &Core, group: &[usize]) -> Vec<usize> {
    let mut rest = group.to_vec();
    let mut ahead = vec![0_i32; core.targets.len()];
    for aim in group.iter().flat_map(|index| aims_of(core, *index)) {
        ahead[aim] += 1;
    }
    let mut open = vec![false; core.targets.len()];
    let mut order = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let widening = |index: usize| -> i32 {
            let widening = |aim: usize| match (open[aim], ahead[aim] > 1) {
                (false, true) => 1,
                (true, false) => -1,
                _ => 0,
            };
            aims_of(core, index).map(widening).sum()
        };
        // Among equals the one whose targets have the fewest pieces ahead.
        let ahead_of = |index: usize| -> i32 { aims_of(core, index).map(|aim| ahead[aim]).sum() };
        let next = (0..rest.len()).min_by_key(|place| (widening(rest[*place]), ahead_of(rest[*place]), rest[*place]));
        let Some(next) = next.map(|place| rest.remove(place)) else { break };
        for aim in aims_of(core, next) {
            ahead[aim] -= 1;
            open[aim] = ahead[aim] > 0;
        }
        order.push(next);
    }
    order
}

fn aims_of(core: &Core, index: usize) -> impl Iterator<Item = usize> + '_ {
    core.pieces[index].aims.iter().copied().filter(|aim| !core.slots.contains(&Some(*aim)))
}
