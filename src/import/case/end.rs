//! Associations: what joins two items, and which of the joints mean something to a framework.

use super::super::notice::{Notice, Place};
use super::super::tree::Map;
use super::piece::{Piece, fields, fitting, is_address, is_identifier, piece, take_link, take_machinery};

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

/// Reads one association.
pub fn link(place: Place, mut map: Map, notices: &mut Vec<Notice>) -> Link {
    let kind = piece(&mut map, "associationType").map(|piece| piece.text).unwrap_or_default();
    let number = fitting(&mut map, "sequenceNumber", |text| text.parse::<i64>().is_ok());
    let number = number.and_then(|piece| piece.text.parse().ok());
    fitting(&mut map, "identifier", is_identifier);
    take_machinery(&mut map);
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
        let identifier = fitting(&mut inner, "identifier", |text| !text.contains(char::is_whitespace));
        end.identifier = identifier.map(|piece| piece.text.to_lowercase()).unwrap_or_default();
        end.uri = fitting(&mut inner, "uri", is_address).map(|piece| piece.text).unwrap_or_default();
        inner.leave("A framework has no place for this field of a link.", notices);
    } else if let Some(address) = fitting(map, &name, is_address) {
        end.uri = address.text;
    }
    if let Some(identifier) = fitting(map, &format!("{side}NodeIdentifier"), is_identifier) {
        end.identifier = identifier.text.to_lowercase();
    }
    end
}

impl Link {
    /// Leaves the association out.
    pub fn leave(self, notices: &mut Vec<Notice>) {
        let Self { place, kind, origin, destination, .. } = self;
        let title = |end: &End| {
            let title = end.title.as_ref().map(|piece| piece.text.clone()).unwrap_or_default();
            if title.trim().is_empty() { end.identifier.clone() } else { title }
        };
        let quote = format!("{kind}: {} → {}", title(&origin), title(&destination));
        let notice = if KNOWN.contains(&kind.as_str()) {
            Notice::note(place, "A framework does not hold this association; it is left out.")
        } else {
            let text = if kind.is_empty() {
                "This association has no type, so it is left out. Write an associationType.".to_owned()
            } else {
                format!(
                    "The type of this association is none of CASE, so it is left out. Use one of: {}.",
                    KNOWN.join(", ")
                )
            };
            Notice::warning(place, text)
        };
        notices.push(notice.quoting(quote));
    }
}
