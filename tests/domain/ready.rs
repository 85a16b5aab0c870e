//! The ready guides that the app brings along.

use std::collections::BTreeMap;

use touchstone::framework::Framework;
use touchstone::guide::{Outline, ReadyGuide, ready_guides};
use touchstone::question::select;

use crate::bundled;

fn ready() -> Vec<ReadyGuide> {
    ready_guides(include_str!("../../public/frameworks/guides.json")).unwrap()
}

fn frameworks() -> BTreeMap<String, Framework> {
    bundled::all().into_iter().map(|read| (read.id.to_string(), read)).collect()
}

#[test]
fn every_bundled_framework_has_ready_guides_that_say_what_it_knows() {
    let frameworks = frameworks();
    let mut served: BTreeMap<&str, usize> = frameworks.keys().map(|id| (id.as_str(), 0)).collect();
    let ready = ready();
    for guide in &ready {
        let framework = &frameworks[guide.framework.as_str()];
        *served.get_mut(guide.framework.as_str()).unwrap() += 1;
        assert!(framework.rungs().iter().any(|rung| rung.id == guide.level), "{}: {}", guide.id, guide.level);
        for (competency, _) in &guide.weights {
            assert!(framework.competency(competency).is_some(), "{}: {competency}", guide.id);
        }
    }
    assert!(served.values().all(|count| *count >= 2), "{served:?}");
}

#[test]
fn a_ready_guide_is_a_whole_interview() {
    let frameworks = frameworks();
    for guide in ready() {
        let framework = &frameworks[guide.framework.as_str()];
        let plan = guide.plan(framework);
        let selection = select(framework, &plan.wish());
        assert_eq!((selection.difficulties.as_slice(), selection.optimal), ([].as_slice(), true), "{}", guide.id);
        assert!(plan.questions.len() >= 3, "{}: {:?}", guide.id, plan.questions);
        assert_eq!((&plan.title, plan.minutes, &plan.level), (&guide.title, guide.minutes, &guide.level));
        let outline = Outline::of(framework, &plan);
        assert!(outline.minutes <= outline.limit && outline.obstacle.is_none(), "{}", guide.id);
    }
}
