//! Items put in order by their associations: what lies in what, at which level it is, what it shows an example of.
//! Whatever is broken (a parent that is missing, a circle, an item in no tree) is said and mended here.

use std::collections::BTreeMap;

use super::super::notice::{Notice, Place, Severity};
use super::end::{End, Link};
use super::item::Item;
use super::package::Package;
use super::piece::Piece;

/// The items by their indices in the package.
#[derive(Debug, Default)]
pub struct Forest {
    pub parents: Vec<Option<usize>>,
    /// In order.
    pub children: Vec<Vec<usize>>,
    /// Every item, each behind the one that it lies in.
    pub order: Vec<usize>,
    pub skills: Vec<Option<Skill>>,
    /// A level, and what its criteria are part of; in order.
    pub includes: Vec<(usize, usize)>,
    /// Two items that state the same.
    pub same: Vec<(usize, usize)>,
    /// Examples that lie outside of the package, with the item that they show.
    pub exemplars: Vec<(usize, Piece)>,
    by_identifier: BTreeMap<String, usize>,
}

/// The level that an association gives an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Skill {
    Item(usize),
    /// A level that lies outside of the package.
    Named(String),
}

/// Where an end of an association leads.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    Document,
    Item(usize),
    Nowhere,
}

/// What makes an item a child.
#[derive(Clone, Copy)]
struct Joint {
    place: Place,
    number: i64,
    /// `None`: the document.
    parent: Option<usize>,
}

const NO_ORIGIN: &str = "The origin of this association is no item of the package. Add the item, or take this out.";

/// Follows the associations.
pub fn grow(package: &mut Package, notices: &mut Vec<Notice>) -> Forest {
    let mut by_identifier = without_doubles(&mut package.items, notices);
    if let Some(item) = by_identifier.remove(&package.document.identifier) {
        let text = "This item has the identifier of the document, so whatever names it leads to the document. Give the \
                    item its own.";
        notices.push(Notice::warning(package.items[item].place, text));
    }
    let links = std::mem::take(&mut package.links);
    let none = links.is_empty();
    let count = package.items.len();
    let by_address = package.items.iter().enumerate().filter(|(_, item)| !item.uri.is_empty());
    let by_address = by_address.map(|(index, item)| (item.uri.clone(), index)).collect();
    let forest = Forest {
        parents: vec![None; count],
        children: vec![Vec::new(); count],
        skills: vec![None; count],
        by_identifier,
        ..Forest::default()
    };
    let mut growing = Growing { package, by_address, joints: vec![None; count], includes: Vec::new(), forest, notices };
    let mut later = Vec::new();
    for link in links {
        match link.kind.as_str() {
            "isChildOf" => growing.child(link),
            "hasSkillLevel" => growing.skill(link),
            _ => later.push(link),
        }
    }
    for link in later {
        growing.other(link);
    }
    growing.cut_circles();
    growing.say_what_lies_nowhere(none);
    growing.ordered()
}

/// An identifier names the first item that bears it; a second one could be reached by no association.
fn without_doubles(items: &mut Vec<Item>, notices: &mut Vec<Notice>) -> BTreeMap<String, usize> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Item> = Vec::with_capacity(items.len());
    for mut item in items.drain(..) {
        let first = (!item.identifier.is_empty()).then(|| known.get(&item.identifier)).flatten();
        if let Some(first) = first.and_then(|index| kept.get(*index)) {
            let why = format!(
                "The item in line {} has this identifier already, so this one is left out. Give each its own.",
                first.place.line
            );
            item.leave_whole(Severity::Warning, &why, notices);
            continue;
        }
        known.insert(item.identifier.clone(), kept.len());
        kept.push(item);
    }
    known.remove("");
    *items = kept;
    known
}

struct Growing<'a> {
    package: &'a Package,
    by_address: BTreeMap<String, usize>,
    joints: Vec<Option<Joint>>,
    /// With their sequence numbers.
    includes: Vec<(i64, usize, usize)>,
    forest: Forest,
    notices: &'a mut Vec<Notice>,
}

