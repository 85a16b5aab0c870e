//! What a text looks like before it is read: whether levels with statements are its outermost order, and what else tells
//! a skill from a proficiency.

use super::label::Label;
use crate::import::level_heading::LevelHeading;
use crate::import::line::{Line, lines};

/// What was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// A bit for each number of a level.
    numbers: u128,
    /// Levels whose number stood before, with another between.
    repeated: usize,
    last: u32,
    /// Levels that say "proficiency".
    proficiencies: usize,
    levels: usize,
    statements: usize,
    /// Lines within a level that others lie below: what else has levels has its topics so.
    topics: usize,
    announces_questions: bool,
    is_among_questions: bool,
    announces_behaviour: bool,
}

impl Survey {
    pub fn of(text: &str) -> Self {
        let mut survey = Self::default();
        // Trees and front matter are other formats'.
        if text.trim_start().starts_with(['{', '[']) || text.trim_start().starts_with("---") {
            return survey;
        }
        let mut depth = 0;
        let mut above: Option<Line> = None;
        for line in lines(text) {
            let marked = line.heading();
            let words = marked.map_or(line.text, |(_, words)| words).trim_matches('*');
            let heading = LevelHeading::of(words, marked.is_some()).filter(|_| line.item().is_none());
            let label = Label::of(words).filter(|(_, rest)| rest.is_empty() && line.item().is_none());
            if let Some(heading) = heading {
                depth = marked.map_or(0, |(depth, _)| depth);
                survey.level(heading);
                above = None;
            } else if let Some((label, _)) = label {
                survey.label(label, words);
                above = None;
            } else if survey.levels > 0 && !survey.is_among_questions {
                survey.statements += 1;
                let is_below_level = marked.is_some_and(|(below, _)| depth > 0 && below > depth);
                survey.topics += usize::from(is_below_level || above.is_some_and(|above| lies_below(line, above)));
                above = Some(line);
            }
        }
        survey
    }

    fn level(&mut self, heading: LevelHeading) {
        let bit = 1 << heading.number;
        self.repeated += usize::from(self.numbers & bit != 0 && self.last != heading.number);
        self.last = heading.number;
        self.statements += usize::from(!heading.statement.is_empty());
        self.numbers |= bit;
        self.levels += 1;
        self.is_among_questions = false;
        self.proficiencies += usize::from(heading.step.to_lowercase().contains("proficiency"));
    }

    fn label(&mut self, label: Label, words: &str) {
        match label {
            Label::Questions => (self.announces_questions, self.is_among_questions) = (true, true),
            Label::Levels => self.announces_behaviour |= words.to_lowercase().starts_with("behavio"),
            _ => {}
        }
    }

    /// Whether two levels or more stand once each, with statements and nothing else below them.
    pub fn is_levelled(&self) -> bool {
        self.numbers.count_ones() >= 2 && self.repeated == 0 && self.statements > 0 && self.topics < 2
    }

    /// Whether it says of itself that it states proficiency or behaviour, or has questions.
    pub fn is_proficiency(&self) -> bool {
        self.is_levelled()
            && (self.announces_questions || self.announces_behaviour || self.proficiencies == self.levels)
    }
}

/// Whether a line is a part of the one above it.
fn lies_below(line: Line, above: Line) -> bool {
    let is_item = line.item().is_some();
    let introduces = above.text.ends_with([':', '：']);
    let opens_list = is_item && above.item().is_none();
    let is_deeper = line.indent > above.indent + 1 && (is_item || above.item().is_none());
    !introduces && (opens_list || is_deeper)
}
