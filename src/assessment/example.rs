//! A candidate's own example for a criterion: what the situation was, what was to be done, what she did, what came of it.

use serde::{Deserialize, Serialize};

use super::Texts;

/// An example in its four parts, of which any may be empty.
pub type Example = Texts<ExamplePart>;

/// A part of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExamplePart {
    Situation,
    Task,
    Action,
    Result,
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

    /// What helps to write it.
    pub const fn prompt(self) -> &'static str {
        match self {
            Self::Situation => "Where and when was it, and who was there?",
            Self::Task => "What was to be done, and why by you?",
            Self::Action => "What did you do yourself, step by step?",
            Self::Result => "What came of it, and how do you know?",
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
