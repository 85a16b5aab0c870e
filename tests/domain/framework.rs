//! Reading, writing and asking a framework.

mod catalog;
mod changing;
mod checking;
mod comparing;
mod editing;
mod reading;
mod rungs;
mod small;
mod succeeding;
mod writing;
