//! Submission, the chain of entries, and what may follow the seal.

use touchstone::assessment::{
    Altered, Assessment, Attachment, Decision, Entry, Event, Form, Mark, PersonId, Rating, Recommendation, Recommended,
    Signatory, Verification,
};
use touchstone::framework::Digest;

use crate::fixture::*;

use super::check_refused;

fn submitted(before: &[Event]) -> Event {
    after(before).submission().unwrap()
}

fn sealed() -> Vec<Event> {
    let mut events = seen(concluded());
    events.push(submitted(&events));
    events
}

#[test]
fn a_scorecard_is_submitted_once_the_judgement_is_whole() {
    let submit = Event::Submitted { digest: Digest::of(b"any") };
    let events = concluded();
    check_refused(
        &events[..4],
        submit.clone(),
        "2 competencies have no rating yet. Rate them, or say why they were not assessed.",
    );
    check_refused(&events[..6], submit.clone(), "There is no recommendation yet. Choose one of the four words.");
    check_refused(&sealed(), submit, "The scorecard is sealed. Amend it with a reason.");
    let assessment = after(&sealed());
    assert!(assessment.is_sealed());
    assert_eq!(assessment.seal().map(|entry| entry.seq), Some(10));
    assert_eq!(assessment.altered(), None);
}

#[test]
fn a_recommendation_against_the_result_needs_its_reason_before_submission() {
    let against = |recommendation, reason: &str| {
        let mut events = concluded();
        events.push(Event::Recommended(Recommended { recommendation, reason: reason.to_owned() }));
        after(&seen(events)).submission().map(drop).map_err(|refusal| refusal.to_string())
    };
    let missing = "The recommendation departs from the computed result, and no reason says why. \
        Write the reason for it.";
    assert_eq!(against(Recommendation::No, " "), Err(missing.to_owned()));
    assert_eq!(against(Recommendation::StrongNo, "Shouted at a visitor."), Ok(()));
    assert_eq!(against(Recommendation::StrongYes, ""), Ok(()));
}

#[test]
fn after_the_seal_only_amendments_with_a_reason_change_anything() {
    let sealed_words = "The scorecard is sealed. Amend it with a reason.";
    for event in [
        noted("greeting.q1", "More"),
        marked("greeting.3", Mark::NotMet),
        rated("greeting", Rating::Below),
        asked("greeting.q3"),
        undone(4),
    ] {
        check_refused(&sealed(), event, sealed_words);
    }
    let amended = |reason: &str, change: Event| Event::Amended { reason: reason.to_owned(), change: Box::new(change) };
    let note = noted("greeting.q1", "Looked up, smiled and greeted");
    check_refused(&sealed(), amended(" ", note.clone()), "A reason is missing. Write it in a few words.");
    check_refused(
        &sealed(),
        amended("A slip", asked("greeting.q3")),
        "This cannot be changed by an amendment. \
         Amend a note, a mark, a rating, a recommendation, or what is said of evidence.",
    );
    check_refused(&concluded(), amended("A slip", note.clone()), "The scorecard is not sealed yet. Submit it first.");
    let assessment = after(&[sealed(), vec![amended("A word was missing", note.clone())]].concat());
    assert_eq!(assessment.note(&question("greeting.q1")), "Looked up, smiled and greeted");
    let amendments: Vec<_> =
        assessment.amendments().map(|(entry, reason, change)| (entry.seq, reason, change)).collect();
    assert_eq!(amendments, [(11, "A word was missing", &note)]);
    assert!(assessment.is_sealed());
    assert_eq!((assessment.undoable(), assessment.redoable()), (None, None));
}

#[test]
fn a_self_assessment_lies_beside_the_ratings_and_not_before_them() {
    let attachment = Event::Attached(Attachment {
        assessment: touchstone::assessment::AssessmentId::new("self"),
        framework: Digest::of(b"framework"),
        level: level("2b"),
        head: Digest::of(b"head"),
        answers: Vec::new(),
    });
    check_refused(
        &concluded()[..5],
        attachment.clone(),
        "One competency has no rating yet. \
         Rate what you heard before you look at what the candidate says of herself.",
    );
    let events = [concluded()[..6].to_vec(), vec![attachment.clone()]].concat();
    assert_eq!(after(&events).attachments().len(), 1);
    check_refused(
        &events,
        attachment.clone(),
        "This self-assessment is attached already. Look at it beside your ratings.",
    );
    assert_eq!(after(&[sealed(), vec![attachment]].concat()).attachments().len(), 1);
}

