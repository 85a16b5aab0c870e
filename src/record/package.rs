//! An assessment as one file: its events as first written, with the guide and the framework revision that it
//! rests on, so that it reads without the sender's browser. Names go along only when they are asked for.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::assessment::{Against, Assessment, AssessmentId, Basis, Entry, Event, Refusal, Unreadable};
use crate::framework::{self, Digest, ReadError, canonical};
use crate::guide::{Guide, GuideError};

use super::person::Person;
use super::plan::PLAN;

/// The `format` of the file.
const FORMAT: &str = "touchstone-assessment/2";

/// The format of earlier releases, whose digest is that of all events together.
const FIRST_FORMAT: &str = "touchstone-assessment/1";

/// The file's parts, texts as they are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    pub assessment: AssessmentId,
    /// Empty unless names were asked for.
    pub people: Vec<Person>,
    /// Canonical texts; only interviews have a guide.
    pub guide: Option<String>,
    pub framework: String,
    /// One text for each event, in order, byte for byte as first written.
    pub events: Vec<String>,
    /// What the log comes to: [`Assessment::head`].
    pub head: Digest,
}

/// What an imported file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It was not here before.
    New,
    /// It was not here before, and is not as it was written, from this entry on.
    Altered { first: u32 },
    /// The same, or a shorter log of it, is here already; nothing was changed.
    Known,
    /// It is here already, without so many names that the file knows; these were added.
    Named { names: usize },
    /// The log went on elsewhere; the newer entries were added.
    Longer { added: usize },
    /// So many rows were damaged or missing here and came back from the file. The damaged ones are in quarantine.
    Mended { rows: usize },
}

impl fmt::Display for Arrival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New => f.write_str("a new assessment, which stands in the list now."),
            Self::Altered { first } => write!(
                f,
                "a new assessment, which stands in the list now. It is not as it was written: entry {first} was altered. Ask for a fresh copy of the file, or read it with that in mind."
            ),
            Self::Known => f.write_str("this assessment stands in the list already. Nothing was changed."),
            Self::Named { names } => {
                let names = if *names == 1 { "One name was".to_owned() } else { format!("{names} names were") };
                write!(f, "this assessment stands in the list already. {names} added to it.")
            }
            Self::Longer { added: 1 } => {
                f.write_str("the assessment went on elsewhere. One newer entry was added to the one in the list.")
            }
            Self::Longer { added } => {
                write!(f, "the assessment went on elsewhere. {added} newer entries were added to the one in the list.")
            }
            Self::Mended { rows } => {
                let rows = if *rows == 1 { "One part".to_owned() } else { format!("{rows} parts") };
                write!(f, "{rows} of the assessment in the list, damaged or missing, came back from the file.")
            }
        }
    }
}

/// Why a file is no assessment that can be taken in. Nothing stored was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackageError {
    NotJson {
        line: usize,
        column: usize,
        reason: String,
    },
    Empty,
    Foreign {
        found: Option<String>,
    },
    /// The file, or a part of it, is of a later release.
    Newer {
        /// Such as `"touchstone-assessment/2"`, quotation marks included, or `event 3 of version 2`.
        found: String,
    },
    /// A part is missing or of another shape.
    Damaged {
        place: &'static str,
        reason: String,
    },
    Event {
        seq: usize,
        reason: String,
    },
    Refused {
        seq: usize,
        refusal: Refusal,
    },
    /// Another log under the same id is here, and neither continues the other.
    Diverged {
        seq: usize,
    },
}

