//! Which items of lists are plainly illustrations of the item that they stand below: it ends in a colon, or some item
//! beside it has nothing below. Where each item of a list has others below, these may be the statements.

use std::collections::BTreeSet;

use crate::import::passage::{Mark, Passage};

/// Blanks by which an item stands deeper; one may be a slip.
const DEEPER: u32 = 2;

/// For each passage, whether it illustrates an item before it.
pub fn illustrations(passages: &[Passage]) -> Vec<bool> {
    let nested = nested(passages);
    let leading: BTreeSet<_> = nested.iter().filter_map(|item| item.parent).collect();
    let is_bare = |index: &usize| passages[*index].mark == Mark::Item && !leading.contains(index);
    let with_bare: BTreeSet<_> = (0..passages.len()).filter(is_bare).map(|index| nested[index]).collect();
    let mut illustrates = vec![false; passages.len()];
    for index in 0..passages.len() {
        illustrates[index] = nested[index].parent.is_some_and(|parent| {
            let introduces = passages[parent].text.ends_with([':', '：']);
            illustrates[parent] || introduces || with_bare.contains(&nested[parent])
        });
    }
    illustrates
}

/// The list that an item stands in: those of one run have the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Nested {
    run: usize,
    parent: Option<usize>,
}

fn nested(passages: &[Passage]) -> Vec<Nested> {
    let mut run = 0;
    let mut open: Vec<(u32, usize)> = Vec::new();
    let mut nested = Vec::with_capacity(passages.len());
    for (index, passage) in passages.iter().enumerate() {
        if passage.mark == Mark::Item {
            while open.last().is_some_and(|(indent, _)| indent.saturating_add(DEEPER) > passage.indent) {
                open.pop();
            }
        } else {
            open.clear();
            run += 1;
        }
        nested.push(Nested { run, parent: open.last().map(|(_, parent)| *parent) });
        if passage.mark == Mark::Item {
            open.push((passage.indent, index));
        }
    }
    nested
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::passages;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let passages = passages(text, &mut Vec::new());
        let illustrations = illustrations(&passages);
        let found = passages.iter().zip(illustrations).filter(|(_, illustrates)| *illustrates);
        assert_eq!(found.map(|(passage, _)| passage.text.as_ref()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn items_below_a_colon_or_below_one_of_several_illustrate() {
        check("- Sorts:\n  - letters\n  - parcels", &["letters", "parcels"]);
        check("- Sorts\n  - letters\n    - large ones\n- Weighs", &["letters", "large ones"]);
        check("- Sorts\n  - letters\n- Weighs\n  - parcels", &[]);
        check("- Sorts\n - letters\n- Weighs", &[]);
        check("Sorts\n  - letters\n- Weighs", &[]);
    }
}
