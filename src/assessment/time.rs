//! Time: what each question and the whole interview took so far, out of the times in the log. It ends nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::QuestionId;
use crate::guide::Script;

use super::fold::undone;
use super::{Assessment, Event};

/// Longer without anything written, and the interview is taken to have been interrupted: 30 minutes, in milliseconds.
pub const BREAK: i64 = 30 * 60 * 1000;

/// What an interview took so far, in milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    pub by_question: BTreeMap<QuestionId, i64>,
    pub total: i64,
    /// Whether the clock runs.
    pub runs: bool,
}

impl Spent {
    /// What a question took.
    pub fn on(&self, question: &QuestionId) -> i64 {
        self.by_question.get(question).copied().unwrap_or_default()
    }
}

/// What the interview took until now, in milliseconds since 1970. Time counts for the question in view; what passes
/// before ratings counts with it as soon as the conversation goes on behind them, and for none once the last competency
/// is rated.
pub fn spent(assessment: &Assessment, now: i64) -> Spent {
    Course::of(assessment).until(now)
}

/// What the log tells of the time up to its last entry. It is made once for each entry; what a clock shows from one
/// second to the next is little work from there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    by_question: BTreeMap<QuestionId, i64>,
    total: i64,
    question: Option<QuestionId>,
    /// What passed before ratings since the conversation was written of last.
    rating: i64,
    /// When something was written last.
    last: i64,
    state: State,
}

/// Whether time goes on behind the last entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// No question was put yet, every competency is rated, or it is submitted.
    #[default]
    Idle,
    Paused,
    Goes,
    /// Nothing was written for longer than [`BREAK`].
    Stands,
}

impl Course {
    pub fn of(assessment: &Assessment) -> Self {
        let mut course = Self { last: assessment.started_at, ..Self::default() };
        let undone = undone(assessment.log(), None);
        let all = assessment.basis.competencies().count();
        let mut rated = BTreeSet::new();
        let mut question: Option<&QuestionId> = None;
        let mut on_this = 0;
        let mut ended = false;
        let mut paused = false;
        for entry in assessment.log() {
            if question.is_some() && !paused && !ended {
                course.rating += gap(course.last, entry.at);
            }
            if takes_time(&entry.event) {
                on_this += std::mem::take(&mut course.rating);
            }
            match &entry.event {
                Event::AskedQuestion { question: asked } | Event::AskedAfterAll { question: asked } => {
                    course.add(question.replace(asked), std::mem::take(&mut on_this));
                    ended = false;
                }
                Event::Paused | Event::Resumed if undone.contains(&entry.seq) => {}
                Event::Paused => paused = true,
                Event::Resumed => paused = false,
                Event::RatedCompetency { competency, .. } if !undone.contains(&entry.seq) => {
                    rated.insert(competency);
                    ended = rated.len() == all;
                }
                _ => {}
            }
            if ended {
                course.rating = 0;
            }
            course.last = entry.at;
        }
        course.add(question, on_this);
        // It is another one than the log put last where that was undone.
        course.question = assessment.current().cloned();
        course.state = match question {
            None => State::Idle,
            Some(_) if ended || assessment.is_sealed() => State::Idle,
            Some(_) if paused => State::Paused,
            Some(_) => State::Goes,
        };
        course
    }

    fn add(&mut self, question: Option<&QuestionId>, took: i64) {
        if let Some(question) = question.filter(|_| took > 0) {
            *self.by_question.entry(question.clone()).or_default() += took;
            self.total += took;
        }
    }

    /// How the clock is now.
    pub fn state(&self, now: i64) -> State {
        match self.state {
            State::Goes if now.saturating_sub(self.last) > BREAK => State::Stands,
            state => state,
        }
    }

    /// What all of it took until now.
    pub fn total(&self, now: i64) -> i64 {
        self.total + self.since(now)
    }

    /// What a question took until now.
    pub fn on(&self, question: &QuestionId, now: i64) -> i64 {
        let here = if self.question.as_ref() == Some(question) { self.since(now) } else { 0 };
        self.by_question.get(question).copied().unwrap_or_default() + here
    }

    /// What it took up to the last entry.
    pub fn written(&self) -> Spent {
        self.until(self.last)
    }

    /// What it took until now, as a whole.
    pub fn until(&self, now: i64) -> Spent {
        let mut by_question = self.by_question.clone();
        if let (Some(question), since @ 1..) = (&self.question, self.since(now)) {
            *by_question.entry(question.clone()).or_default() += since;
        }
        Spent { by_question, total: self.total(now), runs: self.state(now) == State::Goes }
    }

    fn since(&self, now: i64) -> i64 {
        if self.state == State::Goes { self.rating + gap(self.last, now) } else { 0 }
    }
}

/// The time between two entries that counts. A clock that was put back takes no time away again.
fn gap(from: i64, until: i64) -> i64 {
    match until.saturating_sub(from) {
        gap @ 1..=BREAK => gap,
        _ => 0,
    }
}

/// Whether an event is one of the conversation, so that the time before it belongs to the interview.
const fn takes_time(event: &Event) -> bool {
    !matches!(
        event,
        Event::RatedCompetency { .. }
            | Event::ExplainedRating { .. }
            | Event::Recommended(_)
            | Event::WavedThrough { .. }
            | Event::Submitted { .. }
            | Event::Amended { .. }
            | Event::Attached(_)
    )
}

/// The minutes that the interview has: for its questions and what is said around them, and those that were given on top.
pub fn minutes(assessment: &Assessment) -> u32 {
    let guide = &assessment.basis.guide;
    let around = guide.script.as_ref().map_or(0, Script::minutes);
    let extra = assessment.extra_time().iter().map(|extra| extra.minutes);
    extra.fold(guide.minutes.saturating_add(around), u32::saturating_add)
}

/// A time against its minutes, as in `12:40 of 45`; the time alone where there are none.
pub fn against(milliseconds: i64, minutes: u32) -> String {
    match minutes {
        0 => on_a_clock(milliseconds),
        minutes => format!("{} of {minutes}", on_a_clock(milliseconds)),
    }
}

/// A time as a clock shows it: `12:40`, `1:02:40`.
pub fn on_a_clock(milliseconds: i64) -> String {
    let seconds = milliseconds.max(0) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}
