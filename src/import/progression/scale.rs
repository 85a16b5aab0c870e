//! The levels of a progression as its topics name them: numbered ones, and sublevels within them, which topics may have
//! or not, and in the order in which they were met.

use crate::import::draft::{DraftCompetency, DraftLevel};
use crate::import::notice::Notice;
use crate::import::tree::{Map, Value};

/// What the topics have named so far.
#[derive(Default)]
pub struct Scale {
    steps: Vec<Step>,
}

struct Step {
    /// As the document writes it: `2`.
    name: String,
    /// The titles of its sublevels, such as `Criteria for sublevel A`.
    sublevels: Vec<String>,
}

/// A place of the scale that was named: the index of a level, and of a sublevel in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    step: usize,
    sublevel: Option<usize>,
}

impl Named {
    /// A number for it until the scale is whole: sublevels come and go.
    pub fn provisional(self) -> usize {
        self.step * STRIDE + self.sublevel.map_or(0, |sublevel| sublevel + 1)
    }
}

/// More sublevels than that are no scale.
const STRIDE: usize = 1 << 16;

impl Scale {
    /// The level of that name.
    pub fn level(&mut self, name: &str) -> Named {
        let known = self.steps.iter().position(|step| step.name == name);
        let step = known.unwrap_or_else(|| {
            self.steps.push(Step { name: name.to_owned(), sublevels: Vec::new() });
            self.steps.len() - 1
        });
        Named { step, sublevel: None }
    }

    /// The sublevel of that title within a level.
    pub fn sublevel(&mut self, level: Named, title: &str) -> Named {
        let sublevels = &mut self.steps[level.step].sublevels;
        let known = sublevels.iter().position(|other| other == title);
        let sublevel = known.unwrap_or_else(|| {
            sublevels.push(title.to_owned());
            sublevels.len() - 1
        });
        Named { sublevel: Some(sublevel.min(STRIDE - 2)), ..level }
    }

    /// The level of that name, if it was named already.
    pub fn find(&self, name: &str) -> Option<Named> {
        let step = self.steps.iter().position(|step| step.name.eq_ignore_ascii_case(name))?;
        Some(Named { step, sublevel: None })
    }

    /// Holds the number of levels that the document states against those that it has.
    pub fn check(&self, settings: &mut Map, notices: &mut Vec<Notice>) {
        let is_number = |value: &Value| matches!(value, Value::Text(text) if text.trim().parse::<usize>().is_ok());
        let Some(index) = settings.0.iter().position(|field| field.name == "levels" && is_number(&field.node.value))
        else {
            return;
        };
        let field = settings.0.remove(index);
        let Value::Text(stated) = field.node.value else { return };
        let present = self.steps.len();
        if stated.trim().parse() != Ok(present) {
            let text = format!(
                "The document states {} levels, but has statements for {present}. Only those are taken; look whether some \
                 are missing.",
                stated.trim()
            );
            notices.push(Notice::warning(field.place, text).quoting(format!("levels: {stated}")));
        }
    }

    /// The levels in their order, sublevels behind theirs; expectations that were numbered provisionally are numbered
    /// anew.
    pub fn levels(self, competencies: &mut [DraftCompetency]) -> Vec<DraftLevel> {
        let mut order: Vec<_> = (0..self.steps.len()).collect();
        order.sort_by_key(|index| rank(&self.steps[*index].name));
        let shared = shared_words(self.steps.iter().flat_map(|step| &step.sublevels));
        let mut levels = Vec::new();
        let mut places = std::collections::BTreeMap::new();
        for index in order {
            let (parent, step) = (levels.len(), &self.steps[index]);
            places.insert(Named { step: index, sublevel: None }.provisional(), parent);
            levels.push(DraftLevel { name: level_name(&step.name), ..DraftLevel::default() });
            for (sublevel, title) in step.sublevels.iter().enumerate() {
                places.insert(Named { step: index, sublevel: Some(sublevel) }.provisional(), levels.len());
                let name = sublevel_name(&step.name, title, shared);
                let summary = (name != *title).then(|| title.clone());
                levels.push(DraftLevel { name, within: Some(parent), summary });
            }
        }
        for expectation in competencies.iter_mut().flat_map(|competency| &mut competency.expectations) {
            expectation.level = places.get(&expectation.level).copied().unwrap_or_default();
            for included in &mut expectation.includes {
                *included = places.get(included).copied().unwrap_or_default();
            }
        }
        levels
    }
}

/// Numbers by their value; names in the order in which they came, behind them.
fn rank(name: &str) -> (bool, u64) {
    let number = name.trim().parse().ok();
    (number.is_none(), number.unwrap_or_default())
}

/// A number alone says nothing; a name does.
fn level_name(name: &str) -> String {
    if name.trim().parse::<u64>().is_ok() { format!("Level {}", name.trim()) } else { name.trim().to_owned() }
}

/// How many words all titles begin with alike, at least one of each being left.
fn shared_words<'a>(mut titles: impl Iterator<Item = &'a String>) -> usize {
    let Some(first) = titles.next() else { return 0 };
    let first: Vec<_> = first.split_whitespace().collect();
    let mut shared = first.len().saturating_sub(1);
    let mut several = false;
    for title in titles {
        several = true;
        let words: Vec<_> = title.split_whitespace().collect();
        let alike = words.iter().zip(&first).take_while(|(one, other)| one == other).count();
        shared = shared.min(alike).min(words.len().saturating_sub(1));
    }
    if several { shared } else { 0 }
}

/// `Criteria for sublevel A (after probation)` of level 1 is `1A (after probation)`.
fn sublevel_name(level: &str, title: &str, shared: usize) -> String {
    let words: Vec<_> = title.split_whitespace().skip(shared).collect();
    let rest = words.join(" ");
    let is_letter = words.first().is_some_and(|word| word.chars().count() <= 2);
    if shared > 0 && is_letter { format!("{}{rest}", level.trim()) } else { rest }
}
