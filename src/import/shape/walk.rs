//! The document into a grid: each text goes where the role of its field says, and what has no role is left out with a
//! notice.

use std::collections::BTreeMap;

use super::super::grid::{DEEPEST, Grid, Heading, Statement};
use super::super::notice::{Notice, Place};
use super::super::scale;
use super::super::tree::{Field, Map, Node, Value};
use super::form;
use super::refer::References;
use super::role::{Role, roles};
use super::series::{self, Orders};
use super::survey::{ROOT, Step, Survey};

const NO_ROLE: &str = "It is not known what this field is for, so it was left out.";

pub struct Walked {
    pub grid: Grid,
    pub left: Vec<Notice>,
}

pub fn walked(root: &Node, survey: &Survey<'_>, references: &References, columns: bool) -> Walked {
    let mut walk = Walk {
        survey,
        references,
        columns,
        roles: BTreeMap::new(),
        shared: BTreeMap::new(),
        orders: Orders::default(),
        walked: Walked { grid: Grid::default(), left: Vec::new() },
    };
    walk.tables();
    for path in 0..survey.paths.len() {
        if scale::counts(survey.name(path)) {
            walk.walked.grid.scales.insert(path);
        }
    }
    walk.node(root, ROOT, false, &Above::default());
    std::mem::take(&mut walk.orders).tell(&mut walk.walked.left);
    walk.walked
}

/// The headings that a part of the document stands below.
#[derive(Clone, Default)]
struct Above {
    heading: Option<usize>,
    shared: Vec<usize>,
    depth: usize,
}

struct Walk<'a, 'b> {
    survey: &'a Survey<'b>,
    references: &'a References,
    columns: bool,
    roles: BTreeMap<usize, BTreeMap<String, Role>>,
    /// Headings that stand once: by the path of their field and their value.
    shared: BTreeMap<(usize, String), usize>,
    orders: Orders,
    walked: Walked,
}

/// What the fields of one thing say.
#[derive(Default)]
struct Thing<'a> {
    title: Option<&'a Field>,
    lead: Option<String>,
    code: Option<String>,
    statement: Option<(Place, String)>,
    examples: Vec<String>,
    summary: Vec<(Place, String)>,
    shared: Vec<usize>,
    inside: Vec<(&'a Field, bool)>,
}

impl Walk<'_, '_> {
    /// Headings for what is referred to, before anything refers to it, so that they keep their order.
    fn tables(&mut self) {
        for id in self.references.identifiers() {
            let kind = self.survey.paths[id].parent;
            let order = self.order_of(kind).map(|name| self.survey.down(kind, Step::Field(name)));
            let values = &self.survey.paths[id];
            let order = order.map(|order| series::values_by(values, &self.survey.paths[order]));
            for value in order.as_ref().unwrap_or(&values.order) {
                let words = (*value).to_owned();
                let heading = Heading { words: words.clone(), kind, shared: true, ..Heading::default() };
                let heading = self.walked.grid.head(heading);
                self.shared.insert((id, words), heading);
            }
        }
    }

    fn node(&mut self, node: &Node, path: usize, listed: bool, above: &Above) {
        match &node.value {
            Value::Nothing => {}
            Value::Text(text) if text.trim().is_empty() => {}
            Value::Text(text) => {
                let text = text.trim().to_owned();
                let statement = Statement { place: node.place, text, ..Statement::default() };
                self.state(statement, above);
            }
            Value::List(nodes) => {
                let below = self.survey.down(path, Step::Element);
                match self.order_of(below) {
                    Some(field) => {
                        series::sorted(nodes, &field).into_iter().for_each(|node| self.node(node, below, true, above))
                    }
                    None => nodes.iter().for_each(|node| self.node(node, below, true, above)),
                }
            }
            Value::Map(map) if self.survey.paths[path].dictionary => {
                let below = self.survey.down(path, Step::Entry);
                for field in &map.0 {
                    self.entry(field, below, above);
                }
            }
            Value::Map(map) if self.references.id_of(path).is_some() && !listed => {
                map.0.iter().for_each(|field| self.entry(field, path, above));
            }
            Value::Map(map) => self.thing(map, path, None, above),
        }
    }

