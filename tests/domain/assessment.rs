//! Every rule of the fold.

mod any;
mod going_back;
mod lint;
mod sealing;
mod standing;
mod suggesting;
mod unit;
mod writing;

use std::sync::Arc;

use touchstone::assessment::{Against, Assessment, Basis, Event, Mark, Rating, Recommendation, Refusal, Stage};
use touchstone::framework::{Digest, Purpose};

use crate::fixture::*;

use any::visible;

/// Applies an event to what happened before and expects exactly this refusal, and no change.
#[track_caller]
fn check_refused(before: &[Event], event: Event, expected: &str) {
    let mut assessment = after(before);
    let unchanged = assessment.clone();
    match then(&mut assessment, event) {
        Ok(()) => panic!("it was taken"),
        Err(refusal) => assert_eq!(refusal.to_string(), expected),
    }
    assert_eq!(assessment, unchanged);
}

#[test]
fn a_log_begins_with_its_start_and_starts_once() {
    let basis = basis();
    let begin = |entry| Assessment::begin(Arc::clone(&basis), entry).map(|_| ()).map_err(|refusal| refusal.to_string());
    let no_start = "The record does not begin with its start. Open a copy that was exported whole.";
    assert_eq!(begin(entry(1, asked("greeting.q1"))), Err(no_start.to_owned()));
    assert_eq!(
        begin(entry(2, started(&basis))),
        Err("Entry 2 came where entry 1 belongs. Open a copy that was exported whole.".to_owned())
    );
    assert_eq!(Assessment::fold(Arc::clone(&basis), vec![]).unwrap_err(), (0, Refusal::NotStarted));
    check_refused(&[], started(&basis), "The record starts twice. Open a copy that was exported whole.");
}

#[test]
fn a_start_names_the_revisions_at_hand() {
    let other = Digest::of(b"other");
    let basis = basis();
    let check = |change: &dyn Fn(&mut touchstone::assessment::Started), what: &str, right: &Digest| {
        let Event::Started(mut start) = started(&basis) else { unreachable!() };
        change(&mut start);
        let refusal = Assessment::begin(Arc::clone(&basis), entry(1, Event::Started(start))).unwrap_err();
        let expected = format!(
            "The record was taken with {what} {other}, but {right} came with it. Open a copy that was exported whole."
        );
        assert_eq!(refusal.to_string(), expected);
    };
    check(&|start| start.against = Against::Guide(other.clone()), "the guide", basis.guide_digest());
    check(&|start| start.framework.digest = other.clone(), "the framework", basis.framework_digest());
}

#[test]
fn a_guide_goes_with_the_framework_that_it_was_made_for() {
    let framework = library_desk();
    let guide = guide(&framework);
    let made_for = framework.digest();
    let mut later = framework;
    later.title.push('!');
    let basis = Arc::new(Basis::new(guide, later));
    let refusal = Assessment::begin(Arc::clone(&basis), entry(1, started(&basis))).unwrap_err();
    let expected = format!(
        "The record was taken with a guide for framework {made_for}, but {} came with it. \
         Open a copy that was exported whole.",
        basis.framework_digest()
    );
    assert_eq!(refusal.to_string(), expected);
}

#[test]
fn entries_come_one_after_the_other() {
    for (seq, told) in [(1, 1), (3, 3), (0, 0)] {
        let refusal = begun().apply(entry(seq, asked("greeting.q1"))).unwrap_err();
        let expected = format!("Entry {told} came where entry 2 belongs. Open a copy that was exported whole.");
        assert_eq!(refusal.to_string(), expected);
    }
    let log = vec![entry(1, started(&basis())), entry(2, asked("greeting.q1")), entry(4, asked("greeting.q3"))];
    assert_eq!(Assessment::fold(basis(), log).unwrap_err(), (2, Refusal::OutOfOrder { expected: 3, found: 4 }));
}

#[test]
fn only_planned_questions_are_asked_noted_and_skipped() {
    let unplanned = "The guide has no question \"greeting.q2\". Choose one of its questions.";
    check_refused(&[], asked("greeting.q2"), unplanned);
    check_refused(&[], noted("greeting.q2", "well"), unplanned);
    check_refused(&[], skipped("greeting.q2", "no time"), unplanned);
    check_refused(&[], asked("nothing"), "The guide has no question \"nothing\". Choose one of its questions.");
}

