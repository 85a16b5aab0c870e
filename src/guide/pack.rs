//! The packs: a frozen guide as pages to hand over. The candidate's says what is expected and how to prepare, and
//! nothing of what an answer should sound like; the interviewer's is the whole guide, for those without a screen.
//!
//! Both are plain data with their words. What a box or a line to write on looks like is left to the pages.

mod advice;
mod candidate;
mod interviewer;
mod text;

use std::collections::BTreeSet;

use crate::framework::wording::count;
use crate::framework::{Competency, Criterion, Framework, Places, Purpose, Question, QuestionId};

use super::{Guide, Script};

pub use candidate::{CandidatePack, Item, Section, Step};
pub use interviewer::{Aim, Asked, InterviewerPack, Judged, Rung, Said, Scale};
pub use text::{behind, beside};

/// How much of a digest names a guide on paper.
const SHORT: usize = 12;

/// What a guide leads to: an interview, or the professional discussion of a qualification unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Talk {
    Interview,
    Discussion,
}

/// What stands at the head of both packs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    pub talk: Talk,
    /// The guide's own title.
    pub title: String,
    /// May be empty.
    pub role: String,
    /// The target; `None` where there is but one rung, so that nothing is aimed at.
    pub level: Option<Target>,
    /// What the time goes to, in order; what takes none is left out.
    pub parts: Vec<Part>,
    /// Minutes in all.
    pub minutes: u32,
    /// Where the criteria come from, as far as that is known.
    pub credit: Option<String>,
    /// The beginning of the guide's digest.
    pub digest: String,
}

/// The target level in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub name: String,
    pub summary: Option<String>,
}

/// A part of the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    pub minutes: u32,
}

/// A competency with all that it expects at the target.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    pub code: Option<String>,
    pub title: String,
    pub summary: Option<String>,
    /// Kinds of evidence that the source names.
    pub evidence: Vec<String>,
    pub criteria: Vec<Criterion>,
}

impl Talk {
    const fn of(purpose: Purpose) -> Self {
        match purpose {
            Purpose::Unit => Self::Discussion,
            Purpose::Progression | Purpose::Matrix | Purpose::Skill => Self::Interview,
        }
    }

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Interview => "interview",
            Self::Discussion => "professional discussion",
        }
    }

    /// Who asks.
    pub const fn asker(self) -> &'static str {
        match self {
            Self::Interview => "interviewer",
            Self::Discussion => "assessor",
        }
    }
}

impl Cover {
    fn of(guide: &Guide, framework: &Framework, their_own: &str) -> Self {
        let parts = parts(guide, &asked(guide, framework), their_own);
        let target = framework.level(&guide.level).filter(|_| framework.rungs().len() > 1);
        Self {
            talk: Talk::of(framework.purpose),
            title: guide.title.clone(),
            role: guide.role.clone(),
            level: target.map(|level| Target { name: level.name.clone(), summary: level.summary.clone() }),
            minutes: parts.iter().fold(0, |sum, part| sum.saturating_add(part.minutes)),
            parts,
            credit: framework.source.credit(),
            digest: guide.digest().as_str().chars().take(SHORT).collect(),
        }
    }

    /// What stands at the foot of every page.
    pub fn foot(&self) -> String {
        format!("{} · plan {}", self.title, self.digest)
    }

    /// What the candidate's pack is called as a file.
    pub fn file_name(&self) -> String {
        format!("touchstone-candidate-{}.txt", self.digest)
    }
}

impl Part {
    fn new(name: &str, minutes: u32) -> Self {
        Self { name: name.to_owned(), minutes }
    }

    /// Name and time: "Opening: 3 minutes".
    pub fn words(&self) -> String {
        format!("{}: {}", self.name, minutes(self.minutes))
    }
}

/// Minutes in words.
pub fn minutes(minutes: u32) -> String {
    count(minutes as usize, "minute", "minutes")
}

/// The parts in order. The questions take what they take, not what the plan had for them.
fn parts(guide: &Guide, asked: &[(&Competency, &Question)], their_own: &str) -> Vec<Part> {
    let taken = asked.iter().fold(0, |sum: u32, (_, question)| sum.saturating_add(question.minutes));
    let questions = Part::new(&count(asked.len(), "question", "questions"), taken);
    let parts = match &guide.script {
        None => vec![questions],
        Some(Script { opening_minutes, candidate_minutes, closing_minutes, .. }) => vec![
            Part::new("Opening", *opening_minutes),
            questions,
            Part::new(their_own, *candidate_minutes),
            Part::new("Closing", *closing_minutes),
        ],
    };
    parts.into_iter().filter(|part| part.minutes > 0).collect()
}

/// The planned questions in order, each with the competency that it serves.
fn asked<'a>(guide: &Guide, framework: &'a Framework) -> Vec<(&'a Competency, &'a Question)> {
    let served = framework.served();
    let find = |id: &QuestionId| served.iter().find(|(_, question)| question.id == *id).copied();
    guide.questions.iter().filter_map(find).collect()
}

/// The competencies of the guide, in its order.
fn chosen<'a>(guide: &'a Guide, framework: &'a Framework) -> impl Iterator<Item = &'a Competency> {
    guide.competencies.iter().filter_map(|weighted| framework.competency(&weighted.competency))
}

fn topics(guide: &Guide, framework: &Framework) -> Vec<Topic> {
    let places = Places::of(framework);
    let topic = |competency: &Competency| Topic {
        code: competency.code.clone(),
        title: competency.title.clone(),
        summary: competency.summary.clone(),
        evidence: competency.evidence.clone(),
        criteria: places.expected(competency, &guide.level).into_iter().cloned().collect(),
    };
    chosen(guide, framework).map(topic).collect()
}

/// Whether a planned question aims at something that is not expected at the target.
fn looks_beyond(guide: &Guide, framework: &Framework) -> bool {
    let places = Places::of(framework);
    asked(guide, framework).into_iter().any(|(competency, question)| {
        let expected = places.expected(competency, &guide.level);
        let expected: BTreeSet<_> = expected.iter().map(|criterion| places.original(&criterion.id)).collect();
        question.criteria.iter().any(|aim| !expected.contains(places.original(aim)))
    })
}
