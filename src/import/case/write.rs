//! Writes a framework as a CASE 1.0 package.
//!
//! Levels, competencies, expectations and criteria are items of these types. An expectation lies in its competency,
//! has its level by `hasSkillLevel`, and holds its criteria; what it includes are levels that are part of it. What CASE
//! has no field for is told in notices.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::framework::{Competency, Criterion, CriterionId, Expectation, Framework, Level, Range};

use super::super::notice::Notice;
use super::name::{self, Names};
use super::piece::is_address;
use super::source::{NO_CREATOR, packed};

mod lack;

/// The framework as a package that was changed at `date`, and what the package lacks. The date is one of RFC 3339, such
/// as `2026-03-01`, or one with its time, such as `2026-03-01T09:30:00Z`; without a time it is midnight in Greenwich.
pub fn to_case(framework: &Framework, date: &str) -> (Value, Vec<Notice>) {
    let date = &if date.contains(['T', 't', ' ']) { date.to_owned() } else { format!("{date}T00:00:00Z") };
    let mut writer = Writer {
        names: Names::of(framework),
        criteria: framework.criteria().map(|(_, _, criterion)| (&criterion.id, criterion)).collect(),
        framework,
        date,
        items: Vec::new(),
        associations: Vec::new(),
    };
    writer.levels();
    for (index, competency) in framework.competencies.iter().enumerate() {
        writer.competency(competency, framework.levels.len() + index + 1);
    }
    let package = json!({
        "CFDocument": writer.document(),
        "CFItems": writer.items,
        "CFAssociations": writer.associations,
        "CFDefinitions": writer.definitions(),
    });
    (package, lack::notices(framework))
}

struct Writer<'a> {
    names: Names,
    framework: &'a Framework,
    criteria: BTreeMap<&'a CriterionId, &'a Criterion>,
    date: &'a str,
    items: Vec<Value>,
    associations: Vec<Value>,
}

/// An item that was written: its path among the names, and its statement.
#[derive(Clone)]
struct Node {
    path: String,
    title: String,
}

/// What an item says besides its statement.
#[derive(Default)]
struct More<'a> {
    code: Option<&'a str>,
    short: Option<String>,
    notes: Option<&'a str>,
    level: Option<&'a str>,
}