impl Growing<'_> {
    fn target(&self, end: &End) -> Target {
        let document = &self.package.document;
        let is = |own: &str, other: &str| !own.is_empty() && own == other;
        if let Some(index) = self.forest.by_identifier.get(&end.identifier) {
            Target::Item(*index)
        } else if is(&document.identifier, &end.identifier) || is(&document.uri, &end.uri) {
            Target::Document
        } else if let Some(index) = self.by_address.get(&end.uri) {
            Target::Item(*index)
        } else {
            Target::Nowhere
        }
    }

    /// The titles of an association's ends say again what the items say; if not, they are left out by name.
    fn pass(&mut self, link: Link) {
        for end in [link.origin, link.destination] {
            let target = self.target(&end);
            let Some(title) = end.title else { continue };
            let again = match target {
                Target::Document => title.text.trim() == self.package.document.title.trim(),
                Target::Item(index) => self.package.items[index].says(&title.text),
                Target::Nowhere => false,
            };
            title.leave_unless(
                again,
                "This title is not what the item says of itself, so it is left out.",
                self.notices,
            );
        }
    }

    fn child(&mut self, mut link: Link) {
        let Target::Item(child) = self.target(&link.origin) else {
            link.refuse(NO_ORIGIN, self.notices);
            return;
        };
        let destination = self.target(&link.destination);
        let parent = match destination {
            Target::Item(parent) => Some(parent),
            Target::Document | Target::Nowhere => None,
        };
        if let Some(joint) = self.joints[child] {
            if joint.parent == parent && destination != Target::Nowhere {
                self.pass(link);
            } else {
                let why = "This item lies in something else already; only the first parent counts. Keep one.";
                link.refuse(why, self.notices);
            }
            return;
        }
        if destination == Target::Nowhere {
            let text = "The parent that this association names is not in the package, so the item is put at the top. \
                        Add the parent, or name another.";
            self.notices.push(Notice::warning(link.place, text).quoting(link.destination.named()));
            link.destination.title = None;
        }
        let number = link.number.unwrap_or(i64::MAX);
        self.joints[child] = Some(Joint { place: link.place, number, parent });
        self.pass(link);
    }

    fn skill(&mut self, mut link: Link) {
        let Target::Item(item) = self.target(&link.origin) else {
            link.refuse(NO_ORIGIN, self.notices);
            return;
        };
        let destination = self.target(&link.destination);
        let skill = match destination {
            Target::Item(level) if level == item => {
                link.refuse("An item cannot be its own level. Name another one.", self.notices);
                return;
            }
            Target::Item(level) => Some(Skill::Item(level)),
            Target::Document | Target::Nowhere => {
                let title = link.destination.title.as_ref().map(|title| title.text.clone());
                title.filter(|title| destination == Target::Nowhere && !title.trim().is_empty()).map(Skill::Named)
            }
        };
        let Some(skill) = skill else {
            let why = "The level that this association names is no item of the package and has no title, so nothing \
                       tells which level it is. Add the level, or give it a title.";
            link.refuse(why, self.notices);
            return;
        };
        match &self.forest.skills[item] {
            Some(known) if *known != skill => {
                let why = "This item has another level already; only the first one counts. Keep one.";
                link.refuse(why, self.notices);
            }
            _ => {
                if let Skill::Named(_) = skill {
                    link.destination.title = None;
                }
                self.forest.skills[item] = Some(skill);
                self.pass(link);
            }
        }
    }

    fn other(&mut self, mut link: Link) {
        let (Target::Item(origin), destination) = (self.target(&link.origin), self.target(&link.destination)) else {
            link.leave(self.notices);
            return;
        };
        let is_level = |index: usize| self.package.items[index].kind() == "level";
        match (link.kind.as_str(), destination) {
            ("isPartOf", Target::Item(whole)) if is_level(origin) && !is_level(whole) => {
                self.includes.push((link.number.unwrap_or(i64::MAX), origin, whole));
                self.pass(link);
            }
            ("isPartOf", Target::Item(_) | Target::Document) if self.joints[origin].is_none() => self.child(link),
            ("exactMatchOf", Target::Item(other)) if origin != other => {
                self.forest.same.push((origin, other));
                self.pass(link);
            }
            ("exemplar", Target::Item(example)) if self.lies_in(example, origin) => self.pass(link),
            ("exemplar", Target::Nowhere) if link.destination.title.is_some() => {
                if let Some(title) = link.destination.title.take() {
                    self.forest.exemplars.push((origin, title));
                }
                self.pass(link);
            }
            _ => link.leave(self.notices),
        }
    }

    fn lies_in(&self, item: usize, other: usize) -> bool {
        self.joints[item].is_some_and(|joint| joint.parent == Some(other))
    }

    /// An item that lies in itself, by whatever way, is put at the top.
    fn cut_circles(&mut self) {
        let mut walks = vec![0usize; self.joints.len()];
        for start in 0..self.joints.len() {
            let mut next = Some(start);
            while let Some(index) = next {
                if walks[index] == start + 1 {
                    if let Some(joint) = &mut self.joints[index] {
                        joint.parent = None;
                        let text = "This association closes a circle: the item would lie in itself. It is put at the \
                                    top instead. Name another parent.";
                        self.notices.push(Notice::warning(joint.place, text));
                    }
                    break;
                }
                if walks[index] > 0 {
                    break;
                }
                walks[index] = start + 1;
                next = self.joints[index].and_then(|joint| joint.parent);
            }
        }
    }

    fn say_what_lies_nowhere(&mut self, none: bool) {
        if none && !self.package.items.is_empty() {
            let text = "The package has no associations, so its items are in no tree and stand in their order. Add \
                        CFAssociations of the type isChildOf.";
            self.notices.push(Notice::warning(self.package.document.place, text));
            return;
        }
        for (joint, item) in self.joints.iter().zip(&self.package.items) {
            if joint.is_none() {
                let text = "This item is in no tree: no isChildOf association gives it a parent. It is put at the end \
                            of the top. Add one.";
                self.notices.push(Notice::warning(item.place, text));
            }
        }
    }

    fn ordered(self) -> Forest {
        let Self { mut forest, joints, mut includes, .. } = self;
        let mut sorted: Vec<_> = (0..joints.len()).collect();
        // Joined ones first; the order of the package decides between equals.
        sorted.sort_by_key(|index| joints[*index].map_or((true, i64::MAX), |joint| (false, joint.number)));
        let mut top = Vec::new();
        for index in sorted {
            forest.parents[index] = joints[index].and_then(|joint| joint.parent);
            match forest.parents[index] {
                Some(parent) => forest.children[parent].push(index),
                None => top.push(index),
            }
        }
        let mut open: Vec<_> = top.into_iter().rev().collect();
        while let Some(index) = open.pop() {
            forest.order.push(index);
            open.extend(forest.children[index].iter().rev());
        }
        includes.sort_by_key(|(number, ..)| *number);
        forest.includes = includes.into_iter().map(|(_, level, whole)| (level, whole)).collect();
        forest
    }
}

impl Forest {
    /// The item of that identifier.
    pub fn item(&self, identifier: &str) -> Option<usize> {
        self.by_identifier.get(identifier).copied()
    }
}
