//! Qualification units.

use super::text::{counts, reference, said_in_short};

#[test]
fn the_reference_unit_has_its_outcomes_criteria_and_minimums() {
    let Some(import) = reference("002_f8466d4747cdf51e.txt") else { return };
    println!("{}", said_in_short(&import));
    let framework = import.framework.as_ref().unwrap();
    println!("{}", serde_json::to_string_pretty(&framework.to_json()).unwrap());
    assert_eq!((0..5).map(|at| counts(framework, at)).collect::<Vec<_>>(), [[7], [5], [8], [3], [5]]);
}
