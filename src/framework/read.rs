//! Reads the file format field by field: each has its kind, identifiers are slugs, and what must be there is. What
//! only shows on the whole is left to `check`.

use serde_json::Value;

use super::check;
use super::id::is_slug;
use super::reader::{Fields, ReadError, Walk, open};
use super::{
    Competency, CompetencyId, Criterion, CriterionId, Expectation, FORMAT, Framework, FrameworkId, Kind, Level,
    LevelId, Purpose, Question, QuestionId, Range, Source,
};

/// Minutes of a question that states none.
const MINUTES: u32 = 5;

/// Reads a framework file.
///
/// # Errors
/// [`ReadError`] says whether the text is no JSON, another format, a later version, or lists every problem.
pub fn from_json(text: &str) -> Result<Framework, ReadError> {
    let mut walk = Walk::default();
    let framework = framework(Fields(open(text, FORMAT)?), &mut walk);
    if walk.problems.is_empty() {
        check::references(&framework, &mut walk);
    }
    if walk.problems.is_empty() { Ok(framework) } else { Err(ReadError::Problems(walk.problems)) }
}

/// Reads one question as it stands in the file of a framework. Whether there are such criteria is not looked at.
///
/// # Errors
/// [`ReadError::Problems`] lists every problem.
pub fn question_from_json(value: Value) -> Result<Question, ReadError> {
    let mut walk = Walk::default();
    let read = question(Fields::of(value, &mut walk), &mut walk);
    if walk.problems.is_empty() { Ok(read) } else { Err(ReadError::Problems(walk.problems)) }
}

fn framework(mut fields: Fields, walk: &mut Walk) -> Framework {
    fields.0.remove("format");
    Framework {
        id: FrameworkId::new(slug(&mut fields, walk)),
        title: fields.required("title", walk),
        summary: fields.text("summary", walk),
        language: language(&mut fields, walk),
        purpose: choice(&mut fields, "purpose", &Purpose::ALL, Purpose::name, walk),
        source: {
            let inner = fields.object("source", walk);
            walk.within("source", |walk| source(inner, walk))
        },
        levels: fields.list("levels", walk, |value, walk| level(Fields::of(value, walk), walk)),
        competencies: fields.list("competencies", walk, |value, walk| competency(Fields::of(value, walk), walk)),
        questions: fields.list("questions", walk, |value, walk| question(Fields::of(value, walk), walk)),
        unknown: fields.0,
    }
}

fn source(mut fields: Fields, walk: &mut Walk) -> Source {
    Source {
        publisher: fields.text("publisher", walk).unwrap_or_default(),
        document: fields.text("document", walk).unwrap_or_default(),
        url: fields.text("url", walk),
        licence: fields.text("licence", walk),
        note: fields.text("note", walk),
        unknown: fields.0,
    }
}

fn level(mut fields: Fields, walk: &mut Walk) -> Level {
    Level {
        id: LevelId::new(slug(&mut fields, walk)),
        name: fields.required("name", walk),
        within: fields.text("within", walk).map(LevelId::new),
        summary: fields.text("summary", walk),
        unknown: fields.0,
    }
}

fn competency(mut fields: Fields, walk: &mut Walk) -> Competency {
    Competency {
        id: CompetencyId::new(slug(&mut fields, walk)),
        code: fields.text("code", walk),
        title: fields.required("title", walk),
        summary: fields.text("summary", walk),
        activities: fields.texts("activities", walk),
        guidance: fields.texts("guidance", walk),
        notes: fields.texts("notes", walk),
        evidence: fields.texts("evidence", walk),
        expectations: fields.list("expectations", walk, |value, walk| expectation(Fields::of(value, walk), walk)),
        questions: fields.list("questions", walk, |value, walk| question(Fields::of(value, walk), walk)),
        unknown: fields.0,
    }
}

fn expectation(mut fields: Fields, walk: &mut Walk) -> Expectation {
    Expectation {
        level: LevelId::new(fields.required("level", walk)),
        includes: fields.texts("includes", walk).into_iter().map(LevelId::new).collect(),
        criteria: fields.list("criteria", walk, |value, walk| criterion(Fields::of(value, walk), walk)),
        unknown: fields.0,
    }
}

