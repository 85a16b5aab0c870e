//! Notes as they are typed, time as it passes, and the result as it is computed.

use touchstone::assessment::note::{self, Line, Sign, stamp, toggle_sign, toggle_tie};
use touchstone::assessment::result::{departs, result};
use touchstone::assessment::time::{BREAK, Spent, on_a_clock, spent};
use touchstone::assessment::{Assessment, Event, Mark, Rating, Recommendation};

use crate::fixture::*;

#[test]
fn a_line_holds_a_sign_a_time_words_and_a_tie() {
    let read = |line| {
        let Line { sign, time, words, tie } = Line::read(line);
        (sign, time, words, tie)
    };
    assert_eq!(
        read("+ [12:40] gave the case of the lost card [G.1]"),
        (Some(Sign::For), Some("12:40"), "gave the case of the lost card", Some("G.1"))
    );
    assert_eq!(read("- no end"), (Some(Sign::Against), None, "no end", None));
    assert_eq!(read("as she said [laughs] then"), (None, None, "as she said [laughs] then", None));
    assert_eq!(read(""), (None, None, "", None));
    assert_eq!(read("[not a time] words"), (None, None, "[not a time] words", None));
    for line in ["+ [12:40] a [G.1]", "- b", "c", "", "[1:02:03] d"] {
        assert_eq!(Line::read(line).write(), line);
    }
}

#[test]
fn the_line_of_the_cursor_is_changed_and_the_cursor_stays_behind_its_words() {
    let edited = |edited: note::Edited| (edited.text, edited.cursor);
    // The smile takes two units, as browsers count.
    let text = "first\n\u{1F642} second\nthird";
    assert_eq!(edited(toggle_tie(text, 8, "G.1")), ("first\n\u{1F642} second [G.1]\nthird".to_owned(), 15));
    let tied = "first\n\u{1F642} second [G.1]\nthird";
    assert_eq!(edited(toggle_tie(tied, 8, "G.1")), (text.to_owned(), 15));
    assert_eq!(edited(toggle_tie(tied, 8, "G.2")), ("first\n\u{1F642} second [G.2]\nthird".to_owned(), 15));
    assert_eq!(edited(toggle_sign("said", 4, Sign::For)), ("+ said".to_owned(), 6));
    assert_eq!(edited(toggle_sign("+ said", 0, Sign::Against)), ("- said".to_owned(), 6));
    assert_eq!(edited(toggle_sign("", 0, Sign::For)), ("+ ".to_owned(), 2));
    assert_eq!(edited(stamp("+ said", 99, "3:07")), ("+ [3:07] said".to_owned(), 13));
}

#[test]
fn a_tie_names_a_criterion_by_a_code_that_is_its_own() {
    let framework = library_desk();
    let name = |id: &str| {
        let found = framework.criteria().map(|(_, _, found)| found).find(|found| found.id == criterion(id)).unwrap();
        note::tie_of(&framework, found)
    };
    assert_eq!((name("greeting.1"), name("lending.3")), ("G.1".to_owned(), "lending.3".to_owned()));
    for id in ["greeting.1", "lending.3"] {
        assert_eq!(note::tied(&framework, &name(id)), Some(criterion(id)));
    }
    assert_eq!(note::tied(&framework, "laughs"), None);
    let lines = note::tied_lines("+ a [G.1]\nb\nc [G.1]\nd [G.2]", "G.1").map(|line| line.words).collect::<Vec<_>>();
    assert_eq!(lines, ["a", "c"]);
}

/// What an interview takes whose events come at these seconds, at the second `now`.
#[track_caller]
fn took(events: &[(i64, Event)], now: i64) -> Spent {
    let mut assessment = begun();
    let start = assessment.started_at;
    for (second, event) in events {
        let next = assessment.next(start + second * 1000, event.clone());
        assessment.apply(next).unwrap();
    }
    spent(&assessment, start + now * 1000)
}

