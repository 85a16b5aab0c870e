#![cfg(target_arch = "wasm32")]
//! The edge to the browser's storage, in a browser.

use std::rc::Rc;

use js_sys::{Function, Promise};
use touchstone::app::storage::{IndexedDb, LocalJournal, Opened, open};
use touchstone::record::Archive;
use touchstone::record::memory::MemoryJournal;
use touchstone::record::storage::{Journal, Row, Storage, StorageError, Table, Write};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::IdbOpenDbRequest;

wasm_bindgen_test_configure!(run_in_browser);

fn add(key: &str, value: &str) -> Write {
    Write::Add { table: Table::Events, key: key.into(), value: value.into() }
}

fn put(key: &str, value: &str) -> Write {
    Write::Put { table: Table::Events, key: key.into(), value: value.into() }
}

fn remove(key: &str) -> Write {
    Write::Remove { table: Table::Events, key: key.into() }
}

fn rows(rows: &[(&str, &str)]) -> Vec<Row> {
    rows.iter().map(|(key, value)| Row { key: (*key).into(), value: (*value).into() }).collect()
}

/// An empty database with these rows, and nothing of an earlier run.
async fn storage(name: &str, rows: &[(&str, &str)]) -> IndexedDb {
    settled(&factory().delete_database(name).unwrap()).await;
    let (storage, _) = IndexedDb::open(name, Rc::new(MemoryJournal::default())).await.unwrap();
    storage.commit(rows.iter().map(|(key, value)| add(key, value)).collect()).await.unwrap();
    storage
}

fn factory() -> web_sys::IdbFactory {
    web_sys::window().unwrap().indexed_db().unwrap().unwrap()
}

async fn settled(request: &IdbOpenDbRequest) {
    let success = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    JsFuture::from(success).await.unwrap();
}

#[track_caller]
fn script(text: &str) -> JsValue {
    Function::new_no_args(text).call0(&JsValue::NULL).unwrap()
}

#[wasm_bindgen_test]
async fn a_scan_gives_the_rows_of_its_prefix_in_key_order() {
    let storage = storage("scan", &[("a/02", "2"), ("b/01", "3"), ("a/01", "1"), ("a", "0")]).await;
    storage.commit(vec![Write::Put { table: Table::Summaries, key: "a/03".into(), value: "4".into() }]).await.unwrap();
    assert_eq!(storage.scan(Table::Events, "a/").await, Ok(rows(&[("a/01", "1"), ("a/02", "2")])));
    assert_eq!(storage.scan(Table::Events, "").await.unwrap().len(), 4);
    assert_eq!(storage.scan(Table::Events, "c").await, Ok(vec![]));
    assert_eq!(storage.get(Table::Summaries, "a/03").await, Ok(Some("4".into())));
    assert_eq!(storage.get(Table::Summaries, "a/04").await, Ok(None));
}

#[wasm_bindgen_test]
async fn a_clash_names_its_row_and_leaves_everything_as_it_was() {
    let storage = storage("clash", &[("a", "1"), ("b", "2")]).await;
    let writes = vec![put("a", "9"), remove("b"), add("c", "9"), add("a", "9"), put("d", "9")];
    let clash = StorageError::Clash { table: Table::Events, key: "a".into() };
    assert_eq!(storage.commit(writes).await, Err(clash));
    assert_eq!(storage.scan(Table::Events, "").await, Ok(rows(&[("a", "1"), ("b", "2")])));
}

#[wasm_bindgen_test]
async fn writes_are_made_in_their_order() {
    let storage = storage("order", &[("a", "1")]).await;
    storage.commit(vec![remove("a"), add("a", "2"), put("b", "3"), remove("b"), remove("none")]).await.unwrap();
    assert_eq!(storage.scan(Table::Events, "").await, Ok(rows(&[("a", "2")])));
}

