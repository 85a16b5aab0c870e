//! Storage and journal in memory: for tests, and for a browser that refuses to keep anything.
//!
//! They behave as the browser's do, transactions included, but nothing outlives them. Every answer is ready at the
//! first poll. A test can have one commit or journal entry fail, or all that is read, with an error of its
//! choice.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::storage::{Journal, Pending, Row, Storage, StorageError, Table, Write};

/// The twin of the browser's database.
#[derive(Default)]
pub struct MemoryStorage {
    rows: RefCell<BTreeMap<(Table, String), String>>,
    fault: Fault,
    unreadable: RefCell<Option<StorageError>>,
}

impl MemoryStorage {
    pub fn new() -> Self {
        Self::default()
    }

    /// Has the `nth` commit from now fail with this error; 1 is the next one.
    pub fn fail_commit(&self, nth: u32, error: StorageError) {
        self.fault.plan(nth, error);
    }

    /// Has all that is read from now on fail with this error, as of a database that the browser has removed.
    pub fn fail_reads(&self, error: StorageError) {
        self.unreadable.replace(Some(error));
    }

    fn readable(&self) -> Result<(), StorageError> {
        self.unreadable.borrow().clone().map_or(Ok(()), Err)
    }

    fn apply(&self, writes: Vec<Write>) -> Result<(), StorageError> {
        self.fault.strike()?;
        let rows = &mut *self.rows.borrow_mut();
        let mut before = Vec::new();
        for write in writes {
            let (place, value) = match write {
                Write::Add { table, key, value } => {
                    let place = (table, key);
                    if rows.contains_key(&place) {
                        roll_back(rows, before);
                        return Err(StorageError::Clash { table: place.0, key: place.1 });
                    }
                    (place, Some(value))
                }
                Write::Put { table, key, value } => ((table, key), Some(value)),
                Write::Remove { table, key } => ((table, key), None),
            };
            let old = set(rows, place.clone(), value);
            before.push((place, old));
        }
        Ok(())
    }
}

impl Storage for MemoryStorage {
    fn commit(&self, writes: Vec<Write>) -> Pending<'_, ()> {
        Box::pin(async move { self.apply(writes) })
    }

    fn get<'a>(&'a self, table: Table, key: &'a str) -> Pending<'a, Option<String>> {
        Box::pin(async move {
            self.readable()?;
            Ok(self.rows.borrow().get(&(table, key.to_owned())).cloned())
        })
    }

    fn scan<'a>(&'a self, table: Table, prefix: &'a str) -> Pending<'a, Vec<Row>> {
        Box::pin(async move {
            self.readable()?;
            let rows = self.rows.borrow();
            let found = rows
                .range((table, prefix.to_owned())..)
                .take_while(|((its_table, key), _)| *its_table == table && key.starts_with(prefix))
                .map(|((_, key), value)| Row { key: key.clone(), value: value.clone() })
                .collect();
            Ok(found)
        })
    }

    fn keeps(&self) -> bool {
        false
    }
}

/// The twin of the browser's local storage.
#[derive(Default)]
pub struct MemoryJournal {
    rows: RefCell<BTreeMap<String, String>>,
    fault: Fault,
}

impl MemoryJournal {
    pub fn new() -> Self {
        Self::default()
    }

    /// Has the `nth` write from now fail with this error; 1 is the next one.
    pub fn fail_write(&self, nth: u32, error: StorageError) {
        self.fault.plan(nth, error);
    }
}

impl Journal for MemoryJournal {
    fn write(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.fault.strike()?;
        self.rows.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn erase(&self, key: &str) -> Result<(), StorageError> {
        self.rows.borrow_mut().remove(key);
        Ok(())
    }

    fn read(&self, prefix: &str) -> Result<Vec<Row>, StorageError> {
        let rows = self.rows.borrow();
        let found = rows
            .range(prefix.to_owned()..)
            .take_while(|(key, _)| key.starts_with(prefix))
            .map(|(key, value)| Row { key: key.clone(), value: value.clone() })
            .collect();
        Ok(found)
    }
}

/// A failure that a test has planned, and the number of writes until it strikes.
#[derive(Default)]
struct Fault(Cell<Option<(u32, StorageError)>>);

impl Fault {
    fn plan(&self, nth: u32, error: StorageError) {
        self.0.set(Some((nth, error)));
    }

