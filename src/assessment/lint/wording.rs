//! Notes and reasons with words of the [`lexicon`](super::lexicon) in them. Words are compared whole, without regard to
//! capitals, whatever stands between the words of a phrase.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::assessment::{Assessment, Rating};

use super::lexicon::{Topic, WORDS};
use super::{Finding, Place, Rule};

/// So much is quoted on each side of a word, in characters.
const AROUND: usize = 40;

/// At most so many pieces of one text are quoted.
const QUOTED: usize = 20;

/// A word of the lexicon, or several that belong together.
struct Phrase {
    topic: Topic,
    words: Vec<&'static str>,
}

/// The phrases under the first word of each.
static PHRASES: LazyLock<BTreeMap<&str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (topic, list) in WORDS {
        for phrase in list {
            let words: Vec<&str> = phrase.split(' ').collect();
            if let Some(first) = words.first() {
                phrases.entry(*first).or_default().push(Phrase { topic, words });
            }
        }
    }
    phrases
});

/// A text of the interviewer's, with where it stands.
struct Written<'a> {
    /// Tells it from the others.
    subject: String,
    /// Such as `The note to “…”`.
    name: String,
    place: Place,
    text: &'a str,
}

/// One word of a text, with its first byte and the first one behind it.
struct Word {
    lower: String,
    from: usize,
    until: usize,
}

/// A word or phrase that was found.
struct Hit {
    topic: Topic,
    from: usize,
    until: usize,
}

/// One finding for each text and rule.
pub fn words(assessment: &Assessment) -> Vec<Finding> {
    let mut found = Vec::new();
    for written in written(assessment) {
        let hits = hits(written.text);
        for rule in [Rule::Protected, Rule::Person] {
            found.extend(finding(rule, &written, &hits));
        }
    }
    found
}

/// Every text of the interviewer's own.
fn written(assessment: &Assessment) -> Vec<Written<'_>> {
    let mut texts = Vec::new();
    let mut add = |subject: String, name: String, place: Place, text| {
        texts.push(Written { subject, name, place, text });
    };
    for (id, (_, question)) in assessment.questions().filter_map(|id| Some((id, assessment.question(id)?))) {
        let place = || Place::Question(id.clone());
        add(format!("note.{id}"), format!("The note to “{}”", question.text), place(), assessment.note(id));
        if let Some(reason) = assessment.skipped(id) {
            add(format!("skip.{id}"), format!("The reason for skipping “{}”", question.text), place(), reason);
        }
        if let Some(added) = assessment.added(id) {
            add(format!("added.{id}"), format!("The reason for adding “{}”", question.text), place(), &added.reason);
        }
    }
    for (index, time) in assessment.extra_time().iter().enumerate() {
        add(format!("time.{index}"), "The reason for extra time".to_owned(), Place::Interview, &time.reason);
    }
    for competency in assessment.basis.competencies() {
        let (id, title) = (&competency.id, &competency.title);
        let Some(rated) = assessment.rated(id) else { continue };
        let place = || Place::Competency(id.clone());
        if let Rating::NotAssessed { reason } = &rated.rating {
            add(format!("not-assessed.{id}"), format!("The reason for not assessing “{title}”"), place(), reason);
        }
        add(format!("explained.{id}"), format!("The line on the rating of “{title}”"), place(), &rated.explained);
    }
    if let Some(recommended) = assessment.recommended() {
        let name = "The reason of the recommendation".to_owned();
        add("reason".to_owned(), name, Place::Recommendation, &recommended.reason);
    }
    texts
}

fn finding(rule: Rule, written: &Written<'_>, hits: &[Hit]) -> Option<Finding> {
    let text = written.text;
    let hits: Vec<&Hit> = hits.iter().filter(|hit| hit.topic.rule() == rule).collect();
    let words: BTreeSet<String> = hits.iter().filter_map(|hit| text.get(hit.from..hit.until)).map(lower).collect();
    if words.is_empty() {
        return None;
    }
    let list = words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
    let noun = if words.len() == 1 { "the word" } else { "the words" };
    let mut pieces: Vec<String> = hits.iter().map(|hit| around(text, hit)).collect();
    pieces.dedup();
    Some(Finding {
        id: rule.finding(&written.subject, pieces.iter().map(String::as_str)),
        rule,
        place: written.place.clone(),
        what: format!("{} holds {noun} {list}.", written.name),
        quoted: pieces.into_iter().take(QUOTED).collect(),
        mend: "Write what was said and done, in the candidate’s words, and leave the rest out.".to_owned(),
    })
}

/// What stands around a hit on its line.
fn around(text: &str, hit: &Hit) -> String {
    let start = text[..hit.from].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[hit.until..].find('\n').map_or(text.len(), |newline| hit.until + newline);
    let (before, behind) = (&text[start..hit.from], &text[hit.until..end]);
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(byte, _)| byte);
    let until = behind.char_indices().nth(AROUND).map_or(behind.len(), |(byte, _)| byte);
    let (cut_before, cut_behind) = (if from > 0 { "…" } else { "" }, if until < behind.len() { "…" } else { "" });
    let piece = [&before[from..], &text[hit.from..hit.until], &behind[..until]].concat();
    format!("{cut_before}{}{cut_behind}", piece.trim())
}

/// The words of the lexicon in a text, in its order.
fn hits(text: &str) -> Vec<Hit> {
    let words = split(text);
    let mut hits = Vec::new();
    for (index, word) in words.iter().enumerate() {
        for Phrase { topic, words: phrase } in PHRASES.get(word.lower.as_str()).into_iter().flatten() {
            let found = words.get(index..index + phrase.len());
            let same = |found: &[Word]| found.iter().zip(phrase).all(|(word, wanted)| word.lower == *wanted);
            if let Some(found) = found.filter(|found| same(found)) {
                let until = found.last().map_or(word.until, |last| last.until);
                hits.push(Hit { topic: *topic, from: word.from, until });
            }
        }
    }
    hits
}

/// The words of a text: letters and digits of any script, with the marks that are put on them.
fn split(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = None;
    for (byte, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_mark = ('\u{300}'..='\u{36f}').contains(&character);
        match (character.is_alphanumeric() || is_mark, from) {
            (true, None) => from = Some(byte),
            (false, Some(start)) => {
                words.push(Word { lower: lower(&text[start..byte]), from: start, until: byte });
                from = None;
            }
            _ => {}
        }
    }
    words
}

fn lower(text: &str) -> String {
    text.to_lowercase()
}
