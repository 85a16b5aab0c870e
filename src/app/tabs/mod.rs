//! The tabs of this app in one browser: of all that have a record open one writes, the others follow.
//!
//! A Web Lock says which one, a BroadcastChannel carries what they say to each other. What a record holds is not known
//! here.

mod hold;
mod lock;
mod message;
mod standing;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::assessment::AssessmentId;
use crate::record::Archive;
use crate::record::storage::StorageError;

pub use hold::Hold;
pub use message::{Message, Says};
pub use standing::{Act, Duty, Happening, Loss, Standing};

use lock::{How, Lock};

/// The channel on which all tabs speak.
const CHANNEL: &str = "touchstone";

/// This tab among the others.
pub struct Tabs {
    /// None where nothing is shared, or the browser has no channels.
    channel: Option<BroadcastChannel>,
    /// Whether other tabs reach the same records.
    share: bool,
    holds: RefCell<Vec<Weak<Hold>>>,
    /// The channel calls it as long as it is open.
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// `share` says whether other tabs reach the same records.
    pub fn new(share: bool) -> Rc<Self> {
        Rc::new_cyclic(|tabs: &Weak<Self>| {
            let tabs = tabs.clone();
            let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                let message = event.data().as_string().and_then(|text| Message::read(&text));
                if let (Some(tabs), Some(message)) = (tabs.upgrade(), message) {
                    tabs.hear(message);
                }
            });
            let channel = share.then(|| BroadcastChannel::new(CHANNEL).ok()).flatten();
            if let Some(channel) = &channel {
                channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
            }
            Self { channel, share, holds: RefCell::default(), _listener: listener }
        })
    }

    /// Where this tab stands to a record. Whoever asks for the same record here shares it.
    pub fn hold(self: &Rc<Self>, id: &AssessmentId) -> Rc<Hold> {
        let mut holds = self.holds.borrow_mut();
        holds.retain(|hold| hold.strong_count() > 0);
        if let Some(hold) = holds.iter().filter_map(Weak::upgrade).find(|hold| hold.id() == id) {
            return hold;
        }
        let hold = Hold::new(id.clone(), Rc::clone(self));
        holds.push(Rc::downgrade(&hold));
        hold
    }

    /// Tells all other tabs.
    pub fn say(&self, of: &AssessmentId, says: Says) {
        let message = Message { of: of.clone(), says }.written();
        let told = self.channel.as_ref().map_or(Ok(()), |channel| channel.post_message(&message.into()));
        if let Err(error) = told {
            // They see it when they read the record next.
            web_sys::console::warn_1(&error);
        }
    }

    fn share(&self) -> bool {
        self.share
    }

    fn hear(&self, message: Message) {
        let hold = self.holds.borrow().iter().filter_map(Weak::upgrade).find(|hold| *hold.id() == message.of);
        if let Some(hold) = hold {
            hold.hears(message.says);
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

/// Replays what tabs left in the journal, but not what those do that are at work.
///
/// # Errors
/// The first failure of the storage; what was not replayed stays in the journal.
pub async fn recover(archive: &Archive) -> Result<(), StorageError> {
    let (mut here, mut elsewhere) = (Vec::new(), BTreeSet::new());
    for id in if archive.keeps() { archive.in_flight_of()? } else { BTreeSet::new() } {
        match Lock::ask(&lock_of(&id), How::IfFree).await {
            Some(lock) => here.push(lock),
            None => drop(elsewhere.insert(id)),
        }
    }
    let recovered = archive.recover_but(&elsewhere).await;
    // Until now nobody else may work on them.
    drop(here);
    recovered
}

fn lock_of(id: &AssessmentId) -> String {
    format!("touchstone/assessment/{id}")
}
