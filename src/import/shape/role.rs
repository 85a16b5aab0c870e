//! What each field of a kind of thing is for, by how its values are spread: its name, its identifier, what others of its
//! list share with it, its statement, what is said of it, or a column of its own.

use std::collections::BTreeMap;

use super::super::scale;
use super::abbreviation::abbreviates;
use super::refer::References;
use super::series::is_series;
use super::survey::{Path, ROOT, Step, Survey};

/// What a field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Names the thing, which is a heading.
    Title,
    /// Names the statement, beside its text.
    Lead,
    Code,
    /// Stands for what these identifiers tell apart.
    Reference(usize),
    /// Shared with others of the same list, so a heading above all of them.
    Category,
    Statement,
    /// Said of a statement, as an example.
    Examples,
    /// Said of the thing.
    Summary,
    /// Numbers the things of a list in their order.
    Order,
    /// Its name is that of a heading.
    Column,
    /// Holds more.
    Inside,
    Unknown,
}

/// A text of so many words in the middle is no name; times ten.
const NAME: usize = 80;

/// The role of each field of the things at a path.
pub fn roles(survey: &Survey<'_>, references: &References, path: usize, columns: bool) -> BTreeMap<String, Role> {
    let fields: Vec<_> = survey.paths[path].fields.iter().map(|(name, id)| (name.as_str(), *id)).collect();
    let mut sorting = Sorting { survey, references, path, fields, roles: BTreeMap::new() };
    sorting.columns_that_say_so();
    sorting.shared();
    if columns || sorting.is_matrix() {
        sorting.columns();
    }
    if sorting.is_leaf() {
        sorting.statement();
    }
    sorting.thing();
    let named = sorting.fields.iter().map(|(name, id)| {
        let role = sorting.roles.get(id).copied();
        ((*name).to_owned(), role.unwrap_or(Role::Unknown))
    });
    named.collect()
}

struct Sorting<'a, 'b> {
    survey: &'a Survey<'b>,
    references: &'a References,
    path: usize,
    fields: Vec<(&'a str, usize)>,
    roles: BTreeMap<usize, Role>,
}

impl<'a, 'b> Sorting<'a, 'b> {
    fn path(&self, id: usize) -> &'a Path<'b> {
        &self.survey.paths[id]
    }

    /// Fields that have no role yet.
    fn open(&self) -> Vec<usize> {
        self.fields.iter().map(|(_, id)| *id).filter(|id| !self.roles.contains_key(id)).collect()
    }

    fn open_texts(&self) -> Vec<usize> {
        self.open().into_iter().filter(|id| self.path(*id).count > 0 && self.path(*id).containers == 0).collect()
    }

    fn listed(&self) -> bool {
        self.path(self.path).step == Some(Step::Element)
    }

    fn is_table(&self) -> bool {
        self.references.id_of(self.path).is_some()
    }

    fn columns_that_say_so(&mut self) {
        let says = |name: &str| scale::step(&name.replace('_', " ")).is_some();
        let said: Vec<_> = self.fields.iter().filter(|(name, _)| says(name)).map(|(_, id)| *id).collect();
        if said.len() > 1 {
            said.into_iter().for_each(|id| {
                self.roles.insert(id, Role::Column);
            });
        }
    }

    /// References, and values that stand with several things of one list.
    fn shared(&mut self) {
        for id in self.open_texts() {
            let path = self.path(id);
            if let Some(to) = self.references.of_field(id) {
                self.roles.insert(id, Role::Reference(to));
            } else if self.listed()
                && path.clashes > 0
                && path.values.len() * 3 <= path.count * 2
                && path.breadth() <= NAME
            {
                let constant = path.values.len() == 1 && path.count > 3;
                self.roles.insert(id, if constant { Role::Unknown } else { Role::Category });
            }
        }
    }

    /// Fields that can be columns: texts about as wide as the widest, or lists of texts.
    fn wide(&self) -> Vec<usize> {
        let texts = self.open_texts();
        let widest = texts.iter().map(|id| self.path(*id).breadth()).max().unwrap_or(0);
        let lists: Vec<_> = self.open().into_iter().filter(|id| self.path(*id).texts > 0).collect();
        if lists.len() > 1 {
            return lists;
        }
        texts.into_iter().filter(|id| self.path(*id).breadth() * 2 >= widest.max(50)).collect()
    }

    /// Three or more such columns, and nothing that stands deeper.
    fn is_matrix(&self) -> bool {
        let deeper = self.open().iter().any(|id| self.path(*id).containers > self.path(*id).texts);
        self.listed() && !deeper && !self.is_table() && self.wide().len() > 2
    }

    fn columns(&mut self) {
        let wide = self.wide();
        if wide.len() > 1 && !self.is_table() {
            for id in wide {
                self.roles.insert(id, Role::Column);
            }
        }
    }

