//! Headings of levels that have a number: "Level 1 Follow", "Level 1Follow", "Proficiency Level 2 - Working", "Stage
//! III:", "Band Two – Able", "Niveau 2", "第2级". What follows the number is the level's name, or a statement where it is long.

use super::level_word;

/// A heading of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelHeading<'a> {
    pub number: u32,
    /// As far as the number goes: "Stage 2".
    pub step: &'a str,
    /// Empty where there is none.
    pub name: &'a str,
    /// What the same line says of the level; empty where it says nothing.
    pub statement: &'a str,
}

const QUALIFIERS: [&str; 9] =
    ["proficiency", "skill", "competency", "competence", "maturity", "mastery", "capability", "career", "performance"];

const NOUNS: [&str; 8] = ["level", "stage", "band", "tier", "grade", "step", "phase", "rung"];

const NUMBERS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const SEPARATORS: [char; 10] = [':', '-', '–', '—', '.', ')', '|', '/', '：', '·'];

/// Longer lines, in bytes, are no headings.
const LONGEST: usize = 400;

/// So many words a name may have: behind a sign that parts it from the number, and without one.
const WORDS: usize = 10;
const WORDS_WITHOUT_SIGN: usize = 6;

/// So many signs a name may have that follows a sign of Han without a blank.
const LONGEST_SIGNED: usize = 12;

impl<'a> LevelHeading<'a> {
    /// The heading that a line is. `is_marked` says that Markdown marks it as a heading.
    pub fn of(line: &'a str, is_marked: bool) -> Option<Self> {
        if line.len() > LONGEST || line.contains('\t') {
            return None;
        }
        let behind = QUALIFIERS.iter().find_map(|word| without_word(line, word)).unwrap_or(line);
        let nouns = NOUNS.iter().chain(&level_word::NOUNS).chain(&level_word::SIGNS);
        let (number, rest) =
            nouns.filter_map(|noun| without_word(behind, noun)).find_map(number).or_else(|| signed(behind))?;
        let step = line[..line.len() - rest.len()].trim();
        let bare = Self { number, step, name: "", statement: "" };
        let rest = rest.trim();
        let parted = rest.trim_start_matches(SEPARATORS).trim();
        let (parted, is_parted) = match rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            Some(inner) => (inner.trim(), true),
            None => (parted, is_marked || parted.len() < rest.len()),
        };
        if parted.is_empty() {
            return Some(bare);
        }
        if is_parted {
            return Some(bare.with(parted));
        }
        let begins_a_name = parted.starts_with(|first: char| first.is_alphabetic() && !first.is_lowercase());
        (begins_a_name && is_name(parted, WORDS_WITHOUT_SIGN)).then_some(Self { name: parted, ..bare })
    }

    fn with(self, rest: &'a str) -> Self {
        if let Some((name, statement)) = rest.split_once(": ")
            && is_name(name, WORDS_WITHOUT_SIGN)
        {
            return Self { name: name.trim(), statement: statement.trim(), ..self };
        }
        if is_name(rest, WORDS) { Self { name: rest, ..self } } else { Self { statement: rest, ..self } }
    }
}

fn is_name(text: &str, words: usize) -> bool {
    text.split_whitespace().nth(words).is_none() && !text.ends_with(['.', ';', ',', '?', '!', ':'])
}

/// A number before the sign that counts levels, and the rest: "第2级", "三級：". Without the first sign it may be a
/// sentence of them, unless nothing follows but a name behind a sign that parts it.
fn signed(text: &str) -> Option<(u32, &str)> {
    let ordinal = text.strip_prefix('第');
    let behind = ordinal.unwrap_or(text);
    let (number, rest) = digits(behind).or_else(|| {
        let length = behind.chars().next()?.len_utf8();
        Some((level_word::han(&behind[..length])?, &behind[length..]))
    })?;
    let rest = level_word::SIGNS.iter().find_map(|sign| rest.trim_start().strip_prefix(sign))?;
    let is_parted = rest.is_empty() || rest.starts_with(|sign: char| !sign.is_alphanumeric());
    let is_named = ordinal.is_some() && rest.chars().nth(LONGEST_SIGNED).is_none();
    (is_parted || is_named).then_some((number, rest))
}

/// What follows a word at the beginning, whatever its case.
fn without_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        let mut lower = rest.next()?.to_lowercase();
        (lower.next() == Some(expected) && lower.next().is_none()).then_some(())?;
    }
    Some(rest.as_str().trim_start())
}

/// The number at the beginning, from 1 to 99, and the rest.
fn number(text: &str) -> Option<(u32, &str)> {
    if text.starts_with(|sign| level_word::digit(sign).is_some()) {
        return digits(text);
    }
    let letters = text.len() - text.trim_start_matches(char::is_alphabetic).len();
    let (word, rest) = text.split_at(letters);
    if word.is_empty() {
        return None;
    }
    roman(word).or_else(|| spelt(word)).map(|number| (number, rest))
}

