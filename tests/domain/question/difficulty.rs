//! What stands in the way of a wish: it is told whole, and the rest is selected all the same.

use touchstone::framework::{CompetencyId, Framework};
use touchstone::question::{Bounds, Remedy, Selection, Weight, Wish, select};

use crate::fixture::*;

fn wish(rung: &str, chosen: &[(&str, Weight)], minutes: u32) -> Wish {
    Wish::new(level(rung), chosen.iter().map(|(id, weight)| (competency(id), *weight)).collect(), minutes)
}

#[track_caller]
fn check_in(framework: &Framework, wish: &Wish, questions: &[&str], difficulties: &[&str]) -> Selection {
    let selection = select(framework, wish);
    let found: Vec<_> = selection.questions.iter().map(|chosen| chosen.question.as_str()).collect();
    assert_eq!(found, questions);
    let told: Vec<_> = selection.difficulties.iter().map(ToString::to_string).collect();
    assert_eq!(told, difficulties);
    assert!(selection.optimal);
    selection
}

#[track_caller]
fn check(wish: &Wish, questions: &[&str], difficulties: &[&str]) -> Selection {
    check_in(&library_desk(), wish, questions, difficulties)
}

use Weight::{Could, Must, Should};

#[test]
fn a_wish_without_difficulties_tells_of_none() {
    check(&wish("1b", &[("greeting", Must), ("lending", Could)], 11), &["greeting.q1", "lending.q1"], &[]);
}

#[test]
fn a_framework_or_level_without_anything_says_so() {
    let mut empty = library_desk();
    empty.competencies.clear();
    let nothing =
        "\"The desk of a town library\" has no competencies to ask about. Add some to it, or choose another framework.";
    check_in(&empty, &wish("1b", &[("greeting", Must)], 30), &[], &[nothing]);
    let unknown = "The framework has no level \"9\". Choose one of: 1, 1a, 1b, 2, 2a, 2b, 3.";
    check(&wish("9", &[("greeting", Should)], 30), &[], &[unknown]);
    check(
        &wish("1a", &[("shelving", Should)], 30),
        &[],
        &["What is chosen expects nothing at \"1A\". Choose another level, or more competencies."],
    );
    check(&wish("1b", &[], 30), &[], &["No competency is chosen. Choose at least one."]);
    check(
        &wish("1b", &[("lending", Should), ("baking", Must)], 30),
        &["lending.q1"],
        &["The framework has no competency \"baking\". It is passed over; check how it is written."],
    );
}

#[test]
fn a_bank_without_questions_says_so() {
    let mut framework = library_desk();
    for competency in &mut framework.competencies {
        competency.questions.clear();
    }
    check_in(
        &framework,
        &wish("1b", &[("greeting", Should), ("lending", Must)], 30),
        &[],
        &[
            "No question aims at what is chosen at \"1B\". Add questions to the framework, or choose another level or more competencies.",
            "\"Lending\" must be asked about, but no question aims at it. Add one to the framework, or choose \"should\".",
        ],
    );
}

#[test]
fn too_little_time_says_how_much_is_short() {
    check(
        &wish("1b", &[("greeting", Should)], 3),
        &[],
        &["No question fits into 3 min: the shortest, \"greeting.q2\", takes 4. Give the questions 1 min more."],
    );
    check(
        &wish("1b", &[("greeting", Should), ("lending", Must)], 4),
        &["greeting.q2"],
        &[
            "\"Lending\" must be asked about, but its shortest question takes 5 min, and there are 4. Give the questions 1 min more.",
        ],
    );
}

#[test]
fn what_must_be_asked_about_and_does_not_fit_gives_the_best_part() {
    let all = [("greeting", Must), ("lending", Must), ("shelving", Must)];
    check(
        &wish("3", &all, 16),
        &["greeting.q3", "lending.q3"],
        &[
            "What must be asked about takes at least 18 min, and there are 16: 2 min too few. Left out: Shelving. Give the questions more time, or choose \"should\" for some.",
        ],
    );
}

#[test]
fn what_must_be_asked_about_has_no_question_left() {
    let mut out = wish("3", &[("lending", Should), ("shelving", Must)], 30);
    out.excluded = vec![question("shelving.q1")];
    let selection = check(
        &out,
        &["lending.q3"],
        &["\"Shelving\" must be asked about, but its only question is left out. Take one back, or choose \"should\"."],
    );
    let gap = selection.uncovered.iter().find(|gap| gap.criterion == criterion("shelving.1"));
    assert_eq!(gap.map(|gap| &gap.remedy), Some(&Remedy::Excluded { question: question("shelving.q1") }));
    let mut bounded = wish("3", &[("lending", Should), ("shelving", Must)], 30);
    bounded.mix.situational.most = Some(0);
    check(
        &bounded,
        &["lending.q3"],
        &[
            "\"Shelving\" must be asked about, but the bounds on the kinds leave no question for it. Allow more of a kind.",
        ],
    );
}

#[test]
fn pins_stay_whatever_they_cost() {
    let mut pinned = wish("1b", &[("lending", Should)], 12);
    pinned.pinned = ["greeting.q1", "greeting.q4", "nothing", "opening"].map(question).to_vec();
    let nothing = |id: &str| {
        format!(
            "The question \"{id}\" is pinned, but the framework has none of that name that serves a competency. Unpin it, or let it aim at a criterion."
        )
    };
    let long = "The pinned questions take 13 min, and there are 12. Give the questions 1 min more, or unpin some.";
    let selection = check(&pinned, &["greeting.q1", "greeting.q4"], &[&nothing("nothing"), &nothing("opening"), long]);
    assert_eq!((selection.minutes, selection.objective), (13, 0));
    let mut both = wish("1b", &[("lending", Should)], 30);
    both.pinned = vec![question("lending.q1")];
    both.excluded = vec![question("lending.q1")];
    let twice = "The question \"lending.q1\" is pinned and left out; it stays out. Take one of the two back.";
    check(&both, &[], &[twice]);
}

