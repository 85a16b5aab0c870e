//! Notes line by line: under their questions, and under the criteria that lines are tied to; and how much of evidence
//! there is for a competency, in words.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::note::{Line, Sign, lines_with_a_tie, tied};
use crate::assessment::{Assessment, Mark};
use crate::framework::{CompetencyId, CriterionId};

use super::outcome::not_asked;
use super::{MarkCounts, notes_words};

/// One line of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedLine {
    pub sign: Option<Sign>,
    /// The time on the clock, such as `12:40`.
    pub time: Option<String>,
    pub words: String,
    /// The criterion that it is tied to, as it was typed; brackets that name none stay among the words.
    pub tie: Option<String>,
}

/// The note of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The question as it was worded.
    pub question: String,
    /// Those that hold something.
    pub lines: Vec<NotedLine>,
}

/// The lines that are tied to criteria.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TiedNotes(BTreeMap<CriterionId, Vec<NotedLine>>);

/// The notes of the questions that serve a competency, those without words left out.
pub fn noted(assessment: &Assessment, competency: &CompetencyId) -> Vec<Noted> {
    let questions = assessment.questions_of(competency);
    let noted = questions.map(|question| Noted {
        question: question.text.clone(),
        lines: lines(assessment, filled(assessment.note(&question.id))).map(|(line, _)| line).collect(),
    });
    noted.filter(|noted| !noted.lines.is_empty()).collect()
}

/// What the notes of all questions tie to criteria, as they are recorded: it holds still while somebody types.
pub fn tied_notes(assessment: &Assessment) -> TiedNotes {
    let mut tied = TiedNotes::default();
    for question in assessment.questions() {
        for (line, criterion) in lines(assessment, lines_with_a_tie(assessment.note(question))) {
            let original = criterion.as_ref().and_then(|criterion| assessment.basis.original(criterion));
            if let Some(original) = original {
                // Under the criterion its name says nothing.
                tied.0.entry(original.clone()).or_default().push(NotedLine { tie: None, ..line });
            }
        }
    }
    tied
}

impl TiedNotes {
    /// The lines that are tied to a criterion, or to one that is the same.
    pub fn of(&self, assessment: &Assessment, criterion: &CriterionId) -> &[NotedLine] {
        let lines = assessment.basis.original(criterion).and_then(|original| self.0.get(original));
        lines.map_or(&[], Vec::as_slice)
    }
}

/// How much a rating can rest on, such as `3 notes, 5 marks (1 no evidence), left out: 1 not applicable · 2 not asked`.
/// Notes of other competencies count where a line of them is tied to a criterion of this one.
pub fn evidence_words(assessment: &Assessment, id: &CompetencyId) -> String {
    let Some(competency) = assessment.basis.competency(id) else { return String::new() };
    let own: BTreeSet<_> = assessment.questions_of(id).map(|question| &question.id).collect();
    let notes = own.iter().filter(|question| !assessment.note(question).is_empty()).count();
    let criteria: BTreeSet<_> = competency
        .expectations
        .iter()
        .flat_map(|expectation| &expectation.criteria)
        .filter_map(|criterion| assessment.basis.original(&criterion.id))
        .collect();
    let others = assessment.questions().filter(|question| !own.contains(question));
    let tied = others
        .flat_map(|question| lines(assessment, lines_with_a_tie(assessment.note(question))))
        .filter_map(|(_, criterion)| criterion)
        .filter(|criterion| assessment.basis.original(criterion).is_some_and(|id| criteria.contains(id)))
        .count();
    let marks: Vec<Mark> = criteria.iter().filter_map(|criterion| assessment.mark(criterion)).collect();
    let of = |mark: Mark| marks.iter().filter(|given| **given == mark).count();
    let (not_applicable, no_evidence) = (of(Mark::NotApplicable), of(Mark::NoEvidence));
    let tied = match tied {
        0 => String::new(),
        1 => ", 1 line tied in other notes".to_owned(),
        count => format!(", {count} lines tied in other notes"),
    };
    let marked = match marks.len() - not_applicable {
        0 => "no marks".to_owned(),
        1 => "1 mark".to_owned(),
        count => format!("{count} marks"),
    };
    let no_evidence = if no_evidence > 0 { format!(" ({no_evidence} no evidence)") } else { String::new() };
    let not_asked = not_asked(assessment, competency);
    let left_out = MarkCounts { not_applicable, not_asked, ..MarkCounts::default() }.left_out();
    let left_out = if left_out.is_empty() { left_out } else { format!(", left out: {left_out}") };
    format!("{}{tied}, {marked}{no_evidence}{left_out}", notes_words(notes))
}

/// The lines of a note that hold something.
fn filled(note: &str) -> impl Iterator<Item = &str> {
    note.lines().filter(|line| !line.trim().is_empty())
}

/// Lines of a note, each with the criterion that it is tied to.
fn lines<'a>(
    assessment: &'a Assessment,
    texts: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = (NotedLine, Option<CriterionId>)> {
    let mut known: BTreeMap<&str, Option<CriterionId>> = BTreeMap::new();
    texts.map(move |text| {
        let line = Line::read(text);
        let named = |tie| known.entry(tie).or_insert_with(|| tied(&assessment.basis.framework, tie)).clone();
        let criterion = line.tie.and_then(named);
        let (words, tie) = match (line.tie, &criterion) {
            (Some(other), None) => (Line { sign: None, time: None, tie: Some(other), ..line }.write(), None),
            (tie, _) => (line.words.to_owned(), tie.map(str::to_owned)),
        };
        (NotedLine { sign: line.sign, time: line.time.map(str::to_owned), words, tie }, criterion)
    })
}
