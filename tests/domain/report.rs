//! What is said of an assessment.

mod amended;
mod computed;
mod history;
mod noted;
mod outcome_names;
mod working;

use std::sync::Arc;

use touchstone::assessment::{Assessment, Basis, Event, Mark, Rating, Worded};
use touchstone::report::{MarkCounts, Outcome, Part, anchors, in_sight, left_out_words, outcome, tally};

use crate::fixture::*;

#[track_caller]
fn of(events: &[Event], id: &str) -> Outcome {
    only(&after(events), id)
}

/// What one competency of an assessment came to.
#[track_caller]
fn only(assessment: &Assessment, id: &str) -> Outcome {
    outcome(assessment).into_iter().find(|outcome| outcome.competency == competency(id)).unwrap()
}

/// The rating's words and the distance, in steps and in words.
#[track_caller]
fn check_rating(id: &str, rating: Rating, words: &str, against: Option<(i32, &str)>) {
    let outcome = of(&[marked("greeting.1", Mark::Met), marked("lending.1", Mark::Met), rated(id, rating)], id);
    assert_eq!(outcome.rating_words.as_deref(), Some(words));
    assert_eq!(outcome.against_target.zip(outcome.against_target_words.as_deref()), against);
}

#[test]
fn a_rating_is_held_against_the_target_in_the_competencys_own_steps() {
    // Greeting has the steps 1A, 1B, Level 2 and Level 3; the target 2B lies in the third.
    check_rating("greeting", Rating::Below, "Below 1A", Some((-3, "3 steps short")));
    check_rating("greeting", at("1a"), "1A", Some((-2, "2 steps short")));
    check_rating("greeting", at("1b"), "1B", Some((-1, "1 step short")));
    check_rating("greeting", at("2"), "Level 2", Some((0, "at target")));
    check_rating("greeting", at("3"), "Level 3", Some((1, "1 step above")));
    check_rating("greeting", not_assessed(" no time "), "not assessed: no time", None);
    // Lending has Level 1, 2B and Level 3.
    check_rating("lending", Rating::Below, "Below Level 1", Some((-2, "2 steps short")));
    check_rating("lending", at("1"), "Level 1", Some((-1, "1 step short")));
    check_rating("lending", at("2b"), "2B", Some((0, "at target")));
}

#[test]
fn without_a_rating_there_is_no_distance() {
    let outcome = of(&[], "greeting");
    assert_eq!((outcome.title.as_str(), outcome.code.as_deref()), ("Greeting", Some("G")));
    assert_eq!(outcome.target.as_deref(), Some("Level 2"));
    assert_eq!((outcome.rating, outcome.rating_words), (None, None));
    assert_eq!((outcome.against_target, outcome.against_target_words), (None, None));
}

#[test]
fn the_outcomes_stand_in_the_order_of_the_guide() {
    let titles: Vec<_> = outcome(&begun()).into_iter().map(|outcome| outcome.title).collect();
    assert_eq!(titles, ["Greeting", "Lending"]);
}

#[test]
fn criteria_are_those_of_the_target_and_beside_them_what_was_asked_for_more() {
    let events = [
        marked("greeting.1", Mark::Met),
        marked("greeting.2", Mark::Partly),
        marked("lending.3", Mark::NoEvidence),
        marked("lending.4", Mark::NotApplicable),
        marked("lending.1", Mark::NotMet),
    ];
    let greeting = of(&events, "greeting");
    let listed: Vec<_> = greeting.criteria.iter().map(|c| (c.criterion.as_str(), c.mark)).collect();
    assert_eq!(
        listed,
        [("greeting.3", None), ("greeting.2-again", Some(Mark::Partly)), ("greeting.1-again", Some(Mark::Met)),]
    );
    // What a question aims at stands at the target already, though under another id.
    assert_eq!(greeting.beside, []);
    assert_eq!(greeting.marks, MarkCounts { met: 1, partly: 1, not_asked: 1, ..MarkCounts::default() });
    assert_eq!(greeting.marks.by_mark(), [(Mark::Met, 1), (Mark::Partly, 1)]);
    let lending = of(&events, "lending");
    assert_eq!(lending.criteria.iter().map(|c| c.criterion.as_str()).collect::<Vec<_>>(), ["lending.3"]);
    assert_eq!(lending.beside.iter().map(|c| c.criterion.as_str()).collect::<Vec<_>>(), ["lending.4"]);
    // A mark that no question of the guide asked for and the target does not expect is no part of the figure.
    assert_eq!(lending.marks, MarkCounts { no_evidence: 1, not_applicable: 1, ..MarkCounts::default() });
}

