//! The one small surface through which everything is kept: tables of text under keys, and a journal.
//!
//! [`Storage`] is the system of record, [`Journal`] holds the change in flight and small preferences. Keys and values
//! are text; what the text means is for the layers above. Neither trait retries, repairs or drops anything: every
//! failure is a [`StorageError`] in the caller's hands.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// The tables of the system of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// What happened in an assessment, under `<assessment>/<8-digit sequence number>`.
    Events,
    /// What lists show of an assessment; rewritten in the transaction that appends its event.
    Summaries,
    /// The note in hand, overwritten in place.
    Drafts,
    Guides,
    Frameworks,
    /// Names, apart from the records that point at them.
    People,
    /// Records that could not be read, byte for byte.
    Quarantine,
    /// One line for each framework that a person keeps, under its id; the revision itself stands in the frameworks.
    Shelf,
    /// One line for each guide that is kept, under its id; its frozen versions stand in the guides.
    Plans,
    /// A person's own questions, under `<framework>/<question>`.
    Questions,
}

impl Table {
    pub const ALL: [Table; 10] = [
        Table::Events,
        Table::Summaries,
        Table::Drafts,
        Table::Guides,
        Table::Frameworks,
        Table::People,
        Table::Quarantine,
        Table::Shelf,
        Table::Plans,
        Table::Questions,
    ];

    /// The name under which the table is stored. It never changes, since what is stored depends on it.
    pub const fn name(self) -> &'static str {
        match self {
            Table::Events => "events",
            Table::Summaries => "summaries",
            Table::Drafts => "drafts",
            Table::Guides => "guides",
            Table::Frameworks => "frameworks",
            Table::People => "people",
            Table::Quarantine => "quarantine",
            Table::Shelf => "shelf",
            Table::Plans => "plans",
            Table::Questions => "questions",
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One change to one row. A key is not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Writes a row that must not be there yet; otherwise the commit fails with [`StorageError::Clash`].
    Add { table: Table, key: String, value: String },
    /// Writes a row, in place of the one under this key if there is one.
    Put { table: Table, key: String, value: String },
    /// Removes a row; one that is not there is no failure.
    Remove { table: Table, key: String },
}

impl Write {
    pub fn table(&self) -> Table {
        match self {
            Write::Add { table, .. } | Write::Put { table, .. } | Write::Remove { table, .. } => *table,
        }
    }

    pub fn key(&self) -> &str {
        match self {
            Write::Add { key, .. } | Write::Put { key, .. } | Write::Remove { key, .. } => key,
        }
    }
}

/// One stored row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub key: String,
    pub value: String,
}

/// An answer that is on its way. Not `Send`: a browser's storage belongs to the thread that opened it.
///
/// Nothing begins before the first poll. One that is dropped after that may still be written.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + 'a>>;

/// The system of record.
pub trait Storage {
    /// Makes all writes, in their order, in one strict transaction: all or none. It is ready once they are on disk.
    fn commit(&self, writes: Vec<Write>) -> Pending<'_, ()>;

    /// The value under a key.
    fn get<'a>(&'a self, table: Table, key: &'a str) -> Pending<'a, Option<String>>;

    /// The rows whose key begins with `prefix`, in key order; all rows for `""`. Keys are ASCII, so that every storage
    /// agrees on their order.
    fn scan<'a>(&'a self, table: Table, prefix: &'a str) -> Pending<'a, Vec<Row>>;

    /// Whether what is written outlives the tab. The twin in memory says no.
    fn keeps(&self) -> bool;
}

/// A few short rows that are written at once, while a tab is closing too: the change in flight, preferences.
///
/// Never the system of record: a browser may write it to disk long after it said so.
pub trait Journal {
    fn write(&self, key: &str, value: &str) -> Result<(), StorageError>;

    /// Removes a row; one that is not there is no failure.
    fn erase(&self, key: &str) -> Result<(), StorageError>;

