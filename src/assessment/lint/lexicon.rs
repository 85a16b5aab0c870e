//! The words that are looked for: a short list of our own, in English. Each is one to three words in lower case.
//!
//! It is a reminder, no filter. Words that mostly mean something else in notes about work are left out on purpose: "age",
//! "foreign", "race", "school", "friendly", "smart". What is meant without any of these words is not found, nor is any
//! other language.

use super::Rule;

/// What a word may point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    Age,
    Family,
    Health,
    Origin,
    Faith,
    Gender,
    Person,
}

impl Topic {
    pub const fn rule(self) -> Rule {
        match self {
            Self::Person => Rule::Person,
            Self::Age | Self::Family | Self::Health | Self::Origin | Self::Faith | Self::Gender => Rule::Protected,
        }
    }
}

/// Every word, under what it may point at.
pub const WORDS: [(Topic, &[&str]); 7] = [
    (
        Topic::Age,
        &[
            "elderly",
            "her age",
            "his age",
            "middle aged",
            "overqualified",
            "retire",
            "retirement",
            "their age",
            "too old",
            "too young",
            "year old",
            "years old",
        ],
    ),
    (
        Topic::Family,
        &[
            "a father",
            "a mother",
            "babies",
            "baby",
            "child care",
            "childcare",
            "children",
            "divorced",
            "family",
            "husband",
            "kids",
            "married",
            "maternity",
            "parental leave",
            "paternity",
            "pregnancy",
            "pregnant",
            "single mother",
            "wife",
            "working mother",
            "young father",
            "young mother",
        ],
    ),
    (
        Topic::Health,
        &[
            "adhd",
            "autism",
            "autistic",
            "depressed",
            "depression",
            "disability",
            "disabled",
            "dyslexia",
            "dyslexic",
            "illness",
            "medication",
            "mental health",
            "obese",
            "overweight",
            "sick leave",
            "stammer",
            "stutter",
            "wheelchair",
        ],
    ),
    (
        Topic::Origin,
        &[
            "accent",
            "asylum",
            "born abroad",
            "ethnic",
            "ethnicity",
            "foreigner",
            "immigrant",
            "migrant",
            "mother tongue",
            "nationality",
            "native speaker",
            "refugee",
        ],
    ),
    (
        Topic::Faith,
        &[
            "atheist",
            "buddhist",
            "christian",
            "church",
            "headscarf",
            "hijab",
            "hindu",
            "islam",
            "jewish",
            "mosque",
            "muslim",
            "ramadan",
            "religion",
            "religious",
            "sikh",
            "synagogue",
        ],
    ),
    (
        Topic::Gender,
        &["bisexual", "feminine", "for a man", "for a woman", "gay", "gender", "lesbian", "masculine", "transgender"],
    ),
    (
        Topic::Person,
        &[
            "arrogant",
            "attitude",
            "attractive",
            "charming",
            "chemistry",
            "cultural fit",
            "culture fit",
            "fits in",
            "good fit",
            "gut",
            "lazy",
            "likable",
            "likeable",
            "nervous",
            "nice",
            "one of us",
            "personality",
            "reminds me",
            "shy",
            "sympathetic",
            "vibe",
            "vibes",
            "weird",
        ],
    ),
];
