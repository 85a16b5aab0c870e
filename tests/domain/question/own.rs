//! Own questions: what is written down is checked, what is sound stands beside the framework's, and can be taken away.

use std::collections::BTreeSet;

use proptest::prelude::*;
use touchstone::framework::{Edit, Framework, QuestionId, from_json};
use touchstone::question::{Fault, Own, Part, Written, free_question_id, is_made, is_own, tags};

use super::any_framework;
use crate::fixture::*;

pub fn written() -> Written {
    Written {
        competency: "lending".to_owned(),
        kind: "behavioural".to_owned(),
        minutes: "6".to_owned(),
        text: "Tell me about a book that never came back.".to_owned(),
        probes: vec!["Whom did you ask?".to_owned(), "  ".to_owned()],
        strong: "Names the book.".to_owned(),
        criteria: vec!["lending.2".to_owned()],
        tags: vec!["losses, desk".to_owned()],
        ..Written::default()
    }
}

pub fn own(text: &str) -> Own {
    Written { text: text.to_owned(), ..written() }.checked(&library_desk()).unwrap()
}

#[test]
fn what_is_sound_becomes_an_own_question() {
    let own = written().checked(&library_desk()).unwrap();
    assert_eq!(own.competency, competency("lending"));
    assert_eq!(own.question.text, "Tell me about a book that never came back.");
    assert_eq!((own.question.minutes, own.question.probes.len()), (6, 1));
    assert_eq!((own.question.strong.as_deref(), own.question.weak.as_deref()), (Some("Names the book."), None));
    assert_eq!(own.question.criteria, [criterion("lending.2")]);
    assert!(is_own(&own.question) && !is_made(&own.question));
    assert_eq!(tags(&own.question), ["losses", "desk"]);
    assert_eq!(own.id().as_str(), "own.442fc361941e");
    assert_eq!(
        Written::of(Some(&own.competency), &own.question).checked(&library_desk()),
        Ok(own),
        "it can be written down again"
    );
}

