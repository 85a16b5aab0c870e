//! Everything that a person does with the app, in one program: it links once, and no journey waits for the last one of
//! another file.

mod bad_input;
mod curve;
mod failure;
mod first_load;
mod guides;
mod hard_interviews;
mod harness;
mod importing;
mod interview;
mod key_list;
mod keys;
mod large;
mod lint;
mod narrow;
mod notes_and_clock;
mod nothing_leaves;
mod offline;
mod opening;
mod packs;
mod paper;
mod planning;
mod questions;
mod reload;
mod right_to_left;
mod sealing;
mod self_assessment;
mod tabs;
mod touch;
mod unit;
mod unit_closing;
mod unit_hands;
