//! Corrections by hand: what each changes, why one is refused, and that whatever is corrected still reads back.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;
use touchstone::framework::{
    Edit, EditError, Framework, FrameworkId, Kind, LevelId, NewQuestion, Purpose, Question, Source, free_id, from_json,
};

use super::small::accepted;
use crate::bundled;
use crate::fixture::{competency, criterion, level, library_desk, question};

#[track_caller]
fn refused(framework: &Framework, edit: Edit, expected: &str) {
    match framework.edited(&edit) {
        Ok(_) => panic!("made: {edit:?}"),
        Err(error) => assert_eq!(error.to_string(), expected),
    }
}

#[track_caller]
fn made(framework: &Framework, edit: Edit) -> Framework {
    framework.edited(&edit).unwrap_or_else(|error| panic!("{edit:?}: {error}"))
}

#[track_caller]
fn check_levels(framework: &Framework, edit: Edit, expected: &[&str]) {
    let edited = made(framework, edit);
    assert_eq!(edited.levels.iter().map(|level| level.id.as_str()).collect::<Vec<_>>(), expected);
}

fn new(text: &str, criteria: &[&str]) -> NewQuestion {
    NewQuestion {
        text: text.to_owned(),
        kind: Kind::Behavioural,
        minutes: 5,
        criteria: criteria.iter().copied().map(criterion).collect(),
        probes: vec![" And then? ".to_owned(), " ".to_owned()],
        strong: Some(" One case. ".to_owned()),
        weak: Some(String::new()),
    }
}

fn aim(id: &str, criteria: &[&str]) -> Edit {
    Edit::AimQuestion { question: question(id), criteria: criteria.iter().copied().map(criterion).collect() }
}

fn up(id: &str) -> Edit {
    Edit::LevelUp { level: level(id) }
}

fn down(id: &str) -> Edit {
    Edit::LevelDown { level: level(id) }
}

#[test]
fn texts_are_corrected_and_nothing_else() {
    let desk = library_desk();
    let mut expected = desk.clone();
    expected.title = "The desk".to_owned();
    assert_eq!(made(&desk, Edit::Title(" The desk\n".to_owned())), expected);

    let mut expected = desk.clone();
    expected.purpose = Purpose::Skill;
    assert_eq!(made(&desk, Edit::Purpose(Purpose::Skill)), expected);

    let mut expected = desk.clone();
    expected.levels[1].name = "Beginner".to_owned();
    assert_eq!(made(&desk, Edit::LevelName { level: level("1a"), name: "Beginner ".to_owned() }), expected);

    let mut expected = desk.clone();
    expected.competencies[1].expectations[1].criteria[0].text = "Settles a fee".to_owned();
    let text = "Settles a fee".to_owned();
    assert_eq!(made(&desk, Edit::CriterionText { criterion: criterion("lending.3"), text }), expected);
}

#[test]
fn a_source_is_replaced_but_for_what_this_release_does_not_know() {
    let desk = library_desk();
    let source = Source {
        publisher: " The council ".to_owned(),
        url: Some("https://example.org/desk".to_owned()),
        licence: Some("  ".to_owned()),
        ..Source::default()
    };
    let edited = made(&desk, Edit::Source(source)).source;
    assert_eq!((edited.publisher.as_str(), edited.document.as_str()), ("The council", ""));
    assert_eq!((edited.url.as_deref(), edited.licence), (Some("https://example.org/desk"), None));
    assert_eq!(edited.unknown.get("edition"), Some(&json!(3)));
}

#[test]
fn blank_texts_are_refused() {
    let desk = library_desk();
    let blank = || " \n".to_owned();
    refused(&desk, Edit::Title(blank()), "the title is empty. Write a text there.");
    refused(
        &desk,
        Edit::LevelName { level: level("1a"), name: blank() },
        "the name of the level is empty. Write a text there.",
    );
    refused(
        &desk,
        Edit::CriterionText { criterion: criterion("lending.3"), text: blank() },
        "the criterion is empty. Write a text there.",
    );
    refused(
        &desk,
        Edit::AddQuestion { competency: competency("lending"), question: new(" ", &[]) },
        "the question is empty. Write a text there.",
    );
}

#[test]
fn what_is_not_there_cannot_be_corrected() {
    let desk = library_desk();
    let (name, text) = ("x".to_owned(), "x".to_owned());
    let gone = |what: &str| format!("this framework has no {what} \"none\". Choose one that it has.");
    refused(&desk, Edit::LevelName { level: level("none"), name }, &gone("level"));
    refused(&desk, up("none"), &gone("level"));
    refused(&desk, Edit::CriterionText { criterion: criterion("none"), text }, &gone("criterion"));
    refused(&desk, Edit::AddQuestion { competency: competency("none"), question: new("Q", &[]) }, &gone("competency"));
    refused(&desk, Edit::RemoveQuestion { question: question("none") }, &gone("question"));
    refused(&desk, aim("none", &[]), &gone("question"));
    refused(&desk, aim("opening", &["none"]), &gone("criterion"));
}

