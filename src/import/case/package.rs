//! The package as its JSON says it: a document, items, associations, rubrics and definitions, each with its place.

use std::collections::BTreeSet;

use super::super::notice::{Notice, Place};
use super::super::tree::{Map, Node, Value};
use super::end::{Link, link};
use super::item::{Item, item};
use super::name;
use super::piece::{fields, fitting, list, piece, take_machinery};
use super::rubric::{Row, rows};
use super::source::{self, Document};

/// Everything that a package holds.
#[derive(Debug)]
pub struct Package {
    pub document: Document,
    pub items: Vec<Item>,
    pub links: Vec<Link>,
    pub rows: Vec<Row>,
}

/// Reads the parts one by one.
pub fn read(node: Node, notices: &mut Vec<Notice>) -> Option<Package> {
    let place = node.place;
    let Value::Map(mut map) = node.value else {
        let text = "A package is an object with a CFDocument and CFItems, and this is none. Export it again.";
        notices.push(Notice::error(place, text));
        return None;
    };
    if let Some(inner) = fields(&mut map, "CFPackage") {
        map.leave("What stands beside the package is no part of it.", notices);
        map = inner;
    }
    let document = document(&mut map, place, notices);
    let items = list(&mut map, "CFItems", notices).into_iter();
    let items: Vec<_> = items.map(|(place, map)| item(place, map, &document, notices)).collect();
    let links = list(&mut map, "CFAssociations", notices).into_iter();
    let links = links.map(|(place, map)| link(place, map, &document.title, notices)).collect();
    let rows = rows(list(&mut map, "CFRubrics", notices), &document.title, notices);
    let package = Package { document, items, links, rows };
    definitions(&mut map, &package, notices);
    map.leave("A framework has no place for this part of a package.", notices);
    package.say_what_serves_the_exchange(notices);
    Some(package)
}

fn document(map: &mut Map, whole: Place, notices: &mut Vec<Notice>) -> Document {
    let place = map.0.iter().find(|field| field.name == "CFDocument").map(|field| field.node.place);
    match fields(map, "CFDocument") {
        Some(inner) => source::document(place.unwrap_or(whole), inner, notices),
        None => {
            let document = linked(map).unwrap_or_default();
            let text = if document.title.trim().is_empty() {
                "The package has no CFDocument, so nothing tells its title and where it comes from. Add one."
            } else {
                "The package has no CFDocument, so its title is the one that its items’ links give it, and nothing tells \
                 where it comes from. Add one."
            };
            notices.push(Notice::warning(whole, text));
            Document { place: whole, ..document }
        }
    }
}

/// What the first item says of the document that it belongs to.
fn linked(map: &Map) -> Option<Document> {
    let within = |map: &Map, name: &str| map.0.iter().find(|field| field.name == name).map(|field| field.node.clone());
    let Value::List(items) = within(map, "CFItems")?.value else { return None };
    let Value::Map(item) = items.into_iter().next()?.value else { return None };
    let Value::Map(mut link) = within(&item, "CFDocumentURI")?.value else { return None };
    let mut text = |name: &str| link.take_text(name).unwrap_or_default();
    let (title, identifier, uri) = (text("title"), text("identifier").to_lowercase(), text("uri"));
    Some(Document { title, identifier, uri, ..Document::default() })
}

impl Package {
    /// Whether the package was written here, so that its addresses tell the slugs.
    pub fn is_ours(&self) -> bool {
        name::framework(&self.document.uri).is_some()
    }

    fn say_what_serves_the_exchange(&self, notices: &mut Vec<Notice>) {
        let count = self.items.len() + self.links.len();
        if !self.is_ours() && count > 0 {
            let text = format!(
                "Identifiers, addresses and dates of change serve the exchange alone; those of {count} items and \
                 associations were used to put the package together and are not kept."
            );
            notices.push(Notice::note(self.document.place, text));
        }
    }
}

/// Takes out what serves the exchange, and the order of definitions.
fn take_order(definition: &mut Map, title: &str, notices: &mut Vec<Notice>) {
    take_machinery(definition, title, notices);
    fitting(definition, "hierarchyCode", |code| code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
}

/// Definitions say at length what items name; what they say beyond that is left out.
fn definitions(map: &mut Map, package: &Package, notices: &mut Vec<Notice>) {
    let why = "A framework has no place for this definition.";
    let Some(mut inner) = fields(map, "CFDefinitions") else { return };
    let title = package.document.title.as_str();
    let mut used: BTreeSet<&str> = name::KINDS.into_iter().collect();
    used.extend(package.items.iter().filter_map(|item| item.kind.as_ref()).map(|kind| kind.text.as_str()));
    used.extend(package.document.source.licence.as_deref());
    for name in ["CFItemTypes", "CFLicenses"] {
        for (_, mut definition) in list(&mut inner, name, notices) {
            take_order(&mut definition, title, notices);
            for field in ["title", "licenseText"] {
                if let Some(text) = piece(&mut definition, field) {
                    let again = used.contains(text.text.as_str());
                    text.leave_unless(again, why, notices);
                }
            }
            definition.leave(why, notices);
        }
    }
    for name in ["CFConcepts", "CFSubjects", "CFAssociationGroupings"] {
        for (_, mut definition) in list(&mut inner, name, notices) {
            take_order(&mut definition, title, notices);
            definition.leave(why, notices);
        }
    }
    inner.leave(why, notices);
}
