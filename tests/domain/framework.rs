//! Reading, writing and asking a framework.

mod catalog;
mod checking;
mod editing;
mod reading;
mod rungs;
mod small;
mod writing;