#[test]
fn levels_move_past_each_other_with_what_lies_within_them() {
    let mut desk = library_desk();
    // Without aims, no order is in the way.
    for competency in &mut desk.competencies {
        competency.questions.iter_mut().for_each(|question| question.criteria.clear());
    }
    check_levels(&desk, up("2"), &["2", "2a", "2b", "1", "1a", "1b", "3"]);
    check_levels(&desk, down("1"), &["2", "2a", "2b", "1", "1a", "1b", "3"]);
    check_levels(&desk, up("3"), &["1", "1a", "1b", "3", "2", "2a", "2b"]);
    check_levels(&desk, down("2"), &["1", "1a", "1b", "3", "2", "2a", "2b"]);
    check_levels(&desk, up("2b"), &["1", "1a", "1b", "2", "2b", "2a", "3"]);
    check_levels(&desk, down("1a"), &["1", "1b", "1a", "2", "2a", "2b", "3"]);
}

#[test]
fn the_first_and_the_last_level_stay() {
    let desk = library_desk();
    refused(&desk, up("1"), "“Level 1” is the first level already. Move another one past it.");
    refused(&desk, down("3"), "“Level 3” is the last level already. Move another one past it.");
    refused(&desk, up("2a"), "“2A” is the first level within “Level 2” already. Move “Level 2”, which takes it along.");
    refused(
        &desk,
        down("1b"),
        "“1B” is the last level within “Level 1” already. Move “Level 1”, which takes it along.",
    );
}

#[test]
fn a_move_that_parts_what_a_question_aims_at_names_the_question() {
    let framework = accepted(&[("/competencies/0/questions/0/criteria", json!(["one.1", "one.2"]))]);
    refused(
        &framework,
        up("top"),
        "with “Top” there, the criteria that “Tell me.” aims at would be more than one rung apart. \
         Aim it at fewer criteria first, then move the level.",
    );
    check_levels(&framework, up("high"), &["high", "low", "top"]);
}

#[test]
fn a_new_question_gets_the_next_free_id() {
    let desk = library_desk();
    let edit = Edit::AddQuestion { competency: competency("lending"), question: new(" Why? ", &["lending.3"]) };
    let once = made(&desk, edit.clone());
    let added = once.competencies[1].questions.last().unwrap();
    assert_eq!((added.id.as_str(), added.text.as_str(), added.minutes), ("lending.q4", "Why?", 5));
    assert_eq!(
        (added.probes.as_slice(), &added.strong, &added.weak),
        (["And then?".to_owned()].as_slice(), &Some("One case.".to_owned()), &None)
    );
    assert_eq!(added.criteria, [criterion("lending.3")]);
    let removed = made(&once, Edit::RemoveQuestion { question: question("lending.q2") });
    let again = made(&removed, edit);
    let ids: Vec<_> = again.competencies[1].questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["lending.q1", "lending.q3", "lending.q4", "lending.q2"]);
}

#[test]
fn a_new_question_keeps_to_the_rules_of_the_file() {
    let desk = library_desk();
    let add = |question| Edit::AddQuestion { competency: competency("lending"), question };
    refused(
        &desk,
        add(NewQuestion { minutes: 0, ..new("Q", &[]) }),
        "a question takes at least one minute. Write how many, probes included.",
    );
    refused(
        &desk,
        add(new("Q", &["greeting.1"])),
        "the question is for “Lending” but aims at criteria of “Greeting”. Choose criteria of “Lending”, or ask it for \
         “Greeting”.",
    );
    refused(
        &desk,
        add(new("Q", &["lending.1", "lending.1"])),
        "this list names criterion \"lending.1\" already. Take one of the two out.",
    );
}

#[test]
fn aims_keep_to_the_rules_of_the_file() {
    let desk = library_desk();
    refused(
        &desk,
        aim("lending.q1", &["lending.1", "greeting.1"]),
        "the question aims at criteria of several competencies. Keep to one.",
    );
    refused(
        &desk,
        aim("lending.q1", &["lending.1", "lending.4"]),
        "the question aims at criteria more than one rung apart. Keep to two neighbouring rungs.",
    );
    refused(
        &desk,
        aim("greeting.q1", &["greeting.1", "greeting.2", "greeting.3", "greeting.1-again", "greeting.2-again"]),
        "the question aims at 5 criteria, but one answer can show 4 at most. Split it.",
    );
    assert_eq!(made(&desk, aim("lending.q1", &[])).competencies[1].questions[0].criteria, []);
}

