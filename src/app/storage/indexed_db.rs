//! The system of record in the browser's IndexedDB: one object store a table, text under text.
//!
//! A commit is one strict transaction and is done when the browser says `complete`, not before. A connection that the
//! browser closed is opened again and the work done once more, on the new one; that is safe, since a transaction that
//! did not complete left nothing behind. A database that turns out to be gone is never quietly begun anew.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Error, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbKeyRange, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::super::failure;
use crate::record::storage::{Journal, Pending, Row, Storage, StorageError, Table, Write};

/// Raised when a table is added; opening then makes the tables that are missing.
const VERSION: u32 = 3;

/// The journal's row that says "something was kept here". It outlives a database that the browser removes.
const SENTINEL: &str = "sentinel";

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the one method that web-sys has only behind an unstable flag.
    #[wasm_bindgen(extends = IdbDatabase, js_name = IDBDatabase)]
    #[derive(Clone)]
    type Database;

    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Database, tables: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;
}

/// The storage that outlives the tab.
pub struct IndexedDb {
    name: String,
    connection: RefCell<Option<Database>>,
    journal: Rc<dyn Journal>,
    sentinel_left: Cell<bool>,
}

impl IndexedDb {
    /// Opens the database, and makes it if there is none. Also says whether there was one before that the browser
    /// has removed.
    pub async fn open(name: &str, journal: Rc<dyn Journal>) -> Result<(Self, bool), StorageError> {
        let (connection, new) = connect(name, true).await?;
        // A journal that cannot be read knows of no earlier database; its own users hear that it failed.
        let removed = new && journal.read(SENTINEL).is_ok_and(|rows| !rows.is_empty());
        let connection = RefCell::new(Some(connection));
        Ok((Self { name: name.to_owned(), connection, journal, sentinel_left: Cell::new(false) }, removed))
    }

    /// Closes the connection, as a browser may at any moment. The next use opens it again.
    pub fn close(&self) {
        if let Some(connection) = &*self.connection.borrow() {
            connection.close();
        }
    }

    async fn connection(&self) -> Result<Database, StorageError> {
        let open = self.connection.borrow().clone();
        match open {
            Some(connection) => Ok(connection),
            None => {
                let (connection, _) = connect(&self.name, false).await?;
                self.connection.replace(Some(connection.clone()));
                Ok(connection)
            }
        }
    }

    /// Makes the requests in one transaction, on a second connection if the first one was lost.
    async fn run(&self, task: Task<'_>) -> Result<Vec<IdbRequest>, Fault> {
        match self.attempt(&task).await {
            Err(Fault::Lost) => {
                self.connection.replace(None);
                self.attempt(&task).await
            }
            outcome => outcome,
        }
    }

    async fn attempt(&self, task: &Task<'_>) -> Result<Vec<IdbRequest>, Fault> {
        let connection = self.connection().await.map_err(Fault::Storage)?;
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(Fault::of)?;
        let transaction = match connection.transaction(&task.tables, task.mode, &options) {
            Ok(transaction) => transaction,
            Err(error) if told(&error).0 == "InvalidStateError" => return Err(Fault::Lost),
            Err(error) => return Err(Fault::of(error)),
        };
        let requests = match (task.ask)(&transaction) {
            Ok(requests) => requests,
            Err(error) => {
                transaction.abort().map_err(Fault::of)?;
                return Err(Fault::of(error));
            }
        };
        let end = settled(&mut |done, failed| {
            transaction.set_oncomplete(Some(done));
            transaction.set_onabort(Some(failed));
        });
        match end.await {
            Ok(_) => Ok(requests),
            Err(_) => Err(cause(&transaction, &requests)),
        }
    }

