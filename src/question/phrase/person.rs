//! Who is meant by "their" and "they": the person, who becomes "you", or others, who stay. Where that is not sure it
//! says `None`, so that nobody is asked about somebody else's work.

use super::lexicon::{ASKING, HELPING, OF_THINGS, OWNED};
use super::verb::{base_of_third, is_base};
use super::word::Word;

/// How far behind "their" that stands which the person has: "their regular daily volume".
const REACH: usize = 3;

/// The words with the person turned to "you". The verb at the head is not among those looked at.
pub fn turned(words: &[Word]) -> Option<Vec<Word>> {
    let words = folded(words);
    let mut reader = Reader { words: &words, people: None, plural: false, turned: false, others: false };
    let mut out = Vec::with_capacity(words.len());
    for (index, word) in words.iter().enumerate() {
        match reader.read(index)? {
            Some(instead) => out.push(word.with(instead)),
            None if reader.is_bare(index) => out.extend([word.with("your").bare(), word.clone()]),
            None => out.push(word.clone()),
        }
        reader.pass(index);
    }
    Some(out)
}

/// "His or her" and the like in one word.
fn folded(words: &[Word]) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some((word, mut tail)) = rest.split_first() {
        let pair: Vec<String> = rest.iter().take(3).map(Word::low).collect();
        let (first, last) = (pair.first().map(String::as_str), pair.get(2).map(String::as_str));
        let joined = pair.get(1).is_some_and(|joint| joint == "or")
            && matches!((first, last), (Some("his"), Some("her")) | (Some("her"), Some("his")));
        if joined {
            tail = rest.get(3..).unwrap_or_default();
            out.push(word.with("their"));
        } else if word.is("his/her") || word.is("her/his") {
            out.push(word.with("their"));
        } else {
            out.push(word.clone());
        }
        rest = tail;
    }
    out
}

struct Reader<'a> {
    words: &'a [Word],
    /// Where people were named last.
    people: Option<usize>,
    /// Whether something plural was named.
    plural: bool,
    /// Whether the person was.
    turned: bool,
    /// Whether "their" meant others before.
    others: bool,
}