#[test]
fn a_question_that_stood_alone_moves_to_the_competency_that_it_aims_at() {
    let desk = library_desk();
    let edited = made(&desk, aim("opening", &["shelving.1"]));
    assert_eq!(edited.questions, []);
    let last = edited.competencies[2].questions.last().unwrap();
    assert_eq!((last.id.as_str(), last.criteria.as_slice()), ("opening", [criterion("shelving.1")].as_slice()));
    assert_eq!(made(&desk, aim("opening", &[])), desk);
    // One that stands with a competency stays there; it serves the one that it aims at all the same.
    let elsewhere = made(&desk, aim("shelving.q1", &["lending.1"]));
    assert_eq!(elsewhere.competencies[2].questions.len(), 1);
}

#[test]
fn a_framework_whose_id_is_taken_gets_a_number() {
    let id = FrameworkId::new("desk");
    assert_eq!(free_id(&id, |_| false), id);
    assert_eq!(free_id(&id, |other| ["desk", "desk-2"].contains(&other.as_str())).as_str(), "desk-3");
    let long = FrameworkId::new("x".repeat(200));
    let free = free_id(&long, |other| *other == long);
    assert_eq!((free.as_str().len(), free.as_str().ends_with("x-2")), (200, true));
    assert_eq!(library_desk().with_id(free.clone()).id, free);
    assert_eq!(from_json(&library_desk().with_id(free).canonical()).map(|read| read.title), Ok(library_desk().title));
}

/// The bundled ones, and one with sublevels, repeats and unknown fields.
pub static FRAMEWORKS: LazyLock<Vec<Framework>> =
    LazyLock::new(|| bundled::all().into_iter().chain([library_desk()]).collect());

/// Every question, wherever it stands.
fn questions(framework: &Framework) -> Vec<&Question> {
    framework.competencies.iter().flat_map(|known| &known.questions).chain(&framework.questions).collect()
}

/// A random correction of a framework: what it names is chosen from what is there, so that most of them can be made.
fn edit(framework: &Framework, kind: u8, text: &str, picks: &[Index]) -> Edit {
    let criteria: Vec<_> = framework.criteria().collect();
    let (owner, _, chosen) = criteria[picks[0].index(criteria.len())];
    let near: Vec<_> = criteria.iter().filter(|(home, ..)| home.id == owner.id).map(|(.., it)| it.id.clone()).collect();
    let aims: Vec<_> = picks[1..].iter().map(|pick| near[pick.index(near.len())].clone()).collect();
    let level: LevelId = framework.levels[picks[1].index(framework.levels.len())].id.clone();
    let asked = questions(framework);
    let question = asked.get(picks[2].index(asked.len().max(1))).map_or_else(|| question("none"), |it| it.id.clone());
    let text = text.to_owned();
    match kind {
        0 => Edit::Title(text),
        1 => Edit::Purpose(Purpose::ALL[picks[0].index(4)]),
        2 => Edit::Source(Source { publisher: text.clone(), note: Some(text), ..Source::default() }),
        3 => Edit::LevelName { level, name: text },
        4 => Edit::LevelUp { level },
        5 => Edit::LevelDown { level },
        6 => Edit::CriterionText { criterion: chosen.id.clone(), text },
        7 => Edit::AddQuestion {
            competency: owner.id.clone(),
            question: NewQuestion { criteria: aims, probes: vec![text.clone()], ..new(&text, &[]) },
        },
        8 => Edit::RemoveQuestion { question },
        _ => Edit::AimQuestion { question, criteria: aims },
    }
}

fn one() -> impl Strategy<Value = (u8, String, Vec<Index>)> {
    (0..10_u8, "[ a-z“\n\u{7f}é😀]{0,8}", proptest::collection::vec(any::<Index>(), 3..7))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_corrected_still_reads_back(which in 0..6_usize, edits in proptest::collection::vec(one(), 1..12)) {
        let mut framework = FRAMEWORKS[which % FRAMEWORKS.len()].clone();
        for (kind, text, picks) in edits {
            let edit = edit(&framework, kind, &text, &picks);
            match framework.edited(&edit) {
                Ok(edited) => framework = edited,
                Err(error) => prop_assert!(!matches!(error, EditError::UnknownLevel(_)), "{edit:?}: {error}"),
            }
            let read = from_json(&framework.to_json().to_string());
            prop_assert_eq!(read.as_ref(), Ok(&framework), "{:?}", edit);
        }
    }
}
