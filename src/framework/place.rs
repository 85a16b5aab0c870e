//! Where each criterion stands: its competency, its expectation, the rungs at which it is expected, and the
//! criterion that it repeats. Built once for a framework, then asked many times.

use std::collections::{BTreeMap, BTreeSet};

use super::{Competency, CompetencyId, Criterion, CriterionId, Expectation, Framework, Level, LevelId, Question};

/// At most so many criteria can be judged from one answer.
const AIMS: usize = 4;

/// The criteria of a framework by id.
pub struct Places<'a> {
    framework: &'a Framework,
    by_id: BTreeMap<&'a CriterionId, Place<'a>>,
}

/// Where one criterion stands.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub competency: &'a Competency,
    pub expectation: &'a Expectation,
    pub criterion: &'a Criterion,
}

impl<'a> Places<'a> {
    /// Walks the framework once.
    pub fn of(framework: &'a Framework) -> Self {
        let by_id = framework
            .criteria()
            .map(|(competency, expectation, criterion)| (&criterion.id, Place { competency, expectation, criterion }))
            .collect();
        Self { framework, by_id }
    }

    /// The place of that criterion.
    pub fn get(&self, id: &CriterionId) -> Option<Place<'a>> {
        self.by_id.get(id).copied()
    }

    /// The criterion that stands for this one: itself, or the first of those that it repeats.
    pub fn original<'b>(&self, id: &'b CriterionId) -> &'b CriterionId
    where
        'a: 'b,
    {
        let mut original = id;
        // In a file that is not checked yet, criteria may repeat each other in a circle.
        for _ in 0..self.by_id.len() {
            match self.by_id.get(original).and_then(|place| place.criterion.repeats.as_ref()) {
                Some(first) => original = first,
                None => break,
            }
        }
        original
    }

    /// The criteria of the competency at the rung that a level means: its own, then those of the levels that it
    /// includes. A criterion that repeats one already listed is not listed again.
    pub fn expected(&self, competency: &'a Competency, level: &LevelId) -> Vec<&'a Criterion> {
        let mut found = Vec::new();
        self.collect(competency, level, &mut Vec::new(), &mut found);
        let mut listed = BTreeSet::new();
        found.retain(|criterion| listed.insert(self.original(&criterion.id).clone()));
        found
    }

    fn collect(
        &self,
        competency: &'a Competency,
        level: &LevelId,
        visited: &mut Vec<&'a LevelId>,
        found: &mut Vec<&'a Criterion>,
    ) {
        let Some(expectation) = self.framework.expectation_at(competency, level) else { return };
        // Expectations that include each other are expected together, once.
        if visited.contains(&&expectation.level) {
            return;
        }
        visited.push(&expectation.level);
        found.extend(&expectation.criteria);
        for included in &expectation.includes {
            self.collect(competency, included, visited, found);
        }
    }

    /// The competency that a question aims at; none without aims.
    pub fn competency_of(&self, question: &Question) -> Option<&'a CompetencyId> {
        question.criteria.iter().find_map(|id| self.get(id)).map(|place| &place.competency.id)
    }

    /// What is wrong with a question's known aims taken together, in words; empty when nothing is.
    pub(crate) fn faults_of_aims(&self, question: &Question) -> Vec<String> {
        let mut faults = Vec::new();
        if question.criteria.len() > AIMS {
            faults.push(format!(
                "the question aims at {} criteria, but one answer can show {AIMS} at most. Split it.",
                question.criteria.len()
            ));
        }
        let competency = self.competency_of(question);
        if question.criteria.iter().filter_map(|id| self.get(id)).any(|place| Some(&place.competency.id) != competency)
        {
            faults.push("the question aims at criteria of several competencies. Keep to one.".to_owned());
        } else if faults.is_empty() && !self.on_neighbouring_rungs(question) {
            faults.push(
                "the question aims at criteria more than one rung apart. Keep to two neighbouring rungs.".to_owned(),
            );
        }
        faults
    }

    /// Whether there are two neighbouring rungs such that each aim is expected at one of them.
    fn on_neighbouring_rungs(&self, question: &Question) -> bool {
        let aims: Vec<_> =
            question.criteria.iter().map(|id| self.rungs_of(id)).filter(|rungs| !rungs.is_empty()).collect();
        let rungs = self.framework.rungs().len();
        (0..rungs).any(|rung| aims.iter().all(|aim| aim.contains(&rung) || aim.contains(&(rung + 1))))
    }

    /// The indices of the rungs at which a criterion, or one that repeats it, stands itself.
    fn rungs_of(&self, id: &CriterionId) -> BTreeSet<usize> {
        let Some(place) = self.get(id) else { return BTreeSet::new() };
        let original = self.original(id);
        let stands_at = |rung: &&Level| {
            let expectation = self.framework.expectation_at(place.competency, &rung.id);
            let criteria = expectation.map(|expectation| &expectation.criteria);
            criteria.is_some_and(|criteria| criteria.iter().any(|other| self.original(&other.id) == original))
        };
        let rungs = self.framework.rungs();
        rungs.iter().enumerate().filter(|(_, rung)| stands_at(rung)).map(|(index, _)| index).collect()
    }
}
