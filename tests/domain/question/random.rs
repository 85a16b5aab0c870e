//! Large random banks, always the same: how many of them are selected from exactly within the usual steps.

mod bank;

use touchstone::question::{Effort, STEPS};

use bank::bank;

#[test]
fn nearly_every_random_bank_is_selected_from_exactly() {
    let mut proved = 0;
    let mut steps = Vec::new();
    let mut furthest = 0;
    for seed in 1..=1000 {
        let problem = bank(seed);
        let mut effort = Effort { steps: STEPS, go_on: &mut || true };
        let found = problem.solve(&mut effort);
        steps.push(STEPS - effort.steps);
        let covered = problem.covered(&found.chosen);
        assert!(found.bound >= covered, "bank {seed}: {found:?}");
        assert!(!found.optimal || found.bound == covered, "bank {seed}: {found:?}");
        proved += usize::from(found.optimal);
        furthest = furthest.max(found.bound - covered);
    }
    steps.sort_unstable();
    println!(
        "proved {proved} of 1000; steps: median {}, 99 of 100 within {}, most {}; furthest bound {furthest} quarters off",
        steps[500], steps[990], steps[999]
    );
    assert!(proved >= 990, "proved {proved} of 1000");
}

#[test]
fn a_search_that_is_ended_gives_the_best_it_found_with_its_bound() {
    // A caller's clock may end it at any time; and few steps end it too.
    let problem = bank(6);
    let whole = problem.solve(&mut Effort { steps: STEPS, go_on: &mut || true });
    assert!(whole.optimal);
    let best = problem.covered(&whole.chosen);
    for steps in [0, 1, 100, 1000] {
        let found = problem.solve(&mut Effort { steps, go_on: &mut || true });
        let covered = problem.covered(&found.chosen);
        assert!(covered <= best && best <= found.bound, "{steps} steps: {found:?}, and the best covers {best}");
    }
    let mut asked = 0;
    let mut go_on = || {
        asked += 1;
        false
    };
    let found = problem.solve(&mut Effort { steps: STEPS, go_on: &mut go_on });
    assert!(problem.covered(&found.chosen) <= best && best <= found.bound);
    assert_eq!((asked, found.optimal), (1, false));
}
