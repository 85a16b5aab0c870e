//! One control a file: the narrowest props, no storage, no address.

pub mod criterion_list;
pub mod heading;
pub mod loading;
pub mod mark_row;
pub mod saved_line;
pub mod text_field;
pub mod windowed;