#[test]
fn notes_stand_below_their_questions() {
    let outcome =
        of(&[noted("greeting.q3", "calm"), noted("greeting.q1", "smiled"), noted("lending.q2", "a fee")], "greeting");
    let notes: Vec<_> = outcome.notes.iter().map(|note| (note.text.as_str(), note.note.as_str())).collect();
    assert_eq!(
        notes,
        [
            ("Tell me about the last visitor you greeted.", "smiled"),
            ("Somebody shouts at the desk. What do you do?", "calm"),
        ]
    );
}

#[test]
fn a_question_that_was_added_counts_like_a_planned_one() {
    let added = |id: &str, worded: Option<Worded>| Event::AddedQuestion {
        question: question(id),
        reason: "To follow up an answer".to_owned(),
        worded,
    };
    let of_mine = Worded {
        text: "And if nobody is there to ask?".to_owned(),
        competency: competency("greeting"),
        criteria: vec![criterion("greeting.4")],
    };
    let greeting = of(
        &[
            added("greeting.q2", None),
            added("of.mine", Some(of_mine)),
            noted("of.mine", "Would look it up"),
            marked("greeting.4", Mark::Met),
            rated("greeting", at("3")),
        ],
        "greeting",
    );
    let notes: Vec<_> = greeting.notes.iter().map(|note| (note.text.as_str(), note.note.as_str())).collect();
    assert_eq!(notes, [("And if nobody is there to ask?", "Would look it up")]);
    assert_eq!(greeting.beside.iter().map(|beside| beside.criterion.as_str()).collect::<Vec<_>>(), ["greeting.4"]);
    assert_eq!(greeting.marks.met, 1);
}

/// Name, level of the rating, criteria, whether it is the target.
#[track_caller]
fn check_anchors(assessment: &Assessment, id: &str, expected: &[(&str, &str, &[&str], bool)]) {
    let found = anchors(assessment, &competency(id));
    let found: Vec<_> = found
        .iter()
        .map(|anchor| {
            let criteria: Vec<_> = anchor.criteria.iter().map(|c| c.criterion.as_str()).collect();
            (anchor.name.as_str(), anchor.level.as_str(), criteria, anchor.is_target)
        })
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(name, level, criteria, target)| (*name, *level, criteria.to_vec(), *target)).collect();
    assert_eq!(found, expected);
}

#[test]
fn anchors_are_the_steps_of_a_competency_with_their_criteria() {
    let assessment = begun();
    check_anchors(
        &assessment,
        "greeting",
        &[
            ("1A", "1a", &["greeting.1"], false),
            ("1B", "1b", &["greeting.2", "greeting.1-again"], false),
            ("Level 2", "2", &["greeting.3", "greeting.2-again", "greeting.1-again"], true),
            ("Level 3", "3", &["greeting.4"], false),
        ],
    );
    check_anchors(
        &assessment,
        "lending",
        &[
            ("Level 1", "1", &["lending.1", "lending.2"], false),
            ("2B", "2b", &["lending.3"], true),
            ("Level 3", "3", &["lending.4", "lending.3"], false),
        ],
    );
    check_anchors(&assessment, "nothing", &[]);
    let marked = anchors(&after(&[marked("greeting.1-again", Mark::Met)]), &competency("greeting"));
    assert_eq!(marked[0].criteria[0].mark, Some(Mark::Met));
}

/// A log that begins against the framework as changed.
fn begun_with(change: impl Fn(&mut touchstone::framework::Framework), target: &str) -> Assessment {
    let mut framework = library_desk();
    change(&mut framework);
    let mut guide = guide(&library_desk());
    guide.level = level(target);
    guide.framework.digest = framework.digest();
    let basis = Arc::new(Basis::new(guide, framework));
    Assessment::begin(Arc::clone(&basis), entry(1, started(&basis))).unwrap()
}

#[test]
fn a_step_that_is_not_the_whole_of_its_level_is_named_by_its_rungs() {
    let assessment = begun_with(
        |framework| {
            let mut third = framework.levels[2].clone();
            third.id = level("1c");
            third.name = "1C".to_owned();
            framework.levels.insert(3, third);
            let mut own = framework.competencies[1].expectations[1].clone();
            own.level = level("1c");
            own.criteria[0].id = criterion("lending.5");
            framework.competencies[1].expectations.insert(1, own);
        },
        "1",
    );
    check_anchors(
        &assessment,
        "lending",
        &[
            ("1A – 1B", "1", &["lending.1", "lending.2"], false),
            ("1C", "1c", &["lending.5"], true),
            ("2B", "2b", &["lending.3"], false),
            ("Level 3", "3", &["lending.4", "lending.3"], false),
        ],
    );
}

