//! Documents taken in: the page hands one over, hears how far it has come, and gets what came of it. One worker for one
//! document, which ends with its answer.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};

use crate::framework::{self, Digest, Framework};
use crate::import::{Format, Notice, Options, Orientation, Stage, Trace, import_telling, trace};

use super::errand::{Errand, Heard};
use super::message::{Message, Request, Told, bytes_of};
use super::source::Missing;

/// What the importer says.
pub enum Answer {
    Stage(Stage),
    Came(Box<Came>),
    /// In plain words; nothing comes behind it.
    Failed(String),
}

/// What came of a document.
#[derive(Debug)]
pub struct Came {
    pub told: Outcome,
    pub framework: Option<Framework>,
    /// The document as it was read: decoded and mended.
    pub text: String,
}

/// What can be said of a document beside its framework and its text.
#[derive(Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// Names the document's bytes.
    pub document: Digest,
    pub format: Option<Format>,
    pub orientation: Option<Orientation>,
    pub notices: Vec<Notice>,
    /// Where what was recognised stands in the document.
    pub trace: Trace,
}

/// A document that is being taken in. Dropped, it is cancelled: nothing is heard of it any more.
pub struct Importer(Rc<RefCell<Option<Errand>>>);

impl Importer {
    /// Takes a document in and calls back with every answer.
    pub fn start(document: Uint8Array, options: Options, answer: impl Fn(Answer) + 'static) -> Self {
        let errand = Rc::new(RefCell::new(None));
        let own = Rc::downgrade(&errand);
        let begun = Errand::begin(move |heard| {
            let heard = heard_as(heard);
            if !matches!(heard, Answer::Stage(_))
                && let Some(errand) = own.upgrade()
            {
                errand.take();
            }
            answer(heard);
        });
        begun.ask(Message::with(Request::Import(options), [Some(document)]));
        errand.replace(Some(begun));
        Self(errand)
    }
}

impl Drop for Importer {
    fn drop(&mut self) {
        self.0.take();
    }
}

fn heard_as(heard: Heard) -> Answer {
    Answer::Failed(match heard {
        Heard::Told(Message { word: Told::Stage(stage), .. }) => return Answer::Stage(stage),
        Heard::Told(message) => match came(message) {
            Some(came) => return Answer::Came(Box::new(came)),
            None => STRANGE.to_owned(),
        },
        Heard::Missing(Missing::Unnamed) => UNNAMED.to_owned(),
        Heard::Missing(missing) => missing.words("reads documents", "choose the document again"),
        Heard::Broken => BROKEN.to_owned(),
        Heard::Strange => STRANGE.to_owned(),
        Heard::Refused(reason) => reason,
    })
}

const UNNAMED: &str = "This page names no importer. Reload it to get the whole app.";

const STRANGE: &str =
    "The importer is of another release than the page. Reload the page, then choose the document again.";

const BROKEN: &str = "The importer stopped before the document was read; this device may have too little memory for it. \
     Nothing was kept or changed. Close other tabs and try once more, or import the document in parts.";

fn came(message: Message<Told>) -> Option<Came> {
    let text = message.text(0)?;
    let framework = match message.texts.get(1)? {
        None => None,
        Some(_) => Some(framework::from_json(&message.text(1)?).ok()?),
    };
    match message.word {
        Told::Came(told) => Some(Came { told, framework, text }),
        _ => None,
    }
}

/// The worker's part: takes a document in, and says how far it has come.
pub fn take_in(document: &[u8], options: Options, tell: impl Fn(&Message<Told>)) {
    let import = import_telling(document, options, |stage| tell(&Message::of(Told::Stage(stage))));
    let trace = import.framework.as_ref().map(|framework| trace(&import.text, framework)).unwrap_or_default();
    let texts = [Some(bytes_of(&import.text)), import.framework.map(|framework| bytes_of(&framework.canonical()))];
    let document = Digest::of(document);
    let outcome =
        Outcome { document, format: import.format, orientation: import.orientation, notices: import.notices, trace };
    tell(&Message::with(Told::Came(outcome), texts));
}
