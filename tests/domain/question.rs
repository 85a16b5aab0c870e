//! The proposal: what it must never do, whatever the framework and the wish.

mod bundled;
mod difficulty;
mod exact;
mod exchange;
mod made;
mod own;
mod random;
mod sought;
mod table;

use std::collections::BTreeSet;

use proptest::prelude::*;
use touchstone::framework::{
    Competency, Criterion, CriterionId, Expectation, Framework, Kind, Places, Question, QuestionId, Unknown,
};
use touchstone::guide::{Outline, Plan, Weighted};
use touchstone::question::{Bank, Distance, Weight, Wish, select};

use crate::fixture::*;

/// Five rungs: 0a and 0b within 0, 1, 2a and 2b within 2.
const LEVELS: [(&str, Option<&str>); 7] =
    [("0", None), ("0a", Some("0")), ("0b", Some("0")), ("1", None), ("2", None), ("2a", Some("2")), ("2b", Some("2"))];

fn framework_of(competencies: Vec<Competency>) -> Framework {
    let mut framework = library_desk();
    let like = framework.levels[0].clone();
    let levels = LEVELS.map(|(id, within)| touchstone::framework::Level {
        id: level(id),
        within: within.map(level),
        ..like.clone()
    });
    framework.levels = levels.to_vec();
    framework.competencies = competencies;
    framework.questions.clear();
    framework
}

/// For each level that is stated: how many criteria, which level is included, whether the first criterion repeats.
type Stated = (usize, Option<usize>, bool);
/// Minutes, the competency aimed at, and the criteria there, counted round.
type Put = (u32, usize, Vec<usize>);

fn any_framework() -> impl Strategy<Value = Framework> {
    let stated = prop::option::of((0..3_usize, prop::option::weighted(0.3, 0..7_usize), any::<bool>()));
    let put = (1..15_u32, 0..8_usize, prop::collection::vec(0..9_usize, 0..4));
    let competency = (prop::collection::vec(stated, 7), prop::collection::vec(put, 0..6));
    prop::collection::vec(competency, 1..4).prop_map(|competencies| {
        let mut built: Vec<_> =
            competencies.iter().enumerate().map(|(index, (stated, _))| competency_of(index, stated)).collect();
        for (index, (_, puts)) in competencies.iter().enumerate() {
            let questions = puts.iter().enumerate().map(|(number, put)| question_of(&built, index, number, put));
            built[index].questions = questions.collect::<Vec<_>>();
        }
        framework_of(built)
    })
}

fn competency_of(index: usize, stated: &[Option<Stated>]) -> Competency {
    let mut competency = library_desk().competencies.remove(2);
    competency.id = crate::fixture::competency(&format!("c{index}"));
    competency.expectations.clear();
    competency.questions.clear();
    let mut first = None;
    for (place, stated) in stated.iter().enumerate() {
        let Some((count, included, repeats)) = stated else { continue };
        let criteria = (0..*count).map(|number| {
            let id = criterion(&format!("c{index}.{place}.{number}"));
            let repeated = if *repeats && number == 0 { first.clone() } else { None };
            first.get_or_insert_with(|| id.clone());
            Criterion {
                text: id.to_string(),
                id,
                code: None,
                examples: vec![],
                guidance: vec![],
                range: vec![],
                repeats: repeated,
                unknown: Unknown::new(),
            }
        });
        competency.expectations.push(Expectation {
            level: level(LEVELS[place].0),
            criteria: criteria.collect(),
            includes: included.map(|included| level(LEVELS[included].0)).into_iter().collect(),
            unknown: Unknown::new(),
        });
    }
    competency
}

