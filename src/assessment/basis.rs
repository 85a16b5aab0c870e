//! What an assessment is taken against: one guide and one framework revision, which never change under it.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::{
    Competency, CompetencyId, Criterion, CriterionId, Digest, Framework, LevelId, Places, Question, QuestionId,
};
use crate::guide::Guide;

use super::Against;

/// A guide with the framework revision that it points at.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// Of an assessment without a guide: what its level expects, without questions and minutes.
    pub guide: Guide,
    pub framework: Framework,
    /// Nobody froze the guide: it only says what a level expects.
    implied: bool,
    guide_digest: Digest,
    framework_digest: Digest,
    /// The index of each competency: ratings, results and checks look all of them up.
    competencies: BTreeMap<CompetencyId, usize>,
    /// The criterion that stands for each one that repeats another.
    originals: BTreeMap<CriterionId, CriterionId>,
    /// The planned questions, each with the index of the competency that it serves.
    questions: BTreeMap<QuestionId, (usize, Question)>,
}

impl Basis {
    /// Joins the two, working out what is asked of them at every event.
    pub fn new(guide: Guide, framework: Framework) -> Self {
        Self::of(guide, framework, false)
    }

    /// What a level of a framework expects, for an assessment without a guide.
    pub fn of_level(framework: Framework, level: &LevelId) -> Self {
        Self::of(Guide::of_level(&framework, level), framework, true)
    }

    fn of(guide: Guide, framework: Framework, implied: bool) -> Self {
        let guide_digest = guide.digest();
        let framework_digest = framework.digest();
        let places = Places::of(&framework);
        let originals = framework
            .criteria()
            .map(|(_, _, criterion)| (criterion.id.clone(), places.original(&criterion.id).clone()))
            .collect();
        let numbered = framework.competencies.iter().enumerate();
        let competencies: BTreeMap<_, _> = numbered.map(|(index, known)| (known.id.clone(), index)).collect();
        let questions = framework
            .served()
            .into_iter()
            .filter(|(_, question)| guide.questions.contains(&question.id))
            .filter_map(|(competency, question)| {
                let index = competencies.get(&competency.id)?;
                Some((question.id.clone(), (*index, question.clone())))
            })
            .collect();
        Self { guide, implied, guide_digest, framework_digest, competencies, originals, questions, framework }
    }

    /// Whether an assessment that is held against this rests on this basis.
    pub(super) fn fits(&self, against: &Against) -> bool {
        match against {
            Against::Guide(_) => !self.implied,
            Against::Unit(level) | Against::Level(level) => self.implied && self.guide.level == *level,
        }
    }

    pub fn guide_digest(&self) -> &Digest {
        &self.guide_digest
    }

    pub fn framework_digest(&self) -> &Digest {
        &self.framework_digest
    }

    /// A competency of the framework.
    pub fn competency(&self, id: &CompetencyId) -> Option<&Competency> {
        self.framework.competencies.get(*self.competencies.get(id)?)
    }

    /// The criterion that this one stands for; `None` if the framework has no such criterion.
    pub fn original(&self, id: &CriterionId) -> Option<&CriterionId> {
        self.originals.get(id)
    }

    /// A planned question with the competency that it serves.
    pub fn question(&self, id: &QuestionId) -> Option<(&Competency, &Question)> {
        let (competency, question) = self.questions.get(id)?;
        Some((self.framework.competencies.get(*competency)?, question))
    }

    /// The competencies of the guide, in its order.
    pub fn competencies(&self) -> impl Iterator<Item = &Competency> {
        self.guide.competencies.iter().filter_map(|weighted| self.competency(&weighted.competency))
    }

    /// Whether the guide holds this competency.
    pub fn holds(&self, id: &CompetencyId) -> bool {
        self.guide.competencies.iter().any(|weighted| weighted.competency == *id)
    }

    /// The criteria that the competencies of the guide expect at its level, each by the one that stands for all that
    /// repeat it.
    pub fn expected(&self) -> BTreeSet<&CriterionId> {
        let places = Places::of(&self.framework);
        let expected = self.competencies().flat_map(|competency| places.expected(competency, &self.guide.level));
        expected.filter_map(|criterion| self.original(&criterion.id)).collect()
    }

    /// The planned questions that serve a competency, in the guide's order.
    pub fn questions_of<'a>(&'a self, competency: &'a CompetencyId) -> impl Iterator<Item = &'a Question> {
        self.guide
            .questions
            .iter()
            .filter_map(|id| self.question(id))
            .filter_map(move |(served, question)| (served.id == *competency).then_some(question))
    }

    /// The criteria that a question aims at, as the framework words them.
    pub fn aims(&self, question: &Question) -> Vec<&Criterion> {
        let places = Places::of(&self.framework);
        question.criteria.iter().filter_map(|id| places.get(id)).map(|place| place.criterion).collect()
    }
}
