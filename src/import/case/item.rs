//! Items: the statements of a package.

use super::super::notice::{Notice, Place, Severity};
use super::super::tree::Map;
use super::piece::{Piece, fitting, is_address, piece, pieces, take_context, take_link};
use super::source::{Document, identifier};

/// A statement, a group of statements, or a level.
#[derive(Debug)]
pub struct Item {
    pub place: Place,
    /// In lower case; empty where it has none.
    pub identifier: String,
    pub uri: String,
    pub statement: String,
    pub short: Option<Piece>,
    pub code: Option<Piece>,
    pub kind: Option<Piece>,
    pub notes: Option<Piece>,
    /// Education levels.
    pub grades: Vec<Piece>,
}

/// Reads one item. What it says again of its document is not told of.
pub fn item(place: Place, mut map: Map, document: &Document, notices: &mut Vec<Notice>) -> Item {
    let why = "A framework has no place for this field of an item.";
    let identifier = identifier(&mut map, notices);
    let uri = fitting(&mut map, "uri", is_address);
    take_context(&mut map, &document.title, notices);
    fitting(&mut map, "language", |text| Some(text.replace('_', "-")) == document.language);
    if let Some(licence) = take_link(&mut map, "licenseURI") {
        let again = Some(&licence.text) == document.source.licence.as_ref();
        licence.leave_unless(again, why, notices);
    }
    for concept in pieces(&mut map, "conceptKeywords").into_iter().chain(take_link(&mut map, "conceptKeywordsURI")) {
        concept.leave(why, notices);
    }
    let mut short = piece(&mut map, "abbreviatedStatement");
    let statement = piece(&mut map, "fullStatement").filter(|piece| !piece.text.trim().is_empty());
    let statement = match statement.or_else(|| short.take()) {
        Some(piece) => piece.text,
        None => {
            let text = "This item has no fullStatement, so it says nothing. Write one, or take the item out.";
            notices.push(Notice::warning(place, text));
            String::new()
        }
    };
    let kind_link = take_link(&mut map, "CFItemTypeURI");
    let kind = piece(&mut map, "CFItemType");
    let kind = match (kind, kind_link) {
        (Some(kind), Some(link)) => {
            link.leave_unless_again(&kind, why, notices);
            Some(kind)
        }
        (kind, link) => kind.or(link),
    };
    let enumeration = piece(&mut map, "listEnumeration");
    let code = match (piece(&mut map, "humanCodingScheme"), enumeration) {
        (Some(code), Some(enumeration)) => {
            let again = code.text.ends_with(&enumeration.text);
            enumeration.leave_unless(again, why, notices);
            Some(code)
        }
        (code, enumeration) => code.or(enumeration),
    };
    let item = Item {
        place,
        identifier,
        uri: uri.map(|piece| piece.text).unwrap_or_default(),
        statement,
        short,
        code,
        kind,
        notes: piece(&mut map, "notes"),
        grades: pieces(&mut map, "educationLevel"),
    };
    if item.identifier.is_empty() && item.uri.is_empty() {
        let text = "This item has neither identifier nor address, so no association leads to it. Give it one.";
        notices.push(Notice::warning(place, text));
    }
    map.leave(why, notices);
    item
}

impl Item {
    /// The type, folded.
    pub fn kind(&self) -> String {
        self.kind.as_ref().map(|kind| kind.text.trim().to_lowercase()).unwrap_or_default()
    }

    /// Its education levels as one level's name: `09, 10, 11, 12`.
    pub fn grade(&self) -> String {
        let grades: Vec<_> = self.grades.iter().map(|grade| grade.text.trim()).collect();
        grades.join(", ")
    }

    /// Leaves out every piece of it that was not taken.
    pub fn leave(&mut self, why: &str, notices: &mut Vec<Notice>) {
        let parts = [self.short.take(), self.code.take(), self.notes.take()];
        for piece in parts.into_iter().flatten().chain(self.grades.drain(..)) {
            piece.leave(why, notices);
        }
    }

    /// Leaves the whole item out, statement first; how much that matters the statement's notice says.
    pub fn leave_whole(&mut self, severity: Severity, why: &str, notices: &mut Vec<Notice>) {
        if !self.statement.trim().is_empty() {
            let statement = std::mem::take(&mut self.statement);
            notices.push(Notice { severity, ..Notice::note(self.place, why).quoting(statement) });
        }
        if let Some(kind) = self.kind.take() {
            kind.leave(why, notices);
        }
        self.leave(why, notices);
    }

    /// Whether a text says again what the item says: a link's title is often its statement cut short.
    pub fn says(&self, text: &str) -> bool {
        let bare = text.trim().trim_end_matches(['.', '…']).trim_end();
        let code = self.code.as_ref().map(|code| code.text.as_str()).unwrap_or_default();
        let rest = bare.strip_prefix(code).unwrap_or(bare).trim_start_matches([':', '.', '-', ' ']);
        let is_short = self.short.as_ref().is_some_and(|short| short.text.trim() == text.trim());
        let statement = self.statement.trim_start();
        is_short || statement.starts_with(bare) || rest.is_empty() || statement.starts_with(rest)
    }
}

impl Piece {
    fn leave_unless_again(self, other: &Self, why: &str, notices: &mut Vec<Notice>) {
        let again = self.text == other.text;
        self.leave_unless(again, why, notices);
    }
}
