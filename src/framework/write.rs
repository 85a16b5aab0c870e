//! Writes the file format: what is empty is left out, and what was unknown is written back.

use serde_json::{Map, Value};

use super::{
    Competency, Criterion, Digest, Expectation, FORMAT, Framework, Level, Question, Range, Source, Unknown, canonical,
};

impl Framework {
    /// The framework as JSON of the format [`FORMAT`].
    pub fn to_json(&self) -> Value {
        let mut object = Writer::over(&self.unknown);
        object.text("format", FORMAT);
        object.text("id", self.id.as_str());
        object.text("title", &self.title);
        object.optional("summary", self.summary.as_deref());
        object.text("language", &self.language);
        object.text("purpose", self.purpose.name());
        object.value("source", source(&self.source));
        object.list("levels", &self.levels, level);
        object.list("competencies", &self.competencies, competency);
        object.list("questions", &self.questions, question);
        object.finish()
    }

    /// The canonical text (RFC 8785) whose digest names this revision.
    pub fn canonical(&self) -> String {
        canonical(&self.to_json())
    }

    /// The digest that names this revision.
    pub fn digest(&self) -> Digest {
        Digest::of(self.canonical().as_bytes())
    }
}

impl Question {
    /// The question as it stands in the file of a framework.
    pub fn to_json(&self) -> Value {
        question(self)
    }
}

fn source(source: &Source) -> Value {
    let mut object = Writer::over(&source.unknown);
    object.optional("publisher", Some(source.publisher.as_str()).filter(|text| !text.is_empty()));
    object.optional("document", Some(source.document.as_str()).filter(|text| !text.is_empty()));
    object.optional("url", source.url.as_deref());
    object.optional("licence", source.licence.as_deref());
    object.optional("note", source.note.as_deref());
    object.finish()
}

fn level(level: &Level) -> Value {
    let mut object = Writer::over(&level.unknown);
    object.text("id", level.id.as_str());
    object.text("name", &level.name);
    object.optional("within", level.within.as_ref().map(|id| id.as_str()));
    object.optional("summary", level.summary.as_deref());
    object.finish()
}

fn competency(competency: &Competency) -> Value {
    let mut object = Writer::over(&competency.unknown);
    object.text("id", competency.id.as_str());
    object.optional("code", competency.code.as_deref());
    object.text("title", &competency.title);
    object.optional("summary", competency.summary.as_deref());
    object.texts("activities", &competency.activities);
    object.texts("guidance", &competency.guidance);
    object.texts("notes", &competency.notes);
    object.texts("evidence", &competency.evidence);
    object.list("expectations", &competency.expectations, expectation);
    object.list("questions", &competency.questions, question);
    object.finish()
}

fn expectation(expectation: &Expectation) -> Value {
    let mut object = Writer::over(&expectation.unknown);
    object.text("level", expectation.level.as_str());
    object.list("includes", &expectation.includes, |level| Value::from(level.as_str()));
    object.list("criteria", &expectation.criteria, criterion);
    object.finish()
}

fn criterion(criterion: &Criterion) -> Value {
    let mut object = Writer::over(&criterion.unknown);
    object.text("id", criterion.id.as_str());
    object.optional("code", criterion.code.as_deref());
    object.text("text", &criterion.text);
    object.texts("examples", &criterion.examples);
    object.texts("guidance", &criterion.guidance);
    object.list("range", &criterion.range, range);
    object.optional("repeats", criterion.repeats.as_ref().map(|id| id.as_str()));
    object.finish()
}

fn range(range: &Range) -> Value {
    let mut object = Writer::over(&range.unknown);
    object.optional("title", range.title.as_deref());
    object.texts("items", &range.items);
    if let Some(minimum) = range.minimum {
        object.value("minimum", Value::from(minimum));
    }
    object.finish()
}

fn question(question: &Question) -> Value {
    let mut object = Writer::over(&question.unknown);
    object.text("id", question.id.as_str());
    object.text("text", &question.text);
    object.text("kind", question.kind.name());
    object.value("minutes", Value::from(question.minutes));
    object.list("criteria", &question.criteria, |id| Value::from(id.as_str()));
    object.texts("probes", &question.probes);
    object.optional("strong", question.strong.as_deref());
    object.optional("weak", question.weak.as_deref());
    object.finish()
}

/// A JSON object in the making.
struct Writer(Map<String, Value>);

impl Writer {
    fn over(unknown: &Unknown) -> Self {
        Self(unknown.clone())
    }

    fn value(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    fn text(&mut self, name: &str, text: &str) {
        self.value(name, Value::from(text));
    }

    fn optional(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn list<T>(&mut self, name: &str, items: &[T], write: impl Fn(&T) -> Value) {
        if !items.is_empty() {
            self.value(name, Value::Array(items.iter().map(write).collect()));
        }
    }

    fn texts(&mut self, name: &str, texts: &[String]) {
        self.list(name, texts, |text| Value::from(text.as_str()));
    }

    fn finish(self) -> Value {
        Value::Object(self.0)
    }
}
