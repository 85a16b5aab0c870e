//! Chromium and its driver: named by the environment, found on `PATH` or as a snap, or installed as packages.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::{package, path};

const BROWSER: Program = Program {
    variable: "TOUCHSTONE_CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome"],
    snap: "/snap/bin/chromium",
};
const DRIVER: Program =
    Program { variable: "TOUCHSTONE_CHROMEDRIVER", names: &["chromedriver"], snap: "/snap/bin/chromium.chromedriver" };

#[derive(Debug, PartialEq, Eq)]
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

struct Program {
    variable: &'static str,
    names: &'static [&'static str],
    snap: &'static str,
}

/// A browser and a driver, as far as they are there.
type Pair = (Option<PathBuf>, Option<PathBuf>);

impl Browser {
    pub fn fetch() -> Result<Self> {
        let browser = match Self::find()? {
            Some(browser) => browser,
            None => Self::install()?,
        };
        println!("{} with {}", browser.chromium.display(), browser.chromedriver.display());
        Ok(browser)
    }

    fn find() -> Result<Option<Self>> {
        let both = |look: fn(&Program) -> Option<PathBuf>| (look(&BROWSER), look(&DRIVER));
        let named = (path::named_by(BROWSER.variable)?, path::named_by(DRIVER.variable)?);
        Ok(choose(&named, [both(|program| path::find(program.names)), both(Program::as_snap)]))
    }

    fn install() -> Result<Self> {
        let instead = format!("name existing ones in {} and {}", BROWSER.variable, DRIVER.variable);
        if package::is_ubuntu() {
            return Err(Failure::new("Chromium or its driver is missing, and Ubuntu has them only as a snap").mend(
                format!(
                    "Type `sudo snap install chromium`, which brings {} and {}: they are found there. Or {instead}.",
                    BROWSER.snap, DRIVER.snap
                ),
            ));
        }
        package::install(&["chromium", "chromium-driver"], &instead)?;
        Self::find()?.ok_or_else(|| {
            let names = [BROWSER.names, DRIVER.names].concat().join(", ");
            Failure::new(format!(
                "the packages are installed, but PATH does not have a browser and its driver: {names}"
            ))
            .mend(format!("Correct PATH, or {instead}."))
        })
    }

    /// Capabilities for wasm-bindgen's test runner, in a file whose name is returned.
    pub fn write_capabilities(&self) -> Result<PathBuf> {
        let file = Path::new("target/webdriver.json");
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        std::fs::create_dir_all("target")
            .and_then(|()| std::fs::write(&file, capabilities(&self.chromium, package::is_root())))
            .map_err(|error| Failure::new(format!("{} cannot be written: {error}", file.display())))?;
        Ok(file)
    }
}

impl Program {
    fn as_snap(&self) -> Option<PathBuf> {
        // A link that must stay as it is: what it leads to asks under which name it was called.
        Some(PathBuf::from(self.snap)).filter(|file| file.is_file())
    }
}

/// The first of the places that has what is not named: a driver from elsewhere may not fit the browser.
fn choose((chromium, chromedriver): &Pair, places: [Pair; 2]) -> Option<Browser> {
    places.into_iter().find_map(|place| {
        let chromium = chromium.clone().or(place.0)?;
        Some(Browser { chromium, chromedriver: chromedriver.clone().or(place.1)? })
    })
}

/// Chromium's own sandbox does not start for root.
fn capabilities(chromium: &Path, root: bool) -> String {
    let binary = chromium.to_string_lossy().replace('\\', r"\\").replace('"', "\\\"");
    let sandbox = if root { r#", "--no-sandbox""# } else { "" };
    format!(
        r#"{{"goog:chromeOptions": {{"binary": "{binary}", "args": ["--headless=new", "--disable-gpu", "--no-first-run"{sandbox}]}}}}"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(named: [&str; 2], on_path: [&str; 2], snap: [&str; 2], expected: Option<[&str; 2]>) {
        let pair = |names: [&str; 2]| {
            let [chromium, chromedriver] = names.map(|name| (!name.is_empty()).then(|| PathBuf::from(name)));
            (chromium, chromedriver)
        };
        let expected = expected
            .map(|[chromium, chromedriver]| Browser { chromium: chromium.into(), chromedriver: chromedriver.into() });
        assert_eq!(choose(&pair(named), [pair(on_path), pair(snap)]), expected);
    }

    #[test]
    fn browser_and_driver_come_from_one_place() {
        const NONE: [&str; 2] = ["", ""];
        check(NONE, ["c", "d"], ["sc", "sd"], Some(["c", "d"]));
        check(NONE, ["c", ""], ["sc", "sd"], Some(["sc", "sd"]));
        check(NONE, ["c", ""], ["sc", ""], None);
        check(NONE, ["c", ""], NONE, None);
        check(["n", "m"], NONE, NONE, Some(["n", "m"]));
        check(["", "m"], ["c", ""], ["sc", "sd"], Some(["c", "m"]));
    }

    #[test]
    fn only_root_goes_without_a_sandbox() {
        let file = Path::new("/bin/a \"b\"");
        assert!(capabilities(file, true).contains("--no-sandbox"));
        assert!(!capabilities(file, false).contains("--no-sandbox"));
        assert!(capabilities(file, false).contains(r#""binary": "/bin/a \"b\"""#));
    }
}
