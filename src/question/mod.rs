//! Questions: which of a framework's bank serve an interview, and why.
//!
//! The bank itself is part of the framework. Here it is narrowed to a wish, and the best set for the time that there is
//! is selected and explained. It keeps nothing and asks nobody.

mod bank;
mod curve;
mod difficulty;
mod made;
mod phrase;
mod search;
mod selection;
mod weight;
mod wish;

pub use bank::{Asked, Bank, Target};
pub use curve::{Point, curve, point};
pub use difficulty::{Difficulty, difficulties};
pub use made::{is_made, lacks_questions, with_made_questions, with_questions_remade};
pub use phrase::{Form, Phrased, phrase};
pub use search::{Effort, Found, Item, Problem};
pub use selection::{Chosen, Coverage, Gap, Remedy, STEPS, Selection, select, select_within};
pub use weight::{Distance, Factors, QUARTERS, Weight, Weights, in_wholes};
pub use wish::{Bounds, Mix, Wish};
