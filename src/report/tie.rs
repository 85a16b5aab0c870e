//! Ties: the lines of all notes that are tied to one criterion, as evidence beside its mark.

use std::collections::BTreeSet;

use crate::assessment::note::{self, Sign};
use crate::assessment::{Assessment, Basis};
use crate::framework::{CriterionId, QuestionId};

/// The names that a line can be tied by to a criterion, or to one that repeats it. They are worked out once: the basis
/// of an assessment never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ties(BTreeSet<String>);

/// A line of a note that is tied to a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TiedLine {
    pub question: QuestionId,
    pub sign: Option<Sign>,
    /// The time on the clock.
    pub time: Option<String>,
    pub words: String,
}

impl Ties {
    pub fn of(basis: &Basis, criterion: &CriterionId) -> Self {
        let framework = &basis.framework;
        let same = |id: &CriterionId| basis.original(id).is_some_and(|id| Some(id) == basis.original(criterion));
        let alike = framework.criteria().map(|(_, _, found)| found).filter(|found| same(&found.id));
        let names = alike.flat_map(|found| [Some(found.id.to_string()), found.code.clone()]).flatten();
        // A code that others have too names none of them.
        Self(names.filter(|name| note::tied(framework, name).is_some_and(|id| same(&id))).collect())
    }

    /// The lines that are tied by one of these names, in the order of the questions. They are those of what is recorded:
    /// they hold still while somebody types.
    pub fn lines(&self, assessment: &Assessment) -> Vec<TiedLine> {
        let of_note = |(question, note)| {
            let lines: Vec<_> = note::tied_lines(note, &self.0).map(|line| TiedLine::of(question, &line)).collect();
            (!lines.is_empty()).then_some((question, lines))
        };
        let mut notes: Vec<_> = assessment.notes().filter_map(of_note).collect();
        if notes.len() > 1 {
            notes.sort_by_key(|(question, _)| assessment.questions().position(|known| known == *question));
        }
        notes.into_iter().flat_map(|(_, lines)| lines).collect()
    }
}

impl TiedLine {
    fn of(question: &QuestionId, line: &note::Line) -> Self {
        let (time, words) = (line.time.map(str::to_owned), line.words.to_owned());
        Self { question: question.clone(), sign: line.sign, time, words }
    }
}
