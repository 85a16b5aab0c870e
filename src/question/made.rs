//! Questions made from criteria, for a framework that brings none: each quotes its criterion in one frame, which is
//! grammatical whatever stands in it. It rephrases nothing.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::framework::{Criterion, CriterionId, Framework, Kind, Purpose, Question, QuestionId, Unknown};

/// Minutes that a made question takes.
const MINUTES: u32 = 5;

/// The field of the file that tells a made question.
pub const MADE: &str = "made";

/// What is asked behind a made question.
const PROBES: [&str; 3] = ["What was your own part in it?", "What came of it?", "What would you do differently now?"];

/// The framework with a question for every criterion at which none aims. One that repeats another is asked for with that.
pub fn with_made_questions(framework: &Framework) -> Framework {
    let aimed: BTreeSet<CriterionId> = framework.questions().flat_map(|(_, asked)| asked.criteria.clone()).collect();
    let mut taken: BTreeSet<QuestionId> = framework.questions().map(|(_, question)| question.id.clone()).collect();
    let mut made = framework.clone();
    for competency in &mut made.competencies {
        let criteria = competency.expectations.iter().flat_map(|expectation| &expectation.criteria);
        let bare = criteria.filter(|criterion| criterion.repeats.is_none() && !aimed.contains(&criterion.id));
        for criterion in bare {
            let id = free_id(&criterion.id, &taken);
            taken.insert(id.clone());
            competency.questions.push(question(id, criterion, framework.purpose));
        }
    }
    made
}

/// Whether there is a criterion to make a question from.
pub fn lacks_questions(framework: &Framework) -> bool {
    let aimed: BTreeSet<&CriterionId> = framework.questions().flat_map(|(_, asked)| &asked.criteria).collect();
    framework.criteria().any(|(_, _, criterion)| criterion.repeats.is_none() && !aimed.contains(&criterion.id))
}

/// Whether a question was made from a criterion.
pub fn is_made(question: &Question) -> bool {
    question.unknown.get(MADE) == Some(&Value::Bool(true))
}

fn question(id: QuestionId, criterion: &Criterion, purpose: Purpose) -> Question {
    // The question ends where it ends.
    let said = criterion.text.trim().trim_end_matches('.');
    let text = match purpose {
        Purpose::Unit => format!("How do you show this in your work, and with what example: “{said}”?"),
        Purpose::Progression | Purpose::Matrix | Purpose::Skill => {
            format!("Tell me about a time in your work that shows this: “{said}”.")
        }
    };
    Question {
        id,
        text,
        kind: Kind::Behavioural,
        minutes: MINUTES,
        criteria: vec![criterion.id.clone()],
        probes: PROBES.map(str::to_owned).to_vec(),
        strong: None,
        weak: None,
        unknown: Unknown::from_iter([(MADE.to_owned(), Value::Bool(true))]),
    }
}

fn free_id(criterion: &CriterionId, taken: &BTreeSet<QuestionId>) -> QuestionId {
    let names = std::iter::once("made".to_owned()).chain((2..).map(|number: u32| format!("made{number}")));
    let mut ids =
        names.map(|name| QuestionId::new(crate::framework::joined(criterion.as_str(), &[".", &name].concat())));
    // The names never end, and what is taken does.
    ids.find(|id| !taken.contains(id)).unwrap_or_else(|| QuestionId::new(criterion.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::from_json;

    fn framework(purpose: &str, questions: &str) -> Framework {
        let text = format!(
            r#"{{"format": "touchstone-framework/1", "id": "f", "title": "F", "language": "en", "purpose": "{purpose}",
            "source": {{}}, "levels": [{{"id": "1", "name": "One"}}, {{"id": "2", "name": "Two"}}],
            "competencies": [{{"id": "care", "title": "Care", "expectations": [
                {{"level": "1", "criteria": [{{"id": "care.1", "text": "Low volume."}}, {{"id": "care.2", "text": "Listens"}}]}},
                {{"level": "2", "criteria": [{{"id": "care.3", "text": "Listens", "repeats": "care.2"}}]}}],
                "questions": {questions}}}]}}"#
        );
        from_json(&text).unwrap()
    }

    #[track_caller]
    fn check(framework: &Framework, expected: &[(&str, &str)]) {
        let made = with_made_questions(framework);
        let all: Vec<_> = made.questions().filter(|(_, asked)| is_made(asked)).map(|(_, asked)| asked).collect();
        let found: Vec<_> = all.iter().map(|asked| (asked.id.as_str(), asked.text.as_str())).collect();
        assert_eq!(found, expected);
        assert_eq!(from_json(&made.canonical()).unwrap(), made);
        assert!(!lacks_questions(&made));
        assert_eq!(with_made_questions(&made), made);
    }

    #[test]
    fn every_bare_criterion_gets_its_question() {
        let bare = framework("matrix", "[]");
        assert!(lacks_questions(&bare));
        check(
            &bare,
            &[
                ("care.1.made", "Tell me about a time in your work that shows this: “Low volume”."),
                ("care.2.made", "Tell me about a time in your work that shows this: “Listens”."),
            ],
        );
    }

    #[test]
    fn what_is_asked_for_already_is_left_alone() {
        let asked = r#"[{"id": "care.2.made", "text": "When?", "kind": "knowledge", "criteria": ["care.1"]}]"#;
        check(
            &framework("unit", asked),
            &[("care.2.made2", "How do you show this in your work, and with what example: “Listens”?")],
        );
    }
}
