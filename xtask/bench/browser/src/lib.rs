//! How long the selection of questions takes in a browser: one line for each, with the milliseconds, the steps, and
//! whether it was proved. `tests/journeys/src/bin/bench.rs` asks for them and makes the table.

#[path = "../../../../tests/domain/question/random/bank.rs"]
mod bank;

use touchstone::framework::from_json;
use touchstone::question::{Effort, Weight, Wish, point};
use wasm_bindgen::prelude::*;

/// As long a search may go on.
const LONGEST: f64 = 1000.0;

/// Of each search, since a machine has other things to do.
const RUNS: usize = 3;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Every rung of a framework, all of its competencies, for 5, 10, … 120 minutes.
///
/// # Errors
/// What is wrong with the framework.
#[wasm_bindgen]
pub fn bundled(framework: &str) -> Result<String, String> {
    let framework = from_json(framework).map_err(|error| error.to_string())?;
    let competencies: Vec<_> = framework.competencies.iter().map(|known| (known.id.clone(), Weight::Should)).collect();
    let mut lines = String::new();
    for rung in framework.rungs() {
        for minutes in (5..=120).step_by(5) {
            let wish = Wish::new(rung.id.clone(), competencies.clone(), minutes);
            lines += &timed(|effort| point(&framework, &wish, effort).optimal);
        }
    }
    Ok(lines)
}

/// The random banks of these numbers.
#[wasm_bindgen]
pub fn random(first: u32, last: u32) -> String {
    let banks = (first..=last).map(|seed| bank::bank(u64::from(seed)));
    banks.map(|problem| timed(|effort| problem.solve(effort).optimal)).collect()
}

/// The run in the middle, by its time.
fn timed(mut select: impl FnMut(&mut Effort<'_>) -> bool) -> String {
    let mut runs = [(); RUNS].map(|()| once(&mut select));
    runs.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (milliseconds, steps, proved) = runs[RUNS / 2];
    format!("{milliseconds} {steps} {proved}\n")
}

fn once(select: &mut impl FnMut(&mut Effort<'_>) -> bool) -> (f64, u64, bool) {
    let begun = now();
    let mut go_on = || now() - begun < LONGEST;
    let mut effort = Effort { steps: u64::MAX, go_on: &mut go_on };
    let proved = select(&mut effort);
    let steps = u64::MAX - effort.steps;
    (now() - begun, steps, proved)
}
