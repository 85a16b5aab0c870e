//! Associations: what joins two items, and which of the joints mean something to a framework.

use super::super::notice::{Notice, Place};
use super::super::tree::Map;
use super::piece::{Piece, fields, fitting, is_address, is_name, piece, take_link, take_machinery};

/// An association.
#[derive(Debug)]
pub struct Link {
    pub place: Place,
    /// As it is written; empty where it is not.
    pub kind: String,
    pub number: Option<i64>,
    pub origin: End,
    pub destination: End,
}

/// What an association joins.
#[derive(Debug, Default)]
pub struct End {
    pub title: Option<Piece>,
    /// In lower case; it may be no UUID where it lies outside of the package.
    pub identifier: String,
    pub uri: String,
}

/// The types of CASE 1.0 and 1.1.
const KNOWN: [&str; 10] = [
    "isChildOf",
    "isPeerOf",
    "isPartOf",
    "exactMatchOf",
    "precedes",
    "isRelatedTo",
    "replacedBy",
    "exemplar",
    "hasSkillLevel",
    "isTranslationOf",
];

/// Reads one association of a package whose document has that title.
pub fn link(place: Place, mut map: Map, title: &str, notices: &mut Vec<Notice>) -> Link {
    let kind = piece(&mut map, "associationType").map(|piece| piece.text).unwrap_or_default();
    let number = fitting(&mut map, "sequenceNumber", |text| text.parse::<i64>().is_ok());
    let number = number.and_then(|piece| piece.text.parse().ok());
    take_machinery(&mut map, title, notices);
    let grouping = take_link(&mut map, "CFAssociationGroupingURI");
    let origin = end(&mut map, "origin", notices);
    let destination = end(&mut map, "destination", notices);
    if let Some(grouping) = grouping {
        grouping.leave("A framework has no groups of associations; this one is left out.", notices);
    }
    map.leave("A framework has no place for this field of an association.", notices);
    Link { place, kind, number, origin, destination }
}

/// `originNodeURI` of the standard, or `originNodeIdentifier` of older exports.
fn end(map: &mut Map, side: &str, notices: &mut Vec<Notice>) -> End {
    let mut end = End::default();
    let name = format!("{side}NodeURI");
    if let Some(mut inner) = fields(map, &name) {
        end.title = piece(&mut inner, "title");
        let identifier = fitting(&mut inner, "identifier", is_name);
        end.identifier = identifier.map(|piece| piece.text.to_lowercase()).unwrap_or_default();
        end.uri = fitting(&mut inner, "uri", is_address).map(|piece| piece.text).unwrap_or_default();
        inner.leave("A framework has no place for this field of a link.", notices);
    } else if let Some(address) = fitting(map, &name, is_address) {
        end.uri = address.text;
    }
    if let Some(identifier) = fitting(map, &format!("{side}NodeIdentifier"), is_name) {
        end.identifier = identifier.text.to_lowercase();
    }
    end
}

impl End {
    /// What it is called, or else what it names.
    pub fn named(&self) -> String {
        let title = self.title.as_ref().map(|title| title.text.as_str()).unwrap_or_default();
        let names = [title, self.identifier.as_str(), self.uri.as_str()];
        let said = names.into_iter().find(|name| !name.trim().is_empty());
        said.unwrap_or("nothing").to_owned()
    }
}

impl Link {
    /// Leaves an association out that a framework does not hold, or CASE does not know.
    pub fn leave(self, notices: &mut Vec<Notice>) {
        if KNOWN.contains(&self.kind.as_str()) {
            let why = "A framework does not hold this association; it is left out.";
            notices.push(Notice::note(self.place, why).quoting(self.quote()));
        } else if self.kind.trim().is_empty() {
            self.refuse("This association has no type, so it is left out. Write an associationType.", notices);
        } else {
            let known = KNOWN.join(", ");
            let why = format!("The type of this association is none of CASE, so it is left out. Use one of: {known}.");
            self.refuse(&why, notices);
        }
    }

    /// Leaves an association out that has something wrong.
    pub fn refuse(self, why: &str, notices: &mut Vec<Notice>) {
        notices.push(Notice::warning(self.place, why).quoting(self.quote()));
    }

    fn quote(&self) -> String {
        let kind = if self.kind.trim().is_empty() { "no type" } else { &self.kind };
        format!("{kind}: {} → {}", self.origin.named(), self.destination.named())
    }
}