impl fmt::Display for PackageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column, reason } => {
                write!(
                    f,
                    "line {line}, column {column}: this is not JSON ({reason}). The file may have been cut short; ask for a fresh copy."
                )
            }
            Self::Empty => {
                f.write_str("format: this file is empty. Choose a file that was exported from the list of assessments.")
            }
            Self::Foreign { found: Some(found) } => {
                write!(
                    f,
                    "format: this file says \"{found}\", not \"{FORMAT}\". Choose a file that was exported from the list of assessments."
                )
            }
            Self::Foreign { found: None } => {
                write!(
                    f,
                    "format: this file is not an assessment. Choose a file that was exported from the list of assessments."
                )
            }
            Self::Newer { found } => {
                write!(
                    f,
                    "format: this file holds {found}, written by a later release. Reload the page to get the newest app, then import it again."
                )
            }
            Self::Damaged { place, reason } => {
                write!(f, "{place}: this part is damaged ({reason}). Ask for a fresh copy of the file.")
            }
            Self::Event { seq, reason } => {
                write!(f, "event {seq}: this entry is damaged ({reason}). Ask for a fresh copy of the file.")
            }
            Self::Refused { seq, refusal } => {
                write!(
                    f,
                    "event {seq}: {} Ask for a fresh copy of the file. Nothing here was changed.",
                    refusal.cause()
                )
            }
            Self::Diverged { seq } => {
                write!(
                    f,
                    "event {seq}: another record of this assessment is kept here, and from this entry on the two differ. The one kept here stays as it is. Import the file in another browser to read it."
                )
            }
        }
    }
}

impl std::error::Error for PackageError {}

#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Option<String>,
}

#[derive(Deserialize)]
struct Body {
    assessment: AssessmentId,
    #[serde(default)]
    people: Vec<Person>,
    #[serde(default)]
    guide: Option<Box<RawValue>>,
    framework: Box<RawValue>,
    events: Vec<Box<RawValue>>,
    #[serde(default)]
    digest: Option<String>,
}

#[derive(Serialize)]
struct People<'a>(&'a [Person]);

impl Package {
    /// The text of the file, the same for the same parts; one event a line.
    pub fn write(&self) -> String {
        let mut text = format!("{{\n\"format\":\"{FORMAT}\",\n\"assessment\":\"{}\",\n", self.assessment);
        if !self.people.is_empty() {
            // Ids and names are texts, which JSON always expresses.
            let people = serde_json::to_string(&People(&self.people)).unwrap_or_default();
            text.push_str(&format!("\"people\":{people},\n"));
        }
        if let Some(guide) = &self.guide {
            text.push_str(&format!("\"guide\":{guide},\n"));
        }
        text.push_str(&format!("\"framework\":{},\n\"events\":[\n", self.framework));
        text.push_str(&self.events.join(",\n"));
        text.push_str(&format!("\n],\n\"digest\":\"{}\"\n}}\n", self.head));
        text
    }

    /// Reads a file and proves that its events make an assessment. Where they are not as they were written, the assessment
    /// says so: [`Assessment::altered`].
    ///
    /// # Errors
    /// [`PackageError`] with the part or the event that is wrong.
    pub fn read(text: &str) -> Result<(Self, Assessment), PackageError> {
        let text = text.trim_start_matches('\u{feff}');
        if text.trim().is_empty() {
            return Err(PackageError::Empty);
        }
        let Head { format } = serde_json::from_str(text).map_err(|error| not_json(&error))?;
        match &format {
            Some(format) if format == FORMAT || format == FIRST_FORMAT => {}
            Some(found) if version(found).is_some_and(|found| Some(found) > version(FORMAT)) => {
                return Err(PackageError::Newer { found: format!("\"{found}\"") });
            }
            found => return Err(PackageError::Foreign { found: found.clone() }),
        }
        let body: Body = serde_json::from_str(text)
            .map_err(|error| PackageError::Damaged { place: "file", reason: error.to_string() })?;
        names(&body)?;
        let mut events = Vec::with_capacity(body.events.len());
        let mut entries = Vec::with_capacity(body.events.len());
        for (index, event) in body.events.iter().enumerate() {
            let event = first_written(index + 1, event.get())?;
            entries.push(entry_of(index + 1, &event)?);
            events.push(event);
        }
        let (basis, guide, framework) = basis(&body, &entries)?;
        let mut assessment = Assessment::fold(Arc::new(basis), entries)
            .map_err(|(index, refusal)| PackageError::Refused { seq: index + 1, refusal })?;
        let stated = stated(body.digest.as_deref())?;
        if format.as_deref() == Some(FIRST_FORMAT) {
            if stated != Digest::of(events.join("\n").as_bytes()) {
                let reason = "the events are not those that were exported".to_owned();
                return Err(PackageError::Damaged { place: "digest", reason });
            }
        } else {
            assessment.hold_against(&stated);
        }
        let head = assessment.head().clone();
        Ok((Self { assessment: body.assessment, people: body.people, guide, framework, events, head }, assessment))
    }
}

