//! What ratings rest on: notes, lines that are tied to criteria, marks.

use std::collections::BTreeSet;

use crate::assessment::{Assessment, Basis, Mark, Rating, note};
use crate::framework::{Competency, CompetencyId, CriterionId, QuestionId};

use super::present::Present;

impl Present {
    /// Whether there is anything of the competency, be it that a criterion does not apply. A rating may be given then; the
    /// scorecard takes more.
    pub fn is_touched(&self, basis: &Basis, id: &CompetencyId) -> bool {
        self.is_marked(basis, id, |_| true) || self.has_evidence(basis, id)
    }

    /// Whether there is something that a rating of the competency can rest on: a note, a line that is tied to one of its
    /// criteria, or a mark that counts.
    pub fn has_evidence(&self, basis: &Basis, id: &CompetencyId) -> bool {
        let noted = |question: &QuestionId| self.interview.notes.contains(question);
        self.is_marked(basis, id, |mark| mark != Mark::NotApplicable)
            || basis.questions_of(id).any(|question| noted(&question.id))
            || self.interview.added.iter().any(|added| added.competency == *id && noted(&added.question.id))
            || self.is_tied_to(basis, id)
    }

    fn is_marked(&self, basis: &Basis, id: &CompetencyId, counts: impl Fn(Mark) -> bool) -> bool {
        criteria_of(basis, id).any(|criterion| self.marks.get(criterion).copied().is_some_and(&counts))
    }

    /// Whether a line of any note is tied to a criterion of the competency.
    fn is_tied_to(&self, basis: &Basis, id: &CompetencyId) -> bool {
        // Each once: many lines are tied to the same.
        let ties: BTreeSet<&str> = self.interview.notes.texts().flat_map(note::ties).collect();
        let own: BTreeSet<_> = criteria_of(basis, id).collect();
        let mut tied = ties.into_iter().filter_map(|tie| note::tied(&basis.framework, tie));
        tied.any(|criterion| basis.original(&criterion).is_some_and(|original| own.contains(original)))
    }

    /// The competencies with a rating that rests on nothing, by their titles: what it rested on was taken back.
    pub fn unfounded(&self, basis: &Basis) -> Vec<String> {
        let is_unfounded = |competency: &&Competency| {
            let rated = self.interview.ratings.get(&competency.id);
            rated.is_some_and(|rated| !matches!(rated.rating, Rating::NotAssessed { .. }))
                && !self.has_evidence(basis, &competency.id)
        };
        basis.competencies().filter(is_unfounded).map(|competency| competency.title.clone()).collect()
    }
}

/// The criteria of a competency, each by the one that stands for all that repeat it.
fn criteria_of<'a>(basis: &'a Basis, id: &CompetencyId) -> impl Iterator<Item = &'a CriterionId> {
    let expectations = basis.competency(id).map(|competency| &competency.expectations);
    let criteria = expectations.into_iter().flatten().flat_map(|expectation| &expectation.criteria);
    criteria.filter_map(|criterion| basis.original(&criterion.id))
}

impl Assessment {
    /// Whether there is a note or a mark that a rating of the competency can rest on.
    pub fn has_evidence(&self, id: &CompetencyId) -> bool {
        self.present.has_evidence(&self.basis, id)
    }
}
