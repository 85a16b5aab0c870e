//! The questions that can be put for a wish: those that aim at a criterion of a chosen competency which counts; those
//! that stand in for a competency that must be asked about; and those that are pinned.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::{Competency, CriterionId, Framework, LevelId, Places, Question, QuestionId};

use super::{Distance, Weight, Wish};

/// What there is to choose from for one wish.
pub struct Bank<'a> {
    /// In the order of the framework's file.
    pub questions: Vec<Asked<'a>>,
    /// The criteria that count: those expected at the target first, in the order of the file, then those of the rung
    /// next below, next above, and of the others. Those that repeat each other are one, and stand with the first of
    /// their competencies.
    pub targets: Vec<Target<'a>>,
}

/// A question together with what it serves.
#[derive(Clone)]
pub struct Asked<'a> {
    pub question: &'a Question,
    pub competency: &'a Competency,
    /// Indices into [`Bank::targets`] of what it aims at. Empty for a question that aims at nothing that counts: it is
    /// there because it is pinned, or because its competency must be asked about.
    pub aims: Vec<usize>,
}

/// A criterion that the interview should cover.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    pub competency: &'a Competency,
    /// The id that stands for the criterion and for all that repeat it.
    pub original: &'a CriterionId,
    /// Its own id, and the text, as they stand at the rung.
    pub stated: &'a CriterionId,
    pub text: &'a str,
    pub distance: Distance,
    /// What covering it counts, in quarters: the most that one of the competencies and rungs which expect it gives.
    pub worth: u32,
}

impl<'a> Bank<'a> {
    /// Narrows the framework to the wish. Competencies that the framework does not have are passed over.
    pub fn of(framework: &'a Framework, wish: &Wish) -> Self {
        let places = Places::of(framework);
        let (targets, index) = targets(framework, &places, wish);
        let pinned: BTreeSet<_> = wish.pinned.iter().collect();
        let questions = framework.served().into_iter().filter_map(|(competency, question)| {
            let weight = wish.weight(&competency.id);
            let known = question.criteria.iter().filter_map(|id| index.get(places.original(id)).copied());
            let aims: BTreeSet<_> = known.filter(|_| weight.is_some()).collect();
            let stands_in = weight == Some(Weight::Must) && !question.criteria.is_empty();
            let put = !aims.is_empty() || stands_in || pinned.contains(&question.id);
            put.then(|| Asked { question, competency, aims: aims.into_iter().collect() })
        });
        Self { questions: questions.collect(), targets }
    }

    /// The question of that id, if it can be put.
    pub fn get(&self, id: &QuestionId) -> Option<&Asked<'a>> {
        self.questions.iter().find(|asked| asked.question.id == *id)
    }

    /// The criteria that are expected at the target.
    pub fn expected(&self) -> &[Target<'a>] {
        let count = self.targets.iter().take_while(|target| target.distance == Distance::Target).count();
        &self.targets[..count]
    }
}

impl Asked<'_> {
    /// Whether it aims at something that counts.
    pub fn serves(&self) -> bool {
        !self.aims.is_empty()
    }
}

/// The criteria that count, and the place of each by the id that stands for it.
fn targets<'a>(
    framework: &'a Framework,
    places: &Places<'a>,
    wish: &Wish,
) -> (Vec<Target<'a>>, BTreeMap<&'a CriterionId, usize>) {
    let mut targets: Vec<Target<'a>> = Vec::new();
    let mut index = BTreeMap::new();
    for (distance, rung) in rungs(framework, &wish.rung) {
        let factor = wish.factors.of(distance);
        if factor == 0 && distance != Distance::Target {
            continue;
        }
        for competency in &framework.competencies {
            let Some(weight) = wish.weight(&competency.id) else { continue };
            for criterion in places.expected(competency, rung) {
                let original = places.original(&criterion.id);
                let target = *index.entry(original).or_insert_with(|| {
                    let (stated, text) = (&criterion.id, criterion.text.as_str());
                    targets.push(Target { competency, original, stated, text, distance, worth: 0 });
                    targets.len() - 1
                });
                targets[target].worth = targets[target].worth.max(wish.weights.of(weight) * factor);
            }
        }
    }
    (targets, index)
}

/// The rungs by their distance from the target, and in the order of the scale; none if the framework lacks the target.
fn rungs<'a>(framework: &'a Framework, target: &LevelId) -> Vec<(Distance, &'a LevelId)> {
    let rungs = framework.rungs();
    let target = framework.rung_of(target).and_then(|target| rungs.iter().position(|rung| rung.id == target.id));
    let Some(target) = target else { return Vec::new() };
    let mut found: Vec<_> =
        rungs.iter().enumerate().map(|(index, rung)| (Distance::between(index, target), &rung.id)).collect();
    found.sort_by_key(|(distance, _)| *distance);
    found
}
