//! Items in their roles become a draft; what came with our own addresses is remembered, to be given back.

mod rest;
mod row;
mod supplement;

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::Purpose;

use super::super::draft::{Draft, DraftCompetency, DraftCriterion, DraftExpectation};
use super::super::notice::{Notice, Severity};
use super::forest::Forest;
use super::keep::{Kept, KeptCompetency, KeptExpectation};
use super::name;
use super::package::Package;
use super::role::Role;
use super::scale::Scale;

/// So many headings are named with a competency, and so long each; a document of people has no more.
const HEADINGS: usize = 4;
const LONGEST_HEADING: usize = 120;

const NO_PLACE: &str = "A framework has no place for this here.";

const UNTITLED: &str = "Untitled competency";

/// Whether a text can be named with each of the competencies that it is a heading of.
pub fn is_heading(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= LONGEST_HEADING
}

/// Where a criterion stands in the draft: its competency, expectation and own index.
pub type Spot = (usize, usize, usize);

/// Makes the draft.
pub fn draft(
    package: Package,
    forest: Forest,
    roles: &[Role],
    scale: Scale,
    notices: &mut Vec<Notice>,
) -> (Draft, Kept) {
    let own = name::framework(&package.document.uri).map(|(purpose, id)| (purpose, id.to_owned()));
    let mut draft = Draft::new(Purpose::Progression);
    draft.levels = scale.levels.clone();
    let count = package.items.len();
    let kept = Kept { levels: scale.slugs.clone(), ..Kept::default() };
    let mut mapping = Mapping {
        package,
        forest,
        roles,
        scale: &scale,
        draft,
        kept,
        competency_of: vec![None; count],
        criterion_of: vec![None; count],
        expectations: BTreeMap::new(),
        titles: BTreeMap::new(),
        headings: vec![Vec::new(); count],
        named: BTreeSet::new(),
        rest: None,
        notices,
    };
    mapping.items();
    mapping.exemplars();
    mapping.rows();
    mapping.joints();
    mapping.leave();
    let Mapping { mut draft, mut kept, package, .. } = mapping;
    draft.title = package.document.title;
    draft.summary = package.document.summary;
    draft.language = package.document.language;
    draft.source = package.document.source;
    draft.purpose = own.as_ref().map_or_else(|| purpose(&draft), |(purpose, _)| *purpose);
    kept.framework = own.map(|(_, id)| id);
    (draft, kept)
}

/// A package does not say what it is for; its shape does.
fn purpose(draft: &Draft) -> Purpose {
    if draft.levels.iter().any(|level| level.within.is_some()) {
        Purpose::Progression
    } else if draft.levels.len() == 1 {
        Purpose::Unit
    } else if draft.competencies.len() == 1 {
        Purpose::Skill
    } else {
        Purpose::Matrix
    }
}

struct Mapping<'a> {
    package: Package,
    forest: Forest,
    roles: &'a [Role],
    scale: &'a Scale,
    draft: Draft,
    kept: Kept,
    /// By item: the competency that its criteria go to.
    competency_of: Vec<Option<usize>>,
    criterion_of: Vec<Option<Spot>>,
    /// The index of the expectation of a competency at a level.
    expectations: BTreeMap<(usize, usize), usize>,
    /// Competencies that stand in groups, by title and code: the same one may stand in several.
    titles: BTreeMap<(String, Option<String>), usize>,
    /// By item: the headings and competencies that it lies under.
    headings: Vec<Vec<usize>>,
    /// Headings that were named with a competency.
    named: BTreeSet<usize>,
    /// The competency of criteria that lie in none.
    rest: Option<usize>,
    notices: &'a mut Vec<Notice>,
}

