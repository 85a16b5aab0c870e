//! The plan in hand: what the interviewer is still changing, kept as a draft until it is frozen.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::framework::{Competency, CompetencyId, Framework, FrameworkId, LevelId, Places, QuestionId, Unknown};
use crate::question::{Bank, Selection, Weight, Wish, select};

use super::{FORMAT, Guide, Revision, Weighted};

/// Minutes that a plan begins with.
const MINUTES: u32 = 45;

/// A plan that is not frozen yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub candidate: String,
    pub role: String,
    pub interviewer: String,
    pub framework: FrameworkId,
    /// The target level.
    pub level: LevelId,
    pub competencies: Vec<Weighted>,
    /// Minutes for the questions.
    pub minutes: u32,
    /// In the order in which they are to be asked.
    pub questions: Vec<QuestionId>,
    /// Whether the interviewer changed the proposed questions, so that a new proposal would undo work. Then a new
    /// wish takes away only what does not serve it.
    pub changed: bool,
    /// What the interviewer made of the questions, also those that do not serve the present wish: they come back in
    /// their places when they serve again.
    #[serde(default)]
    by_hand: Vec<QuestionId>,
    /// What the interviewer said about competencies, for this level and for others; `None` leaves one out.
    #[serde(default)]
    choices: BTreeMap<CompetencyId, Option<Weight>>,
}

/// What opening a plan came upon.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    /// Nothing was in hand.
    Fresh,
    /// It is the plan that was in hand.
    Resumed,
    /// A plan for another framework is in hand; it stays so until this one is kept.
    Beside(Box<Plan>),
}

/// Which way a question moves in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    Earlier,
    Later,
}

impl Plan {
    /// The minutes that an interview may have.
    pub const MINUTES: RangeInclusive<u32> = 5..=240;

    /// Goes on with the plan in hand if it is for this framework; otherwise a ready one, with the names and the
    /// role that were in hand.
    pub fn open(in_hand: Option<Self>, framework: &Framework, level: Option<&LevelId>) -> (Self, Opening) {
        match in_hand {
            Some(mut plan) if plan.framework == framework.id => {
                if !framework.rungs().iter().any(|rung| rung.id == plan.level) {
                    plan.level = Self::ready(framework, level).level;
                }
                plan.settle(framework);
                (plan, Opening::Resumed)
            }
            Some(other) => {
                let mut plan = Self::ready(framework, level);
                plan.candidate.clone_from(&other.candidate);
                plan.role.clone_from(&other.role);
                plan.interviewer.clone_from(&other.interviewer);
                (plan, Opening::Beside(Box::new(other)))
            }
            None => (Self::ready(framework, level), Opening::Fresh),
        }
    }

    /// The minutes that a typed text means.
    ///
    /// # Errors
    /// What to write instead.
    pub fn minutes_in(text: &str) -> Result<u32, String> {
        let minutes = text.trim().parse().ok().filter(|minutes| Self::MINUTES.contains(minutes));
        let (least, most) = (Self::MINUTES.start(), Self::MINUTES.end());
        minutes.ok_or_else(|| format!("Write the minutes as a whole number from {least} to {most}."))
    }

    /// A ready plan for the framework: all competencies that say something at the target rung, and the
    /// questions proposed for them. Without a level, the middle rung is the target.
    pub fn ready(framework: &Framework, level: Option<&LevelId>) -> Self {
        let rungs = framework.rungs();
        let wanted = level.and_then(|level| framework.rung_of(level));
        let target = wanted.or_else(|| rungs.get((rungs.len().saturating_sub(1)) / 2).copied());
        let mut plan = Self {
            candidate: String::new(),
            role: String::new(),
            interviewer: String::new(),
            framework: framework.id.clone(),
            level: target.map_or_else(|| LevelId::new(""), |rung| rung.id.clone()),
            competencies: Vec::new(),
            minutes: MINUTES,
            questions: Vec::new(),
            changed: false,
            by_hand: Vec::new(),
            choices: BTreeMap::new(),
        };
        plan.settle(framework);
        plan
    }

    /// Sets the target, with every competency that expects something there and was not left out.
    pub fn aim_at(&mut self, framework: &Framework, level: LevelId) {
        self.level = level;
        self.settle(framework);
    }

    /// Gives a competency a weight, or leaves it out.
    pub fn weigh(&mut self, framework: &Framework, competency: &CompetencyId, weight: Option<Weight>) {
        self.choices.insert(competency.clone(), weight);
        self.settle(framework);
    }

    /// Gives the questions so many minutes.
    pub fn take(&mut self, framework: &Framework, minutes: u32) {
        self.minutes = minutes;
        self.settle(framework);
    }

    /// The weight of a competency; `None` when it is left out.
    pub fn weight(&self, competency: &CompetencyId) -> Option<Weight> {
        self.competencies.iter().find(|weighted| weighted.competency == *competency).map(|weighted| weighted.weight)
    }

