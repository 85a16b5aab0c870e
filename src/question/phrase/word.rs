//! A statement cut into words, each with the marks around it, and what can be told of a word by itself.

use super::lexicon::{
    ADVERBS, ALSO_NOUNS, DETERMINERS, NAMES, NOT_ADVERBS, NOT_PEOPLE, OFTEN, PEOPLE, PREPOSITIONS, STEADY, holds,
};
use super::verb::{base_of_third, third_is_open};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Marks before it: an opening bracket or quotation mark.
    before: String,
    pub core: String,
    /// Marks after it: a comma, a closing bracket.
    pub after: String,
}

/// The words of a text, which stand between white space.
pub fn words(text: &str) -> Vec<Word> {
    text.split_whitespace().map(Word::of).collect()
}

/// The text of words, with one space between two.
pub fn text(words: &[Word]) -> String {
    let all: Vec<_> = words.iter().map(|word| format!("{}{}{}", word.before, word.core, word.after)).collect();
    all.join(" ")
}

impl Word {
    fn of(token: &str) -> Self {
        let inner = token.trim_start_matches(|mark: char| !mark.is_alphanumeric());
        let core = inner.trim_end_matches(|mark: char| !mark.is_alphanumeric());
        let (before, after) = (token.len() - inner.len(), core.len());
        Self {
            before: token.get(..before).unwrap_or_default().to_owned(),
            core: core.to_owned(),
            after: inner.get(after..).unwrap_or_default().to_owned(),
        }
    }

    /// The word in lower case, with the plain apostrophe.
    pub fn low(&self) -> String {
        self.core.to_lowercase().replace('’', "'")
    }

    /// The same place with another word.
    pub fn with(&self, core: &str) -> Self {
        Self { core: core.to_owned(), ..self.clone() }
    }

    /// The word without marks behind it.
    pub fn bare(&self) -> Self {
        Self { after: String::new(), ..self.clone() }
    }

    pub fn is(&self, word: &str) -> bool {
        self.low() == word
    }

    pub fn among(&self, list: &str) -> bool {
        holds(list, &self.low())
    }

    /// Whether a clause or an item ends behind it.
    pub fn ends_item(&self) -> bool {
        self.after.contains([',', ';'])
    }

    pub fn is_coordinator(&self) -> bool {
        self.among("and or but & and/or then")
    }

    /// Whether it says how something is done, before a verb.
    pub fn is_adverb(&self) -> bool {
        let low = self.low();
        let by_ending = low.len() > 4 && low.ends_with("ly") && !holds(NOT_ADVERBS, &low);
        by_ending || holds(ADVERBS, &low) || holds(OFTEN, &low) || holds(STEADY, &low)
    }

    pub fn is_preposition(&self) -> bool {
        self.among(PREPOSITIONS)
    }

    pub fn is_determiner(&self) -> bool {
        self.among(DETERMINERS)
    }

    /// Whether it looks like the plural of a noun; a third person that is nothing else does not.
    pub fn is_plural(&self) -> bool {
        let low = self.low();
        if holds("people staff data children criteria men women media", &low) {
            return true;
        }
        let ending =
            low.len() > 3 && low.ends_with('s') && !["ss", "us", "is", "'s"].iter().any(|end| low.ends_with(end));
        let pronoun = holds("this always its towards yours hers theirs ours others' less besides across", &low);
        ending && !pronoun && base_of_third(&low).is_none_or(|base| third_is_open(&base))
    }

    /// Whether it names people, one or several, or whose something is.
    pub fn is_people(&self) -> bool {
        let low = self.low();
        let stem = low.strip_suffix("'s").unwrap_or(&low);
        let single = stem.strip_suffix('s').unwrap_or(stem);
        let by_ending = single.len() > 4 && (single.ends_with("er") || single.ends_with("or"));
        let also_verb = holds(ALSO_NOUNS, single) || super::verb::is_base(single);
        holds(PEOPLE, stem) || (by_ending && !holds(NOT_PEOPLE, stem) && !holds(NOT_PEOPLE, single) && !also_verb)
    }

    /// The word as it stands within a sentence: names and abbreviations keep their capitals.
    pub fn lowered(&self) -> Self {
        let rest = self.core.chars().skip(1);
        let capitals =
            rest.clone().any(char::is_uppercase) || self.core.contains(|letter: char| letter.is_ascii_digit());
        let one = self.core.chars().count() == 1 && self.core != "A";
        if capitals || one || holds(NAMES, &self.core) { self.clone() } else { self.with(&self.core.to_lowercase()) }
    }
}

/// Words as they stand within a sentence.
pub fn lowered(words: &[Word]) -> Vec<Word> {
    let first = words.first().map(Word::lowered);
    first.into_iter().chain(words.iter().skip(1).cloned()).collect()
}