#[test]
fn a_rating_can_name_every_step_that_is_offered() {
    // Level 1 is broken in two by words of its own for 1B, so that two steps have the same expectation.
    let mut assessment = begun_with(
        |framework| {
            let mut third = framework.levels[2].clone();
            third.id = level("1c");
            third.name = "1C".to_owned();
            framework.levels.insert(3, third);
            framework.competencies[1].expectations[1].level = level("1b");
        },
        "1b",
    );
    then(&mut assessment, marked("lending.1", Mark::Met)).unwrap();
    let steps = anchors(&assessment, &competency("lending"));
    let names: Vec<_> = steps.iter().map(|step| step.name.clone()).collect();
    assert_eq!(names, ["1A", "1B", "1C", "Level 3"]);
    for (index, step) in (0..).zip(&steps) {
        then(&mut assessment, rated("lending", Rating::At { level: step.level.clone() })).unwrap();
        let outcome = only(&assessment, "lending");
        assert_eq!((outcome.rating_words.as_ref(), outcome.against_target), (Some(&step.name), Some(index - 1)));
    }
}

#[test]
fn every_competency_is_in_one_figure_with_its_reason() {
    let check = |events: &[Event], counts: [usize; 6]| {
        let tally = tally(&outcome(&after(events)));
        let lists = [&tally.below, &tally.at, &tally.above, &tally.not_assessed, &tally.unrated, &tally.without_target];
        assert_eq!(lists.map(Vec::len), counts, "below, at, above, not assessed, not rated, without a target");
    };
    let met = [marked("greeting.1", Mark::Met), marked("lending.1", Mark::Met)];
    check(&[], [0, 0, 0, 0, 2, 0]);
    check(&[&met[..], &[rated("greeting", at("1a"))]].concat(), [1, 0, 0, 0, 1, 0]);
    let above = [rated("greeting", at("3")), rated("lending", not_assessed("no time"))];
    check(&[&met[..], &above].concat(), [0, 0, 1, 1, 0, 0]);
    check(&[&met[..], &[rated("greeting", at("2")), rated("lending", Rating::Below)]].concat(), [1, 1, 0, 0, 0, 0]);
    let outcomes = outcome(&after(
        &[&met[..], &[rated("greeting", at("1a")), rated("lending", not_assessed("no time"))]].concat(),
    ));
    let tally = tally(&outcomes);
    let part = |part: &Part| (part.title.clone(), part.steps, part.words.clone());
    assert_eq!(part(&tally.below[0]), ("Greeting".to_owned(), Some(-2), "2 steps short".to_owned()));
    assert_eq!(part(&tally.not_assessed[0]), ("Lending".to_owned(), None, "no time".to_owned()));
}

#[test]
fn a_competency_that_expects_nothing_at_the_target_has_none() {
    let mut assessment = begun_with(|_| {}, "2a");
    then(&mut assessment, marked("lending.1", Mark::Met)).unwrap();
    then(&mut assessment, rated("lending", at("1"))).unwrap();
    let outcome = only(&assessment, "lending");
    assert_eq!((outcome.target, outcome.against_target), (None, None));
    let tally = tally(&touchstone::report::outcome(&assessment));
    let titles = |parts: &[Part]| parts.iter().map(|part| part.title.clone()).collect::<Vec<_>>();
    assert_eq!(
        (titles(&tally.unrated), titles(&tally.without_target)),
        (vec!["Greeting".to_owned()], vec!["Lending".to_owned()])
    );
}

#[test]
fn three_steps_are_in_sight_around_the_one_in_hand() {
    let check = |count, hand, expected| assert_eq!(in_sight(count, hand), expected, "{hand} of {count}");
    check(7, 3, 2..5);
    check(7, 0, 0..3);
    check(7, 6, 4..7);
    check(2, 1, 0..2);
    check(0, 0, 0..0);
}

#[test]
fn what_no_figure_counts_is_told_in_all() {
    let told = |events: &[Event]| left_out_words(&outcome(&after(events)));
    assert_eq!(told(&[]), "Criteria left out of every figure: 0 not applicable, 5 not asked.");
    assert_eq!(
        told(&[
            marked("greeting.3", Mark::NotApplicable),
            marked("lending.3", Mark::NotApplicable),
            marked("greeting.1", Mark::NoEvidence),
        ]),
        "Criteria left out of every figure: 2 not applicable, 2 not asked."
    );
}

#[test]
fn why_a_rating_is_not_what_the_marks_suggest_stands_beside_it() {
    let explained = |text: &str| Event::ExplainedRating { competency: competency("greeting"), text: text.to_owned() };
    let events = [marked("greeting.1", Mark::Met), rated("greeting", at("2")), explained(" Saw it at work ")];
    assert_eq!(of(&events, "greeting").why.as_deref(), Some("Why: “Saw it at work”"));
    assert_eq!(of(&events, "lending").why, None);
    assert_eq!(of(&[&events[..], &[explained("")]].concat(), "greeting").why, None);
    assert_eq!(of(&[&events[..], &[rated("greeting", at("3"))]].concat(), "greeting").why, None);
}
