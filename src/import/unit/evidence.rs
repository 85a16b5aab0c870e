//! Kinds of evidence, as a line lists them: parted at commas or semicolons where these part short names, and kept whole
//! where they part a sentence.

/// A name of a kind has no more words.
const WORDS: usize = 10;

/// The kinds that a line names.
pub fn kinds(line: &str) -> Vec<String> {
    let separator = if line.contains([';', '；']) { [';', '；', ';'] } else { [',', '、', '，'] };
    let parts = parted(line, &separator);
    let is_sentence = line.trim_end_matches('.').contains(". ");
    let is_short = |part: &&str| part.split_whitespace().nth(WORDS).is_none();
    let least = if line.ends_with('.') { 3 } else { 2 };
    if is_sentence || parts.len() < least || !parts.iter().all(is_short) {
        return vec![line.to_owned()];
    }
    let mut kinds: Vec<&str> = Vec::with_capacity(parts.len() + 1);
    for part in parts {
        kinds.extend(part.split(" and/or ").map(without_joint));
    }
    if let Some(last) = kinds.last_mut() {
        *last = last.trim_end_matches('.').trim_end();
    }
    kinds.into_iter().filter(|kind| !kind.is_empty()).map(str::to_owned).collect()
}

/// The parts between separators that stand in no brackets.
fn parted<'a>(line: &'a str, separators: &[char]) -> Vec<&'a str> {
    let mut depth = 0_usize;
    let parts = line.split(|character: char| {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && separators.contains(&character)
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A kind without the word that joins it to the others.
fn without_joint(kind: &str) -> &str {
    ["and/or ", "and ", "or "].iter().find_map(|joint| kind.trim().strip_prefix(joint)).unwrap_or(kind).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        assert_eq!(kinds(line), expected);
    }

    #[test]
    fn lists_of_names_are_parted() {
        check("logs, letters and/or plans*", &["logs", "letters", "plans*"]);
        check("logs; letters, signed; and plans.", &["logs", "letters, signed", "plans"]);
        check("logs (paper, film), rules and guides", &["logs (paper, film)", "rules and guides"]);
    }

    #[test]
    fn sentences_stay_whole() {
        check("If there is a log, keep it.", &["If there is a log, keep it."]);
        check("Keep logs, letters. Keep plans.", &["Keep logs, letters. Keep plans."]);
        check("logs", &["logs"]);
    }
}
