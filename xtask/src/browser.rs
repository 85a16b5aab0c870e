//! Chromium and its driver: named by the environment, found on `PATH`, or installed as packages.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::{package, path};

const BROWSER: Program =
    Program { variable: "TOUCHSTONE_CHROMIUM", names: &["chromium", "chromium-browser", "google-chrome"] };
const DRIVER: Program = Program { variable: "TOUCHSTONE_CHROMEDRIVER", names: &["chromedriver"] };

pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

struct Program {
    variable: &'static str,
    names: &'static [&'static str],
}

impl Browser {
    pub fn fetch() -> Result<Self> {
        if BROWSER.find()?.is_none() || DRIVER.find()?.is_none() {
            let instead = format!("name existing ones in {} and {}", BROWSER.variable, DRIVER.variable);
            package::install(&["chromium", "chromium-driver"], &instead)?;
        }
        let browser = Self { chromium: BROWSER.get()?, chromedriver: DRIVER.get()? };
        println!("{} with {}", browser.chromium.display(), browser.chromedriver.display());
        Ok(browser)
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
    fn find(&self) -> Result<Option<PathBuf>> {
        Ok(path::named_by(self.variable)?.or_else(|| path::find(self.names)))
    }

    fn get(&self) -> Result<PathBuf> {
        let names = self.names.join(", ");
        self.find()?.ok_or_else(|| {
            Failure::new(format!("none of these is on PATH: {names}"))
                .mend(format!("Install it, or name it in {}.", self.variable))
        })
    }
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

    #[test]
    fn only_root_goes_without_a_sandbox() {
        let file = Path::new("/bin/a \"b\"");
        assert!(capabilities(file, true).contains("--no-sandbox"));
        assert!(!capabilities(file, false).contains("--no-sandbox"));
        assert!(capabilities(file, false).contains(r#""binary": "/bin/a \"b\"""#));
    }
}
