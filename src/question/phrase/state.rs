//! Statements of what one can do, is, has, or does not do: "able to …", "is on time", "has patience", "never …".

use super::clause::{Clause, Mood, is_bound_to_present};
use super::form::{Adverbs, Ask, Depth, Form, Recognised, imperative};
use super::knowledge::{knowing, known};
use super::lexicon::{OFTEN, STEADY, holds};
use super::verb::{base_of_gerund, base_of_past, base_of_third, is_base, is_participle, past, third_is_open};
use super::word::{Word, text};

pub fn negative(rest: &[Word]) -> Option<String> {
    let first = rest.first()?.low();
    if let Some(base) = base_of_third(&first) {
        let clause = Clause::of(rest, &base)?;
        return (!clause.finite).then(|| clause.text(Mood::Base));
    }
    is_base(&first).then(|| text(rest))
}

/// "Can", "is able to", "the ability to" and what follows, which is in its base form for certain.
pub fn ability(body: &[Word], adverbs: &mut Adverbs) -> Option<Recognised> {
    let mut rest = body;
    let mut found = false;
    while let Some(count) = ability_words(rest, found) {
        found = true;
        rest = rest.get(count..)?;
        while let Some((word, tail)) =
            rest.split_first().filter(|(word, tail)| word.is_adverb() && word.after.is_empty() && !tail.is_empty())
        {
            adverbs.take(word);
            rest = tail;
        }
    }
    let first = rest.first().filter(|_| found)?;
    let begins = body.first()?.low();
    let low = first.low();
    if holds("may might", &begins) {
        let need = low == "need" && rest.get(1).is_some_and(|word| !word.is("to")) && !is_bound_to_present(rest);
        return need.then(|| (Form::Ability, Ask::Needed(text(rest.get(1..).unwrap_or_default()))));
    }
    if begins == "capable" || body.get(1).is_some_and(|word| word.is("capable")) {
        return base_of_gerund(&low).map(|_| (Form::Ability, Ask::Gerund(text(rest))));
    }
    match low.as_str() {
        "not" | "never" => negative(rest.get(1..)?).map(|said| (Form::Negative, Ask::HardNot(said))),
        "be" if rest.get(1).is_some_and(|word| is_participle(&word.low())) => None,
        "be" => Some((Form::Ability, Ask::Hard(text(rest)))),
        _ if base_of_third(&low).is_some_and(|base| !third_is_open(&base)) || first.is_determiner() => None,
        _ if !first.after.is_empty() && rest.len() == 1 => None,
        "understand" if rest.len() > 1 => Some((Form::Ability, Ask::Do(text(rest), adverbs.clone()))),
        _ => imperative(rest, adverbs.clone()).map(|ask| (Form::Ability, ask)),
    }
}

/// How many words at the head say that something can or has to be done.
fn ability_words(body: &[Word], found: bool) -> Option<usize> {
    let low: Vec<String> = body.iter().take(5).map(Word::low).collect();
    let low: Vec<&str> = low.iter().map(String::as_str).collect();
    match *low.as_slice() {
        ["is" | "are" | "am" | "be" | "being", "capable", "of", ..] => Some(3),
        ["capable", "of", ..] => Some(2),
        ["is" | "are" | "am" | "be" | "being", "able" | "expected" | "required" | "ready" | "willing", "to", ..] => {
            Some(3)
        }
        ["able" | "willing" | "expected" | "required", "to", ..] => Some(2),
        [
            "has" | "have" | "shows" | "show" | "demonstrates" | "demonstrate",
            "the" | "an",
            "ability" | "capacity",
            "to",
            ..,
        ] => Some(4),
        ["has" | "have" | "shows" | "demonstrates" | "the" | "an", "ability" | "capacity", "to", ..] => Some(3),
        ["ability" | "capacity" | "willingness", "to", ..] => Some(2),
        ["has" | "have" | "needs", "to", ..] if !found => Some(2),
        ["to", verb, ..] if !found && is_base(verb) => Some(1),
        ["can" | "must" | "should" | "will" | "shall" | "could" | "may" | "might", next, ..]
            if !holds("be", next) || low.get(2) != Some(&"a") =>
        {
            Some(1)
        }
        _ => None,
    }
}

/// "Is on time".
pub fn state(body: &[Word]) -> Option<Recognised> {
    let (first, rest) = body.split_first()?;
    let mut rest = rest;
    while let Some((_, tail)) = rest.split_first().filter(|(word, _)| word.among(OFTEN) || word.among(STEADY)) {
        rest = tail;
    }
    let low: Vec<String> = rest.iter().take(2).map(Word::low).collect();
    let low: Vec<&str> = low.iter().map(String::as_str).collect();
    let tail = |count: usize| rest.get(count..).filter(|tail| !tail.is_empty());
    let behind = |count: usize| Some(text(tail(count)?));
    match *low.as_slice() {
        ["aware" | "knowledgeable", "of" | "about"] | ["familiar" | "conversant", "with"] => {
            Some((Form::State, known(tail(2)?, Depth::Sound)?))
        }
        ["not", ..] => Some((Form::Negative, Ask::HardNot(["be ", &behind(1)?].concat()))),
        ["never" | "no", ..] => None,
        _ => {
            let mut words = vec![first.with("is")];
            words.extend(rest.iter().cloned());
            let clause = Clause::of(&words, "be")?;
            let next = rest.first()?;
            let whole = text(rest);
            if clause.finite {
                return None;
            }
            if (next.is("responsible") || next.among("a an the") || base_of_gerund(&next.low()).is_some())
                && !clause.is_joined()
            {
                return Some((Form::State, Ask::Was(whole)));
            }
            let ended = is_participle(&next.low())
                && !next.among("committed motivated prepared dedicated engaged organised focused");
            let comparative = next.among("seen known one what how that it there to");
            (!ended && !comparative).then(|| (Form::State, Ask::Hard(clause.text(Mood::Base))))
        }
    }
}

/// "Has patience".
pub fn possession(body: &[Word]) -> Option<Recognised> {
    let rest = body.get(1..).filter(|rest| !rest.is_empty())?;
    if let Some(known) = knowing(rest) {
        return Some((Form::State, known));
    }
    let clause = Clause::of(body, "have")?;
    let first = rest.first()?;
    if is_participle(&first.low()) {
        let base = base_of_past(&first.low()).filter(|_| !clause.is_joined())?;
        let led: Vec<Word> = std::iter::once(first.with(&past(&base))).chain(rest.iter().skip(1).cloned()).collect();
        return (!is_bound_to_present(rest) && rest.len() > 1).then(|| (Form::State, Ask::Past(text(&led))));
    }
    let counted =
        first.core.chars().any(char::is_numeric) || first.among("no not at more less few several two three never been");
    if counted || rest.iter().any(|word| word.among("years experience")) {
        return None;
    }
    if clause.is_joined() {
        return Some((Form::State, Ask::Did(clause, Adverbs::default())));
    }
    let plain = !rest.iter().any(|word| base_of_third(&word.low()).is_some_and(|base| !third_is_open(&base)));
    (plain && !is_bound_to_present(body)).then(|| (Form::State, Ask::Needed(text(rest))))
}