    /// The competencies that expect something at the target, chosen or not.
    pub fn expecting<'a>(&self, framework: &'a Framework) -> Vec<&'a CompetencyId> {
        let places = Places::of(framework);
        let expects = |known: &&'a Competency| !places.expected(known, &self.level).is_empty();
        framework.competencies.iter().filter(expects).map(|known| &known.id).collect()
    }

    /// Replaces the questions by the proposed ones.
    pub fn propose(&mut self, framework: &Framework) {
        self.by_hand.clear();
        self.settle(framework);
    }

    /// Follows a new wish: proposes anew, unless that would undo the interviewer's work. When none of the chosen
    /// questions serves, there is nothing to undo; they come back with a wish that they serve.
    fn settle(&mut self, framework: &Framework) {
        let weighted = |id: &CompetencyId| {
            let weight = self.choices.get(id).copied().unwrap_or(Some(Weight::Should))?;
            Some(Weighted { competency: id.clone(), weight })
        };
        self.competencies = self.expecting(framework).into_iter().filter_map(weighted).collect();
        let bank = Bank::of(framework, &self.wish());
        let serving: Vec<_> = self.by_hand.iter().filter(|question| bank.get(question).is_some()).cloned().collect();
        let emptied = self.changed && self.by_hand.is_empty() && self.questions.is_empty();
        self.changed = emptied || !serving.is_empty();
        self.questions = if self.changed { serving } else { self.proposed(framework) };
    }

    fn proposed(&self, framework: &Framework) -> Vec<QuestionId> {
        let Selection { questions, .. } = select(framework, &self.wish());
        questions.into_iter().map(|chosen| chosen.question).collect()
    }

    /// Takes the present questions as the interviewer's own.
    fn take_in_hand(&mut self) {
        if !self.changed {
            self.by_hand.clone_from(&self.questions);
            self.changed = true;
        }
    }

    /// Leaves a question out.
    pub fn drop_question(&mut self, id: &QuestionId) {
        self.take_in_hand();
        for questions in [&mut self.questions, &mut self.by_hand] {
            questions.retain(|question| question != id);
        }
    }

    /// Adds a question, behind the others of its competency. One that does not serve the wish is not taken.
    pub fn add_question(&mut self, framework: &Framework, id: &QuestionId) {
        let bank = Bank::of(framework, &self.wish());
        if self.questions.contains(id) || bank.get(id).is_none() {
            return;
        }
        let competency_of = |id: &QuestionId| bank.get(id).map(|asked| &asked.competency.id);
        let last = self.questions.iter().rposition(|other| competency_of(other) == competency_of(id));
        let place = last.map_or(self.questions.len(), |last| last + 1);
        self.take_in_hand();
        let before = place.checked_sub(1).and_then(|before| self.questions.get(before)).cloned();
        let place_by_hand = self.by_hand.iter().position(|other| Some(other) == before.as_ref());
        self.questions.insert(place, id.clone());
        self.by_hand.retain(|other| other != id);
        self.by_hand.insert(place_by_hand.map_or(0, |before| before + 1), id.clone());
    }

    /// Moves a question one place; at the end of the order it stays.
    pub fn shift(&mut self, id: &QuestionId, shift: Shift) {
        let Some(from) = self.questions.iter().position(|question| question == id) else { return };
        let to = match shift {
            Shift::Earlier => from.checked_sub(1),
            Shift::Later => (from + 1 < self.questions.len()).then_some(from + 1),
        };
        if let Some(to) = to {
            self.take_in_hand();
            let other = self.questions[to].clone();
            self.questions.swap(from, to);
            let place = |wanted: &QuestionId| self.by_hand.iter().position(|question| question == wanted);
            if let (Some(from), Some(to)) = (place(id), place(&other)) {
                self.by_hand.swap(from, to);
            }
        }
    }

    /// Which of the questions chosen by hand went since then, because they no longer serve; empty when none did.
    pub fn lost_since(&self, before: &Self) -> String {
        let lost = before.questions.iter().filter(|question| !self.questions.contains(question)).count();
        match lost {
            _ if !before.changed => String::new(),
            _ if self.questions.is_empty() => "None of the chosen questions serves this plan.".to_owned(),
            _ if !self.changed => "None of the chosen questions serves this plan; others are proposed.".to_owned(),
            0 => String::new(),
            1 => "One question no longer serves this plan and was taken out.".to_owned(),
            lost => format!("{lost} questions no longer serve this plan and were taken out."),
        }
    }

    /// What is asked of the selection.
    pub fn wish(&self) -> Wish {
        let competencies = self.competencies.iter().map(|chosen| (chosen.competency.clone(), chosen.weight)).collect();
        Wish::new(self.level.clone(), competencies, self.minutes)
    }

    /// The guide that this plan becomes at its first use.
    pub fn freeze(&self, framework: &Framework) -> Guide {
        let level = framework.level(&self.level).map_or(self.level.as_str(), |level| &level.name);
        Guide {
            format: FORMAT.to_owned(),
            title: format!("{} · {level}", framework.title),
            role: self.role.trim().to_owned(),
            framework: Revision { id: framework.id.clone(), digest: framework.digest() },
            level: self.level.clone(),
            competencies: self.competencies.clone(),
            questions: self.questions.clone(),
            minutes: self.minutes,
            unknown: Unknown::new(),
        }
    }
}
