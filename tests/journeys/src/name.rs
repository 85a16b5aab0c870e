//! The accessible name of what is looked for.

use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    Exactly(String),
    Starting(String),
}

/// For a name of which the end is not known, or too long to say.
pub fn starting(words: &str) -> Name {
    Name::Starting(folded(words))
}

impl Name {
    pub(crate) fn fits(&self, label: &str) -> bool {
        let label = folded(label);
        match self {
            Name::Exactly(words) => label == *words,
            Name::Starting(words) => label.starts_with(words),
        }
    }

    pub(crate) fn words(&self) -> &str {
        match self {
            Name::Exactly(words) | Name::Starting(words) => words,
        }
    }
}

impl From<&str> for Name {
    fn from(words: &str) -> Self {
        Name::Exactly(folded(words))
    }
}

impl From<&String> for Name {
    fn from(words: &String) -> Self {
        Name::from(words.as_str())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Name::Exactly(words) => write!(f, "“{words}”"),
            Name::Starting(words) => write!(f, "“{words}…”"),
        }
    }
}

/// White space of any kind and length counts as one blank.
pub(crate) fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_does_not_tell_names_apart() {
        assert!(Name::from("Add  a\nframework").fits(" Add a framework"));
        assert!(!Name::from("Add").fits("Add a framework"));
        assert!(starting("Add").fits("Add a framework"));
        assert!(!starting("framework").fits("Add a framework"));
    }
}
