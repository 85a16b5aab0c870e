//! The worker's part: it waits for what the page asks, does one thing after the other, and says what came of each.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::framework::{self, Framework};

use super::message::{Message, Request, Told};
use super::{importing, selecting};

/// Waits for the page's messages. Called where no worker runs, it does nothing.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let to = scope.clone();
    let known = RefCell::new(None);
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(request) = Message::read(&event.data()) {
            answer(&request, &known, |told| tell(&to, told));
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    heard.forget();
    tell(&scope, &Message::of(Told::Ready));
}

fn answer(request: &Message<Request>, known: &RefCell<Option<Framework>>, tell: impl Fn(&Message<Told>)) {
    match &request.word {
        Request::Import(options) => {
            if let Some(document) = request.bytes(0) {
                importing::take_in(&document, *options, tell);
            }
        }
        Request::Know => {
            let framework = request.text(0).and_then(|text| framework::from_json(&text).ok());
            known.replace(framework);
        }
        Request::Point(number, wish) => {
            if let Some(framework) = &*known.borrow() {
                tell(&Message::of(Told::Point(*number, selecting::drawn(framework, wish))));
            }
        }
        Request::Select(number, wish) => {
            if let Some(framework) = &*known.borrow() {
                let selection = Box::new(selecting::selected(framework, wish));
                tell(&Message::of(Told::Selection(*number, selection)));
            }
        }
    }
}

fn tell(scope: &DedicatedWorkerGlobalScope, told: &Message<Told>) {
    if let Err(error) = scope.post_message_with_transfer(&told.written(), &told.parts()) {
        // The page hears of it as of a worker that broke.
        wasm_bindgen::throw_val(error);
    }
}
