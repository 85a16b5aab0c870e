//! Commands that are programs of their own, since they are made of the library, which the other commands need not
//! compile: `import`, a document becomes a framework; `guide`, a wish becomes its best questions.

use std::process::{Command, ExitCode};

use crate::failure::{Failure, Result};

/// Hands the words over, and ends as the program ends. Standard output is the program's alone.
pub fn run(package: &str, arguments: &[&str]) -> Result<ExitCode> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--manifest-path", manifest, "--package", package, "--"]).args(arguments);
    let status = command.status().map_err(|error| Failure::new(format!("`cargo` cannot be started: {error}")))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