/// The digest that the file states.
fn stated(digest: Option<&str>) -> Result<Digest, PackageError> {
    let damaged = |reason: &str| PackageError::Damaged { place: "digest", reason: reason.to_owned() };
    let digest = digest.ok_or_else(|| damaged("it is missing, so nothing proves the events"))?;
    Digest::parse(digest).ok_or_else(|| damaged("it is no SHA-256"))
}

/// What the events rest on, parsed, and the canonical texts of guide and framework.
fn basis(body: &Body, entries: &[Entry]) -> Result<(Basis, Option<String>, String), PackageError> {
    let framework = framework::from_json(body.framework.get()).map_err(|error| match error {
        ReadError::Newer { found, .. } => PackageError::Newer { found: format!("\"{found}\"") },
        error => PackageError::Damaged { place: "framework", reason: error.cause() },
    })?;
    let text = framework.canonical();
    let refused = |refusal| PackageError::Refused { seq: 1, refusal };
    let first = entries.first().ok_or_else(|| refused(Refusal::NotStarted))?;
    if first.seq != 1 {
        return Err(refused(Refusal::OutOfOrder { expected: 1, found: first.seq }));
    }
    let Event::Started(started) = &first.event else { return Err(refused(Refusal::NotStarted)) };
    if let Against::Unit(level) | Against::Level(level) = &started.against {
        return Ok((Basis::of_level(framework, level), None, text));
    }
    let missing = || PackageError::Damaged { place: "guide", reason: "it is missing".to_owned() };
    let guide = Guide::from_json(body.guide.as_ref().ok_or_else(missing)?.get()).map_err(|error| match error {
        GuideError::Newer { found } => PackageError::Newer { found: format!("\"{found}\"") },
        error => PackageError::Damaged { place: "guide", reason: error.cause() },
    })?;
    let guide_text = guide.canonical();
    Ok((Basis::new(guide, framework), Some(guide_text), text))
}

fn entry_of(seq: usize, text: &str) -> Result<Entry, PackageError> {
    Entry::read(text).map_err(|unreadable| match unreadable {
        Unreadable::Damaged(reason) => PackageError::Event { seq, reason },
        Unreadable::Newer(version) => PackageError::Newer { found: format!("event {seq} of version {version}") },
    })
}

/// An event byte for byte as it was first written, which is canonical, even if an editor laid the file out anew.
fn first_written(seq: usize, text: &str) -> Result<String, PackageError> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| PackageError::Event { seq, reason: error.to_string() })?;
    Ok(canonical(&value))
}

/// Proves the ids, since they become keys of what is stored here.
fn names(body: &Body) -> Result<(), PackageError> {
    let damaged = |place, reason| Err(PackageError::Damaged { place, reason });
    let assessment = body.assessment.as_str();
    // Drafts are kept under the id, and the plan in hand among them.
    if !is_id(assessment) || assessment == PLAN {
        return damaged("assessment", format!("\"{assessment}\" is no id"));
    }
    let mut seen = BTreeSet::new();
    for person in &body.people {
        if !is_id(person.id.as_str()) {
            return damaged("people", format!("\"{}\" is no id", person.id));
        }
        if !seen.insert(&person.id) {
            return damaged("people", format!("the id \"{}\" stands twice", person.id));
        }
    }
    Ok(())
}

/// Whether a text may be an id: up to 64 letters, digits and hyphens.
fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn not_json(error: &serde_json::Error) -> PackageError {
    use serde_json::error::Category;
    match error.classify() {
        // Well-formed JSON that is no object, or whose format is no text.
        Category::Data => PackageError::Foreign { found: None },
        Category::Io | Category::Syntax | Category::Eof => {
            let text = error.to_string();
            let reason = text.split(" at line ").next().unwrap_or(&text).to_owned();
            PackageError::NotJson { line: error.line(), column: error.column(), reason }
        }
    }
}

/// The version of one of our assessment formats.
fn version(format: &str) -> Option<u32> {
    format.strip_prefix("touchstone-assessment/")?.parse().ok()
}
