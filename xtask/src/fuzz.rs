//! `fuzz`: documents that nobody thought of, for minutes on end. cargo-fuzz makes and drives them; the target and what it
//! begins with stand in `tests/fuzz`. `test` reads what it kept, and needs none of this.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::shell;

const FOLDER: &str = "tests/fuzz";

/// Of each format, where no number is given.
const MINUTES: u32 = 10;

#[derive(Debug, PartialEq, Eq)]
struct Options<'a> {
    /// All of them where none is named.
    format: Option<&'a str>,
    minutes: u32,
}

/// Fuzzes one format after the other.
pub fn fuzz(arguments: &[&str]) -> Result<()> {
    let options = options(arguments)?;
    let formats = chosen(options.format, formats()?)?;
    check_tools()?;
    for format in formats {
        run(&format, options.minutes)?;
    }
    Ok(())
}

fn options<'a>(arguments: &[&'a str]) -> Result<Options<'a>> {
    let mut options = Options { format: None, minutes: MINUTES };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let minutes = || rest.as_slice().first().and_then(|number| number.parse().ok()).filter(|minutes| *minutes > 0);
        match *argument {
            "--minutes" => {
                options.minutes = minutes().ok_or_else(|| {
                    Failure::new("`--minutes` needs a number").mend("Type for instance `cargo xtask fuzz --minutes 2`.")
                })?;
                rest.next();
            }
            format if !format.starts_with('-') && options.format.is_none() => options.format = Some(format),
            other => {
                return Err(Failure::new(format!("`fuzz` has no option `{other}`"))
                    .mend("Type `cargo xtask fuzz [FORMAT] [--minutes N]`."));
            }
        }
    }
    Ok(options)
}

/// The formats that have a dictionary: every one, and `any`, which leaves the format to recognition.
fn formats() -> Result<Vec<String>> {
    let folder = Path::new(FOLDER).join("dictionary");
    let trouble = |error: std::io::Error| Failure::new(format!("{} cannot be read: {error}", folder.display()));
    let mut formats = Vec::new();
    for file in std::fs::read_dir(&folder).map_err(trouble)? {
        let file = file.map_err(trouble)?.path();
        formats.extend(file.file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    formats.sort();
    Ok(formats)
}

fn chosen(format: Option<&str>, formats: Vec<String>) -> Result<Vec<String>> {
    match format {
        None => Ok(formats),
        Some(format) if formats.iter().any(|known| known == format) => Ok(vec![format.to_owned()]),
        Some(format) => Err(Failure::new(format!("“{format}” is no format that can be fuzzed"))
            .mend(format!("There are: {}.", formats.join(", ")))),
    }
}

/// They are not fetched: a second compiler is a thing that one should want.
fn check_tools() -> Result<()> {
    if shell::ask("rustup", &["run", "nightly", "rustc", "--version"]).is_none() {
        return Err(Failure::new("fuzzing needs the nightly compiler")
            .mend("Type `rustup toolchain install nightly --profile minimal`."));
    }
    if shell::ask("cargo", &["fuzz", "--version"]).is_none() {
        return Err(Failure::new("fuzzing needs cargo-fuzz").mend("Type `cargo install cargo-fuzz`."));
    }
    Ok(())
}

fn run(format: &str, minutes: u32) -> Result<()> {
    let folder = Path::new(FOLDER);
    // What is found on the way stands apart from what was kept, and is no part of the project.
    let working = folder.join("working").join(format);
    std::fs::create_dir_all(&working)
        .map_err(|error| Failure::new(format!("{} cannot be made: {error}", working.display())))?;
    let seeds = [folder.join("corpus").join(format), PathBuf::from("tests/golden").join(format)];
    let mut command = Command::new("rustup");
    command
        .args(["run", "nightly", "cargo", "fuzz", "run", "--sanitizer", "none", "--fuzz-dir", FOLDER, "import"])
        .arg(working)
        .args(seeds.iter().filter(|folder| folder.is_dir()))
        .arg("--")
        .arg(format!("-dict={FOLDER}/dictionary/{format}.dict"))
        .arg(format!("-max_total_time={}", minutes * 60))
        .args(["-max_len=16384", "-rss_limit_mb=1024", "-timeout=10", "-print_final_stats=1"])
        .env("TOUCHSTONE_FORMAT", format);
    shell::run(&mut command).map_err(|failure| {
        Failure::new(failure.to_string())
            .mend(format!("A document that breaks a promise, if one was found, stands in {FOLDER}/artifacts/import."))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &[&str], format: Option<&str>, minutes: u32) {
        assert_eq!(options(arguments).unwrap(), Options { format, minutes });
    }

    #[track_caller]
    fn check_failure(arguments: &[&str], expected: &str) {
        assert_eq!(options(arguments).unwrap_err().to_string(), expected);
    }

    #[test]
    fn a_format_and_minutes_are_taken() {
        check(&[], None, 10);
        check(&["unit"], Some("unit"), 10);
        check(&["--minutes", "2", "unit"], Some("unit"), 2);
        check(&["unit", "--minutes", "2"], Some("unit"), 2);
    }

    #[test]
    fn what_is_not_known_is_said() {
        let number = "`--minutes` needs a number.\nType for instance `cargo xtask fuzz --minutes 2`.";
        check_failure(&["--minutes"], number);
        check_failure(&["--minutes", "0"], number);
        let option = "`fuzz` has no option `skill`.\nType `cargo xtask fuzz [FORMAT] [--minutes N]`.";
        check_failure(&["unit", "skill"], option);
        let formats = || vec!["any".to_owned(), "unit".to_owned()];
        assert_eq!(chosen(None, formats()), Ok(formats()));
        assert_eq!(
            chosen(Some("word"), formats()).unwrap_err().to_string(),
            "“word” is no format that can be fuzzed.\nThere are: any, unit."
        );
    }
}
