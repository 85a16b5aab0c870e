//! What stands where in a document, and how its values are spread: each place in its build is a path, and each path has
//! its figures.

use std::collections::BTreeMap;

use super::super::tree::{Map, Node, Value};
use super::form;

/// A step down the document's build.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Field(String),
    Element,
    /// What a dictionary holds, whatever its name.
    Entry,
    /// The names in a dictionary.
    Name,
}

/// The place in the build where the whole document stands.
pub const ROOT: usize = 0;

#[derive(Default)]
pub struct Survey<'a> {
    pub paths: Vec<Path<'a>>,
    known: BTreeMap<(usize, Step), usize>,
}

#[derive(Default)]
pub struct Path<'a> {
    pub parent: usize,
    pub step: Option<Step>,
    /// The fields that stand below, in the order of their first one.
    pub fields: Vec<(String, usize)>,
    /// How many lists stand above.
    pub lists: usize,
    /// How many things stand here that are no text.
    pub containers: usize,
    /// How many of these are lists of texts.
    pub texts: usize,
    /// Each text that stands here, with how often it does.
    pub values: BTreeMap<&'a str, usize>,
    /// The same texts in the order of their first one.
    pub order: Vec<&'a str>,
    pub count: usize,
    pub width: usize,
    /// How many stand a second time in one list, or one dictionary.
    pub clashes: usize,
    /// How many look like an identifier or a number.
    pub codes: usize,
    /// The list in which each value stood last.
    seen: BTreeMap<&'a str, usize>,
}

impl Path<'_> {
    /// The words of a text here, times ten.
    pub fn breadth(&self) -> usize {
        self.width * 10 / self.count.max(1)
    }

    pub fn is_code(&self) -> bool {
        self.codes * 10 >= self.count * 9
    }

    pub fn is_unique(&self) -> bool {
        self.values.len() == self.count
    }
}

impl<'a> Survey<'a> {
    pub fn of(root: &'a Node) -> Self {
        let mut survey = Self { paths: vec![Path::default()], known: BTreeMap::new() };
        survey.node(root, ROOT, false, &mut 0, 0);
        survey
    }

    /// The path one step down, which the survey has seen.
    pub fn down(&self, path: usize, step: Step) -> usize {
        self.known.get(&(path, step)).copied().unwrap_or(ROOT)
    }

    /// The name of the field that a path lies in.
    pub fn name(&self, path: usize) -> &str {
        let path = std::iter::successors(Some(path), |path| Some(self.paths[*path].parent).filter(|_| *path != ROOT));
        let mut names = path.filter_map(|path| match &self.paths[path].step {
            Some(Step::Field(name)) => Some(name.as_str()),
            _ => None,
        });
        names.next().unwrap_or_default()
    }

    fn enter(&mut self, parent: usize, step: Step) -> usize {
        if let Some(path) = self.known.get(&(parent, step.clone())) {
            return *path;
        }
        let path = self.paths.len();
        if let Step::Field(name) = &step {
            self.paths[parent].fields.push((name.clone(), path));
        }
        let lists = self.paths[parent].lists + usize::from(step == Step::Element);
        self.paths.push(Path { parent, step: Some(step.clone()), lists, ..Path::default() });
        self.known.insert((parent, step), path);
        path
    }

    /// `lists` counts the lists and dictionaries begun so far, `list` is the one that the node stands in.
    fn node(&mut self, node: &'a Node, path: usize, listed: bool, lists: &mut usize, list: usize) {
        match &node.value {
            Value::Nothing => {}
            Value::Text(text) => self.text(text, path, list),
            Value::List(nodes) => {
                self.paths[path].containers += 1;
                self.paths[path].texts += usize::from(form::is_texts(node));
                *lists += 1;
                let list = *lists;
                let below = self.enter(path, Step::Element);
                nodes.iter().for_each(|node| self.node(node, below, true, lists, list));
            }
            Value::Map(map) => {
                self.paths[path].containers += 1;
                self.map(map, path, listed, lists, list);
            }
        }
    }

    fn map(&mut self, map: &'a Map, path: usize, listed: bool, lists: &mut usize, list: usize) {
        let dictionary = form::is_dictionary(map, listed);
        let list = if dictionary {
            *lists += 1;
            *lists
        } else {
            list
        };
        if dictionary || (!listed && form::is_legend(map)) {
            let things = if dictionary { self.enter(path, Step::Entry) } else { path };
            let names = self.enter(things, Step::Name);
            map.0.iter().for_each(|field| self.text(&field.name, names, list));
        }
        for field in &map.0 {
            let step = if dictionary { Step::Entry } else { Step::Field(field.name.clone()) };
            let below = self.enter(path, step);
            self.node(&field.node, below, false, lists, list);
        }
    }

    fn text(&mut self, text: &'a str, path: usize, list: usize) {
        let path = &mut self.paths[path];
        path.count += 1;
        path.width += form::width(text);
        let digits = text.chars().any(|character| character.is_ascii_digit());
        path.codes += usize::from(!text.contains(' ') && digits && text.len() <= 40);
        path.clashes += usize::from(path.seen.insert(text, list) == Some(list));
        let order = &mut path.order;
        *path.values.entry(text).or_insert_with(|| {
            order.push(text);
            0
        }) += 1;
    }
}