#[wasm_bindgen_test]
async fn a_connection_that_was_closed_is_opened_again() {
    let storage = storage("closed", &[("a", "1")]).await;
    storage.close();
    assert_eq!(storage.commit(vec![put("b", "2")]).await, Ok(()));
    storage.close();
    assert_eq!(storage.scan(Table::Events, "").await, Ok(rows(&[("a", "1"), ("b", "2")])));
    let (second, removed) = IndexedDb::open("closed", Rc::new(MemoryJournal::default())).await.unwrap();
    assert!(!removed && second.keeps());
    assert_eq!(second.get(Table::Events, "b").await, Ok(Some("2".into())));
}

/// A tab still showed an assessment whose database the browser had removed. It wrote event 8 into a new, empty one,
/// where nobody could read it without events 1 to 7.
#[wasm_bindgen_test]
async fn a_database_that_is_gone_is_not_begun_anew_by_an_old_tab() {
    let journal = Rc::new(MemoryJournal::default());
    settled(&factory().delete_database("gone").unwrap()).await;
    let (storage, removed) = IndexedDb::open("gone", journal.clone()).await.unwrap();
    assert!(!removed, "a first visit");
    storage.commit(vec![add("a/00000001", "1")]).await.unwrap();

    settled(&factory().delete_database("gone").unwrap()).await;
    assert_eq!(storage.commit(vec![add("a/00000002", "2")]).await, Err(StorageError::Removed));
    assert_eq!(storage.scan(Table::Events, "").await, Err(StorageError::Removed));

    let (_, removed) = IndexedDb::open("gone", journal.clone()).await.unwrap();
    assert!(removed, "the next start says so");
    let (_, removed) = IndexedDb::open("gone", journal).await.unwrap();
    assert!(!removed, "and says it once");
}

#[wasm_bindgen_test]
async fn a_tab_of_an_older_release_lets_go_and_writes_nothing_more() {
    let storage = storage("newer", &[("a", "1")]).await;
    settled(&factory().open_with_u32("newer", 99).unwrap()).await;
    assert_eq!(storage.commit(vec![put("a", "2")]).await, Err(StorageError::Outdated));
}

#[wasm_bindgen_test]
async fn after_a_failure_of_the_app_nothing_is_written() {
    let storage = storage("poisoned", &[("a", "1")]).await;
    let journal = LocalJournal::open().unwrap();
    journal.write("poisoned", "1").unwrap();
    script("document.documentElement.setAttribute('data-failed', '')");
    let written = storage.commit(vec![put("a", "2")]).await;
    let journalled = journal.write("poisoned", "2");
    let erased = journal.erase("poisoned");
    script("document.documentElement.removeAttribute('data-failed')");
    assert_eq!((written, journalled), (Err(StorageError::Poisoned), Err(StorageError::Poisoned)));
    assert_eq!(erased, Err(StorageError::Poisoned));
    assert_eq!(storage.get(Table::Events, "a").await, Ok(Some("1".into())));
    assert_eq!(journal.read("poisoned"), Ok(rows(&[("poisoned", "1")])));
}

#[wasm_bindgen_test]
fn the_journal_reads_back_its_rows_in_order_and_strange_ones_as_they_stand() {
    let journal = LocalJournal::open().unwrap();
    script("localStorage.clear(); localStorage['touchstone.f.c'] = 'not json'; localStorage['other.f.d'] = '\"x\"'");
    journal.write("f.b", "{\"note\":\"ä\"}").unwrap();
    journal.write("f.a", "1").unwrap();
    journal.write("f.e", "2").unwrap();
    journal.erase("f.e").unwrap();
    journal.erase("never there").unwrap();
    let expected = rows(&[("f.a", "1"), ("f.b", "{\"note\":\"ä\"}"), ("f.c", "not json")]);
    assert_eq!(journal.read("f."), Ok(expected));
}

#[wasm_bindgen_test]
async fn a_full_journal_says_so() {
    let journal = LocalJournal::open().unwrap();
    assert_eq!(journal.write("large", &"x".repeat(6 << 20)), Err(StorageError::Full));
}