/// A question that stands with one competency; one in eight aims at another.
fn question_of(built: &[Competency], home: usize, number: usize, (minutes, elsewhere, aims): &Put) -> Question {
    let aimed = if *elsewhere == 0 { (home + 1) % built.len() } else { home };
    let criteria: Vec<_> =
        built[aimed].expectations.iter().flat_map(|stated| &stated.criteria).map(|known| known.id.clone()).collect();
    let aims: BTreeSet<_> =
        aims.iter().filter(|_| !criteria.is_empty()).map(|aim| criteria[aim % criteria.len()].clone()).collect();
    Question {
        id: question(&format!("c{home}.q{number}")),
        text: "Tell me.".to_owned(),
        kind: Kind::Behavioural,
        minutes: *minutes,
        criteria: aims.into_iter().collect(),
        probes: vec![],
        strong: None,
        weak: None,
        unknown: Unknown::new(),
    }
}

fn any_wish() -> impl Strategy<Value = Wish> {
    let weights = prop::collection::vec(prop::option::weighted(0.8, prop::sample::select(Weight::ALL.to_vec())), 4);
    (0..7_usize, weights, 0..60_u32).prop_map(|(rung, weights, minutes)| {
        let named = weights.into_iter().enumerate();
        let chosen = named.filter_map(|(index, weight)| Some((competency(&format!("c{index}")), weight?)));
        Wish::new(level(LEVELS[rung].0), chosen.collect(), minutes)
    })
}

/// The ids that stand for the criteria which the chosen competencies expect at the target.
fn wanted(framework: &Framework, wish: &Wish) -> BTreeSet<CriterionId> {
    let places = Places::of(framework);
    let chosen = framework.competencies.iter().filter(|known| wish.weight(&known.id).is_some());
    let expected = chosen.flat_map(|known| places.expected(known, &wish.rung));
    expected.map(|criterion| places.original(&criterion.id).clone()).collect()
}

/// What a question of the framework aims at, under the ids that stand for the criteria.
fn aims(framework: &Framework, id: &QuestionId) -> BTreeSet<CriterionId> {
    let places = Places::of(framework);
    let (_, question) = framework.served().into_iter().find(|(_, question)| question.id == *id).unwrap();
    question.criteria.iter().map(|aim| places.original(aim).clone()).collect()
}

/// What the selection proposes, in its order.
fn proposed(framework: &Framework, wish: &Wish) -> Vec<QuestionId> {
    select(framework, wish).questions.into_iter().map(|chosen| chosen.question).collect()
}

