//! Texts under their keys, of which none is blank: one without words goes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What is written in several places, each under its key, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts<K: Ord>(BTreeMap<K, String>);

impl<K: Ord> Default for Texts<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord + Clone> Texts<K> {
    /// The text under a key; empty when there is none.
    pub fn get(&self, key: &K) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }

    /// Puts a text in the place of the one before.
    pub fn write(&mut self, key: &K, text: &str) {
        if text.trim().is_empty() {
            self.0.remove(key);
        } else {
            self.0.insert(key.clone(), text.to_owned());
        }
    }

    pub fn contains(&self, key: &K) -> bool {
        self.0.contains_key(key)
    }

    /// The texts, in the order of their keys.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
