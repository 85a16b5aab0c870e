//! What each item of a package is to a framework: by its type where the package uses our types, or else by its place
//! in the tree. The deepest items are criteria, what they lie in is a competency, what lies above is a heading; groups
//! named like levels are levels.

use std::collections::BTreeSet;

use super::super::level_heading::LevelHeading;
use super::super::scale;
use super::forest::{Forest, Skill};
use super::item::Item;
use super::package::Package;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A level, with nothing but levels in it.
    Level,
    /// An item that only holds the levels.
    LevelHeading,
    /// What lies above competencies.
    Heading,
    Competency,
    /// Criteria or competencies of one level.
    Group,
    Criterion,
    Supplement(Supplement),
}

/// What stands with a criterion or a competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supplement {
    Example,
    Guidance,
    Note,
    Activity,
    Evidence,
    Range,
    RangeItem,
}

/// The roles by the items' indices.
pub fn roles(package: &Package, forest: &Forest) -> Vec<Role> {
    let levels = levels(package, forest);
    let rated: BTreeSet<usize> = package.rows.iter().filter_map(|row| forest.item(row.item.as_ref()?)).collect();
    let mut casting = Casting {
        items: &package.items,
        forest,
        is_typed: package.items.iter().any(|item| item.kind() == "criterion"),
        rated,
        roles: vec![None; package.items.len()],
        inside: vec![Inside::default(); package.items.len() + 1],
    };
    for (index, is_level) in levels.iter().enumerate() {
        casting.roles[index] = is_level.then_some(Role::Level);
    }
    casting.supplements();
    casting.look_inside();
    for index in forest.order.iter().rev() {
        let role = casting.role(*index);
        casting.roles[*index] = Some(role);
    }
    casting.roles.into_iter().map(|role| role.unwrap_or(Role::Heading)).collect()
}

/// Items that are levels: what is said to be the level of something, or is of that type, holding nothing but levels.
fn levels(package: &Package, forest: &Forest) -> Vec<bool> {
    let count = package.items.len();
    let mut is_level = vec![false; count];
    for index in &forest.order {
        let lies_in_level = forest.parents[*index].is_none_or(|parent| is_level[parent]);
        is_level[*index] = lies_in_level && package.items[*index].kind().ends_with("level");
    }
    for skill in forest.skills.iter().flatten() {
        if let Skill::Item(level) = skill {
            is_level[*level] = true;
        }
    }
    for index in forest.order.iter().rev() {
        is_level[*index] &= forest.children[*index].iter().all(|child| is_level[*child]);
    }
    is_level
}

struct Casting<'a> {
    items: &'a [Item],
    forest: &'a Forest,
    /// Whether the package tells criteria by their type.
    is_typed: bool,
    /// Items that rows of rubrics are about.
    rated: BTreeSet<usize>,
    roles: Vec<Option<Role>>,
    /// By item; the last one is the document's.
    inside: Vec<Inside>,
}

/// What lies in an item, levels and supplements apart.
#[derive(Clone, Default)]
struct Inside {
    parts: usize,
    /// Of those, the ones with something in them, and of these the ones named like levels.
    groups: usize,
    named_like_levels: usize,
}

