//! A person's own questions, a row for each, under the framework that it is for. They outlive every revision of it, and
//! its being taken off the shelf: what somebody wrote is removed by nobody else.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::framework::{CompetencyId, FrameworkId, QuestionId, question_from_json};
use crate::question::{Own, is_own};

use super::archive::{Archive, Removed};
use super::error::RecordError;
use super::recovery::quarantine;
use super::row::{self, add, put, remove};
use super::storage::{Row, StorageError, Table};

/// The version of the stored form that this release writes.
const VERSION: u32 = 1;

/// The stored form.
#[derive(Serialize, Deserialize)]
struct Written {
    v: u32,
    /// When it was first kept, in milliseconds since 1970: the order in which they are listed.
    at: i64,
    competency: CompetencyId,
    /// As it stands in the file of a framework.
    question: Value,
}

impl Written {
    fn of(own: &Own, at: i64) -> Self {
        Self { v: VERSION, at, competency: own.competency.clone(), question: own.question.to_json() }
    }

    fn read(row: &Row) -> Result<Self, RecordError> {
        row::read(Table::Questions, row, VERSION)
    }

    fn own(self, row: &Row) -> Result<Own, RecordError> {
        let damaged =
            |reason: String| RecordError::Unreadable { table: Table::Questions, key: row.key.clone(), reason };
        let question = question_from_json(self.question).map_err(|error| damaged(error.cause()))?;
        if !is_own(&question) || row.key.rsplit_once('/').is_none_or(|(_, id)| id != question.id.as_str()) {
            return Err(damaged(format!("it holds the question {}", question.id)));
        }
        Ok(Own { competency: self.competency, question })
    }
}

impl Archive {
    /// The own questions for a framework in the order in which they were first kept, and the errors of those that cannot
    /// be read.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn own(&self, framework: &FrameworkId) -> Result<(Vec<Own>, Vec<RecordError>), StorageError> {
        let (mut kept, mut errors) = (Vec::new(), Vec::new());
        for row in self.storage.scan(Table::Questions, &format!("{framework}/")).await? {
            let read = Written::read(&row).and_then(|written| Ok((written.at, written.own(&row)?)));
            match read {
                Ok(own) => kept.push(own),
                Err(error) => errors.push(error),
            }
        }
        // Rows come by their keys; those of one moment stay in that order.
        kept.sort_by_key(|(at, _)| *at);
        Ok((kept.into_iter().map(|(_, own)| own).collect(), errors))
    }

    /// Keeps own questions, each in the place of the one of its id if there is one, all or none.
    /// [`Archive::restore`] brings back what stood there. A row that is damaged goes to quarantine.
    ///
    /// # Errors
    /// A row of a later release, or a failure of the storage; nothing was written.
    pub async fn keep_own(&self, framework: &FrameworkId, all: &[Own], at: i64) -> Result<Removed, RecordError> {
        let (mut writes, mut back) = (Vec::new(), Vec::new());
        for own in all {
            let key = key(framework, own.id());
            let Some(value) = self.storage.get(Table::Questions, &key).await? else {
                writes.push(add(Table::Questions, &key, row::write(&Written::of(own, at))));
                back.push(remove(Table::Questions, &key));
                continue;
            };
            let row = Row { key, value };
            let first = match Written::read(&row) {
                Ok(written) => written.at,
                Err(RecordError::Unreadable { .. }) => {
                    writes.push(quarantine(&format!("{}/{}", Table::Questions, row.key), &row.value));
                    at
                }
                Err(error) => return Err(error),
            };
            writes.push(put(Table::Questions, &row.key, row::write(&Written::of(own, first))));
            back.push(put(Table::Questions, &row.key, row.value));
        }
        self.storage.commit(writes).await?;
        Ok(Removed(back))
    }

    /// Removes an own question. [`Archive::restore`] puts it back.
    ///
    /// # Errors
    /// A failure of the storage; nothing was removed.
    pub async fn remove_own(&self, framework: &FrameworkId, id: &QuestionId) -> Result<Removed, StorageError> {
        let key = key(framework, id);
        let Some(value) = self.storage.get(Table::Questions, &key).await? else { return Ok(Removed(Vec::new())) };
        self.storage.commit(vec![remove(Table::Questions, &key)]).await?;
        Ok(Removed(vec![add(Table::Questions, &key, value)]))
    }
}

fn key(framework: &FrameworkId, id: &QuestionId) -> String {
    format!("{framework}/{id}")
}
