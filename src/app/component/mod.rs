//! One control a file: the narrowest props, no storage, no address.

pub mod aim_form;
pub mod alteration;
pub mod change_list;
pub mod criterion_choice;
pub mod criterion_list;
pub mod digest;
pub mod example;
pub mod heading;
pub mod held;
pub mod history;
pub mod keys;
pub mod level_choice;
pub mod level_list;
pub mod loading;
pub mod make_questions;
pub mod mark_row;
pub mod noted_line;
pub mod other_form;
pub mod rating_choice;
pub mod saved_line;
pub mod seal_once;
pub mod sealed;
pub mod structure;
pub mod text_field;
pub mod undo;
pub mod windowed;
