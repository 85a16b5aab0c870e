//! Questions that outlive a new version of the document that a framework came from.

use super::place::Places;
use super::{Framework, Question};

impl Framework {
    /// Whether it brings no question.
    pub fn brings_no_question(&self) -> bool {
        self.questions().next().is_none()
    }

    /// The framework with the questions of an earlier revision, if it brings none itself. Each aims at what is left of
    /// its aims; one that has none left stands with its competency, or with none, and is never proposed.
    pub fn with_questions_of(mut self, earlier: &Self) -> Self {
        if !self.brings_no_question() {
            return self;
        }
        let inherited: Vec<_> = {
            let places = Places::of(&self);
            let fitted = |(home, question)| {
                let question = fitted(question, &places);
                (places.competency_of(&question).or(home).cloned(), question)
            };
            earlier.questions().map(fitted).collect()
        };
        for (home, question) in inherited {
            let competency = self.competencies.iter_mut().find(|competency| Some(&competency.id) == home.as_ref());
            match competency {
                Some(competency) => competency.questions.push(question),
                None => self.questions.push(question),
            }
        }
        self
    }
}

fn fitted(question: &Question, places: &Places<'_>) -> Question {
    let mut question = question.clone();
    question.criteria.retain(|criterion| places.get(criterion).is_some());
    if !places.faults_of_aims(&question).is_empty() {
        question.criteria.clear();
    }
    question
}

#[cfg(test)]
mod tests {
    use crate::framework::{Framework, from_json};

    fn framework(second: &str, questions: &str) -> Framework {
        let text = format!(
            r#"{{"format": "touchstone-framework/1", "id": "f", "title": "F", "language": "en", "purpose": "skill",
            "source": {{}}, "levels": [{{"id": "1", "name": "One"}}],
            "competencies": [{{"id": "care", "title": "Care", "expectations": [{{"level": "1", "criteria": [
                {{"id": "care.1", "text": "Listens"}}, {{"id": "{second}", "text": "Asks"}}]}}],
                "questions": {questions}}}]}}"#
        );
        from_json(&text).unwrap()
    }

    const ASKED: &str = r#"[{"id": "q1", "text": "When?", "kind": "knowledge", "criteria": ["care.1", "care.2"]},
        {"id": "q2", "text": "How?", "kind": "knowledge", "criteria": ["care.2"]}]"#;

    #[test]
    fn questions_go_over_with_what_is_left_of_their_aims() {
        let next = framework("care.3", "[]").with_questions_of(&framework("care.2", ASKED));
        let aims: Vec<_> = next.questions().map(|(home, asked)| (home.is_some(), asked.criteria.len())).collect();
        assert_eq!(aims, [(true, 1), (true, 0)]);
        assert_eq!(from_json(&next.canonical()).unwrap(), next);
    }

    #[test]
    fn a_document_that_brings_questions_has_the_last_word() {
        let brings = framework("care.2", r#"[{"id": "q9", "text": "Why?", "kind": "knowledge"}]"#);
        assert_eq!(brings.clone().with_questions_of(&framework("care.2", ASKED)), brings);
    }
}
