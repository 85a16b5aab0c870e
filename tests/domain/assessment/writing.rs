//! Notes as they are typed, time as it passes, and the result as it is computed.

use std::ops::Range;

use touchstone::assessment::note::{self, Edited, Line, Sign, line_break, stamp, toggle_sign, toggle_tie};
use touchstone::assessment::result::{departs, result};
use touchstone::assessment::time::{BREAK, Course, Spent, State, against, minutes, on_a_clock, spent};
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

/// Text and selection before and after: `|` stands where the selection begins and where it ends, once where that is one.
#[track_caller]
fn check_edit(before: &str, edit: impl Fn(&str, Range<usize>) -> Edited, after: &str) {
    let units = |text: &str| text.encode_utf16().count();
    let parts: Vec<_> = before.split('|').collect();
    let start = units(parts[0]);
    let end = if let [_, selected, _] = parts[..] { start + units(selected) } else { start };
    let Edited { replaced, by, selection } = edit(&parts.concat(), start..end);
    let mut text: Vec<_> = parts.concat().encode_utf16().collect();
    text.splice(replaced, by.encode_utf16());
    let bar = u16::from(b'|');
    text.insert(selection.end, bar);
    if !selection.is_empty() {
        text.insert(selection.start, bar);
    }
    assert_eq!(String::from_utf16(&text).unwrap(), after);
}

#[test]
fn the_line_of_the_cursor_is_changed_and_the_cursor_stays_where_it_is_among_the_words() {
    let plus = |text: &str, at| toggle_sign(text, at, Sign::For);
    let minus = |text: &str, at| toggle_sign(text, at, Sign::Against);
    let tie = |text: &str, at| toggle_tie(text, at, "G.1");
    let time = |text: &str, at| stamp(text, at, "3:07");
    check_edit("said|", plus, "+ said|");
    check_edit("sa|id", plus, "+ sa|id");
    check_edit("|", plus, "+ |");
    check_edit("+ |", plus, "|");
    check_edit("|+ said", minus, "- |said");
    check_edit("- sa|id", minus, "sa|id");
    check_edit("+ said|", time, "+ [3:07] said|");
    check_edit("[1:00] |said", time, "[3:07] |said");
    check_edit("|", time, "[3:07] |");
    check_edit("a\nsaid|\nb", plus, "a\n+ said|\nb");
    // What is typed next goes on behind the blank.
    check_edit("said |", plus, "+ said |");
    check_edit("said |", tie, "said | [G.1]");
    check_edit("said | [G.1]", tie, "said |");
    // The smile takes two units, as browsers count.
    check_edit("first\n\u{1F642}| second\nthird", tie, "first\n\u{1F642}| second [G.1]\nthird");
    check_edit("first\n\u{1F642}| second [G.2]\nthird", tie, "first\n\u{1F642}| second [G.1]\nthird");
    check_edit("first\n\u{1F642}| second [G.1]\nthird", tie, "first\n\u{1F642}| second\nthird");
    check_edit("said [G.2]|", tie, "said| [G.1]");
    check_edit("\u{634}\u{643}\u{631}|", plus, "+ \u{634}\u{643}\u{631}|");
    // A selection keeps its words, also beyond the line that changes.
    check_edit("a |b| c", plus, "+ a |b| c");
    check_edit("a |b\nc| d", time, "[3:07] a |b\nc| d");
    check_edit("a |b [G.1]\nc| d", tie, "a |b\nc| d");
}

#[test]
fn a_new_line_begins_behind_the_tie_of_the_line_before() {
    let text = "\u{1F642} said [G.1]\nb";
    let places: Vec<_> = [0, 3, 7, 9, 13, 14].map(|at| line_break(text, at)).into();
    assert_eq!(places, [0, 3, 13, 13, 13, 14]);
    assert_eq!([line_break("said", 4), line_break("said [G.1]", 4)], [4, 10]);
}

#[test]
fn a_place_beyond_the_note_is_its_end() {
    assert_eq!(
        toggle_sign("said", 99..99, Sign::For),
        Edited { replaced: 0..4, by: "+ said".to_owned(), selection: 6..6 }
    );
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
fn the_clock_does_not_jump_back_when_a_rating_is_given_between_answers() {
    let first = asked("greeting.q1");
    let rating = [(0, first.clone()), (10, marked("greeting.1", Mark::Met)), (30, rated("greeting", at("1a")))];
    assert_eq!(seconds(&took(&rating, 30)), (30, 0, 30, true));
    assert_eq!(seconds(&took(&rating, 35)), (35, 0, 35, true));
    let goes_on = [&rating[..], &[(50, noted("greeting.q1", "a"))]].concat();
    assert_eq!(seconds(&took(&goes_on, 50)), (50, 0, 50, true));
}

#[test]
fn what_is_rated_at_the_end_takes_no_time_and_neither_does_what_is_corrected_behind_it() {
    let left = |id| rated(id, not_assessed("no time"));
    let ended =
        [(0, asked("greeting.q1")), (10, noted("greeting.q1", "a")), (40, left("greeting")), (70, left("lending"))];
    assert_eq!(seconds(&took(&ended, 99)), (10, 0, 10, false));
    // The clock stood when this was written.
    let corrected = [&ended[..], &[(120, marked("greeting.1", Mark::Met))]].concat();
    assert_eq!(seconds(&took(&corrected, 200)), (10, 0, 10, false));
    let goes_on = [&corrected[..], &[(130, asked("greeting.q3"))]].concat();
    assert_eq!(seconds(&took(&goes_on, 135)), (10, 5, 15, true));
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
fn the_clock_stands_for_a_reason() {
    let second = |at: i64| begun().started_at + at * 1000;
    let course = |events: &[Event]| Course::of(&after(events));
    let first = asked("greeting.q1");
    assert_eq!(course(&[]).state(second(2)), State::Idle);
    let going = course(std::slice::from_ref(&first));
    assert_eq!(going.state(second(1) + BREAK), State::Goes);
    assert_eq!(going.state(second(2) + BREAK), State::Stands);
    // Set back, it goes on, and shows what it had.
    assert_eq!((going.state(second(-9999)), going.total(second(-9999))), (State::Goes, 0));
    assert_eq!(course(&[first.clone(), Event::Paused]).state(second(99)), State::Paused);
    let left = |id| rated(id, not_assessed("no time"));
    assert_eq!(course(&[first, left("greeting"), left("lending")]).state(second(9)), State::Idle);
}

#[test]
fn a_question_that_was_left_by_undoing_takes_no_more_time() {
    let events = [(0, asked("greeting.q1")), (30, asked("greeting.q3")), (40, undone(3))];
    assert_eq!(seconds(&took(&events, 45)), (35, 10, 45, true));
}

#[test]
fn the_minutes_are_those_of_the_plan_and_those_that_were_given() {
    let begun = begun();
    let guide = &begun.basis.guide;
    let planned = guide.minutes + guide.script.as_ref().unwrap().minutes();
    assert_eq!(minutes(&begun), planned);
    let gave = Event::GaveTime { minutes: 10, reason: "Began late".to_owned() };
    assert_eq!(minutes(&after(&[gave.clone(), gave])), planned + 20);
    assert_eq!([against(760_000, 45), against(760_000, 0)], ["12:40 of 45", "12:40"]);
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
