//! A framework in the making: texts in their places, without identifiers. Every format's reader fills one; finishing it
//! gives identifiers, finds what repeats, and says what is missing. It reads no document itself.

mod slug;

use std::collections::BTreeMap;

use crate::framework::{
    Competency, CompetencyId, Criterion, CriterionId, Expectation, Framework, FrameworkId, Kind, Level, LevelId,
    Purpose, Question, QuestionId, Range, Source, Unknown, is_language_tag,
};

use super::MOST_CRITERIA;
use super::notice::{Notice, Place};
use slug::Slugs;

/// Minutes of a question that states none.
const MINUTES: u32 = 5;

/// The language of a document that names none (BCP 47: undetermined).
const LANGUAGE: &str = "und";

/// What a framework is called whose document names no title.
pub const UNTITLED: &str = "Untitled framework";

/// What was read so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Empty where the document names none.
    pub title: String,
    pub summary: Option<String>,
    /// A BCP 47 tag.
    pub language: Option<String>,
    pub purpose: Purpose,
    pub source: Source,
    /// In order, lowest first; a sublevel follows the level that it lies within.
    pub levels: Vec<DraftLevel>,
    pub competencies: Vec<DraftCompetency>,
    /// Questions that stand with no competency.
    pub questions: Vec<DraftQuestion>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftLevel {
    pub name: String,
    /// The index of the level that it lies within.
    pub within: Option<usize>,
    pub summary: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftCompetency {
    pub code: Option<String>,
    pub title: String,
    pub summary: Option<String>,
    pub activities: Vec<String>,
    pub guidance: Vec<String>,
    pub notes: Vec<String>,
    pub evidence: Vec<String>,
    pub expectations: Vec<DraftExpectation>,
    pub questions: Vec<DraftQuestion>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftExpectation {
    /// An index into the draft's levels.
    pub level: usize,
    /// Indices into the draft's levels.
    pub includes: Vec<usize>,
    pub criteria: Vec<DraftCriterion>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftCriterion {
    pub code: Option<String>,
    pub text: String,
    pub examples: Vec<String>,
    pub guidance: Vec<String>,
    pub range: Vec<Range>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftQuestion {
    pub text: String,
    pub kind: Option<Kind>,
    pub minutes: Option<u32>,
    pub probes: Vec<String>,
    pub strong: Option<String>,
    pub weak: Option<String>,
}

impl DraftCriterion {
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl DraftCompetency {
    /// The expectation at a level, which is made where there is none yet.
    pub fn at(&mut self, level: usize) -> &mut DraftExpectation {
        let known = self.expectations.iter().position(|expectation| expectation.level == level);
        let index = known.unwrap_or_else(|| {
            self.expectations.push(DraftExpectation { level, ..DraftExpectation::default() });
            self.expectations.len() - 1
        });
        &mut self.expectations[index]
    }
}

impl Draft {
    /// Nothing yet.
    pub fn new(purpose: Purpose) -> Self {
        Self {
            title: String::new(),
            summary: None,
            language: None,
            purpose,
            source: Source::default(),
            levels: Vec::new(),
            competencies: Vec::new(),
            questions: Vec::new(),
        }
    }

    /// Gives identifiers and marks what repeats. Without levels, competencies or criteria there is no framework, and a
    /// notice says so.
    pub fn finish(self, notices: &mut Vec<Notice>) -> Option<Framework> {
        let criteria = self.competencies.iter().flat_map(|competency| &competency.expectations);
        let count: usize = criteria.map(|expectation| expectation.criteria.len()).sum();
        if let Some(missing) = self.missing(count) {
            notices.push(Notice::error(Place::WHOLE, missing));
            return None;
        }
        let title = if self.title.trim().is_empty() {
            let text = "The document names no title; “Untitled framework” stands for it. Give it one.";
            notices.push(Notice::warning(Place::WHOLE, text));
            UNTITLED.to_owned()
        } else {
            self.title
        };
        let levels = levels(self.levels, notices);
        let mut ids = Ids::default();
        let competencies = self.competencies.into_iter().map(|drawn| competency(drawn, &levels, &mut ids)).collect();
        let questions = questions(self.questions, "framework");
        Some(Framework {
            id: FrameworkId::new(Slugs::default().fresh(&title, "framework")),
            title,
            summary: self.summary,
            language: language(self.language, notices),
            purpose: self.purpose,
            source: self.source,
            levels,
            competencies,
            questions,
            unknown: Unknown::new(),
        })
    }

    /// Says which levels bear the same name, beside each other.
    pub fn say_of_names(&self, notices: &mut Vec<Notice>) {
        let mut count: BTreeMap<(Option<usize>, String), usize> = BTreeMap::new();
        for level in &self.levels {
            let count = count.entry((level.within, folded(&level.name))).or_default();
            *count += 1;
            if *count == 2 {
                let text = format!(
                    "More than one level is called “{}”. Give each a name of its own, or put what is expected at them \
                     below one.",
                    level.name
                );
                notices.push(Notice::warning(Place::WHOLE, text));
            }
        }
    }

    fn missing(&self, criteria: usize) -> Option<String> {
        let what = if self.levels.is_empty() {
            "No level is found in this document. Give each level a heading or a column of its own"
        } else if self.competencies.is_empty() {
            "No competency is found in this document. Give each competency a heading or a row of its own"
        } else if criteria == 0 {
            "No statement is found in this document. Put each on a line of its own below its level"
        } else if criteria > MOST_CRITERIA {
            return Some(too_many(criteria));
        } else {
            return None;
        };
        Some(format!("{what}, or choose another format."))
    }
}

/// What is said of more criteria than [`MOST_CRITERIA`].
pub fn too_many(criteria: usize) -> String {
    format!(
        "The document has {criteria} statements, more than the {MOST_CRITERIA} that a framework may have. Split it."
    )
}

/// Identifiers of competencies, and those of criteria, which are the framework's and not each competency's own.
#[derive(Default)]
struct Ids {
    competencies: Slugs,
    criteria: Slugs,
}

/// A tag that is none would not be read again.
fn language(tag: Option<String>, notices: &mut Vec<Notice>) -> String {
    match tag {
        Some(tag) if is_language_tag(&tag) => tag,
        Some(tag) if !tag.trim().is_empty() => {
            let text = "Left out: the document names its language by this, which is no language tag. Write one such as \
                        en or de-CH.";
            notices.push(Notice::warning(Place::WHOLE, text).quoting(tag));
            LANGUAGE.to_owned()
        }
        _ => LANGUAGE.to_owned(),
    }
}

fn levels(drawn: Vec<DraftLevel>, notices: &mut Vec<Notice>) -> Vec<Level> {
    let mut slugs = Slugs::default();
    let mut levels: Vec<Level> = Vec::with_capacity(drawn.len());
    for DraftLevel { mut name, within, summary } in drawn {
        if name.trim().is_empty() {
            let text = "A level has no name; “Untitled level” stands for it. Give it one.";
            notices.push(Notice::warning(Place::WHOLE, text));
            name = "Untitled level".to_owned();
        }
        let id = LevelId::new(slugs.fresh(&name, "level"));
        let within = within.and_then(|index| levels.get(index)).map(|parent| parent.id.clone());
        levels.push(Level { id, name, within, summary, unknown: Unknown::new() });
    }
    levels
}

fn competency(drawn: DraftCompetency, levels: &[Level], ids: &mut Ids) -> Competency {
    let id = ids.competencies.fresh(&drawn.title, "competency");
    let level_id = |index: usize| levels.get(index).map(|level| level.id.clone());
    let mut criteria = Criteria { competency: &id, slugs: &mut ids.criteria, first: BTreeMap::new() };
    let mut expectations = drawn.expectations;
    // What repeats another stands behind it, so the lowest level comes first.
    expectations.sort_by_key(|expectation| expectation.level);
    let expectations = expectations
        .into_iter()
        .filter_map(|expectation| {
            let level = level_id(expectation.level)?;
            let includes = expectation.includes.into_iter().filter_map(level_id).collect();
            let criteria = criteria.of(&level, expectation.criteria);
            Some(Expectation { level, includes, criteria, unknown: Unknown::new() })
        })
        .collect();
    Competency {
        questions: questions(drawn.questions, &id),
        expectations,
        id: CompetencyId::new(id),
        code: drawn.code,
        title: drawn.title,
        summary: drawn.summary,
        activities: said(drawn.activities),
        guidance: said(drawn.guidance),
        notes: said(drawn.notes),
        evidence: said(drawn.evidence),
        unknown: Unknown::new(),
    }
}

/// The criteria of one competency, as they get their identifiers.
struct Criteria<'a> {
    competency: &'a str,
    slugs: &'a mut Slugs,
    /// Each text, folded, with the criterion that states it first and its level.
    first: BTreeMap<String, (CriterionId, LevelId)>,
}

impl Criteria<'_> {
    fn of(&mut self, level: &LevelId, drawn: Vec<DraftCriterion>) -> Vec<Criterion> {
        let numbered = drawn.into_iter().enumerate();
        numbered.map(|(index, drawn)| self.criterion(level, index + 1, drawn)).collect()
    }

    fn criterion(&mut self, level: &LevelId, number: usize, drawn: DraftCriterion) -> Criterion {
        let last = drawn.code.clone().unwrap_or_else(|| format!("{level}.{number}"));
        let id = CriterionId::new(self.slugs.fresh_below(self.competency, &last, "criterion"));
        let folded = folded(&drawn.text);
        let repeats = self.first.get(&folded).filter(|(_, other)| other != level).map(|(first, _)| first.clone());
        self.first.entry(folded).or_insert_with(|| (id.clone(), level.clone()));
        Criterion {
            id,
            code: drawn.code,
            text: drawn.text,
            examples: said(drawn.examples),
            guidance: said(drawn.guidance),
            range: drawn.range,
            repeats,
            unknown: Unknown::new(),
        }
    }
}

/// The texts that say something; a list of a framework has no others.
fn said(mut texts: Vec<String>) -> Vec<String> {
    texts.retain(|text| !text.trim().is_empty());
    texts
}

/// A text without what tells nothing apart: case, blanks, the last full stop.
fn folded(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

fn questions(drawn: Vec<DraftQuestion>, home: &str) -> Vec<Question> {
    let numbered = drawn.into_iter().enumerate();
    let question = |(index, drawn): (usize, DraftQuestion)| Question {
        id: QuestionId::new(format!("{home}.q{}", index + 1)),
        text: drawn.text,
        kind: drawn.kind.unwrap_or(Kind::Behavioural),
        minutes: drawn.minutes.unwrap_or(MINUTES),
        criteria: Vec::new(),
        probes: said(drawn.probes),
        strong: drawn.strong,
        weak: drawn.weak,
        unknown: Unknown::new(),
    };
    numbered.map(question).collect()
}