#[wasm_bindgen_test]
async fn a_browser_that_refuses_storage_gets_the_twins_and_the_reason() {
    script(
        "const refuse = { configurable: true, get() { throw new DOMException('Access is denied.', 'SecurityError') } };
         window.kept = ['localStorage', 'indexedDB'].map(name => [name, Object.getOwnPropertyDescriptor(window, name)]);
         window.kept.forEach(([name]) => Object.defineProperty(window, name, refuse));",
    );
    let Opened { storage, journal, trouble, removed_by_browser } = open().await;
    let written = storage.commit(vec![add("a", "1")]).await;
    let journalled = journal.write("a", "1");
    let refused = LocalJournal::open().map(|_| ());
    script("window.kept.forEach(([name, descriptor]) => Object.defineProperty(window, name, descriptor))");

    assert_eq!(trouble, Some(StorageError::Refused { reason: "Access is denied".into() }));
    assert!(!storage.keeps() && !removed_by_browser);
    assert_eq!((written, journalled), (Ok(()), Ok(())));
    let operation = "keep settings and the change in flight";
    assert_eq!(refused, Err(StorageError::Failed { operation, reason: "Access is denied".into() }));
}

#[wasm_bindgen_test]
async fn a_database_that_does_not_open_leaves_the_journal_for_the_next_start() {
    // What stands in it belongs to records that cannot be reached now; without them it fits nothing.
    script(
        "localStorage.setItem('touchstone.draft/a1/note.q1', '\"kept\"');
         window.opens = IDBFactory.prototype.open;
         IDBFactory.prototype.open = () => { throw new DOMException('It is broken.', 'UnknownError') };",
    );
    let Opened { storage, journal, trouble, .. } = open().await;
    script("IDBFactory.prototype.open = window.opens");
    let archive = Archive::new(storage, journal);
    archive.recover().await.unwrap();
    let kept = script(
        "const kept = localStorage.getItem('touchstone.draft/a1/note.q1');
         localStorage.removeItem('touchstone.draft/a1/note.q1');
         return kept;",
    );
    assert_eq!(trouble, Some(StorageError::Refused { reason: "It is broken".into() }));
    assert_eq!(kept.as_string().as_deref(), Some("\"kept\""));
    assert!(!archive.keeps());
}

/// Has every transaction of this database noted, and the first `aborted` of them aborted as if the connection broke.
fn watch_transactions(name: &str, aborted: u32) {
    script(&format!(
        "window.real ??= IDBDatabase.prototype.transaction;
         window.seen = [];
         IDBDatabase.prototype.transaction = function (...asked) {{
             const transaction = window.real.apply(this, asked);
             if (this.name !== '{name}') return transaction;
             if (window.seen.push(transaction.mode + ' ' + transaction.durability) <= {aborted})
                 queueMicrotask(() => transaction.abort());
             return transaction;
         }};"
    ));
}

fn seen() -> String {
    script("return window.seen.join()").as_string().unwrap()
}

#[wasm_bindgen_test]
async fn a_commit_is_strict() {
    let storage = storage("strict", &[]).await;
    watch_transactions("strict", 0);
    storage.commit(vec![put("a", "1")]).await.unwrap();
    assert_eq!(seen(), "readwrite strict");
}

#[wasm_bindgen_test]
async fn a_commit_that_the_browser_broke_off_is_made_once_more_and_not_twice() {
    let storage = storage("broken-off", &[]).await;
    watch_transactions("broken-off", 1);
    assert_eq!(storage.commit(vec![add("a", "1")]).await, Ok(()));
    assert_eq!(seen(), "readwrite strict,readwrite strict");
    watch_transactions("broken-off", 2);
    assert_eq!(storage.commit(vec![add("b", "2")]).await, Err(StorageError::Closed));
    assert_eq!(storage.scan(Table::Events, "").await, Ok(rows(&[("a", "1")])));
}
