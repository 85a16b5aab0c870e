//! Questions by their id, and those that aim at nothing yet.

use super::{CompetencyId, Framework, Question, QuestionId};

impl Framework {
    /// Every question, those of the competencies first, each with the competency that it stands with.
    pub fn questions(&self) -> impl Iterator<Item = (Option<&CompetencyId>, &Question)> {
        let standing = self.competencies.iter();
        standing
            .flat_map(|competency| competency.questions.iter().map(|question| (Some(&competency.id), question)))
            .chain(self.questions.iter().map(|question| (None, question)))
    }

    /// The question of that id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().map(|(_, question)| question).find(|question| question.id == *id)
    }

    /// The competency that a question stands with.
    pub fn home(&self, id: &QuestionId) -> Option<CompetencyId> {
        self.questions().find(|(_, question)| question.id == *id).and_then(|(home, _)| home.cloned())
    }

    /// Whether no question aims at a criterion, so that none is ever proposed.
    pub fn asks_nothing(&self) -> bool {
        self.questions().all(|(_, question)| question.criteria.is_empty())
    }

    /// The questions that aim at no criterion, so that they are never proposed.
    pub fn aimless(&self) -> Vec<QuestionId> {
        let aimless = self.questions().filter(|(_, question)| question.criteria.is_empty());
        aimless.map(|(_, question)| question.id.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::from_json;

    #[test]
    fn questions_are_found_wherever_they_stand() {
        let text = r#"{"format": "touchstone-framework/1", "id": "f", "title": "F", "language": "en", "purpose": "skill",
            "source": {}, "levels": [{"id": "1", "name": "One"}],
            "competencies": [{"id": "care", "title": "Care", "expectations": [
                {"level": "1", "criteria": [{"id": "care.1", "text": "Listens"}]}],
                "questions": [{"id": "care.q1", "text": "When?", "kind": "behavioural", "criteria": ["care.1"]},
                    {"id": "care.q2", "text": "How?", "kind": "behavioural"}]}],
            "questions": [{"id": "q1", "text": "Why?", "kind": "behavioural"}]}"#;
        let framework = from_json(text).unwrap();
        assert_eq!(framework.aimless(), [QuestionId::new("care.q2"), QuestionId::new("q1")]);
        assert_eq!(framework.home(&QuestionId::new("care.q2")), Some(CompetencyId::new("care")));
        assert_eq!(framework.home(&QuestionId::new("q1")), None);
        assert!(!framework.asks_nothing());
        assert_eq!(framework.question(&QuestionId::new("q1")).map(|question| question.text.as_str()), Some("Why?"));
    }
}
