//! Long work, done by a worker: the page asks, hears how far it is, and gets what came of it. There are two kinds of it,
//! the import of a document (`importing`) and the selection of questions (`selecting`); each says on the page's side
//! how it is asked for, and on the worker's how it is done.
//!
//! A worker belongs to one handle. It ends with that, and its memory with it; what it was doing is then cancelled.

mod errand;
mod importing;
mod message;
mod selecting;
mod serve;
mod source;

pub use importing::{Answer, Came, Importer, Outcome};
pub use selecting::{Curve, Drawn, Selecting};
pub use serve::serve;
