//! `import`: a document becomes a framework. The program `import` does it: one of its own, since it is made of the
//! library, which the other commands need not compile.

use std::process::{Command, ExitCode};

use crate::failure::{Failure, Result};

/// Hands the words over, and ends as the program ends. Standard output is the framework's alone.
pub fn import(arguments: &[&str]) -> Result<ExitCode> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--manifest-path", manifest, "--package", "import", "--"]).args(arguments);
    let status = command.status().map_err(|error| Failure::new(format!("`cargo` cannot be started: {error}")))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
