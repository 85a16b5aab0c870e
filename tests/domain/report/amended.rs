//! What was changed after the seal, in words.

use touchstone::assessment::{Assessment, Event, Mark, Recommendation, Recommended};
use touchstone::framework::Digest;
use touchstone::report::{amendable, amendments, short_digest};

use crate::fixture::*;

fn sealed() -> Assessment {
    let mut assessment = after(&[
        noted("greeting.q1", "Smiled"),
        marked("greeting.1", Mark::Met),
        marked("greeting.2", Mark::Met),
        marked("lending.1", Mark::Met),
        rated("greeting", at("2")),
        Event::ExplainedRating { competency: competency("greeting"), text: "Saw it at work".to_owned() },
        rated("lending", at("2b")),
        recommended(Recommendation::Yes),
    ]);
    let submission = Event::Submitted { digest: assessment.head().clone() };
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
            (11, "A slip", mark, "met", "partly"),
            (12, "Again", mark, "partly", "not asked"),
            (13, "A word", note, "Smiled", "Smiled and greeted"),
            (14, "A note too many", note, "Smiled and greeted", "nothing"),
            (15, "Talked it over", "Rating of Greeting", "Level 2, “Saw it at work”", "1B"),
            (16, "Asked for", "Why the rating of Greeting differs from the marks", "nothing", "The marks count less"),
            (17, "It follows", "Recommendation", "Yes: Enough was shown.", "No"),
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

#[test]
fn whatever_was_judged_can_be_amended_and_is_offered_with_what_stands_there() {
    let offered: Vec<_> = amendable(&sealed())
        .into_iter()
        .map(|group| (group.name, group.items.into_iter().map(|(_, words)| words).collect::<Vec<_>>()))
        .collect();
    let told: Vec<_> =
        offered.iter().map(|(name, items)| (*name, items.iter().map(String::as_str).collect::<Vec<_>>())).collect();
    assert_eq!(
        told,
        [
            ("Recommendation", vec!["Recommendation: Yes"]),
            ("Ratings", vec!["Greeting: Level 2", "Lending: 2B"]),
            ("Why ratings differ from the marks", vec!["Greeting", "Lending"]),
            (
                "Notes",
                vec![
                    "Tell me about the last visitor you greeted.",
                    "Somebody shouts at the desk. What do you do?",
                    "Tell me about a fee that somebody disputed.",
                    "Which rule of lending did you change?",
                ]
            ),
            (
                "Marks",
                vec![
                    "G.3 Calms a visitor who is upset: not asked",
                    "Finds out what a visitor is after, at busy times too: met",
                    "Still greets whoever comes to the desk: met",
                    "Settles a disputed fee: not asked",
                    "Sets the rules for lending: not asked",
                ]
            ),
        ]
    );
}