    /// A field of a dictionary: its name is a heading, unless what it holds has a name itself.
    fn entry(&mut self, field: &Field, path: usize, above: &Above) {
        if let Value::Map(map) = &field.node.value
            && !self.survey.paths[path].dictionary
            && self.roles(path).values().any(|role| *role == Role::Title)
        {
            return self.thing(map, path, Some(field), above);
        }
        let known = self.references.id_of(path).and_then(|id| self.shared.get(&(id, field.name.clone())).copied());
        if let Some(heading) = known {
            let entry = &mut self.walked.grid.headings[heading];
            entry.place = field.place;
            if let Some(words) = text(&field.node) {
                words.clone_into(&mut entry.words);
                entry.code = Some(field.name.clone());
                return;
            }
        }
        let below = match known {
            Some(heading) => Above { heading: Some(heading), depth: above.depth + 1, shared: above.shared.clone() },
            None => self.below(field.place, &field.name, path, above),
        };
        self.node(&field.node, path, false, &below);
    }

    fn below(&mut self, place: Place, words: &str, kind: usize, above: &Above) -> Above {
        let parent = above.heading;
        let heading = Heading { place, words: words.to_owned(), parent, kind, ..Heading::default() };
        let heading = Some(self.walked.grid.head(heading));
        Above { heading, depth: above.depth + 1, shared: above.shared.clone() }
    }

    fn state(&mut self, statement: Statement, above: &Above) {
        let below = above.shared.iter().copied().chain(above.heading).collect();
        self.walked.grid.statements.push(Statement { below, ..statement });
    }

    /// The field that gives the order of the things at a path.
    fn order_of(&mut self, path: usize) -> Option<String> {
        let roles = self.roles(path);
        roles.iter().find(|(_, role)| **role == Role::Order).map(|(name, _)| name.clone())
    }

    fn roles(&mut self, path: usize) -> &BTreeMap<String, Role> {
        let (survey, references, columns) = (self.survey, self.references, self.columns);
        self.roles.entry(path).or_insert_with(|| roles(survey, references, path, columns))
    }

    /// A map that is one thing. `name` is that of its entry in a dictionary.
    fn thing(&mut self, map: &Map, path: usize, name: Option<&Field>, above: &Above) {
        let mut thing = Thing { shared: above.shared.clone(), ..Thing::default() };
        for field in &map.0 {
            self.field(field, path, &mut thing);
        }
        if path == ROOT && thing.title.is_none() {
            self.named_inside(&mut thing);
        }
        if thing.code.is_none() {
            thing.code = name.map(|field| field.name.clone());
        } else if let Some(field) = name {
            self.walked.left.push(Notice::note(field.place, NO_ROLE).quoting(&field.name));
        }
        let mut below = Above { heading: above.heading, shared: std::mem::take(&mut thing.shared), depth: above.depth };
        if above.depth < DEEPEST {
            self.head(&mut thing, path, &mut below);
        } else if let Some(title) = thing.title.take() {
            title.clone().leave("This stands too deep to be a heading, so it was left out.", &mut self.walked.left);
        }
        for (field, column) in std::mem::take(&mut thing.inside) {
            let down = self.survey.down(path, Step::Field(field.name.clone()));
            if column && field.node.value != Value::Nothing {
                // A path of its own for the columns of a thing: the root is no field of anything.
                let words = field.name.replace('_', " ");
                let kind = self.survey.paths.len() + path;
                let below = self.below(field.place, words.trim(), kind, &below);
                self.node(&field.node, down, false, &below);
            } else {
                self.node(&field.node, down, false, &below);
            }
        }
        self.finish(thing, &below);
    }