/// The seconds for the two first questions, in all, and whether the clock runs.
fn seconds(spent: &Spent) -> (i64, i64, i64, bool) {
    let on = |id| spent.on(&question(id)) / 1000;
    (on("greeting.q1"), on("greeting.q3"), spent.total / 1000, spent.runs)
}

#[test]
fn time_counts_for_the_question_in_view() {
    let (first, second) = (asked("greeting.q1"), asked("greeting.q3"));
    assert_eq!(seconds(&took(&[], 50)), (0, 0, 0, false));
    let events = [(10, first.clone()), (40, noted("greeting.q1", "a")), (70, second.clone())];
    assert_eq!(seconds(&took(&events, 75)), (60, 5, 65, true));
    let paused = [(0, first.clone()), (30, Event::Paused), (500, Event::Resumed), (510, second.clone())];
    assert_eq!(seconds(&took(&paused, 511)), (40, 1, 41, true));
    assert_eq!(seconds(&took(&paused[..2], 900)), (30, 0, 30, false));
    // A pause that was undone was none.
    let undone_pause = [(0, first.clone()), (30, Event::Paused), (40, undone(3))];
    assert_eq!(seconds(&took(&undone_pause, 50)), (50, 0, 50, true));
}

#[test]
fn a_clock_that_goes_back_and_a_long_break_take_nothing() {
    let first = asked("greeting.q1");
    let back = [(100, first.clone()), (20, noted("greeting.q1", "a")), (30, noted("greeting.q1", "b"))];
    assert_eq!(seconds(&took(&back, 10)), (10, 0, 10, true));
    let night = BREAK / 1000 + 1;
    let events = [(0, first), (60, noted("greeting.q1", "a")), (60 + night, noted("greeting.q1", "b"))];
    assert_eq!(seconds(&took(&events, 61 + night)), (61, 0, 61, true));
    assert_eq!(seconds(&took(&events[..2], 60 + night)), (60, 0, 60, false));
}

#[test]
fn a_time_reads_as_on_a_clock() {
    assert_eq!([0, 59_999, 760_000, 3_760_000, -5].map(on_a_clock), ["0:00", "0:59", "12:40", "1:02:40", "0:00"]);
}

/// Below, at, above; weighted steps short.
#[track_caller]
fn check_result(ratings: [Rating; 2], counts: [usize; 3], short: Option<u32>) -> Assessment {
    let [greeting, lending] = ratings;
    let assessment = after(&[
        marked("greeting.1", Mark::Met),
        marked("lending.1", Mark::Met),
        rated("greeting", greeting),
        rated("lending", lending),
    ]);
    let result = result(&assessment);
    assert_eq!((result.counts(), result.short), (counts, short));
    assessment
}

#[test]
fn the_result_is_counted_against_the_target() {
    // Both competencies weigh alike; above makes up for nothing.
    let one = result(&begun()).parts[0].counts;
    check_result([at("2"), at("2b")], [0, 2, 0], Some(0));
    check_result([at("1a"), at("3")], [1, 0, 1], Some(2 * one));
    check_result([Rating::Below, Rating::Below], [2, 0, 0], Some(5 * one));
    // Half of the weight was left out.
    check_result([at("2"), not_assessed("no time")], [0, 1, 0], None);
}

#[test]
fn a_yes_departs_from_what_is_short_and_a_no_from_what_is_not() {
    let departing = |ratings, short| {
        let result = result(&check_result(ratings, if short == Some(0) { [0, 2, 0] } else { [1, 1, 0] }, short));
        Recommendation::ALL.map(|word| departs(&result, word))
    };
    let one = result(&begun()).parts[0].counts;
    assert_eq!(departing([at("2"), at("2b")], Some(0)), [true, true, false, false]);
    assert_eq!(departing([at("1b"), at("2b")], Some(one)), [false, false, true, true]);
    let none = result(&begun());
    assert_eq!(Recommendation::ALL.map(|word| departs(&none, word)), [false; 4]);
}