impl Writer<'_> {
    fn document(&self) -> Value {
        let Self { names, framework, date, .. } = self;
        let source = &framework.source;
        let publisher = Some(source.publisher.as_str()).filter(|publisher| !publisher.is_empty());
        let address = source.url.as_deref().filter(|url| is_uri(url));
        let noted = source.url.as_deref().filter(|url| !is_uri(url));
        let mut document = Map::new();
        let mut put = |name: &str, value: Value| document.insert(name.to_owned(), value);
        put("identifier", names.document().into());
        put("uri", names.document_address(framework.purpose).into());
        put("creator", publisher.unwrap_or(NO_CREATOR).into());
        put("title", framework.title.as_str().into());
        put("lastChangeDateTime", (*date).into());
        put("language", framework.language.as_str().into());
        if let Some(summary) = &framework.summary {
            put("description", summary.as_str().into());
        }
        if let Some(publisher) = publisher {
            put("publisher", publisher.into());
        }
        if let Some(address) = address {
            put("officialSourceURL", address.into());
        }
        if let Some(licence) = &source.licence {
            put("licenseURI", self.link("licence", licence));
        }
        if let Some(notes) = packed(source, noted) {
            put("notes", notes.into());
        }
        Value::Object(document)
    }

    fn definitions(&self) -> Value {
        let used = |kind: &str| self.items.iter().any(|item| item["CFItemType"] == kind);
        let kinds = name::KINDS.iter().enumerate().filter(|(_, kind)| used(kind));
        let kinds: Vec<_> = kinds
            .map(|(index, kind)| {
                let mut definition = self.link(&format!("type:{}", slug_of(kind)), kind);
                definition["hierarchyCode"] = Value::from((index + 1).to_string());
                definition["lastChangeDateTime"] = Value::from(self.date);
                definition
            })
            .collect();
        let mut definitions = json!({ "CFItemTypes": kinds });
        if let Some(licence) = &self.framework.source.licence {
            let mut definition = self.link("licence", licence);
            definition["licenseText"] = Value::from(licence.as_str());
            definition["lastChangeDateTime"] = Value::from(self.date);
            definitions["CFLicenses"] = Value::Array(vec![definition]);
        }
        definitions
    }

    /// Where a part is found, and what it is called.
    fn link(&self, path: &str, title: &str) -> Value {
        json!({ "title": title, "identifier": self.names.identifier(path), "uri": self.names.address(path) })
    }

    fn document_link(&self) -> Value {
        json!({
            "title": self.framework.title,
            "identifier": self.names.document(),
            "uri": self.names.document_address(self.framework.purpose),
        })
    }

    fn levels(&mut self) {
        for (index, level) in self.framework.levels.iter().enumerate() {
            let node = level_node(level);
            let more = More { notes: level.summary.as_deref(), ..More::default() };
            self.item(&node, "Level", more);
            let parent = level.within.as_ref().and_then(|parent| self.framework.level(parent));
            self.child(&node, parent.map(level_node).as_ref(), index + 1);
        }
    }

    fn competency(&mut self, competency: &Competency, number: usize) {
        let node = Node { path: format!("competency:{}", competency.id), title: competency.title.clone() };
        let more = More { code: competency.code.as_deref(), notes: competency.summary.as_deref(), ..More::default() };
        self.item(&node, "Competency", more);
        self.child(&node, None, number);
        let mut number = 0;
        let lists = [
            ("Activity", &competency.activities),
            ("Guidance", &competency.guidance),
            ("Note", &competency.notes),
            ("Evidence", &competency.evidence),
        ];
        for (kind, texts) in lists {
            number = self.supplements(&node, kind, texts, number);
        }
        for expectation in &competency.expectations {
            number += 1;
            self.expectation(&node, competency, expectation, number);
        }
    }

    fn expectation(&mut self, parent: &Node, competency: &Competency, expectation: &Expectation, number: usize) {
        let Some(level) = self.framework.level(&expectation.level) else { return };
        let path = format!("expectation:{}:{}", competency.id, level.id);
        let node = Node { path, title: level.name.clone() };
        self.item(&node, "Expectation", More { level: Some(&level.name), ..More::default() });
        self.child(&node, Some(parent), number);
        self.associate("hasSkillLevel", &node, &level_node(level), None);
        for (index, included) in expectation.includes.iter().enumerate() {
            if let Some(included) = self.framework.level(included) {
                self.associate("isPartOf", &level_node(included), &node, Some(index + 1));
            }
        }
        for (index, criterion) in expectation.criteria.iter().enumerate() {
            self.criterion(&node, level, criterion, index + 1);
        }
    }

    fn criterion(&mut self, parent: &Node, level: &Level, criterion: &Criterion, number: usize) {
        let node = criterion_node(criterion);
        // One text of guidance is the item's notes, as readers expect; several are items, to stay apart.
        let (notes, guidance) = match criterion.guidance.as_slice() {
            [only] => (Some(only.as_str()), &[][..]),
            several => (None, several),
        };
        let more = More { code: criterion.code.as_deref(), notes, level: Some(&level.name), ..More::default() };
        self.item(&node, "Criterion", more);
        self.child(&node, Some(parent), number);
        if let Some(first) = criterion.repeats.as_ref().and_then(|first| self.criteria.get(first)) {
            let first = criterion_node(first);
            self.associate("exactMatchOf", &node, &first, None);
        }
        let mut number = self.supplements(&node, "Example", &criterion.examples, 0);
        number = self.supplements(&node, "Guidance", guidance, number);
        for (index, range) in criterion.range.iter().enumerate() {
            self.range(&node, range, index + 1, number + index + 1);
        }
    }

    fn range(&mut self, parent: &Node, range: &Range, index: usize, number: usize) {
        let title = range.title.as_deref().unwrap_or(name::RANGE);
        let node = Node { path: format!("{}:range:{index}", parent.path), title: title.to_owned() };
        let short = range.minimum.map(|minimum| format!("{}{minimum}", name::AT_LEAST));
        self.item(&node, "Range", More { short, ..More::default() });
        self.child(&node, Some(parent), number);
        self.supplements(&node, "Range item", &range.items, 0);
    }

    /// Texts below an item, numbered on from `number`; gives the last number.
    fn supplements(&mut self, parent: &Node, kind: &str, texts: &[String], number: usize) -> usize {
        let word = slug_of(kind);
        for (index, text) in texts.iter().enumerate() {
            let node = Node { path: format!("{}:{word}:{}", parent.path, index + 1), title: text.clone() };
            self.item(&node, kind, More::default());
            self.child(&node, Some(parent), number + index + 1);
            if kind == "Example" {
                self.associate("exemplar", parent, &node, None);
            }
        }
        number + texts.len()
    }

    fn item(&mut self, node: &Node, kind: &str, more: More<'_>) {
        let mut item = json!({
            "identifier": self.names.identifier(&node.path),
            "uri": self.names.address(&node.path),
            "fullStatement": node.title,
            "CFItemType": kind,
            "lastChangeDateTime": self.date,
        });
        for (name, text) in
            [("humanCodingScheme", more.code), ("abbreviatedStatement", more.short.as_deref()), ("notes", more.notes)]
        {
            if let Some(text) = text {
                item[name] = Value::from(text);
            }
        }
        if let Some(level) = more.level {
            item["educationLevel"] = json!([level]);
        }
        self.items.push(item);
    }

    /// `None` is the document.
    fn child(&mut self, node: &Node, parent: Option<&Node>, number: usize) {
        match parent {
            Some(parent) => self.associate("isChildOf", node, parent, Some(number)),
            None => {
                let path = format!("isChildOf {} document", node.path);
                let document = self.document_link();
                self.associate_with("isChildOf", &path, node, document, Some(number));
            }
        }
    }

    fn associate(&mut self, kind: &str, origin: &Node, destination: &Node, number: Option<usize>) {
        let path = format!("{kind} {} {}", origin.path, destination.path);
        let destination = self.link(&destination.path, &destination.title);
        self.associate_with(kind, &path, origin, destination, number);
    }

    fn associate_with(&mut self, kind: &str, path: &str, origin: &Node, destination: Value, number: Option<usize>) {
        let identifier = self.names.identifier(path);
        let mut association = json!({
            "uri": format!("urn:uuid:{identifier}"),
            "identifier": identifier,
            "associationType": kind,
            "originNodeURI": self.link(&origin.path, &origin.title),
            "destinationNodeURI": destination,
            "lastChangeDateTime": self.date,
        });
        if let Some(number) = number {
            association["sequenceNumber"] = Value::from(number);
        }
        self.associations.push(association);
    }
}

/// The word for a type in paths.
fn slug_of(kind: &str) -> String {
    kind.to_lowercase().replace(' ', "-")
}

fn level_node(level: &Level) -> Node {
    Node { path: format!("level:{}", level.id), title: level.name.clone() }
}

fn criterion_node(criterion: &Criterion) -> Node {
    Node { path: format!("criterion:{}", criterion.id), title: criterion.text.clone() }
}

/// The field for an address holds nothing but plain ones; any other is noted.
fn is_uri(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        text.strip_prefix(scheme).is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_alphanumeric()))
    });
    is_address(text)
        && is_web
        && text.bytes().all(is_plain)
        && !text.contains(['%', '@'])
        && text.matches('#').count() < 2
}
