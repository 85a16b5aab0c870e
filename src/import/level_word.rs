//! Words and numbers of other languages than English that headings of levels are made of: "Niveau 2", "المستوى الثاني",
//! "רמה ב", "レベル２", "第2级". English ones stand where they are used, since not every word is told everywhere.

/// Words that say that a number beside them counts levels.
pub const NOUNS: [&str; 36] = [
    "stufe",
    "niveaustufe",
    "kompetenzstufe",
    "niveau",
    "échelon",
    "palier",
    "nivel",
    "etapa",
    "nível",
    "livello",
    "trede",
    "fase",
    "nivå",
    "niveå",
    "trinn",
    "trin",
    "taso",
    "poziom",
    "stopień",
    "úroveň",
    "razina",
    "nivelul",
    "szint",
    "уровень",
    "рівень",
    "ступень",
    "ниво",
    "επίπεδο",
    "seviye",
    "المستوى",
    "مستوى",
    "المرحلة",
    "רמה",
    "שלב",
    "レベル",
    "级别",
];

/// Signs that stand close behind a number, or before it; a longer one before what it begins with.
pub const SIGNS: [&str; 12] =
    ["级别", "级", "級", "等级", "等級", "段階", "階段", "阶段", "レベル", "레벨", "단계", "수준"];

const HAN: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

const SPELT: [(&str, u32); 15] = [
    ("eins", 1),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("الأول", 1),
    ("الأولى", 1),
    ("الثاني", 2),
    ("الثانية", 2),
    ("الثالث", 3),
    ("الثالثة", 3),
    ("الرابع", 4),
    ("الرابعة", 4),
    ("الخامس", 5),
    ("الخامسة", 5),
];

/// The number that a digit is, of any of the scripts in which documents come.
pub fn digit(sign: char) -> Option<u32> {
    const ZEROS: [char; 5] = ['0', '\u{ff10}', '\u{660}', '\u{6f0}', '\u{966}'];
    ZEROS.iter().find_map(|zero| u32::from(sign).checked_sub(u32::from(*zero)).filter(|value| *value < 10))
}

/// The number that a word is, in lower case.
pub fn spelt(word: &str) -> Option<u32> {
    SPELT.iter().find(|(spelt, _)| *spelt == word).map(|(_, number)| *number)
}

/// The number that one of the first Hebrew letters counts, as in lists.
pub fn hebrew_letter(word: &str) -> Option<u32> {
    let mut letters = word.chars();
    let (letter, None) = (letters.next()?, letters.next()) else { return None };
    ('א'..='י').contains(&letter).then(|| u32::from(letter) - u32::from('א') + 1)
}

/// The number from one to ten that a sign of Han is.
pub fn han(sign: &str) -> Option<u32> {
    let index = HAN.iter().position(|han| *han == sign)?;
    u32::try_from(index + 1).ok()
}
