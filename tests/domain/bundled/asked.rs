//! The bundled questions: enough of them for every competency, none like another, and each fair to whom it is put to.

use std::collections::{BTreeMap, BTreeSet};

use touchstone::framework::{Edit, Framework, Places, Purpose, Question, QuestionId};

use super::{all, questions};

#[test]
fn each_competency_has_four_questions_of_two_kinds_that_keep_to_the_rules() {
    for framework in all() {
        let places = Places::of(&framework);
        for competency in &framework.competencies {
            let kinds: BTreeSet<_> = competency.questions.iter().map(|question| question.kind).collect();
            assert!(competency.questions.len() >= 4, "{}, {}: four questions", framework.id, competency.id);
            assert!(kinds.len() >= 2, "{}, {}: two kinds, not {kinds:?}", framework.id, competency.id);
            for question in &competency.questions {
                assert!((1..=4).contains(&question.criteria.len()), "{}: one to four criteria", question.id);
                assert!((2..=4).contains(&question.probes.len()), "{}: two to four probes", question.id);
                assert!((3..=15).contains(&question.minutes), "{}: {} minutes", question.id, question.minutes);
                assert_eq!(places.competency_of(question), Some(&competency.id), "{}", question.id);
            }
        }
    }
}

#[test]
fn each_question_aims_at_no_more_than_two_neighbouring_rungs() {
    for framework in all() {
        for question in questions(&framework) {
            // An edit looks at the aims as reading does, and says what is wrong with them.
            let edit = Edit::AimQuestion { question: question.id.clone(), criteria: question.criteria.clone() };
            assert_eq!(framework.edited(&edit).as_ref(), Ok(&framework), "{}", question.id);
            let rungs = rungs(&framework, question);
            assert!((1..=2).contains(&rungs), "{}: {rungs} rungs at least", question.id);
        }
    }
}

/// The fewest neighbouring rungs that state all that a question aims at.
fn rungs(framework: &Framework, question: &Question) -> usize {
    let places = Places::of(framework);
    let of = |rung: usize| -> BTreeSet<_> {
        let rung = &framework.rungs()[rung].id;
        let stated = framework.competencies.iter().filter_map(|known| framework.expectation_at(known, rung));
        stated.flat_map(|stated| &stated.criteria).map(|known| places.original(&known.id).clone()).collect()
    };
    let aims: BTreeSet<_> = question.criteria.iter().map(|aim| places.original(aim).clone()).collect();
    let all = framework.rungs().len();
    let windows = (1..=all).flat_map(|length| (0..=all - length).map(move |first| (length, first)));
    let holding = windows.into_iter().find(|(length, first)| {
        let stated: BTreeSet<_> = (*first..first + length).flat_map(of).collect();
        aims.is_subset(&stated)
    });
    holding.map_or(0, |(length, _)| length)
}

/// A text without what may differ between two that say the same: its letters, in lower case, word by word.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[test]
fn no_two_questions_share_a_text() {
    let mut first: BTreeMap<Vec<String>, QuestionId> = BTreeMap::new();
    let mut shared = Vec::new();
    for framework in all() {
        for question in questions(&framework) {
            let texts = question.probes.iter().chain(&question.strong).chain(&question.weak);
            for text in std::iter::once(&question.text).chain(texts) {
                if let Some(other) = first.insert(words(text), question.id.clone()) {
                    shared.push(format!("{other} and {}: {text}", question.id));
                }
            }
        }
    }
    assert_eq!(shared, [] as [&str; 0]);
}

/// So much of the words of two texts may be the same.
const ALIKE: f64 = 0.6;

/// Which of these texts are nearly the same: no more than a word or two is another.
fn alike(texts: &[(QuestionId, String)]) -> Vec<String> {
    let sets: Vec<BTreeSet<_>> = texts.iter().map(|(_, text)| words(text).into_iter().collect()).collect();
    let mut found = Vec::new();
    for one in 0..sets.len() {
        for other in one + 1..sets.len() {
            let common = sets[one].intersection(&sets[other]).count() as f64;
            if common > ALIKE * sets[one].union(&sets[other]).count() as f64 {
                found.push(format!("{} and {}: {}", texts[one].0, texts[other].0, texts[other].1));
            }
        }
    }
    found
}

#[test]
fn no_two_questions_say_nearly_the_same() {
    let of = |text: fn(&Question) -> Option<&String>| -> Vec<(QuestionId, String)> {
        let all = all();
        let questions = all.iter().flat_map(questions);
        questions.filter_map(|question| Some((question.id.clone(), text(question)?.clone()))).collect()
    };
    assert_eq!(alike(&of(|question| Some(&question.text))), [] as [&str; 0]);
    assert_eq!(alike(&of(|question| question.strong.as_ref())), [] as [&str; 0]);
    assert_eq!(alike(&of(|question| question.weak.as_ref())), [] as [&str; 0]);
}