impl<'a> Reader<'a> {
    fn at(&self, index: usize) -> Option<&'a Word> {
        self.words.get(index)
    }

    fn before(&self, index: usize) -> Option<&'a Word> {
        self.words.get(index.checked_sub(1)?)
    }

    fn pass(&mut self, index: usize) {
        let Some(word) = self.words.get(index) else { return };
        if index > 0 && word.is_people() {
            self.people = Some(index);
        }
        self.plural |= index > 0 && word.is_plural();
    }

    /// The word instead of that at the index, none where it stays; `None` where it is not sure.
    fn read(&mut self, index: usize) -> Option<Option<&'static str>> {
        let Some(word) = self.at(index) else { return Some(None) };
        let read = match word.low().as_str() {
            "their" => {
                let own = self.their(index)?;
                self.others |= !own;
                own.then_some("your")
            }
            "theirs" => self.alone()?.then_some("yours"),
            "they" => self.they(index)?.then_some("you"),
            "them" => self.them(index)?.then_some("you"),
            "themselves" | "themself" | "oneself" => self.alone()?.then_some("yourself"),
            "my" | "one's" => Some("your"),
            "i" | "me" => Some("you"),
            "myself" => Some("yourself"),
            "he" | "she" | "he/she" | "his" | "her" | "him" | "we" | "us" | "ourselves" | "himself" | "herself" => {
                return None;
            }
            _ => None,
        };
        self.turned |= read.is_some();
        Some(read)
    }

    /// Only the person can be meant.
    fn alone(&self) -> Option<bool> {
        (self.people.is_none() && !self.plural).then_some(true)
    }

    fn their(&self, index: usize) -> Option<bool> {
        let mut near = self.words.iter().skip(index + 1).take(REACH);
        let mut ended = false;
        let owned = near.any(|word| {
            let open = !ended;
            ended |= !word.after.is_empty() || word.is_preposition();
            open && word.among(OWNED)
        });
        let before = self.before(index);
        let beside = before.is_some_and(|word| word.among("and or about"));
        let Some(people) = self.people else {
            return if !self.plural || owned { Some(true) } else { beside.then_some(false) };
        };
        if self.others {
            return Some(false);
        }
        // "So as to improve their work" tells what the person wants.
        let own_end = self.words.get(people..index).is_some_and(|between| {
            let between: Vec<String> = between.iter().map(Word::low).collect();
            between.windows(3).any(|three| three == ["so", "as", "to"] || three == ["in", "order", "to"])
        });
        let accord = self.at(index + 1).is_some_and(|word| word.is("own"))
            && self.at(index + 2).is_some_and(|word| word.is("accord"));
        if own_end || accord {
            return Some(true);
        }
        let helped = people.checked_sub(1).and_then(|at| self.at(at));
        let further = people.checked_sub(2).and_then(|at| self.at(at));
        let led = |word: Option<&Word>| word.is_some_and(|word| word.among(HELPING) || word.is("that"));
        let asked = before.is_some_and(|word| word.among(ASKING)) && !self.turned;
        let others = led(helped) || led(further) || helped.is_some_and(|word| word.among(ASKING)) || asked;
        (others || (beside && people + 2 == index)).then_some(false)
    }

    fn they(&self, index: usize) -> Option<bool> {
        let before = self.before(index);
        let next = self.at(index + 1);
        if self.people.is_none() && !self.plural {
            return Some(true);
        }
        // "Tasks they are given".
        let behind_noun = before.is_some_and(|word| word.is_plural() || word.is_people());
        let of_things = next.is_some_and(|word| {
            word.among(OF_THINGS) && !(behind_noun && word.among("are were"))
                || (word.among("can must may should") && self.at(index + 2).is_some_and(|word| word.is("be")))
        });
        let effect = before.is_some_and(|word| word.among("impact effect influence")) && self.people.is_none();
        if self.plural && (of_things || effect) {
            return Some(false);
        }
        // "The people they work with": the noun before is what they act on, so somebody else is meant.
        let named = index.checked_sub(1);
        let only = self.people.is_none_or(|people| Some(people) == named);
        let earlier = self.words.iter().take(index.saturating_sub(1)).skip(1).any(Word::is_plural);
        (behind_noun && only && !earlier).then_some(true)
    }

    fn them(&self, index: usize) -> Option<bool> {
        let before = self.before(index);
        let two_before = index.checked_sub(2).and_then(|at| self.at(at));
        let to_person = before.is_some_and(|word| word.among("to for"))
            && two_before
                .is_some_and(|word| word.among("new unfamiliar known assigned given available entrusted allocated"));
        if to_person {
            return Some(true);
        }
        (self.people.is_some() || self.plural).then_some(false)
    }

    /// "Related to own areas", "applicable to role": whose they are is left out.
    fn is_bare(&self, index: usize) -> bool {
        let ends = |word: &Word| {
            !word.after.is_empty()
                || self.at(index + 1).is_none_or(|next| next.is_coordinator() || next.is_preposition())
        };
        let behind = self.before(index).is_some_and(|word| word.among("to from with by for of"));
        let bare = self.at(index).is_some_and(|word| word.among("role manager supervisor mentor") && ends(word));
        (bare && behind) || self.is_bare_own(index)
    }

    fn is_bare_own(&self, index: usize) -> bool {
        let after_noun_phrase = self.before(index).is_some_and(|word| {
            word.is_preposition()
                || (word.is_coordinator() || base_of_third(&word.low()).is_some() || is_base(&word.low()))
        });
        let noun = self.at(index + 1).is_some_and(|word| !word.is_determiner());
        index > 0
            && self.at(index).is_some_and(|word| word.is("own") && word.after.is_empty())
            && after_noun_phrase
            && noun
    }
}

#[cfg(test)]
mod tests {
    use super::super::word::{text, words};
    use super::*;

    #[track_caller]
    fn check(said: &str, expected: Option<&str>) {
        assert_eq!(turned(&words(said)).map(|words| text(&words)).as_deref(), expected);
    }

    #[test]
    fn the_person_becomes_you_where_only_the_person_can_be_meant() {
        check("manages their time", Some("manages your time"));
        check("spots risks related to own areas", Some("spots risks related to your own areas"));
        check("names risks in their tasks", Some("names risks in your tasks"));
        check("finishes what they begin", Some("finishes what you begin"));
        check("gives feedback to the people they work with", Some("gives feedback to the people you work with"));
        check("keeps his or her word", Some("keeps your word"));
        check("take my time", Some("take your time"));
        check("asks peers about tasks that are new to them", Some("asks peers about tasks that are new to you"));
        check(
            "asks peers for help so as to improve their work",
            Some("asks peers for help so as to improve your work"),
        );
    }

    #[test]
    fn others_stay_others() {
        check("helps customers reach their goals", Some("helps customers reach their goals"));
        check("makes sure that colleagues do their work", Some("makes sure that colleagues do their work"));
        check("spots risks and escalates them", Some("spots risks and escalates them"));
        check("listens to customers and their needs", Some("listens to customers and their needs"));
        check("sees the impact they have", Some("sees the impact you have"));
        check("sees risks and the impact they have", Some("sees risks and the impact they have"));
    }

    #[test]
    fn what_is_not_sure_is_none() {
        check("talks with customers in their time", None);
        check("weighs processes by their outcomes", None);
        check("influences others by what they do", None);
        check("lets the manager know that he is late", None);
        check("tells their manager what their plans are", None);
    }
}
