//! Codes at the beginning of a line: those of criteria ("1.2", "AC 1.2:", "II.3") and of outcomes ("2.", "LO2",
//! "Learning outcome 2:").

use crate::import::level_heading::roman;

/// The code of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionCode<'a> {
    pub outcome: u32,
    pub number: u32,
    /// As it was written, without words before it.
    pub code: &'a str,
    /// Empty where the line ends behind the code.
    pub rest: &'a str,
}

/// The code of an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeCode<'a> {
    /// `None` where the line says that it is an outcome and does not count it.
    pub number: Option<u32>,
    /// Whether a word says so, and not the number alone.
    pub is_named: bool,
    pub rest: &'a str,
}

const CRITERION_WORDS: [&str; 7] = [
    "assessment criterion",
    "assessment criteria",
    "performance criterion",
    "performance criteria",
    "criterion",
    "ac",
    "pc",
];

const OUTCOME_WORDS: [&str; 5] = ["learning outcome", "outcome", "element", "lo", "unit outcome"];

const SEPARATORS: [char; 7] = [':', '.', ')', '-', '–', '—', '：'];

impl<'a> CriterionCode<'a> {
    pub fn of(line: &'a str) -> Option<Self> {
        let behind = CRITERION_WORDS.iter().find_map(|word| behind_word(line, word)).unwrap_or(line);
        let behind = behind.trim_start_matches([':', '(', '[']).trim_start();
        let (outcome, rest) = number(behind)?;
        let (number, mut rest) = digits(rest.strip_prefix('.')?)?;
        while let Some(behind) = rest.strip_prefix('.').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            rest = digits(behind)?.1;
        }
        let code = &behind[..behind.len() - rest.len()];
        let is_parted = rest.is_empty() || rest.starts_with([' ', '\t', ':', ')', ']', '.', '-', '–', '—', '：']);
        let runs_on = rest.starts_with(char::is_alphabetic);
        let rest = rest.trim_start_matches([' ', '\t', ']']).trim_start_matches(SEPARATORS).trim();
        (is_parted || runs_on).then_some(Self { outcome, number, code, rest })
    }
}

impl<'a> OutcomeCode<'a> {
    pub fn of(line: &'a str) -> Option<Self> {
        if let Some(behind) = OUTCOME_WORDS.iter().find_map(|word| behind_word(line, word)) {
            let (number, rest) = match number(behind) {
                Some((number, rest)) => (Some(number), rest),
                None if behind.starts_with([':', '：']) => (None, behind),
                None => return None,
            };
            let is_parted = !rest.starts_with(char::is_alphanumeric);
            let goes_on = rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            let rest = rest.trim_start().trim_start_matches(SEPARATORS).trim();
            let says_something = number.is_some() || !rest.is_empty();
            return (is_parted && !goes_on && says_something).then_some(Self { number, is_named: true, rest });
        }
        let (number, rest) = number(line)?;
        let behind = rest.trim_start_matches(['.', ':', ')']);
        let is_signed = behind.len() < rest.len();
        let begins_a_title = rest.starts_with([' ', '\t']) && behind.trim().starts_with(char::is_uppercase);
        let goes_on = behind.starts_with(|c: char| c.is_ascii_digit());
        let is_code = (is_signed && !goes_on) || begins_a_title || rest.is_empty();
        is_code.then_some(Self { number: Some(number), is_named: false, rest: behind.trim() })
    }
}

/// What stands behind a word and blanks, when a word is there as a whole: "LO2" has it, "lower" has not.
fn behind_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = line.split_at_checked(word.len())?;
    let is_whole = !rest.starts_with(char::is_alphabetic) || rest.starts_with(['I', 'V', 'X']);
    (head.eq_ignore_ascii_case(word) && is_whole).then(|| rest.trim_start())
}

/// A number in digits or Roman capitals, and what follows.
fn number(text: &str) -> Option<(u32, &str)> {
    digits(text).or_else(|| {
        let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
        roman(&text[..end]).map(|number| (number, &text[end..]))
    })
}

/// A number of at most two digits, and what follows.
fn digits(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(text.len());
    let number = text[..end].parse().ok().filter(|_| end <= 2)?;
    Some((number, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn criterion(line: &str, expected: Option<(u32, u32, &str, &str)>) {
        let found = CriterionCode::of(line);
        assert_eq!(found.map(|found| (found.outcome, found.number, found.code, found.rest)), expected, "{line}");
    }

    #[track_caller]
    fn outcome(line: &str, expected: Option<(Option<u32>, bool, &str)>) {
        let found = OutcomeCode::of(line);
        assert_eq!(found.map(|found| (found.number, found.is_named, found.rest)), expected, "{line}");
    }

    #[test]
    fn criteria_are_told_by_two_numbers() {
        criterion("1.2 sort the post", Some((1, 2, "1.2", "sort the post")));
        criterion("1.2. sort the post", Some((1, 2, "1.2", "sort the post")));
        criterion("AC 3.10: sort", Some((3, 10, "3.10", "sort")));
        criterion("AC3.1 – sort", Some((3, 1, "3.1", "sort")));
        criterion("II.4 sort", Some((2, 4, "II.4", "sort")));
        criterion("2.1", Some((2, 1, "2.1", "")));
        criterion("1.2.3 sort", Some((1, 2, "1.2.3", "sort")));
        criterion("1.5% of the post", None);
        criterion("12.05.2024", None);
        criterion("2024.1 sort", None);
        criterion("1. Sort", None);
    }

    #[test]
    fn outcomes_are_told_by_a_word_or_one_number() {
        outcome("1. Sort the post", Some((Some(1), false, "Sort the post")));
        outcome("2 Sort the post", Some((Some(2), false, "Sort the post")));
        outcome("IV. Sort the post", Some((Some(4), false, "Sort the post")));
        outcome("Learning outcome 1: sort", Some((Some(1), true, "sort")));
        outcome("Learning Outcome II – sort", Some((Some(2), true, "sort")));
        outcome("LO3", Some((Some(3), true, "")));
        outcome("Learning outcome: sort", Some((None, true, "sort")));
        outcome("1.", Some((Some(1), false, "")));
        outcome("1", Some((Some(1), false, "")));
        outcome("Learning Outcome", None);
        outcome("lower the volume", None);
        outcome("2 days of post", None);
        outcome("1.2 sort", None);
    }
}
