//! What the built app weighs. The program `weigh` says it: one of its own, since brotli takes longer to compile than all
//! that stands here, and `serve` does not need it.

use std::process::Command;

use crate::failure::Result;
use crate::shell;

/// Shows the table of all files in `dist/`; an overdrawn budget is a failure.
pub fn check() -> Result<()> {
    shell::run(Command::new("cargo").args(["run", "--package", "weigh", "--", "dist"]))
}
