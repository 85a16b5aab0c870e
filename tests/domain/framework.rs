//! Reading, writing and asking a framework.

mod catalog;
mod reading;
mod rungs;
mod writing;
