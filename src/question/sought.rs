//! The questions of a framework found again: by text, kind, level, competency and criterion, each of which narrows the
//! others.

use std::collections::BTreeSet;

use crate::framework::{
    Competency, CompetencyId, CriterionId, Framework, Kind, LevelId, Places, Question, QuestionId, holds_words,
};

use super::{is_made, is_own, tags};

/// What is looked for. What is left open narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Words that all occur in the question, its probes and answers, its tags, or the title of its competency.
    pub find: String,
    pub kind: Option<Kind>,
    /// A level at which it aims at something; a parent level means the rungs within it.
    pub level: Option<LevelId>,
    pub competency: Option<CompetencyId>,
    pub criterion: Option<CriterionId>,
    pub own: bool,
}

/// Where a question came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Framework,
    /// It was made from the words of a criterion.
    Made,
    Own,
}

impl Origin {
    pub fn of(question: &Question) -> Self {
        if is_own(question) {
            Self::Own
        } else if is_made(question) {
            Self::Made
        } else {
            Self::Framework
        }
    }
}

impl Sought {
    /// The questions that are found, by competency; those that serve none come last.
    pub fn among<'a>(&self, framework: &'a Framework) -> Vec<(Option<&'a Competency>, &'a Question)> {
        let places = Places::of(framework);
        let served = framework.served();
        let listed: BTreeSet<&QuestionId> = served.iter().map(|(_, question)| &question.id).collect();
        let rest =
            framework.questions().map(|(_, question)| question).filter(|question| !listed.contains(&question.id));
        let all = served.iter().map(|(competency, question)| (Some(*competency), *question));
        let all = all.chain(rest.map(|question| (None, question)));
        let standing = self.level.as_ref().map(|level| standing_at(framework, &places, level));
        all.filter(|(competency, question)| self.fits(*competency, question, &places, standing.as_ref())).collect()
    }

    fn fits(
        &self,
        competency: Option<&Competency>,
        question: &Question,
        places: &Places<'_>,
        standing: Option<&BTreeSet<&CriterionId>>,
    ) -> bool {
        let aims = &question.criteria;
        let by_level = |standing: &BTreeSet<&CriterionId>| aims.iter().any(|id| standing.contains(places.original(id)));
        let by_criterion = |sought: &CriterionId| {
            let sought = places.original(sought);
            aims.iter().any(|id| places.original(id) == sought)
        };
        (!self.own || is_own(question))
            && self.kind.is_none_or(|kind| kind == question.kind)
            && self.competency.as_ref().is_none_or(|sought| competency.is_some_and(|known| known.id == *sought))
            && self.criterion.as_ref().is_none_or(by_criterion)
            && standing.is_none_or(by_level)
            && holds_words(&self.find, texts(competency, question, places))
    }
}

/// All that is said in a question, and of what it aims at.
fn texts<'a>(
    competency: Option<&'a Competency>,
    question: &'a Question,
    places: &'a Places<'a>,
) -> impl Iterator<Item = &'a str> {
    let aims = question.criteria.iter().filter_map(|id| places.get(id)).map(|place| place.criterion.text.as_str());
    let title = competency.map(|competency| competency.title.as_str());
    let answers = question.strong.iter().chain(&question.weak);
    let own = std::iter::once(&question.text).chain(&question.probes).chain(answers).map(String::as_str);
    title.into_iter().chain(own).chain(aims).chain(tags(question))
}

/// The criteria that stand at the rungs which a level means, each by the one that it repeats.
fn standing_at<'a>(framework: &'a Framework, places: &Places<'a>, level: &LevelId) -> BTreeSet<&'a CriterionId> {
    let rungs: Vec<_> =
        framework.rungs().into_iter().filter(|rung| framework.lies_within(rung, level)).map(|rung| &rung.id).collect();
    let stated = framework
        .competencies
        .iter()
        .flat_map(|competency| rungs.iter().filter_map(move |rung| framework.expectation_at(competency, rung)));
    stated.flat_map(|expectation| &expectation.criteria).map(|criterion| places.original(&criterion.id)).collect()
}
