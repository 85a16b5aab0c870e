//! What an open assessment still has to commit: entries in their order, and of each field the newest text.
//!
//! It only holds and orders; the one who commits takes a batch out, and puts it back when the commit failed.

use crate::assessment::Entry;

use super::draft::Draft;
use super::field::Field;

/// The changes that wait.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    entries: Vec<Entry>,
    /// At most one of a field: its text, or that its draft goes.
    drafts: Vec<(Field, Option<Draft>)>,
}

/// Changes that are committed together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    pub entries: Vec<Entry>,
    /// Texts that are being typed, newer than what the entries hold; without a text, the draft goes.
    pub drafts: Vec<(Field, Option<Draft>)>,
}

impl Queue {
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.drafts.is_empty()
    }

    /// Adds an entry. The draft of the field whose text it takes needs no writing any more.
    pub fn push(&mut self, entry: Entry) {
        let taken = Field::taken_by(&entry.event);
        self.drafts.retain(|(field, _)| !taken.contains(field));
        self.entries.push(entry);
    }

    /// Takes the newest text of a field.
    pub fn type_text(&mut self, draft: Draft) {
        self.set(draft.field.clone(), Some(draft));
    }

    /// Lets a draft go: its text is what is recorded.
    pub fn drop_draft(&mut self, field: Field) {
        self.set(field, None);
    }

    /// Everything that waits; the queue is empty afterwards.
    pub fn take(&mut self) -> Batch {
        let Self { entries, drafts } = std::mem::take(self);
        Batch { entries, drafts }
    }

    /// Puts back what could not be committed, before what came since. A text typed since is newer, and so is an entry
    /// that has taken the field's text since.
    pub fn put_back(&mut self, batch: Batch) {
        let taken: Vec<Field> = self.entries.iter().flat_map(|entry| Field::taken_by(&entry.event)).collect();
        let since = std::mem::take(&mut self.drafts);
        let newer = |field: &Field| taken.contains(field) || since.iter().any(|(other, _)| other == field);
        self.drafts = batch.drafts.into_iter().filter(|(field, _)| !newer(field)).collect();
        self.drafts.extend(since);
        let later = std::mem::replace(&mut self.entries, batch.entries);
        self.entries.extend(later);
    }

    fn set(&mut self, field: Field, draft: Option<Draft>) {
        self.drafts.retain(|(other, _)| *other != field);
        self.drafts.push((field, draft));
    }
}