impl Mapping<'_> {
    fn items(&mut self) {
        for index in std::mem::take(&mut self.forest.order) {
            let parent = self.forest.parents[index];
            if let Some(parent) = parent {
                self.headings[index] = self.headings[parent].clone();
                self.competency_of[index] = match self.roles[parent] {
                    Role::Competency | Role::Group => self.competency_of[parent],
                    _ => None,
                };
            }
            match self.roles[index] {
                Role::Level => {}
                Role::LevelHeading => {
                    self.package.items[index].leave_whole(
                        Severity::Note,
                        "This item only holds the levels.",
                        self.notices,
                    );
                }
                Role::Heading => self.heading(index),
                Role::Competency => self.competency(index, parent),
                Role::Group => self.group(index),
                Role::Criterion => self.criterion(index),
                Role::Supplement(supplement) => self.supplement(index, parent, supplement),
            }
        }
    }

    fn heading(&mut self, index: usize) {
        let item = &mut self.package.items[index];
        if item.statement.trim().is_empty() {
            return;
        }
        if self.headings[index].len() < HEADINGS && is_heading(&item.statement) {
            self.headings[index].push(index);
        } else {
            let why = "A framework has no headings above competencies; this one is too deep or too long to be named \
                       with each of them.";
            item.leave_whole(Severity::Warning, why, self.notices);
        }
    }

    /// A competency that lies in another one is named with it, as with a heading.
    fn lies_in_competency(&mut self, index: usize, parent: usize) {
        let Some(outer) = self.competency_of[parent].filter(|_| self.roles[parent] == Role::Competency) else { return };
        if is_heading(&self.draft.competencies[outer].title) {
            let headings = &mut self.headings[index];
            if headings.len() == HEADINGS {
                headings.remove(0);
            }
            headings.push(parent);
        }
    }

    fn heading_of(&mut self, index: usize) -> Option<String> {
        self.named.extend(&self.headings[index]);
        let name = |heading: &usize| {
            let item = &self.package.items[*heading];
            match (self.competency_of[*heading], &item.code) {
                (Some(outer), _) if self.roles[*heading] == Role::Competency => {
                    self.draft.competencies[outer].title.trim().to_owned()
                }
                (_, Some(code)) => format!("{} {}", code.text.trim(), item.statement.trim()).trim_start().to_owned(),
                _ => item.statement.trim().to_owned(),
            }
        };
        let names: Vec<_> = self.headings[index].iter().map(name).collect();
        Some(names.join(" › ")).filter(|names| !names.is_empty())
    }

    fn competency(&mut self, index: usize, parent: Option<usize>) {
        if let Some(parent) = parent {
            self.lies_in_competency(index, parent);
        }
        let heading = self.heading_of(index);
        let kept = KeptCompetency {
            slug: name::slug(&self.package.items[index].uri, "competency"),
            ..KeptCompetency::default()
        };
        let drawn = self.drawn(index);
        let is_in_group = parent.is_some_and(|parent| self.roles[parent] == Role::Group);
        let key = (drawn.title.trim().to_lowercase(), drawn.code.clone());
        let place = match self.titles.get(&key).copied().filter(|_| is_in_group) {
            Some(known) => {
                let competency = &mut self.draft.competencies[known];
                if competency.summary != drawn.summary {
                    competency.guidance.extend(drawn.summary);
                }
                competency.guidance.extend(drawn.guidance);
                known
            }
            None => {
                self.draft.competencies.push(drawn);
                self.kept.competencies.push(kept);
                self.draft.competencies.len() - 1
            }
        };
        if is_in_group {
            self.titles.insert(key, place);
        }
        let notes = &mut self.draft.competencies[place].notes;
        notes.extend(heading.filter(|heading| !notes.contains(heading)));
        self.competency_of[index] = Some(place);
    }

    /// What an item says of itself as a competency. A short statement is its title, and the whole one its summary.
    fn drawn(&mut self, index: usize) -> DraftCompetency {
        let item = &mut self.package.items[index];
        if self.scale.named[index] {
            item.grades.clear();
        }
        let short = item.short.take_if(|short| !short.text.trim().is_empty() && short.text != item.statement);
        let (title, mut summary) = match short {
            Some(short) => (short.text, Some(item.statement.clone())),
            None => (item.statement.clone(), None),
        };
        let title = if title.trim().is_empty() { UNTITLED.to_owned() } else { title };
        let mut guidance = Vec::new();
        match item.notes.take().map(|notes| notes.text) {
            notes if summary.is_none() => summary = notes,
            notes => guidance.extend(notes.filter(|notes| !notes.trim().is_empty())),
        }
        let code = item.code.take().map(|code| code.text);
        DraftCompetency { code, title, summary, guidance, ..DraftCompetency::default() }
    }

    fn group(&mut self, index: usize) {
        let level = self.scale.of[index];
        let item = &mut self.package.items[index];
        if !self.scale.named[index] && !self.scale.is_name(level, &item.statement) {
            item.leave_whole(Severity::Note, "This group has a level of another name.", self.notices);
        }
        let is_empty = self.forest.children[index].is_empty();
        if let (true, Some(competency), Some(level)) = (is_empty, self.competency_of[index], level) {
            self.expectation(competency, level);
        }
    }

    fn criterion(&mut self, index: usize) {
        let item = &mut self.package.items[index];
        if item.statement.trim().is_empty() {
            return;
        }
        if self.scale.named[index] {
            item.grades.clear();
        }
        let criterion = DraftCriterion {
            code: item.code.take().map(|code| code.text),
            text: item.statement.clone(),
            guidance: item
                .notes
                .take()
                .map(|notes| notes.text)
                .filter(|notes| !notes.trim().is_empty())
                .into_iter()
                .collect(),
            ..DraftCriterion::default()
        };
        let slug = name::slug(&item.uri, "criterion");
        let home = self.competency_of[index];
        let competency = home.unwrap_or_else(|| self.rest());
        let Some(level) = self.scale.of[index] else { return };
        self.criterion_of[index] = Some(self.put(competency, level, criterion, slug));
    }

    /// The competency of criteria that lie in none bears the title of the package.
    fn rest(&mut self) -> usize {
        if let Some(rest) = self.rest {
            return rest;
        }
        let title = self.package.document.title.clone();
        let title = if title.trim().is_empty() { UNTITLED.to_owned() } else { title };
        let rest = self.add(title);
        self.rest = Some(rest);
        rest
    }

    fn add(&mut self, title: String) -> usize {
        self.draft.competencies.push(DraftCompetency { title, ..DraftCompetency::default() });
        self.kept.competencies.push(KeptCompetency::default());
        self.draft.competencies.len() - 1
    }

    fn expectation(&mut self, competency: usize, level: usize) -> usize {
        let kept = &mut self.kept.competencies[competency].expectations;
        *self.expectations.entry((competency, level)).or_insert_with(|| {
            kept.push(KeptExpectation { level, criteria: Vec::new() });
            let expectation = DraftExpectation { level, ..DraftExpectation::default() };
            self.draft.competencies[competency].expectations.push(expectation);
            kept.len() - 1
        })
    }

    fn put(&mut self, competency: usize, level: usize, criterion: DraftCriterion, slug: Option<String>) -> Spot {
        let expectation = self.expectation(competency, level);
        let criteria = &mut self.draft.competencies[competency].expectations[expectation].criteria;
        criteria.push(criterion);
        self.kept.competencies[competency].expectations[expectation].criteria.push(slug);
        (competency, expectation, criteria.len() - 1)
    }

    fn at(&mut self, (competency, expectation, criterion): Spot) -> &mut DraftCriterion {
        &mut self.draft.competencies[competency].expectations[expectation].criteria[criterion]
    }
}
