//! The project's own commands: `cargo xtask serve`, `test`, `build`, `import`, `guide`, `bench`, `fuzz`, `tidy`.
//!
//! Each command stands in a file of its own. What a command lacks is fetched on first use, said aloud, and kept in
//! a folder of the user (see `tools`), so that nothing is fetched twice. Every command that changes something is printed first.

mod bench;
mod browser;
mod build;
mod failure;
mod fuzz;
mod package;
mod path;
mod program;
mod rust;
mod seal;
mod serve;
mod shell;
mod size;
mod steps;
mod tally;
mod test;
mod tidy;
mod tools;
mod trunk;

use std::path::Path;
use std::process::ExitCode;

use failure::{Failure, Result};

const HELP: &str = "\
Touchstone's commands:

  cargo xtask serve [--port N] [--release]
      Build for development, serve at http://127.0.0.1:8080/ and build again at every edit.
  cargo xtask test [--only native|wasm|journeys|tidy]
      Native tests, tidy, wasm tests in a browser, release build with its size budget, journeys through the built app.
  cargo xtask build
      The release build in dist/, to be copied to any static host, and the table of its sizes.
  cargo xtask import [--as FORMAT] [--to case [--date YYYY-MM-DD]] FILE…
      The framework that comes of a document, as JSON; what is to be known of the document, a line each, beside it.
      With `--to case` as a CASE 1.0 package, changed at that date, or today; what CASE cannot hold is told of.
  cargo xtask guide FRAMEWORK.json --level L --minutes M
          [--competency ID[=must|should|could]]… [--pin Q]… [--without Q]…
      The best questions for so many minutes, as JSON; what stands in the way, a line each, beside it.
  cargo xtask bench [--browser]
      How long documents of 1 to 8 MB take to be taken in, and hostile ones to be refused; a limit that is passed fails.
      With `--browser` how long the selection of questions takes in Chromium, of the bundled frameworks and of random banks.
  cargo xtask fuzz [FORMAT] [--minutes N]
      Ten minutes, or N, of documents that nobody thought of for each format; needs nightly Rust and cargo-fuzz.
  cargo xtask tidy
      Formatting, lints, direction of dependencies, what views may not contain, no sentence of the reference documents.

What is missing is fetched at first use: the wasm target, Trunk, wasm-bindgen, wasm-opt, Chromium and its driver.
On Ubuntu type `sudo snap install chromium` yourself; its driver comes with it.
Tools are kept in $TOUCHSTONE_TOOLS, else $XDG_CACHE_HOME/touchstone, else ~/.cache/touchstone.
$TOUCHSTONE_WASM_OPT, $TOUCHSTONE_CHROMIUM and $TOUCHSTONE_CHROMEDRIVER name programs to use instead of fetched ones.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<ExitCode> {
    // Their files are named from where the reader stands.
    if let [program @ ("import" | "guide"), arguments @ ..] = arguments {
        return program::run(program, arguments);
    }
    enter_project()?;
    run_in_project(arguments).map(|()| ExitCode::SUCCESS)
}

fn run_in_project(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["serve", options @ ..] => serve::serve(options),
        ["test", options @ ..] => test::test(options),
        ["build"] => build::build(),
        ["fuzz", options @ ..] => fuzz::fuzz(options),
        ["bench", options @ ..] => bench::bench(options),
        ["tidy"] => tidy::tidy(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Failure::new(format!("`cargo xtask {}` is not a command", other.join(" ")))
            .mend(format!("Type one of these:\n\n{HELP}"))),
    }
}

/// Every path in this program is relative to the project's folder.
fn enter_project() -> Result<()> {
    let own_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = own_folder.parent().unwrap_or(own_folder);
    std::env::set_current_dir(project)
        .map_err(|error| Failure::new(format!("{} cannot be entered: {error}", project.display())))
}
