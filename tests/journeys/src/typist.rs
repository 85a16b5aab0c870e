//! Someone at a keyboard who has nothing else: she presses keys, and gives the focus to nothing but by keys.

use std::cell::Cell;

use crate::{Key, Name, Outcome, Person, Trouble};

/// The most times that Tab may be needed between two controls.
const MOST_TABS: u32 = 5;

#[derive(Clone, Copy)]
enum Way {
    On,
    Back,
}

pub struct Typist<'a> {
    person: &'a Person,
    tabs: Cell<u32>,
}

impl<'a> Typist<'a> {
    pub fn of(person: &'a Person) -> Self {
        Self { person, tabs: Cell::new(0) }
    }

    /// A key of the screen, outside of text fields.
    pub async fn key(&self, key: char) -> Outcome {
        self.words(&key.to_string()).await
    }

    /// The same key, as it works in text fields too.
    pub async fn alt(&self, key: char) -> Outcome {
        self.tabs.set(0);
        self.person.presses_with(Key::Alt, key).await
    }

    pub async fn words(&self, words: &str) -> Outcome {
        self.tabs.set(0);
        self.person.types(words).await
    }

    pub async fn press(&self, key: Key) -> Outcome {
        self.tabs.set(0);
        self.person.presses_key(key).await
    }

    /// Tabs on until the focus is there.
    pub async fn reaches(&self, role: &str, name: impl Into<Name>) -> Outcome {
        self.tabs_to(role, name.into(), Way::On).await
    }

    /// Tabs back until the focus is there.
    pub async fn reaches_back(&self, role: &str, name: impl Into<Name>) -> Outcome {
        self.tabs_to(role, name.into(), Way::Back).await
    }

    /// What the last key did is told.
    pub async fn hears(&self, words: &str) -> Outcome {
        self.person.inside("status", "What was done").await?.sees(words).await
    }

    async fn tabs_to(&self, role: &str, name: Name, way: Way) -> Outcome {
        while !self.person.stands_at(role, name.clone()).await? {
            self.tabs.set(self.tabs.get() + 1);
            if self.tabs.get() > MOST_TABS {
                return Err(Trouble::new(format!("Tab is needed more than {MOST_TABS} times to reach {role} {name}")));
            }
            match way {
                Way::On => self.person.presses_key(Key::Tab).await?,
                Way::Back => self.person.presses_with(Key::Shift, Key::Tab).await?,
            }
        }
        Ok(())
    }
}
