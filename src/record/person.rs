//! Names, kept apart from the records that point at them.

use serde::{Deserialize, Serialize};

use crate::assessment::{Apart, Assessment, Form, PersonId, Started};

use super::error::RecordError;
use super::row::{self, put};
use super::storage::{Row, StorageError, Table};
use super::{Archive, Summary};

/// The version of the stored form that this release writes.
const VERSION: u32 = 1;

/// Somebody's name, as the interviewer wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
}

#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    id: &'a PersonId,
    name: &'a str,
}

impl Person {
    /// The stored form.
    pub(super) fn write(&self) -> String {
        row::write(&Written { v: VERSION, id: &self.id, name: &self.name })
    }

    /// Reads a row of the people.
    pub(super) fn read(row: &Row) -> Result<Self, RecordError> {
        row::read(Table::People, row, VERSION)
    }
}

impl Archive {
    /// The id of whoever verifies under that name: the assessor's or the candidate's own where the name is theirs,
    /// whatever its capitals and spaces, so that the rules can refuse it; or of somebody who assesses or verifies under
    /// it elsewhere. None for a new name.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn verifier(&self, assessment: &Assessment, name: &str) -> Result<Option<PersonId>, StorageError> {
        // What cannot be read holds nobody up: the list tells of it.
        let (people, _) = self.names().await?;
        let (summaries, _) = self.summaries().await?;
        let started = &assessment.started;
        let own = [&started.interviewer, &started.candidate];
        let here = people.iter().find(|person| own.contains(&&person.id) && plain(&person.name) == plain(name));
        let judges = |person: &&Person| {
            let assesses = |summary: &Summary| summary.form != Form::SelfAssessment && summary.interviewer == person.id;
            let judged = |summary: &Summary| assesses(summary) || summary.others.contains(&person.id);
            person.name == name.trim() && summaries.iter().any(judged)
        };
        Ok(here.or_else(|| people.iter().find(judges)).map(|person| person.id.clone()))
    }

    /// How a verifier is told apart from those who took part: by the names, where all are known here, or else by what she
    /// stated.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn told_apart(&self, assessment: &Assessment, stated: bool) -> Result<Option<Apart>, StorageError> {
        let (people, _) = self.names().await?;
        Ok(match unnamed_words(&people, &assessment.started) {
            None => Some(Apart::ByName),
            Some(_) => stated.then_some(Apart::Stated),
        })
    }

    /// Keeps the name of somebody whom an assessment is about to name.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn keep_name(&self, person: &Person) -> Result<(), StorageError> {
        self.storage.commit(vec![put(Table::People, person.id.as_str(), person.write())]).await
    }
}

/// Whose name is not known here, so that a verifier's cannot be held against it; nothing where both are.
pub fn unnamed_words(people: &[Person], started: &Started) -> Option<&'static str> {
    let is_known = |id: &PersonId| Person::name(people, id).is_some();
    match (is_known(&started.interviewer), is_known(&started.candidate)) {
        (true, true) => None,
        (false, true) => {
            Some("The assessor’s name is not known here, so that no verifier can be told from the assessor.")
        }
        (true, false) => {
            Some("The candidate’s name is not known here, so that no verifier can be told from the candidate.")
        }
        (false, false) => {
            Some("The names of assessor and candidate are not known here, so that no verifier can be told from them.")
        }
    }
}

/// A name without what tells no two people apart.
pub(super) fn plain(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
