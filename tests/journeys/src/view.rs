//! The page, or a part of it, as a person finds her way in it.
//!
//! Everything waits for what a person would wait for, up to a limit, and never for a fixed time. What is not found is
//! reported together with the roles and names that are there instead.

use std::cell::{Cell, RefCell};
use std::panic::Location;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::{Key, WebElement};

use crate::computed::{label_of, role_of};
use crate::name::folded;
use crate::patience::wait;
use crate::{Name, Outcome, Trouble, role};

/// How hard a person looks for a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// Where names mostly come from.
    Glance,
    /// A name may come from elsewhere, as from a style sheet. The browser is asked of every thing that is there, which
    /// takes it longer than to draw the page.
    Closely,
}

/// While something is waited for, every so many glances are followed by a close look.
const GLANCES: u32 = 16;

#[derive(Clone)]
pub struct View {
    pub(crate) session: Arc<SessionHandle>,
    part: Option<WebElement>,
}

impl View {
    pub(crate) fn of(session: &Arc<SessionHandle>) -> Self {
        Self { session: Arc::clone(session), part: None }
    }

    /// Waits for the one thing of this role and name that is to be seen.
    #[track_caller]
    pub fn finds(&self, role: &str, name: impl Into<Name>) -> impl Future<Output = Outcome<WebElement>> {
        let (name, place) = (name.into(), Location::caller());
        async move { self.one(role, &name).await.map_err(|trouble| trouble.at(place)) }
    }

    /// Waits for the first thing of this role and name that is to be seen, where there may be several.
    #[track_caller]
    pub fn finds_first(&self, role: &str, name: impl Into<Name>) -> impl Future<Output = Outcome<WebElement>> {
        let (name, place) = (name.into(), Location::caller());
        async move {
            let found = wait(async || Ok(self.all(role, &name, Care::Glance).await?.into_iter().next())).await;
            match found {
                Ok(element) => Ok(element),
                Err(why) => Err(self.not_found(role, &name, &why).await.at(place)),
            }
        }
    }

    /// The part of the page that this thing holds: what is looked for in it is looked for there alone.
    #[track_caller]
    pub fn inside(&self, role: &str, name: impl Into<Name>) -> impl Future<Output = Outcome<View>> {
        let found = self.finds(role, name);
        async move { Ok(View { session: Arc::clone(&self.session), part: Some(found.await?) }) }
    }

    #[track_caller]
    pub fn finds_heading(&self, level: u8, name: impl Into<Name>) -> impl Future<Output = Outcome> {
        let (name, place) = (name.into(), Location::caller());
        async move {
            self.one("heading", &name).await.map_err(|trouble| trouble.at(place))?;
            // The screen before may have a heading of the same name; and the page may draw anew between the look and the
            // question. Then both are repeated.
            let last = RefCell::new(String::new());
            let found = wait(async || {
                let Some(heading) = self.all("heading", &name, Care::Closely).await?.pop() else { return Ok(None) };
                let (tag, set) = (heading.tag_name().await?, heading.attr("aria-level").await?);
                let found = set.or_else(|| tag.strip_prefix('h').map(str::to_owned)).unwrap_or_default();
                let fits = found == level.to_string();
                last.replace(found);
                Ok(fits.then_some(()))
            });
            found.await.map_err(|why| {
                let last = last.borrow();
                Trouble::new(format!("heading {name} is of level {last}, not {level}{why}")).at(place)
            })
        }
    }

    /// Waits until nothing of this role and name is to be seen.
    #[track_caller]
    pub fn misses(&self, role: &str, name: impl Into<Name>) -> impl Future<Output = Outcome> {
        let (name, place) = (name.into(), Location::caller());
        async move {
            let gone = async || Ok(self.all(role, &name, Care::Closely).await?.is_empty().then_some(()));
            match wait(gone).await {
                Ok(()) => Ok(()),
                Err(why) => Err(Trouble::new(format!("{role} {name} is still there{why}")).at(place)),
            }
        }
    }

    /// Waits for words that are to be seen, wherever they stand.
    #[track_caller]
    pub fn sees(&self, words: &str) -> impl Future<Output = Outcome> {
        self.waits_for_words(words, true, Location::caller())
    }

    #[track_caller]
    pub fn no_longer_sees(&self, words: &str) -> impl Future<Output = Outcome> {
        self.waits_for_words(words, false, Location::caller())
    }

    #[track_caller]
    pub fn press(&self, role: &str, name: impl Into<Name>) -> impl Future<Output = Outcome> {
        let (name, place) = (name.into(), Location::caller());
        async move { self.act(role, &name, place, async |element| element.click().await).await }
    }

    /// Replaces what stands in a field.
    #[track_caller]
    pub fn fill(&self, role: &str, name: impl Into<Name>, words: &str) -> impl Future<Output = Outcome> {
        let (name, place) = (name.into(), Location::caller());
        async move {
            self.act(role, &name, place, async |element| {
                element.send_keys(Key::Control + "a").await?;
                element.send_keys(Key::Delete).await?;
                element.send_keys(words).await
            })
            .await
        }
    }

    /// Chooses what a list offers by its visible words.
    #[track_caller]
    pub fn choose(&self, name: impl Into<Name>, option: &str) -> impl Future<Output = Outcome> {
        let (name, place) = (name.into(), Location::caller());
        async move {
            let list = self.one("combobox", &name).await.map_err(|trouble| trouble.at(place))?;
            let list = View { session: Arc::clone(&self.session), part: Some(list) };
            list.act("option", &Name::from(option), place, async |element| element.click().await).await
        }
    }

