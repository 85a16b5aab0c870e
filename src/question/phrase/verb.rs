//! Forms of English verbs: from the third person, the gerund and the past to the base form, and from that to the others.
//! A verb is one that the list knows; by its ending alone nothing is taken for one.

use super::lexicon::{ALSO_NOUNS, CLEAR_IN_THIRD, DOUBLING, IRREGULAR, VERBS, holds};

/// Whether it is the base form of a known verb.
pub fn is_base(word: &str) -> bool {
    word == "be" || word == "do" || holds(VERBS, &british(word))
}

/// The base form behind a third person such as "carries".
pub fn base_of_third(word: &str) -> Option<String> {
    let mut stems = candidates(word, &[("s", ""), ("es", ""), ("ies", "y")]);
    match word {
        "has" => Some("have".to_owned()),
        "is" => Some("be".to_owned()),
        "does" => Some("do".to_owned()),
        "focusses" => Some("focus".to_owned()),
        _ => stems.find(|stem| is_base(stem) && third(stem) == word),
    }
}

/// The base form behind a gerund such as "planning".
pub fn base_of_gerund(word: &str) -> Option<String> {
    let stem = word.strip_suffix("ing")?;
    let mut stems = [stem.to_owned(), format!("{stem}e"), undoubled(stem)].into_iter();
    stems.find(|stem| is_base(stem) && gerund(stem) == word)
}

/// The base form behind a past or a participle such as "identified" or "taught".
pub fn base_of_past(word: &str) -> Option<String> {
    if let Some((base, ..)) = irregular().find(|(_, past, participle)| *past == word || *participle == word) {
        return Some(base.to_owned());
    }
    let stem = word.strip_suffix("ed")?;
    let mut stems =
        [stem.to_owned(), format!("{stem}e"), undoubled(stem)].into_iter().chain(candidates(word, &[("ied", "y")]));
    stems.find(|stem| is_base(stem) && past(stem) == word)
}

/// Whether it is the participle of a known verb.
pub fn is_participle(word: &str) -> bool {
    match irregular().find(|(_, past, participle)| *past == word || *participle == word) {
        Some((_, _, participle)) => participle == word,
        None => base_of_past(word).is_some(),
    }
}

/// The past of a base form.
pub fn past(base: &str) -> String {
    if base == "be" {
        return "were".to_owned();
    }
    if let Some((_, past, _)) = irregular().find(|(known, ..)| *known == base) {
        return past.to_owned();
    }
    let stem = doubled(base);
    match base.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ied"),
        _ if base.ends_with('e') => format!("{base}d"),
        _ => format!("{stem}ed"),
    }
}

/// Whether the word is a noun as well, in its base form.
pub fn base_is_open(base: &str) -> bool {
    let base = british(base);
    holds(ALSO_NOUNS, &base) || holds(CLEAR_IN_THIRD, &base)
}

/// Whether the third person of that base form is a plural noun as well.
pub fn third_is_open(base: &str) -> bool {
    let base = british(base);
    holds(ALSO_NOUNS, &base) && !holds(CLEAR_IN_THIRD, &base)
}

fn third(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh", "go"].iter().any(|ending| base.ends_with(ending)) => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

fn gerund(base: &str) -> String {
    match base.strip_suffix('e') {
        Some(stem) if !base.ends_with("ee") && base != "be" => format!("{stem}ing"),
        _ => format!("{}ing", doubled(base)),
    }
}

fn doubled(base: &str) -> String {
    match base.chars().last() {
        Some(last) if holds(DOUBLING, base) => format!("{base}{last}"),
        _ => base.to_owned(),
    }
}

fn undoubled(stem: &str) -> String {
    let mut letters = stem.chars();
    letters.next_back();
    letters.as_str().to_owned()
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

/// American spellings are known by the British ones of the list.
fn british(word: &str) -> String {
    match (word.strip_suffix("ize"), word.strip_suffix("yze")) {
        (Some(stem), _) => format!("{stem}ise"),
        (_, Some(stem)) => format!("{stem}yse"),
        _ => match word {
            "fulfill" => "fulfil".to_owned(),
            "honor" => "honour".to_owned(),
            "practice" => "practise".to_owned(),
            _ => word.to_owned(),
        },
    }
}

fn candidates<'a>(word: &'a str, endings: &'a [(&str, &str)]) -> impl Iterator<Item = String> + 'a {
    endings.iter().filter_map(move |(ending, instead)| Some(format!("{}{instead}", word.strip_suffix(ending)?)))
}

fn irregular() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let mut words = IRREGULAR.split_ascii_whitespace();
    std::iter::from_fn(move || Some((words.next()?, words.next()?, words.next()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(base: &str, third: &str, gerund: &str, past: &str) {
        assert_eq!(base_of_third(third).as_deref(), Some(base));
        assert_eq!(base_of_gerund(gerund).as_deref(), Some(base));
        assert_eq!(base_of_past(past).as_deref(), Some(base));
        assert_eq!(super::past(base), past);
    }

    #[test]
    fn forms_lead_back_to_the_base() {
        check("identify", "identifies", "identifying", "identified");
        check("carry", "carries", "carrying", "carried");
        check("convey", "conveys", "conveying", "conveyed");
        check("focus", "focuses", "focusing", "focused");
        check("teach", "teaches", "teaching", "taught");
        check("pass", "passes", "passing", "passed");
        check("analyse", "analyses", "analysing", "analysed");
        check("analyze", "analyzes", "analyzing", "analyzed");
        check("prioritize", "prioritizes", "prioritizing", "prioritized");
        check("go", "goes", "going", "went");
        check("do", "does", "doing", "did");
        check("have", "has", "having", "had");
        check("plan", "plans", "planning", "planned");
        check("refer", "refers", "referring", "referred");
        check("offer", "offers", "offering", "offered");
        check("oversee", "oversees", "overseeing", "oversaw");
        check("agree", "agrees", "agreeing", "agreed");
        check("use", "uses", "using", "used");
        check("write", "writes", "writing", "wrote");
        check("set", "sets", "setting", "set");
    }

    #[test]
    fn what_is_no_known_verb_is_none() {
        for word in
            ["customers", "this", "process's", "bus", "ing", "s", "ies", "", "sing", "красивый", "red", "needed"]
        {
            assert_eq!((base_of_third(word), base_of_gerund(word), base_of_past(word)), (None, None, None), "{word}");
        }
    }

    #[test]
    fn participles_are_told_from_pasts() {
        assert!(is_participle("kept") && is_participle("taken") && is_participle("resolved"));
        assert!(!is_participle("took") && !is_participle("wrote") && !is_participle("good"));
    }

    #[test]
    fn every_word_of_the_classes_is_a_verb_of_the_list() {
        let irregular = irregular().map(|(base, ..)| base).filter(|base| *base != "do");
        let classed = [super::super::lexicon::PREPOSITIONAL, super::super::lexicon::COMPLETE_ALONE, CLEAR_IN_THIRD];
        for word in classed.iter().flat_map(|list| list.split_ascii_whitespace()).chain(irregular) {
            assert!(is_base(word), "{word}");
        }
    }
}
