//! What form a statement has, and what can be asked of it. It says `None` of what it does not recognise for certain, and
//! puts nothing into a frame.

use super::clause::{Clause, Mood};
use super::knowledge::{about, knowing, known, quality};
use super::lexicon::{CLAUSE_OPENERS, COMPLETE_ALONE, OFTEN, PREPOSITIONAL, STEADY, SUBJECTS, holds};
use super::person::turned;
use super::state::{ability, negative, possession, state};
use super::verb::{
    base_is_open, base_of_gerund, base_of_past, base_of_third, is_base, is_participle, past, third_is_open,
};
use super::word::{Word, lowered, text, words};

/// The form of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// "Identifies risks".
    ThirdPerson,
    /// "Identify risks".
    Imperative,
    /// "Able to identify risks", "Can identify risks".
    Ability,
    /// "Identifying risks".
    Gerund,
    /// "Identified the risks".
    Past,
    /// "Knowledge of the risks".
    NounPhrase,
    /// "Risks are identified".
    Passive,
    /// "Is on time", "Has patience".
    State,
    /// "Does not overlook risks".
    Negative,
    /// It is quoted.
    Unrecognised,
}

impl Form {
    /// The words for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ThirdPerson => "third person",
            Self::Imperative => "imperative",
            Self::Ability => "ability",
            Self::Gerund => "gerund",
            Self::Past => "past",
            Self::NounPhrase => "noun phrase",
            Self::Passive => "passive",
            Self::State => "state",
            Self::Negative => "negative",
            Self::Unrecognised => "not recognised",
        }
    }
}

/// How much of a thing is to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    Basic,
    Sound,
    Deep,
}

/// What can be asked, with the words for it as they stand behind "you", "to" or "about".
#[derive(Clone, Debug)]
pub enum Ask {
    /// What was done, in every mood.
    Did(Clause, Adverbs),
    /// What is done, in the base form alone.
    Do(String, Adverbs),
    /// "Identifying risks".
    Gerund(String),
    /// "Identified the risks".
    Past(String),
    /// "Be on time", which can be hard.
    Hard(String),
    /// "Interrupt", which it can be hard not to do.
    HardNot(String),
    /// "A mentor", "responsible for the till".
    Was(String),
    /// "Patience".
    Needed(String),
    /// "Attention to detail".
    Mattered(String),
    /// "Customers are kept informed".
    Ensured(String),
    /// "Of working with customers".
    Experience(String),
    /// The verb, and what is explained.
    Explained(String, String),
    /// What is known.
    Known(String, Depth),
    /// "Customers have different needs", which is understood.
    Understood(String),
    /// What one knows how to do, in the base form.
    KnownHow(String),
}

/// What stands before the verb.
#[derive(Clone, Debug, Default)]
pub struct Adverbs {
    /// "Always" and the like, by which a standard is held.
    pub steady: Option<String>,
    /// The others; those of how often are left out.
    pub manner: Vec<String>,
}

/// A form and what can be asked of it.
pub type Recognised = (Form, Ask);

/// Recognises a statement that is one sentence.
pub fn recognise(said: &str) -> Option<Recognised> {
    let all = words(said);
    if all.iter().any(|word| word.core.contains('/') && word.core.chars().all(|letter| !letter.is_ascii_digit())) {
        return None;
    }
    let (body, person) = subject(&all);
    if body.len() == all.len()
        && let Some(ensured) = passive(body)
    {
        return Some((Form::Passive, Ask::Ensured(ensured)));
    }
    let (mut adverbs, body) = adverbs(body);
    let body = lowered(&turned(&folded_negation(body))?);
    let (first, rest) = body.split_first()?;
    if let Some((form, ask)) = ability(&body, &mut adverbs) {
        return Some((form, ask));
    }
    match first.low().as_str() {
        "not" | "never" | "does-not" => return negative(rest).map(|said| (Form::Negative, Ask::HardNot(said))),
        "is" | "are" | "am" | "be" => return state(&body),
        "has" | "have" => return possession(&body),
        "aware" | "familiar" | "knowledgeable" | "conversant" | "responsible" | "comfortable" | "confident" => {
            let is = first.with("is").bare();
            return state(&std::iter::once(is).chain(body.iter().cloned()).collect::<Vec<_>>());
        }
        "proficient" if rest.first().is_some_and(|word| word.is("in")) => {
            return Some((Form::State, known(rest.get(1..)?, Depth::Sound)?));
        }
        "motivated" | "committed" | "determined" | "keen" | "eager"
            if rest.first().is_some_and(|word| word.is("to")) =>
        {
            return (rest.len() > 1).then(|| (Form::State, Ask::Was(text(&body))));
        }
        _ => {}
    }
    if person != Person::Plain
        && let Some(base) = base_of_third(&first.low()).filter(|base| begins_clause(base, rest, !adverbs.is_empty()))
    {
        return third(&body, &base, adverbs).map(|ask| (Form::ThirdPerson, ask));
    }
    if let Some(known) = knowing(&body) {
        return Some((Form::NounPhrase, known));
    }
    if let Some(quality) = quality(&body) {
        return Some((Form::NounPhrase, quality));
    }
    let sure = person == Person::Plain || !adverbs.is_empty();
    if person != Person::Third && is_base(&first.low()) && (sure || begins_imperative(&first.low(), rest)) {
        return imperative(&body, adverbs).map(|ask| (Form::Imperative, ask));
    }
    if let Some(base) = base_of_gerund(&first.low()).filter(|_| person == Person::Unnamed) {
        return gerund(&body, &base, &adverbs).map(|ask| (Form::Gerund, ask));
    }
    let spelt = base_of_past(&first.low())?;
    let object = rest.first().is_some_and(Word::is_determiner);
    (past(&spelt) == first.low() && (object || person != Person::Unnamed) && rest.len() > 1)
        .then(|| (Form::Past, Ask::Past(adverbs.before(&text(&body)))))
}