#[test]
fn bounds_that_cannot_be_met_are_told_each() {
    let chosen = [("greeting", Should), ("lending", Should)];
    let mut few = wish("1b", &chosen, 60);
    few.mix.reflective.least = 1;
    let there = "At least 1 reflective question is wanted, and the bank has 0 for this wish. Add some to the framework, or want fewer.";
    check(&few, &["greeting.q1", "greeting.q3", "lending.q1"], &[there]);
    let mut long = wish("1b", &chosen, 8);
    long.mix.knowledge.least = 2;
    let room = "At least 2 knowledge questions are wanted, and there is room for 1. Give the questions more time, or want fewer.";
    check(&long, &["lending.q1"], &[room]);
    let mut turned = wish("1b", &chosen, 60);
    turned.mix.knowledge = Bounds { least: 3, most: Some(1) };
    let contradicts =
        "At least 3 knowledge questions are wanted, and at most 1. The most counts; change one of the two.";
    check(&turned, &["greeting.q1", "greeting.q3", "lending.q1"], &[contradicts]);
    let mut pinned = wish("1b", &chosen, 60);
    pinned.mix.knowledge.most = Some(1);
    pinned.pinned = ["greeting.q2", "lending.q1"].map(question).to_vec();
    let all = "At most 1 knowledge question is allowed, and 2 are pinned. They all stay; allow more, or unpin some.";
    check(&pinned, &["greeting.q1", "greeting.q2", "greeting.q3", "lending.q1"], &[all]);
}

#[test]
fn what_stays_uncovered_says_how_many_minutes_more_would_cover_it() {
    let remedies = |wish: &Wish| {
        let gaps = select(&library_desk(), wish).uncovered;
        gaps.into_iter().map(|gap| (gap.criterion.to_string(), gap.remedy)).collect::<Vec<_>>()
    };
    let chosen = [("greeting", Should), ("lending", Should)];
    let more = |more, id: &str| Remedy::Minutes { more, question: question(id) };
    // Lending's question takes 5 of the 8; those of greeting that cover these take 4 and 6.
    let gaps = [("greeting.2", more(1, "greeting.q2")), ("greeting.1", more(3, "greeting.q1"))];
    assert_eq!(remedies(&wish("1b", &chosen, 8)), gaps.map(|(id, remedy)| (id.to_owned(), remedy)));
    let mut bounded = wish("1b", &chosen, 30);
    bounded.mix.knowledge.most = Some(0);
    let of_kind = Remedy::Mix { kind: "knowledge".to_owned(), question: question("lending.q1") };
    let gaps = [("lending.1", of_kind.clone()), ("lending.2", of_kind)];
    assert_eq!(remedies(&bounded), gaps.map(|(id, remedy)| (id.to_owned(), remedy)));
    let mut framework = library_desk();
    framework.competencies[1].questions.clear();
    let gaps = select(&framework, &wish("1b", &chosen, 30)).uncovered;
    assert!(gaps.len() == 2 && gaps.iter().all(|gap| gap.remedy == Remedy::NoQuestion));
}

#[test]
fn each_question_tells_what_it_alone_covers() {
    let selection = select(&library_desk(), &wish("1b", &[("greeting", Should)], 60));
    let told: Vec<_> = selection
        .questions
        .iter()
        .map(|chosen| (chosen.question.as_str(), chosen.covers.len(), chosen.alone.len()))
        .collect();
    assert_eq!(told, [("greeting.q1", 2, 1), ("greeting.q3", 2, 1)]);
    let by: Vec<_> =
        selection.criteria.iter().map(|known| (known.criterion.as_str(), known.worth, known.by.len())).collect();
    assert_eq!(by, [("greeting.2", 8, 2), ("greeting.1", 8, 1), ("greeting.3", 2, 1)]);
    assert_eq!(selection.proof(), "Proved: no other choice for this wish is better.");
    let unproved = Selection { optimal: false, bound: 19, ..selection.clone() };
    assert_eq!(
        unproved.proof(),
        "Not proved in the time given: this choice covers 4.5, and none covers more than 4.75, so it is at most 5.3 % off."
    );
    let equal = Selection { optimal: false, ..selection };
    assert_eq!(equal.proof(), "No choice covers more than this one (4.5), but one in less time may exist.");
}

#[test]
fn a_selection_goes_through_json_as_it_was() {
    // A worker gets the wish and gives the selection as JSON.
    let mut asked = wish("3", &[("greeting", Must), ("lending", Must), ("shelving", Must)], 16);
    asked.mix.knowledge.least = 1;
    let read: Wish = serde_json::from_str(&serde_json::to_string(&asked).unwrap()).unwrap();
    assert_eq!(read, asked);
    let selection = select(&library_desk(), &asked);
    let read: Selection = serde_json::from_str(&serde_json::to_string(&selection).unwrap()).unwrap();
    assert_eq!(read, selection);
    assert!(!read.difficulties.is_empty() && read.uncovered.iter().any(|gap| gap.remedy != Remedy::NoQuestion));
    assert_eq!(asked.weight(&CompetencyId::new("nothing")), None);
}