proptest! {
    #[test]
    fn no_question_is_proposed_that_aims_at_nothing_wanted(framework in any_framework(), wish in any_wish()) {
        let bank = Bank::of(&framework, &wish);
        let near: BTreeSet<_> = bank.targets.iter().map(|target| target.original.clone()).collect();
        let wanted = wanted(&framework, &wish);
        prop_assert!(near.is_superset(&wanted));
        // A competency that must be asked about may have to do with any question that aims at it.
        let stands_in = |id: &QuestionId| {
            let asked = bank.get(id).unwrap();
            wish.weight(&asked.competency.id) == Some(Weight::Must) && !asked.question.criteria.is_empty()
        };
        for asked in &bank.questions {
            let id = &asked.question.id;
            prop_assert_eq!(asked.serves(), !aims(&framework, id).is_disjoint(&near), "{} serves", id);
            prop_assert!(asked.serves() || stands_in(id), "{id} is in the bank");
            prop_assert!(wish.weight(&asked.competency.id).is_some());
        }
        for id in proposed(&framework, &wish) {
            prop_assert!(!aims(&framework, &id).is_disjoint(&near) || stands_in(&id), "{id} is proposed");
        }
        let missed = framework.served().into_iter().filter(|(_, question)| bank.get(&question.id).is_none());
        for (known, question) in missed {
            let counts = wish.weight(&known.id).is_some() && !aims(&framework, &question.id).is_disjoint(&near);
            prop_assert!(!counts, "{} is left out", question.id);
        }
    }

    #[test]
    fn a_selection_keeps_the_time_and_is_always_the_same(framework in any_framework(), wish in any_wish()) {
        let selection = select(&framework, &wish);
        let minutes: u32 = selection.questions.iter().map(|chosen| chosen.minutes).sum();
        prop_assert!(minutes <= wish.minutes);
        prop_assert_eq!(minutes, selection.minutes);
        let ids: BTreeSet<_> = selection.questions.iter().map(|chosen| &chosen.question).collect();
        prop_assert_eq!(ids.len(), selection.questions.len());
        prop_assert!(selection.optimal);
        prop_assert_eq!(select(&framework.clone(), &wish), selection);
    }

    #[test]
    fn what_must_be_asked_about_is_when_there_is_time_for_one_each(framework in any_framework(), wish in any_wish()) {
        let bank = Bank::of(&framework, &wish);
        let shortest: Vec<_> = framework.competencies.iter().filter(|known| wish.weight(&known.id) == Some(Weight::Must)).filter_map(|known| {
            let own = bank.questions.iter().filter(|asked| asked.competency.id == known.id);
            own.map(|asked| asked.question.minutes).min().map(|minutes| (&known.id, minutes))
        }).collect();
        let proposed = proposed(&framework, &wish);
        let served: BTreeSet<_> = proposed.iter().map(|id| &bank.get(id).unwrap().competency.id).collect();
        let fit = shortest.iter().map(|(_, minutes)| minutes).sum::<u32>() <= wish.minutes;
        for (id, _) in &shortest {
            prop_assert!(!fit || served.contains(id), "{id} gets none");
        }
        // And what was left out is left out for want of time, or because it adds nothing.
        let used: u32 = proposed.iter().map(|id| bank.get(id).unwrap().question.minutes).sum();
        let covered: BTreeSet<_> = proposed.iter().flat_map(|id| bank.get(id).unwrap().aims.clone()).collect();
        for asked in bank.questions.iter().filter(|asked| !proposed.contains(&asked.question.id)) {
            let adds = asked.aims.iter().any(|aim| !covered.contains(aim));
            prop_assert!(!adds || used + asked.question.minutes > wish.minutes, "{} fits", asked.question.id);
        }
    }

    #[test]
    fn what_is_covered_agrees_with_a_recount(framework in any_framework(), wish in any_wish(), picks in prop::collection::btree_set(0..18_usize, 0..8)) {
        let bank = Bank::of(&framework, &wish);
        let all = framework.served();
        let mut plan = Plan::ready(&framework, Some(&wish.rung));
        plan.level = wish.rung.clone();
        plan.minutes = wish.minutes;
        plan.competencies =
            wish.competencies.iter().map(|(competency, weight)| Weighted { competency: competency.clone(), weight: *weight }).collect();
        plan.questions = picks.iter().filter_map(|pick| all.get(*pick)).map(|(_, question)| question.id.clone()).collect();
        let outline = Outline::of(&framework, &plan);
        let wanted = wanted(&framework, &wish);
        let served = |id: &QuestionId| -> BTreeSet<_> { aims(&framework, id).intersection(&wanted).cloned().collect() };
        // The text of each criterion is its id.
        let places = Places::of(&framework);
        let original = |text: &str| places.original(&criterion(text)).clone();
        let chosen: Vec<_> = plan.questions.iter().filter(|id| bank.get(id).is_some()).collect();
        prop_assert_eq!(outline.targets, wanted.len());
        prop_assert_eq!(outline.minutes, outline.questions.iter().map(|line| line.minutes).sum::<u32>());
        prop_assert_eq!(outline.questions.iter().map(|line| &line.id).collect::<Vec<_>>(), chosen.clone());
        let covered: BTreeSet<_> = chosen.iter().flat_map(|id| served(id)).collect();
        let uncovered: BTreeSet<_> = outline.uncovered.iter().map(|gap| original(&gap.text)).collect();
        prop_assert_eq!(uncovered, wanted.difference(&covered).cloned().collect::<BTreeSet<_>>());
        for line in &outline.questions {
            let others: BTreeSet<_> = chosen.iter().filter(|other| **other != &line.id).flat_map(|other| served(other)).collect();
            let at_target = || line.aims.iter().filter(|aim| aim.distance == Distance::Target);
            let aims: BTreeSet<_> = at_target().map(|aim| original(&aim.text)).collect();
            let alone: BTreeSet<_> = at_target().filter(|aim| aim.alone).map(|aim| original(&aim.text)).collect();
            prop_assert_eq!(&aims, &served(&line.id));
            prop_assert_eq!(alone, aims.difference(&others).cloned().collect::<BTreeSet<_>>());
        }
    }
}

