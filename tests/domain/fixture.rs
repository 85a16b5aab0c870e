//! A small framework of our own, and what the tests make of it.

use touchstone::framework::{Framework, LevelId, from_json};

/// The text of `tests/fixtures/library-desk.json`: seven levels, five rungs, three competencies.
pub const LIBRARY_DESK: &str = include_str!("../fixtures/library-desk.json");

pub fn library_desk() -> Framework {
    from_json(LIBRARY_DESK).unwrap()
}

pub fn level(id: &str) -> LevelId {
    LevelId::new(id)
}
