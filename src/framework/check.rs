//! Proves of a framework that was read what the rest of the app relies on: identifiers stand once, every reference
//! to a level or a criterion leads somewhere, sublevels stand with their level, and questions keep to their rules.

use std::collections::BTreeSet;

use super::place::Places;
use super::reader::Walk;
use super::{Competency, Criterion, Framework, LevelId, Question};

/// What can only be checked on the whole: identifiers that clash, references that lead nowhere.
pub(super) fn references(framework: &Framework, walk: &mut Walk) {
    if framework.levels.is_empty() {
        walk.within("levels", |walk| walk.problem("a framework needs at least one level. Add one.".to_owned()));
    }
    if framework.competencies.is_empty() {
        walk.within("competencies", |walk| {
            walk.problem("a framework needs at least one competency. Add one.".to_owned());
        });
    }
    levels(framework, walk);
    let mut seen =
        Seen { places: Places::of(framework), competencies: Ids::new(), criteria: Ids::new(), questions: Ids::new() };
    walk.within("competencies", |walk| {
        for (index, competency) in framework.competencies.iter().enumerate() {
            walk.within(&format!("[{index}]"), |walk| {
                once(&mut seen.competencies, "competency", competency.id.as_str(), walk);
                expectations(framework, competency, &mut seen, walk);
                questions(&competency.questions, &mut seen, walk);
            });
        }
    });
    questions(&framework.questions, &mut seen, walk);
}

type Ids<'a> = BTreeSet<&'a str>;

/// The identifiers met so far.
struct Seen<'a> {
    places: Places<'a>,
    competencies: Ids<'a>,
    criteria: Ids<'a>,
    questions: Ids<'a>,
}

fn levels(framework: &Framework, walk: &mut Walk) {
    let mut seen = Ids::new();
    for (index, level) in framework.levels.iter().enumerate() {
        walk.within(&format!("levels[{index}]"), |walk| {
            once(&mut seen, "level", level.id.as_str(), walk);
            let Some(parent) = &level.within else { return };
            let earlier = &framework.levels[..index];
            walk.within("within", |walk| {
                if !earlier.iter().any(|earlier| earlier.id == *parent) {
                    walk.problem(format!("no earlier level has the id \"{parent}\". List that level above this one."));
                } else if !earlier.last().is_some_and(|last| framework.lies_within(last, parent)) {
                    walk.problem(format!(
                        "other levels stand between this one and \"{parent}\". List it directly below that level and what lies within it."
                    ));
                }
            });
        });
    }
}

fn expectations<'a>(framework: &Framework, competency: &'a Competency, seen: &mut Seen<'a>, walk: &mut Walk) {
    let mut stated = BTreeSet::new();
    for (index, expectation) in competency.expectations.iter().enumerate() {
        walk.within(&format!("expectations[{index}]"), |walk| {
            walk.within("level", |walk| {
                known_level(framework, &expectation.level, walk);
                if !stated.insert(&expectation.level) {
                    walk.problem(format!(
                        "level \"{}\" has its criteria above already. Put them together.",
                        expectation.level
                    ));
                }
            });
            let mut included = BTreeSet::new();
            for (index, level) in expectation.includes.iter().enumerate() {
                walk.within(&format!("includes[{index}]"), |walk| {
                    known_level(framework, level, walk);
                    named_once(&mut included, "level", level.as_str(), walk);
                });
            }
            for (index, criterion) in expectation.criteria.iter().enumerate() {
                walk.within(&format!("criteria[{index}]"), |walk| repeated(criterion, seen, walk));
            }
        });
    }
}

fn known_level(framework: &Framework, level: &LevelId, walk: &mut Walk) {
    if framework.level(level).is_none() {
        walk.problem(format!("no level has the id \"{level}\". Use one of the ids in \"levels\"."));
    }
}

fn repeated<'a>(criterion: &'a Criterion, seen: &mut Seen<'a>, walk: &mut Walk) {
    if let Some(first) = &criterion.repeats
        && !seen.criteria.contains(first.as_str())
    {
        walk.within("repeats", |walk| {
            walk.problem(format!("no criterion above has the id \"{first}\". Name the one that stands first."));
        });
    }
    once(&mut seen.criteria, "criterion", criterion.id.as_str(), walk);
}

fn questions<'a>(questions: &'a [Question], seen: &mut Seen<'a>, walk: &mut Walk) {
    for (index, question) in questions.iter().enumerate() {
        walk.within(&format!("questions[{index}]"), |walk| {
            once(&mut seen.questions, "question", question.id.as_str(), walk);
            if question.minutes == 0 {
                walk.within("minutes", |walk| {
                    walk.problem("a question takes at least one minute. Write how many, probes included.".to_owned());
                });
            }
            aims(question, &seen.places, walk);
        });
    }
}

/// What a question aims at, each by itself and all together.
pub(super) fn aims(question: &Question, places: &Places<'_>, walk: &mut Walk) {
    walk.within("criteria", |walk| {
        let mut aims = BTreeSet::new();
        for (index, id) in question.criteria.iter().enumerate() {
            walk.within(&format!("[{index}]"), |walk| {
                named_once(&mut aims, "criterion", id.as_str(), walk);
                if places.get(id).is_none() {
                    walk.problem(format!(
                        "no criterion has the id \"{id}\". Use the id of a criterion of this framework."
                    ));
                }
            });
        }
        for fault in places.faults_of_aims(question) {
            walk.problem(fault);
        }
    });
}

fn once<'a>(seen: &mut Ids<'a>, what: &str, id: &'a str, walk: &mut Walk) {
    if !seen.insert(id) {
        walk.within("id", |walk| {
            walk.problem(format!("another {what} has the id \"{id}\" already. Give each its own."));
        });
    }
}

fn named_once<'a>(seen: &mut Ids<'a>, what: &str, id: &'a str, walk: &mut Walk) {
    if !seen.insert(id) {
        walk.problem(format!("this list names {what} \"{id}\" already. Take one of the two out."));
    }
}
