//! What went wrong on a journey, and which line of it.

use std::fmt;
use std::panic::Location;

pub type Outcome<T = ()> = Result<T, Trouble>;

pub struct Trouble {
    what: String,
    place: Option<&'static Location<'static>>,
}

impl Trouble {
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), place: None }
    }

    /// The outermost line that is not the harness's own.
    pub(crate) fn at(mut self, place: &'static Location<'static>) -> Self {
        self.place.get_or_insert(place);
        self
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some(place) => write!(f, "{}:{}: {}", place.file(), place.line(), self.what),
            None => write!(f, "{}", self.what),
        }
    }
}

/// A test that returns a trouble shows it through `Debug`: it is to be read by people.
impl fmt::Debug for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Trouble {}

impl From<thirtyfour::error::WebDriverError> for Trouble {
    fn from(error: thirtyfour::error::WebDriverError) -> Self {
        Self::new(format!("the browser's driver: {error}"))
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::new(error.to_string())
    }
}
