//! Questions: which of a framework's bank serve an interview, and why.
//!
//! The bank itself is part of the framework. Here it is narrowed to what aims at the target, and a set is
//! proposed for the time that there is. It keeps nothing and asks nobody.

mod bank;
mod made;
mod phrase;
mod selection;

pub use bank::{Asked, Bank};
pub use made::{is_made, lacks_questions, with_made_questions};
pub use phrase::{Form, Phrased, phrase};
pub use selection::{Weight, Wish, propose};
