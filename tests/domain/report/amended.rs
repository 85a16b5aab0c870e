//! What was changed after the seal, in words.

use touchstone::assessment::{Assessment, Event, Mark, Recommendation, Recommended};
use touchstone::framework::Digest;
use touchstone::report::{amendments, short_digest};

use crate::fixture::*;

fn sealed() -> Assessment {
    let mut assessment = after(&seen(vec![
        noted("greeting.q1", "Smiled"),
        marked("greeting.1", Mark::Met),
        marked("greeting.2", Mark::Met),
        marked("lending.1", Mark::Met),
        rated("greeting", at("2")),
        Event::ExplainedRating { competency: competency("greeting"), text: "Saw it at work".to_owned() },
        rated("lending", at("2b")),
        recommended(Recommendation::Yes),
    ]));
    let submission = assessment.submission().unwrap();
    then(&mut assessment, submission).unwrap();
    assessment
}

fn amend(assessment: &mut Assessment, reason: &str, change: Event) {
    then(assessment, Event::Amended { reason: reason.to_owned(), change: Box::new(change) }).unwrap();
}

#[test]
fn each_amendment_is_told_with_what_stood_there_before() {
    let mut assessment = sealed();
    assert_eq!(amendments(&assessment), []);
    amend(&mut assessment, " A slip ", marked("greeting.1", Mark::Partly));
    amend(&mut assessment, "Again", marked("greeting.1", None));
    amend(&mut assessment, "A word", noted("greeting.q1", "Smiled and greeted"));
    amend(&mut assessment, "A note too many", noted("greeting.q1", ""));
    amend(&mut assessment, "Talked it over", rated("greeting", at("1b")));
    let explained =
        Event::ExplainedRating { competency: competency("greeting"), text: "The marks count less".to_owned() };
    amend(&mut assessment, "Asked for", explained);
    let no = Event::Recommended(Recommended { recommendation: Recommendation::No, reason: String::new() });
    amend(&mut assessment, "It follows", no);
    let told = amendments(&assessment);
    let words: Vec<_> = told
        .iter()
        .map(|told| (told.seq, told.reason.as_str(), told.what.as_str(), told.was.as_str(), told.is.as_str()))
        .collect();
    let mark = "Mark of G.1 “Greets whoever comes to the desk”";
    let note = "Note on “Tell me about the last visitor you greeted.”";
    assert_eq!(
        words,
        [
            (13, "A slip", mark, "met", "partly"),
            (14, "Again", mark, "partly", "not asked"),
            (15, "A word", note, "Smiled", "Smiled and greeted"),
            (16, "A note too many", note, "Smiled and greeted", "nothing"),
            (17, "Talked it over", "Rating of Greeting", "Level 2, “Saw it at work”", "1B"),
            (18, "Asked for", "Why the rating of Greeting differs from the marks", "nothing", "The marks count less"),
            (19, "It follows", "Recommendation", "Yes: Enough was shown.", "No"),
        ]
    );
    assert_eq!(told[0].at, 1_700_000_011_000);
}

#[test]
fn the_digest_of_the_seal_stays_whatever_follows() {
    assert_eq!(after(&[]).sealed_as(), None);
    let mut assessment = sealed();
    let seal = assessment.head().clone();
    assert_eq!(assessment.sealed_as(), Some(&seal));
    amend(&mut assessment, "A slip", marked("greeting.1", Mark::Partly));
    assert_eq!(assessment.sealed_as(), Some(&seal));
    assert_ne!(assessment.head(), &seal);
}

#[test]
fn a_digest_is_shortened_to_its_ends() {
    assert_eq!(short_digest(&Digest::of(b"abc")), "ba7816bf…15ad");
}
