//! The app in the browser: the shell, every screen, and the edges to storage, clock and host.
//!
//! What can be decided without a browser is decided in the domain modules; here stands what is shown, and what
//! happens on a press.

pub mod clock;
pub mod component;
pub mod desk;
pub mod failure;
pub mod file;
pub mod focus;
pub mod host;
pub mod load;
pub mod page;
pub mod print;
pub mod route;
pub mod saved;
pub mod session;
mod shell;
pub mod storage;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use crate::record::Archive;

/// Mounts the app in place of the text that the page carries before it.
pub fn start() {
    failure::watch();
    // Leptos runs nothing before it is mounted, and the storage has to be open by then.
    spawn_local(async {
        let opened = storage::open().await;
        let notice = opened.notice();
        let archive = Archive::new(opened.storage, opened.journal);
        // Nothing is read or written before the last tab's changes in flight are in place.
        let notice = archive.recover().await.err().map(|error| error.to_string()).or(notice);
        let Some(root) = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok()) else {
            leptos::logging::error!("the page has no element \"app\" to stand in");
            return;
        };
        document_text_away(&root);
        mount_to(root, move || shell::Shell(shell::ShellProps { archive, notice })).forget();
    });
}

/// Takes away the text that stood there before the app.
fn document_text_away(root: &web_sys::HtmlElement) {
    while let Some(child) = root.first_child() {
        if root.remove_child(&child).is_err() {
            return;
        }
    }
}