#[test]
fn skipping_and_not_assessing_need_a_reason() {
    let missing = "A reason is missing. Write it in a few words.";
    check_refused(&[], skipped("greeting.q1", " \n"), missing);
    check_refused(&[], rated("greeting", not_assessed("")), missing);
}

#[test]
fn a_question_is_asked_or_skipped() {
    let assessment = after(&[asked("greeting.q1"), asked("greeting.q3"), skipped("greeting.q1", "answered before")]);
    assert_eq!(assessment.skipped(&question("greeting.q1")), Some("answered before"));
    assert!(!assessment.was_asked(&question("greeting.q1")) && assessment.was_asked(&question("greeting.q3")));
    assert_eq!(assessment.current(), Some(&question("greeting.q3")));
}

#[test]
fn to_look_back_at_a_skipped_question_is_not_to_put_it() {
    let mut assessment =
        after(&[skipped("greeting.q1", "later"), skipped("greeting.q1", "no time"), asked("greeting.q1")]);
    let id = question("greeting.q1");
    assert_eq!(assessment.current(), Some(&id));
    assert_eq!((assessment.skipped(&id), assessment.was_asked(&id)), (Some("no time"), false));
    let put = Event::AskedAfterAll { question: id.clone() };
    then(&mut assessment, put.clone()).unwrap();
    assert_eq!((assessment.skipped(&id), assessment.was_asked(&id)), (None, true));
    let refusal = then(&mut assessment, put).unwrap_err();
    assert_eq!(refusal.to_string(), "Question \"greeting.q1\" was not skipped. Ask it as it is.");
}

#[test]
fn a_note_replaces_the_one_before() {
    let id = question("greeting.q1");
    assert_eq!(begun().note(&id), "");
    assert_eq!(after(&[noted("greeting.q1", "a"), noted("greeting.q1", "b\n")]).note(&id), "b\n");
    assert_eq!(after(&[noted("greeting.q1", "a"), noted("greeting.q1", "")]).note(&id), "");
    // White space alone is no note that a rating could rest on.
    let blank = after(&[noted("greeting.q1", "a"), noted("greeting.q1", " \n")]);
    assert_eq!((blank.note(&id), blank.has_evidence(&competency("greeting"))), ("", false));
}

#[test]
fn marks_are_those_of_the_purpose() {
    check_refused(
        &[],
        marked("greeting.1", Mark::NotYet),
        "This framework knows no mark \"not yet\". Choose one of those shown.",
    );
    check_refused(
        &[],
        marked("nothing", Mark::Met),
        "The framework has no criterion \"nothing\". Choose one of its criteria.",
    );
    check_refused(
        &[],
        marked("nothing", None),
        "The framework has no criterion \"nothing\". Choose one of its criteria.",
    );
    let mut unit = library_desk();
    unit.purpose = Purpose::Unit;
    let basis = Arc::new(Basis::new(guide(&unit), unit));
    let mut assessment = Assessment::begin(Arc::clone(&basis), entry(1, started(&basis))).unwrap();
    for (mark, taken) in [
        (Mark::Met, true),
        (Mark::NotYet, true),
        (Mark::Partly, false),
        (Mark::NotMet, false),
        (Mark::NoEvidence, false),
        (Mark::NotApplicable, false),
    ] {
        assert_eq!(then(&mut assessment, marked("greeting.1", mark)).is_ok(), taken, "{}", mark.name());
    }
}

#[test]
fn criteria_that_repeat_each_other_share_their_mark() {
    let assessment = after(&[marked("greeting.2-again", Mark::Partly)]);
    assert_eq!(assessment.mark(&criterion("greeting.2")), Some(Mark::Partly));
    let assessment = after(&[marked("greeting.2-again", Mark::Partly), marked("greeting.2", None)]);
    assert_eq!(assessment.mark(&criterion("greeting.2-again")), None);
    assert_eq!(assessment.mark(&criterion("nothing")), None);
}

#[test]
fn a_rating_rests_on_a_note_or_a_mark_of_its_competency() {
    let nothing = "There is no note and no mark to rest a rating on. \
        Mark a criterion or write a note first, or choose \"not assessed\" with a reason.";
    check_refused(&[], rated("greeting", at("1a")), nothing);
    check_refused(&[], rated("greeting", Rating::Below), nothing);
    check_refused(
        &[marked("lending.1", Mark::Met), noted("lending.q2", "a fee")],
        rated("greeting", at("1a")),
        nothing,
    );
    check_refused(&[marked("greeting.1", Mark::Met), marked("greeting.1", None)], rated("greeting", at("1a")), nothing);
    after(&[noted("greeting.q1", "looked up"), rated("greeting", at("1a"))]);
    after(&[marked("greeting.1", Mark::NoEvidence), rated("greeting", Rating::Below)]);
    after(&[rated("greeting", not_assessed("no time"))]);
}