fn digits(text: &str) -> Option<(u32, &str)> {
    let is_digit = |sign: char| level_word::digit(sign).is_some();
    let rest = text.trim_start_matches(is_digit);
    let digits = text[..text.len() - rest.len()].chars().filter_map(level_word::digit);
    let number = digits.fold(0, |number: u32, digit| number.saturating_mul(10).saturating_add(digit));
    // 1.2 is a number of something else, and 1,200 another one.
    let goes_on = rest.strip_prefix(['.', ',']).is_some_and(|rest| rest.starts_with(is_digit));
    ((1..=99).contains(&number) && !goes_on).then_some((number, rest))
}

fn spelt(word: &str) -> Option<u32> {
    let english = NUMBERS.iter().position(|number| number.eq_ignore_ascii_case(word));
    let english = english.and_then(|index| u32::try_from(index + 1).ok());
    english.or_else(|| level_word::spelt(&word.to_lowercase())).or_else(|| level_word::hebrew_letter(word))
}

/// A Roman number in capitals, up to 39.
pub fn roman(word: &str) -> Option<u32> {
    let value = |letter| match letter {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        _ => None,
    };
    if word.is_empty() || word.len() > 7 {
        return None;
    }
    let values = word.bytes().map(value).collect::<Option<Vec<u32>>>()?;
    let next = values.iter().skip(1).copied().chain([0]);
    let (more, less): (Vec<_>, Vec<_>) = values.iter().copied().zip(next).partition(|(value, next)| value >= next);
    let sum = |pairs: &[(u32, u32)]| pairs.iter().map(|(value, _)| value).sum::<u32>();
    sum(&more).checked_sub(sum(&less)).filter(|number| (1..=39).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(u32, &str, &str, &str)>) {
        let found = LevelHeading::of(line, false);
        assert_eq!(found.map(|found| (found.number, found.step, found.name, found.statement)), expected, "{line}");
    }

    #[test]
    fn the_number_and_the_name_may_run_together() {
        check("Level 1Sort", Some((1, "Level 1", "Sort", "")));
        check("Level 12 Sort, send", Some((12, "Level 12", "Sort, send", "")));
        check("レベル1基本", Some((1, "レベル1", "基本", "")));
    }

    #[test]
    fn signs_part_the_name_from_the_number() {
        check("Proficiency Level 2 - Able", Some((2, "Proficiency Level 2", "Able", "")));
        check("Stage III: knows the trade", Some((3, "Stage III", "knows the trade", "")));
        check("BAND TWO – Able", Some((2, "BAND TWO", "Able", "")));
        check("Уровень 4", Some((4, "Уровень 4", "", "")));
        check("Level 2 (Able)", Some((2, "Level 2", "Able", "")));
        check("Level 2:", Some((2, "Level 2", "", "")));
    }

    #[test]
    fn many_languages_are_known() {
        check("Stufe 1 – Grundkenntnisse", Some((1, "Stufe 1", "Grundkenntnisse", "")));
        check("Niveaustufe II", Some((2, "Niveaustufe II", "", "")));
        check("Nível 2: Experiente", Some((2, "Nível 2", "Experiente", "")));
        check("Livello 3", Some((3, "Livello 3", "", "")));
        check("المستوى 1: مبتدئ", Some((1, "المستوى 1", "مبتدئ", "")));
        check("المستوى الثاني – خبير", Some((2, "المستوى الثاني", "خبير", "")));
        check("المستوى ٣", Some((3, "المستوى ٣", "", "")));
        check("רמה 2: מנוסה", Some((2, "רמה 2", "מנוסה", "")));
        check("רמה ג", Some((3, "רמה ג", "", "")));
        check("レベル２　応用", Some((2, "レベル２", "応用", "")));
        check("第2级", Some((2, "第2级", "", "")));
        check("第二級：応用", Some((2, "第二級", "応用", "")));
        check("2级以上的员工负责分发信件", None);
    }

    #[test]
    fn a_statement_on_the_same_line_is_no_name() {
        check("Level 1: Sorts the post.", Some((1, "Level 1", "", "Sorts the post.")));
        check("Level 1 – Able: Sorts the post.", Some((1, "Level 1", "Able", "Sorts the post.")));
    }

    #[test]
    fn sentences_about_levels_are_no_headings() {
        check("Level 2 and level 3 staff sort the post", None);
        check("Level 2 Staff sort the post and everything else that comes", None);
        check("Level 1.2", None);
        check("Levels", None);
        check("Level 0", None);
        check("Level-headed in a crisis", None);
    }
}
