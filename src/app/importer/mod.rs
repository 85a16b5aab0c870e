//! Documents taken in by a worker: the page hands one over, hears how far it has come, and gets what came of it.
//!
//! One worker for one document. It ends with its answer, or when the page lets go of it, and its memory with it.

mod exchange;
mod serve;
mod source;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker};

use crate::import::{Options, Stage};

pub use exchange::{Came, Outcome};
pub use serve::serve;

/// What the importer says.
pub enum Answer {
    Stage(Stage),
    Came(Box<Came>),
    /// In plain words; nothing comes behind it.
    Failed(String),
}

/// A document that is being taken in. Dropped, it is cancelled: nothing is heard of it any more.
pub struct Importer(Rc<RefCell<State>>);

enum State {
    /// The worker's program is being fetched.
    Coming,
    Running(Running),
    Over,
}

struct Running {
    worker: Worker,
    /// The worker calls them as long as it lives.
    _heard: [Closure<dyn FnMut(Event)>; 2],
}

impl Importer {
    /// Takes a document in and calls back with every answer.
    pub fn start(document: Uint8Array, options: Options, answer: impl Fn(Answer) + 'static) -> Self {
        let state = Rc::new(RefCell::new(State::Coming));
        let (own, answer) = (Rc::clone(&state), Rc::new(answer));
        spawn_local(async move {
            let worker = source::worker().await;
            if matches!(*own.borrow(), State::Over) {
                if let Ok(worker) = worker {
                    worker.terminate();
                }
                return;
            }
            match worker {
                Ok(worker) => own.replace(State::Running(run(worker, document, options, answer))),
                Err(error) => {
                    answer(Answer::Failed(error));
                    own.replace(State::Over)
                }
            };
        });
        Self(state)
    }
}

impl Drop for Importer {
    fn drop(&mut self) {
        if let State::Running(running) = self.0.replace(State::Over) {
            running.worker.terminate();
        }
    }
}

fn run(worker: Worker, document: Uint8Array, options: Options, answer: Rc<dyn Fn(Answer)>) -> Running {
    let (failed, to) = (Rc::clone(&answer), worker.clone());
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let message = event.unchecked_into::<MessageEvent>().data();
        match exchange::answer(&message) {
            Ok(exchange::Told::Ready) => {
                if let Err(error) = to.post_message(&exchange::ask(&document, options)) {
                    answer(Answer::Failed(exchange::reason(&error)));
                }
            }
            Ok(exchange::Told::Stage(stage)) => answer(Answer::Stage(stage)),
            Ok(exchange::Told::Came(came)) => {
                to.terminate();
                answer(Answer::Came(came));
            }
            Err(error) => {
                to.terminate();
                answer(Answer::Failed(error));
            }
        }
    });
    let broken = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        // It is dealt with here, and is no failure of the page.
        event.prevent_default();
        failed(Answer::Failed(BROKEN.to_owned()));
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    Running { worker, _heard: [heard, broken] }
}

const BROKEN: &str = "The importer stopped before the document was read; this device may have too little memory for it. \
     Nothing was kept or changed. Close other tabs and try once more, or import the document in parts.";

/// A list of what may be handed over without being copied.
fn transfer(parts: &[&Uint8Array]) -> Array {
    parts.iter().map(|part| JsValue::from(part.buffer())).collect()
}
