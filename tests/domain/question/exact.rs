//! The selection against every choice that there is, on small frameworks: what it covers, its minutes, its number of
//! questions and the very set are those of the best, whatever is pinned, excluded, bounded, repeated or included.

use std::collections::BTreeMap;

use proptest::prelude::*;
use touchstone::framework::{CriterionId, Framework, Kind, Places, Question, QuestionId};
use touchstone::question::{Bounds, Mix, Selection, Weight, Wish, select};

use super::{any_framework, any_wish};
use crate::fixture::*;

/// At most twelve questions, of several kinds, and a criterion that two competencies share.
fn small_framework() -> impl Strategy<Value = Framework> {
    (any_framework(), prop::collection::vec(0..4_usize, 18), any::<bool>()).prop_map(
        |(mut framework, kinds, shares)| {
            let mut kinds = kinds.into_iter().map(|kind| Kind::ALL[kind]);
            let mut left = 12_usize;
            for competency in &mut framework.competencies {
                competency.questions.truncate(left);
                left -= competency.questions.len();
                for (question, kind) in competency.questions.iter_mut().zip(&mut kinds) {
                    question.kind = kind;
                }
            }
            let first = framework.criteria().next().map(|(_, _, criterion)| criterion.id.clone());
            let others = framework.competencies.iter_mut().skip(1).flat_map(|competency| &mut competency.expectations);
            let last = others.filter_map(|stated| stated.criteria.last_mut()).last();
            if let (true, Some(first), Some(last)) = (shares, first, last) {
                last.repeats = Some(first);
            }
            framework
        },
    )
}

fn any_mix() -> impl Strategy<Value = Mix> {
    let bounds = || {
        (0..3_u32, prop::option::weighted(0.4, 0..4_u32), prop::bool::weighted(0.4))
            .prop_map(|(least, most, bounded)| Bounds { least: if bounded { least } else { 0 }, most })
    };
    let mix = (bounds(), bounds(), bounds(), bounds());
    let mix = mix.prop_map(|(behavioural, situational, knowledge, reflective)| Mix {
        behavioural,
        situational,
        knowledge,
        reflective,
    });
    prop_oneof![Just(Mix::default()), mix]
}

fn full_wish() -> impl Strategy<Value = Wish> {
    let named = || prop::collection::vec((0..3_usize, 0..6_usize), 0..3);
    let factors = prop_oneof![3 => Just((4, 1, 1, 0)), 1 => (0..5_u8, 0..5_u8, 0..5_u8, 0..5_u8)];
    (any_wish(), any_mix(), named(), named(), factors).prop_map(|(mut wish, mix, pinned, excluded, factors)| {
        let id = |(home, number): (usize, usize)| question(&format!("c{home}.q{number}"));
        wish.mix = mix;
        wish.pinned = pinned.into_iter().map(id).collect();
        wish.excluded = excluded.into_iter().map(id).collect();
        (wish.factors.target, wish.factors.below, wish.factors.above, wish.factors.other) = factors;
        wish
    })
}

/// What each criterion counts, in quarters, worked out from the rule alone.
fn worths(framework: &Framework, wish: &Wish) -> BTreeMap<CriterionId, u64> {
    let places = Places::of(framework);
    let rungs = framework.rungs();
    let target = framework.rung_of(&wish.rung).unwrap();
    let target = rungs.iter().position(|rung| rung.id == target.id).unwrap();
    let mut worths = BTreeMap::new();
    for (index, rung) in rungs.iter().enumerate() {
        let factor = match index.cast_signed() - target.cast_signed() {
            0 => wish.factors.target,
            -1 => wish.factors.below,
            1 => wish.factors.above,
            _ => wish.factors.other,
        };
        // A question that aims at such rungs alone aims at nothing that counts, and fills no bound.
        if factor == 0 && index != target {
            continue;
        }
        for (id, weight) in &wish.competencies {
            let weight = match weight {
                Weight::Must => 4,
                Weight::Should => 2,
                Weight::Could => 1,
            };
            for criterion in framework.competency(id).into_iter().flat_map(|known| places.expected(known, &rung.id)) {
                let worth = worths.entry(places.original(&criterion.id).clone()).or_insert(0);
                *worth = u64::max(*worth, weight * u64::from(factor));
            }
        }
    }
    worths
}

/// One question as the rule sees it.
struct Choosable<'a> {
    question: &'a Question,
    /// What it aims at: indices of what counts.
    aims: Vec<usize>,
    must: Option<usize>,
    pinned: bool,
}