    async fn write(&self, writes: Vec<Write>) -> Result<(), StorageError> {
        if failure::happened() {
            return Err(StorageError::Poisoned);
        }
        if writes.is_empty() {
            return Ok(());
        }
        let tables = writes.iter().map(|write| JsValue::from(write.table().name())).collect();
        let ask = |transaction: &IdbTransaction| writes.iter().map(|write| request(transaction, write)).collect();
        let done = self.run(Task { tables, mode: "readwrite", ask: &ask }).await;
        done.map_err(|fault| match fault {
            Fault::Request { index: Some(index), error } if told(&error).0 == "ConstraintError" => {
                StorageError::Clash { table: writes[index].table(), key: writes[index].key().to_owned() }
            }
            fault => fault.during("save the change"),
        })?;
        if !self.sentinel_left.get() {
            // The change is kept with or without the sentinel. One that cannot be left is tried again next time.
            self.sentinel_left.set(self.journal.write(SENTINEL, "kept").is_ok());
        }
        Ok(())
    }

    async fn read(&self, table: Table, ask: Ask<'_>) -> Result<Vec<JsValue>, StorageError> {
        let tables = Array::of1(&table.name().into());
        let during = |fault: Fault| fault.during("read what was saved");
        let requests = self.run(Task { tables, mode: "readonly", ask }).await.map_err(during)?;
        requests.iter().map(|request| request.result().map_err(|error| during(Fault::of(error)))).collect()
    }
}

impl Storage for IndexedDb {
    fn commit(&self, writes: Vec<Write>) -> Pending<'_, ()> {
        Box::pin(self.write(writes))
    }

    fn get<'a>(&'a self, table: Table, key: &'a str) -> Pending<'a, Option<String>> {
        Box::pin(async move {
            let ask =
                |transaction: &IdbTransaction| Ok(vec![transaction.object_store(table.name())?.get(&key.into())?]);
            let found = self.read(table, &ask).await?;
            match found.first().filter(|value| !value.is_undefined()) {
                None => Ok(None),
                Some(value) => text(table, key, value).map(Some),
            }
        })
    }

    fn scan<'a>(&'a self, table: Table, prefix: &'a str) -> Pending<'a, Vec<Row>> {
        Box::pin(async move {
            let ask = |transaction: &IdbTransaction| {
                // U+FFFF is no character, so no key that begins with the prefix comes after it.
                let range = IdbKeyRange::bound(&prefix.into(), &[prefix, "\u{ffff}"].concat().into())?;
                let rows = transaction.object_store(table.name())?;
                Ok(vec![rows.get_all_keys_with_key(&range)?, rows.get_all_with_key(&range)?])
            };
            let found = self.read(table, &ask).await?;
            let [keys, values] = &found[..] else { return Ok(Vec::new()) };
            let rows = Array::from(keys).into_iter().zip(Array::from(values)).map(|(key, value)| {
                let key = text(table, "", &key)?;
                text(table, &key, &value).map(|value| Row { key, value })
            });
            rows.collect()
        })
    }

    fn keeps(&self) -> bool {
        true
    }
}

/// The requests of one transaction, made in one go, so that the transaction cannot end between them.
type Ask<'a> = &'a dyn Fn(&IdbTransaction) -> Result<Vec<IdbRequest>, JsValue>;

struct Task<'a> {
    tables: Array,
    mode: &'static str,
    ask: Ask<'a>,
}

/// Why a transaction did not complete.
enum Fault {
    /// The connection is closed: nothing was written.
    Lost,
    /// The browser's own words, and the request that they are about, if it was one.
    Request { index: Option<usize>, error: JsValue },
    /// The database cannot be opened any more.
    Storage(StorageError),
}

impl Fault {
    fn of(error: JsValue) -> Self {
        Fault::Request { index: None, error }
    }

    fn during(self, operation: &'static str) -> StorageError {
        match self {
            Fault::Lost => StorageError::Closed,
            Fault::Storage(error) => error,
            Fault::Request { error, .. } => match told(&error) {
                (name, _) if name == "QuotaExceededError" => StorageError::Full,
                (_, reason) => StorageError::Failed { operation, reason },
            },
        }
    }
}

/// Why a transaction was aborted. The request's own error comes first, since the browsers differ in what they put into
/// the transaction's; requests that only fell with it have an `AbortError`.
fn cause(transaction: &IdbTransaction, requests: &[IdbRequest]) -> Fault {
    let own = |error: JsValue| Some(error).filter(|error| told(error).0 != "AbortError");
    for (index, request) in requests.iter().enumerate() {
        if let Some(error) = request.error().unwrap_or_default().and_then(|error| own(error.into())) {
            return Fault::Request { index: Some(index), error };
        }
    }
    transaction.error().and_then(|error| own(error.into())).map_or(Fault::Lost, Fault::of)
}

