//! An assessment is the fold of its events.
//!
//! [`Assessment::apply`] holds every rule: it takes the next entry or refuses it with a reason. Undo, history and
//! recovery rest on this alone. Time and ids come in as arguments; storing is left to `record`.

mod basis;
mod event;
mod fold;
mod mark;
mod refusal;

pub use basis::Basis;
pub use event::{AssessmentId, Entry, Event, PersonId, Started};
pub use fold::{Assessment, Stage};
pub use mark::{Mark, Rating, Recommendation, Recommended};
pub use refusal::Refusal;
