//! The table of guides in `docs/guides.md`: what the best questions of each bundled framework cover at every rung in 20, 45,
//! 60 and 90 minutes. With `TOUCHSTONE_GOLDEN=write` in the environment it is written anew; read what changed.

use std::fmt::Write as _;
use std::path::PathBuf;

use touchstone::framework::Framework;
use touchstone::question::{Distance, Weight, Wish, select};

use crate::bundled::all;

const MINUTES: [u32; 4] = [20, 45, 60, 90];
const BEGIN: &str = "<!-- table: begin -->\n";
const END: &str = "<!-- table: end -->";

/// What one cell says: criteria covered of those expected, questions, minutes that they take, and whether that is proved.
fn cell(framework: &Framework, wish: &Wish) -> String {
    let selection = select(framework, wish);
    let expected = selection.criteria.iter().filter(|known| known.distance == Distance::Target).count();
    let covered = expected - selection.uncovered.len();
    let proof = if selection.optimal { "proved" } else { "not proved" };
    format!("{covered} of {expected}; {} in {} min; {proof}", selection.questions.len(), selection.minutes)
}

fn table() -> String {
    let mut table =
        "| framework, target | 20 min | 45 min | 60 min | 90 min |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for framework in all() {
        let chosen: Vec<_> = framework.competencies.iter().map(|known| (known.id.clone(), Weight::Should)).collect();
        for rung in framework.rungs() {
            let cells = MINUTES.map(|minutes| cell(&framework, &Wish::new(rung.id.clone(), chosen.clone(), minutes)));
            writeln!(table, "| {}, {} | {} |", framework.title, rung.name, cells.join(" | ")).unwrap();
        }
    }
    table
}

#[test]
fn the_table_of_guides_is_what_the_selection_gives() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/guides.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (head, rest) = page.split_once(BEGIN).expect("the page says where the table begins");
    let (stands, tail) = rest.split_once(END).expect("the page says where the table ends");
    let found = table();
    if std::env::var("TOUCHSTONE_GOLDEN").is_ok_and(|value| value == "write") {
        std::fs::write(&path, format!("{head}{BEGIN}{found}{END}{tail}")).unwrap();
        return;
    }
    assert_eq!(stands, found);
    assert!(!found.contains("not proved"), "a guide of a bundled framework is not proved");
}
