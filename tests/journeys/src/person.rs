//! A person at a browser of her own, with what she does to the whole of it: moving about, keys, tabs, files, leaving.
//!
//! What she does within a page stands in `View`, which every person is as well.

use std::ops::Deref;
use std::panic::Location;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};
use thirtyfour::{Key, WebDriver};

use crate::computed::{label_of, role_of};
use crate::driver::Driver;
use crate::patience::wait;
use crate::{Folder, Name, Nobody, Outcome, Scheme, Trouble, View};

/// Breaches go to the console, where `leaves` finds them after any number of page loads.
const WATCH_THE_POLICY: &str = "document.addEventListener('securitypolicyviolation', event => \
    console.error(`securitypolicyviolation: ${event.effectiveDirective} ${event.blockedURI}`));";

#[must_use = "a person's visit ends with `leaves`, which tells what went wrong unseen"]
pub struct Person {
    view: View,
    browser: WebDriver,
    _driver: Arc<Driver>,
    nobody: Nobody,
    expected: Mutex<Vec<String>>,
    profile: Arc<Folder>,
    downloads: Folder,
}

impl Deref for Person {
    type Target = View;

    fn deref(&self) -> &View {
        &self.view
    }
}

impl Person {
    pub(crate) fn at(
        browser: WebDriver,
        driver: Arc<Driver>,
        nobody: Nobody,
        profile: Arc<Folder>,
        downloads: Folder,
    ) -> Self {
        let view = View::of(browser.handle());
        Self { view, browser, _driver: driver, nobody, expected: Mutex::default(), profile, downloads }
    }

