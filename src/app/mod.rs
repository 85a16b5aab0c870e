//! The app in the browser: the shell, every screen, and the edges to storage, clock and host.
//!
//! What can be decided without a browser is decided in the domain modules; here stands what is shown, and what
//! happens on a press. The app is three programs: [`start_library`] holds the screens that a first visit needs,
//! [`start`] holds all of them and takes over when another one is wanted, [`start_worker`] does long work for it.

pub mod clipboard;
pub mod clock;
pub mod component;
pub mod desk;
pub mod failure;
pub mod faults;
pub mod file;
pub mod focus;
pub mod handover;
pub mod host;
pub mod intake;
pub mod json;
pub mod keeper;
pub mod keys;
pub mod load;
pub mod page;
pub mod print;
pub mod route;
pub mod saved;
pub mod session;
pub mod shelf;
mod shell;
pub mod storage;
pub mod tabs;
pub mod told;
pub mod worker;

use std::mem::ManuallyDrop;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use crate::record::Archive;

use component::keys::KeyList;
use component::saved_line::SavedLine;
use shell::{Shell, ShellProps};

/// Starts the whole app in the place of whatever stands on the page, as soon as it is wanted. Until then it reads the
/// host's files for the library.
pub fn start() {
    failure::watch();
    // Leptos runs nothing before it is mounted, and the storage has to be open by then.
    spawn_local(async {
        if !handover::is_wanted() {
            faults::tell();
            // The library of the first program knows only what the host has.
            if !shelf::is_noted() {
                handover::wanted().await;
            }
        }
        let opened = storage::open().await;
        let notice = opened.notice();
        let archive = Archive::new(opened.storage, opened.journal);
        // Nothing is read or written before the last tab's changes in flight are in place.
        let unrecovered = tabs::recover(&archive).await.err().map(|error| error.to_string());
        let notices: Vec<_> = [notice, unrecovered].into_iter().flatten().collect();
        let notice = (!notices.is_empty()).then(|| notices.join(" "));
        let held = focus::held();
        handover::take();
        mount(move || {
            let (desk, saved) = desk::provide(archive);
            page::ImportDesk::provide();
            keys::Keys::provide();
            told::Told::provide();
            let on_retry = Callback::new(move |()| desk.retry());
            let on_save = Callback::new(move |()| desk.save_unsaved());
            let saved = view! {
                <SavedLine saved on_retry on_save />
                <KeyList />
            };
            Shell(ShellProps { pages: page::page, saved: Some(saved.into_any()), notice })
        });
        // Somebody may have been writing into a field that stands there again.
        focus::soon(held.into_iter().collect());
    });
}

/// Starts the library, until [`start`] takes over.
pub fn start_library() {
    failure::watch();
    let mounted = mount(|| Shell(ShellProps { pages: page::front, saved: None, notice: None }));
    handover::give(mounted);
}

/// Starts what does long work, in a worker.
pub fn start_worker() {
    worker::serve();
}

/// Mounts a view in the element that the page keeps for it, in place of what stood there.
fn mount<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Option<Box<dyn FnOnce()>> {
    let root = document().get_element_by_id("app").and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(root) = root else {
        leptos::logging::error!("the page has no element \"app\" to stand in");
        return None;
    };
    root.set_text_content(None);
    // It stays unless it is told to leave: dropping the handle would take the screen away.
    let handle = ManuallyDrop::new(mount_to(root, view));
    Some(Box::new(move || drop(ManuallyDrop::into_inner(handle))))
}
