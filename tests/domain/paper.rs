//! What the summary puts on paper: the figures with their lines, what was left out, what deviates from
//! the plan, and the lines that are tied to a criterion.

use touchstone::assessment::note::Sign;
use touchstone::assessment::time::on_a_clock;
use touchstone::assessment::{Event, ExtraTime, Mark, Rating, Worded};
use touchstone::report::{Deviations, Extra, QuestionTime, Taken, notes_words, outcome, tally, tied_notes};

use crate::fixture::*;

#[track_caller]
fn figures(events: &[Event], expected: &[(&str, &[&str])]) {
    let figures = tally(&outcome(&after(events))).figures();
    let found: Vec<_> = figures.iter().map(|figure| (figure.name.as_str(), figure.lines.clone())).collect();
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
    let found: Vec<_> =
        Deviations::of(&assessment).not_put.iter().map(|not_put| (not_put.question.clone(), not_put.words())).collect();
    assert_eq!(
        found,
        [
            (question("greeting.q3"), "Greeting: it did not come up".to_owned()),
            (question("lending.q2"), "Lending: skipped, “no time”".to_owned()),
            (question("lending.q3"), "Lending: it did not come up".to_owned()),
        ]
    );
}

#[test]
fn questions_that_were_added_and_time_that_was_given_stand_with_their_reasons() {
    let add =
        |id: &str, worded| Event::AddedQuestion { question: question(id), reason: "to follow up".to_owned(), worded };
    let of_mine = Worded { text: "And then?".to_owned(), competency: competency("lending"), criteria: Vec::new() };
    let gave = Event::GaveTime { minutes: 10, reason: "Began late".to_owned() };
    let found = Deviations::of(&after(&[add("greeting.q2", None), add("of.mine", Some(of_mine)), gave]));
    let words: Vec<_> = found.added.iter().map(Extra::words).collect();
    assert_eq!(words, ["Greeting: added, “to follow up”", "Lending: added in words of the moment, “to follow up”"]);
    assert_eq!(found.added[1].text, "And then?");
    assert_eq!(found.extra_time, [ExtraTime { minutes: 10, reason: "Began late".to_owned() }]);
}

#[test]
fn the_time_that_was_taken_stands_against_the_time_there_was() {
    // An entry a second.
    let events = [asked("greeting.q1"), noted("greeting.q1", "a"), noted("greeting.q1", "b"), asked("lending.q2")];
    let mut assessment = after(&events);
    let late = assessment.entry(5).unwrap().at + 8000;
    assessment.apply(assessment.next(late, marked("lending.3", Mark::Met))).unwrap();
    let taken = Deviations::of(&assessment).taken;
    let (minutes, spare) = (taken.minutes, i64::from(taken.minutes) * 60_000 - taken.total);
    assert_eq!(taken.words(), format!("0:11 of {minutes} minutes, {} to spare", on_a_clock(spare)));
    let minutes_of = |id: &str| assessment.question(&question(id)).unwrap().1.minutes;
    let words: Vec<_> = taken.questions.iter().map(QuestionTime::words).collect();
    assert_eq!(
        words,
        [format!("0:03 of {}", minutes_of("greeting.q1")), format!("0:08 of {}", minutes_of("lending.q2"))]
    );
    let over = Taken { total: 3_000_000, minutes: 45, questions: Vec::new() };
    assert_eq!(over.words(), "50:00 of 45 minutes, 5:00 over");
}

#[test]
fn a_line_stands_with_the_criterion_that_it_is_tied_to_whichever_question_it_answers() {
    let assessment = after(&[
        noted("lending.q2", "- [1:02] no end [G.1]\nnot tied"),
        noted("greeting.q1", "+ smiled first [greeting.1]\nasked [greeting.2]\nlaughs [laughs]"),
    ]);
    let lines = |id: &str| {
        let notes = tied_notes(&assessment);
        let lines = notes.of(&assessment, &criterion(id)).iter().cloned();
        lines.map(|line| (line.sign, line.time, line.words)).collect::<Vec<_>>()
    };
    let of_the_first = [
        (Some(Sign::For), None, "smiled first".to_owned()),
        (Some(Sign::Against), Some("1:02".to_owned()), "no end".to_owned()),
    ];
    assert_eq!(lines("greeting.1"), of_the_first);
    // The same criterion at another level.
    assert_eq!(lines("greeting.1-again"), of_the_first);
    assert_eq!(lines("lending.3"), []);
}
