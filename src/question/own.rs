//! Questions of a person's own: how they are told from the framework's, and how they are put beside them.
//!
//! A framework with own questions is one like any other: it reads back as it is written. Without them its digest is that of
//! the published revision, so that nobody's own question makes a new one; what a guide asks goes along with it, by
//! [`Framework::without_own_but`]. Nothing is stored here.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::framework::{CompetencyId, CriterionId, Digest, Framework, Places, Question, QuestionId, Unknown, joined};

/// The fields of the file that tell an own question, and under which words its owner finds it again.
const OWN: &str = "own";
const TAGS: &str = "tags";

/// So many digits of a digest tell questions apart.
const DIGITS: usize = 12;

/// An own question, with the competency that it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    pub competency: CompetencyId,
    pub question: Question,
}

impl Own {
    pub fn id(&self) -> &QuestionId {
        &self.question.id
    }
}

/// Whether a question is somebody's own.
pub fn is_own(question: &Question) -> bool {
    question.unknown.get(OWN) == Some(&Value::Bool(true))
}

/// The words under which a question is found again.
pub fn tags(question: &Question) -> Vec<&str> {
    let tags = question.unknown.get(TAGS).and_then(Value::as_array);
    tags.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// What marks a question as somebody's own, with its tags.
pub(super) fn marks(tags: Vec<String>) -> Unknown {
    let mut marks = Unknown::from_iter([(OWN.to_owned(), Value::Bool(true))]);
    if !tags.is_empty() {
        marks.insert(TAGS.to_owned(), tags.into());
    }
    marks
}

/// An id for a question of this text: the same in every browser, and of none but own questions.
pub(super) fn id_of(competency: &CompetencyId, text: &str) -> QuestionId {
    let digest = Digest::of(format!("{competency}\n{text}").as_bytes());
    QuestionId::new(format!("{PREFIX}{}", digest.as_str().chars().take(DIGITS).collect::<String>()))
}

/// How the ids of own questions begin.
pub(super) const PREFIX: &str = "own.";

/// The id, or the first of those numbered from 2 on that is not taken.
pub fn free_question_id(wanted: &QuestionId, taken: impl Fn(&QuestionId) -> bool) -> QuestionId {
    let numbered = (2_u64..).map(|number| QuestionId::new(joined(wanted.as_str(), &format!("-{number}"))));
    let mut ids = std::iter::once(wanted.clone()).chain(numbered);
    // The numbers never end, and what is taken does.
    ids.find(|id| !taken(id)).unwrap_or_else(|| wanted.clone())
}

impl Framework {
    /// The framework with these own questions behind those of their competencies. What one aims at and the framework
    /// does not have, since it was corrected meanwhile, is left out.
    #[must_use]
    pub fn with_own(&self, own: &[Own]) -> Self {
        let mut with = self.clone();
        let places = Places::of(self);
        let mut taken: BTreeSet<_> = self.questions().map(|(_, question)| question.id.clone()).collect();
        for Own { competency, question } in own {
            let id = free_question_id(&question.id, |id| taken.contains(id));
            taken.insert(id.clone());
            let question = Question {
                id,
                minutes: question.minutes.max(1),
                criteria: standing_aims(question, &places),
                ..question.clone()
            };
            match with.competencies.iter_mut().find(|known| known.id == *competency) {
                Some(competency) => competency.questions.push(question),
                None => with.questions.push(question),
            }
        }
        with
    }

    /// The framework without the own questions, but for these: for a revision that holds what a guide asks and no more.
    #[must_use]
    pub fn without_own_but(&self, kept: &BTreeSet<QuestionId>) -> Self {
        let mut without = self.clone();
        let stays = |question: &Question| !is_own(question) || kept.contains(&question.id);
        without.competencies.iter_mut().for_each(|competency| competency.questions.retain(stays));
        without.questions.retain(stays);
        without
    }
}

/// What a question aims at, as far as the framework has it; nothing where it would be no sound aim any more.
fn standing_aims(question: &Question, places: &Places<'_>) -> Vec<CriterionId> {
    let mut aims: Vec<_> = question.criteria.iter().filter(|id| places.get(id).is_some()).cloned().collect();
    let mut named = BTreeSet::new();
    aims.retain(|id| named.insert(id.clone()));
    let standing = Question { criteria: aims, ..question.clone() };
    if places.faults_of_aims(&standing).is_empty() { standing.criteria } else { Vec::new() }
}
