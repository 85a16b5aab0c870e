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
    /// The lists and dictionaries met so far.
    lists: usize,
}

#[derive(Default)]
pub struct Path<'a> {
    pub parent: usize,
    pub step: Option<Step>,
    /// Whether the names of the maps here are names of things.
    pub dictionary: bool,
    /// The fields that stand below, in the order of their first one.
    pub fields: Vec<(String, usize)>,
    /// How many lists stand above.
    pub lists: usize,
    /// How many things stand here that are no text.
    pub containers: usize,
    /// How many of these are lists of texts.
    pub texts: usize,
    /// Each text that stands here, with the list in which it stood last.
    pub values: BTreeMap<&'a str, usize>,
    /// The same texts in the order of their first one.
    pub order: Vec<&'a str>,
    pub count: usize,
    pub width: usize,
    /// How many stand a second time in one list, or one dictionary.
    pub clashes: usize,
    /// How many look like an identifier or a number.
    pub codes: usize,
    /// How many have a word in lower case behind the first: they say something, and are no name of a person or a thing.
    pub phrases: usize,
}

impl Path<'_> {
    /// The words of a text here, times ten.
    pub fn breadth(&self) -> usize {
        self.width * 10 / self.count.max(1)
    }

    pub fn is_code(&self) -> bool {
        self.codes * 10 >= self.count * 9
    }

    /// Whether the texts here are phrases rather than names.
    pub fn is_said(&self) -> bool {
        self.count > 0 && self.phrases * 10 >= self.count * 9
    }

    pub fn is_unique(&self) -> bool {
        self.values.len() == self.count
    }
}

impl<'a> Survey<'a> {
    pub fn of(root: &'a Node) -> Self {
        let mut survey = Self { paths: vec![Path::default()], ..Self::default() };
        survey.nodes(&[(root, 0)], ROOT);
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

    /// Everything that stands at one path, each with the list or dictionary that it stands in.
    fn nodes(&mut self, nodes: &[(&'a Node, usize)], path: usize) {
        let listed = self.paths[path].step == Some(Step::Element);
        let mut maps: Vec<(&'a Map, usize)> = Vec::new();
        let mut elements: Vec<(&'a Node, usize)> = Vec::new();
        for (node, list) in nodes {
            match &node.value {
                Value::Nothing => {}
                Value::Text(text) => self.text(text, path, *list),
                Value::List(inside) => {
                    self.paths[path].containers += 1;
                    self.paths[path].texts += usize::from(form::is_texts(node));
                    self.lists += 1;
                    elements.extend(inside.iter().map(|node| (node, self.lists)));
                }
                Value::Map(map) => {
                    self.paths[path].containers += 1;
                    maps.push((map, *list));
                }
            }
        }
        if !elements.is_empty() {
            let below = self.enter(path, Step::Element);
            self.nodes(&elements, below);
        }
        if !maps.is_empty() {
            self.maps(&maps, path, listed);
        }
    }

    /// Maps at one path are dictionaries if most of them are.
    fn maps(&mut self, maps: &[(&'a Map, usize)], path: usize, listed: bool) {
        let alike = maps.iter().filter(|(map, _)| form::is_dictionary(map, listed)).count();
        let dictionary = alike * 2 >= maps.len();
        self.paths[path].dictionary = dictionary;
        let mut below: BTreeMap<usize, Vec<(&'a Node, usize)>> = BTreeMap::new();
        for (map, list) in maps {
            self.lists += 1;
            let list = if dictionary { self.lists } else { *list };
            if dictionary || (!listed && form::is_legend(map)) {
                let things = if dictionary { self.enter(path, Step::Entry) } else { path };
                let names = self.enter(things, Step::Name);
                map.0.iter().for_each(|field| self.text(&field.name, names, list));
            }
            for field in &map.0 {
                let step = if dictionary { Step::Entry } else { Step::Field(field.name.clone()) };
                let path = self.enter(path, step);
                below.entry(path).or_default().push((&field.node, list));
            }
        }
        for (path, nodes) in below {
            self.nodes(&nodes, path);
        }
    }

    fn text(&mut self, text: &'a str, path: usize, list: usize) {
        let path = &mut self.paths[path];
        path.count += 1;
        path.width += form::width(text);
        let digits = text.chars().any(|character| character.is_ascii_digit());
        path.phrases += usize::from(text.split_whitespace().skip(1).any(|word| word.starts_with(char::is_lowercase)));
        path.codes += usize::from(!text.contains(' ') && digits && text.len() <= 40);
        match path.values.insert(text, list) {
            Some(last) => path.clashes += usize::from(last == list),
            None => path.order.push(text),
        }
    }
}