impl Adverbs {
    fn is_empty(&self) -> bool {
        self.steady.is_none() && self.manner.is_empty()
    }

    /// The words with the adverbs of manner before them.
    pub fn before(&self, said: &str) -> String {
        let all: Vec<_> = self.manner.iter().map(String::as_str).chain([said]).collect();
        all.join(" ")
    }

    pub fn take(&mut self, word: &Word) {
        let low = word.low();
        if holds(STEADY, &low) {
            self.steady = Some(low);
        } else if !holds(OFTEN, &low) && !holds("also then still again", &low) {
            self.manner.push(low);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Person {
    Unnamed,
    /// "The employee".
    Third,
    /// "I", "you", "they", "employees": the verb is in its base form.
    Plain,
}

/// The words behind the one who is named at the head, and how the verb agrees.
fn subject(all: &[Word]) -> (&[Word], Person) {
    let named = (0..3).find_map(|index| {
        let word = all.get(index)?;
        let next = all.get(index + 1)?;
        let low = word.low();
        if index == 0 && holds("i you they", &low) {
            return Some((1, Person::Plain));
        }
        if index == 0 && low == "he" && next.is("or") {
            return Some((3, Person::Third));
        }
        let led = index == 0 || all.first()?.among("the a an each every this our your team staff support service");
        let one = holds(SUBJECTS, &low);
        let several = low.strip_suffix('s').is_some_and(|single| holds(SUBJECTS, single));
        let modal = next.among("can must should will shall may might is has does are have do never not");
        let verb =
            modal || next.is_adverb() || base_of_third(&next.low()).is_some() || (several && is_base(&next.low()));
        let passive = next.among("is are") && all.get(index + 2).is_some_and(|word| is_participle(&word.low()));
        let person = if one { Person::Third } else { Person::Plain };
        (led && verb && (one || several) && word.after.is_empty() && !passive).then_some((index + 1, person))
    });
    match named {
        Some((count, person)) => (all.get(count..).unwrap_or_default(), person),
        None => (all, Person::Unnamed),
    }
}

fn adverbs(body: &[Word]) -> (Adverbs, &[Word]) {
    let mut adverbs = Adverbs::default();
    let mut rest = body;
    while let Some((word, tail)) =
        rest.split_first().filter(|(word, tail)| word.is_adverb() && word.after.is_empty() && !tail.is_empty())
    {
        adverbs.take(word);
        rest = tail;
    }
    (adverbs, rest)
}

/// "Does not" as one word.
fn folded_negation(body: &[Word]) -> Vec<Word> {
    let low: Vec<String> = body.iter().take(2).map(Word::low).collect();
    let low: Vec<&str> = low.iter().map(String::as_str).collect();
    let (count, first) = match *low.as_slice() {
        ["does" | "do" | "should" | "will" | "must" | "shall", "not"] | ["can", "not"] => (2, body.first()),
        ["doesn't" | "don't" | "cannot" | "can't" | "won't" | "shouldn't", ..] => (1, body.first()),
        _ => (0, None),
    };
    let rest = body.get(count..).unwrap_or_default();
    first.map(|word| word.with("does-not").bare()).into_iter().chain(rest.iter().cloned()).collect()
}

fn third(body: &[Word], base: &str, adverbs: Adverbs) -> Option<Ask> {
    // "Knows and follows the rules": what is followed is known.
    if let ("know" | "understand", [_, and, verb, _, ..]) = (base, body)
        && and.is("and")
        && let Some(done) = base_of_third(&verb.low())
    {
        return third(body.get(2..)?, &done, adverbs);
    }
    let clause = Clause::of(body, base)?;
    if clause.is_joined() {
        let mut told = clause.rest().iter();
        // "Explains how you find it, and points out …": what is pointed out belongs to what is explained.
        if base == "explain"
            && told.next().is_some_and(|word| word.is("how"))
            && told.next().is_some_and(|word| word.is("you"))
        {
            let said = clause.text(Mood::Present);
            return said.split_once(' ').map(|(_, said)| Ask::Explained(base.to_owned(), said.to_owned()));
        }
        return Some(Ask::Did(clause, adverbs));
    }
    match about(base, clause.rest(), &adverbs) {
        Some(ask) => Some(ask),
        None if base == "know" || base == "understand" => None,
        None => Some(Ask::Did(clause, adverbs)),
    }
}

pub fn imperative(body: &[Word], adverbs: Adverbs) -> Option<Ask> {
    let (first, rest) = body.split_first()?;
    let low = first.low();
    if rest.is_empty() && !holds(COMPLETE_ALONE, &low) {
        return None;
    }
    if low == "be" {
        return Some(Ask::Hard(text(body)));
    }
    match about(&low, rest, &adverbs) {
        Some(ask) => Some(ask),
        None if low == "know" || low == "understand" => None,
        None => Some(Ask::Do(text(body), adverbs)),
    }
}

fn gerund(body: &[Word], base: &str, adverbs: &Adverbs) -> Option<Ask> {
    let rest = body.get(1..)?;
    let first = rest.first()?;
    if base == "be" {
        return (!is_participle(&first.low()) && !first.among("able"))
            .then(|| Ask::Hard(["be ", &text(rest)].concat()));
    }
    if base == "learn" && first.is("how") {
        return Some(Ask::Do(["learn ", &text(rest)].concat(), adverbs.clone()));
    }
    if base == "have" || base == "know" || base == "understand" || base == "explain" || base == "describe" {
        return about(base, rest, adverbs);
    }
    let thing = first
        .among("skill skills ability abilities experience process processes standards knowledge sessions techniques");
    let noun = holds(
        "training meeting testing reporting marketing engineering briefing building housing planning listening writing",
        &body.first()?.low(),
    );
    let with_object = first.is_determiner() || first.is_preposition() || rest.iter().take(2).any(Word::is_people);
    (!thing && (!noun || with_object)).then(|| Ask::Gerund(adverbs.before(&text(body))))
}

/// "Customers are kept informed", as it stands within a sentence.
fn passive(body: &[Word]) -> Option<String> {
    let at = body.iter().position(|word| word.among("is are"))?;
    let before = body.get(..at)?;
    let first = before.first()?;
    let rest = body.get(at + 1..).filter(|rest| !rest.is_empty())?;
    let clear_verb = |word: &Word| base_of_third(&word.low()).is_some_and(|base| !third_is_open(&base));
    let noun_phrase = before.iter().all(|word| !word.among(CLAUSE_OPENERS) && !clear_verb(word) && !word.ends_item());
    let led = first.among("the a an all every each any both most") || first.is_plural() || first.is_people();
    let pronoun = first.among("it there this that what i you he she they who") || first.is_adverb();
    let turned = body.iter().any(|word| word.among("my me your own he she him himself herself themselves"));
    let verb_at_head = before.len() > 1 && is_base(&first.low()) && !first.is_plural();
    let unfinished = rest.first().is_some_and(|word| word.among("to able expected required responsible not"));
    let fits = noun_phrase && led && !pronoun && !turned && !verb_at_head && !unfinished;
    fits.then(|| text(&lowered(body)))
}

/// Whether a third person at the head is the verb of the statement, where it may be a noun as well.
fn begins_clause(base: &str, rest: &[Word], after_adverb: bool) -> bool {
    let Some(next) = rest.first() else { return holds(COMPLETE_ALONE, base) };
    let verb_follows =
        rest.get(1).is_some_and(|word| base_of_third(&word.low()).is_some_and(|base| !third_is_open(&base)));
    let noun = (next.is_coordinator() && !verb_follows)
        || next.among("is are were that which who whose per")
        || (next.is_preposition() && !holds(PREPOSITIONAL, base));
    !third_is_open(base) || after_adverb || !noun
}

/// Whether a base form at the head is a verb.
fn begins_imperative(base: &str, rest: &[Word]) -> bool {
    let Some(next) = rest.first() else { return holds(COMPLETE_ALONE, base) };
    if next.among("is are skills skill") {
        return false;
    }
    let worked = base == "work" && next.among("with on towards together closely within effectively");
    !base_is_open(base)
        || next.is_determiner()
        || next.is_people()
        || worked
        || (next.is_adverb() && next.low().ends_with("ly"))
}
