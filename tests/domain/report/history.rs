//! What is undone and done again, in words.

use touchstone::assessment::{Assessment, Event, Mark, Recommendation, Worded};
use touchstone::report::{criterion_place, done_words, question_about};

use crate::fixture::*;

/// Two questions of the desk's guide were put, one was added on the spot, and one out of the framework.
fn held() -> Assessment {
    let added = added_from_framework("greeting.q2");
    after(&[asked("greeting.q1"), asked("greeting.q3"), worded("of.mine", "And when nobody was there?"), added])
}

fn worded(id: &str, text: &str) -> Event {
    let worded = Worded { text: text.to_owned(), competency: competency("greeting"), criteria: Vec::new() };
    Event::AddedQuestion { question: question(id), reason: "To follow up".to_owned(), worded: Some(worded) }
}

fn added_from_framework(id: &str) -> Event {
    Event::AddedQuestion { question: question(id), reason: " A criterion was left open ".to_owned(), worded: None }
}

#[track_caller]
fn check(event: Event, expected: &str) {
    assert_eq!(done_words(&held(), &event), expected);
}

#[test]
fn an_event_is_named_by_what_it_did_and_where() {
    check(asked("greeting.q3"), "going to question 2");
    check(asked("of.mine"), "going to question 5");
    check(Event::AskedAfterAll { question: question("greeting.q1") }, "asking question 1 after all");
    check(skipped("greeting.q1", "no time"), "skipping question 1");
    check(noted("greeting.q3", "said it"), "what was written on question 2");
    check(marked("greeting.1", Mark::Met), "the mark of G.1");
    check(marked("greeting.1", None), "taking back the mark of G.1");
    // Without a code it is named by its words.
    check(marked("lending.1", Mark::Met), "the mark of “Issues a loan without help”");
    check(rated("greeting", at("1a")), "the rating of Greeting");
    let probe = |used| Event::UsedProbe { question: question("greeting.q1"), probe: 1, used };
    check(probe(true), "ticking probe 2 of question 1");
    check(probe(false), "unticking probe 2 of question 1");
    check(Event::Paused, "stopping the clock");
    check(Event::Resumed, "letting the clock go on");
    check(Event::GaveTime { minutes: 1, reason: "late".to_owned() }, "1 minute more");
    check(Event::GaveTime { minutes: 5, reason: "late".to_owned() }, "5 minutes more");
    check(recommended(Recommendation::Yes), "the recommendation");
}

#[test]
fn an_added_question_is_named_by_its_words_also_when_it_is_gone() {
    let long = "And when nobody was there to ask, what did you do then, and whom did you tell of it?";
    check(worded("another", long), "the added question “And when nobody was there to ask, what did you…”");
    check(added_from_framework("greeting.q4"), "the added question “Whom did you teach to greet, and how?”");
    check(skipped("another", "no time"), "skipping a question that was added");
}

#[test]
fn a_criterion_says_what_ties_a_line_to_it_where_its_code_does_not() {
    let framework = &held().basis.framework;
    let place = |id: &str| {
        let (_, expectation, criterion) = framework.criteria().find(|(_, _, it)| it.id.as_str() == id)?;
        criterion_place(framework, criterion, framework.level(&expectation.level))
    };
    assert_eq!(place("greeting.1").as_deref(), Some("1A"), "it has a code of its own");
    assert_eq!(place("lending.1").as_deref(), Some("Level 1 · [lending.1]"));
}

#[test]
fn a_question_is_told_with_its_kind_and_why_it_was_added() {
    let about = |id: &str| question_about(&held(), &question(id));
    assert_eq!(about("greeting.q1"), "Greeting · behavioural · 6 min");
    assert_eq!(about("of.mine"), "Greeting · asked on the spot · added: To follow up");
    assert_eq!(about("greeting.q2"), "Greeting · knowledge · 4 min · added: A criterion was left open");
    assert_eq!(about("nothing"), "");
}

#[test]
fn what_could_be_added_is_what_is_not_asked_anyway() {
    let assessment = held();
    let found = |find: &str| assessment.addable(find).map(|(_, question)| question.id.to_string()).collect::<Vec<_>>();
    let all = found("");
    for asked in ["greeting.q1", "greeting.q2"] {
        assert!(!all.iter().any(|id| id == asked), "{asked} is planned or added");
    }
    assert_eq!(found("TEACH greeting"), ["greeting.q4"], "words of the question and of its competency");
    assert_eq!(found("teach lending"), <[&str; 0]>::default());
    for id in all {
        let mut assessment = assessment.clone();
        then(&mut assessment, added_from_framework(&id)).unwrap_or_else(|refusal| panic!("{id}: {refusal}"));
    }
}