impl Casting<'_> {
    fn supplements(&mut self) {
        for index in 0..self.items.len() {
            let Some(supplement) = supplement(&self.items[index]) else { continue };
            let Some(parent) = self.forest.parents[index] else { continue };
            let is_home = match supplement {
                Supplement::RangeItem => self::supplement(&self.items[parent]) == Some(Supplement::Range),
                _ => self::supplement(&self.items[parent]).is_none(),
            };
            let holds = |child: &usize| self::supplement(&self.items[*child]) == Some(Supplement::RangeItem);
            let children = &self.forest.children[index];
            let holds_its_own = children.is_empty() || (supplement == Supplement::Range && children.iter().all(holds));
            let is_ours = self.is_typed || supplement == Supplement::Example;
            if is_ours && is_home && holds_its_own && self.roles[parent] != Some(Role::Level) {
                self.roles[index] = Some(Role::Supplement(supplement));
            }
        }
    }

    fn look_inside(&mut self) {
        let document = self.items.len();
        for index in self.forest.order.iter().rev() {
            if self.roles[*index].is_some() {
                continue;
            }
            let is_group = self.inside[*index].parts > 0;
            let outer = &mut self.inside[self.forest.parents[*index].unwrap_or(document)];
            outer.parts += 1;
            if is_group {
                outer.groups += 1;
                outer.named_like_levels += usize::from(is_named_like_level(&self.items[*index].statement));
            }
        }
    }

    /// The role of an item whose children have theirs.
    fn role(&self, index: usize) -> Role {
        if let Some(role) = self.roles[index] {
            return role;
        }
        let item = &self.items[index];
        let children = &self.forest.children[index];
        let kind = item.kind();
        let is_leaf = self.inside[index].parts == 0;
        if is_leaf && self.rated.contains(&index) {
            return Role::Competency;
        }
        match kind.as_str() {
            "competency" if self.is_typed => return Role::Competency,
            "expectation" if self.is_typed || !is_leaf => return Role::Group,
            _ => {}
        }
        if is_leaf {
            let holds_levels = children.iter().any(|child| self.roles[*child] == Some(Role::Level));
            return if holds_levels { Role::LevelHeading } else { Role::Criterion };
        }
        let siblings = &self.inside[self.forest.parents[index].unwrap_or(self.items.len())];
        let is_step = siblings.groups == siblings.named_like_levels && is_named_like_level(&item.statement);
        if is_step || kind.ends_with("level") {
            Role::Group
        } else if children.iter().any(|child| self.leads_to_criteria(*child)) {
            Role::Competency
        } else {
            Role::Heading
        }
    }

    /// Whether it is a criterion, or a group of criteria. Groups within groups are looked through.
    fn leads_to_criteria(&self, index: usize) -> bool {
        let mut open = vec![index];
        while let Some(index) = open.pop() {
            match self.roles[index] {
                Some(Role::Criterion) => return true,
                Some(Role::Group) if self.inside[index].parts == 0 => return true,
                Some(Role::Group) => open.extend(&self.forest.children[index]),
                _ => {}
            }
        }
        false
    }
}

fn supplement(item: &Item) -> Option<Supplement> {
    Some(match item.kind().as_str() {
        "example" => Supplement::Example,
        "guidance" => Supplement::Guidance,
        "note" => Supplement::Note,
        "activity" => Supplement::Activity,
        "evidence" => Supplement::Evidence,
        "range" => Supplement::Range,
        "range item" => Supplement::RangeItem,
        _ => return None,
    })
}

/// `Level 2`, `Level 2: enable`, `Advanced level`, `Advanced`, `Year 3`, `レベル2`.
fn is_named_like_level(name: &str) -> bool {
    let name = name.trim();
    let is_year = || {
        let (year, rest) = name.split_once(' ')?;
        scale::step(&format!("level {rest}")).filter(|_| year.eq_ignore_ascii_case("year"))
    };
    scale::step(name).is_some() || LevelHeading::of(name, false).is_some() || is_year().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_told_by_their_names() {
        for name in [
            "Level 2",
            "level 2: enable",
            "Advanced level",
            "Expert",
            "レベル2",
            "Grade K",
            "Stufe B",
            "Level1",
            "Year 3",
            "レベル1 学ぶ",
            "Level III",
        ] {
            assert!(is_named_like_level(name), "{name}");
        }
        for name in [
            "Level headed people lead",
            "Service levels of the whole desk",
            "Reading",
            "Level",
            "",
            "Mastery of it",
            "M1 Mending",
            "1 Reading",
            "Year on year",
            "Level head",
        ] {
            assert!(!is_named_like_level(name), "{name}");
        }
    }
}
