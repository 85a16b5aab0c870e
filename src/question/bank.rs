//! The questions that can be put for a wish: those that aim at a criterion of a chosen competency at the
//! target rung.

use std::collections::BTreeMap;

use crate::framework::{Competency, CriterionId, Framework, Places, Question, QuestionId};

use super::Wish;

/// What there is to choose from for one wish.
pub struct Bank<'a> {
    /// In the order of the framework's file.
    pub questions: Vec<Asked<'a>>,
    /// The criteria to cover, in the order of the file. Those that repeat each other are one, and stand with the
    /// first of their competencies.
    pub targets: Vec<Target<'a>>,
}

/// A question together with what it serves.
#[derive(Clone)]
pub struct Asked<'a> {
    pub question: &'a Question,
    pub competency: &'a Competency,
    /// What a covered criterion of that competency counts.
    pub weight: u32,
    /// Indices into [`Bank::targets`] of what it aims at; never empty.
    pub aims: Vec<usize>,
}

/// A criterion that the interview should cover.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    pub competency: &'a Competency,
    /// The id that stands for the criterion and for all that repeat it.
    pub original: &'a CriterionId,
    /// The text as it stands at the target rung.
    pub text: &'a str,
    /// What covering it counts: the most that one of the competencies which state it asks for.
    pub weight: u32,
}

impl<'a> Bank<'a> {
    /// Narrows the framework to the wish. Competencies that the framework does not have are passed over.
    pub fn of(framework: &'a Framework, wish: &Wish) -> Self {
        let places = Places::of(framework);
        let mut targets = Vec::new();
        let mut index = BTreeMap::new();
        for competency in &framework.competencies {
            let Some(weight) = wish.weight(&competency.id) else { continue };
            for criterion in places.expected(competency, &wish.rung) {
                let original = places.original(&criterion.id);
                let target = *index.entry(original).or_insert_with(|| {
                    targets.push(Target { competency, original, text: &criterion.text, weight: 0 });
                    targets.len() - 1
                });
                targets[target].weight = targets[target].weight.max(weight.factor());
            }
        }
        let questions = framework
            .served()
            .into_iter()
            .filter_map(|(competency, question)| {
                let weight = wish.weight(&competency.id)?.factor();
                let mut aims: Vec<_> =
                    question.criteria.iter().filter_map(|id| index.get(places.original(id)).copied()).collect();
                aims.sort_unstable();
                aims.dedup();
                (!aims.is_empty()).then_some(Asked { question, competency, weight, aims })
            })
            .collect();
        Self { questions, targets }
    }

    /// The question of that id, if it serves the wish.
    pub fn get(&self, id: &QuestionId) -> Option<&Asked<'a>> {
        self.questions.iter().find(|asked| asked.question.id == *id)
    }
}
