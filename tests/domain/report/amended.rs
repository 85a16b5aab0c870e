//! What was changed after the seal, in words.

use touchstone::assessment::{Assessment, Event, Mark, Recommendation, Recommended};
use touchstone::framework::Digest;
use touchstone::report::{amendable, amended_recommendation, amendments, changes_nothing, outcome, short_digest};

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
fn headlines_that_were_amended_say_what_was_sealed() {
    let mut assessment = sealed();
    let headlines = |assessment: &Assessment| {
        let ratings = outcome(assessment).into_iter().map(|outcome| outcome.amended);
        (amended_recommendation(assessment), ratings.collect::<Vec<_>>())
    };
    let words = |words: &str| Some(words.to_owned());
    amend(&mut assessment, "A slip", marked("greeting.1", Mark::Partly));
    assert_eq!(headlines(&assessment), (None, vec![None, None]));
    amend(&mut assessment, "Talked it over", recommended(Recommendation::No));
    amend(&mut assessment, "Once more", recommended(Recommendation::StrongNo));
    amend(&mut assessment, "Talked it over", rated("lending", at("1")));
    assert_eq!(headlines(&assessment), (words("amended, was Yes"), vec![None, words("amended, was 2B")]));
    amend(&mut assessment, "A mistake", recommended(Recommendation::Yes));
    amend(&mut assessment, "A mistake", rated("lending", at("2b")));
    amend(&mut assessment, "Heard too little", rated("greeting", not_assessed("no time")));
    assert_eq!(headlines(&assessment), (words("amended"), vec![words("amended, was Level 2"), words("amended")]));
}

#[test]
fn a_change_that_changes_nothing_is_told_from_one_that_does() {
    let assessment = sealed();
    let explained = |text: &str| Event::ExplainedRating { competency: competency("greeting"), text: text.to_owned() };
    let recommended =
        |recommendation, reason: &str| Event::Recommended(Recommended { recommendation, reason: reason.to_owned() });
    let (yes, no) = (Recommendation::Yes, Recommendation::No);
    for (change, nothing) in [
        (noted("greeting.q1", " Smiled\n"), true),
        (noted("greeting.q1", "Smiled twice"), false),
        (noted("greeting.q1", ""), false),
        (marked("greeting.1", Mark::Met), true),
        (marked("greeting.1", None), false),
        (marked("lending.2", None), true),
        (rated("greeting", at("2")), true),
        (rated("greeting", at("3")), false),
        (rated("greeting", not_assessed("no time")), false),
        (explained("Saw it at work "), true),
        (explained(""), false),
        (recommended(yes, " Enough was shown."), true),
        (recommended(yes, "Enough"), false),
        (recommended(no, "Enough was shown."), false),
    ] {
        assert_eq!(changes_nothing(&assessment, &change), nothing, "{change:?}");
    }
    let mut assessment = assessment;
    amend(&mut assessment, "Heard too little", rated("greeting", not_assessed("no time")));
    assert!(changes_nothing(&assessment, &rated("greeting", not_assessed(" no time"))));
    assert!(!changes_nothing(&assessment, &rated("greeting", not_assessed("time was up"))));
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
