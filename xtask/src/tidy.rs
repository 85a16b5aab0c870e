//! `tidy`: what reviewers should not have to look for. Formatting and lints, and the project's own rules, each in a
//! file of its own that takes a text and gives findings.

mod arrows;
mod finding;
mod length;
mod mac_roman;
mod paths;
mod phrases;
mod target;
mod tokens;
mod views;

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::{rust, shell};
use finding::Finding;

type Check = (&'static str, fn() -> Result<()>);

pub const CHECKS: [Check; 5] = [
    ("formatting", formatting),
    ("rules of the code", rules),
    ("no reference sentence", no_reference_sentence),
    ("lints", native_lints),
    ("lints for wasm", wasm_lints),
];

/// Beside the project's folder, where the documents are at hand at all.
const REFERENCE: &str = "../shared/reference";

pub fn tidy() -> Result<()> {
    let steps = Steps::begin();
    let mut failures = Vec::new();
    for (name, check) in CHECKS {
        failures.extend(steps.take(name, check).err().map(|failure| format!("{name}: {failure}")));
    }
    println!("\n{}", steps.table());
    if failures.is_empty() { Ok(()) } else { Err(Failure::new(failures.join("\n\n"))) }
}

fn formatting() -> Result<()> {
    shell::run(Command::new("cargo").args(["fmt", "--all", "--check"]))
        .map_err(|failure| Failure::new(failure.to_string()).mend("Type `cargo fmt --all`."))
}

fn native_lints() -> Result<()> {
    shell::run(Command::new("cargo").args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn wasm_lints() -> Result<()> {
    rust::wasm_target()?;
    let options = ["clippy", "--all-targets", "--target", rust::WASM, "--", "-D", "warnings"];
    shell::run(Command::new("cargo").args(options))
}

fn rules() -> Result<()> {
    let sources: Vec<(String, String)> = texts()?.into_iter().filter(|(file, _)| file.ends_with(".rs")).collect();
    let mut findings = arrows::check(&sources);
    for (file, text) in &sources {
        findings.extend(target::check(file, text));
        findings.extend(views::check(file, text));
        length::warn(file, text);
    }
    conclude(&findings)
}

fn no_reference_sentence() -> Result<()> {
    let Some(reference) = phrases::Reference::read(Path::new(REFERENCE))? else {
        println!("{REFERENCE} is not here, so nothing was compared with it.");
        return Ok(());
    };
    let findings: Vec<Finding> = texts()?.iter().flat_map(|(file, text)| reference.check(file, text)).collect();
    conclude(&findings)
}

fn conclude(findings: &[Finding]) -> Result<()> {
    findings.iter().for_each(|finding| println!("{finding}"));
    match findings.len() {
        0 => Ok(()),
        1 => Err(Failure::new("one place breaks a rule; it is named above")),
        many => Err(Failure::new(format!("{many} places break a rule; they are named above"))),
    }
}

/// Every text file of the project, tracked or about to be.
fn texts() -> Result<Vec<(String, String)>> {
    let files = shell::ask("git", &["ls-files", "--cached", "--others", "--exclude-standard"]).ok_or_else(|| {
        Failure::new("`git ls-files` failed").mend("Run this in a clone of the project, with git on PATH.")
    })?;
    let files = files.lines().filter(|file| *file != "Cargo.lock");
    // A file that is gone or no text has nothing to be read.
    Ok(files.filter_map(|file| Some((file.to_owned(), std::fs::read_to_string(file).ok()?))).collect())
}
