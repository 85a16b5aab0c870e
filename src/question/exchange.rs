//! Questions as files: written as CSV or JSON, and read again as own questions of a framework.
//!
//! Reading takes what is sound and says of everything else where it stands, what is wrong and how to mend it. It puts
//! nothing in the place of anything; whoever calls it does.

mod csv;
mod json;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::framework::wording::capital;
use crate::framework::{Framework, Question, QuestionId};

use super::own::{Own, free_question_id};
use super::written::{Fault, Part, Written};

pub use csv::to_csv;
pub use json::{QUESTIONS, to_json};

/// What came of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrived {
    /// Own questions that are not here yet.
    pub new: Vec<Own>,
    /// Other words for own questions that are here.
    pub changed: Vec<Own>,
    /// How many are here already, word for word.
    pub known: usize,
    /// Everything that is wrong. What stands there was not taken.
    pub refused: Vec<Remark>,
    /// What was left out of something that was taken.
    pub notes: Vec<Remark>,
}

/// Something to say of a place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub spot: Spot,
    pub part: Option<Part>,
    pub text: String,
}

/// Where in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    Whole,
    /// The line at which a row begins, from 1.
    Line(u32),
    /// The question of this number, from 1.
    Question(usize),
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.spot, self.part) {
            (Spot::Whole, _) => return f.write_str(&capital(&self.text)),
            (Spot::Line(line), None) => write!(f, "Line {line}")?,
            (Spot::Line(line), Some(part)) => write!(f, "Line {line}, column “{}”", part.name())?,
            (Spot::Question(number), None) => write!(f, "Question {number}")?,
            (Spot::Question(number), Some(part)) => write!(f, "Question {number}, “{}”", json::name(part))?,
        }
        write!(f, ": {}", self.text)
    }
}

impl Remark {
    fn whole(text: impl Into<String>) -> Self {
        Self { spot: Spot::Whole, part: None, text: text.into() }
    }

    fn at(spot: Spot, text: impl Into<String>) -> Self {
        Self { spot, part: None, text: text.into() }
    }

    fn of(spot: Spot, fault: Fault) -> Self {
        Self { spot, part: Some(fault.part), text: fault.text }
    }
}

/// What a reader of one format makes of a file.
#[derive(Default)]
struct Rows {
    written: Vec<(Spot, Written)>,
    refused: Vec<Remark>,
    notes: Vec<Remark>,
}

/// Reads a file of questions, CSV or JSON, for a framework without own questions beside these that are here.
pub fn read_questions(text: &str, framework: &Framework, own: &[Own]) -> Arrived {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let rows = if text.trim_start().starts_with(['{', '[']) { json::read(&text) } else { csv::read(&text) };
    let mut arrived = Arrived { refused: rows.refused, notes: rows.notes, ..Arrived::default() };
    if rows.written.is_empty() && arrived.refused.is_empty() {
        arrived.refused.push(Remark::whole(
            "there is no question in this file. Choose one that was exported here, or write a row for each question.",
        ));
    }
    let mut intake = Intake::new(framework, own);
    for (spot, written) in rows.written {
        intake.take(spot, &written, &mut arrived);
    }
    arrived.refused.sort_by_key(|remark| match remark.spot {
        Spot::Whole => 0,
        Spot::Line(line) => u64::from(line),
        Spot::Question(number) => number as u64,
    });
    arrived
}

/// Tells what is new from what is here.
struct Intake<'a> {
    framework: &'a Framework,
    own: BTreeMap<&'a QuestionId, &'a Own>,
    /// The ids that stand in the framework, among the own questions, or earlier in the file.
    taken: BTreeSet<QuestionId>,
    /// The ids that the file names, and what it asks without one, each with where it stands first.
    named: BTreeMap<QuestionId, Spot>,
    asked: BTreeMap<QuestionId, Spot>,
}

impl<'a> Intake<'a> {
    fn new(framework: &'a Framework, own: &'a [Own]) -> Self {
        let standing = framework.questions().map(|(_, question)| question.id.clone());
        Self {
            framework,
            own: own.iter().map(|own| (own.id(), own)).collect(),
            taken: standing.chain(own.iter().map(|own| own.id().clone())).collect(),
            named: BTreeMap::new(),
            asked: BTreeMap::new(),
        }
    }

    fn take(&mut self, spot: Spot, written: &Written, arrived: &mut Arrived) {
        let own = match written.checked(self.framework) {
            Ok(own) => own,
            Err(faults) => return arrived.refused.extend(faults.into_iter().map(|fault| Remark::of(spot, fault))),
        };
        if self.is_of_framework(written, &own) {
            arrived.known += 1;
            return;
        }
        let (id, here) = match written.own_id() {
            Some(id) => {
                if let Some(earlier) = self.named.insert(id.clone(), spot) {
                    let text =
                        format!("the id “{id}” stands at {earlier} already. Leave the id of one of the two empty.");
                    return arrived.refused.push(Remark { spot, part: Some(Part::Id), text });
                }
                let here = self.own.get(&id).copied();
                (id, here)
            }
            None => {
                if let Some(earlier) = self.asked.insert(own.id().clone(), spot) {
                    let text = format!("the same question stands at {earlier} already. Take one of the two out.");
                    return arrived.refused.push(Remark { spot, part: Some(Part::Text), text });
                }
                let here = self.saying_the_same(&own);
                (here.unwrap_or(&own).id().clone(), here)
            }
        };
        let Some(here) = here else {
            let id = free_question_id(&id, |id| self.taken.contains(id));
            self.taken.insert(id.clone());
            return arrived.new.push(with_id(own, id));
        };
        let own = with_id(own, id);
        if own == *here {
            arrived.known += 1;
        } else {
            arrived.changed.push(own);
        }
    }

    /// The own question that asks this of this competency, whatever its id.
    fn saying_the_same(&self, own: &Own) -> Option<&'a Own> {
        let same = |here: &&Own| here.competency == own.competency && here.question.text == own.question.text;
        self.own.values().copied().find(same)
    }

    /// Whether it says what the question of its id says in the framework, which is no own question then.
    fn is_of_framework(&self, written: &Written, own: &Own) -> bool {
        let standing = self.framework.question(&QuestionId::new(written.id.trim()));
        let same = |standing: &Question| {
            let known = Written::of(Some(&own.competency), standing).checked(self.framework);
            known.is_ok_and(|known| known == *own)
        };
        standing.is_some_and(same)
    }
}

fn with_id(own: Own, id: QuestionId) -> Own {
    Own { question: Question { id, ..own.question }, ..own }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("the beginning"),
            Self::Line(line) => write!(f, "line {line}"),
            Self::Question(number) => write!(f, "question {number}"),
        }
    }
}
