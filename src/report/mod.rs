//! The report: what an assessment comes to, in words and counts that a page or a file can show as they are.
//!
//! It derives everything from the assessment and keeps nothing. No figure comes without the parts that it was made
//! from. What things look like is left to the pages.

mod amendable;
mod amendment;
mod anchor;
mod as_sealed;
mod beside;
mod computed;
mod deviation;
mod growth;
mod history;
mod line;
mod noted;
mod outcome;
mod outcome_names;
mod own;
mod seal;
mod tally;
mod words;
mod working;

pub use amendable::{Amendable, AmendableGroup, amendable, changes_nothing};
pub use amendment::{Amendment, amendments, recommendation_words};
pub use anchor::{Anchor, MarkedCriterion, anchors, in_sight};
pub use as_sealed::amended_recommendation;
pub use beside::{Beside, Pair, Said, Sides, beside};
pub use computed::{departure_words, figures, result_words};
pub use deviation::{Deviations, Extra, NotPut, QuestionTime, Taken};
pub use growth::{Growth, growth};
pub use history::{criterion_name, criterion_place, done_words, question_name};
pub use line::{Figure, left_out_words, notes_words};
pub use noted::{Noted, NotedLine, TiedNotes, evidence_words, noted, tied_notes};
pub use outcome::{MarkCounts, Outcome, QuestionNote, outcome};
pub use outcome_names::outcome_names;
pub use own::{OwnCriterion, own_criteria, own_levels, own_progress};
pub use seal::short_digest;
pub use tally::{Part, Tally, tally};
pub use words::{against_target_words, question_about, rating_words};
pub use working::{WorkedStep, Working, working};
