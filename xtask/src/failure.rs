//! Why a command could not do its work, and what to type to mend it.

use std::fmt;

pub type Result<T> = std::result::Result<T, Failure>;

#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    what: String,
    mend: Option<String>,
}

impl Failure {
    /// A sentence, of which the full stop is set here: it may end with another failure's words.
    pub fn new(what: impl Into<String>) -> Self {
        let what = what.into();
        Self { what: what.strip_suffix('.').map_or_else(|| what.clone(), str::to_owned), mend: None }
    }

    /// What the reader can type or install.
    pub fn mend(self, mend: impl Into<String>) -> Self {
        Self { mend: Some(mend.into()), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.", self.what)?;
        match &self.mend {
            Some(mend) => write!(f, "\n{mend}"),
            None => Ok(()),
        }
    }
}
