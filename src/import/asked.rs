//! A question as it is asked: the first sentence that asks, with what leads up to it; the sentences behind it become its
//! probes. What kind it is shows in its words.

use crate::framework::Kind;

use super::draft::DraftQuestion;

/// Words that ask without a question mark.
const IMPERATIVES: [&str; 22] = [
    "compare",
    "define",
    "demonstrate",
    "describe",
    "discuss",
    "explain",
    "give",
    "identify",
    "illustrate",
    "list",
    "name",
    "outline",
    "provide",
    "share",
    "show",
    "state",
    "summarise",
    "summarize",
    "talk",
    "tell",
    "walk",
    "write",
];

/// Words behind which a full stop ends no sentence.
const SHORTENED: [&str; 8] = ["e.g.", "i.e.", "etc.", "vs.", "approx.", "no.", "mr.", "dr."];

const ENDS: [char; 7] = ['.', '?', '!', '。', '？', '！', '؟'];

/// Whether a text asks something.
pub fn asks(text: &str) -> bool {
    let last = text.trim_end_matches(['"', '”', '’', '\'', ')', '»', '.']);
    last.ends_with(['?', '？', '؟']) || is_imperative(text)
}

/// The question that a text is.
pub fn question(text: &str) -> DraftQuestion {
    let sentences = sentences(text);
    let first = sentences.iter().position(|sentence| asks(sentence)).unwrap_or(sentences.len().saturating_sub(1));
    let (asked, probes) = sentences.split_at((first + 1).min(sentences.len()));
    let asked = asked.join(" ");
    DraftQuestion {
        kind: Some(kind(&asked)),
        text: asked,
        probes: probes.iter().map(|&probe| probe.to_owned()).collect(),
        ..DraftQuestion::default()
    }
}

/// Sentences, each with its mark at the end and what closes behind it.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begin = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if !ENDS.contains(&character) {
            continue;
        }
        let mut end = at + character.len_utf8();
        while let Some((at, closing)) =
            characters.next_if(|(_, next)| ENDS.contains(next) || ['"', '”', '’', '\'', ')', '»', '」'].contains(next))
        {
            end = at + closing.len_utf8();
        }
        if ends_a_sentence(text, begin, end, character) {
            found.push(text[begin..end].trim());
            begin = end;
        }
    }
    found.push(text[begin..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

fn ends_a_sentence(text: &str, begin: usize, end: usize, mark: char) -> bool {
    let rest = &text[end..];
    let is_wide = ['。', '？', '！'].contains(&mark);
    if !is_wide && !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let goes_on = rest.trim_start().starts_with(char::is_lowercase);
    let last = text[begin..end].rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_shortened = mark == '.' && last.len() <= 8 && SHORTENED.contains(&last.to_lowercase().as_str());
    !goes_on && !is_shortened
}

fn is_imperative(sentence: &str) -> bool {
    let mut words = sentence.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let first = words.find(|word| !word.is_empty() && !word.eq_ignore_ascii_case("please"));
    first.is_some_and(|first| IMPERATIVES.iter().any(|word| word.eq_ignore_ascii_case(first)))
}

fn kind(asked: &str) -> Kind {
    let asked = asked.to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| asked.contains(part));
    let begins = |parts: &[&str]| parts.iter().any(|part| asked.starts_with(part));
    if has(&["would you", "imagine", "suppose", "what if"]) {
        Kind::Situational
    } else if has(&["did you learn", "have you learnt", "have you learned", "looking back"]) {
        Kind::Reflective
    } else if begins(&[
        "what is ",
        "what are ",
        "which ",
        "define ",
        "explain ",
        "list ",
        "name ",
        "why is ",
        "why are ",
    ]) {
        Kind::Knowledge
    } else {
        Kind::Behavioural
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, asked: &str, probes: &[&str]) {
        let question = question(text);
        assert_eq!(question.text, asked);
        assert_eq!(question.probes, probes);
    }

    #[test]
    fn what_follows_the_question_probes_it() {
        check("How is the desk run? By whom? Why?", "How is the desk run?", &["By whom?", "Why?"]);
        check(
            "Describe a queue (e.g. one of letters). Who kept it?",
            "Describe a queue (e.g. one of letters).",
            &["Who kept it?"],
        );
        check("Which is \"best of all?\" Say why.", "Which is \"best of all?\"", &["Say why."]);
        check("列は？なぜ？", "列は？", &["なぜ？"]);
    }

    #[test]
    fn what_leads_up_to_the_question_stays_with_it() {
        check("A caller shouts. What do you do? Why?", "A caller shouts. What do you do?", &["Why?"]);
        check("A caller shouts. Nobody helps.", "A caller shouts. Nobody helps.", &[]);
    }

    #[test]
    fn its_kind_shows_in_its_words() {
        assert_eq!(question("What would you do?").kind, Some(Kind::Situational));
        assert_eq!(question("What are the rules?").kind, Some(Kind::Knowledge));
        assert_eq!(question("Tell me about a queue.").kind, Some(Kind::Behavioural));
    }
}
