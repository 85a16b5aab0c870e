//! Time: what each question and the whole interview took so far, out of the times in the log. It ends nothing.

use std::collections::BTreeMap;

use crate::framework::QuestionId;

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

    fn add(&mut self, question: Option<&QuestionId>, from: i64, until: i64) {
        let gap = until.saturating_sub(from);
        // A clock that was put back takes no time away again.
        if let (Some(question), 1..=BREAK) = (question, gap) {
            *self.by_question.entry(question.clone()).or_default() += gap;
            self.total += gap;
        }
    }
}

/// What the interview took until now, in milliseconds since 1970. Time counts for the question in view; what passes
/// before a rating or a recommendation is given at the end counts for none.
pub fn spent(assessment: &Assessment, now: i64) -> Spent {
    let mut spent = Spent::default();
    let undone = undone(assessment.log(), None);
    let mut question = None;
    let mut paused = false;
    let mut last = assessment.started_at;
    let mut ended = false;
    for entry in assessment.log() {
        if !paused && takes_time(&entry.event) {
            spent.add(question, last, entry.at);
        }
        match &entry.event {
            Event::AskedQuestion { question: asked } | Event::AskedAfterAll { question: asked } => {
                question = Some(asked);
                ended = false;
            }
            Event::Paused | Event::Resumed if undone.contains(&entry.seq) => {}
            Event::Paused => paused = true,
            Event::Resumed => paused = false,
            Event::RatedCompetency { .. } | Event::Recommended(_) => ended = assessment.unrated() == 0,
            _ => {}
        }
        last = entry.at;
    }
    spent.runs =
        question.is_some() && !paused && !ended && !assessment.is_sealed() && now.saturating_sub(last) <= BREAK;
    if spent.runs {
        spent.add(question, last, now);
    }
    spent
}

/// Whether the time before an event belongs to the interview.
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

/// A time as a clock shows it: `12:40`, `1:02:40`.
pub fn on_a_clock(milliseconds: i64) -> String {
    let seconds = milliseconds.max(0) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}
