//! Statements of what one knows, understands or can explain, and of qualities that are only named.

use super::form::{Adverbs, Ask, Depth};
use super::lexicon::{ASKING, BASIC, CLAUSE_OPENERS, DEEP, KNOWING, QUALITIES, SOUND, holds};
use super::verb::{base_is_open, base_of_third, is_base, third_is_open};
use super::word::{Word, text};

/// What a verb of knowing or explaining is about.
pub fn about(base: &str, rest: &[Word], adverbs: &Adverbs) -> Option<Ask> {
    let first = rest.first()?;
    let asking = first.among(ASKING);
    let depth = if adverbs.manner.iter().any(|word| holds("deeply comprehensively", word)) {
        Depth::Deep
    } else {
        Depth::Sound
    };
    match base {
        "know" | "understand" if rest.iter().any(|word| word.is_coordinator() && word.is("but")) => None,
        "know" if first.is("how") && rest.get(1).is_some_and(|word| word.is("to")) => {
            rest.get(2..).filter(|rest| !rest.is_empty()).map(|rest| Ask::KnownHow(text(rest)))
        }
        "know" | "understand" | "appreciate" if first.is("that") => {
            rest.get(1..).filter(|rest| rest.len() > 1).map(|rest| Ask::Understood(text(rest)))
        }
        "know" | "understand" | "appreciate" if asking && rest.len() > 1 => {
            let verb = if base == "know" { "explain" } else { base };
            Some(Ask::Explained(verb.replace("understand", "explain").replace("appreciate", "explain"), text(rest)))
        }
        "know" | "understand" => known(rest, depth),
        "explain" | "describe" | "outline" | "summarise" => {
            let hears =
                |at: usize| rest.iter().skip(at + 1).take(3).any(|word| word.is_people() || word.among("them it"));
            let told = rest.iter().enumerate().any(|(at, word)| word.is("to") && hears(at));
            let others = first.is_people() || first.among("it them themselves");
            let prepositional = first.is_preposition() && rest.get(1).is_none_or(|word| !word.among("what which whom"));
            (!told && !others && !prepositional && rest.len() > 1 || asking && rest.len() > 1 && !told)
                .then(|| Ask::Explained(base.to_owned(), text(rest)))
        }
        "show" | "demonstrate" | "display" | "possess" | "exhibit" | "have" | "maintain" | "gain" | "develop" => {
            knowing(rest)
        }
        _ => None,
    }
}

/// "A basic understanding of the tools".
pub fn knowing(body: &[Word]) -> Option<Ask> {
    let at = body.iter().take(5).position(|word| word.among(KNOWING))?;
    let before = body.get(..at)?;
    let mut depth = Depth::Sound;
    for word in before {
        match word.low() {
            low if holds(BASIC, &low) => depth = Depth::Basic,
            low if holds(DEEP, &low) => depth = Depth::Deep,
            low if holds(SOUND, &low) || holds("a an the very and", &low) => {}
            _ => return None,
        }
    }
    let noun = body.get(at)?;
    let joint =
        body.get(at + 1).filter(|word| noun.after.is_empty() && word.among("of with in that how about into on"))?;
    let mut rest = body.get(at + 1..)?;
    if !joint.among("that how") {
        rest = rest.get(1..)?;
    }
    rest.first()?;
    match noun.low().as_str() {
        "experience" => joint.among("of with in").then(|| Ask::Experience([&joint.low(), " ", &text(rest)].concat())),
        _ if joint.is("that") => rest.get(1..).filter(|rest| rest.len() > 1).map(|rest| Ask::Understood(text(rest))),
        _ => known(rest, depth),
    }
}

pub fn known(topic: &[Word], depth: Depth) -> Option<Ask> {
    let said: Vec<String> = topic.iter().map(Word::low).collect();
    // What tells how well it is known belongs to the knowing.
    let (end, depth) = match said.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [_, .., "inside", "out"] | [_, .., "in", "depth" | "detail"] => (2, Depth::Deep),
        [_, .., "well"] => (1, depth),
        _ => (0, depth),
    };
    let topic = without_joined_of(topic.get(..topic.len().saturating_sub(end))?);
    let first = topic.first()?;
    if topic.iter().any(|word| word.among("but by")) || joins_a_verb(&topic) {
        return None;
    }
    if first.among(ASKING) {
        let how_to = first.is("how") && topic.get(1).is_some_and(|word| word.is("to"));
        let said =
            topic.get(if how_to { 2 } else { 0 }..).filter(|rest| rest.len() > 1 || how_to && !rest.is_empty())?;
        return Some(if how_to { Ask::KnownHow(text(said)) } else { Ask::Explained("explain".to_owned(), text(said)) });
    }
    let prominent = first.among("the") && topic.get(1).is_some_and(|word| {
        word.among("importance value need purpose impact role difference differences benefits limits reasons relationship principles consequences")
    });
    Some(if prominent { Ask::Explained("explain".to_owned(), text(&topic)) } else { Ask::Known(text(&topic), depth) })
}

/// "Of the product and of the market" is said of a grasp, but not of what one knows about.
fn without_joined_of(topic: &[Word]) -> Vec<Word> {
    let joined =
        |index: usize| index.checked_sub(1).and_then(|at| topic.get(at)).is_some_and(|word| word.is_coordinator());
    topic
        .iter()
        .enumerate()
        .filter(|(index, word)| !(word.is("of") && joined(*index)))
        .map(|(_, word)| word.clone())
        .collect()
}

/// Whether a verb is joined to what stands before a noun of knowing: "… of the tools and uses them".
fn joins_a_verb(topic: &[Word]) -> bool {
    topic.windows(2).any(|pair| {
        let [before, word] = pair else { return false };
        let verb = base_of_third(&word.low()).is_some_and(|base| !third_is_open(&base));
        (before.is_coordinator() || before.ends_item()) && (verb || word.among("can is has does"))
    })
}

/// "Attention to detail".
pub fn quality(body: &[Word]) -> Option<Ask> {
    let end = body.iter().position(|word| word.is_preposition()).unwrap_or(body.len());
    let head = body.get(..end)?;
    let last = head.last()?;
    let plain = head.iter().all(|word| !word.among(CLAUSE_OPENERS) && !word.among("is are has no not to without"));
    // "Lead management" is both; two words at the most stand before the noun.
    let short = head.len() <= 4 && !body.iter().any(|word| word.among("is are has") || word.among(CLAUSE_OPENERS));
    let verb = body.len() > 1
        && head.len() > 1
        && head.first().is_some_and(|word| is_base(&word.low()) && !base_is_open(&word.low()));
    (last.among(QUALITIES) && plain && short && !verb && !joins_a_verb(body)).then(|| Ask::Mattered(text(body)))
}
