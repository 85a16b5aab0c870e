//! The list of assessments as it is read: each with its candidate's name, and beside them what cannot be read.

use crate::assessment::{Form, PersonId};

use super::storage::StorageError;
use super::{Archive, Person, Summary};

/// The list, newest change first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pub lines: Vec<Listed>,
    /// What is wrong with the rows that cannot be read, and where. They stay as they are.
    pub unreadable: Vec<String>,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub summary: Summary,
    /// The candidate's name, or a pseudonym.
    pub candidate: String,
}

impl Archive {
    /// The list. Names that cannot be read are reported, and pseudonyms stand in.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn listing(&self) -> Result<Listing, StorageError> {
        let (summaries, errors) = self.summaries().await?;
        let mut unreadable: Vec<_> = errors.iter().map(ToString::to_string).collect();
        let (people, errors) = self.names().await?;
        unreadable.extend(errors.iter().map(ToString::to_string));
        let line = |summary: Summary| Listed { candidate: Person::candidate(&people, &summary.candidate), summary };
        Ok(Listing { lines: summaries.into_iter().map(line).collect(), unreadable })
    }
}

impl Person {
    /// The name of a candidate as it is shown: the one that is known, or a pseudonym such as `Candidate 7F2`.
    pub fn candidate(people: &[Self], id: &PersonId) -> String {
        Self::name(people, id).unwrap_or_else(|| format!("Candidate {}", id.pseudonym()))
    }

    /// The name of somebody, if it is known here.
    pub fn name(people: &[Self], id: &PersonId) -> Option<String> {
        people.iter().find(|person| person.id == *id).map(|person| person.name.clone())
    }
}

impl Summary {
    /// What it is for, such as `Agent · Support matrix · Advanced`.
    pub fn purpose(&self) -> String {
        let parts = [&self.role, &self.framework, &self.level];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
    }

    /// How far it has come, such as `in progress · 6 of 9 asked`, and whether it was altered since.
    pub fn progress(&self) -> String {
        let done = if self.form == Form::Interview { "asked" } else { "marked" };
        let altered = if self.altered { " · altered" } else { "" };
        format!("{} · {} of {} {done}{altered}", self.stage.name(), self.asked, self.questions)
    }

    /// The name of its file. It never holds a name, since folders are seen by others.
    pub fn file_name(&self, with_names: bool) -> String {
        let id: String = self.id.as_str().chars().filter(char::is_ascii_alphanumeric).take(6).collect();
        let names = if with_names { "-with-names" } else { "" };
        format!("touchstone-candidate-{}-{id}{names}.json", self.candidate.pseudonym().to_ascii_lowercase())
    }
}
