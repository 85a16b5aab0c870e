//! The document of a package, and the notes in which an export keeps what CASE has no field for: a heading of lines
//! such as `Document: …`, an empty line, and the note itself.

use crate::framework::Source;

use super::super::notice::{Notice, Place};
use super::super::tree::Map;
use super::piece::{fitting, is_address, is_identifier, is_name, piece, pieces, take_context, take_link, take_links};

/// The creator of a package whose publisher is not known, since CASE demands one.
pub const NO_CREATOR: &str = "Not known";

const DOCUMENT: &str = "Document: ";
const ADDRESS: &str = "Address: ";

/// What the package says of itself.
#[derive(Debug, Default)]
pub struct Document {
    pub place: Place,
    /// In lower case.
    pub identifier: String,
    pub uri: String,
    pub title: String,
    pub summary: Option<String>,
    pub language: Option<String>,
    pub source: Source,
}

/// Reads the document.
pub fn document(place: Place, mut map: Map, notices: &mut Vec<Notice>) -> Document {
    let why = "A framework has no place for this field of the document.";
    let identifier = identifier(&mut map, notices);
    let uri = fitting(&mut map, "uri", is_address);
    fitting(&mut map, "caseVersion", |text| matches!(text, "1.0" | "1.1"));
    let mut text = |name: &str| piece(&mut map, name).map(|piece| piece.text);
    let title = text("title").unwrap_or_default();
    let (summary, publisher, notes) = (text("description"), text("publisher"), text("notes"));
    take_context(&mut map, &title, notices);
    let creator = piece(&mut map, "creator");
    let mut source = notes.map(unpacked).unwrap_or_default();
    let creator = creator.filter(|creator| creator.text != NO_CREATOR);
    source.publisher = match (publisher, creator) {
        (Some(publisher), Some(creator)) => {
            let again = creator.text == publisher;
            creator.leave_unless(again, why, notices);
            publisher
        }
        (publisher, creator) => publisher.or(creator.map(|creator| creator.text)).unwrap_or_default(),
    };
    match piece(&mut map, "officialSourceURL") {
        Some(url) if source.url.is_some() => url.leave(why, notices),
        url => source.url = source.url.or(url.map(|url| url.text)),
    }
    source.licence = take_link(&mut map, "licenseURI").map(|licence| licence.text);
    let language = fitting(&mut map, "language", is_language).map(|tag| tag.text.replace('_', "-"));
    for subject in pieces(&mut map, "subject").into_iter().chain(take_links(&mut map, "subjectURI")) {
        subject.leave(why, notices);
    }
    map.leave(why, notices);
    let uri = uri.map(|piece| piece.text).unwrap_or_default();
    Document { place, identifier, uri, title, summary, language, source }
}

/// The identifier of a document or an item, in lower case; empty where there is none. One that is no UUID joins what it
/// names all the same.
pub fn identifier(map: &mut Map, notices: &mut Vec<Notice>) -> String {
    let Some(identifier) = fitting(map, "identifier", is_name) else { return String::new() };
    let lowered = identifier.text.to_lowercase();
    let why = "CASE asks for a UUID as identifier. This one joins associations all the same, and is not kept.";
    identifier.leave_unless(is_identifier(&lowered), why, notices);
    lowered
}

/// By its outer form, as the framework file demands it.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The notes of a document that came from this source; `None` where there is nothing to note. A source whose document
/// or address has line breaks comes back with blanks instead.
pub fn packed(source: &Source, address: Option<&str>) -> Option<String> {
    let mut lines = Vec::new();
    let note = source.note.as_deref().unwrap_or_default();
    // A note that begins like the heading needs one before it, to be told from it.
    let is_alike = note.starts_with(DOCUMENT) || note.starts_with(ADDRESS);
    if !source.document.is_empty() || (is_alike && address.is_none()) {
        lines.push(format!("{DOCUMENT}{}", one_line(&source.document)));
    }
    if let Some(address) = address {
        lines.push(format!("{ADDRESS}{}", one_line(address)));
    }
    let heading = lines.join("\n");
    match (heading.is_empty(), &source.note) {
        (true, None) => None,
        (true, Some(note)) => Some(note.clone()),
        (false, None) => Some(heading),
        (false, Some(note)) => Some(format!("{heading}\n\n{note}")),
    }
}

/// A text without line breaks.
pub fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

/// The source as the notes tell it. What only looks like a heading is part of the note.
fn unpacked(notes: String) -> Source {
    let (heading, note) = match notes.split_once("\n\n") {
        Some((heading, note)) => (heading, Some(note.to_owned())),
        None => (notes.as_str(), None),
    };
    let mut source = Source { note, ..Source::default() };
    let mut seen = (false, false);
    for line in heading.split('\n') {
        if let (Some(document), false) = (line.strip_prefix(DOCUMENT), seen.0) {
            seen.0 = true;
            source.document = document.to_owned();
        } else if let (Some(address), false) = (line.strip_prefix(ADDRESS), seen.1) {
            seen.1 = true;
            source.url = Some(address.to_owned());
        } else {
            return Source { note: Some(notes), ..Source::default() };
        }
    }
    source
}
