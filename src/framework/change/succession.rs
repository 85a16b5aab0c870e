//! A newer version of a document takes the place of a framework: what stands in both keeps its identifier, so that
//! whatever points at it still does.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::id::joined;
use crate::framework::{CompetencyId, CriterionId, Framework, LevelId, QuestionId, Source};

use super::pairing::Pairing;
use super::pairs::Pairs;

impl Framework {
    /// This framework as the next revision of an earlier one: under the same id, with the identifiers of all that was
    /// there before, with what it said of its source where this one says nothing, and with its questions, if this one
    /// brings none. No identifier that something else had is given
    /// again.
    pub fn succeeding(&self, earlier: &Self) -> Self {
        let names = Names::of(earlier, self);
        let mut next = self.clone().with_id(earlier.id.clone());
        next.source.fill_from(&earlier.source);
        for level in &mut next.levels {
            level.id = LevelId::new(names.levels.name(level.id.as_str()));
            level.within = level.within.as_ref().map(|within| LevelId::new(names.levels.name(within.as_str())));
        }
        for competency in &mut next.competencies {
            competency.id = CompetencyId::new(names.competencies.name(competency.id.as_str()));
            for expectation in &mut competency.expectations {
                expectation.level = LevelId::new(names.levels.name(expectation.level.as_str()));
                for included in &mut expectation.includes {
                    *included = LevelId::new(names.levels.name(included.as_str()));
                }
                for criterion in &mut expectation.criteria {
                    criterion.id = CriterionId::new(names.criteria.name(criterion.id.as_str()));
                    let repeats = criterion.repeats.as_ref();
                    criterion.repeats = repeats.map(|repeats| CriterionId::new(names.criteria.name(repeats.as_str())));
                }
            }
        }
        let standing = next.competencies.iter_mut().flat_map(|competency| &mut competency.questions);
        for question in standing.chain(&mut next.questions) {
            question.id = QuestionId::new(names.questions.name(question.id.as_str()));
            for criterion in &mut question.criteria {
                *criterion = CriterionId::new(names.criteria.name(criterion.as_str()));
            }
        }
        next.with_questions_of(earlier)
    }
}

impl Source {
    /// Takes over what is not said here.
    fn fill_from(&mut self, earlier: &Self) {
        let fill = |text: &mut String, earlier: &String| {
            if text.is_empty() {
                text.clone_from(earlier);
            }
        };
        fill(&mut self.publisher, &earlier.publisher);
        fill(&mut self.document, &earlier.document);
        self.url = self.url.take().or_else(|| earlier.url.clone());
        self.licence = self.licence.take().or_else(|| earlier.licence.clone());
        self.note = self.note.take().or_else(|| earlier.note.clone());
    }
}

/// What each thing of the newer framework will be called.
struct Names {
    levels: Renaming,
    competencies: Renaming,
    criteria: Renaming,
    questions: Renaming,
}

/// The identifiers that change.
#[derive(Default)]
struct Renaming(BTreeMap<String, String>);

impl Names {
    fn of(old: &Framework, new: &Framework) -> Self {
        let pairs = Pairs::of(old, new);
        let levels = |of: &Framework| of.levels.iter().map(|level| level.id.to_string()).collect();
        let competencies = |of: &Framework| of.competencies.iter().map(|known| known.id.to_string()).collect();
        let criteria = |of: &Framework| of.criteria().map(|(_, _, criterion)| criterion.id.to_string()).collect();
        let questions = |of: &Framework| of.questions().map(|(_, question)| question.id.to_string()).collect();
        Self {
            levels: Renaming::of(levels(old), levels(new), &pairs.levels),
            competencies: Renaming::of(competencies(old), competencies(new), &pairs.competencies),
            criteria: Renaming::of(criteria(old), criteria(new), &pairs.criteria),
            questions: Renaming::of(questions(old), questions(new), &pairs.questions),
        }
    }
}

impl Renaming {
    /// From the identifiers of both, in their order, and what is paired.
    fn of(old: Vec<String>, new: Vec<String>, pairing: &Pairing) -> Self {
        let mut taken: BTreeSet<String> = old.iter().cloned().collect();
        let mut renamed = BTreeMap::new();
        let paired = |index| pairing.old_of(index).and_then(|index: usize| old.get(index));
        // One that comes keeps its identifier where nothing else has or had it.
        for (index, id) in new.into_iter().enumerate() {
            let name = match paired(index) {
                Some(before) => before.clone(),
                None => free(&id, &taken),
            };
            taken.insert(name.clone());
            if name != id {
                renamed.insert(id, name);
            }
        }
        Self(renamed)
    }

    fn name(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }
}

fn free(id: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2_u64..).map(|number| joined(id, &format!("-{number}")));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or_else(|| id.to_owned())
}
