//! Names of levels: "Level 2", "Grade B", "Stufe III", "3rd band", "P4", "1A", "Senior (from two years)". Whether a name
//! is one, where it stands among the others, and what follows it on its line.

use super::level_word;

/// English words that say that a number beside them counts levels.
const NOUNS: [&str; 12] =
    ["level", "lvl", "grade", "band", "stage", "tier", "step", "rung", "phase", "rank", "proficiency", "sublevel"];

const NUMBERS: [(&str, u32); 20] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
];

/// Words that name a low, a middle and a high step by themselves.
const LOW: [&str; 14] = [
    "novice",
    "beginner",
    "beginning",
    "junior",
    "entry",
    "trainee",
    "apprentice",
    "basic",
    "foundation",
    "foundational",
    "awareness",
    "starter",
    "associate",
    "初級",
];
const MIDDLE: [&str; 15] = [
    "intermediate",
    "mid",
    "middle",
    "developing",
    "working",
    "competent",
    "proficient",
    "practitioner",
    "skilled",
    "experienced",
    "established",
    "independent",
    "specialist",
    "regular",
    "中級",
];
const HIGH: [&str; 13] = [
    "advanced",
    "senior",
    "lead",
    "leading",
    "expert",
    "master",
    "mastery",
    "principal",
    "staff",
    "distinguished",
    "exemplary",
    "executive",
    "上級",
];

/// What a name says about its place: a number and what follows it (2, B), or nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Numbered(u32, String),
    Named,
}

/// The step that a whole name says, if it is the name of a level.
pub fn step(name: &str) -> Option<Step> {
    let bare = bare(name);
    if bare.is_empty() || bare.chars().count() > 80 {
        return None;
    }
    let (head, _) = parted(bare).unwrap_or((bare, ""));
    counted(head).or_else(|| named(head).then_some(Step::Named))
}

/// The name of a level at the beginning of a line and what it says of it: `Level 2: answers in time`.
pub fn label(line: &str) -> Option<(&str, &str)> {
    let (head, rest) = parted(line)?;
    (!rest.is_empty() && step(head).is_some()).then_some((head, rest))
}

/// A line parted at its first colon or spaced dash, and its emphasis taken off: `**Level 2** – answers`.
pub fn parted(line: &str) -> Option<(&str, &str)> {
    if let Some((head, rest)) = emphasised(line).filter(|(_, rest)| !rest.is_empty()) {
        return Some((head.trim_end_matches(':').trim(), rest.trim_start_matches([':', '-', '–', '—']).trim()));
    }
    let ends =
        [": ", "：", " - ", " – ", " — ", "–", "—"].iter().filter_map(|mark| Some((line.find(mark)?, mark.len())));
    let (at, length) = ends.min()?;
    let head = line[..at].trim();
    (!head.is_empty()).then(|| (head, line[at + length..].trim()))
}

/// The words of a line that begins with emphasis, and what follows.
pub fn emphasised(line: &str) -> Option<(&str, &str)> {
    ["**", "__"].iter().find_map(|mark| {
        let (head, rest) = line.strip_prefix(mark)?.split_once(mark)?;
        let head = head.trim();
        (!head.is_empty()).then_some((head, rest.trim()))
    })
}

/// Whether a name has a word in it that names a step, as "Master baker" has.
pub fn hints(name: &str) -> bool {
    [&LOW[..], &MIDDLE, &HIGH].iter().any(|words| holds(name, words))
}

/// Whether a word is one for levels in general, of one or of several.
pub fn counts(name: &str) -> bool {
    let singular = |word: &str| [word, word.trim_end_matches('s'), word.trim_end_matches('n')].map(str::to_owned);
    words_of(name).iter().flat_map(|word| singular(word)).any(|word| is_noun(&word))
}

/// The order of levels by what their names say: by number where each has one, turned round where they descend.
/// `None` leaves them as they are.
pub fn order(names: &[&str]) -> Option<Vec<usize>> {
    let steps: Vec<_> = names.iter().map(|name| step(name)).collect();
    let mut order: Vec<usize> = (0..names.len()).collect();
    if steps.iter().all(|step| matches!(step, Some(Step::Numbered(..)))) {
        order.sort_by(|one, other| steps[*one].cmp(&steps[*other]));
    } else if let [first, .., last] = names
        && holds(first, &HIGH)
        && holds(last, &LOW)
    {
        order.reverse();
    }
    (!order.is_sorted()).then_some(order)
}

fn holds(name: &str, words: &[&str]) -> bool {
    words_of(name).iter().any(|word| words.contains(&word.as_str()))
}

fn bare(name: &str) -> &str {
    name.trim().trim_matches(['*', '_', '#', ':', '：', '.', '(', ')', '[', ']']).trim()
}

