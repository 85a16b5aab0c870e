//! A clause in the third person whose verbs, one or several joined, can be put into another form. A word after "and" that
//! may be a verb or a noun is decided by what stands around it; where that is not sure there is no clause.

use super::lexicon::{CLAUSE_OPENERS, PRESENT, holds};
use super::verb::{base_of_gerund, base_of_third, is_participle, past, third_is_open};
use super::word::{Word, text};

#[derive(Clone, Debug)]
pub struct Clause {
    words: Vec<Word>,
    /// Where its verbs stand, with their base forms.
    verbs: Vec<(usize, String)>,
    /// Whether a verb is joined that has no base form here: "and does not …", "and is …".
    pub finite: bool,
    /// Whether a verb is joined that has no past here: "and can …".
    pub present_only: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// As after "to".
    Base,
    /// As after "you".
    Present,
    Past,
}

/// What a word after a coordinator is.
enum Joined {
    Verb(String),
    Modal,
    Other,
}

impl Clause {
    /// Reads on from a verb in the third person at the head, whose base form is given.
    pub fn of(words: &[Word], base: &str) -> Option<Self> {
        let mut clause = Self { words: vec![], verbs: vec![(0, base.to_owned())], finite: false, present_only: false };
        let mut opened: Option<Vec<String>> = None;
        for (index, word) in words.iter().enumerate() {
            if index > 0 {
                match joined(words, index, &clause)? {
                    Joined::Other => {}
                    Joined::Modal if opened.is_some() => {}
                    Joined::Modal => (clause.finite, clause.present_only) = (true, true),
                    Joined::Verb(base) => {
                        if opened.as_deref().is_some_and(|inner| !closes(words, index, inner)) {
                            return None;
                        }
                        opened = None;
                        clause.join(words.get(index + 1), word, base);
                    }
                }
                if opens(words, index) {
                    opened = Some(vec![word.low()]);
                } else if let Some(inner) = &mut opened {
                    inner.push(word.low());
                }
            }
            clause.words.push(word.clone());
        }
        for word in &mut clause.words {
            word.after = word.after.replace(';', ",");
        }
        Some(clause)
    }

    fn join(&mut self, next: Option<&Word>, word: &Word, base: String) {
        self.finite |= base == "be" || (base == "do" && next.is_some_and(|next| next.is("not")));
        if let Some(last) = self.words.last_mut().filter(|last| last.after.ends_with(';')) {
            last.after = last.after.replace(';', ",");
            self.words.push(word.with("and").bare());
        }
        self.verbs.push((self.words.len(), base));
    }

    /// The words with the verbs in that form.
    pub fn text(&self, mood: Mood) -> String {
        text(&self.words_in(mood, 0))
    }

    /// What stands behind the first verb.
    pub fn rest(&self) -> &[Word] {
        self.words.get(1..).unwrap_or_default()
    }

    pub fn base(&self) -> &str {
        self.verbs.first().map_or("", |(_, base)| base)
    }

    pub fn is_joined(&self) -> bool {
        self.verbs.len() > 1
    }

    /// The last of several verbs with what belongs to it, in its base form.
    pub fn last(&self) -> Option<String> {
        let (start, base) = self.verbs.last().filter(|_| self.is_joined() && !self.finite)?;
        let words = self.words_in(Mood::Base, *start);
        (!holds("be have know understand trust feel", base) && words.len() > 1).then(|| text(&words))
    }

    fn words_in(&self, mood: Mood, start: usize) -> Vec<Word> {
        let form = |index: usize, word: &Word| match self.verbs.iter().find(|(at, _)| *at == index) {
            None => word.clone(),
            Some((_, base)) => word.with(&match mood {
                Mood::Past => past(base),
                Mood::Present if base == "be" => "are".to_owned(),
                Mood::Base | Mood::Present => base.clone(),
            }),
        };
        self.words.iter().enumerate().skip(start).map(|(index, word)| form(index, word)).collect()
    }

