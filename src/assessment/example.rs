//! A candidate's own example for a criterion: what the situation was, what was to be done, what she did, what came of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// An example in its four parts, of which any may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Example(BTreeMap<ExamplePart, String>);

/// A part of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExamplePart {
    Situation,
    Task,
    Action,
    Result,
}

impl Example {
    /// What is written of it; empty when nothing is.
    pub fn part(&self, part: ExamplePart) -> &str {
        self.0.get(&part).map_or("", String::as_str)
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts that hold words, in their order.
    pub fn parts(&self) -> impl Iterator<Item = (ExamplePart, &str)> {
        self.0.iter().map(|(part, text)| (*part, text.as_str()))
    }

    pub(super) fn write(&mut self, part: ExamplePart, text: &str) {
        if text.trim().is_empty() {
            self.0.remove(&part);
        } else {
            self.0.insert(part, text.to_owned());
        }
    }
}

impl ExamplePart {
    pub const ALL: [Self; 4] = [Self::Situation, Self::Task, Self::Action, Self::Result];

    /// The label on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Situation => "Situation",
            Self::Task => "Task",
            Self::Action => "Action",
            Self::Result => "Result",
        }
    }

    /// Its word in keys and files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Situation => "situation",
            Self::Task => "task",
            Self::Action => "action",
            Self::Result => "result",
        }
    }
}
