//! The next revision of a framework, from a newer version of its document: identifiers stay with what they name.

use std::collections::BTreeMap;

use proptest::prelude::*;
use touchstone::framework::{CriterionId, Framework, from_json};
use touchstone::import::{Options, import};

use super::editing::FRAMEWORKS;

fn taken_in(document: &str) -> Framework {
    let import = import(document.as_bytes(), Options::default());
    import.framework.unwrap_or_else(|| panic!("{:?}", import.notices))
}

/// The identifier of each criterion, by its words.
fn ids(framework: &Framework) -> BTreeMap<String, CriterionId> {
    framework.criteria().map(|(_, _, criterion)| (criterion.text.clone(), criterion.id.clone())).collect()
}

const BEFORE: &str = "# Desk\n\n## Level 1\n\n### Care\n- Listens to callers\n- Asks back\n- Calms callers down\n";

#[test]
fn what_stays_keeps_its_identifier_though_something_before_it_went() {
    let old = taken_in(BEFORE);
    let new = taken_in(&BEFORE.replace("- Listens to callers\n", "")).succeeding(&old);
    assert_eq!(ids(&new)["Asks back"], ids(&old)["Asks back"]);
    assert_eq!(ids(&new)["Calms callers down"], ids(&old)["Calms callers down"]);
}

#[test]
fn what_comes_is_not_called_like_what_went() {
    let old = taken_in(BEFORE);
    let new = taken_in(&BEFORE.replace("Listens to callers", "Repairs ten lamps")).succeeding(&old);
    let with_another = taken_in(&BEFORE.replace("- Asks", "- Repairs ten lamps\n- Asks")).succeeding(&old);
    assert_eq!(ids(&with_another)["Asks back"], ids(&old)["Asks back"]);
    assert!(!ids(&old).values().any(|id| *id == ids(&with_another)["Repairs ten lamps"]));
    // In its very place, it is the same criterion in other words.
    assert_eq!(ids(&new)["Asks back"], ids(&old)["Asks back"]);
}

#[test]
fn a_renamed_framework_keeps_its_own_identifier() {
    let old = taken_in(BEFORE);
    let new = taken_in(&BEFORE.replace("# Desk", "# Bench")).succeeding(&old);
    assert_eq!((new.id.as_str(), new.title.as_str()), (old.id.as_str(), "Bench"));
}

#[test]
fn the_same_framework_succeeds_itself_unchanged() {
    for framework in FRAMEWORKS.iter() {
        assert_eq!(framework.succeeding(framework), *framework);
    }
}

/// A framework of which some criteria went, some came, and all were numbered anew.
fn renumbered(framework: &Framework, gone: &[bool], come: &[bool]) -> Framework {
    let mut framework = framework.clone();
    let mut number = 0;
    let mut names = BTreeMap::new();
    for competency in &mut framework.competencies {
        competency.questions.clear();
        for expectation in &mut competency.expectations {
            let stated = std::mem::take(&mut expectation.criteria);
            for mut criterion in stated {
                number += 1;
                if gone[number % gone.len()] {
                    continue;
                }
                if come[number % come.len()] {
                    let mut new = criterion.clone();
                    new.text = format!("Something that never stood there, number {number}");
                    new.id = CriterionId::new(format!("n.{number}.new"));
                    new.repeats = None;
                    expectation.criteria.push(new);
                }
                let id = CriterionId::new(format!("n.{}", expectation.criteria.len() + 100 * number));
                names.insert(criterion.id.clone(), id.clone());
                criterion.id = id;
                expectation.criteria.push(criterion);
            }
        }
    }
    framework.questions.clear();
    let repeats = framework.competencies.iter_mut().flat_map(|competency| &mut competency.expectations);
    for criterion in repeats.flat_map(|expectation| &mut expectation.criteria) {
        criterion.repeats = criterion.repeats.as_ref().and_then(|repeats| names.get(repeats).cloned());
    }
    framework
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn questions_keep_asking_for_the_same_words(
        index in 0..FRAMEWORKS.len(),
        gone in proptest::collection::vec(proptest::bool::weighted(0.2), 1..30),
        come in proptest::collection::vec(proptest::bool::weighted(0.2), 1..30),
    ) {
        let old = &FRAMEWORKS[index];
        let next = renumbered(old, &gone, &come).succeeding(old);
        prop_assert_eq!(&from_json(&next.canonical()).unwrap(), &next);
        let words = |framework: &Framework| -> BTreeMap<CriterionId, String> {
            framework.criteria().map(|(_, _, criterion)| (criterion.id.clone(), criterion.text.clone())).collect()
        };
        let (before, after) = (words(old), words(&next));
        for (_, question) in next.questions() {
            let asked = old.question(&question.id).unwrap();
            for aim in &question.criteria {
                prop_assert!(asked.criteria.contains(aim));
                prop_assert_eq!(&before[aim], &after[aim]);
            }
        }
        prop_assert_eq!(next.questions().count(), old.questions().count());
    }
}