/// Written down so, everything that is wrong with it.
#[track_caller]
fn check(change: impl FnOnce(&mut Written), expected: &[(Part, &str)]) {
    let mut written = written();
    change(&mut written);
    let faults = written.checked(&library_desk()).err().unwrap_or_default();
    let found: Vec<_> = faults.iter().map(|Fault { part, text }| (*part, text.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_part_says_what_is_wrong_with_it() {
    check(|_| {}, &[]);
    check(|it| it.kind = "Behavioral".to_owned(), &[]);
    check(|it| it.text = " \u{202e}\n".to_owned(), &[(Part::Text, "the question is empty. Write what you ask.")]);
    check(
        |it| it.text = "x".repeat(501),
        &[(Part::Text, "the question has 501 characters, and 500 is the most. Shorten it.")],
    );
    check(
        |it| it.kind = "funny".to_owned(),
        &[(Part::Kind, "“funny” is no kind of question. Use behavioural, situational, knowledge or reflective.")],
    );
    check(
        |it| it.kind.clear(),
        &[(
            Part::Kind,
            "it does not say what kind of question it is. Use behavioural, situational, knowledge or reflective.",
        )],
    );
    for minutes in ["0", "61", "-1", "five", "1.5"] {
        let fault = format!(
            "“{minutes}” is no number of minutes for one question. Write a whole number from 1 to 60, probes included."
        );
        check(|it| it.minutes = minutes.to_owned(), &[(Part::Minutes, &fault)]);
    }
    check(
        |it| it.probes = vec!["Why?".to_owned(); 5],
        &[(Part::Probes, "there are 5 probes, and 4 is the most. Keep the best.")],
    );
    check(
        |it| it.weak = "x".repeat(1001),
        &[(Part::Weak, "what is said of the answer has 1001 characters, and 1000 is the most. Shorten it.")],
    );
    check(
        |it| it.tags = vec!["x".repeat(41)],
        &[(
            Part::Tags,
            "the tag “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx” has 41 characters, and 40 is the most. Shorten it.",
        )],
    );
}

#[test]
fn the_aims_keep_to_the_rules_of_the_framework() {
    check(
        |it| it.criteria.clear(),
        &[(Part::Criteria, "it aims at no criterion, so it would never be proposed. Choose one to four.")],
    );
    check(
        |it| it.criteria.push("lending.9".to_owned()),
        &[(Part::Criteria, "this framework has no criterion “lending.9”. Use the id or the code of one that it has.")],
    );
    check(
        |it| it.competency = "greeting".to_owned(),
        &[(
            Part::Criteria,
            "the question is for “Greeting” but aims at criteria of “Lending”. Choose criteria of “Greeting”, or ask it for “Lending”.",
        )],
    );
    check(
        |it| it.criteria.push("greeting.1".to_owned()),
        &[(Part::Criteria, "the question aims at criteria of several competencies. Keep to one.")],
    );
    check(
        |it| it.criteria.push("lending.4".to_owned()),
        &[(Part::Criteria, "the question aims at criteria more than one rung apart. Keep to two neighbouring rungs.")],
    );
    check(
        |it| it.competency = "lendin".to_owned(),
        &[(Part::Competency, "this framework has no competency “lendin”. Use the id or the title of one that it has.")],
    );
    check(
        |it| (it.competency, it.criteria) = (String::new(), vec![]),
        &[
            (Part::Competency, "it does not say which competency it is for. Name one of this framework."),
            (Part::Criteria, "it aims at no criterion, so it would never be proposed. Choose one to four."),
        ],
    );
}

#[test]
fn competency_and_criteria_are_known_by_more_than_their_ids() {
    check(|it| it.competency.clear(), &[]);
    check(|it| it.competency = "LENDING".to_owned(), &[]);
    let of_greeting = |competency: &str, code: &str| Written {
        competency: competency.to_owned(),
        criteria: vec![code.to_owned()],
        ..written()
    };
    let own = of_greeting("G", "G.2").checked(&library_desk()).unwrap();
    assert_eq!((own.competency, own.question.criteria), (competency("greeting"), vec![criterion("greeting.2")]));
}

#[test]
fn own_questions_stand_behind_those_of_their_competency() {
    let framework = library_desk();
    let with = framework.with_own(&[own("One?"), own("Two?")]);
    let lending: Vec<_> = with.competencies[1].questions.iter().map(|asked| asked.text.as_str()).collect();
    assert_eq!(lending[..3], framework.competencies[1].questions.iter().map(|asked| &asked.text).collect::<Vec<_>>());
    assert_eq!(lending[3..], ["One?", "Two?"]);
    assert_eq!(from_json(&with.canonical()), Ok(with.clone()));
    assert_eq!(with.without_own_but(&BTreeSet::new()), framework);
    let kept = BTreeSet::from([own("Two?").id().clone()]);
    assert_eq!(with.without_own_but(&kept), framework.with_own(&[own("Two?")]));
}

#[test]
fn what_a_correction_took_away_is_aimed_at_no_more() {
    let framework = library_desk();
    let criteria = vec!["greeting.2".to_owned(), "greeting.3".to_owned()];
    let two = Written { competency: String::new(), criteria, ..written() }.checked(&framework).unwrap();
    let mut corrected = framework.clone();
    corrected.competencies[0].questions.clear();
    corrected.competencies[0].expectations.retain(|stated| stated.level != level("2"));
    let with = corrected.with_own(std::slice::from_ref(&two));
    assert_eq!(with.question(two.id()).unwrap().criteria, [criterion("greeting.2")]);
    assert_eq!(from_json(&with.canonical()).as_ref(), Ok(&with));

    corrected.competencies.remove(0);
    let with = corrected.with_own(std::slice::from_ref(&two));
    assert_eq!(with.questions.last().map(|asked| &asked.id), Some(two.id()));
    assert_eq!(with.question(two.id()).unwrap().criteria, []);
    assert_eq!(from_json(&with.canonical()), Ok(with));
}

#[test]
fn no_id_stands_twice() {
    let framework = library_desk();
    let one = own("One?");
    let mut other = one.clone();
    other.question.text = "Other?".to_owned();
    let with = framework.with_own(&[one.clone(), other]);
    let second = QuestionId::new(format!("{}-2", one.id()));
    assert_eq!(with.question(&second).map(|asked| asked.text.as_str()), Some("Other?"));
    assert_eq!(free_question_id(one.id(), |id| id == one.id()), second);
    assert_eq!(from_json(&with.canonical()), Ok(with));
}

#[test]
fn an_edited_framework_keeps_what_is_own_apart() {
    let framework = library_desk();
    let with = framework.with_own(&[own("One?")]);
    let edit = Edit::Title("Another desk".to_owned());
    let apart = with.edited(&edit).unwrap().without_own_but(&BTreeSet::new());
    assert_eq!(apart, framework.edited(&edit).unwrap());
}

/// A framework with own questions that were written for another one.
fn any_with_own() -> impl Strategy<Value = (Framework, Vec<Own>)> {
    (any_framework(), any_framework(), 0..3_u32).prop_map(|(mut framework, other, minutes)| {
        // Their aims keep to no rule.
        framework.competencies.iter_mut().for_each(|competency| competency.questions.clear());
        let questions = other.competencies.iter().flat_map(|competency| {
            let own = competency.questions.iter().map(|asked| {
                let mut question = own("x").question;
                question.id.clone_from(&asked.id);
                question.criteria.clone_from(&asked.criteria);
                Own {
                    competency: competency.id.clone(),
                    question: touchstone::framework::Question { minutes, ..question },
                }
            });
            own.collect::<Vec<_>>()
        });
        (framework, questions.collect())
    })
}

proptest! {
    #[test]
    fn with_own_questions_a_framework_is_sound_and_without_them_as_it_was((framework, own) in any_with_own()) {
        let with = framework.with_own(&own);
        prop_assert_eq!(from_json(&with.canonical()), Ok(with.clone()));
        prop_assert_eq!(with.questions().count(), framework.questions().count() + own.len());
        prop_assert_eq!(with.without_own_but(&BTreeSet::new()).digest(), framework.digest());
        let all: BTreeSet<_> = with.questions().map(|(_, asked)| asked.id.clone()).collect();
        prop_assert_eq!(with.without_own_but(&all), with);
    }
}