    fn strike(&self) -> Result<(), StorageError> {
        match self.0.take() {
            None => Ok(()),
            Some((0 | 1, error)) => Err(error),
            Some((nth, error)) => {
                self.0.set(Some((nth - 1, error)));
                Ok(())
            }
        }
    }
}

type Place = (Table, String);

fn set(rows: &mut BTreeMap<Place, String>, place: Place, value: Option<String>) -> Option<String> {
    match value {
        Some(value) => rows.insert(place, value),
        None => rows.remove(&place),
    }
}

fn roll_back(rows: &mut BTreeMap<Place, String>, before: Vec<(Place, Option<String>)>) {
    for (place, old) in before.into_iter().rev() {
        set(rows, place, old);
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    /// The twin's answers are ready at once, so one poll is a whole executor.
    #[track_caller]
    fn now<T>(pending: Pending<'_, T>) -> Result<T, StorageError> {
        match pin!(pending).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(answer) => answer,
            Poll::Pending => panic!("the twin in memory made its caller wait"),
        }
    }

    fn add(key: &str, value: &str) -> Write {
        Write::Add { table: Table::Events, key: key.into(), value: value.into() }
    }

    fn put(key: &str, value: &str) -> Write {
        Write::Put { table: Table::Events, key: key.into(), value: value.into() }
    }

    fn remove(key: &str) -> Write {
        Write::Remove { table: Table::Events, key: key.into() }
    }

    fn storage(rows: &[(&str, &str)]) -> MemoryStorage {
        let storage = MemoryStorage::new();
        now(storage.commit(rows.iter().map(|(key, value)| add(key, value)).collect())).unwrap();
        storage
    }

    #[track_caller]
    fn check_scan(storage: &MemoryStorage, prefix: &str, expected: &[(&str, &str)]) {
        let rows = now(storage.scan(Table::Events, prefix)).unwrap();
        let found: Vec<_> = rows.iter().map(|row| (row.key.as_str(), row.value.as_str())).collect();
        assert_eq!(found, expected, "scan of {prefix:?}");
    }

    #[test]
    fn a_scan_gives_the_rows_of_its_prefix_in_key_order() {
        let storage = storage(&[("a/02", "2"), ("b/01", "3"), ("a/01", "1"), ("a", "0")]);
        let elsewhere = Write::Put { table: Table::Summaries, key: "a/03".into(), value: "4".into() };
        now(storage.commit(vec![elsewhere])).unwrap();
        check_scan(&storage, "a/", &[("a/01", "1"), ("a/02", "2")]);
        check_scan(&storage, "", &[("a", "0"), ("a/01", "1"), ("a/02", "2"), ("b/01", "3")]);
        check_scan(&storage, "c", &[]);
    }

    #[test]
    fn a_clash_leaves_everything_as_it_was() {
        let storage = storage(&[("a", "1"), ("b", "2")]);
        let writes = vec![put("a", "9"), remove("b"), add("c", "9"), put("c", "8"), add("a", "9")];
        let clash = StorageError::Clash { table: Table::Events, key: "a".into() };
        assert_eq!(now(storage.commit(writes)), Err(clash));
        check_scan(&storage, "", &[("a", "1"), ("b", "2")]);
    }

    #[test]
    fn writes_are_made_in_their_order() {
        let storage = storage(&[("a", "1")]);
        now(storage.commit(vec![remove("a"), add("a", "2"), put("b", "3"), remove("b"), remove("none")])).unwrap();
        check_scan(&storage, "", &[("a", "2")]);
    }

    #[test]
    fn the_planned_commit_fails_and_no_other() {
        let storage = MemoryStorage::new();
        storage.fail_commit(2, StorageError::Full);
        assert_eq!(now(storage.commit(vec![add("a", "1")])), Ok(()));
        assert_eq!(now(storage.commit(vec![add("b", "2")])), Err(StorageError::Full));
        assert_eq!(now(storage.commit(vec![add("c", "3")])), Ok(()));
        check_scan(&storage, "", &[("a", "1"), ("c", "3")]);
    }

    #[test]
    fn nothing_is_written_before_the_first_poll() {
        let storage = MemoryStorage::new();
        drop(storage.commit(vec![add("a", "1")]));
        assert_eq!(now(storage.get(Table::Events, "a")), Ok(None));
        now(storage.commit(vec![add("a", "1")])).unwrap();
        assert_eq!(now(storage.get(Table::Events, "a")), Ok(Some("1".into())));
    }

    #[test]
    fn the_journal_reads_back_what_was_written_and_not_erased() {
        let journal = MemoryJournal::new();
        journal.write("flight.a", "1").unwrap();
        journal.write("flight.b", "2").unwrap();
        journal.write("theme", "dark").unwrap();
        journal.erase("flight.a").unwrap();
        let row = Row { key: "flight.b".into(), value: "2".into() };
        assert_eq!(journal.read("flight."), Ok(vec![row]));
        journal.fail_write(1, StorageError::Full);
        assert_eq!(journal.write("theme", "light"), Err(StorageError::Full));
        assert_eq!(journal.read("theme").map(|rows| rows[0].value.clone()), Ok("dark".into()));
    }
}