    /// Whether the things here are statements: nothing stands below them but texts beside a text.
    fn is_leaf(&self) -> bool {
        if self.is_table() || !self.listed() || self.roles.values().any(|role| *role == Role::Column) {
            return false;
        }
        let containers: Vec<_> = self.open().into_iter().filter(|id| self.path(*id).containers > 0).collect();
        if containers.is_empty() {
            return true;
        }
        let names = self.open_texts().into_iter().any(|id| !self.path(id).is_code() && self.path(id).breadth() <= 30);
        let only_texts = containers.iter().all(|id| self.path(*id).texts == self.path(*id).containers);
        only_texts && !names && self.coordinates() >= 2 && !self.open_texts().is_empty()
    }

    /// How many headings a thing here stands below.
    fn coordinates(&self) -> usize {
        let shared = self.roles.values().filter(|role| matches!(role, Role::Reference(_) | Role::Category)).count();
        shared + self.path(self.path).lists.saturating_sub(1)
    }

    fn statement(&mut self) {
        let texts = self.open_texts();
        let says = texts.iter().filter(|id| !self.path(**id).is_code());
        let Some(statement) = says.max_by_key(|id| (self.path(**id).breadth(), self.path(**id).values.len())) else {
            return;
        };
        self.roles.insert(*statement, Role::Statement);
        let statement = self.path(*statement).breadth();
        let coordinates = self.coordinates();
        for id in self.open_texts() {
            let path = self.path(id);
            let role = if path.breadth() * 2 > statement {
                Role::Summary
            } else if path.is_unique() && path.count > 1 && coordinates > 1 {
                let says_level = path.order.iter().take(20).all(|value| scale::step(value).is_some());
                if path.is_code() {
                    Role::Code
                } else if says_level {
                    continue;
                } else {
                    Role::Lead
                }
            } else {
                continue;
            };
            if role != Role::Summary && self.roles.values().any(|other| *other == role) {
                continue;
            }
            self.roles.insert(id, role);
        }
        for id in self.open() {
            if self.path(id).texts > 0 {
                self.roles.insert(id, Role::Examples);
            }
        }
    }

    /// The name of the thing, its identifier, and what is said of it.
    fn thing(&mut self) {
        self.order();
        let texts = self.open_texts();
        let id = self.references.id_of(self.path);
        let short = |id: &&usize| self.path(**id).breadth() <= NAME && self.path(**id).clashes == 0;
        // The date or the version of a whole document is no name of it.
        let may = |id: &&usize| self.path != ROOT || !self.path(**id).is_code();
        let title = self.name().or_else(|| texts.iter().filter(may).find(short).copied()).or_else(|| {
            let leaf = self.states();
            texts.iter().filter(may).filter(|_| !leaf).min_by_key(|id| self.path(**id).breadth()).copied()
        });
        if let Some(title) = title {
            self.roles.insert(title, Role::Title);
        }
        let code = id.filter(|id| !self.roles.contains_key(id));
        let stands_for = |id: usize| title.is_some_and(|title| abbreviates(self.path(id), self.path(title)));
        let open = self.open_texts();
        let code = code.or_else(|| open.iter().copied().find(|id| self.path(*id).is_code()));
        let code = code.or_else(|| open.into_iter().find(|id| stands_for(*id)));
        if let Some(code) = code.filter(|code| self.path(*code).is_unique() || Some(*code) == id) {
            self.roles.insert(code, Role::Code);
        }
        for id in self.open() {
            let path = self.path(id);
            let wider = title.is_none_or(|title| path.breadth() > self.path(title).breadth());
            let says = path.breadth() >= 30 || (title.is_some() && path.is_said());
            if path.containers > 0 {
                self.roles.insert(id, Role::Inside);
            } else if wider && says {
                self.roles.insert(id, Role::Summary);
            }
        }
    }

    /// The field that names the things: the first of short texts that are no codes.
    fn name(&self) -> Option<usize> {
        let short = |id: &usize| self.path(*id).breadth() <= NAME && self.path(*id).clashes == 0;
        let is_name = |id: &usize| !self.path(*id).is_code() && Some(*id) != self.known_id(id);
        let names: Vec<_> = self.open_texts().into_iter().filter(short).filter(is_name).collect();
        let is_short = |id: &&usize| names.iter().any(|other| abbreviates(self.path(**id), self.path(*other)));
        names.iter().find(|id| !is_short(id)).or(names.first()).copied()
    }

    fn states(&self) -> bool {
        self.roles.values().any(|role| *role == Role::Statement)
    }

    /// Numbers beside a name, of things that are no statements: of several, those that begin lowest.
    fn order(&mut self) {
        if !self.listed() || self.states() || self.name().is_none() {
            return;
        }
        let id = self.references.id_of(self.path);
        let numbers = self.open_texts().into_iter().filter(|field| Some(*field) != id && is_series(self.path(*field)));
        let lowest =
            |field: &usize| self.path(*field).values.keys().filter_map(|value| value.parse::<u32>().ok()).min();
        if let Some(order) = numbers.min_by_key(lowest) {
            self.roles.insert(order, Role::Order);
        }
    }

    /// An identifier that is no name: one beside which a name stands.
    fn known_id(&self, id: &usize) -> Option<usize> {
        let known = self.references.id_of(self.path)?;
        (known == *id && !self.path(known).values.keys().any(|value| value.contains(' '))).then_some(known)
    }
}