#[test]
fn a_rating_is_one_of_the_steps_of_a_competency_of_the_guide() {
    let before = [marked("greeting.1", Mark::Met), marked("lending.1", Mark::Met), marked("shelving.1", Mark::Met)];
    check_refused(
        &before,
        rated("shelving", at("3")),
        "The guide leaves competency \"shelving\" out. Choose one that it holds.",
    );
    check_refused(
        &before,
        rated("none", at("3")),
        "The guide leaves competency \"none\" out. Choose one that it holds.",
    );
    for level in ["1a", "2", "2a", "9"] {
        check_refused(
            &before,
            rated("lending", at(level)),
            &format!("Competency \"lending\" expects nothing at level \"{level}\". Choose one of its own steps."),
        );
    }
    let assessment = after(&[&before[..], &[rated("lending", at("1")), rated("greeting", at("2"))]].concat());
    assert_eq!(assessment.rating(&competency("greeting")), Some(&at("2")));
}

#[test]
fn a_recommendation_waits_for_every_rating() {
    let yes = || recommended(Recommendation::Yes);
    check_refused(&[], yes(), "2 competencies have no rating yet. Rate them, or say why they were not assessed.");
    check_refused(
        &[rated("greeting", not_assessed("no time"))],
        yes(),
        "One competency has no rating yet. Rate it, or say why it was not assessed.",
    );
    let assessment = after(&[
        rated("greeting", not_assessed("no time")),
        noted("lending.q2", "a fee"),
        rated("lending", Rating::Below),
        yes(),
    ]);
    assert_eq!(assessment.recommended().map(|word| word.recommendation), Some(Recommendation::Yes));
}

#[test]
fn a_stage_follows_from_what_happened() {
    let rated = [rated("greeting", not_assessed("no time")), rated("lending", not_assessed("no time"))];
    let check = |events: &[Event], expected: Stage| assert_eq!(after(events).stage(), expected);
    check(&[], Stage::Planned);
    check(&[asked("greeting.q1")], Stage::Underway);
    check(&[marked("greeting.1", Mark::Met), undone(2)], Stage::Planned);
    check(&rated[..1], Stage::Underway);
    check(&rated, Stage::Rated);
    check(&[&rated[..], &[recommended(Recommendation::No)]].concat(), Stage::Concluded);
}

#[test]
fn an_interview_without_competencies_is_not_rated_before_it_begins() {
    let framework = library_desk();
    let mut guide = guide(&framework);
    guide.competencies.clear();
    let basis = Arc::new(Basis::new(guide, framework));
    let assessment = Assessment::begin(Arc::clone(&basis), entry(1, started(&basis))).unwrap();
    assert_eq!(assessment.stage(), Stage::Planned);
}

#[test]
fn an_entry_is_undone_once_and_stays_in_the_log() {
    let cannot = |seq: u32| {
        format!("Entry {seq} cannot be undone: it is the start, undone already, or not there. Undo another one.")
    };
    let before = [marked("greeting.1", Mark::Met), marked("greeting.1", Mark::Partly), undone(3)];
    check_refused(&before, undone(1), &cannot(1));
    check_refused(&before, undone(3), &cannot(3));
    check_refused(&before, undone(5), &cannot(5));
    check_refused(&before, undone(0), &cannot(0));
    let assessment = after(&before);
    assert_eq!(assessment.mark(&criterion("greeting.1")), Some(Mark::Met));
    assert_eq!(assessment.log().len(), 4);
}

#[test]
fn what_a_later_entry_rests_on_cannot_be_undone_before_it() {
    let before = [
        marked("greeting.1", Mark::Met),
        rated("greeting", at("1a")),
        rated("lending", not_assessed("no time")),
        recommended(Recommendation::Yes),
    ];
    check_refused(&before, undone(2), "Entry 2 cannot be undone: entry 3 rests on it. Undo entry 3 first.");
    check_refused(&before, undone(4), "Entry 4 cannot be undone: entry 5 rests on it. Undo entry 5 first.");
    let assessment = after(&[&before[..], &[undone(5), undone(4), undone(3), undone(2)]].concat());
    assert_eq!(visible(&assessment), visible(&begun()));
}