/// How questions begin that give the answer away, or ask for no more than a yes.
const LEADING: [&str; 28] = [
    "are you",
    "can you",
    "could you",
    "did you",
    "do you",
    "don’t you",
    "don't you",
    "have you",
    "is it",
    "is there",
    "isn’t",
    "isn't",
    "surely",
    "was it",
    "wasn’t",
    "wasn't",
    "were you",
    "will you",
    "would you",
    "wouldn’t you",
    "wouldn't you",
    "you agree",
    "you would agree",
    "you will agree",
    "am i right",
    "right?",
    "of course",
    "obviously",
];

/// What is wrong with a question as it is put: the words that lead, and whatever it asks for besides.
fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lower = text.to_lowercase();
    for sentence in lower.split_inclusive(['.', '?']).map(str::trim) {
        let leads = LEADING.iter().filter(|words| sentence.starts_with(**words));
        faults.extend(leads.map(|words| format!("it leads: {words}")));
    }
    faults.extend(
        ["surely", "obviously", "of course", "don’t you think", "wouldn’t you say", "isn’t it"]
            .into_iter()
            .filter(|words| lower.contains(words))
            .map(|words| format!("it leads: {words}")),
    );
    let marks = text.matches('?').count();
    if marks > 1 {
        faults.push(format!("it asks {marks} questions"));
    }
    for (question, other) in [
        ("what", "how"),
        ("what", "why"),
        ("how", "what"),
        ("how", "why"),
        ("who", "what"),
        ("who", "how"),
        ("when", "how"),
        ("when", "why"),
        ("where", "how"),
        ("why", "how"),
        ("which", "why"),
        ("which", "how"),
    ] {
        let asked = lower
            .split(['.', '!'])
            .any(|sentence| sentence.trim().starts_with(question) && sentence.contains(&format!(" and {other} ")));
        if asked {
            faults.push(format!("it asks {question} and {other} at once"));
        }
    }
    // Asked aloud it takes one breath.
    let count = words(text).len();
    if count > 30 {
        faults.push(format!("it has {count} words"));
    }
    faults
}

#[test]
fn a_question_that_leads_or_asks_two_things_is_found() {
    let check = |text: &str, expected: &[&str]| assert_eq!(faults(text), expected, "{text}");
    check("Tell me about a customer’s problem that you could not solve yourself. What did you do with it?", &[]);
    check("Don’t you find that customers are often rude?", &["it leads: don’t you"]);
    check("You make mistakes. Would you tell your manager?", &["it leads: would you"]);
    check("What is a ticket? How do you close one?", &["it asks 2 questions"]);
    check("What did you say and why did you say it?", &["it asks what and why at once"]);
    check("Surely you tell the customer. How?", &["it leads: surely", "it leads: surely"]);
    check(&"word ".repeat(31), &["it has 31 words"]);
}

#[test]
fn no_question_leads_or_asks_two_things_at_once() {
    let mut found = Vec::new();
    for framework in all() {
        for question in questions(&framework) {
            found.extend(faults(&question.text).into_iter().map(|fault| format!("{}: {fault}", question.id)));
            for probe in question.probes.iter().filter(|probe| probe.matches('?').count() != 1) {
                found.push(format!("{}: {probe}", question.id));
            }
        }
    }
    assert_eq!(found, [] as [&str; 0]);
}

/// How a question asks for what is remembered and not for what is done: a definition, a year, what letters stand for.
const TRIVIA: [&str; 9] = [
    "define the",
    "definition",
    "in which year",
    "stand for",
    "stands for",
    "what is the name of",
    "how many steps",
    "who invented",
    "true or false",
];

#[test]
fn no_question_asks_for_trivia() {
    for framework in all() {
        for question in questions(&framework) {
            let text = question.text.to_lowercase();
            assert!(!TRIVIA.iter().any(|words| text.contains(words)), "{}: {text}", question.id);
        }
    }
}

/// Words of a hiring interview, which have no place in the discussion with somebody about the work that she does.
const HIRING: [&str; 8] =
    ["applicant", "candidate", "career", "hired", "interview", "job you have had", "previous employer", "vacancy"];

#[test]
fn a_unit_is_talked_over_as_a_professional_discussion() {
    let units: Vec<_> = all().into_iter().filter(|framework| framework.purpose == Purpose::Unit).collect();
    assert_eq!(units.len(), 1);
    for question in units.iter().flat_map(questions) {
        let probes = question.probes.iter();
        for text in std::iter::once(&question.text).chain(probes).map(|text| text.to_lowercase()) {
            let found: Vec<_> = HIRING.iter().filter(|word| text.contains(**word)).collect();
            assert!(found.is_empty(), "{}: {found:?} in {text}", question.id);
        }
        // An assessor may ask for what is on record, so the answer takes its time.
        assert!(question.minutes >= 5, "{}: {} minutes", question.id, question.minutes);
    }
}
