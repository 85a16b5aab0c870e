//! Reads the file format, and proves what the rest of the app relies on: identifiers are slugs and stand
//! once, and every reference to a level or a criterion leads somewhere.

use std::collections::BTreeSet;

use super::id::is_slug;
use super::place::Places;
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
        references(&framework, &mut walk);
    }
    if walk.problems.is_empty() { Ok(framework) } else { Err(ReadError::Problems(walk.problems)) }
}

fn framework(mut fields: Fields, walk: &mut Walk) -> Framework {
    fields.0.remove("format");
    Framework {
        id: FrameworkId::new(slug(&mut fields, walk)),
        title: fields.required("title", walk),
        summary: fields.text("summary", walk),
        language: fields.required("language", walk),
        purpose: choice(&mut fields, "purpose", &Purpose::ALL, Purpose::name, walk),
        source: walk.within("source", |walk| {
            let value = fields.0.remove("source").unwrap_or_default();
            source(Fields::of(value, walk), walk)
        }),
        levels: fields.list("levels", walk, |value, walk| level(Fields::of(value, walk), walk)),
        competencies: fields.list("competencies", walk, |value, walk| competency(Fields::of(value, walk), walk)),
        questions: fields.list("questions", walk, |value, walk| question(Fields::of(value, walk), walk)),
        unknown: fields.0,
    }
}

fn source(mut fields: Fields, walk: &mut Walk) -> Source {
    Source {
        publisher: fields.required("publisher", walk),
        document: fields.required("document", walk),
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
    if let Some(minimum) = range.minimum
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

fn choice<T: Copy>(fields: &mut Fields, name: &str, all: &[T], word: fn(T) -> &'static str, walk: &mut Walk) -> T {
    let text = fields.text(name, walk).unwrap_or_default();
    if let Some(found) = all.iter().copied().find(|choice| word(*choice) == text) {
        return found;
    }
    let words: Vec<_> = all.iter().map(|choice| word(*choice)).collect();
    walk.within(name, |walk| walk.problem(format!("\"{text}\" is not known here. Use one of: {}.", words.join(", "))));
    all[0]
}

/// What can only be checked on the whole: identifiers that clash, references that lead nowhere.
fn references(framework: &Framework, walk: &mut Walk) {
    if framework.levels.is_empty() {
        walk.within("levels", |walk| walk.problem("a framework needs at least one level. Add one.".to_owned()));
    }
    levels(framework, walk);
    let mut seen = BTreeSet::new();
    for (index, competency) in framework.competencies.iter().enumerate() {
        walk.within(&format!("competencies[{index}]"), |walk| {
            once(&mut seen, "competency", competency.id.as_str(), walk);
            expectations(framework, competency, walk);
        });
    }
    criteria(framework, walk);
    questions(framework, walk);
}

fn levels(framework: &Framework, walk: &mut Walk) {
    let mut seen = BTreeSet::new();
    for (index, level) in framework.levels.iter().enumerate() {
        walk.within(&format!("levels[{index}]"), |walk| {
            if let Some(parent) = &level.within
                && !framework.levels[..index].iter().any(|earlier| earlier.id == *parent)
            {
                walk.within("within", |walk| {
                    walk.problem(format!("no earlier level has the id \"{parent}\". List that level above this one."));
                });
            }
            once(&mut seen, "level", level.id.as_str(), walk);
        });
    }
}

fn expectations(framework: &Framework, competency: &Competency, walk: &mut Walk) {
    let mut seen = BTreeSet::new();
    for (index, expectation) in competency.expectations.iter().enumerate() {
        walk.within(&format!("expectations[{index}]"), |walk| {
            if !seen.insert(&expectation.level) {
                walk.within("level", |walk| {
                    walk.problem(format!(
                        "level \"{}\" has its criteria above already. Put them together.",
                        expectation.level
                    ));
                });
            }
            for level in std::iter::once(&expectation.level).chain(&expectation.includes) {
                if framework.level(level).is_none() {
                    walk.problem(format!("no level has the id \"{level}\". Use one of the ids in \"levels\"."));
                }
            }
        });
    }
}

fn criteria(framework: &Framework, walk: &mut Walk) {
    let mut seen = BTreeSet::new();
    for (_, _, criterion) in framework.criteria() {
        walk.within(&format!("criterion {}", criterion.id), |walk| {
            if let Some(first) = &criterion.repeats
                && !seen.contains(first.as_str())
            {
                walk.within("repeats", |walk| {
                    walk.problem(format!("no criterion above has the id \"{first}\". Name the one that stands first."));
                });
            }
            once(&mut seen, "criterion", criterion.id.as_str(), walk);
        });
    }
}

fn questions(framework: &Framework, walk: &mut Walk) {
    let places = Places::of(framework);
    let mut seen = BTreeSet::new();
    let banks = framework.competencies.iter().map(|competency| &competency.questions);
    for question in banks.flatten().chain(&framework.questions) {
        walk.within(&format!("question {}", question.id), |walk| {
            once(&mut seen, "question", question.id.as_str(), walk);
            walk.within("criteria", |walk| {
                for fault in places.faults_of_aims(question) {
                    walk.problem(fault);
                }
            });
        });
    }
}

fn once<'a>(seen: &mut BTreeSet<&'a str>, what: &str, id: &'a str, walk: &mut Walk) {
    if !seen.insert(id) {
        walk.within("id", |walk| {
            walk.problem(format!("another {what} has the id \"{id}\" already. Give each its own."));
        });
    }
}

/// Used by the catalog, which reads the same way.
pub(super) fn entry_id(fields: &mut Fields, walk: &mut Walk) -> FrameworkId {
    FrameworkId::new(slug(fields, walk))
}

/// Used by the catalog, which names purposes too.
pub(super) fn entry_purpose(fields: &mut Fields, walk: &mut Walk) -> Purpose {
    choice(fields, "purpose", &Purpose::ALL, Purpose::name, walk)
}
