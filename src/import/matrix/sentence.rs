//! Where a sentence ends. A stop that parts none is left alone: of an abbreviation, a decimal, a name with initials, or
//! within brackets. In doubt two sentences stay one, since a criterion too long is easier mended than one cut in two.

/// Abbreviations after which a sentence goes on, also with a capital letter.
const ABBREVIATIONS: [&str; 34] = [
    "eg", "ie", "vs", "approx", "incl", "excl", "fig", "dept", "mr", "mrs", "ms", "dr", "prof", "st", "min", "max",
    "avg", "est", "inc", "ltd", "corp", "vol", "cf", "ca", "resp", "bzw", "inkl", "evtl", "ggf", "vgl", "nr", "nos",
    "ext", "art",
];

/// Stops that end a sentence without a blank behind them.
const CLOSE_STOPS: [char; 4] = ['。', '！', '？', '।'];

/// The sentences of a text, each with its stop.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    let is_balanced = text.matches('(').count() == text.matches(')').count();
    while let Some(end) = end(rest, is_balanced) {
        let (sentence, behind) = rest.split_at(end);
        found.push(sentence.trim());
        rest = behind.trim_start();
    }
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

/// Where the first sentence ends, if another one follows.
fn end(text: &str, is_balanced: bool) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, character) in text.char_indices() {
        match character {
            '(' if is_balanced => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '.' | '!' | '?' | '؟' | '۔' => {
                let behind = &text[index + character.len_utf8()..];
                let closed = behind.trim_start_matches(['"', '”', '’', '\'', ')', '»']);
                if begins_another(closed) && !(character == '.' && goes_on(&text[..index], closed)) {
                    return Some(text.len() - closed.len());
                }
            }
            _ if CLOSE_STOPS.contains(&character) => {
                let behind = text[index + character.len_utf8()..].trim_start_matches(['」', '』', '”', '）']);
                if !behind.trim().is_empty() {
                    return Some(text.len() - behind.len());
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether what stands behind a stop is the beginning of a sentence.
fn begins_another(behind: &str) -> bool {
    let begun = behind.trim_start();
    let first = begun.trim_start_matches(['"', '“', '‘', '\'', '(', '«', '¿', '¡']).chars().next();
    begun.len() < behind.len() && first.is_some_and(|first| first.is_alphanumeric() && !first.is_lowercase())
}

/// Whether a full stop behind these words ends no sentence.
fn goes_on(words: &str, behind: &str) -> bool {
    let word = words.rsplit(|character: char| character.is_whitespace() || character == '(').next().unwrap_or_default();
    let is_first = word.len() == words.len();
    let is_number = !word.is_empty() && word.chars().all(|character| character.is_ascii_digit() || character == '.');
    let follows_number = behind.trim_start().starts_with(|character: char| character.is_ascii_digit());
    let folded = word.to_lowercase();
    // Of a name, or of an abbreviation with a blank in it, as German has them.
    let is_initial =
        word.chars().count() == 1 && word.chars().all(|letter| letter.is_uppercase() || letter.is_lowercase());
    let is_parted = word.contains('.') && !is_number && word.split('.').all(|part| part.chars().count() < 3);
    (is_number && is_first)
        || (matches!(folded.as_str(), "no" | "p" | "pp" | "sec" | "ch") && follows_number)
        || word.ends_with('.')
        || is_initial
        || is_parted
        || ABBREVIATIONS.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(sentences(text), expected);
    }

    /// It is one sentence.
    #[track_caller]
    fn one(text: &str) {
        check(text, &[text.trim()]);
    }

    #[test]
    fn sentences_are_parted_at_their_stops() {
        check("Keeps the log. Asks why! Does it help? Yes", &["Keeps the log.", "Asks why!", "Does it help?", "Yes"]);
        check("Says “done.” Then leaves.", &["Says “done.”", "Then leaves."]);
        check("Leads with POAs. Closes 1:1s. Élan.", &["Leads with POAs.", "Closes 1:1s.", "Élan."]);
        check("Uses forms, mail etc. Files them.", &["Uses forms, mail etc.", "Files them."]);
        check("Halves it to 5. Then stops.", &["Halves it to 5.", "Then stops."]);
        check("Says no. Explains it.", &["Says no.", "Explains it."]);
    }

    #[test]
    fn stops_that_end_no_sentence_part_nothing() {
        one("Uses tools, e.g. Excel and i.e. Word, vs. Paper, approx. Ten");
        one("Keeps the average at 4.5 of 5");
        one("Takes forms etc. from the shelf.");
        one("Reports to J. Smith in the U.S. Office");
        one("Fragt nach, z. B. Wann es zuletzt lief");
        one("1. Opens the desk");
        one("Reads form No. 7");
        one("Leads 1:1s with questions and POAs.");
        one("Waits ... Then asks");
        one("Writes (see the guide. It helps) notes");
        one("Uses node.js daily");
    }

    #[test]
    fn other_scripts_have_stops_of_their_own() {
        check("電話に出る。記録する。", &["電話に出る。", "記録する。"]);
        check("ماذا يفعل؟ يسجل الطلب.", &["ماذا يفعل؟", "يسجل الطلب."]);
    }

    #[test]
    fn nothing_gives_nothing() {
        check("", &[]);
        check(" . ", &["."]);
    }
}
