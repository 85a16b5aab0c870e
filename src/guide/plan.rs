//! The plan in hand: what the interviewer is still changing, kept as a draft until it is frozen.

mod order;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::framework::{Competency, CompetencyId, Framework, FrameworkId, LevelId, Places, QuestionId, Unknown};
use crate::question::{Bank, Selection, Weight, Wish, select_quickly};

use super::{FORMAT, Guide, GuideId, Revision, Script, Terms, Weighted};

pub use order::Shift;

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
    #[serde(default)]
    pub script: Script,
    #[serde(default)]
    pub terms: Terms,
    /// Whether every candidate gets the questions before the interview.
    #[serde(default)]
    pub questions_shown: bool,
    /// The kept guide that this is a change of.
    #[serde(default)]
    pub guide: Option<GuideId>,
    /// What the interviewer calls it; may be empty.
    #[serde(default)]
    pub title: String,
    /// Minutes that the questions take, as they were counted last; `None` in what an earlier release wrote.
    #[serde(default)]
    taken: Option<u32>,
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
            other => {
                let mut ready = Self::ready(framework, level);
                if let Some(other) = &other {
                    ready.role.clone_from(&other.role);
                }
                Self::beside(other, ready)
            }
        }
    }

    /// Opens a plan in the place of the one in hand, with the names that are in hand.
    pub fn beside(in_hand: Option<Self>, mut plan: Self) -> (Self, Opening) {
        let Some(other) = in_hand else { return (plan, Opening::Fresh) };
        plan.candidate.clone_from(&other.candidate);
        plan.interviewer.clone_from(&other.interviewer);
        (plan, Opening::Beside(Box::new(other)))
    }

    /// Follows the framework as it is now.
    pub fn follow(&mut self, framework: &Framework) {
        self.settle(framework);
    }

    /// What it may be called: such as `Support matrix · Advanced · 45 min`.
    pub fn suggested_title(&self, framework: &Framework) -> String {
        let level = framework.level(&self.level).map_or(self.level.as_str(), |level| &level.name);
        format!("{} · {level} · {} min", framework.title, self.minutes)
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
            script: Script::default(),
            terms: Terms::default(),
            questions_shown: false,
            guide: None,
            title: String::new(),
            taken: None,
            by_hand: Vec::new(),
            choices: BTreeMap::new(),
        };
        plan.settle(framework);
        plan
    }

    /// The plan that a frozen guide came from, without its people: what it says of competencies, questions and terms
    /// stands as it was.
    pub fn of(guide: &Guide, framework: &Framework) -> Self {
        let mut plan = Self::ready(framework, Some(&guide.level));
        plan.level.clone_from(&guide.level);
        plan.role.clone_from(&guide.role);
        plan.minutes = guide.minutes;
        plan.script = guide.script.clone().unwrap_or_default();
        plan.terms = guide.terms.clone();
        plan.questions_shown = guide.questions_shown;
        let left_out = plan.expecting(framework).into_iter().map(|id| (id.clone(), None));
        plan.choices = left_out.collect();
        plan.choices.extend(guide.competencies.iter().map(|chosen| (chosen.competency.clone(), Some(chosen.weight))));
        plan.settle(framework);
        if plan.questions != guide.questions {
            plan.by_hand.clone_from(&guide.questions);
            plan.changed = true;
            plan.settle(framework);
        }
        plan
    }

    /// Whether a guide frozen from this plan is the same as one frozen from the other, as long as the framework is.
    pub fn is_same(&self, other: &Self) -> bool {
        let parts = |plan: &Self| (plan.framework.clone(), plan.level.clone(), plan.minutes, plan.questions_shown);
        parts(self) == parts(other)
            && self.role.trim() == other.role.trim()
            && self.competencies == other.competencies
            && self.questions == other.questions
            && self.script == other.script
            && self.terms == other.terms
    }

    /// The plan as a kept guide has it: under its name, and without people.
    #[must_use]
    pub fn kept_as(&self, id: &GuideId, title: &str) -> Self {
        Self { guide: Some(id.clone()), title: title.to_owned(), ..self.without_people() }
    }

    /// The plan as one of this guide, or of none.
    #[must_use]
    pub fn with_guide(self, guide: Option<GuideId>) -> Self {
        Self { guide, ..self }
    }

    /// The plan without those who take part: what is kept of it for the next candidate.
    #[must_use]
    pub fn without_people(&self) -> Self {
        Self { candidate: String::new(), interviewer: String::new(), ..self.clone() }
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

    /// Settles terms of the selection.
    pub fn settle_terms(&mut self, framework: &Framework, change: impl FnOnce(&mut Terms)) {
        change(&mut self.terms);
        self.settle(framework);
    }

    /// Minutes that the questions take; those that they may take where nobody counted.
    pub fn minutes_taken(&self) -> u32 {
        self.taken.unwrap_or(self.minutes)
    }

    /// Minutes that the interview takes, with all that is said around the questions.
    pub fn minutes_in_all(&self) -> u32 {
        self.minutes_taken().saturating_add(self.script.minutes())
    }

    /// Counts the minutes that the questions take.
    pub fn count_minutes(&mut self, framework: &Framework) {
        let asked = self.questions.iter().filter_map(|id| framework.question(id));
        self.taken = Some(asked.fold(0, |sum, question| sum.saturating_add(question.minutes)));
    }

    /// Replaces the questions by the proposed ones.
    pub fn propose(&mut self, framework: &Framework) {
        self.by_hand.clear();
        self.changed = false;
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
        if self.changed {
            self.keep_by_hand(framework);
        }
        if !self.changed {
            self.questions = self.proposed(framework);
        }
        self.count_minutes(framework);
    }

    /// Leaves of the questions chosen by hand those that serve the wish, with what is pinned since; when none does, the
    /// questions are no longer the interviewer's.
    fn keep_by_hand(&mut self, framework: &Framework) {
        let bank = Bank::of(framework, &self.wish());
        let missing = self.terms.pinned.iter().filter(|pinned| !self.by_hand.contains(pinned)).cloned();
        let pinned: Vec<_> = missing.collect();
        self.by_hand.extend(pinned);
        let serves = |question: &&QuestionId| bank.get(question).is_some() && !self.terms.is_excluded(question);
        let serving: Vec<_> = self.by_hand.iter().filter(serves).cloned().collect();
        let emptied = self.by_hand.is_empty() && self.questions.is_empty();
        self.changed = emptied || !serving.is_empty();
        self.questions = serving;
    }

    fn proposed(&self, framework: &Framework) -> Vec<QuestionId> {
        select_quickly(framework, &self.wish()).ids()
    }

    /// Takes the questions of a longer search for its wish, unless the interviewer has changed them.
    pub fn take_proposal(&mut self, selection: &Selection) {
        if !self.changed {
            self.questions = selection.ids();
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
        let Terms { mix, pinned, excluded, weights, factors } = self.terms.clone();
        let wish = Wish::new(self.level.clone(), competencies, self.minutes);
        Wish { mix, pinned, excluded, weights, factors, ..wish }
    }

    /// The framework revision that a guide frozen from this plan asks from: with the own questions that it asks, and no
    /// others, so that another own question makes no new revision.
    pub fn revision(&self, framework: &Framework) -> Framework {
        framework.without_own_but(&self.questions.iter().cloned().collect())
    }

    /// The guide that this plan becomes at its first use. It names [`Self::revision`] by its digest.
    pub fn freeze(&self, framework: &Framework) -> Guide {
        let level = framework.level(&self.level).map_or(self.level.as_str(), |level| &level.name);
        Guide {
            format: FORMAT.to_owned(),
            title: format!("{} · {level}", framework.title),
            role: self.role.trim().to_owned(),
            framework: Revision { id: framework.id.clone(), digest: self.revision(framework).digest() },
            level: self.level.clone(),
            competencies: self.competencies.clone(),
            questions: self.questions.clone(),
            minutes: self.minutes,
            script: Some(self.script.clone()),
            terms: self.terms.clone(),
            questions_shown: self.questions_shown,
            unknown: Unknown::new(),
        }
    }
}
