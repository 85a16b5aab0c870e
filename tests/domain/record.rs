//! The archive over the twin in memory.

mod altering;
mod following;
mod forms;
mod guides;
mod keeping;
mod listing;
mod own;
mod queue;
mod recovering;
mod shelving;
mod transferring;
mod unreadable;

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use touchstone::assessment::{Assessment, AssessmentId, Entry, Event, Mark, PersonId, Rating, Recommendation};
use touchstone::record::memory::{MemoryJournal, MemoryStorage};
use touchstone::record::storage::{Journal, Storage, StorageError, Table, Write};
use touchstone::record::{Archive, Batch, Draft, Field, Person, RecordError, Summary, Typed};

use crate::fixture::*;

/// The twin's answers are ready at once, so one poll is a whole executor.
#[track_caller]
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("the twin in memory made its caller wait"),
    }
}

/// A browser of the tests: its storage, its journal, and the archive over both.
struct Browser {
    storage: Rc<MemoryStorage>,
    journal: Rc<MemoryJournal>,
    archive: Archive,
}

/// All rows of all tables, and those of the journal.
#[derive(Clone, Debug, PartialEq)]
struct Rows(Vec<(String, String, String)>);

impl Browser {
    fn new() -> Self {
        let (storage, journal) = (Rc::new(MemoryStorage::new()), Rc::new(MemoryJournal::new()));
        let archive = Archive::new(storage.clone(), journal.clone());
        Self { storage, journal, archive }
    }

    /// With one assessment in which all this happened, the names of both people kept.
    fn with(events: &[Event]) -> Self {
        let browser = Self::new();
        let mut assessment = browser.begin();
        browser.append(&mut assessment, events);
        browser
    }

    fn begin(&self) -> Assessment {
        let basis = basis();
        let first = entry(1, started(&basis));
        now(self.archive.start(&id(), basis, first, &people())).unwrap()
    }

    #[track_caller]
    fn append(&self, assessment: &mut Assessment, events: &[Event]) {
        for event in events {
            self.try_append(assessment, event).unwrap();
        }
    }

    /// Applies an event as the app does: to the state, the journal, the storage.
    fn try_append(&self, assessment: &mut Assessment, event: &Event) -> Result<(), StorageError> {
        let next = next(assessment, event.clone());
        assessment.apply(next.clone()).unwrap();
        self.archive.in_flight(&id(), &next)?;
        now(self.archive.commit(&id(), &batch(&[next]), &Summary::of(&id(), assessment)))
    }

    /// Keeps what is being typed, as the app does once the journal has it.
    fn keep_draft(&self, draft: &Draft) -> Result<(), StorageError> {
        let drafts = vec![(draft.field.clone(), Some(draft.clone()))];
        let summary = Summary::of(&id(), &after(&[]));
        now(self.archive.commit(&id(), &Batch { entries: Vec::new(), drafts }, &summary))
    }

    /// The assessment as it is stored, as a file.
    fn export(&self, with_names: bool) -> Result<String, RecordError> {
        now(self.archive.export(&id(), &self.opened(), with_names))
    }

    fn drafts(&self) -> Vec<Draft> {
        now(self.archive.open(&id())).unwrap().drafts
    }

    #[track_caller]
    fn opened(&self) -> Assessment {
        now(self.archive.open(&id())).unwrap().assessment
    }

    fn put(&self, table: Table, key: &str, value: &str) {
        now(self.storage.commit(vec![Write::Put { table, key: key.into(), value: value.into() }])).unwrap();
    }

    fn remove(&self, table: Table, key: &str) {
        now(self.storage.commit(vec![Write::Remove { table, key: key.into() }])).unwrap();
    }

    fn get(&self, table: Table, key: &str) -> Option<String> {
        now(self.storage.get(table, key)).unwrap()
    }

    /// Everything that is stored.
    fn rows(&self) -> Rows {
        let mut rows = Vec::new();
        for table in Table::ALL {
            for row in now(self.storage.scan(table, "")).unwrap() {
                rows.push((table.to_string(), row.key, row.value));
            }
        }
        for row in self.journal.read("").unwrap() {
            rows.push(("journal".to_owned(), row.key, row.value));
        }
        Rows(rows)
    }
}

impl Rows {
    fn of(&self, table: &str) -> Vec<(&str, &str)> {
        let rows = self.0.iter().filter(|(its, ..)| its == table);
        rows.map(|(_, key, value)| (key.as_str(), value.as_str())).collect()
    }

    /// The rows without some tables.
    fn without(&self, tables: &[&str]) -> Self {
        Self(self.0.iter().filter(|(table, ..)| !tables.contains(&table.as_str())).cloned().collect())
    }
}

fn batch(entries: &[Entry]) -> Batch {
    Batch { entries: entries.to_vec(), drafts: Vec::new() }
}

fn note(question_id: &str, text: &str) -> Draft {
    // Behind every entry that a test has, and within the same moment.
    Draft { field: Field::Note(question(question_id)), text: text.to_owned(), typed: Typed { after: 99, at: 0 } }
}

fn id() -> AssessmentId {
    AssessmentId::new("a1b2")
}

fn people() -> Vec<Person> {
    let person = |id: &str, name: &str| Person { id: PersonId::new(id), name: name.to_owned() };
    vec![person("c1", "Kim \"K\" Candidate"), person("i1", "Ina Interviewer")]
}

/// An interview from the first question to the recommendation.
fn interview() -> Vec<Event> {
    vec![
        asked("greeting.q1"),
        noted("greeting.q1", "Looked up,\n\"hello\" – né"),
        marked("greeting.1", Mark::Met),
        marked("greeting.2", Mark::Partly),
        undone(5),
        skipped("lending.q2", "no time"),
        rated("greeting", at("1b")),
        rated("lending", not_assessed("no time")),
        rated("greeting", Rating::Below),
        recommended(Recommendation::No),
    ]
}
