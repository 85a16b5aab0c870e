//! Questions made from criteria, for a framework that brings none: which criteria need one, and under which id it stands.
//! The words are those of `phrase`; what a strong and a weak answer is nobody can know, so neither is made.

use std::collections::BTreeSet;

use serde_json::Value;

use super::phrase::{Phrased, phrase};
use crate::framework::{Criterion, CriterionId, Framework, Question, QuestionId, Unknown};

/// Minutes that a made question takes.
const MINUTES: u32 = 5;

/// The field of the file that tells a made question.
pub const MADE: &str = "made";

/// The framework with a question for every criterion at which none aims. One that repeats another is asked for with that.
pub fn with_made_questions(framework: &Framework) -> Framework {
    let aimed: BTreeSet<CriterionId> = framework.questions().flat_map(|(_, asked)| asked.criteria.clone()).collect();
    let mut taken: BTreeSet<QuestionId> = framework.questions().map(|(_, question)| question.id.clone()).collect();
    let mut made = framework.clone();
    let mut turn = 0;
    for competency in &mut made.competencies {
        let criteria = competency.expectations.iter().flat_map(|expectation| &expectation.criteria);
        let bare = criteria.filter(|criterion| criterion.repeats.is_none() && !aimed.contains(&criterion.id));
        for criterion in bare {
            let id = free_id(&criterion.id, &taken);
            taken.insert(id.clone());
            let phrased = phrase(criterion, framework.purpose, &framework.language, turn);
            competency.questions.push(question(id, criterion, phrased));
            turn += 1;
        }
    }
    made
}

/// The framework with the questions that were made from this criterion alone made anew, for its words were corrected.
pub fn with_questions_remade(framework: &Framework, id: &CriterionId) -> Framework {
    let mut remade = framework.clone();
    let Some((_, _, criterion)) = framework.criteria().find(|(_, _, criterion)| criterion.id == *id) else {
        return remade;
    };
    let standing = remade.competencies.iter_mut().flat_map(|competency| &mut competency.questions);
    let own = standing.filter(|asked| is_made(asked) && asked.criteria == [id.clone()]);
    for (turn, asked) in own.enumerate() {
        let phrased = phrase(criterion, framework.purpose, &framework.language, turn);
        *asked = Question { minutes: asked.minutes, ..question(asked.id.clone(), criterion, phrased) };
    }
    remade
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

fn question(id: QuestionId, criterion: &Criterion, phrased: Phrased) -> Question {
    Question {
        id,
        text: phrased.text,
        kind: phrased.kind,
        minutes: MINUTES,
        criteria: vec![criterion.id.clone()],
        probes: phrased.probes,
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
    use crate::framework::{Edit, from_json};

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
                (
                    "care.1.made",
                    "One thing that we look for is this: “Low volume”. What in your work so far comes closest to it?",
                ),
                ("care.2.made", "Give me an example of a time when you listened."),
            ],
        );
    }

    #[test]
    fn what_is_asked_for_already_is_left_alone() {
        let asked = r#"[{"id": "care.2.made", "text": "When?", "kind": "knowledge", "criteria": ["care.1"]}]"#;
        check(&framework("unit", asked), &[("care.2.made2", "Taking an example from your work, how do you listen?")]);
    }

    #[test]
    fn made_questions_follow_a_criterion_whose_words_are_corrected() {
        let made = with_made_questions(&framework("matrix", "[]"));
        let criterion = CriterionId::new("care.2");
        let edit = Edit::CriterionText { criterion: criterion.clone(), text: "Replaces lamps".to_owned() };
        let remade = with_questions_remade(&made.edited(&edit).unwrap(), &criterion);
        let texts: Vec<_> = remade.questions().map(|(_, asked)| asked.text.as_str()).collect();
        assert_eq!(texts[0], made.questions().next().unwrap().1.text);
        assert!(texts[1].contains("replaced lamps"), "{texts:?}");
    }
}
