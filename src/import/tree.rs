//! Documents that are trees: YAML and JSON alike, as lists, named fields and texts, each with its place. Readers take
//! fields out one by one; what remains is left out with a notice for each text, so nothing goes unseen.

mod json;
mod yaml;

use super::notice::{Notice, Place};

pub use json::read as json;
pub use yaml::read as yaml;

/// No document of people nests deeper.
const DEEPEST: usize = 100;

/// A part of a tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub place: Place,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, or nothing at all.
    Nothing,
    /// A text, or a number, or a truth value as it was written.
    Text(String),
    List(Vec<Node>),
    Map(Map),
}

/// Named fields, in the order of the document. A name may stand twice; then the second one is left for last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map(pub Vec<Field>);

#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub name: String,
    pub place: Place,
    pub node: Node,
}

impl Map {
    /// Takes the field of that name out; the first one if there are several.
    pub fn take(&mut self, name: &str) -> Option<Node> {
        let index = self.0.iter().position(|field| field.name == name)?;
        Some(self.0.remove(index).node)
    }

    /// Takes a field out and gives its text. One that is no text stays, so that it is left out with a notice.
    pub fn take_text(&mut self, name: &str) -> Option<String> {
        let is_text = |field: &Field| field.name == name && matches!(field.node.value, Value::Text(_) | Value::Nothing);
        let index = self.0.iter().position(is_text)?;
        match self.0.remove(index).node.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether a field of that name is still there.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|field| field.name == name)
    }

    /// Leaves out what is still there, each text with a notice that says why.
    pub fn leave(self, why: &str, notices: &mut Vec<Notice>) {
        for field in self.0 {
            field.leave(why, notices);
        }
    }
}

impl Field {
    /// Leaves the field out. Where it holds no text, there is nothing to tell of.
    pub fn leave(self, why: &str, notices: &mut Vec<Notice>) {
        match self.node.value {
            Value::Nothing => {}
            Value::Text(text) if text.trim().is_empty() => {}
            Value::Text(text) => {
                let quote = format!("{}: {text}", self.name);
                notices.push(Notice::note(self.place, why).quoting(quote));
            }
            _ => {
                let before = notices.len();
                notices.push(Notice::note(self.place, why).quoting(self.name));
                self.node.leave(why, notices);
                if notices.len() == before + 1 {
                    notices.pop();
                }
            }
        }
    }
}

impl Node {
    /// Leaves the node out.
    pub fn leave(self, why: &str, notices: &mut Vec<Notice>) {
        match self.value {
            Value::Nothing => {}
            Value::Text(text) => {
                if !text.trim().is_empty() {
                    notices.push(Notice::note(self.place, why).quoting(text));
                }
            }
            Value::List(nodes) => nodes.into_iter().for_each(|node| node.leave(why, notices)),
            Value::Map(map) => map.leave(why, notices),
        }
    }
}

/// What is said of a document that nests too deep.
fn too_deep(place: Place) -> Notice {
    let text =
        format!("The document nests more than {DEEPEST} levels deep, which no framework does. Choose another one.");
    Notice::error(place, text)
}

/// Says that a name stands twice in one place.
fn doubled(name: &str, place: Place) -> Notice {
    let text = format!("“{name}” stands here a second time. The first one counts; take one of the two out.");
    Notice::warning(place, text)
}
