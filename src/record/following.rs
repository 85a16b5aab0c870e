//! Reading beside a tab that writes: nothing is replayed, nothing is set aside, since all that is in flight is the writer's.

use crate::assessment::{Assessment, AssessmentId, Entry};

use super::archive::Opened;
use super::error::RecordError;
use super::storage::{Row, Table};
use super::{Archive, Draft, Field, Queue, entry};

impl Archive {
    /// Reads an assessment as it is stored, with what was being typed. `known` is what the reader has of it already: then
    /// only what came since is read into it.
    ///
    /// # Errors
    /// What is missing or damaged, and where, or a failure of the storage.
    pub async fn read(&self, id: &AssessmentId, known: Option<Assessment>) -> Result<Opened, RecordError> {
        // The texts come first: one that becomes an entry in between is then read twice, rather than not at all.
        let drafts = self.storage.scan(Table::Drafts, &format!("{id}/")).await?;
        let drafts = drafts.iter().filter_map(|row| Draft::read(row).ok()).collect();
        let rows = self.storage.scan(Table::Events, &format!("{id}/")).await?;
        let mut assessment = match known.and_then(|known| continued(id, known, &rows)) {
            Some(assessment) => assessment,
            None => self.unfold(id, &rows).await?,
        };
        self.hold(id, &mut assessment).await?;
        Ok(Opened { assessment, drafts })
    }
}

impl Queue {
    /// Whether all that waits stands in what was read: another tab may have replayed it from the journal.
    pub fn stands_in(&self, read: &Opened) -> bool {
        let waiting = self.clone().take();
        let log = read.assessment.log();
        waiting.entries.iter().all(|entry| read.assessment.entry(entry.seq) == Some(entry))
            && waiting.drafts.iter().filter_map(|(_, draft)| draft.as_ref()).all(|draft| {
                let later = |entry: &&Entry| entry.seq > draft.typed.after;
                let is_taken = || log.iter().filter(later).any(|it| Field::taken_by(&it.event).contains(&draft.field));
                let newer = |it: &Draft| it.field == draft.field && it.typed >= draft.typed;
                read.drafts.iter().any(newer) || is_taken() || draft.field.recorded(&read.assessment) == draft.text
            })
    }
}

/// What is known with the entries that came since; `None` where the rows are no longer what it was made from.
fn continued(id: &AssessmentId, mut known: Assessment, rows: &[Row]) -> Option<Assessment> {
    let (before, since) = rows.split_at_checked(known.log().len())?;
    if before.last().map(|row| &row.value) != known.log().last().map(Entry::text).as_ref() {
        return None;
    }
    for row in since {
        let next = Entry::read(&row.value).ok().filter(|next| row.key == entry::key(id, next.seq))?;
        known.apply(next).ok()?;
    }
    Some(known)
}
