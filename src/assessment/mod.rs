//! An assessment is the fold of its events: an interview against a guide, or a unit assessment or a self-assessment
//! against a framework revision.
//!
//! [`Assessment::apply`] holds every rule: it takes the next entry or refuses it with a reason. Undo, history, recovery
//! and the seal rest on this alone. Time and ids come in as arguments; storing is left to `record`.

mod action;
mod basis;
mod closing;
mod entry;
mod event;
mod evidence;
mod example;
mod fold;
pub mod lint;
mod mark;
pub mod nature;
pub mod note;
mod refusal;
pub mod result;
mod seal;
pub mod standing;
pub mod suggestion;
mod texts;
pub mod time;
mod verification;

pub use action::{Action, ActionId, ActionPart};
pub use basis::Basis;
pub use closing::{Answer, Attachment, Signatory};
pub use entry::{Entry, Unreadable};
pub use event::{Against, AssessmentId, Event, FindingId, Form, PersonId, Started, Worded};
pub use evidence::{Evidence, EvidenceId, EvidencePart, Quality};
pub use example::{Example, ExamplePart};
pub use fold::{Added, Assessment, ExtraTime, Rated, Stage};
pub use mark::{Mark, Rating, Recommendation, Recommended, rating_words};
pub use refusal::Refusal;
pub use seal::Altered;
pub use texts::Texts;
pub use verification::{Apart, Decision, Fault, Verification, VerificationPart, Verifying};
