//! The levels, competencies, criteria and questions of two revisions, each paired with what it was.

use std::collections::BTreeMap;

use crate::framework::{Competency, Criterion, CriterionId, Expectation, Framework, LevelId, Question};

use super::pairing::{Item, Pairing};

/// Two revisions, paired.
pub(super) struct Pairs<'a> {
    pub old: Side<'a>,
    pub new: Side<'a>,
    pub levels: Pairing,
    pub competencies: Pairing,
    pub criteria: Pairing,
    pub questions: Pairing,
}

/// One revision, with all its criteria and questions in a row.
pub(super) struct Side<'a> {
    pub framework: &'a Framework,
    pub criteria: Vec<Standing<'a>>,
    pub questions: Vec<Asked<'a>>,
    levels: BTreeMap<&'a LevelId, usize>,
    by_id: BTreeMap<&'a CriterionId, usize>,
}

/// A criterion where it stands.
pub(super) struct Standing<'a> {
    pub criterion: &'a Criterion,
    pub expectation: &'a Expectation,
    /// The index of its competency.
    pub competency: usize,
    /// The number of its expectation among all, from which the old one's place in the newer revision follows.
    pub home: Option<usize>,
    /// Its index among the criteria of its expectation.
    pub position: usize,
}

/// A question where it stands.
pub(super) struct Asked<'a> {
    pub question: &'a Question,
    /// The index of its competency, if it stands with one.
    pub competency: Option<usize>,
    /// 0 with no competency, otherwise one more than the index of the competency in the newer revision.
    pub home: Option<usize>,
    pub position: usize,
}

impl<'a> Pairs<'a> {
    pub fn of(old: &'a Framework, new: &'a Framework) -> Self {
        let levels = levels(old, new);
        let competencies = competencies(old, new);
        let (old_levels, new_levels) = (numbered(old), numbered(new));
        let home = |competency: Option<usize>, level: Option<usize>| Some(competency? * new.levels.len() + level?);
        let new = Side::of(new, new_levels, Some, Some, home);
        let old = Side::of(old, old_levels, |index| competencies.new_of(index), |index| levels.new_of(index), home);
        let around = |competency| competencies.new_of(competency);
        let (olds, news) = (old.items(around), new.items(Some));
        let mut criteria = Pairing::by_text(&olds, &news);
        criteria.by_id(&olds, &news);
        let (olds, news) = (old.asked(), new.asked());
        let mut questions = Pairing::by_text(&olds, &news);
        questions.by_id(&olds, &news);
        Self { old, new, levels, competencies, criteria, questions }
    }

    /// What an old level is called now; none if it is gone.
    pub fn level(&self, old: &LevelId) -> Option<&'a LevelId> {
        let index = self.levels.new_of(*self.old.levels.get(old)?)?;
        self.new.framework.levels.get(index).map(|level| &level.id)
    }

    /// What an old criterion is called now; none if it is gone.
    pub fn criterion(&self, old: &CriterionId) -> Option<&'a CriterionId> {
        let index = self.criteria.new_of(*self.old.by_id.get(old)?)?;
        self.new.criteria.get(index).map(|standing| &standing.criterion.id)
    }
}

