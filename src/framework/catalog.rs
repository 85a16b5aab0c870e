//! The list of a host's frameworks, `catalog.json`: what the library shows before any of them is opened.

use std::collections::BTreeSet;

use serde_json::Value;

use super::read::{entry_id, entry_purpose};
use super::reader::{Fields, ReadError, Walk, checked, open};
use super::{FrameworkId, Purpose};

/// The `format` that a catalog names.
const FORMAT: &str = "touchstone-catalog/1";

/// The host's frameworks, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog {
    pub frameworks: Vec<CatalogEntry>,
}

/// One framework of the host.
#[derive(Clone, Debug, PartialEq)]
pub struct CatalogEntry {
    pub id: FrameworkId,
    /// The file's name, beside the catalog.
    pub file: String,
    pub title: String,
    pub summary: Option<String>,
    pub purpose: Purpose,
    pub uses: Vec<Use>,
    /// Numbers for the list: rungs, competencies, criteria.
    pub rungs: u32,
    pub competencies: u32,
    pub criteria: u32,
}

/// What a framework helps with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Hiring,
    Progression,
    Qualification,
}

impl Use {
    const ALL: [Self; 3] = [Self::Hiring, Self::Progression, Self::Qualification];

    /// The word of the file, which is also the word on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hiring => "hiring",
            Self::Progression => "progression",
            Self::Qualification => "qualification",
        }
    }
}

impl Catalog {
    /// Reads `catalog.json`.
    ///
    /// # Errors
    /// [`ReadError`] lists every problem with its place.
    pub fn from_json(text: &str) -> Result<Self, ReadError> {
        Self::read(Fields(open(text, FORMAT)?))
    }

    /// Reads a catalog that was parsed elsewhere.
    ///
    /// # Errors
    /// Like [`Self::from_json`], but for JSON that is none.
    pub fn from_value(value: Value) -> Result<Self, ReadError> {
        Self::read(Fields(checked(value, FORMAT)?))
    }

    fn read(mut fields: Fields) -> Result<Self, ReadError> {
        let mut walk = Walk::default();
        let mut seen = BTreeSet::new();
        let frameworks = fields.list("frameworks", &mut walk, |value, walk| {
            let entry = entry(Fields::of(value, walk), walk);
            if !seen.insert(entry.id.clone()) && !entry.id.as_str().is_empty() {
                walk.within("id", |walk| {
                    walk.problem(format!("another framework has the id \"{}\" already. Give each its own.", entry.id));
                });
            }
            entry
        });
        if walk.problems.is_empty() { Ok(Self { frameworks }) } else { Err(ReadError::Problems(walk.problems)) }
    }
}

fn entry(mut fields: Fields, walk: &mut Walk) -> CatalogEntry {
    CatalogEntry {
        id: entry_id(&mut fields, walk),
        file: file(&mut fields, walk),
        title: fields.required("title", walk),
        summary: fields.text("summary", walk),
        purpose: entry_purpose(&mut fields, walk),
        // A use that a later release adds is nothing to stop for: it is left out.
        uses: fields
            .texts("for", walk)
            .iter()
            .filter_map(|word| Use::ALL.into_iter().find(|known| known.name() == word))
            .collect(),
        rungs: fields.number("levels", walk).unwrap_or(0),
        competencies: fields.number("competencies", walk).unwrap_or(0),
        criteria: fields.number("criteria", walk).unwrap_or(0),
    }
}

/// A file beside the catalog and nowhere else: the page may fetch only from its own folder.
fn file(fields: &mut Fields, walk: &mut Walk) -> String {
    let name = fields.required("file", walk);
    if name.contains(['/', '\\', ':', '?', '#', '%']) || name.starts_with('.') {
        walk.within("file", |walk| {
            walk.problem(format!(
                "\"{name}\" is no name of a file beside the catalog. Put the file there and name it without a path."
            ));
        });
    }
    name
}
