//! How a person comes to the app: with which window, colours, browser profile.

use std::sync::Arc;

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::{Driver, chromium};
use crate::{Folder, Host, Outcome, Person};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

pub struct Visit<'a> {
    host: &'a Host,
    profile: Option<Arc<Folder>>,
    width: u32,
    height: u32,
    scheme: Scheme,
    script: Option<String>,
}

impl<'a> Visit<'a> {
    /// With a new profile, in a window of 1280 × 900, in light colours.
    pub fn to(host: &'a Host) -> Self {
        Self { host, profile: None, width: 1280, height: 900, scheme: Scheme::Light, script: None }
    }

    /// Comes back with what an earlier visit left in its browser (`Person::profile`).
    pub fn with_profile(self, profile: Arc<Folder>) -> Self {
        Self { profile: Some(profile), ..self }
    }

    pub fn sized(self, width: u32, height: u32) -> Self {
        Self { width, height, ..self }
    }

    pub fn coloured(self, scheme: Scheme) -> Self {
        Self { scheme, ..self }
    }

    /// In a browser of which a script has altered something before any page begins.
    pub fn altered_by(self, script: &str) -> Self {
        Self { script: Some(script.to_owned()), ..self }
    }

    /// Opens the app at a route such as `#/`, or nothing for its front door.
    pub async fn open(self, route: &str) -> Outcome<Person> {
        let driver = Driver::shared()?;
        let profile = match self.profile {
            Some(profile) => profile,
            None => Arc::new(Folder::new("profile")?),
        };
        let downloads = Folder::new("downloads")?;
        let browser = WebDriver::new(driver.url(), capabilities(&profile, &downloads)?).await?;
        let person = Person::at(browser, driver, self.host.nobody().clone(), profile, downloads);
        person.prepares().await?;
        if let Some(script) = self.script {
            person.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        }
        person.resizes(self.width, self.height).await?;
        person.prefers(self.scheme).await?;
        person.goes_to(&self.host.url(route)).await?;
        Ok(person)
    }
}

fn capabilities(profile: &Folder, downloads: &Folder) -> Outcome<Capabilities> {
    let mut args: Vec<String> = [
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-breakpad",
        "--disable-crash-reporter",
        "--force-color-profile=srgb",
        "--lang=en",
    ]
    .map(str::to_owned)
    .to_vec();
    args.push(format!("--user-data-dir={}", profile.path().display()));
    if is_root() {
        // Chromium's own sandbox does not start for root.
        args.push("--no-sandbox".to_owned());
    }
    let mut capabilities = Capabilities::default();
    capabilities.set("browserName", "chrome")?;
    capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
    let prefs = json!({ "download.default_directory": downloads.path(), "download.prompt_for_download": false });
    capabilities.set("goog:chromeOptions", json!({ "binary": chromium()?, "args": args, "prefs": prefs }))?;
    Ok(capabilities)
}

fn is_root() -> bool {
    let id = std::process::Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