fn criterion(mut fields: Fields, walk: &mut Walk) -> Criterion {
    Criterion {
        id: CriterionId::new(slug(&mut fields, walk)),
        code: fields.text("code", walk),
        text: fields.required("text", walk),
        examples: fields.texts("examples", walk),
        guidance: fields.texts("guidance", walk),
        range: fields.list("range", walk, |value, walk| range(Fields::of(value, walk), walk)),
        repeats: fields.text("repeats", walk).map(CriterionId::new),
        unknown: fields.0,
    }
}

fn range(mut fields: Fields, walk: &mut Walk) -> Range {
    let range = Range {
        title: fields.text("title", walk),
        items: fields.texts("items", walk),
        minimum: fields.number("minimum", walk),
        unknown: fields.0,
    };
    if range.items.is_empty() {
        walk.within("items", |walk| walk.problem("a range needs at least one item. Add one.".to_owned()));
    } else if let Some(minimum) = range.minimum
        && minimum as usize > range.items.len()
    {
        walk.within("minimum", |walk| {
            walk.problem(format!(
                "{minimum} items are asked for, but the range has {}. Lower it, or add items.",
                range.items.len()
            ));
        });
    }
    range
}

fn question(mut fields: Fields, walk: &mut Walk) -> Question {
    Question {
        id: QuestionId::new(slug(&mut fields, walk)),
        text: fields.required("text", walk),
        kind: choice(&mut fields, "kind", &Kind::ALL, Kind::name, walk),
        minutes: fields.number("minutes", walk).unwrap_or(MINUTES),
        criteria: fields.texts("criteria", walk).into_iter().map(CriterionId::new).collect(),
        probes: fields.texts("probes", walk),
        strong: fields.text("strong", walk),
        weak: fields.text("weak", walk),
        unknown: fields.0,
    }
}

fn slug(fields: &mut Fields, walk: &mut Walk) -> String {
    let text = fields.required("id", walk);
    if !text.trim().is_empty() && !is_slug(&text) {
        walk.within("id", |walk| {
            walk.problem(format!(
                "\"{text}\" is no identifier. Use lower-case letters a to z and digits, with - or . between them."
            ));
        });
    }
    text
}

/// Whether a text is a BCP 47 tag by its outer form; which languages there are is nothing to decide here.
pub fn is_language_tag(text: &str) -> bool {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_first = |part: &str| part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    text.split('-').all(is_part) && text.split('-').next().is_some_and(is_first)
}

fn language(fields: &mut Fields, walk: &mut Walk) -> String {
    let tag = fields.required("language", walk);
    if !tag.trim().is_empty() && !is_language_tag(&tag) {
        walk.within("language", |walk| {
            walk.problem(format!("\"{tag}\" is no language tag. Write one such as en or de-CH."));
        });
    }
    tag
}

fn choice<T: Copy>(fields: &mut Fields, name: &str, all: &[T], word: fn(T) -> &'static str, walk: &mut Walk) -> T {
    let problems = walk.problems.len();
    let text = fields.text(name, walk).unwrap_or_default();
    if let Some(found) = all.iter().copied().find(|choice| word(*choice) == text) {
        return found;
    }
    if walk.problems.len() == problems {
        let fault = if text.trim().is_empty() {
            "this field is missing or empty".to_owned()
        } else {
            format!("\"{text}\" is not known here")
        };
        let words: Vec<_> = all.iter().map(|choice| word(*choice)).collect();
        walk.within(name, |walk| walk.problem(format!("{fault}. Use one of: {}.", words.join(", "))));
    }
    all[0]
}

/// Used by the catalog, which reads the same way.
pub(super) fn entry_id(fields: &mut Fields, walk: &mut Walk) -> FrameworkId {
    FrameworkId::new(slug(fields, walk))
}

/// Used by the catalog, which names purposes too.
pub(super) fn entry_purpose(fields: &mut Fields, walk: &mut Walk) -> Purpose {
    choice(fields, "purpose", &Purpose::ALL, Purpose::name, walk)
}
