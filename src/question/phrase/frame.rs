//! The frames that statements are put into: what is asked aloud. Frames of one kind take turns, so that neighbouring
//! questions do not sound alike.

use super::clause::Mood;
use super::form::{Adverbs, Ask, Depth};
use super::lexicon::{ASKING, holds};
use crate::framework::Kind;

/// A frame with what stands before and behind.
type Frame = (&'static str, &'static str);

/// For what is told in the past.
const ONCE: [Frame; 3] = [
    ("Tell me about a time when you ", "."),
    ("Give me an example of a time when you ", "."),
    ("Describe a situation in which you ", "."),
];

/// For what is only known in its base form.
const HAD_TO: [Frame; 3] = [
    ("Tell me about a time when you had to ", "."),
    ("Describe a situation in which you had to ", "."),
    ("Give me an example of a time when you had to ", "."),
];

/// For what holds in the present, with an example.
const USUALLY: [Frame; 3] = [
    ("Taking an example from your work, how do you ", "?"),
    ("Talk me through how you ", ", with an example from your work."),
    ("Tell me, with an example from your work, how you ", "."),
];

const GOING_ABOUT: [Frame; 2] = [
    ("Taking an example from your work, how do you go about ", "?"),
    ("Talk me through how you go about ", ", with an example from your work."),
];

const STEADILY: [Frame; 2] = [("How do you make sure that you ", "?"), ("What helps you to ", "?")];

const ENSURING: [Frame; 2] = [
    ("Taking an example from your work, how do you make sure that ", "?"),
    ("Talk me through how you make sure that ", ", with an example from your work."),
];

const HARD: [Frame; 2] =
    [("Tell me about a time when it was hard to ", "."), ("Describe a situation in which it was hard to ", ".")];

const HARD_NOT: [Frame; 2] = [
    ("Tell me about a time when it was hard not to ", "."),
    ("Describe a situation in which it was hard not to ", "."),
];

const NEEDED: [Frame; 2] =
    [("Tell me about a time when you needed ", "."), ("Describe a situation in which you needed ", ".")];

const MATTERED: [Frame; 2] = [
    ("Tell me about a time when ", " mattered in your work."),
    ("Describe a situation at work in which ", " mattered."),
];

const WAS: [Frame; 2] =
    [("Tell me about a time when you were ", "."), ("Describe a situation in which you were ", ".")];

const EXPLAINING: [Frame; 2] = [
    ("Explain to me, as you would to a new colleague, ", "."),
    ("How would you explain to somebody new to the work ", "?"),
];

const BASICALLY: [Frame; 2] = [("What is your understanding of ", "?"), ("What do you know about ", "?")];

const SOUNDLY: [Frame; 2] = [
    ("How have you used what you know about ", " in your work?"),
    ("Where in your work does your knowledge of ", " matter most?"),
];

const DEEPLY: [Frame; 1] = [("What is the hardest question about ", " that you have had to answer?")];

/// Verbs of what is not often done of one's own choice, or leads to a choice.
const BY_NEED: &str = "learn decide choose adapt cope prioritise prioritize persuade deal";

/// The question and its kind. In a professional discussion the work is talked through, with an example from it.
pub fn put(ask: &Ask, unit: bool, turn: usize) -> (String, Kind) {
    match ask {
        Ask::Explained(..) | Ask::Known(..) | Ask::Understood(_) | Ask::KnownHow(_) => known(ask, unit, turn),
        _ => (behaviour(ask, unit, turn), Kind::Behavioural),
    }
}

