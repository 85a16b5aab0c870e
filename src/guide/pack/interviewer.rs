//! The interviewer's pack: all of the guide, in the order in which it is needed, for an interview without a screen.

use crate::framework::{Competency, Criterion, Framework, Kind, Places, Purpose, Question, Step};
use crate::guide::Guide;
use crate::question::Weight;

use super::{Cover, Talk, Topic, asked, topics};

/// The guide on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct InterviewerPack {
    pub cover: Cover,
    /// Which marks and judgements there are boxes for.
    pub purpose: Purpose,
    /// How to go about it.
    pub advice: Vec<String>,
    pub opening: Option<Said>,
    pub questions: Vec<Asked>,
    /// For what the candidate wants to ask.
    pub candidate_minutes: u32,
    pub closing: Option<Said>,
    pub judged: Judged,
}

/// Words to say, and the minutes for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// One paragraph a line.
    pub lines: Vec<String>,
    pub minutes: u32,
}

/// A question with all that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// From 1.
    pub number: usize,
    /// The title of its competency.
    pub competency: String,
    pub kind: Kind,
    pub minutes: u32,
    pub text: String,
    pub probes: Vec<String>,
    pub strong: Option<String>,
    pub weak: Option<String>,
    pub aims: Vec<Aim>,
}

/// A criterion that a question aims at.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    pub criterion: Criterion,
    /// The name of the level that states it; `None` where there is but one rung.
    pub level: Option<String>,
}

/// How the whole is judged.
#[derive(Clone, Debug, PartialEq)]
pub enum Judged {
    /// Each competency by its rungs, then a recommendation.
    Rungs(Vec<Scale>),
    /// Criterion by criterion, and nothing beyond.
    Criteria(Vec<Topic>),
}

/// A competency with its steps, lowest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pub title: String,
    pub weight: Weight,
    pub rungs: Vec<Rung>,
}

/// What a competency expects at one of its steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    pub name: String,
    pub is_target: bool,
    pub criteria: Vec<Criterion>,
    /// What it takes over from other levels: "and all of Level 1".
    pub included: Option<String>,
}

impl InterviewerPack {
    /// The pages for everybody who interviews with this guide.
    pub fn of(guide: &Guide, framework: &Framework) -> Self {
        let cover = Cover::of(guide, framework, "The candidate’s own questions");
        let script = guide.script.as_ref();
        let places = Places::of(framework);
        let asked = asked(guide, framework).into_iter().enumerate();
        Self {
            purpose: framework.purpose,
            advice: advice(cover.talk),
            opening: script.and_then(|script| said(&script.opening, script.opening_minutes)),
            questions: asked.map(|(index, asked)| question(framework, &places, index + 1, asked)).collect(),
            candidate_minutes: script.map_or(0, |script| script.candidate_minutes),
            closing: script.and_then(|script| said(&script.closing, script.closing_minutes)),
            judged: match cover.talk {
                Talk::Interview => Judged::Rungs(scales(guide, framework)),
                Talk::Discussion => Judged::Criteria(topics(guide, framework)),
            },
            cover,
        }
    }
}

fn advice(talk: Talk) -> Vec<String> {
    let lines = match talk {
        Talk::Interview => [
            "Ask every question, in this order and in these words. Where you leave one out, write why.",
            "Write down what you hear, and mark the criteria while you listen. “No evidence” means that you asked and nothing was shown.",
            "Rate when the interview is over: each competency for itself, by the words of its steps.",
            "Settle your recommendation before you talk to anybody else who interviewed.",
        ],
        Talk::Discussion => [
            "Put every question, in this order and in these words. Where you leave one out, write why.",
            "Write down what you hear, and mark the criteria while you listen.",
            "A criterion is met when what you heard or saw shows all of it. Otherwise it is not yet met.",
            "Write beside each criterion where its evidence can be found.",
        ],
    };
    lines.map(str::to_owned).to_vec()
}

/// What is to be said, if anything is.
fn said(words: &str, minutes: u32) -> Option<Said> {
    let lines: Vec<_> = words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    (!lines.is_empty()).then_some(Said { lines, minutes })
}

fn question(
    framework: &Framework,
    places: &Places<'_>,
    number: usize,
    (competency, question): (&Competency, &Question),
) -> Asked {
    let one_rung = framework.rungs().len() < 2;
    let aim = |id| {
        let place = places.get(id)?;
        let level = framework.level(&place.expectation.level).filter(|_| !one_rung);
        Some(Aim { criterion: place.criterion.clone(), level: level.map(|level| level.name.clone()) })
    };
    Asked {
        number,
        competency: competency.title.clone(),
        kind: question.kind,
        minutes: question.minutes,
        text: question.text.clone(),
        probes: question.probes.clone(),
        strong: question.strong.clone(),
        weak: question.weak.clone(),
        aims: question.criteria.iter().filter_map(aim).collect(),
    }
}

fn scales(guide: &Guide, framework: &Framework) -> Vec<Scale> {
    let scale = |weight, competency: &Competency| {
        let target = framework.step_at(competency, &guide.level);
        let steps = framework.steps(competency).into_iter().enumerate();
        Scale {
            title: competency.title.clone(),
            weight,
            rungs: steps.map(|(index, step)| rung(framework, competency, &step, target == Some(index))).collect(),
        }
    };
    let chosen = guide.competencies.iter();
    chosen.filter_map(|it| Some(scale(it.weight, framework.competency(&it.competency)?))).collect()
}

fn rung(framework: &Framework, competency: &Competency, step: &Step, is_target: bool) -> Rung {
    let expectation = framework.rungs().get(step.first).and_then(|rung| framework.expectation_at(competency, &rung.id));
    Rung {
        name: framework.step_name(step),
        is_target,
        criteria: expectation.map(|stated| stated.criteria.clone()).unwrap_or_default(),
        included: expectation.and_then(|stated| framework.included(stated)),
    }
}