    /// Gives a file to a file field, which browsers call a button.
    #[track_caller]
    pub fn gives_file(&self, name: impl Into<Name>, file: &Path) -> impl Future<Output = Outcome> {
        let (name, place) = (name.into(), Location::caller());
        let file = file.to_string_lossy().into_owned();
        async move { self.act("button", &name, place, async |element| element.send_keys(&file).await).await }
    }

    /// The words to be seen, white space folded.
    pub async fn words(&self) -> Outcome<String> {
        Ok(self.read().await?)
    }

    /// The role and name of everything that a person could act on or orient herself by.
    pub async fn landmarks(&self) -> Outcome<Vec<String>> {
        let mut list = Vec::new();
        for element in self.rough(&role::landmarks(), "").await?.iter().take(60) {
            let (role, label) = (role_of(element).await?, label_of(element).await?);
            list.push(format!("{role} “{}”", folded(&label)));
        }
        Ok(list)
    }

    async fn one(&self, role: &str, name: &Name) -> Outcome<WebElement> {
        let glances = Cell::new(0_u32);
        let found = wait(async || {
            glances.set(glances.get() + 1);
            let care = if glances.get().is_multiple_of(GLANCES) { Care::Closely } else { Care::Glance };
            let mut all = self.all(role, name, care).await?;
            Ok(if all.len() == 1 { all.pop() } else { None })
        });
        match found.await {
            Ok(element) => Ok(element),
            Err(why) => Err(self.not_found(role, name, &why).await),
        }
    }

    async fn not_found(&self, role: &str, name: &Name, why: &str) -> Trouble {
        let count = self.all(role, name, Care::Closely).await.map_or(0, |all| all.len());
        let found = if count == 0 { "no".to_owned() } else { count.to_string() };
        let instead = match self.landmarks().await {
            Ok(list) if list.is_empty() => "nothing that has a role".to_owned(),
            Ok(list) => format!("\n  {}", list.join("\n  ")),
            Err(trouble) => trouble.to_string(),
        };
        Trouble::new(format!("{found} {role} {name} is to be seen{why}; what is there: {instead}"))
    }

    async fn act(
        &self,
        role: &str,
        name: &Name,
        place: &'static Location<'static>,
        action: impl AsyncFn(WebElement) -> WebDriverResult<()>,
    ) -> Outcome {
        self.one(role, name).await.map_err(|trouble| trouble.at(place))?;
        // The page may draw anew between the look and the action: then both are repeated.
        let done = wait(async || match self.all(role, name, Care::Closely).await?.pop() {
            Some(element) => action(element).await.map(Some),
            None => Ok(None),
        });
        done.await.map_err(|why| Trouble::new(format!("{role} {name} cannot be used{why}")).at(place))
    }

    async fn waits_for_words(&self, words: &str, wanted: bool, place: &'static Location<'static>) -> Outcome {
        let words = folded(words);
        let result = wait(async || Ok((self.read().await?.contains(&words) == wanted).then_some(()))).await;
        let Err(why) = result else { return Ok(()) };
        let seen = self.read().await.unwrap_or_default();
        let verb = if wanted { "are not" } else { "are still" };
        Err(Trouble::new(format!("the words “{words}” {verb} to be seen{why}; what is: “{seen}”")).at(place))
    }

    async fn all(&self, role: &str, name: &Name, care: Care) -> WebDriverResult<Vec<WebElement>> {
        let selector = role::candidates(role);
        let mut rough = self.rough(&selector, name.words()).await?;
        if rough.is_empty() && care == Care::Closely {
            rough = self.rough(&selector, "").await?;
            rough.truncate(40);
        }
        let mut all = Vec::new();
        for element in rough {
            if role::fits(role, &role_of(&element).await?) && name.fits(&label_of(&element).await?) {
                all.push(element);
            }
        }
        Ok(all)
    }

    /// What can be seen, matches the selector, and has these words somewhere about it: more than what is meant, never
    /// less, in one request.
    async fn rough(&self, selector: &str, words: &str) -> WebDriverResult<Vec<WebElement>> {
        let part = self.part.as_ref().map(WebElement::to_json).transpose()?.unwrap_or(Value::Null);
        self.session.execute(ROUGH, vec![part, json!(selector), json!(words)]).await?.elements()
    }

    async fn read(&self) -> WebDriverResult<String> {
        let part = self.part.as_ref().map(WebElement::to_json).transpose()?.unwrap_or(Value::Null);
        let words: String = self
            .session
            .execute("return (arguments[0] ?? document.body).innerText ?? ''", vec![part])
            .await?
            .convert()?;
        Ok(folded(&words))
    }
}

const ROUGH: &str = r"
const [part, selector, words] = arguments;
const bare = text => (text ?? '').replace(/\s+/g, '');
const about = element => [
  element.getAttribute('aria-label'), element.getAttribute('alt'), element.title, element.placeholder, element.textContent,
  /^(button|submit|reset)$/.test(element.type) ? element.value : '',
  ...[...(element.labels ?? [])].map(label => label.textContent),
  ...(element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map(id => document.getElementById(id)?.textContent),
].map(bare);
const seen = element => element.type === 'file' || element.tagName === 'OPTION'
  || element.checkVisibility({ visibilityProperty: true });
const needle = bare(words);
return [...(part ?? document).querySelectorAll(selector)]
  .filter(element => seen(element) && (!needle || about(element).join('').includes(needle)));
";
