//! Questions: which of a framework's bank serve an interview, and why.
//!
//! The bank itself is part of the framework, with a person's own questions beside it. Here it is searched, narrowed to a
//! wish, and the best set for the time that there is is selected and explained; own questions are checked, and go into
//! files and out of them. It keeps nothing and asks nobody.

mod bank;
mod curve;
mod difficulty;
mod exchange;
mod made;
mod own;
mod phrase;
mod search;
mod selection;
mod sought;
mod weight;
mod wish;
mod written;

pub use bank::{Asked, Bank, Target};
pub use curve::{Point, curve, gist, minutes_of_curve, point};
pub use difficulty::{Difficulty, difficulties};
pub use exchange::{Arrived, QUESTIONS, Remark, Spot, read_questions, to_csv, to_json};
pub use made::{is_made, lacks_questions, with_made_questions, with_questions_remade};
pub use own::{Own, free_question_id, is_own, tags};
pub use phrase::{Form, Phrased, phrase};
pub use search::{Effort, Found, Item, Problem};
pub use selection::{
    Chosen, Coverage, Gap, QUICK_STEPS, Remedy, STEPS, Selection, select, select_quickly, select_within,
};
pub use sought::{Origin, Sought};
pub use weight::{Distance, Factors, QUARTERS, Weight, Weights, in_wholes};
pub use wish::{Bounds, Mix, Wish};
pub use written::{Fault, LONGEST, MINUTES, Part, Written};