impl<'a> Side<'a> {
    fn of(
        framework: &'a Framework,
        levels: BTreeMap<&'a LevelId, usize>,
        competency: impl Fn(usize) -> Option<usize>,
        level: impl Fn(usize) -> Option<usize>,
        home: impl Fn(Option<usize>, Option<usize>) -> Option<usize>,
    ) -> Self {
        let mut criteria = Vec::new();
        let mut questions = Vec::new();
        let mut ask = |asked: &'a [Question], competency, home| {
            let standing = |(position, question)| Asked { question, competency, home, position };
            questions.extend(asked.iter().enumerate().map(standing));
        };
        for (index, known) in framework.competencies.iter().enumerate() {
            for expectation in &known.expectations {
                let level = levels.get(&expectation.level).and_then(|index| level(*index));
                let home = home(competency(index), level);
                let standing =
                    |(position, criterion)| Standing { criterion, expectation, competency: index, home, position };
                criteria.extend(expectation.criteria.iter().enumerate().map(standing));
            }
            ask(&known.questions, Some(index), competency(index).map(|index| index + 1));
        }
        ask(&framework.questions, None, Some(0));
        let by_id = criteria.iter().enumerate().map(|(index, it)| (&it.criterion.id, index)).collect();
        Self { framework, criteria, questions, levels, by_id }
    }

    /// The name of a level.
    pub fn level_name(&self, id: &'a LevelId) -> &'a str {
        let index = self.levels.get(id);
        let level = index.and_then(|index| self.framework.levels.get(*index));
        level.map_or_else(|| id.as_str(), |level| level.name.as_str())
    }

    /// A criterion's own words.
    pub fn criterion_text(&self, id: &'a CriterionId) -> &'a str {
        let index = self.by_id.get(id);
        index.and_then(|index| self.criteria.get(*index)).map_or_else(|| id.as_str(), |it| it.criterion.text.as_str())
    }

    /// A place in words: "Quality, Advanced".
    pub fn place(&self, competency: &Competency, expectation: &'a Expectation) -> String {
        format!("{}, {}", competency.title, self.level_name(&expectation.level))
    }

    pub fn place_of(&self, standing: &Standing<'a>) -> String {
        self.place(&self.framework.competencies[standing.competency], standing.expectation)
    }

    /// The title of the competency that a question stands with.
    pub fn place_of_question(&self, asked: &Asked<'_>) -> String {
        asked.competency.map_or_else(
            || "with no competency".to_owned(),
            |competency| self.framework.competencies[competency].title.clone(),
        )
    }

    fn items(&self, around: impl Fn(usize) -> Option<usize>) -> Vec<Item<'a>> {
        let item = |it: &Standing<'a>| Item {
            id: it.criterion.id.as_str(),
            text: &it.criterion.text,
            home: it.home,
            around: around(it.competency),
        };
        self.criteria.iter().map(item).collect()
    }

    fn asked(&self) -> Vec<Item<'a>> {
        let item =
            |it: &Asked<'a>| Item { id: it.question.id.as_str(), text: &it.question.text, home: it.home, around: None };
        self.questions.iter().map(item).collect()
    }
}

fn numbered(framework: &Framework) -> BTreeMap<&LevelId, usize> {
    framework.levels.iter().enumerate().map(|(index, level)| (&level.id, index)).collect()
}

fn levels(old: &Framework, new: &Framework) -> Pairing {
    let (old, new) = (level_items(old), level_items(new));
    let mut pairing = Pairing::by_text(&old, &new);
    pairing.by_id(&old, &new);
    // A level that got another name and so another identifier still stands where it stood.
    pairing.by_place(&old, &new);
    pairing
}

fn level_items(framework: &Framework) -> Vec<Item<'_>> {
    let levels = framework.levels.iter();
    levels.map(|level| Item { id: level.id.as_str(), text: &level.name, home: Some(0), around: None }).collect()
}

fn competencies(old: &Framework, new: &Framework) -> Pairing {
    let (olds, news) = (competency_items(old), competency_items(new));
    let mut pairing = Pairing::by_text(&olds, &news);
    by_criteria(&mut pairing, old, new);
    pairing.by_id(&olds, &news);
    pairing
}

fn competency_items(framework: &Framework) -> Vec<Item<'_>> {
    let competencies = framework.competencies.iter();
    competencies.map(|it| Item { id: it.id.as_str(), text: &it.title, home: Some(0), around: None }).collect()
}

fn texts(competency: &Competency) -> impl Iterator<Item = &str> {
    let criteria = competency.expectations.iter().flat_map(|stated| &stated.criteria);
    criteria.map(|criterion| criterion.text.as_str())
}

/// Pairs competencies of other titles that have at least half of their criteria in common.
fn by_criteria(pairing: &mut Pairing, old: &Framework, new: &Framework) {
    // A text that stands in several competencies tells nothing.
    let mut owners: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for index in pairing.come() {
        for text in texts(&new.competencies[index]) {
            let owner = owners.entry(text).or_insert(Some(index));
            *owner = owner.filter(|known| *known == index);
        }
    }
    for index in pairing.gone().collect::<Vec<_>>() {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        let own: Vec<_> = texts(&old.competencies[index]).collect();
        for owner in own.iter().filter_map(|text| *owners.get(text)?) {
            *votes.entry(owner).or_default() += 1;
        }
        let free = votes.into_iter().filter(|(owner, _)| pairing.old_of(*owner).is_none());
        let best = free.max_by_key(|(owner, votes)| (*votes, std::cmp::Reverse(*owner)));
        if let Some((owner, votes)) = best
            && votes * 2 >= own.len().min(texts(&new.competencies[owner]).count())
        {
            pairing.pair(index, owner);
        }
    }
}