    /// Whether a part of it stands in the present, which the past would not fit.
    pub fn is_bound_to_present(&self) -> bool {
        let present_follows = self.base() == "ensure";
        let verb = |index: usize| self.verbs.iter().any(|(at, _)| *at == index);
        self.present_only
            || present_follows
            || (1..self.words.len()).any(|index| !verb(index) && is_present(&self.words, index))
    }
}

/// Whether words behind a verb hold a clause in the present.
pub fn is_bound_to_present(words: &[Word]) -> bool {
    (1..words.len()).any(|index| is_present(words, index))
}

fn is_present(words: &[Word], index: usize) -> bool {
    words.get(index).is_some_and(|word| word.among(PRESENT)) || opens(words, index)
}

/// Whether a clause with a verb of its own begins there.
fn opens(words: &[Word], index: usize) -> bool {
    let Some(word) = words.get(index) else { return false };
    let next = words.get(index + 1);
    let as_clause = word.is("as") && next.is_some_and(|next| next.among("the they it you"));
    // "While keeping", "when needed" and "how to" have none.
    let short = next.is_none_or(|next| {
        let low = next.low();
        base_of_gerund(&low).is_some()
            || is_participle(&low)
            || holds("needed to appropriate necessary possible required", &low)
    });
    (word.among(CLAUSE_OPENERS) && !short) || as_clause
}

/// Whether the verb at the index belongs to the main clause again, after a clause with those words.
fn closes(words: &[Word], index: usize, inner: &[String]) -> bool {
    let (joint, _) = joint(words, index);
    let joint = joint.unwrap_or(0);
    let coordinator = words.get(joint).is_some_and(Word::is_coordinator);
    let before = words.get(..joint).unwrap_or_default().iter().rev().find(|word| !word.is_coordinator());
    let comma = before.is_some_and(Word::ends_item);
    let singular = inner
        .iter()
        .any(|word| holds("is has does was", word) || base_of_third(word).is_some_and(|base| !third_is_open(&base)));
    let plural = inner.iter().any(|word| holds("are can may must will should have do could be need cannot", word));
    // What something is done to does nothing itself: "how it is delivered and analyses the data".
    let passive = inner.windows(2).any(|pair| matches!(pair, [is, done] if is == "is" && is_participle(done)));
    let thing = passive && inner.first().is_some_and(|opener| !holds("who that which whose", opener));
    let object = words.get(index + 1).is_some_and(Word::is_determiner);
    let semicolon = words.get(joint).is_some_and(|word| word.after.contains(';'));
    semicolon || (coordinator && (comma || (plural && !singular) || (thing && object)))
}

/// Where the coordinator or comma before the word stands, adverbs left out, and whether there are adverbs.
fn joint(words: &[Word], index: usize) -> (Option<usize>, bool) {
    let mut at = index.checked_sub(1);
    let mut adverbs = false;
    while let Some(place) = at {
        let Some(word) = words.get(place) else { break };
        if word.ends_item() || word.is_coordinator() {
            return (Some(place), adverbs);
        }
        if !(word.is_adverb() || word.among("never not")) {
            break;
        }
        adverbs = true;
        at = place.checked_sub(1);
    }
    (None, adverbs)
}

fn joined(words: &[Word], index: usize, clause: &Clause) -> Option<Joined> {
    let Some(word) = words.get(index) else { return Some(Joined::Other) };
    let (Some(joint), adverbs) = joint(words, index) else { return Some(Joined::Other) };
    let low = word.low();
    if holds("can will may must should cannot could might", &low) {
        return Some(Joined::Modal);
    }
    let next = words.get(index + 1);
    let Some(base) = base_of_third(&low) else {
        return if is_suspect(&low, next) { None } else { Some(Joined::Other) };
    };
    let after_verb = clause.verbs.last().is_some_and(|(at, _)| {
        let between = clause.words.get(at + 1..).unwrap_or_default();
        between.iter().all(|word| word.is_coordinator() || word.is_adverb())
    });
    if !third_is_open(&base) || after_verb || adverbs {
        return Some(Joined::Verb(base));
    }
    let coordinator = words.get(joint).filter(|word| word.is_coordinator());
    let before =
        if coordinator.is_some() { joint.checked_sub(1).and_then(|at| words.get(at)) } else { words.get(joint) };
    noun_or_verb(word, before, next).map(|verb| if verb { Joined::Verb(base) } else { Joined::Other })
}

