//! The keys of the present screen: each screen registers its actions here as data, one listener calls them, and the
//! list that `?` opens is drawn from the same data, so that it names what is there and nothing else.
//!
//! ```ignore
//! let keys = Keys::expect();
//! keys.offer(Action::new('n', "Next question", move || go_on()).when(move || !last.get()));
//! ```
//!
//! An action belongs to the owner that offers it, and goes with it. Of two with one key the later one counts: what is
//! opened for a moment may take keys over, and gives them back. The focus stays where it is, unless an action is there
//! to move it; what the key did is told in words ([`Told`](super::told::Told)).
//!
//! Outside of text fields the key alone works; everywhere, and in text fields only so, it works with Alt. Escape leaves a
//! text field, wherever nothing else takes it. Keys with Ctrl or Meta stay the browser's. Nobody who speaks to her device, or whose hand slips, need keep the plain letters:
//! a switch turns them off.
//!
//! The library of the first program has no keys; `boot.js` asks for this program and its list there.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};

use super::storage::{keep_preference, preference};
use super::told::Told;
use super::{focus, handover};

/// The key that lists the others.
pub const LIST: char = '?';

/// `boot.js` knows it by the same name.
const PLAIN: &str = "keys-without-alt";

/// One thing that can be done on the present screen, with its key.
#[derive(Clone)]
pub struct Action {
    key: char,
    name: Signal<String>,
    offered: Signal<bool>,
    listed: bool,
    run: Callback<()>,
}

impl Action {
    /// `key` is a lower-case letter, a digit or a sign; `name` is an imperative, as on the button that does the same.
    pub fn new(key: char, name: &str, run: impl Fn() + Send + Sync + 'static) -> Self {
        let name = Signal::stored(name.to_owned());
        Self { key, name, offered: Signal::stored(true), listed: true, run: Callback::new(move |()| run()) }
    }

    /// One that the list does not name.
    pub fn unlisted(key: char, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self { listed: false, ..Self::new(key, "", run) }
    }

    /// A name that changes with what is in view, such as the criterion that a digit stands for.
    pub fn named(self, name: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self { name: Signal::derive(name), ..self }
    }

    /// Offered only while this holds, with all that was asked for before: otherwise the key is not listed, and left to
    /// the browser.
    pub fn when(self, offered: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        let before = self.offered;
        Self { offered: Signal::derive(move || before.get() && offered()), ..self }
    }
}

/// What the digits tell that stand for none of the things in view, such as a choice. What is there is offered behind these.
pub fn no_such(told: Told, thing: &'static str) -> impl Iterator<Item = Action> {
    ('1'..='9').map(move |key| Action::unlisted(key, move || told.tell(format!("There is no {thing} {key} here"))))
}

/// One line of the list of keys.
#[derive(Clone, PartialEq, Eq)]
pub struct Listed {
    pub key: char,
    pub name: String,
}

/// The actions of the present screen. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Keys {
    actions: RwSignal<Vec<(u64, Action)>>,
    given: StoredValue<u64>,
    plain: RwSignal<bool>,
    listed: RwSignal<bool>,
}

impl Keys {
    /// Begins with no action, and listens for as long as the present owner is there.
    pub fn provide() {
        let keys = Self {
            actions: RwSignal::new(Vec::new()),
            given: StoredValue::new(0),
            plain: RwSignal::new(preference(PLAIN).as_deref() != Some("no")),
            listed: RwSignal::new(handover::is_list_wanted()),
        };
        let listener = window_event_listener(leptos::ev::keydown, move |event| keys.take(&event));
        on_cleanup(move || listener.remove());
        provide_context(keys);
    }

    pub fn expect() -> Self {
        expect_context()
    }

    /// Offers an action until the present owner goes.
    pub fn offer(self, action: Action) {
        let id = self.given.try_update_value(|given| {
            *given += 1;
            *given
        });
        let Some(id) = id else { return };
        self.actions.update(|actions| actions.push((id, action)));
        on_cleanup(move || {
            // On the way out of the app the list may be gone already.
            let _gone = self.actions.try_update(|actions| actions.retain(|(other, _)| *other != id));
        });
    }

    /// What is offered now, in the order in which it was registered; tracked.
    pub fn offered(self) -> Vec<Listed> {
        let actions = self.actions.get();
        let counts = |index: usize, action: &Action| {
            action.listed
                && action.offered.get()
                && !actions[index + 1..].iter().any(|(_, later)| later.key == action.key && later.offered.get())
        };
        let offered = actions.iter().enumerate().filter(|(index, (_, action))| counts(*index, action));
        offered.map(|(_, (_, action))| Listed { key: action.key, name: action.name.get() }).collect()
    }

