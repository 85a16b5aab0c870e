//! Notes line by line, and how much of evidence there is.

use touchstone::assessment::note::Sign;
use touchstone::assessment::{Event, Mark};
use touchstone::report::{NotedLine, evidence_words, noted as lines_of, tied_notes};

use crate::fixture::*;

fn line(sign: Option<Sign>, time: Option<&str>, words: &str, tie: Option<&str>) -> NotedLine {
    NotedLine { sign, time: time.map(str::to_owned), words: words.to_owned(), tie: tie.map(str::to_owned) }
}

#[test]
fn a_note_is_read_line_by_line_under_its_question() {
    let note = "+ [12:40] met their eyes [greeting.1]\n\n- looked away [sic]\nno sign";
    let assessment = after(&[noted("greeting.q1", note), noted("lending.q2", "of the other competency")]);
    let noted = lines_of(&assessment, &competency("greeting"));
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0].question, "Tell me about the last visitor you greeted.");
    assert_eq!(
        noted[0].lines,
        [
            line(Some(Sign::For), Some("12:40"), "met their eyes", Some("greeting.1")),
            // Brackets that name no criterion are words.
            line(Some(Sign::Against), None, "looked away [sic]", None),
            line(None, None, "no sign", None),
        ]
    );
}

#[test]
fn a_line_stands_under_the_criterion_that_it_is_tied_to_and_under_those_that_are_the_same() {
    let assessment = after(&[
        noted("greeting.q1", "+ met their eyes [greeting.1]"),
        noted("lending.q2", "- not here [greeting.1-again]\nnothing [greeting.9]"),
    ]);
    let notes = tied_notes(&assessment);
    let tied = [line(Some(Sign::For), None, "met their eyes", None), line(Some(Sign::Against), None, "not here", None)];
    assert_eq!(notes.of(&assessment, &criterion("greeting.1")), tied);
    assert_eq!(notes.of(&assessment, &criterion("greeting.1-again")), tied);
    assert_eq!(notes.of(&assessment, &criterion("greeting.2")), []);
    assert_eq!(notes.of(&assessment, &criterion("nobody")), []);
}

#[track_caller]
fn check_evidence(events: &[Event], expected: &str) {
    assert_eq!(evidence_words(&after(events), &competency("greeting")), expected);
}

#[test]
fn evidence_is_counted_in_notes_and_marks() {
    check_evidence(&[], "no notes, no marks, left out: 3 not asked");
    check_evidence(
        &[noted("lending.q2", "elsewhere"), marked("lending.1", Mark::Met)],
        "no notes, no marks, left out: 3 not asked",
    );
    check_evidence(
        &[noted("lending.q2", "to this one, too [G.1]"), marked("greeting.1", Mark::Met)],
        "no notes, 1 line tied in other notes, 1 mark, left out: 2 not asked",
    );
    check_evidence(
        &[noted("greeting.q1", "one [G.1]"), marked("greeting.1", Mark::Met)],
        "1 note, 1 mark, left out: 2 not asked",
    );
    check_evidence(
        &[
            noted("greeting.q1", "one"),
            noted("greeting.q3", "two"),
            marked("greeting.1", Mark::Met),
            // The same criterion, which counts once.
            marked("greeting.1-again", Mark::NotMet),
            marked("greeting.2", Mark::NoEvidence),
            marked("greeting.3", Mark::NotApplicable),
        ],
        "2 notes, 2 marks (1 no evidence), left out: 1 not applicable",
    );
}