#[track_caller]
fn check(rung: &str, chosen: &[(&str, Weight)], minutes: u32, expected: &[&str]) {
    let framework = library_desk();
    let competencies = chosen.iter().map(|(id, weight)| (competency(id), *weight)).collect();
    let proposed = proposed(&framework, &Wish::new(level(rung), competencies, minutes));
    assert_eq!(proposed.iter().map(QuestionId::as_str).collect::<Vec<_>>(), expected);
}

#[test]
fn what_covers_most_is_proposed() {
    use Weight::{Could, Must, Should};
    // At 1B two criteria of greeting are expected; one question covers both. The other tells of the rung above.
    check("1b", &[("greeting", Should)], 60, &["greeting.q1", "greeting.q3"]);
    // In less time the one that covers both does; then one that covers one and what the rung above expects.
    check("1b", &[("greeting", Should)], 6, &["greeting.q1"]);
    check("1b", &[("greeting", Should)], 5, &["greeting.q3"]);
    check("1b", &[("greeting", Should)], 4, &["greeting.q2"]);
    check("1b", &[("greeting", Should)], 3, &[]);
    // What is repeated and included counts at 2A too.
    check("2a", &[("greeting", Should)], 60, &["greeting.q1", "greeting.q3"]);
    // Lending expects nothing at 2A, but at the rungs beside it.
    check("2a", &[("lending", Should)], 60, &["lending.q1", "lending.q2"]);
    check("9", &[("greeting", Should)], 60, &[]);
    // The weight decides who comes first when there is time for one alone.
    check("1b", &[("greeting", Must), ("lending", Could)], 6, &["greeting.q1"]);
    check("1b", &[("greeting", Could), ("lending", Must)], 6, &["lending.q1"]);
    // One long question, or two short ones: whichever covers more.
    check("1b", &[("greeting", Must), ("lending", Could)], 10, &["greeting.q1"]);
    check("1b", &[("greeting", Must), ("lending", Should)], 10, &["greeting.q3", "lending.q1"]);
    check("1b", &[("greeting", Must), ("lending", Could)], 11, &["greeting.q1", "lending.q1"]);
}

#[test]
fn a_question_serves_the_competency_that_it_aims_at_wherever_it_stands() {
    let mut framework = library_desk();
    let moved = framework.competencies[1].questions.remove(0);
    framework.competencies[0].questions.push(moved);
    let loose = framework.competencies[1].questions.remove(0);
    framework.questions.push(loose);
    let served: Vec<_> =
        framework.served().iter().map(|(known, question)| (known.id.as_str(), question.id.as_str())).collect();
    let lending: Vec<_> = served.iter().filter(|(known, _)| *known == "lending").map(|(_, id)| *id).collect();
    assert_eq!(lending, ["lending.q1", "lending.q3", "lending.q2"]);
    assert!(!served.iter().any(|(_, id)| *id == "opening"), "it aims at nothing and stands with nothing");
    let guide = guide(&framework);
    assert_eq!(guide.question(&framework, &question("lending.q2")).unwrap().0.as_str(), "lending");
}

#[test]
fn a_criterion_of_two_competencies_counts_what_the_weightier_asks_for() {
    let mut framework = library_desk();
    framework.competencies[1].expectations[0].criteria[0].repeats = Some(criterion("greeting.2"));
    let chosen = vec![(competency("greeting"), Weight::Could), (competency("lending"), Weight::Must)];
    let wish = Wish::new(level("1b"), chosen, 60);
    let bank = Bank::of(&framework, &wish);
    let targets: Vec<_> = bank.expected().iter().map(|target| (target.original.as_str(), target.worth)).collect();
    assert_eq!(targets, [("greeting.2", 16), ("greeting.1", 4), ("lending.2", 16)]);
}