    /// Whether the keys work without Alt; tracked.
    pub fn are_plain(self) -> bool {
        self.plain.get()
    }

    /// How a key is pressed now, as `aria-keyshortcuts` has it; tracked.
    pub fn shortcut(self, key: char) -> String {
        if self.are_plain() { format!("{key} Alt+{key}") } else { format!("Alt+{key}") }
    }

    pub fn set_plain(self, plain: bool) {
        self.plain.set(plain);
        keep_preference(PLAIN, if plain { "yes" } else { "no" });
    }

    /// Whether the list of keys is open.
    pub fn listed(self) -> RwSignal<bool> {
        self.listed
    }

    fn take(self, event: &KeyboardEvent) {
        if event.default_prevented() || event.is_composing() || event.ctrl_key() || event.meta_key() || event.repeat() {
            return;
        }
        // What is modal keeps the keys to itself.
        if matches!(document().query_selector("dialog[open]"), Ok(Some(_))) {
            return;
        }
        let (alt, field) = (event.alt_key(), text_field(event));
        if let Some(field) = field.as_ref().filter(|field| event.key() == "Escape" && !is_searched(field)) {
            focus::leave(field);
            return;
        }
        if !alt && (!self.plain.get_untracked() || field.is_some()) {
            return;
        }
        let keys = pressed(event);
        if keys.contains(&LIST) {
            event.prevent_default();
            self.listed.set(true);
        } else if let Some(action) = keys.into_iter().find_map(|key| self.action(key)) {
            event.prevent_default();
            action.run.run(());
        }
    }

    /// What the key does now.
    fn action(self, key: char) -> Option<Action> {
        self.actions.with_untracked(|actions| {
            let mut latest = actions.iter().rev().map(|(_, action)| action);
            latest.find(|action| action.key == key && action.offered.get_untracked()).cloned()
        })
    }
}

/// The keys that may be meant, as actions name them: what is typed, or else where it lies, since with Alt some keyboards
/// type other signs, and on others digits take Shift.
fn pressed(event: &KeyboardEvent) -> Vec<char> {
    // The third level of a keyboard types signs, also where the browser calls it Alt.
    if event.get_modifier_state("AltGraph") {
        return Vec::new();
    }
    let typed = event.key();
    let mut signs = typed.chars();
    let sign = signs.next().filter(|sign| signs.next().is_none() && sign.is_ascii_graphic());
    // Where + lies behind Shift, nobody need hold that as well.
    let sign = if sign == Some('=') { Some('+') } else { sign };
    // A capital letter is another key, unless only Caps Lock made it one.
    let sign = sign.filter(|sign| !(sign.is_ascii_alphabetic() && event.shift_key()));
    let is_plain = sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
    let lies = lies(&event.code(), event.shift_key());
    let lies = lies
        .filter(|lies| !is_plain && (event.alt_key() && (*lies != LIST || sign.is_none()) || lies.is_ascii_digit()));
    sign.into_iter().chain(lies).map(|key| key.to_ascii_lowercase()).collect()
}

/// What lies there on most keyboards.
fn lies(code: &str, shift: bool) -> Option<char> {
    match (code, shift) {
        ("Slash", true) => Some(LIST),
        ("Equal", _) => Some('+'),
        (_, true) => None,
        ("Minus", false) => Some('-'),
        (code, false) => code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit"))?.chars().next(),
    }
}

/// What has the focus, if it takes letters.
fn text_field(event: &KeyboardEvent) -> Option<HtmlElement> {
    const TAKE_NONE: &str = "input:is([type=checkbox], [type=radio], [type=range], [type=button], [type=submit], \
                             [type=reset], [type=file], [type=color])";
    let element = event.target()?.dyn_into::<HtmlElement>().ok()?;
    let takes = matches!(element.matches("input, textarea, select"), Ok(true));
    let takes = element.is_content_editable() || takes && !matches!(element.matches(TAKE_NONE), Ok(true));
    takes.then_some(element)
}

/// Whether words are sought in it: the browser's own Escape takes them away first.
fn is_searched(field: &HtmlElement) -> bool {
    let field = field.dyn_ref::<HtmlInputElement>();
    field.is_some_and(|field| field.type_() == "search" && !field.value().is_empty())
}
