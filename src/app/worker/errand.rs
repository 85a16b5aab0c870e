//! What one worker is sent out to do: it is started, asked as soon as it can be, listened to, and ended.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker};

use super::message::{Message, Request, Told, reason};
use super::source::{self, Missing};

/// What is heard of an errand.
pub enum Heard {
    Told(Message<Told>),
    /// The worker's program did not come.
    Missing(Missing),
    /// The worker broke.
    Broken,
    /// The worker says something that the page does not know.
    Strange,
    /// The browser did not take the page's message, for this reason.
    Refused(String),
}

/// A worker and what it is to do. Dropped, nothing is heard of it any more.
pub struct Errand {
    state: Rc<RefCell<State>>,
    heard: Rc<dyn Fn(Heard)>,
}

enum State {
    /// The worker's program is being fetched, or begins. What it will be asked.
    Coming(Vec<Message<Request>>, Option<Running>),
    Ready(Running),
    Over,
}

struct Running {
    worker: Worker,
    /// The worker calls them as long as it lives.
    _heard: [Closure<dyn FnMut(Event)>; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Errand {
    /// Starts a worker and calls back with all that is heard of it.
    pub fn begin(heard: impl Fn(Heard) + 'static) -> Self {
        let state = Rc::new(RefCell::new(State::Coming(Vec::new(), None)));
        let heard: Rc<dyn Fn(Heard)> = Rc::new(heard);
        let errand = Self { state: Rc::clone(&state), heard: Rc::clone(&heard) };
        spawn_local(async move {
            let worker = source::worker().await;
            if matches!(*state.borrow(), State::Over) {
                if let Ok(worker) = worker {
                    worker.terminate();
                }
                return;
            }
            match worker {
                Ok(worker) => {
                    let listening = listen(worker, &state, heard);
                    if let State::Coming(_, running) = &mut *state.borrow_mut() {
                        *running = Some(listening);
                    }
                }
                Err(missing) => {
                    state.replace(State::Over);
                    heard(Heard::Missing(missing));
                }
            }
        });
        errand
    }

    /// Asks for something, as soon as that is possible.
    pub fn ask(&self, message: Message<Request>) {
        let sent = match &mut *self.state.borrow_mut() {
            State::Coming(waiting, _) => {
                waiting.push(message);
                Ok(())
            }
            State::Ready(running) => post(&running.worker, &message),
            State::Over => Ok(()),
        };
        if let Err(reason) = sent {
            (self.heard)(Heard::Refused(reason));
        }
    }
}

impl Drop for Errand {
    fn drop(&mut self) {
        self.state.replace(State::Over);
    }
}

fn listen(worker: Worker, state: &Rc<RefCell<State>>, heard: Rc<dyn Fn(Heard)>) -> Running {
    let (failed, own) = (Rc::clone(&heard), Rc::downgrade(state));
    let told = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        match Message::read(&event.unchecked_into::<MessageEvent>().data()) {
            Some(Message { word: Told::Ready, .. }) => {
                let Some(state) = own.upgrade() else { return };
                if let Err(error) = go(&state) {
                    heard(Heard::Refused(error));
                }
            }
            Some(told) => heard(Heard::Told(told)),
            None => {
                if let Some(state) = own.upgrade() {
                    state.replace(State::Over);
                }
                heard(Heard::Strange);
            }
        }
    });
    let broken = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        // It is dealt with here, and is no failure of the page.
        event.prevent_default();
        failed(Heard::Broken);
    });
    worker.set_onmessage(Some(told.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    Running { worker, _heard: [told, broken] }
}

/// Asks the worker, which is ready, for all that waits.
fn go(state: &RefCell<State>) -> Result<(), String> {
    let mut state = state.borrow_mut();
    match std::mem::replace(&mut *state, State::Over) {
        State::Coming(waiting, Some(running)) => {
            let sent = waiting.iter().try_for_each(|message| post(&running.worker, message));
            *state = State::Ready(running);
            sent
        }
        other => {
            *state = other;
            Ok(())
        }
    }
}

fn post(worker: &Worker, message: &Message<Request>) -> Result<(), String> {
    let sent = match message.word {
        // The page keeps the document, to read it again in another way.
        Request::Import(_) => worker.post_message(&message.written()),
        _ => worker.post_message_with_transfer(&message.written(), &message.parts()),
    };
    sent.map_err(|error| reason(&error))
}
