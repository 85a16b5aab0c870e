//! `bench`: how long the import takes. The program `bench` says it: one of its own, since it is made of the library,
//! which the other commands need not compile, and compiled for speed.

use std::process::Command;

use crate::failure::Result;
use crate::shell;

/// Shows the tables; a limit that is passed is a failure.
pub fn bench() -> Result<()> {
    shell::run(Command::new("cargo").args(["run", "--profile", "bench", "--package", "bench"]))
}
