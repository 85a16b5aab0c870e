//! The report: what an assessment comes to, in words and counts that a page or a file can show as they are.
//!
//! It derives everything from the assessment and keeps nothing. No figure comes without the parts that it was made
//! from. What things look like is left to the pages.

mod anchor;
mod deviation;
mod history;
mod line;
mod outcome;
mod tally;
mod tie;
mod words;

pub use anchor::{Anchor, MarkedCriterion, anchors};
pub use deviation::{Deviations, Extra, NotPut, QuestionTime, Taken};
pub use history::{criterion_name, done_words, question_name};
pub use line::{Figure, notes_words};
pub use outcome::{MarkCounts, Outcome, QuestionNote, outcome};
pub use tally::{Part, Tally, tally};
pub use tie::{TiedLine, Ties};
pub use words::{against_target_words, question_about, rating_words};
