//! Any framework document in: bytes of some document become a framework, with every piece of its text accounted for.
//!
//! A document is decoded ([`encoding`]), recognised by its content ([`Format`]), read by the one file of its format, and
//! finished by [`draft`], which gives identifiers. Nothing is dropped: what a reader cannot place it quotes in a
//! [`Notice`] with its line. This module fetches and keeps nothing, and it knows no clock.

mod asked;
mod case;
mod draft;
mod encoding;
mod format;
mod furniture;
mod grid;
mod label;
mod level_heading;
mod level_word;
mod levelled;
mod line;
mod matrix;
mod notice;
mod outline;
mod own;
mod passage;
mod proficiency;
mod progression;
mod scale;
mod shape;
mod skill;
mod trace;
mod tree;
mod unit;
mod unknown;

use serde::{Deserialize, Serialize};

use crate::framework::Framework;

pub use case::to_case;
pub use draft::UNTITLED;
pub use encoding::too_large;
pub use format::Format;
pub use matrix::Orientation;
pub use notice::{Notice, Place, Severity};
pub use trace::{Piece, Trace, trace};

/// The most bytes that a document may have: 32 MB.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

/// The most criteria that a framework may have.
pub const MOST_CRITERIA: usize = 200_000;

/// What is known of a document beforehand, or was chosen on review; by default nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// Overrides recognition.
    pub format: Option<Format>,
    /// Which way a matrix lies.
    pub orientation: Option<Orientation>,
}

/// What came of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The format that it was read as; `None` when it is none that is known here.
    pub format: Option<Format>,
    /// Which way it was found to lie, or was said to; only of a [`Format::Matrix`].
    pub orientation: Option<Orientation>,
    /// The framework; `None` when a notice of [`Severity::Error`] says why there is none.
    pub framework: Option<Framework>,
    /// Everything that the reader of the document should know, in the order of the document's lines.
    pub notices: Vec<Notice>,
    /// The document as it was read: decoded and mended. Its lines are those that the notices count.
    pub text: String,
}

/// How far the taking in of a document has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Bytes become text.
    Decoding,
    /// What the document is.
    Recognising,
    Reading(Format),
}

/// Takes a document in.
pub fn import(bytes: &[u8], options: Options) -> Import {
    import_telling(bytes, options, |_| {})
}

/// Takes a document in, and tells at the beginning of each stage which one it is.
pub fn import_telling(bytes: &[u8], options: Options, mut tell: impl FnMut(Stage)) -> Import {
    tell(Stage::Decoding);
    let mut notices = Vec::new();
    let text = match encoding::decode(bytes, &mut notices) {
        Ok(text) => text,
        Err(refusal) => {
            notices.push(refusal);
            return Import { notices, ..Import::default() };
        }
    };
    tell(Stage::Recognising);
    let Some(format) = options.format.or_else(|| Format::of(&text)) else {
        notices.push(Notice::error(Place::WHOLE, unknown::unknown(&text)));
        notices.sort_by_key(|notice| notice.place);
        return Import { notices, text, ..Import::default() };
    };
    tell(Stage::Reading(format));
    let mut orientation = options.orientation.filter(|_| format == Format::Matrix);
    let framework = format.read(&text, &mut orientation, &mut notices);
    notices.sort_by_key(|notice| notice.place);
    Import { format: Some(format), orientation, framework, notices, text }
}
