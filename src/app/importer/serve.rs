//! The worker's part: it waits for one document, takes it in, and says how far it has come.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::framework::Digest;
use crate::import::{import_telling, trace};

use super::exchange;

/// Waits for the page's message. Called where no worker runs, it does nothing.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let to = scope.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| take_in(&to, &event.data()));
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    heard.forget();
    post(&scope, &exchange::ready());
}

fn take_in(scope: &DedicatedWorkerGlobalScope, message: &JsValue) {
    let Some((document, options)) = exchange::asked(message) else { return };
    let import = import_telling(&document, options, |stage| post(scope, &exchange::stage(stage)));
    let found = import.framework.as_ref().map(|framework| trace(&import.text, framework));
    let (answer, parts) = exchange::came(&import, Digest::of(&document), found.unwrap_or_default());
    let parts: Vec<_> = parts.iter().collect();
    if let Err(error) = scope.post_message_with_transfer(&answer, &super::transfer(&parts)) {
        // The page hears of it as of a worker that broke.
        wasm_bindgen::throw_val(error);
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &JsValue) {
    if let Err(error) = scope.post_message(message) {
        web_sys::console::error_1(&error);
    }
}