    /// The rows whose key begins with `prefix`, in key order.
    fn read(&self, prefix: &str) -> Result<Vec<Row>, StorageError>;
}

/// Why something could not be kept or read. Its text says what happened, what is safe, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no storage at all.
    Refused { reason: String },
    /// There is no room left for the page.
    Full,
    /// A row that had to be new is there already: another tab was quicker.
    Clash { table: Table, key: String },
    /// The browser closed the connection, and closed it again when it was reopened.
    Closed,
    /// A newer release has the storage open in another tab.
    Outdated,
    /// The browser removed the storage while the tab was open.
    Removed,
    /// The app failed earlier in this tab, so it must not write any more.
    Poisoned,
    /// The browser could not do what it was asked for.
    Failed { operation: &'static str, reason: String },
    /// A row holds something other than text, which this app never wrote.
    NotText { table: Table, key: String },
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StorageError::Refused { reason } => write!(
                f,
                "The browser keeps nothing for this page: {reason}. What you enter lasts until this tab is closed. \
                 Allow site data for this page and reload it, or save a file before you leave."
            ),
            StorageError::Full => f.write_str(
                "There is no room left on this device. What was saved before is safe; the last change is not saved. \
                 Free some space or delete an old record, then try again; or save a file first.",
            ),
            StorageError::Clash { table, key } => write!(
                f,
                "{table}, row {key}: this row is there already, written by another tab. The last change is not saved. \
                 Reload this tab to see the other's, and make the change again."
            ),
            StorageError::Closed => f.write_str(
                "The browser closed the storage. What was saved before is safe; the last change is not saved. \
                 Close the other tabs of Touchstone and reload this one.",
            ),
            StorageError::Outdated => f.write_str(
                "Another tab runs a newer Touchstone, so this one writes nothing more. What was saved before is safe; \
                 the last change is not saved. Reload this tab to go on with the newer one.",
            ),
            StorageError::Removed => f.write_str(
                "The browser removed everything that was kept here while this tab was open. Only what this tab still \
                 shows is left: save it as a file before you close or reload the tab.",
            ),
            StorageError::Poisoned => f.write_str(
                "Something in the app failed, so this tab writes nothing more. What was saved before is safe. \
                 Reload the page to go on.",
            ),
            StorageError::Failed { operation, reason } => write!(
                f,
                "The browser could not {operation}: {reason}. What was saved before is safe. \
                 Try once more; if it fails again, save a file and reload the page."
            ),
            StorageError::NotText { table, key } => write!(
                f,
                "{table}, row {key}: this row holds something other than text. It is left as it is. \
                 Save a file of everything, and send that file to whoever looks after this app."
            ),
        }
    }
}

impl std::error::Error for StorageError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(error: StorageError, expected: &str) {
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn every_failure_says_what_happened_and_what_to_do() {
        check(
            StorageError::Refused { reason: "site data is blocked".into() },
            "The browser keeps nothing for this page: site data is blocked. What you enter lasts until this tab is \
             closed. Allow site data for this page and reload it, or save a file before you leave.",
        );
        check(
            StorageError::Clash { table: Table::Events, key: "a1/00000007".into() },
            "events, row a1/00000007: this row is there already, written by another tab. The last change is not saved. \
             Reload this tab to see the other's, and make the change again.",
        );
        check(
            StorageError::Failed { operation: "read events", reason: "the disk did not answer".into() },
            "The browser could not read events: the disk did not answer. What was saved before is safe. \
             Try once more; if it fails again, save a file and reload the page.",
        );
        check(
            StorageError::NotText { table: Table::Guides, key: "g1".into() },
            "guides, row g1: this row holds something other than text. It is left as it is. \
             Save a file of everything, and send that file to whoever looks after this app.",
        );
    }

    #[test]
    fn no_two_tables_share_a_name() {
        let mut names = Table::ALL.map(Table::name).to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Table::ALL.len());
    }
}
