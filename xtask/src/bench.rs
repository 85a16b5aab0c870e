//! `bench`: how long the import takes, and a large interview, said by the program `bench`: one of its own, since it is made of the library, which
//! the other commands need not compile, and compiled for speed. `bench --browser`: how long the selection of questions
//! takes in Chromium, compiled as the app is; the journeys' program `bench` visits the page and makes the table.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::Browser;
use crate::failure::{Failure, Result};
use crate::{rust, shell, tools};

/// The library of the package `bench-browser`, and what the page calls it.
const LIBRARY: &str = "selecting";

const PAGE: &str = r#"<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Selecting questions</title>
  <link rel="icon" href="data:," />
  <script type="module">
    import init, * as selecting from "./selecting.js";
    await init();
    globalThis.selecting = selecting;
  </script>
</html>
"#;

/// Shows the tables; a limit that is passed is a failure.
pub fn bench(arguments: &[&str]) -> Result<()> {
    match arguments {
        [] => shell::run(Command::new("cargo").args(["run", "--profile", "bench", "--package", "bench"])),
        ["--browser"] => in_browser(),
        other => Err(Failure::new(format!("`bench` has no option `{}`", other.join(" ")))
            .mend("Type `cargo xtask bench [--browser]`.")),
    }
}

fn in_browser() -> Result<()> {
    rust::wasm_target()?;
    let (bindgen, opt) = (tools::wasm_bindgen()?, tools::wasm_opt()?);
    let browser = Browser::fetch()?;
    let options = ["build", "--release", "--target", rust::WASM, "--package", "bench-browser"];
    shell::run(Command::new("cargo").args(options))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let page = target.join("bench-browser");
    let program = target.join(rust::WASM).join("release").join(LIBRARY).with_extension("wasm");
    bind(&bindgen, &program, &page)?;
    let bound = page.join(format!("{LIBRARY}_bg.wasm"));
    shell::run(Command::new(opt.join("wasm-opt")).args(["-Oz", "--converge"]).arg(&bound).arg("-o").arg(&bound))?;
    std::fs::write(page.join("index.html"), PAGE)
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}", page.display())))?;
    shell::run(
        Command::new("cargo")
            .args(["run", "--package", "journeys", "--bin", "bench", "--"])
            .arg(&page)
            .env("TOUCHSTONE_CHROMIUM", browser.chromium)
            .env("TOUCHSTONE_CHROMEDRIVER", browser.chromedriver),
    )
}

fn bind(bindgen: &Path, program: &Path, page: &Path) -> Result<()> {
    let options = ["--target", "web", "--no-typescript", "--out-dir"];
    shell::run(Command::new(bindgen.join("wasm-bindgen")).args(options).arg(page).arg(program))
}
