//! Items in their roles become a draft; what came with our own addresses is remembered, to be given back.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::{Purpose, Range};

use super::super::draft::{Draft, DraftCompetency, DraftCriterion};
use super::super::notice::{Notice, Place};
use super::forest::Forest;
use super::keep::{Kept, KeptCompetency, KeptExpectation};
use super::name;
use super::package::Package;
use super::piece::Piece;
use super::role::{Role, Supplement};
use super::scale::Scale;

/// So many headings are named with a competency, and so long each; a document of people has no more.
const HEADINGS: usize = 4;
const LONGEST_HEADING: usize = 120;

const NO_PLACE: &str = "A framework has no place for this here.";

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
    mapping.rubrics();
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
    /// By item: the headings that it lies under.
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
                    self.package.items[index].leave_whole("This item only holds the levels.", self.notices);
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
        if self.headings[index].len() >= HEADINGS || item.statement.chars().count() > LONGEST_HEADING {
            let why = "A framework has no headings above competencies; this one is too deep or too long to be named \
                       with each of them.";
            item.leave_whole(why, self.notices);
        } else if !item.statement.trim().is_empty() {
            self.headings[index].push(index);
        }
    }

    fn competency(&mut self, index: usize, parent: Option<usize>) {
        let names: Vec<_> =
            self.headings[index].iter().map(|heading| self.package.items[*heading].statement.trim()).collect();
        self.named.extend(&self.headings[index]);
        let heading = Some(names.join(" › ")).filter(|names| !names.is_empty());
        let item = &mut self.package.items[index];
        let kept = KeptCompetency { slug: name::slug(&item.uri, "competency"), ..KeptCompetency::default() };
        let code = item.code.take().map(|code| code.text);
        let short = item.short.take_if(|short| !short.text.trim().is_empty() && short.text != item.statement);
        let (title, mut summary) = match short {
            Some(short) => (short.text, Some(item.statement.clone())),
            None => (item.statement.clone(), None),
        };
        let title = if title.trim().is_empty() { "Untitled competency".to_owned() } else { title };
        let mut guidance = Vec::new();
        match item.notes.take().map(|notes| notes.text) {
            notes if summary.is_none() => summary = notes,
            notes => guidance.extend(notes.filter(|notes| !notes.trim().is_empty())),
        }
        if self.scale.named[index] {
            item.grades.clear();
        }
        let is_in_group = parent.is_some_and(|parent| self.roles[parent] == Role::Group);
        let key = (title.trim().to_lowercase(), code.clone());
        let place = match self.titles.get(&key).copied().filter(|_| is_in_group) {
            Some(known) => {
                let known_one = &mut self.draft.competencies[known];
                if known_one.summary != summary {
                    guidance.extend(summary);
                }
                known_one.guidance.extend(guidance);
                known
            }
            None => {
                self.draft.competencies.push(DraftCompetency {
                    code,
                    title,
                    summary,
                    guidance,
                    ..DraftCompetency::default()
                });
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

    fn group(&mut self, index: usize) {
        let level = self.scale.of[index];
        let item = &mut self.package.items[index];
        if !self.scale.named[index] && !self.scale.is_name(level, &item.statement) {
            item.leave_whole("This group has a level of another name.", self.notices);
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
        let title = if title.trim().is_empty() { "Untitled competency".to_owned() } else { title };
        self.rest = Some(self.add(title));
        self.draft.competencies.len() - 1
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
            self.draft.competencies[competency].at(level);
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

    fn supplement(&mut self, index: usize, parent: Option<usize>, supplement: Supplement) {
        let home = parent.map(|parent| self.roles[parent]);
        if supplement == Supplement::RangeItem && matches!(home, Some(Role::Supplement(_))) {
            // Its range takes it along, or leaves it out.
            return;
        }
        let text = self.package.items[index].statement.clone();
        let criterion = parent.and_then(|parent| self.criterion_of[parent]);
        let competency =
            parent.filter(|_| home == Some(Role::Competency)).and_then(|parent| self.competency_of[parent]);
        match (supplement, criterion, competency) {
            (Supplement::Range, Some(spot), _) => {
                let range = self.range(index);
                self.at(spot).range.extend(range);
            }
            (Supplement::Range, ..) | (_, None, None) => {
                self.package.items[index].leave_whole(NO_PLACE, self.notices);
                self.leave_range_items(index);
            }
            _ if text.trim().is_empty() => {}
            (Supplement::Example, Some(spot), _) => self.at(spot).examples.push(text),
            (_, Some(spot), _) => self.at(spot).guidance.push(text),
            (_, _, Some(competency)) => {
                let competency = &mut self.draft.competencies[competency];
                match supplement {
                    Supplement::Activity => competency.activities.push(text),
                    Supplement::Note => competency.notes.push(text),
                    Supplement::Evidence => competency.evidence.push(text),
                    _ => competency.guidance.push(text),
                }
            }
        }
    }

    fn leave_range_items(&mut self, index: usize) {
        for child in &self.forest.children[index] {
            self.package.items[*child].leave_whole(NO_PLACE, self.notices);
        }
    }

    fn range(&mut self, index: usize) -> Option<Range> {
        let items: Vec<_> = self.forest.children[index]
            .iter()
            .map(|child| self.package.items[*child].statement.clone())
            .filter(|item| !item.trim().is_empty())
            .collect();
        let item = &mut self.package.items[index];
        if items.is_empty() {
            item.leave_whole("A range needs at least one item. Add items to it.", self.notices);
            return None;
        }
        let title = Some(item.statement.clone()).filter(|title| title != name::RANGE && !title.trim().is_empty());
        let number = item.short.as_ref().and_then(|short| short.text.strip_prefix(name::AT_LEAST)?.parse::<u32>().ok());
        let minimum = number.filter(|number| *number as usize <= items.len());
        if minimum.is_some() {
            item.short = None;
        }
        Some(Range { title, items, minimum, unknown: crate::framework::Unknown::new() })
    }

    fn exemplars(&mut self) {
        for (index, example) in std::mem::take(&mut self.forest.exemplars) {
            match self.criterion_of[index] {
                Some(spot) => self.at(spot).examples.push(example.text),
                None => example.leave(NO_PLACE, self.notices),
            }
        }
    }

    fn rubrics(&mut self) {
        for row in std::mem::take(&mut self.package.rows) {
            let item = row.item.as_ref().and_then(|identifier| self.forest.item(identifier));
            let known = item.filter(|item| self.roles[*item] == Role::Competency);
            let competency = known.and_then(|item| self.competency_of[item]);
            let mut said = vec![row.category, row.description].into_iter().flatten();
            let competency = competency.unwrap_or_else(|| {
                let title = said.next().map(|piece| piece.text).filter(|title| !title.trim().is_empty());
                self.add(title.unwrap_or_else(|| "Untitled competency".to_owned()))
            });
            let again = |piece: &Piece| item.is_some_and(|item| self.package.items[item].says(&piece.text));
            let said: Vec<_> = said.filter(|piece| !again(piece) && !piece.text.trim().is_empty()).collect();
            if let Some(title) = row.title {
                let is_again = again(&title);
                title.leave_unless(is_again, "The item that this row is about is not found by its link.", self.notices);
            }
            self.draft.competencies[competency].guidance.extend(said.into_iter().map(|piece| piece.text));
            for cell in row.cells {
                self.cell(competency, cell);
            }
        }
    }

    fn cell(&mut self, competency: usize, cell: super::rubric::Cell) {
        let statement = cell.statement.filter(|statement| !statement.text.trim().is_empty());
        match (statement, self.scale.level(&cell.quality)) {
            (Some(statement), Some(level)) => {
                let feedback = cell.feedback.map(|piece| piece.text).filter(|text| !text.trim().is_empty());
                let criterion =
                    DraftCriterion { guidance: feedback.into_iter().collect(), ..DraftCriterion::of(statement.text) };
                self.put(competency, level, criterion, None);
            }
            (statement, _) => {
                for piece in [statement, cell.feedback].into_iter().flatten() {
                    piece.leave(NO_PLACE, self.notices);
                }
            }
        }
    }

    /// What is part of what, and what states the same.
    fn joints(&mut self) {
        for (level, whole) in std::mem::take(&mut self.forest.includes) {
            let spot = match (self.roles[whole], self.competency_of[whole], self.scale.of[whole]) {
                (Role::Group, Some(competency), Some(stated)) => {
                    Some((competency, self.expectation(competency, stated)))
                }
                (Role::Criterion, ..) => {
                    self.criterion_of[whole].map(|(competency, expectation, _)| (competency, expectation))
                }
                _ => None,
            };
            match (spot, self.scale.of[level]) {
                (Some((competency, expectation)), Some(level)) => {
                    let includes = &mut self.draft.competencies[competency].expectations[expectation].includes;
                    if !includes.contains(&level) {
                        includes.push(level);
                    }
                }
                _ => {
                    self.say(level, "This level is said to be part of an item that has no level itself. Look at both.")
                }
            }
        }
        for (one, other) in std::mem::take(&mut self.forest.same) {
            match (self.criterion_of[one], self.criterion_of[other]) {
                (Some(one), Some(other)) => self.kept.same.push((one, other)),
                _ => self.say(one, "This item matches another one exactly, which a framework holds of criteria only."),
            }
        }
    }

    fn say(&mut self, index: usize, text: &str) {
        let place: Place = self.package.items[index].place;
        self.notices.push(Notice::warning(place, text));
    }

    fn leave(&mut self) {
        let mut kinds: BTreeMap<String, (Place, usize)> = BTreeMap::new();
        for (index, item) in self.package.items.iter_mut().enumerate() {
            let level = self.scale.of[index];
            if self.roles[index] == Role::Heading && !self.named.contains(&index) {
                item.leave_whole("Nothing lies below this item that is a competency.", self.notices);
            }
            let statement = item.statement.trim();
            let is_again = |short: &Piece| statement.starts_with(short.text.trim().trim_end_matches(['.', '…', ' ']));
            if item.short.as_ref().is_some_and(is_again) {
                item.short = None;
            }
            item.grades.retain(|grade| !self.scale.is_name(level, &grade.text));
            item.leave(NO_PLACE, self.notices);
            if let Some(kind) = item.kind.take().filter(|kind| !name::is_kind(&kind.text)) {
                kinds.entry(kind.text).or_insert((kind.place, 0)).1 += 1;
            }
        }
        for (kind, (place, count)) in kinds {
            let items = crate::framework::wording::count(count, "item is", "items are");
            let text =
                format!("{items} of this type, which a framework does not hold; their places in the tree count.");
            self.notices.push(Notice::note(place, text).quoting(kind));
        }
    }
}