#[test]
fn an_interview_is_neither_signed_off_nor_verified() {
    let verification = Verification {
        verifier: PersonId::new("v1"),
        apart: None,
        date: "1 March".to_owned(),
        criteria: [criterion("greeting.1")].into(),
        evidence: [].into(),
        decision: Decision::Agreed,
        feedback: String::new(),
    };
    let told = format!(
        "This does not happen in this form of assessment: {}. Choose one of the things that this screen offers.",
        Form::Interview.name()
    );
    check_refused(&sealed(), Event::SignedOff { by: Signatory::Assessor }, &told);
    check_refused(&sealed(), Event::Verified(verification), &told);
}

#[test]
fn a_scorecard_holds_no_rating_that_rests_on_nothing() {
    let submission = |events: &[Event]| after(&seen(events.to_vec())).submission().map(drop);
    let lending = "Rated, though no note and no mark that counts is left: “Lending”. \
        Mark a criterion or write a note first, or choose \"not assessed\" with a reason.";
    let told = |events: &[Event]| submission(events).unwrap_err().to_string();
    let since = |more: &[Event]| [&concluded(), more].concat();
    assert_eq!(told(&since(&[marked("lending.3", None)])), lending);
    assert_eq!(told(&since(&[marked("lending.3", Mark::NotApplicable)])), lending);
    let neither = since(&[marked("lending.3", None), marked("greeting.3", None), noted("greeting.q1", "")]);
    assert!(
        told(&neither).starts_with("Rated, though no note and no mark that counts is left: “Greeting” and “Lending”.")
    );
    // What is said elsewhere of one of its criteria is enough.
    assert_eq!(
        submission(&since(&[marked("lending.3", None), noted("greeting.q1", "lent at once [lending.3]")])),
        Ok(())
    );
    let amended = |change: Event| Event::Amended { reason: "A slip".to_owned(), change: Box::new(change) };
    check_refused(&sealed(), amended(marked("lending.3", None)), lending);
    assert_eq!(
        after(&[sealed(), vec![amended(marked("greeting.3", None))]].concat()).mark(&criterion("greeting.3")),
        None
    );
}

/// The log again, with one entry changed as somebody would who knows how entries are written.
fn folded_with(entries: &[Entry], changed: &Entry) -> Assessment {
    let log = entries.iter().map(|entry| if entry.seq == changed.seq { changed } else { entry });
    let mut assessment = Assessment::fold(basis(), log.cloned().collect()).unwrap();
    assessment.hold_against(after(&sealed()).head());
    assessment
}

#[test]
fn an_altered_entry_is_the_one_that_is_named() {
    let assessment = after(&sealed());
    let log = assessment.log();
    for entry in log {
        let later = Entry::new(entry.seq, entry.at + 1, entry.prev().cloned(), entry.event.clone());
        let altered = Some(Altered { first: entry.seq, places: 1 });
        assert_eq!(folded_with(log, &later).altered(), altered, "the time of entry {}", entry.seq);
        if entry.seq > 1 {
            let other = Entry::new(entry.seq, entry.at, Some(Digest::of(b"other")), entry.event.clone());
            assert_eq!(folded_with(log, &other).altered(), altered, "what entry {} says of the log", entry.seq);
        }
    }
    assert_eq!(
        Altered { first: 3, places: 1 }.to_string(),
        "This record is not as it was written: entry 3 was altered. \
         What stands here may not be what was judged. Ask whoever sent it for a fresh copy."
    );
    let mut whole = Assessment::fold(basis(), log.to_vec()).unwrap();
    whole.hold_against(assessment.head());
    assert_eq!(whole.altered(), None);
}

#[test]
fn a_break_stays_when_the_record_goes_on() {
    let mut assessment = after(&sealed());
    let other = Digest::of(b"other");
    assessment.hold_against(&other);
    assert_eq!(assessment.altered(), Some(Altered { first: 10, places: 1 }));
    let change = Event::Amended { reason: "A slip".to_owned(), change: Box::new(noted("greeting.q1", "Smiled")) };
    then(&mut assessment, change).unwrap();
    let again = Assessment::fold(basis(), assessment.log().to_vec()).unwrap();
    assert_eq!(again.altered(), Some(Altered { first: 10, places: 1 }));
}
