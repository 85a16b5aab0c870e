//! Runs other programs: each is printed as `$ …` before it starts, and its output is the reader's.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::failure::{Failure, Result};

/// Runs it to its end; an unsuccessful end is a failure.
pub fn run(command: &mut Command) -> Result<()> {
    let mut child = start(command)?;
    finish(command, &mut child)
}

/// Starts it, and lets it run.
pub fn start(command: &mut Command) -> Result<Child> {
    announce(command);
    command.spawn().map_err(|error| cannot_start(command, &error))
}

/// Waits for the end of what was started; an unsuccessful end is a failure.
pub fn finish(command: &Command, child: &mut Child) -> Result<()> {
    let status = child.wait().map_err(|error| Failure::new(format!("`{}`: {error}", name(command))))?;
    check(command, status)
}

/// Runs it to its end, showing each line of its standard output and handing it to `read`.
pub fn run_and_read(command: &mut Command, mut read: impl FnMut(&str)) -> Result<()> {
    let mut child = start(command.stdout(Stdio::piped()))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.map_err(|error| Failure::new(format!("`{}`: {error}", name(command))))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            read(&line);
        }
    }
    finish(command, &mut child)
}

/// What it prints, where asking is all there is to it (`--version`). Not announced; `None` where it cannot be run.
pub fn ask(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn announce(command: &Command) {
    println!("$ {}", line(command));
}

/// As a person would type it, with the variables that were set for it. `PATH` only ever gains the tools' folders.
fn line(command: &Command) -> String {
    let settings = command.get_envs().filter(|(key, _)| *key != "PATH");
    let settings = settings.map(|(key, value)| {
        let value = value.unwrap_or_default().to_string_lossy();
        format!("{}={}", key.to_string_lossy(), quote(&value))
    });
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words = words.map(|word| quote(&word.to_string_lossy()));
    settings.chain(words).collect::<Vec<_>>().join(" ")
}

fn quote(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:,@+%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

fn check(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("`{}` ended with {status}; its own words stand above", line(command))))
    }
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be started: {error}", name(command)))
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = Command::new("cargo");
        command.args(["test", "--", "a b"]).env("MODE", "x").env("PATH", "/hidden");
        assert_eq!(line(&command), "MODE=x cargo test -- 'a b'");
    }

    #[test]
    fn an_unsuccessful_end_is_a_failure() {
        let failure = run(&mut Command::new("false")).unwrap_err();
        assert_eq!(failure.to_string(), "`false` ended with exit status: 1; its own words stand above.");
        assert!(run(&mut Command::new("true")).is_ok());
    }

    #[test]
    fn lines_are_handed_over() {
        let mut lines = Vec::new();
        run_and_read(Command::new("printf").arg("one\ntwo\n"), |line| lines.push(line.to_owned())).unwrap();
        assert_eq!(lines, ["one", "two"]);
    }
}
