//! Pieces of a package: a text with the name of its field and its place, taken out of a tree's fields.

use super::super::notice::{Notice, Place};
use super::super::tree::{Field, Map, Node, Value};

/// A text of the package that ends in the framework or in a notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub place: Place,
    pub name: String,
    pub text: String,
}

impl Piece {
    /// Leaves the piece out.
    pub fn leave(self, why: &str, notices: &mut Vec<Notice>) {
        if !self.text.trim().is_empty() {
            notices.push(Notice::note(self.place, why).quoting(format!("{}: {}", self.name, self.text)));
        }
    }

    /// Leaves the piece out unless it says again what stands elsewhere.
    pub fn leave_unless(self, again: bool, why: &str, notices: &mut Vec<Notice>) {
        if !again {
            self.leave(why, notices);
        }
    }
}

/// Takes a text out. What is no text stays, so that it is left out with a notice.
pub fn piece(map: &mut Map, name: &str) -> Option<Piece> {
    fitting(map, name, |_| true)
}

/// Takes a text out that has a certain form. One that has not stays, so that it is left out with a notice.
pub fn fitting(map: &mut Map, name: &str, fits: impl Fn(&str) -> bool) -> Option<Piece> {
    let index = map
        .0
        .iter()
        .position(|field| field.name == name && matches!(&field.node.value, Value::Text(text) if fits(text)))?;
    let Field { name, node: Node { place, value }, .. } = map.0.remove(index);
    match value {
        Value::Text(text) => Some(Piece { place, name, text }),
        _ => None,
    }
}

/// Takes texts out: one, or a list of them.
pub fn pieces(map: &mut Map, name: &str) -> Vec<Piece> {
    let is_texts = |value: &Value| match value {
        Value::Text(_) => true,
        Value::List(nodes) => nodes.iter().all(|node| matches!(node.value, Value::Text(_) | Value::Nothing)),
        _ => false,
    };
    let Some(index) = map.0.iter().position(|field| field.name == name && is_texts(&field.node.value)) else {
        return Vec::new();
    };
    let Field { name, node, .. } = map.0.remove(index);
    let nodes = match node.value {
        Value::List(nodes) => nodes,
        value => vec![Node { place: node.place, value }],
    };
    let piece = |node: Node| match node.value {
        Value::Text(text) => Some(Piece { place: node.place, name: name.clone(), text }),
        _ => None,
    };
    nodes.into_iter().filter_map(piece).filter(|piece| !piece.text.trim().is_empty()).collect()
}

/// Takes the fields under a name out.
pub fn fields(map: &mut Map, name: &str) -> Option<Map> {
    let is_map = |field: &Field| field.name == name && matches!(field.node.value, Value::Map(_));
    let index = map.0.iter().position(is_map)?;
    match map.0.remove(index).node.value {
        Value::Map(inner) => Some(inner),
        _ => None,
    }
}

/// Takes the list of fields under a name out, each with its place. What is not one is said to be so and left out.
pub fn list(map: &mut Map, name: &str, notices: &mut Vec<Notice>) -> Vec<(Place, Map)> {
    let Some(node) = map.take(name) else { return Vec::new() };
    let nodes = match node.value {
        Value::Nothing => return Vec::new(),
        Value::List(nodes) => nodes,
        value => vec![Node { place: node.place, value }],
    };
    let mut maps = Vec::with_capacity(nodes.len());
    for node in nodes {
        let why = format!("“{name}” is a list of objects, and this is none. Write it as one.");
        match node.value {
            Value::Map(map) => maps.push((node.place, map)),
            Value::Nothing => {}
            Value::Text(text) => notices.push(Notice::warning(node.place, why).quoting(text)),
            value => {
                notices.push(Notice::warning(node.place, why.as_str()));
                Node { place: node.place, value }.leave(&why, notices);
            }
        }
    }
    maps
}

/// Takes out what serves the exchange alone, where it has its form: identifier, address, and what [`take_context`] takes.
pub fn take_machinery(map: &mut Map, title: &str, notices: &mut Vec<Notice>) {
    fitting(map, "identifier", is_identifier);
    fitting(map, "uri", is_address);
    take_context(map, title, notices);
}

/// Takes the date of change out, and the links to the package and to its document, whose title is `title`.
pub fn take_context(map: &mut Map, title: &str, notices: &mut Vec<Notice>) {
    fitting(map, "lastChangeDateTime", is_date);
    for name in ["CFPackageURI", "CFDocumentURI"] {
        fitting(map, name, is_address);
        if let Some(link) = take_link(map, name) {
            let again = link.text.trim() == title.trim();
            link.leave_unless(again, "This link calls the package otherwise than the package does itself.", notices);
        }
    }
}

/// Takes the links of a list out, and gives their titles.
pub fn take_links(map: &mut Map, name: &str) -> Vec<Piece> {
    let Some(field) = map.0.iter_mut().find(|field| field.name == name) else { return Vec::new() };
    let Value::List(nodes) = &mut field.node.value else { return take_link(map, name).into_iter().collect() };
    let titles = nodes.iter_mut().filter_map(|node| match &mut node.value {
        Value::Map(link) => title_of(link, name),
        _ => None,
    });
    titles.collect()
}

/// Takes a link out and gives its title; what else it says than identifier and address stays in its place.
pub fn take_link(map: &mut Map, name: &str) -> Option<Piece> {
    let index = map.0.iter().position(|field| field.name == name && matches!(field.node.value, Value::Map(_)))?;
    let Value::Map(link) = &mut map.0[index].node.value else { return None };
    let title = title_of(link, name);
    if link.0.is_empty() {
        map.0.remove(index);
    }
    title
}

/// The title of a link that is a field of that name, by which it is quoted.
fn title_of(link: &mut Map, name: &str) -> Option<Piece> {
    fitting(link, "identifier", is_identifier);
    fitting(link, "uri", is_address);
    piece(link, "title").map(|title| Piece { name: name.to_owned(), ..title })
}

/// An address has no blanks, and a scheme.
pub fn is_address(text: &str) -> bool {
    let scheme = text.split(':').next().unwrap_or_default();
    let is_scheme = scheme.len() < text.len()
        && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme && !text.contains(char::is_whitespace)
}

/// Whatever is not blank joins parts of a package, whether it is a UUID or not.
pub fn is_name(text: &str) -> bool {
    !text.trim().is_empty()
}

/// An identifier is a UUID.
pub fn is_identifier(text: &str) -> bool {
    let lengths = [8, 4, 4, 4, 12];
    let parts: Vec<_> = text.split('-').collect();
    parts.len() == lengths.len()
        && parts
            .iter()
            .zip(lengths)
            .all(|(part, length)| part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn is_date(text: &str) -> bool {
    text.len() <= 35
        && text.starts_with(|first: char| first.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || b"-:+.TZtz ".contains(&byte))
}