fn words_of(name: &str) -> Vec<String> {
    // Digits of all scripts are read as one kind.
    let digit = |sign| level_word::digit(sign).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(sign);
    let lower: String = name.to_lowercase().chars().map(digit).collect();
    let words = lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn is_noun(word: &str) -> bool {
    NOUNS.contains(&word) || level_word::NOUNS.contains(&word)
}

/// A number of levels: alone, beside a noun, or in a short code.
fn counted(head: &str) -> Option<Step> {
    let head = head.split_once('(').map_or(head, |(before, _)| before).trim();
    let words = words_of(head);
    let is_noun = |word: &String| is_noun(word);
    match words.as_slice() {
        [word] => number(word, false).or_else(|| code(head)).or_else(|| signed(word)),
        [noun, word] if is_noun(noun) => number(word, true),
        [word, noun] if is_noun(noun) => number(word, false),
        [adjective, noun, word] if is_noun(noun) && number(adjective, false).is_none() => number(word, true),
        [noun, word, .., _] if is_noun(noun) && words.len() <= 8 => number(word, true),
        [noun, word, _] if is_noun(noun) => number(word, true),
        _ => None,
    }
}

/// `2`, `2a`, `2nd`, `two`, `IV`; a single letter only beside a noun.
fn number(word: &str, beside_noun: bool) -> Option<Step> {
    let english = NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    if let Some(value) = english.or_else(|| level_word::spelt(word)) {
        return Some(Step::Numbered(value, String::new()));
    }
    let digits = word.trim_end_matches(|character: char| !character.is_ascii_digit());
    if !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let rest = &word[digits.len()..];
        let ordinal = matches!(rest, "st" | "nd" | "rd" | "th" | "º" | "ª" | "er" | "e");
        let rest = if ordinal { "" } else { rest };
        return (rest.chars().count() <= 1).then(|| Some(Step::Numbered(digits.parse().ok()?, rest.to_owned())))?;
    }
    if let Some(value) = roman(word).filter(|_| beside_noun || word.len() > 1) {
        return Some(Step::Numbered(value, String::new()));
    }
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if beside_noun && letter.is_alphabetic() => Some(Step::Numbered(0, letter.to_string())),
        _ => None,
    }
}

/// Roman numerals to twenty, of more than one sign or beside a noun.
fn roman(word: &str) -> Option<u32> {
    const ROMAN: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
        "xviii", "xix", "xx",
    ];
    let index = ROMAN.iter().position(|numeral| *numeral == word)?;
    u32::try_from(index + 1).ok()
}

/// `P4`, `IC3`, `L2`: capitals and digits close together.
fn code(head: &str) -> Option<Step> {
    let digits = head.trim_start_matches(|character: char| character.is_ascii_uppercase());
    let letters = head.len() - digits.len();
    let counts = (1..=3).contains(&letters) && (1..=2).contains(&digits.len());
    (counts && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| Some(Step::Numbered(digits.parse().ok()?, String::new())))?
}

/// `第二級`, `レベル3`, `2级`.
fn signed(word: &str) -> Option<Step> {
    let word = word.strip_prefix('第').unwrap_or(word);
    let value = |rest| level_word::han(rest).or_else(|| rest.parse().ok().filter(|value| *value < 1000));
    let beside = |sign: &&str| word.strip_suffix(*sign).or_else(|| word.strip_prefix(*sign));
    let value = level_word::SIGNS.iter().find_map(|sign| value(beside(sign)?))?;
    Some(Step::Numbered(value, String::new()))
}

/// A name made of nothing but the words for steps.
fn named(head: &str) -> bool {
    let head = head.split_once('(').map_or(head, |(before, _)| before);
    let words = words_of(head);
    let is_step = |word: &str| [&LOW[..], &MIDDLE, &HIGH].iter().any(|words| words.contains(&word));
    let said = words.iter().filter(|word| is_step(word)).count();
    let nouns = words.iter().filter(|word| is_noun(word)).count();
    (1..=3).contains(&words.len()) && said > 0 && said + nouns == words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn numbered(name: &str, number: u32, rest: &str) {
        assert_eq!(step(name), Some(Step::Numbered(number, rest.to_owned())), "{name}");
    }

    #[test]
    fn names_of_levels_are_told() {
        numbered("Level 2", 2, "");
        numbered("LEVEL TWO", 2, "");
        numbered("Level 3: Shift leads", 3, "");
        numbered("Proficiency Level 4 – Owns it", 4, "");
        numbered("Grade B", 0, "b");
        numbered("Stufe III", 3, "");
        numbered("2nd tier", 2, "");
        numbered("IC3", 3, "");
        numbered("1A", 1, "a");
        numbered("4", 4, "");
        numbered("第二級", 2, "");
        numbered("レベル3", 3, "");
        numbered("Уровень 1", 1, "");
        numbered("المستوى ٣", 3, "");
        numbered("المستوى الثاني: متقدم", 2, "");
        numbered("רמה 2", 2, "");
        numbered("レベル２", 2, "");
        numbered("第2级", 2, "");
        numbered("2等级", 2, "");
        for name in ["Senior", "Mid-level", "**Entry level**", "Junior (first year)", "Advanced beginner", "初級"] {
            assert_eq!(step(name), Some(Step::Named), "{name}");
        }
    }

    #[test]
    fn other_names_are_none() {
        for name in [
            "Communication",
            "1. Communication",
            "Leads others",
            "Level-headed under pressure",
            "Basic tools",
            "x",
            "A1B2",
        ] {
            assert_eq!(step(name), None, "{name}");
        }
    }

    #[test]
    fn labels_are_parted_from_what_they_say() {
        assert_eq!(label("Level 2: answers in time"), Some(("Level 2", "answers in time")));
        assert_eq!(label("**Senior** coaches: others"), Some(("Senior", "coaches: others")));
        assert_eq!(label("**Senior:** coaches"), Some(("Senior", "coaches")));
        assert_eq!(label("Note: answers in time"), None);
        assert_eq!(label("Level 2"), None);
    }

    #[test]
    fn the_order_is_what_the_names_say() {
        assert_eq!(order(&["Level 3", "Level 1", "Level 2"]), Some(vec![1, 2, 0]));
        assert_eq!(order(&["Expert", "Proficient", "Novice"]), Some(vec![2, 1, 0]));
        assert_eq!(order(&["Level 1", "Level 2"]), None);
        assert_eq!(order(&["Bronze", "Silver"]), None);
    }
}
