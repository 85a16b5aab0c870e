//! YAML into a tree, event by event: how deep it goes and how much its aliases repeat is limited while it is read.

use std::collections::{BTreeMap, BTreeSet};

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use super::{DEEPEST, Field, Map, Node, Value, doubled, too_deep};
use crate::import::encoding::seen;
use crate::import::notice::{Notice, Place};

/// So many parts may come into a document by aliases, which repeat what stands elsewhere.
const REPEATED: usize = 100_000;

/// Why a later document is left out.
const SECOND: &str = "This stands in a second document of the same file, so it was left out. Take it in by itself.";

/// Reads the first document; later ones are left out, each text with a notice. `line` is the number of its first line, where it stands within something else.
pub fn read(text: &str, line: u32, notices: &mut Vec<Notice>) -> Option<Node> {
    let end = Place::line(line).behind(text);
    let mut reading =
        Reading { line, end, open: Vec::new(), anchors: BTreeMap::new(), repeated: 0, root: None, notices };
    let mut first = None;
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let place = reading.place(*error.marker());
                if error.info().contains("recursion limit") {
                    reading.notices.push(too_deep(place));
                    return None;
                }
                let text = format!("This is not YAML: {}. Mend it there, or paste the text without it.", error.info());
                reading.notices.push(Notice::error(place, text));
                return None;
            }
        };
        let place = reading.place(span.start);
        if let Err(refusal) = reading.take(event, place) {
            reading.notices.push(refusal);
            return None;
        }
        if reading.open.is_empty()
            && let Some(root) = reading.root.take()
        {
            match first {
                None => first = Some(root),
                Some(_) => root.leave(SECOND, reading.notices),
            }
        }
    }
    first
}

struct Reading<'a> {
    line: u32,
    /// The parser ends the last line, and then is on one more than there are.
    end: Place,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Node>,
    repeated: usize,
    root: Option<Node>,
    notices: &'a mut Vec<Notice>,
}

/// A list or fields that have not ended yet.
struct Open {
    place: Place,
    anchor: usize,
    inside: Inside,
}

enum Inside {
    List(Vec<Node>),
    Map { fields: Vec<Field>, names: BTreeSet<String>, name: Option<(String, Place)> },
}

impl Reading<'_> {
    fn place(&self, marker: Marker) -> Place {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let line = number(marker.line()).saturating_add(self.line - 1);
        self.end.min(Place { line, column: number(marker.col() + 1) })
    }

    fn take(&mut self, event: Event<'_>, place: Place) -> Result<(), Notice> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let plain = style == ScalarStyle::Plain;
                let nothing = plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let value =
                    if nothing { Value::Nothing } else { Value::Text(seen(text.into_owned(), place, self.notices)) };
                self.put(Node { place, value }, anchor);
            }
            Event::SequenceStart(anchor, _) => self.begin(place, anchor, Inside::List(Vec::new()))?,
            Event::MappingStart(anchor, _) => {
                let inside = Inside::Map { fields: Vec::new(), names: BTreeSet::new(), name: None };
                self.begin(place, anchor, inside)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => self.repeat(anchor, place)?,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn begin(&mut self, place: Place, anchor: usize, inside: Inside) -> Result<(), Notice> {
        if self.open.len() >= DEEPEST {
            return Err(too_deep(place));
        }
        self.open.push(Open { place, anchor, inside });
        Ok(())
    }

    fn end(&mut self) {
        let Some(Open { place, anchor, inside }) = self.open.pop() else { return };
        let value = match inside {
            Inside::List(nodes) => Value::List(nodes),
            Inside::Map { fields, .. } => Value::Map(Map(fields)),
        };
        self.put(Node { place, value }, anchor);
    }

    fn repeat(&mut self, anchor: usize, place: Place) -> Result<(), Notice> {
        let Some(node) = self.anchors.get(&anchor) else {
            let text = "This alias stands for something that has not ended yet. Write out what it stands for.";
            return Err(Notice::error(place, text));
        };
        self.repeated = self.repeated.saturating_add(size(node));
        if self.repeated > REPEATED {
            let text = format!(
                "Aliases repeat more than {REPEATED} parts of this document, which no framework does. Write them out, \
                 or choose another document."
            );
            return Err(Notice::error(place, text));
        }
        let node = Node { place, value: node.value.clone() };
        self.put(node, 0);
        Ok(())
    }

    fn put(&mut self, node: Node, anchor: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut().map(|open| &mut open.inside) {
            None => self.root = Some(node),
            Some(Inside::List(nodes)) => nodes.push(node),
            Some(Inside::Map { fields, names, name }) => match name.take() {
                Some((name, place)) => fields.push(Field { name, place, node }),
                None => {
                    let place = node.place;
                    let text = name_of(node);
                    if !names.insert(text.clone()) {
                        self.notices.push(doubled(&text, place));
                    }
                    *name = Some((text, place));
                }
            },
        }
    }
}

/// YAML lets a list or fields be a name; its texts in a row then are one.
fn name_of(node: Node) -> String {
    match node.value {
        Value::Nothing => String::new(),
        Value::Text(text) => text,
        Value::List(nodes) => nodes.into_iter().map(name_of).collect::<Vec<_>>().join(" "),
        Value::Map(Map(fields)) => {
            let parts = fields.into_iter().map(|field| format!("{} {}", field.name, name_of(field.node)));
            parts.collect::<Vec<_>>().join(" ")
        }
    }
}

fn size(node: &Node) -> usize {
    1 + match &node.value {
        Value::Nothing | Value::Text(_) => 0,
        Value::List(nodes) => nodes.iter().map(size).sum(),
        Value::Map(Map(fields)) => fields.iter().map(|field| size(&field.node)).sum(),
    }
}