    pub(crate) async fn prepares(&self) -> Outcome {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH_THE_POLICY })).await?;
        let folder = self.downloads.path();
        self.devtools("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder })).await?;
        Ok(())
    }

    /// A command of the browser's developer tools: what no person can do, such as slowing the processor down.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        Ok(self.browser.cdp().send_raw(command, parameters).await?)
    }

    /// The value of a script, waited for if it is a promise: for what no person can see or do.
    #[track_caller]
    pub fn learns(&self, script: &str) -> impl Future<Output = Outcome<Value>> {
        let place = Location::caller();
        let question = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        async move {
            let answer = self.devtools("Runtime.evaluate", question).await.map_err(|trouble| trouble.at(place))?;
            match answer.get("exceptionDetails") {
                Some(error) => Err(Trouble::new(format!("the script failed: {error}")).at(place)),
                None => Ok(answer["result"]["value"].clone()),
            }
        }
    }

    /// Waits until a script's value is true.
    #[track_caller]
    pub fn waits_until(&self, script: &str) -> impl Future<Output = Outcome> {
        let (place, script) = (Location::caller(), format!("return ({script})"));
        async move {
            let met = wait(async || {
                Ok(self.browser.execute(&script, Vec::new()).await?.json().as_bool() == Some(true))
                    .map(|met| met.then_some(()))
            });
            met.await.map_err(|why| Trouble::new(format!("`{script}` does not come true{why}")).at(place))
        }
    }

    pub async fn goes_to(&self, url: &str) -> Outcome {
        Ok(self.browser.goto(url).await?)
    }

    pub async fn reloads(&self) -> Outcome {
        Ok(self.browser.refresh().await?)
    }

    pub async fn goes_back(&self) -> Outcome {
        Ok(self.browser.back().await?)
    }

    pub async fn goes_forward(&self) -> Outcome {
        Ok(self.browser.forward().await?)
    }

    /// The route of the address, from its `#` on.
    pub async fn route(&self) -> Outcome<String> {
        let address = self.browser.current_url().await?;
        Ok(address.fragment().map(|route| format!("#{route}")).unwrap_or_default())
    }

    pub async fn title(&self) -> Outcome<String> {
        Ok(self.browser.title().await?)
    }

    /// The width and height of what the page has to itself, exactly, however narrow.
    pub async fn resizes(&self, width: u32, height: u32) -> Outcome {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }

    pub async fn prefers(&self, scheme: Scheme) -> Outcome {
        let value = if scheme == Scheme::Dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// Types where the focus is.
    pub async fn types(&self, keys: impl Into<thirtyfour::TypingData>) -> Outcome {
        Ok(self.browser.action_chain().send_keys(keys).perform().await?)
    }

    pub async fn presses_key(&self, key: Key) -> Outcome {
        self.types(key).await
    }

    /// Draws the page on the screen as it comes out of a printer, or as before.
    pub async fn holds_paper(&self, is_so: bool) -> Outcome {
        let media = if is_so { "print" } else { "" };
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": media })).await.map(drop)
    }

    /// Presses a key while another one is held down.
    pub async fn presses_with(&self, held: Key, key: impl Into<char>) -> Outcome {
        let key = key.into();
        let chain = self.browser.action_chain().key_down(held.clone()).key_down(key).key_up(key).key_up(held);
        Ok(chain.perform().await?)
    }

    /// Drags one button onto another with the pointer.
    pub async fn drags(&self, from: &str, onto: &str) -> Outcome {
        let (from, onto) = (self.finds("button", from).await?, self.finds("button", onto).await?);
        from.scroll_into_view().await?;
        let chain = self.browser.action_chain().click_and_hold_element(&from).move_to_element_center(&onto).release();
        Ok(chain.perform().await?)
    }

    /// Whether the focus is on this now.
    pub async fn stands_at(&self, role: &str, name: impl Into<Name>) -> Outcome<bool> {
        let element = self.browser.active_element().await?;
        Ok(crate::role::fits(role, &role_of(&element).await?) && name.into().fits(&label_of(&element).await?))
    }

    /// Waits until the focus is on this.
    #[track_caller]
    pub fn is_at(&self, role: &str, name: impl Into<Name>) -> impl Future<Output = Outcome> {
        let (name, place) = (name.into(), Location::caller());
        async move {
            let arrived = wait(async || {
                let element = self.browser.active_element().await?;
                let fits = crate::role::fits(role, &role_of(&element).await?) && name.fits(&label_of(&element).await?);
                Ok(fits.then_some(()))
            });
            let Err(why) = arrived.await else { return Ok(()) };
            let element = self.browser.active_element().await?;
            let (real_role, label) = (role_of(&element).await?, label_of(&element).await?);
            let what = format!("the focus is on {real_role} “{label}”, not on {role} {name}{why}");
            Err(Trouble::new(what).at(place))
        }
    }

    /// Waits for a file of JSON or CSV whose name ends so to be downloaded, and gives its path.
    #[track_caller]
    pub fn receives_file(&self, ending: &str) -> impl Future<Output = Outcome<PathBuf>> {
        self.receives(ending, |bytes| bytes.ends_with(b"\r\n") || serde_json::from_slice::<Value>(bytes).is_ok())
    }

    /// Waits for a text file whose name ends so, and whose last words are these, and gives its text.
    #[track_caller]
    pub fn receives_text(&self, ending: &str, last: &str) -> impl Future<Output = Outcome<String>> {
        let arrives = self.receives(ending, move |bytes| bytes.ends_with(last.as_bytes()));
        async move { Ok(std::fs::read_to_string(arrives.await?)?) }
    }

    #[track_caller]
    fn receives(&self, ending: &str, is_whole: impl Fn(&[u8]) -> bool) -> impl Future<Output = Outcome<PathBuf>> {
        let place = Location::caller();
        async move {
            // A file stands there before all of it is written.
            let fits = |path: &PathBuf| {
                path.to_string_lossy().ends_with(ending) && std::fs::read(path).is_ok_and(|bytes| is_whole(&bytes))
            };
            let arrived = wait(async || {
                let files = std::fs::read_dir(self.downloads.path()).into_iter().flatten().flatten();
                Ok(files.map(|file| file.path()).find(fits))
            });
            arrived.await.map_err(|why| Trouble::new(format!("no file “…{ending}” was downloaded{why}")).at(place))
        }
    }

    /// Opens a tab beside and goes on there; `turns_to_tab(0)` is the first again.
    pub async fn opens_tab(&self, url: &str) -> Outcome {
        let tab = self.browser.new_tab().await?;
        self.browser.switch_to_window(tab).await?;
        self.prepares().await?;
        self.goes_to(url).await
    }

    /// Closes the tab that she is at; `turns_to_tab` goes on at another one.
    pub async fn closes_tab(&self) -> Outcome {
        Ok(self.browser.close_window().await?)
    }

    pub async fn turns_to_tab(&self, number: usize) -> Outcome {
        let tabs = self.browser.windows().await?;
        let tab = tabs.get(number).ok_or_else(|| Trouble::new(format!("there is no tab {number}")))?;
        Ok(self.browser.switch_to_window(tab.clone()).await?)
    }

    /// What the browser keeps: for `Visit::with_profile`.
    pub fn profile(&self) -> Arc<Folder> {
        Arc::clone(&self.profile)
    }

    /// Ends the browser as a crash or an empty battery does, and gives its profile.
    pub fn crashes(self) -> Outcome<Arc<Folder>> {
        self.kills_browser()?;
        Ok(self.profile())
    }

    /// Says that an error whose text contains these words belongs to the journey, as when a file is broken on purpose.
    pub fn expects_error(&self, words: &str) {
        self.expected.lock().unwrap_or_else(PoisonError::into_inner).push(words.to_owned());
    }

    /// Ends the visit. Nothing may have gone wrong unseen.
    #[track_caller]
    pub fn leaves(self) -> impl Future<Output = Outcome> {
        let place = Location::caller();
        async move {
            let errors = self.errors().await?;
            let visitors = self.nobody.visitors();
            self.browser.clone().quit().await?;
            if !errors.is_empty() {
                return Err(Trouble::new(format!("errors in the console:\n  {}", errors.join("\n  "))).at(place));
            }
            if visitors > 0 {
                return Err(Trouble::new(format!("something connected {visitors} times to where nobody may")).at(place));
            }
            Ok(())
        }
    }

    fn kills_browser(&self) -> std::io::Result<()> {
        let process = self.browser.capabilities().get("goog:processID").cloned().unwrap_or_default();
        Command::new("kill").args(["-KILL", &process.to_string()]).stderr(Stdio::null()).status().map(drop)
    }

    async fn errors(&self) -> Outcome<Vec<String>> {
        let expected = self.expected.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let severe = self.browser.browser_log().await?.into_iter().filter(|entry| entry.level == "SEVERE");
        let messages = severe.map(|entry| entry.message);
        Ok(messages.filter(|message| !expected.iter().any(|words| message.contains(words))).collect())
    }
}

impl Drop for Person {
    /// A journey that breaks off leaves no browser behind.
    fn drop(&mut self) {
        if self.browser.clone().leak().is_ok() {
            // It breaks off with an error of its own, which is the one to be read.
            self.kills_browser().unwrap_or_default();
        }
    }
}
