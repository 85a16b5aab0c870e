//! The levels of a package: items that are levels, education levels, groups named like levels, and the qualities of
//! rubrics; and the level of each item.

use std::collections::{BTreeMap, BTreeSet};

use super::super::draft::DraftLevel;
use super::super::notice::Notice;
use super::forest::{Forest, Skill};
use super::name;
use super::package::Package;
use super::role::Role;

/// The one level of a package that names none.
const ONLY: &str = "Achieved";

/// The level of what names none where other things do.
const UNNAMED: &str = "No level named";

/// The levels, lowest first.
#[derive(Debug, Default)]
pub struct Scale {
    pub levels: Vec<DraftLevel>,
    /// The slugs that came with them.
    pub slugs: Vec<Option<String>>,
    /// By item: its level, own or inherited.
    pub of: Vec<Option<usize>>,
    /// By item: whether its own education levels or its own statement named a level.
    pub named: Vec<bool>,
    by_name: BTreeMap<String, usize>,
}

/// Finds them.
pub fn found(package: &mut Package, forest: &Forest, roles: &[Role], notices: &mut Vec<Notice>) -> Scale {
    let count = package.items.len();
    let mut scale = Scale { of: vec![None; count], named: vec![false; count], ..Scale::default() };
    scale.take_items(package, forest, roles);
    let carriers = carriers(package, forest, roles);
    let states = |index: &usize| {
        let is_empty = forest.children[*index].is_empty();
        roles[*index] == Role::Criterion || (roles[*index] == Role::Group && is_empty)
    };
    let stating: Vec<_> = forest.order.iter().copied().filter(states).collect();
    let mut names = Vec::new();
    let mut seen = BTreeSet::new();
    for carrier in stating.iter().filter_map(|index| carriers[*index]).filter(|carrier| seen.insert(carrier.item)) {
        match &forest.skills[carrier.item] {
            Some(Skill::Named(name)) => names.push(name.clone()),
            Some(Skill::Item(level)) if scale.of[*level].is_none() => {
                names.push(package.items[*level].statement.clone())
            }
            Some(Skill::Item(_)) => {}
            None => {
                scale.named[carrier.item] = true;
                names.push(name_of(package, roles, carrier.item));
            }
        }
    }
    let cells = package.rows.iter().flat_map(|row| &row.cells);
    names.extend(cells.map(|cell| cell.quality.clone()));
    scale.take_names(names);
    scale.say_what_counts_for_nothing(package, forest, &seen, notices);
    scale.assign(package, forest, roles, &carriers);
    scale.take_what_is_left(&stating, package, notices);
    scale
}

/// The item whose word on the level counts for another one.
#[derive(Clone, Copy)]
struct Carrier {
    item: usize,
    /// By an association, which counts before everything else.
    is_skill: bool,
}

fn carriers(package: &Package, forest: &Forest, roles: &[Role]) -> Vec<Option<Carrier>> {
    let mut carriers: Vec<Option<Carrier>> = vec![None; package.items.len()];
    for index in &forest.order {
        let inherited = forest.parents[*index].and_then(|parent| carriers[parent]);
        let names_one = roles[*index] == Role::Group || !package.items[*index].grades.is_empty();
        carriers[*index] = if forest.skills[*index].is_some() {
            Some(Carrier { item: *index, is_skill: true })
        } else if names_one && inherited.is_none_or(|carrier| !carrier.is_skill) {
            Some(Carrier { item: *index, is_skill: false })
        } else {
            inherited
        };
    }
    carriers
}

/// A group is named like its level; anything else has education levels.
fn name_of(package: &Package, roles: &[Role], index: usize) -> String {
    let item = &package.items[index];
    if roles[index] == Role::Group {
        return item.statement.clone();
    }
    item.grade()
}

impl Scale {
    fn take_items(&mut self, package: &mut Package, forest: &Forest, roles: &[Role]) {
        for index in forest.order.iter().copied().filter(|index| roles[*index] == Role::Level) {
            let item = &mut package.items[index];
            let within = forest.parents[index].and_then(|parent| self.of[parent]);
            let is_blank = item.statement.trim().is_empty();
            let name = if is_blank { "Untitled level".to_owned() } else { item.statement.clone() };
            let summary = item.notes.take().map(|notes| notes.text);
            self.of[index] = Some(self.levels.len());
            self.by_name.entry(folded(&name)).or_insert(self.levels.len());
            self.levels.push(DraftLevel { name, within, summary });
            self.slugs.push(name::slug(&item.uri, "level"));
        }
    }