/// Whether a word that may be both is a verb, by the words around it.
fn noun_or_verb(word: &Word, before: Option<&Word>, next: Option<&Word>) -> Option<bool> {
    let listed = before.is_some_and(Word::is_plural);
    let Some(next) = next.filter(|_| word.after.is_empty()) else { return listed.then_some(false) };
    let low = next.low();
    if next.is_determiner() || next.is_plural() || (next.is_people() && !next.is_preposition()) {
        return Some(true);
    }
    let described = low.ends_with("ed") || low.ends_with("able") || low.ends_with("ing");
    let noun = next.is_coordinator()
        || described
        || next.among("of per that which who whose is are were as relevant needed necessary");
    if noun {
        return Some(false);
    }
    if next.is_preposition() {
        return (listed && !next.among("to with on for")).then_some(false);
    }
    Some(true)
}

/// A word after "and" that looks like a verb which nobody knows.
fn is_suspect(low: &str, next: Option<&Word>) -> bool {
    let ending = ["ises", "izes", "ifies", "ates", "yses"].iter().any(|ending| low.ends_with(ending));
    let plain =
        low.len() > 3 && low.ends_with('s') && !low.ends_with("ss") && !low.ends_with("us") && !low.contains('\'');
    let known = holds("others always besides perhaps themselves people certificates templates updates climates", low);
    !known
        && (ending
            || (plain && next.is_some_and(|next| next.among("a an the their its it them this these those your"))))
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;

    #[track_caller]
    fn check(said: &str, base: Option<&str>, past: Option<&str>) {
        let words = words(said);
        let clause = Clause::of(&words, &base_of_third(&words[0].low()).unwrap());
        assert_eq!(clause.as_ref().map(|clause| clause.text(Mood::Base)).as_deref(), base);
        assert_eq!(clause.map(|clause| clause.text(Mood::Past)).as_deref(), past);
    }

    #[test]
    fn joined_verbs_go_together() {
        check("listens, asks and notes", Some("listen, ask and note"), Some("listened, asked and noted"));
        check(
            "handles and prevents escalations",
            Some("handle and prevent escalations"),
            Some("handled and prevented escalations"),
        );
        check(
            "brings up points and answers questions",
            Some("bring up points and answer questions"),
            Some("brought up points and answered questions"),
        );
        check(
            "takes in enquiries and requests from customers and handles them",
            Some("take in enquiries and requests from customers and handle them"),
            Some("took in enquiries and requests from customers and handled them"),
        );
        check(
            "looks into it; resolves it or escalates it",
            Some("look into it, and resolve it or escalate it"),
            Some("looked into it, and resolved it or escalated it"),
        );
        check(
            "sorts what is urgent, and then calmly answers",
            Some("sort what is urgent, and then calmly answer"),
            Some("sorted what is urgent, and then calmly answered"),
        );
    }

    #[test]
    fn verbs_of_another_clause_stay() {
        check("asks whoever writes and calls", None, None);
        check("tracks how service performs", Some("track how service performs"), Some("tracked how service performs"));
        check("asks for help when it is due and shares it", None, None);
        check(
            "fixes it where that can be done or escalates it",
            Some("fix it where that can be done or escalate it"),
            Some("fixed it where that can be done or escalated it"),
        );
    }

    #[test]
    fn what_may_be_both_and_what_nobody_knows_is_none() {
        check("listens to customers and reports to the manager", None, None);
        check("listens and gamifies", None, None);
        check("listens and fribbles the list", None, None);
    }
}
