//! A guide as one file: its frozen version with the framework revision that it asks from, so that it reads in another
//! browser and every candidate there gets the same. No person is named in it.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::assessment::Basis;
use crate::framework::{self, canonical};
use crate::guide::{Guide, GuideId, Plan};

use super::Archive;
use super::error::RecordError;
use super::guide::KeptGuide;
use super::storage::StorageError;

/// The `format` of the file.
const FORMAT: &str = "touchstone-guide-file/1";

#[derive(Serialize, Deserialize)]
struct GuideFile {
    format: String,
    title: String,
    guide: Value,
    framework: Value,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    New(Box<KeptGuide>),
    /// This version is here already.
    Known(Box<KeptGuide>),
}

/// Why a file is no guide that can be taken in. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuideFileError {
    NotJson {
        line: usize,
        column: usize,
        reason: String,
    },
    Foreign {
        found: Option<String>,
    },
    /// A part is missing, or cannot be read.
    Damaged {
        place: &'static str,
        reason: String,
    },
    /// The framework is another one than the guide asks from.
    OtherFramework,
    Record(RecordError),
}

impl fmt::Display for GuideFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column, reason } => write!(
                f,
                "line {line}, column {column}: this is not JSON ({reason}). The file may have been cut short; ask for a fresh copy."
            ),
            Self::Foreign { found: Some(found) } if is_later(found) => write!(
                f,
                "format: this guide was exported by a later release (\"{found}\"). Reload the page to get the newest app, then choose the file again."
            ),
            Self::Foreign { found: Some(found) } => write!(
                f,
                "format: this file is \"{found}\", not a guide. Choose a file that was exported from the list of guides."
            ),
            Self::Foreign { found: None } => f.write_str(
                "format: this file does not say what it is. Choose a file that was exported from the list of guides.",
            ),
            Self::Damaged { place, reason } => {
                write!(f, "{place}: {reason}. The file was changed or cut short; ask for a fresh copy.")
            }
            Self::OtherFramework => f.write_str(
                "framework: it is another revision than the one that the guide asks from. The file was changed; ask for a fresh copy.",
            ),
            Self::Record(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for GuideFileError {}

impl From<StorageError> for GuideFileError {
    fn from(error: StorageError) -> Self {
        Self::Record(error.into())
    }
}

fn is_later(format: &str) -> bool {
    let version = format.strip_prefix("touchstone-guide-file/").and_then(|version| version.parse::<u32>().ok());
    version.is_some_and(|version| version > 1)
}

impl KeptGuide {
    /// The guide as a file, with this frozen version of it.
    pub fn file(&self, basis: &Basis) -> String {
        let file = GuideFile {
            format: FORMAT.to_owned(),
            title: self.title.clone(),
            guide: serde_json::to_value(&basis.guide).unwrap_or_default(),
            framework: basis.framework.to_json(),
        };
        // It holds only texts, lists and whole numbers, which JSON always expresses.
        serde_json::to_value(&file).map(|value| canonical(&value)).unwrap_or_default()
    }

    /// The name of its file: letters and digits of the title.
    pub fn file_name(&self) -> String {
        let words = self.title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let name = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
        let name: String = name.chars().take(60).collect();
        format!("{}.guide.json", if name.is_empty() { "touchstone" } else { name.trim_end_matches('-') })
    }
}

impl Archive {
    /// Takes a guide in from its file, under this id.
    ///
    /// # Errors
    /// The file's fault, or a failure of the storage; nothing was written.
    pub async fn import_guide(&self, id: GuideId, text: &str, at: i64) -> Result<Taken, GuideFileError> {
        let (title, basis) = read(text)?;
        if let Some(known) = self.guide_with(basis.guide_digest()).await? {
            // One that was removed comes back.
            let plan = known.plan.clone();
            let shown = self.freeze(id, &plan, &basis, known.at).await.map_err(GuideFileError::Record)?;
            return Ok(Taken::Known(Box::new(shown)));
        }
        let mut plan = Plan::of(&basis.guide, &basis.framework);
        plan.title = title;
        let kept = self.freeze(id, &plan, &basis, at).await.map_err(GuideFileError::Record)?;
        Ok(Taken::New(Box::new(kept)))
    }
}

fn read(text: &str) -> Result<(String, Basis), GuideFileError> {
    let value: Value = serde_json::from_str(text).map_err(|error| GuideFileError::NotJson {
        line: error.line(),
        column: error.column(),
        reason: error.to_string(),
    })?;
    match value.get("format").and_then(Value::as_str) {
        Some(FORMAT) => {}
        found => return Err(GuideFileError::Foreign { found: found.map(str::to_owned) }),
    }
    let file: GuideFile = serde_json::from_value(value)
        .map_err(|error| GuideFileError::Damaged { place: "file", reason: error.to_string() })?;
    let guide = Guide::from_json(&file.guide.to_string())
        .map_err(|error| GuideFileError::Damaged { place: "guide", reason: error.cause() })?;
    let framework = framework::from_json(&file.framework.to_string())
        .map_err(|error| GuideFileError::Damaged { place: "framework", reason: error.cause() })?;
    let named = guide.framework.digest.clone();
    let basis = Basis::new(guide, framework);
    if *basis.framework_digest() != named {
        return Err(GuideFileError::OtherFramework);
    }
    Ok((file.title, basis))
}
