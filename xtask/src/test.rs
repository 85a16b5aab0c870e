//! `test`: everything that must hold, the quick things first. A failure does not stop what comes after it; all of them
//! are named at the end, and the last line counts tests and checks.

use std::path::PathBuf;
use std::process::Command;

use crate::browser::Browser;
use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::tally::Tally;
use crate::{build, path, rust, shell, size, tidy, tools};

const PARTS: [&str; 4] = ["native", "tidy", "wasm", "journeys"];

pub fn test(arguments: &[&str]) -> Result<()> {
    let mut run = Run { steps: Steps::begin(), tally: Tally::default(), failures: Vec::new() };
    match arguments {
        [] => PARTS.iter().for_each(|part| run.part(part)),
        ["--only", part] if PARTS.contains(part) => run.part(part),
        other => {
            return Err(Failure::new(format!("`test` has no option `{}`", other.join(" ")))
                .mend("Type `cargo xtask test [--only native|wasm|journeys|tidy]`."));
        }
    }
    run.conclude()
}

struct Run {
    steps: Steps,
    tally: Tally,
    failures: Vec<(String, Failure)>,
}

impl Run {
    fn part(&mut self, part: &str) {
        match part {
            "native" => self.tests("native tests", native),
            "tidy" => {
                for (name, check) in tidy::CHECKS {
                    self.check(name, check);
                }
            }
            "wasm" => self.wasm(),
            _ => self.journeys(),
        }
    }

    fn wasm(&mut self) {
        match self.fetch() {
            Ok((runner, browser)) => self.tests("wasm tests", |tally| wasm(runner, &browser, tally)),
            Err(failure) => self.note("wasm tests", Tally::default().of_step(false), failure),
        }
    }

    /// What runs tests in a browser, and the browser.
    fn fetch(&self) -> Result<(PathBuf, Browser)> {
        self.steps.take("wasm target", rust::wasm_target)?;
        let runner = self.steps.take("wasm-bindgen", tools::wasm_bindgen)?;
        Ok((runner, self.steps.take("Chromium", Browser::fetch)?))
    }

    fn journeys(&mut self) {
        if let Err(failure) = build::release(&self.steps) {
            self.note("release build", Tally::default().of_step(false), failure);
            return;
        }
        self.check("size budget", size::check);
        self.tests("journeys", journeys);
    }

    fn check(&mut self, name: &str, check: impl FnOnce() -> Result<()>) {
        self.tests(name, |_| check());
    }

    fn tests(&mut self, name: &str, work: impl FnOnce(&mut Tally) -> Result<()>) {
        let mut tally = Tally::default();
        let result = self.steps.take(name, || work(&mut tally));
        let tally = tally.of_step(result.is_ok());
        match result {
            Ok(()) => self.tally.add(tally),
            Err(failure) => self.note(name, tally, failure),
        }
    }

    fn note(&mut self, name: &str, tally: Tally, failure: Failure) {
        eprintln!("{name}: {failure}");
        self.tally.add(tally);
        self.failures.push((name.to_owned(), failure));
    }

    fn conclude(self) -> Result<()> {
        println!("\n{}", self.steps.table());
        for (name, failure) in &self.failures {
            println!("FAILED {name}: {failure}\n");
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        match self.failures.is_empty() {
            true => Ok(()),
            // All that is to be said stands above, and the count is the last line.
            false => std::process::exit(1),
        }
    }
}

fn native(tally: &mut Tally) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(["test", "--workspace", "--exclude", "journeys", "--no-fail-fast"]);
    shell::run_and_read(&mut command, |line| tally.read(line))
}

fn wasm(runner: PathBuf, browser: &Browser, tally: &mut Tally) -> Result<()> {
    let mut command = Command::new("cargo");
    command
        .args(["test", "--tests", "--target", rust::WASM, "--no-fail-fast"])
        .env("PATH", path::with(&[runner])?)
        .env("CHROMEDRIVER", &browser.chromedriver)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.write_capabilities()?);
    shell::run_and_read(&mut command, |line| tally.read(line))
}

fn journeys(tally: &mut Tally) -> Result<()> {
    let browser = Browser::fetch()?;
    let dist = std::path::absolute("dist").unwrap_or_else(|_| PathBuf::from("dist"));
    let mut command = Command::new("cargo");
    command
        .args(["test", "--package", "journeys", "--no-fail-fast"])
        .env("TOUCHSTONE_DIST", dist)
        .env("TOUCHSTONE_CHROMIUM", browser.chromium)
        .env("TOUCHSTONE_CHROMEDRIVER", browser.chromedriver);
    shell::run_and_read(&mut command, |line| tally.read(line))
}
