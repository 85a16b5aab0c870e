//! What the name of a level looks like: a number, an ordinal, or one of the words for how far somebody has come. It
//! knows some languages, and it is a hint, not a proof.

/// Words for a level as such, which stand beside its number.
const KINDS: [&str; 34] = [
    "level",
    "levels",
    "lvl",
    "stage",
    "grade",
    "band",
    "tier",
    "step",
    "rank",
    "phase",
    "seniority",
    "proficiency",
    "stufe",
    "stufen",
    "niveau",
    "niveaux",
    "nivel",
    "niveles",
    "livello",
    "poziom",
    "trinn",
    "nivå",
    "taso",
    "уровень",
    "уровни",
    "επίπεδο",
    "レベル",
    "等級",
    "等级",
    "级别",
    "단계",
    "수준",
    "مستوى",
    "المستوى",
];

/// Words for how far somebody has come, the lowest first.
const WORDS: [&[&str]; 6] = [
    &[
        "beginner",
        "novice",
        "basic",
        "foundation",
        "foundational",
        "entry",
        "trainee",
        "apprentice",
        "intern",
        "starter",
        "starting",
        "awareness",
        "aware",
        "learner",
        "learning",
        "probation",
        "anfänger",
        "anfängerin",
        "einsteiger",
        "grundlagen",
        "débutant",
        "principiante",
        "básico",
        "inicial",
        "начальный",
        "новичок",
        "αρχάριος",
        "مبتدئ",
    ],
    &["junior", "associate", "developing", "emerging", "elementary", "fundamental", "growing", "bronze"],
    &[
        "intermediate",
        "mid",
        "medium",
        "practitioner",
        "competent",
        "working",
        "regular",
        "established",
        "performing",
        "silver",
        "fortgeschritten",
        "fortgeschrittene",
        "intermédiaire",
        "intermedio",
        "средний",
        "μεσαίος",
        "متوسط",
    ],
    &[
        "proficient",
        "skilled",
        "experienced",
        "confirmed",
        "advanced",
        "gold",
        "confirmé",
        "avancé",
        "avanzado",
        "продвинутый",
        "προχωρημένος",
        "متقدم",
    ],
    &["senior", "expert", "specialist", "platinum", "experte", "expertin", "experto", "эксперт", "ειδικός", "خبير"],
    &["staff", "lead", "principal", "master", "mastery", "head", "director", "strategic", "leading", "meister"],
];

/// The same in scripts that set no blanks between words.
const UNPARTED: [&[&str]; 3] = [
    &["初級", "初级", "入門", "入门", "초급"],
    &["中級", "中级", "중급"],
    &["上級", "高級", "高级", "專家", "专家", "고급"],
];

const NUMBERS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const ROMANS: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/// More words than this make no name.
const MOST_WORDS: usize = 4;

/// Which step a name seems to stand for, to be compared with those beside it; `None` when it is no level's name.
pub fn rank(name: &str) -> Option<usize> {
    let words = words(name);
    let counts = words.iter().any(|word| KINDS.contains(&word.as_str()));
    let number = match words.as_slice() {
        [] => None,
        [only] => number(only).or_else(|| lettered(only)),
        [first, last] if last.len() < 3 && number(first).is_none() => last.parse().ok(),
        _ => None,
    };
    let kind = || words.iter().filter(|_| counts).find_map(|word| number_word(word));
    let word = || words.iter().find_map(|word| WORDS.iter().position(|names| names.contains(&word.as_str())));
    let part = || UNPARTED.iter().position(|names| names.iter().any(|part| name.contains(part)));
    number.or_else(kind).or_else(word).or_else(part)
}

/// Whether a heading says that levels stand below or beside it.
pub fn is_kind(heading: &str) -> bool {
    words(heading).iter().any(|word| KINDS.contains(&word.as_str()))
}

/// Whether names run from the highest step to the lowest.
pub fn is_falling(names: &[&str]) -> bool {
    let ranks: Option<Vec<_>> = names.iter().map(|name| rank(name)).collect();
    ranks.is_some_and(|ranks| ranks.len() > 1 && ranks.is_sorted_by(|one, next| one > next))
}

/// The words of a name in lower case, without what explains it; none where there are too many.
fn words(name: &str) -> Vec<String> {
    let end = name.find(['(', '–', '—', ',', '\n', '（', '：']).unwrap_or(name.len());
    let name = name[..end].split(" - ").next().unwrap_or_default();
    let name = name.split(": ").next().unwrap_or_default();
    let words = name.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<_> = words.take(MOST_WORDS + 1).map(str::to_lowercase).collect();
    if words.len() > MOST_WORDS { Vec::new() } else { words }
}

/// `3`, `iv`.
fn number(word: &str) -> Option<usize> {
    if word.chars().count() < 3 && word.chars().all(|character| character.is_ascii_digit()) {
        return word.parse().ok();
    }
    ROMANS.iter().position(|roman| *roman == word).map(|index| index + 1)
}

/// `l3`, `ic4`, `1a`.
fn lettered(word: &str) -> Option<usize> {
    let digits = word.trim_start_matches(|character: char| character.is_ascii_lowercase());
    if (1..3).contains(&(word.len() - digits.len())) {
        return number(digits);
    }
    let digits = word.strip_suffix(|character: char| character.is_ascii_lowercase())?;
    Some(number(digits)? * 26 + usize::from(word.as_bytes().last()? - b'a'))
}

/// A number beside the word for a level.
fn number_word(word: &str) -> Option<usize> {
    let among = |names: &[&str; 10]| names.iter().position(|name| *name == word).map(|index| index + 1);
    let letter = || match word.as_bytes() {
        [letter @ b'a'..=b'h'] => Some(usize::from(letter - b'a')),
        _ => None,
    };
    number(word).or_else(|| lettered(word)).or_else(|| among(&NUMBERS)).or_else(|| among(&ORDINALS)).or_else(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn level(names: &[&str], expected: bool) {
        for name in names {
            assert_eq!(rank(name).is_some(), expected, "{name}");
        }
    }

    #[test]
    fn names_of_levels_are_told() {
        level(
            &["1", "L3", "IC4", "1A", "Level 2", "Level two", "Second stage", "Stufe III", "Band C", "Agent 2"],
            true,
        );
        level(&["Novice", "Senior (after two years)", "Expert – runs a desk", "3 – Skilled: alone", "Team lead"], true);
        level(&["初級", "Уровень 2", "Débutant", "مستوى 3", "Niveau avancé"], true);
    }

    #[test]
    fn other_names_are_not() {
        level(
            &["", "Communication", "Leadership", "Level", "24/7", "24/7 cover", "Takes the lead when the desk is busy"],
            false,
        );
        level(&["Queue", "1:1s", "Notes", "Stammkunden", "顧客対応"], false);
    }

    #[test]
    fn falling_names_are_told() {
        assert!(is_falling(&["Level 3", "Level 2", "Level 1"]));
        assert!(is_falling(&["Expert", "Advanced", "Novice"]));
        assert!(!is_falling(&["Novice", "Expert"]));
        assert!(!is_falling(&["Expert", "Desk", "Novice"]));
    }
}