    /// A document without a name of its own is named by the first part of it that says nothing but what it is.
    fn named_inside<'c>(&mut self, thing: &mut Thing<'c>) {
        let survey = self.survey;
        let down = |field: &Field| survey.down(ROOT, Step::Field(field.name.clone()));
        let names = |(field, column): &(&Field, bool)| {
            let Value::Map(map) = &field.node.value else { return false };
            let path = down(field);
            let plain = map.0.iter().all(|field| matches!(field.node.value, Value::Text(_) | Value::Nothing));
            let titled = plain && !survey.paths[path].dictionary && self.references.id_of(path).is_none();
            !*column && titled && self.roles(path).values().any(|role| *role == Role::Title)
        };
        let Some(index) = thing.inside.iter().position(names) else { return };
        let (field, _) = thing.inside.remove(index);
        if let Value::Map(map) = &field.node.value {
            let path = down(field);
            map.0.iter().for_each(|field| self.field(field, path, thing));
        }
    }

    /// The heading of a thing that has a name.
    fn head(&mut self, thing: &mut Thing<'_>, path: usize, below: &mut Above) {
        let known = self.references.id_of(path);
        let id = known.and_then(|id| {
            let code = thing.code.clone().into_iter();
            let title = thing.title.and_then(|title| text(&title.node)).map(str::to_owned);
            code.chain(title).find_map(|value| self.shared.get(&(id, value)).copied())
        });
        let title = thing.title.take();
        let words = title.and_then(|title| text(&title.node));
        let heading = match (id, title, words) {
            (Some(heading), _, _) => heading,
            (None, Some(title), Some(words)) => {
                let found = self.below(title.place, words, path, below);
                let Some(heading) = found.heading else { return };
                heading
            }
            _ => return,
        };
        let entry = &mut self.walked.grid.headings[heading];
        if let (Some(title), Some(words)) = (title, words) {
            entry.place = title.node.place;
            words.clone_into(&mut entry.words);
        }
        if thing.statement.is_none() && thing.code.as_deref() != Some(&entry.words) {
            entry.code = thing.code.take();
        } else if thing.statement.is_none() {
            thing.code = None;
        }
        if thing.statement.is_none() {
            entry.summary.append(&mut thing.summary);
        }
        below.heading = Some(heading);
        below.depth += 1;
    }

    /// What of a thing is no heading.
    fn finish(&mut self, thing: Thing<'_>, below: &Above) {
        if let Some((place, text)) = thing.statement {
            let text = thing.lead.map_or(text.clone(), |lead| format!("{lead}: {text}"));
            let guidance = thing.summary.into_iter().map(|(_, text)| text).collect();
            let Thing { code, examples, .. } = thing;
            return self.state(Statement { place, text, code, examples, guidance, below: Vec::new() }, below);
        }
        let pieces = thing.lead.into_iter().chain(thing.code).chain(thing.examples);
        let place = thing.summary.first().map_or(Place::WHOLE, |(place, _)| *place);
        for piece in pieces {
            self.walked.left.push(Notice::note(place, NO_ROLE).quoting(piece));
        }
        for (place, text) in thing.summary {
            self.walked.left.push(Notice::note(place, NO_ROLE).quoting(text));
        }
    }

    /// Takes one field by its role; one that comes a second time, or is no text where texts stand, is left out.
    fn field<'c>(&mut self, field: &'c Field, path: usize, thing: &mut Thing<'c>) {
        let role = self.roles(path).get(&field.name).copied().unwrap_or(Role::Unknown);
        let down = self.survey.down(path, Step::Field(field.name.clone()));
        let Some(text) = text(&field.node) else {
            match (role, &field.node.value) {
                (_, Value::Nothing | Value::Text(_)) => {}
                (Role::Examples, Value::List(nodes)) if form::is_texts(&field.node) => {
                    let texts = nodes.iter().filter_map(self::text).map(str::to_owned);
                    thing.examples.extend(texts);
                }
                (role, _) => thing.inside.push((field, role == Role::Column)),
            }
            return;
        };
        let place = field.node.place;
        match role {
            Role::Title if thing.title.is_none() => thing.title = Some(field),
            Role::Lead if thing.lead.is_none() => thing.lead = Some(text.to_owned()),
            Role::Code if thing.code.is_none() => thing.code = Some(text.to_owned()),
            Role::Statement if thing.statement.is_none() => thing.statement = Some((place, text.to_owned())),
            Role::Examples => thing.examples.push(text.to_owned()),
            Role::Summary => thing.summary.push((place, text.to_owned())),
            Role::Order => self.orders.note(down, field, text),
            Role::Column => thing.inside.push((field, true)),
            Role::Inside => thing.inside.push((field, false)),
            Role::Reference(id) => match self.shared.get(&(id, text.to_owned())) {
                Some(heading) => thing.shared.push(*heading),
                None => field.clone().leave(NO_ROLE, &mut self.walked.left),
            },
            Role::Category => {
                let grid = &mut self.walked.grid;
                let heading = self.shared.entry((down, text.to_owned())).or_insert_with(|| {
                    let words = text.to_owned();
                    grid.head(Heading { place, words, kind: down, shared: true, ..Heading::default() })
                });
                thing.shared.push(*heading);
            }
            _ => field.clone().leave(NO_ROLE, &mut self.walked.left),
        }
    }
}

fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        _ => None,
    }
}