fn request(transaction: &IdbTransaction, write: &Write) -> Result<IdbRequest, JsValue> {
    let rows = transaction.object_store(write.table().name())?;
    match write {
        Write::Add { key, value, .. } => rows.add_with_key(&value.into(), &key.into()),
        Write::Put { key, value, .. } => rows.put_with_key(&value.into(), &key.into()),
        Write::Remove { key, .. } => rows.delete(&key.into()),
    }
}

/// A connection, and whether the database was made just now. Where it may not be made, a database that is gone stays
/// gone: a tab that still shows its records must not go on in an empty one.
async fn connect(name: &str, make: bool) -> Result<(Database, bool), StorageError> {
    let refused = |error: JsValue| StorageError::Refused { reason: told(&error).1 };
    let factory = web_sys::window().map_or(Ok(None), |window| window.indexed_db()).map_err(refused)?;
    let factory = factory.ok_or_else(|| StorageError::Refused { reason: "it has no IndexedDB".into() })?;
    let request = factory.open_with_u32(name, VERSION).map_err(refused)?;

    let new = Rc::new(Cell::new(false));
    let upgrade = Closure::<dyn FnMut() -> Result<(), JsValue>>::new({
        let (request, new) = (request.clone(), new.clone());
        move || make_tables(&request, &new, make)
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let answer = settled(&mut |done, failed| {
        request.set_onsuccess(Some(done));
        request.set_onerror(Some(failed));
    });
    if answer.await.is_err() {
        let error = request.error().map_or_else(JsValue::from, |error| error.map_or(JsValue::NULL, JsValue::from));
        let (name, reason) = told(&error);
        return Err(match name.as_str() {
            _ if new.get() && !make => StorageError::Removed,
            "VersionError" => StorageError::Outdated,
            // What Firefox says where it keeps no history.
            "SecurityError" | "InvalidStateError" => StorageError::Refused { reason },
            _ => StorageError::Failed { operation: "open the storage", reason },
        });
    }
    let connection: Database = request.result().map_err(refused)?.unchecked_into();
    let close = Reflect::get(&connection, &"close".into()).map_err(refused)?;
    // A tab of a newer release waits for this one to let go. Later use finds the connection closed.
    connection.set_onversionchange(Some(&close.unchecked_into::<Function>().bind0(&connection)));
    Ok((connection, new.get()))
}

fn make_tables(request: &IdbOpenDbRequest, new: &Cell<bool>, make: bool) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    let tables = database.object_store_names();
    new.set(tables.length() == 0);
    if new.get() && !make {
        // Undoes the making of the database itself.
        return request.transaction().map_or(Ok(()), |transaction| transaction.abort());
    }
    for table in Table::ALL.iter().filter(|table| !tables.contains(table.name())) {
        database.create_object_store(table.name())?;
    }
    Ok(())
}

/// Waits for whichever of two events comes first. A promise's own functions serve as the listeners, so that nothing
/// of Rust is called back.
fn settled(listen: &mut dyn FnMut(&Function, &Function)) -> JsFuture {
    JsFuture::from(Promise::new(&mut |done, failed| listen(&done, &failed)))
}

fn text(table: Table, key: &str, value: &JsValue) -> Result<String, StorageError> {
    value.as_string().ok_or_else(|| StorageError::NotText { table, key: key.to_owned() })
}

/// The name of an error and what it says, without the full stop: never empty, and part of a sentence of ours.
pub(super) fn told(error: &JsValue) -> (String, String) {
    let Some(error) = error.dyn_ref::<Error>() else { return (String::new(), "the browser gave no reason".to_owned()) };
    let (name, message) = (String::from(error.name()), String::from(error.message()));
    let reason = message.trim_end_matches('.');
    if reason.is_empty() { (name.clone(), name) } else { (name, reason.to_owned()) }
}