fn behaviour(ask: &Ask, unit: bool, turn: usize) -> String {
    match ask {
        Ask::Did(clause, Adverbs { steady: Some(steady), .. }) => {
            let frames = if clause.finite { STEADILY.get(..1).unwrap_or_default() } else { &STEADILY };
            let mood = if clause.finite { Mood::Present } else { Mood::Base };
            framed(frames, turn, &[steady, " ", &clause.text(mood)].concat())
        }
        Ask::Did(clause, adverbs) if clause.finite && (unit || clause.is_bound_to_present()) => {
            framed(USUALLY.get(1..).unwrap_or_default(), turn, &adverbs.before(&clause.text(Mood::Present)))
        }
        Ask::Did(clause, adverbs) if !unit && !clause.finite && holds(BY_NEED, clause.base()) => {
            framed(&HAD_TO, turn, &adverbs.before(&clause.text(Mood::Base)))
        }
        Ask::Did(clause, adverbs) if unit || clause.is_bound_to_present() => {
            framed(&USUALLY, turn, &adverbs.before(&clause.text(Mood::Base)))
        }
        Ask::Did(clause, adverbs) => framed(&ONCE, turn, &adverbs.before(&clause.text(Mood::Past))),
        Ask::Do(said, Adverbs { steady: Some(steady), .. }) => framed(&STEADILY, turn, &[steady, " ", said].concat()),
        Ask::Do(said, adverbs) => {
            framed(if unit || said.contains(" you ") { &USUALLY } else { &HAD_TO }, turn, &adverbs.before(said))
        }
        Ask::Gerund(said) => framed(&GOING_ABOUT, turn, said),
        Ask::Past(said) => framed(&ONCE, turn, said),
        Ask::Hard(said) => framed(&HARD, turn, said),
        Ask::HardNot(said) => framed(&HARD_NOT, turn, said),
        Ask::Was(said) => framed(&WAS, turn, said),
        Ask::Needed(said) => framed(&NEEDED, turn, said),
        Ask::Mattered(said) => framed(&MATTERED, turn, said),
        Ask::Ensured(said) => framed(&ENSURING, turn, said),
        Ask::Experience(said) => framed(&[("Tell me about your experience ", ".")], turn, said),
        Ask::Explained(..) | Ask::Known(..) | Ask::Understood(_) | Ask::KnownHow(_) => String::new(),
    }
}

fn known(ask: &Ask, unit: bool, turn: usize) -> (String, Kind) {
    let asked = match ask {
        Ask::KnownHow(said) if unit => return (framed(&USUALLY, turn, said), Kind::Behavioural),
        Ask::KnownHow(said) => framed(&[("How do you ", "?")], turn, said),
        Ask::Understood(said) => framed(&[("What does it mean for your work that ", "?")], turn, said),
        Ask::Known(said, _) if unit => {
            framed(&[("Talk me through what you know about ", ", with an example from your work.")], turn, said)
        }
        Ask::Known(said, Depth::Basic) => framed(&BASICALLY, turn, said),
        Ask::Known(said, Depth::Sound) => framed(&SOUNDLY, turn, said),
        Ask::Known(said, Depth::Deep) => framed(&DEEPLY, turn, said),
        Ask::Explained(verb, said) => {
            let clause = said.split(' ').take(2).any(|word| holds(ASKING, &word.to_lowercase()));
            match (unit, clause) {
                (true, _) => framed(&[(capital(verb).as_str(), ", with an example from your work.")], turn, said),
                (false, true) => framed(&EXPLAINING, turn, said),
                // What is long comes last.
                (false, false) if said.split(' ').count() > 8 => {
                    framed(&[(["How would you ", verb, " to a new colleague "].concat().as_str(), "?")], turn, said)
                }
                (false, false) => {
                    framed(&[(["How would you ", verb, " "].concat().as_str(), " to a new colleague?")], turn, said)
                }
            }
        }
        _ => String::new(),
    };
    (asked, Kind::Knowledge)
}

fn capital(verb: &str) -> String {
    let mut letters = verb.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    [&first, letters.as_str(), " to me "].concat()
}

/// A statement in quotation marks, which is grammatical whatever stands in it.
pub fn quoted(statement: &str, unit: bool, turn: usize) -> String {
    let plain = statement.split_whitespace().collect::<Vec<_>>().join(" ");
    let inner = plain.trim_end_matches(['.', ' ', ',', ';', ':']).replace('“', "‘").replace('”', "’").replace('"', "'");
    let frames: &[Frame] = if unit {
        &[("One of the criteria reads “", ". How does your work show it?")]
    } else {
        &[
            ("One thing that we look for is this: “", ". What in your work so far comes closest to it?"),
            ("This is part of what we look for: “", ". Which example from your work fits it best?"),
        ]
    };
    // A mark of its own ends the sentence already.
    let asked = framed(frames, turn, &[&inner, "”"].concat());
    if inner.ends_with(['?', '!']) { asked.replacen("”. ", "” ", 1) } else { asked }
}

fn framed(frames: &[(&str, &str)], turn: usize, said: &str) -> String {
    // There is always a frame; without one the words stand alone.
    let (before, behind) = frames.get(turn.checked_rem(frames.len()).unwrap_or(0)).copied().unwrap_or_default();
    // A comma before another is one too many.
    let said = if behind.starts_with(',') { said.trim_end_matches(',') } else { said };
    [before, said, behind].concat()
}