    /// Names in the order of their numbers, if all have one, or else as they come; lowest first.
    fn take_names(&mut self, names: Vec<String>) {
        let mut fresh: Vec<(String, String)> = Vec::new();
        let mut known: BTreeSet<String> = self.by_name.keys().cloned().collect();
        for name in names {
            let key = folded(&name);
            if known.insert(key.clone()) {
                fresh.push((key, name));
            }
        }
        let ranks: Option<Vec<_>> = fresh.iter().map(|(_, name)| rank(name)).collect();
        if let Some(ranks) = ranks {
            let mut ranked: Vec<_> = ranks.into_iter().zip(fresh).collect();
            ranked.sort_by_key(|ranked| ranked.0);
            fresh = ranked.into_iter().map(|(_, name)| name).collect();
        } else if super::super::scale::order(&fresh.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>()).is_some()
        {
            // Without numbers, names are turned round that run from the highest step to the lowest.
            fresh.reverse();
        }
        for (key, name) in fresh {
            self.add(key, name);
        }
    }

    fn add(&mut self, key: String, name: String) -> usize {
        self.by_name.insert(key, self.levels.len());
        let name = if name.trim().is_empty() { "Untitled level".to_owned() } else { name };
        self.levels.push(DraftLevel { name, ..DraftLevel::default() });
        self.slugs.push(None);
        self.levels.len() - 1
    }

    /// Levels that associations give to what states nothing.
    fn say_what_counts_for_nothing(
        &self,
        package: &Package,
        forest: &Forest,
        seen: &BTreeSet<usize>,
        notices: &mut Vec<Notice>,
    ) {
        for (index, skill) in forest.skills.iter().enumerate().filter(|(index, _)| !seen.contains(index)) {
            let Some(skill) = skill else { continue };
            let text =
                "A hasSkillLevel association gives this item a level, but no criterion is found there to be at it.";
            let notice = Notice::warning(package.items[index].place, text);
            notices.push(match skill {
                Skill::Named(name) => notice.quoting(name.as_str()),
                Skill::Item(_) => notice,
            });
        }
    }

    fn assign(&mut self, package: &Package, forest: &Forest, roles: &[Role], carriers: &[Option<Carrier>]) {
        // Looked up once for each carrier, however many items it counts for.
        let mut levels: BTreeMap<usize, Option<usize>> = BTreeMap::new();
        for index in &forest.order {
            let (Some(carrier), false) = (carriers[*index], roles[*index] == Role::Level) else { continue };
            let level = *levels.entry(carrier.item).or_insert_with(|| match &forest.skills[carrier.item] {
                Some(Skill::Item(level)) => self.of[*level]
                    .filter(|_| roles[*level] == Role::Level)
                    .or_else(|| self.level(&package.items[*level].statement)),
                Some(Skill::Named(name)) => self.level(name),
                None => self.level(&name_of(package, roles, carrier.item)),
            });
            self.of[*index] = level;
        }
    }

    fn take_what_is_left(&mut self, stating: &[usize], package: &Package, notices: &mut Vec<Notice>) {
        let homeless: Vec<_> = stating.iter().copied().filter(|index| self.of[*index].is_none()).collect();
        let Some(first) = homeless.first() else { return };
        let place = package.items[*first].place;
        let (name, notice) = if self.levels.is_empty() {
            let text = format!("The package names no levels, so all its statements stand at one, “{ONLY}”.");
            (ONLY, Notice::note(place, text))
        } else {
            let text = match homeless.len() {
                1 => format!("This statement names no level, so it stands at “{UNNAMED}”. Give it an educationLevel."),
                count => format!(
                    "{count} statements name no level, from this one on, so they stand at “{UNNAMED}”. Give each an \
                     educationLevel, or put them in groups named like levels."
                ),
            };
            (UNNAMED, Notice::warning(place, text))
        };
        notices.push(notice);
        let level = self.level(name).unwrap_or_else(|| self.add(folded(name), name.to_owned()));
        for index in homeless {
            self.of[index] = Some(level);
        }
    }

    /// The level of that name.
    pub fn level(&self, name: &str) -> Option<usize> {
        self.by_name.get(&folded(name)).copied()
    }

    /// Whether a text is the name of that level.
    pub fn is_name(&self, level: Option<usize>, text: &str) -> bool {
        level.and_then(|level| self.levels.get(level)).is_some_and(|level| folded(&level.name) == folded(text))
    }
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Years of school come before and after those that are numbers (codes of CEDS).
const BEFORE: [&str; 5] = ["it", "pr", "pk", "tk", "kg"];
const AFTER: [&str; 5] = ["ps", "as", "ba", "gr", "ms"];

/// Where a name stands among others that have a number: by the first one, then by the last.
fn rank(name: &str) -> Option<(u64, u64)> {
    let name = folded(name);
    let parts = name.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    let mut numbers = parts.filter_map(|part| {
        if let Some(index) = BEFORE.iter().position(|code| *code == part) {
            return Some(index as u64);
        }
        if let Some(index) = AFTER.iter().position(|code| *code == part) {
            return Some(u64::MAX - 5 + index as u64);
        }
        let digits: String =
            part.chars().skip_while(|letter| !letter.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok().map(|number| u64::from(number) + 5)
    });
    let first = numbers.next()?;
    Some((first, numbers.next_back().unwrap_or(first)))
}