fn choosable<'a>(framework: &'a Framework, wish: &Wish, counts: &[&CriterionId]) -> Vec<Choosable<'a>> {
    let places = Places::of(framework);
    let served = framework.served().into_iter();
    let all = served.filter(|(_, question)| !wish.excluded.contains(&question.id)).map(|(known, question)| {
        let weight = wish.weight(&known.id);
        let place = |id: &CriterionId| counts.iter().position(|other| *other == places.original(id));
        let aims =
            if weight.is_some() { question.criteria.iter().filter_map(place).collect() } else { Vec::<usize>::new() };
        let must = (weight == Some(Weight::Must) && !question.criteria.is_empty())
            .then(|| framework.competencies.iter().position(|other| other.id == known.id).unwrap());
        Choosable { question, aims, must, pinned: wish.pinned.contains(&question.id) }
    });
    all.filter(|asked| !asked.aims.is_empty() || asked.must.is_some() || asked.pinned).collect()
}

/// What comes first in a choice, then what comes next.
type Key = (usize, u32, u64, i64, i64);

/// Every choice is looked at: competencies that must be asked about, numbers of kinds, coverage, minutes, questions, order.
fn best(framework: &Framework, wish: &Wish) -> (Vec<QuestionId>, u64) {
    let worths = worths(framework, wish);
    let counts: Vec<_> = worths.keys().collect();
    let worth: Vec<_> = worths.values().collect();
    let all = choosable(framework, wish, &counts);
    let pinned: u32 = all.iter().filter(|asked| asked.pinned).map(|asked| asked.question.minutes).sum();
    let mut best: Option<(Key, Vec<usize>)> = None;
    for set in 0..1_u32 << all.len() {
        let chosen: Vec<_> = (0..all.len()).filter(|index| set & (1 << index) != 0).collect();
        let only_pins = chosen.iter().all(|index| all[*index].pinned);
        let minutes: u32 = chosen.iter().map(|index| all[*index].question.minutes).sum();
        let has_pins = (0..all.len()).all(|index| !all[index].pinned || chosen.contains(&index));
        if !has_pins || !(only_pins || pinned.max(minutes) <= wish.minutes) {
            continue;
        }
        let of = |kind: Kind, pins: bool| {
            let of_kind = chosen.iter().filter(|index| all[**index].question.kind == kind);
            of_kind.filter(|index| !pins || all[**index].pinned).count() as u32
        };
        let most = |kind| wish.mix.of(kind).most.unwrap_or(u32::MAX).max(of(kind, true));
        if Kind::ALL.into_iter().any(|kind| of(kind, false) > most(kind)) {
            continue;
        }
        let mut musts: Vec<_> = chosen.iter().filter_map(|index| all[*index].must).collect();
        musts.sort_unstable();
        musts.dedup();
        let slots = Kind::ALL.map(|kind| of(kind, false).min(wish.mix.of(kind).least)).iter().sum();
        let mut covered: Vec<_> = chosen.iter().flat_map(|index| all[*index].aims.clone()).collect();
        covered.sort_unstable();
        covered.dedup();
        let covered = covered.iter().map(|aim| *worth[*aim]).sum();
        let key = (musts.len(), slots, covered, -i64::from(minutes), -(chosen.len() as i64));
        if best.as_ref().is_none_or(|(other, set)| key > *other || (key == *other && chosen < *set)) {
            best = Some((key, chosen));
        }
    }
    let ((_, _, covered, _, _), chosen) = best.unwrap();
    (chosen.into_iter().map(|index| all[index].question.id.clone()).collect(), covered)
}

fn explains_itself(selection: &Selection) {
    for known in &selection.criteria {
        let by: Vec<_> = selection.questions.iter().filter(|chosen| chosen.covers.contains(&known.criterion)).collect();
        assert_eq!(by.iter().map(|chosen| &chosen.question).collect::<Vec<_>>(), known.by.iter().collect::<Vec<_>>());
        for chosen in &by {
            assert_eq!(chosen.alone.contains(&known.criterion), by.len() == 1);
        }
    }
    let covered = selection.criteria.iter().filter(|known| !known.by.is_empty());
    assert_eq!(covered.map(|known| u64::from(known.worth)).sum::<u64>(), selection.objective);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn no_choice_is_better(framework in small_framework(), wish in full_wish()) {
        let selection = select(&framework, &wish);
        let (chosen, covered) = best(&framework, &wish);
        let found: Vec<_> = selection.questions.iter().map(|chosen| chosen.question.clone()).collect();
        prop_assert_eq!(found, chosen);
        prop_assert_eq!((selection.objective, selection.bound, selection.optimal), (covered, covered, true));
        explains_itself(&selection);
    }
}
