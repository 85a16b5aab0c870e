//! What a package lacks of its framework: questions, fields that are unknown here, and texts that a field of CASE bends.

use crate::framework::{Framework, Question, Range, Unknown};

use super::super::super::notice::{Notice, Place};
use super::super::source::one_line;
use super::name;

/// Everything that does not come back from the package.
pub fn notices(framework: &Framework) -> Vec<Notice> {
    let mut lacks = Lacks(Vec::new());
    lacks.unknown("the framework", &framework.unknown);
    lacks.unknown("the source", &framework.source.unknown);
    let document = &framework.source.document;
    if one_line(document) != *document {
        lacks.say("The notes of a package keep the source’s document on one line; its line breaks became blanks.");
    }
    if framework.source.url.as_ref().is_some_and(|url| one_line(url) != *url) {
        lacks.say("The notes of a package keep the source’s address on one line; its line breaks became blanks.");
    }
    for level in &framework.levels {
        lacks.unknown(&format!("level “{}”", level.id), &level.unknown);
    }
    for competency in &framework.competencies {
        let of = format!("competency “{}”", competency.id);
        lacks.unknown(&of, &competency.unknown);
        for expectation in &competency.expectations {
            lacks.unknown(&format!("{of} at level “{}”", expectation.level), &expectation.unknown);
        }
        lacks.questions(&of, &competency.questions);
    }
    for (_, _, criterion) in framework.criteria() {
        let of = format!("criterion “{}”", criterion.id);
        lacks.unknown(&of, &criterion.unknown);
        for range in &criterion.range {
            lacks.range(&of, range);
        }
    }
    lacks.questions("the framework", &framework.questions);
    lacks.0
}

struct Lacks(Vec<Notice>);

impl Lacks {
    fn say(&mut self, text: impl Into<String>) {
        self.0.push(Notice::warning(Place::WHOLE, text));
    }

    fn unknown(&mut self, of: &str, unknown: &Unknown) {
        if !unknown.is_empty() {
            let names: Vec<_> = unknown.keys().map(String::as_str).collect();
            self.say(format!("CASE has no place for these fields of {of}: {}.", names.join(", ")));
        }
    }

    fn questions(&mut self, of: &str, questions: &[Question]) {
        if !questions.is_empty() {
            let ids: Vec<_> = questions.iter().map(|question| question.id.as_str()).collect();
            self.say(format!("CASE holds no questions; those of {of} are left out: {}.", ids.join(", ")));
        }
    }

    fn range(&mut self, of: &str, range: &Range) {
        self.unknown(&format!("a range of {of}"), &range.unknown);
        if range.title.as_ref().is_some_and(|title| title.trim().is_empty() || title == name::RANGE) {
            self.say(format!("CASE tells no range without a title from one titled “Range”: look at {of}."));
        }
    }
}
