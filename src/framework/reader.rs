//! Reading JSON by hand: every problem is collected with its place, not only the first, and what is not
//! known is handed back. It knows nothing of frameworks.

use std::fmt;

use serde_json::{Map, Value};

/// Why a document could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The text is no JSON.
    NotJson { line: usize, column: usize, reason: String },
    /// The JSON is something else.
    Foreign { expected: &'static str, found: Option<String> },
    /// The format is one of a later release.
    Newer { expected: &'static str, found: String },
    /// The format fits, the content does not; every problem is listed.
    Problems(Vec<Problem>),
}

/// One thing that is wrong, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path to it: `competencies[2].expectations[0].level`; empty for the document itself.
    pub place: String,
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() { f.write_str(&self.text) } else { write!(f, "{}: {}", self.place, self.text) }
    }
}

impl ReadError {
    /// What is wrong, without what to do about it: for messages that know that better.
    pub fn cause(&self) -> String {
        match self {
            Self::NotJson { line, column, reason } => format!("line {line}, column {column}: {reason}"),
            Self::Foreign { expected, found: Some(found) } => format!("its format is \"{found}\", not \"{expected}\""),
            Self::Foreign { found: None, .. } => "it does not name its format".to_owned(),
            Self::Newer { found, .. } => format!("its format is \"{found}\", of a later release"),
            Self::Problems(problems) => {
                let first = problems.first().map(Problem::to_string).unwrap_or_default();
                let more = match problems.len() {
                    0 | 1 => String::new(),
                    count => format!("; and {} more", count - 1),
                };
                format!("{}{more}", first.trim_end_matches('.'))
            }
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column, reason } => {
                write!(
                    f,
                    "line {line}, column {column}: this is not JSON ({reason}). Mend it there, or export the file again."
                )
            }
            Self::Foreign { expected, found: Some(found) } => {
                write!(f, "format: this file says \"{found}\", not \"{expected}\". Choose a file of that format.")
            }
            Self::Foreign { expected, found: None } => {
                write!(f, "format: this file does not name its format. Choose a file that says \"{expected}\".")
            }
            Self::Newer { expected, found } => write!(
                f,
                "format: this file is \"{found}\", written by a later release; this one reads \"{expected}\". Update the app, then open it again."
            ),
            Self::Problems(problems) => {
                for (index, problem) in problems.iter().enumerate() {
                    if index > 0 {
                        f.write_str("\n")?;
                    }
                    problem.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// Parses a document and checks that its `format` is the expected one, of this version.
pub(crate) fn open(text: &str, expected: &'static str) -> Result<Map<String, Value>, ReadError> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        ReadError::NotJson { line: error.line(), column: error.column(), reason: reason_of(&error) }
    })?;
    checked(value, expected)
}

/// Checks that the `format` of a parsed document is the expected one, of this version.
pub(crate) fn checked(value: Value, expected: &'static str) -> Result<Map<String, Value>, ReadError> {
    let Value::Object(map) = value else {
        return Err(ReadError::Foreign { expected, found: None });
    };
    match map.get("format").and_then(Value::as_str) {
        Some(found) if found == expected => Ok(map),
        Some(found) if is_newer(found, expected) => Err(ReadError::Newer { expected, found: found.to_owned() }),
        found => Err(ReadError::Foreign { expected, found: found.map(str::to_owned) }),
    }
}

/// The parser's reason without the place that it repeats.
fn reason_of(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}

fn is_newer(found: &str, expected: &str) -> bool {
    let version = |text: &str| {
        text.rsplit_once('/')
            .and_then(|(name, version)| version.parse::<u32>().ok().map(|version| (name.to_owned(), version)))
    };
    matches!((version(found), version(expected)), (Some((a, m)), Some((b, n))) if a == b && m > n)
}

/// The place in the document, grown and shrunk while walking it, and the problems found on the way.
#[derive(Default)]
pub(crate) struct Walk {
    path: String,
    pub problems: Vec<Problem>,
}

impl Walk {
    /// Runs `inside` one step deeper: a key, or an index such as `[3]`.
    pub fn within<T>(&mut self, step: &str, inside: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        if length > 0 && !step.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(step);
        let value = inside(self);
        self.path.truncate(length);
        value
    }

    /// Notes a problem at the present place.
    pub fn problem(&mut self, text: String) {
        self.problems.push(Problem { place: self.path.clone(), text });
    }
}

/// A JSON object whose fields are taken one by one; what remains is unknown to this release.
pub(crate) struct Fields(pub Map<String, Value>);

impl Fields {
    /// The object under a name, which must be there.
    pub fn object(&mut self, name: &str, walk: &mut Walk) -> Self {
        walk.within(name, |walk| match self.0.remove(name) {
            None | Some(Value::Null) => {
                walk.problem("this field is missing. Write an object there, {} if there is nothing to say.".to_owned());
                Self(Map::new())
            }
            Some(value) => Self::of(value, walk),
        })
    }

    /// The object, or an empty one after noting that it is none.
    pub fn of(value: Value, walk: &mut Walk) -> Self {
        match value {
            Value::Object(map) => Self(map),
            other => {
                walk.problem(format!("an object is expected, not {}. Put it in braces.", kind(&other)));
                Self(Map::new())
            }
        }
    }

    /// A text that may be absent or null.
    pub fn text(&mut self, name: &str, walk: &mut Walk) -> Option<String> {
        match self.0.remove(name) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => Some(text),
            Some(other) => {
                walk.within(name, |walk| {
                    walk.problem(format!("a text is expected, not {}. Put it in quotation marks.", kind(&other)));
                });
                None
            }
        }
    }

    /// A text that must be there and say something.
    pub fn required(&mut self, name: &str, walk: &mut Walk) -> String {
        let problems = walk.problems.len();
        let text = self.text(name, walk).unwrap_or_default();
        if text.trim().is_empty() && walk.problems.len() == problems {
            walk.within(name, |walk| walk.problem("this field is missing or empty. Write a text there.".to_owned()));
        }
        text
    }

    /// A whole number that may be absent or null.
    pub fn number(&mut self, name: &str, walk: &mut Walk) -> Option<u32> {
        match self.0.remove(name) {
            None | Some(Value::Null) => None,
            Some(value) => {
                let number = whole(&value);
                if number.is_none() {
                    walk.within(name, |walk| {
                        walk.problem(format!(
                            "a whole number from 0 on is expected, not {}. Write digits alone.",
                            kind(&value)
                        ));
                    });
                }
                number
            }
        }
    }

    /// The elements of a list that may be absent or null, each read at its own place.
    pub fn list<T>(&mut self, name: &str, walk: &mut Walk, mut read: impl FnMut(Value, &mut Walk) -> T) -> Vec<T> {
        match self.0.remove(name) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(values)) => walk.within(name, |walk| {
                values
                    .into_iter()
                    .enumerate()
                    .map(|(index, value)| walk.within(&format!("[{index}]"), |walk| read(value, walk)))
                    .collect()
            }),
            Some(other) => {
                walk.within(name, |walk| {
                    walk.problem(format!("a list is expected, not {}. Put it in square brackets.", kind(&other)));
                });
                Vec::new()
            }
        }
    }

    /// A list of texts, each of which says something.
    pub fn texts(&mut self, name: &str, walk: &mut Walk) -> Vec<String> {
        self.list(name, walk, |value, walk| match value {
            Value::String(text) => {
                if text.trim().is_empty() {
                    walk.problem("this text is empty. Write one, or take it out of the list.".to_owned());
                }
                text
            }
            other => {
                walk.problem(format!("a text is expected, not {}. Put it in quotation marks.", kind(&other)));
                String::new()
            }
        })
    }
}

/// The whole number that a JSON number stands for: `6`, and `6.0` too, which is the same in JSON.
fn whole(value: &Value) -> Option<u32> {
    let number = value.as_f64()?;
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u32)
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "this number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
