//! Both sides beside each other: what a candidate says of herself, and what the interviewer heard, criterion by criterion.
//!
//! They are matched by the names of criteria, each with those that repeat it. Nothing is counted from them: what was said
//! without an interview stands beside the judgement, and never in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Answer, Assessment, Attachment, Example, Mark};
use crate::framework::{Competency, CriterionId, Places};

use super::anchor::marked;
use super::{MarkedCriterion, Outcome, outcome};

/// One self-assessment beside an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// What the two do not have in common, a sentence each; empty when both look at the same.
    pub told: Vec<String>,
    pub competencies: Vec<Sides>,
    /// Answers to criteria that the framework of the interview does not have.
    pub unknown: Vec<Answer>,
}

/// Both sides of one competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    pub title: String,
    /// The interviewer's rating; none where the guide leaves the competency out.
    pub rating: Option<String>,
    pub pairs: Vec<Pair>,
}

/// Both sides of one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub criterion: CriterionId,
    pub code: Option<String>,
    pub text: String,
    pub candidate: Said,
    pub example: Example,
    /// None: not asked.
    pub interviewer: Option<Mark>,
}

/// What the candidate says of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Marked(Mark),
    LeftOpen,
    /// Her level does not expect it.
    NotLookedAt,
}

impl Said {
    /// The words on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Marked(mark) => mark.name(),
            Self::LeftOpen => "left open",
            Self::NotLookedAt => "not in her level",
        }
    }

    pub const fn glyph(self) -> &'static str {
        match self {
            Self::Marked(mark) => mark.glyph(),
            Self::LeftOpen | Self::NotLookedAt => "·",
        }
    }
}

impl Pair {
    /// Whether both sides judged, and not alike. What was asked without evidence was not shown.
    pub fn differs(&self) -> bool {
        let shown = |mark: Mark| match mark {
            Mark::Met => Some(2),
            Mark::Partly => Some(1),
            Mark::NotMet | Mark::NoEvidence | Mark::NotYet => Some(0),
            Mark::NotApplicable => None,
        };
        let Said::Marked(candidate) = self.candidate else { return false };
        let sides = shown(candidate).zip(self.interviewer.and_then(shown));
        sides.is_some_and(|(candidate, interviewer)| candidate != interviewer)
    }
}

/// Lays a self-assessment beside the interview.
pub fn beside(assessment: &Assessment, attachment: &Attachment) -> Beside {
    let places = Places::of(&assessment.basis.framework);
    let answers =
        attachment.answers.iter().map(|answer| (places.original(&answer.criterion).clone(), answer)).collect();
    let mut matching = Matching { assessment, answers, places, listed: BTreeSet::new() };
    let mut competencies: Vec<Sides> = outcome(assessment).into_iter().map(|outcome| matching.rated(outcome)).collect();
    competencies.extend(matching.rest());
    let unknown = attachment.answers.iter().filter(|answer| matching.places.get(&answer.criterion).is_none());
    let unknown: Vec<Answer> = unknown.cloned().collect();
    Beside { told: told(assessment, attachment, unknown.len()), competencies, unknown }
}

struct Matching<'a> {
    assessment: &'a Assessment,
    /// Under the criterion that stands for all that repeat it.
    answers: BTreeMap<CriterionId, &'a Answer>,
    places: Places<'a>,
    /// The criteria that stand somewhere already.
    listed: BTreeSet<CriterionId>,
}

impl Matching<'_> {
    /// A competency of the guide: what the target expects, what was asked besides, then what only the candidate looks at.
    fn rated(&mut self, outcome: Outcome) -> Sides {
        let own = self.answered_of(|competency| competency.id == outcome.competency);
        let criteria = outcome.criteria.into_iter().chain(outcome.beside).chain(own);
        let pairs = criteria.filter_map(|criterion| self.pair(criterion)).collect();
        let rating = outcome.rating_words.unwrap_or_else(|| "not rated yet".to_owned());
        Sides { title: outcome.title, rating: Some(rating), pairs }
    }

    /// The competencies that only the candidate looks at.
    fn rest(&mut self) -> Vec<Sides> {
        let framework = &self.assessment.basis.framework;
        let sides = framework.competencies.iter().map(|competency| {
            let own = self.answered_of(|other| other.id == competency.id);
            let pairs = own.into_iter().filter_map(|criterion| self.pair(criterion)).collect();
            Sides { title: competency.title.clone(), rating: None, pairs }
        });
        sides.filter(|sides| !sides.pairs.is_empty()).collect()
    }

    /// The criteria of some competencies that the candidate answers.
    fn answered_of(&self, of: impl Fn(&Competency) -> bool) -> Vec<MarkedCriterion> {
        let answered = self.answers.values().filter_map(|answer| self.places.get(&answer.criterion));
        let of = answered.filter(|place| of(place.competency));
        of.map(|place| marked(self.assessment, place.criterion)).collect()
    }

    fn pair(&mut self, marked: MarkedCriterion) -> Option<Pair> {
        let MarkedCriterion { criterion, code, text, mark } = marked;
        let original = self.places.original(&criterion);
        if !self.listed.insert(original.clone()) {
            return None;
        }
        let answer = self.answers.get(original).copied();
        let candidate = match answer {
            Some(Answer { mark: Some(mark), .. }) => Said::Marked(*mark),
            Some(_) => Said::LeftOpen,
            None => Said::NotLookedAt,
        };
        let example = answer.map(|answer| answer.example.clone()).unwrap_or_default();
        Some(Pair { criterion, code, text, candidate, example, interviewer: mark })
    }
}

fn told(assessment: &Assessment, attachment: &Attachment, unknown: usize) -> Vec<String> {
    let basis = &assessment.basis;
    let mut told = Vec::new();
    if attachment.framework != *basis.framework_digest() {
        told.push(
            "It was taken against another revision of the framework: criteria of one name may read differently there."
                .to_owned(),
        );
    }
    if attachment.level != basis.guide.level {
        let name = |id| basis.framework.level(id).map_or_else(|| id.to_string(), |level| level.name.clone());
        told.push(format!(
            "It looks at {}, and the interview at {}.",
            name(&attachment.level),
            name(&basis.guide.level)
        ));
    }
    match unknown {
        0 => {}
        1 => told.push("One of its criteria is not in this framework; it stands at the end.".to_owned()),
        many => told.push(format!("{many} of its criteria are not in this framework; they stand at the end.")),
    }
    told
}
