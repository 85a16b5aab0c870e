//! What is on its way from the host or from storage.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

/// A value that takes time to come.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    Loading,
    Loaded(T),
    /// In plain words: what is wrong, where, and what to do.
    Failed(String),
}

/// Starts loading and gives the signal that tells how far it is.
pub fn load<T, E>(future: impl Future<Output = Result<T, E>> + 'static) -> ReadSignal<Load<T>>
where
    T: Send + Sync + 'static,
    E: std::fmt::Display,
{
    let (state, set_state) = signal(Load::Loading);
    spawn_local(async move {
        let loaded = match future.await {
            Ok(value) => Load::Loaded(value),
            Err(error) => Load::Failed(error.to_string()),
        };
        // The page that waited for it may be gone by now.
        set_state.try_set(loaded);
    });
    state
}
