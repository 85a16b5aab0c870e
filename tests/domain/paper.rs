//! What the summary puts on paper: the figures with their lines, what was left out, and the questions not put.

use touchstone::assessment::{Event, Mark, Rating};
use touchstone::report::{deviations, notes_words, outcome, tally};

use crate::fixture::*;

#[track_caller]
fn figures(events: &[Event], expected: &[(&str, &[&str])]) {
    let figures = tally(&outcome(&after(events))).figures();
    let found: Vec<_> = figures.iter().map(|figure| (figure.name, figure.lines.clone())).collect();
    let expected: Vec<_> =
        expected.iter().map(|(name, lines)| (*name, lines.iter().map(|line| (*line).to_owned()).collect())).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_figures_against_the_target_always_stand_and_the_others_when_there_is_something_to_say() {
    figures(
        &[],
        &[
            ("below target", &[]),
            ("at target", &[]),
            ("above target", &[]),
            ("not rated yet", &["Greeting", "Lending"]),
        ],
    );
    figures(
        &[marked("greeting.1", Mark::Met), rated("greeting", Rating::Below), rated("lending", not_assessed("no time"))],
        &[
            ("below target", &["Greeting: 3 steps short"]),
            ("at target", &[]),
            ("above target", &[]),
            ("not assessed", &["Lending: no time"]),
        ],
    );
}

#[test]
fn what_no_figure_counts_is_said_beside_them() {
    let assessment = after(&[marked("greeting.3", Mark::NotApplicable)]);
    let words: Vec<_> = outcome(&assessment).iter().map(|outcome| outcome.marks.left_out()).collect();
    assert!(words[0].starts_with("1 not applicable · "), "{words:?}");
    assert!(words[1].ends_with(" not asked") && !words[1].contains('·'), "{words:?}");
    assert_eq!([0, 1, 2].map(notes_words), ["no notes", "1 note", "2 notes"]);
}

#[test]
fn questions_that_were_not_put_stand_in_their_order_with_the_reason_if_there_is_one() {
    let assessment = after(&[asked("greeting.q1"), asked("lending.q2"), skipped("lending.q2", "no time")]);
    let found: Vec<_> = deviations(&assessment)
        .into_iter()
        .map(|deviation| (deviation.question, deviation.competency, deviation.reason))
        .collect();
    assert_eq!(
        found,
        [
            (question("greeting.q3"), "Greeting".to_owned(), None),
            (question("lending.q2"), "Lending".to_owned(), Some("no time".to_owned())),
            (question("lending.q3"), "Lending".to_owned(), None),
        ]
    );
}
