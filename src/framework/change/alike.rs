//! How much two texts, and two frameworks, have in common.

use std::collections::BTreeMap;

use crate::framework::Framework;

/// From this likeness on, one text passes for another wording of the other.
const ALIKE: f64 = 0.5;

/// The share of criteria that stand in both frameworks, from 0 to 1, whatever their places and identifiers: twice what
/// both have, of all that there are. Case, spaces and punctuation do not count.
pub fn likeness(a: &Framework, b: &Framework) -> f64 {
    let texts = |framework: &Framework| counted(framework.criteria().map(|(.., criterion)| words(&criterion.text)));
    shared(&texts(a), &texts(b))
}

/// The words of a text, counted once to be compared often.
pub(super) struct Wording(BTreeMap<String, usize>);

impl Wording {
    pub fn of(text: &str) -> Self {
        Self(counted(words(text).into_iter()))
    }

    /// How alike both are, from 0 to 1; `None` when one is no other wording of the other.
    pub fn alike(&self, other: &Self) -> Option<f64> {
        Some(shared(&self.0, &other.0)).filter(|share| *share >= ALIKE)
    }
}

fn counted<T: Ord>(things: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    counts
}

fn shared<T: Ord>(a: &BTreeMap<T, usize>, b: &BTreeMap<T, usize>) -> f64 {
    let both: usize = a.iter().map(|(thing, count)| b.get(thing).map_or(0, |other| *count.min(other))).sum();
    let all: usize = a.values().chain(b.values()).sum();
    if all == 0 { 0.0 } else { 2.0 * both as f64 / all as f64 }
}

/// The words of a text in lower case. Scripts that put no spaces between words come apart into their signs.
fn words(text: &str) -> Vec<String> {
    /// Here the signs of East Asia begin.
    const SIGNS: char = '\u{2e80}';
    let mut words = vec![String::new()];
    for character in text.chars() {
        if !character.is_alphanumeric() || character >= SIGNS {
            words.push(String::new());
        }
        if character.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(character.to_lowercase());
        }
        if character >= SIGNS {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: Option<f64>) {
        let (a, b) = (Wording::of(a), Wording::of(b));
        assert_eq!(a.alike(&b), expected);
        assert_eq!(b.alike(&a), expected);
    }

    #[test]
    fn half_of_the_words_make_another_wording() {
        check("Closes routine contacts", "closes, routine  contacts.", Some(1.0));
        check("Closes routine contacts", "Closes contacts late", Some(2.0 / 3.0));
        check("Closes routine contacts", "Opens the contacts", None);
        check("a a a b", "a b b b", Some(0.5));
        check("顧客の声を聞く", "顧客の声を聴く", Some(6.0 / 7.0));
        check("", "", None);
    }
}
