//! The branches of an outline, each as what it is: a heading, a statement, an example, or what is said of a heading.

use std::collections::BTreeMap;

use super::super::grid::{DEEPEST, Grid, Heading, Statement};
use super::super::notice::Notice;
use super::super::scale;
use super::branch::Branch;
use super::mark::Mark;

/// Kinds from here on are headings without a heading's sign, by how deep they stand.
const UNSIGNED: usize = 10;

pub struct Sorted {
    pub grid: Grid,
    /// What is none of the outline's own.
    pub left: Vec<Notice>,
}

/// What became of a branch.
#[derive(Clone, Copy)]
enum Role {
    Heading { index: usize, depth: usize },
    Statement(usize),
    Nothing,
}

pub fn sorted(branches: &[Branch<'_>]) -> Sorted {
    let outlook = Outlook::of(branches);
    let mut sorting = Sorting {
        branches,
        outlook,
        roles: Vec::with_capacity(branches.len()),
        sorted: Sorted { grid: Grid::default(), left: Vec::new() },
        title: None,
    };
    for index in 0..branches.len() {
        let role = sorting.role(index);
        sorting.roles.push(role);
    }
    sorting.sorted
}

/// What is known of each branch before it is sorted.
struct Outlook {
    /// Whether its words are those of a level, or stand again and again above others.
    level: Vec<bool>,
    /// Whether a level stands below it.
    holds_level: Vec<bool>,
    /// Whether it is a line of its own that begins with the name of a level.
    labelled: Vec<bool>,
}

impl Outlook {
    fn of(branches: &[Branch<'_>]) -> Self {
        let labelled = labelled(branches);
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        let above = |branch: &&Branch<'_>| !branch.children.is_empty();
        for branch in branches.iter().filter(above) {
            *count.entry(branch.text.to_lowercase()).or_default() += 1;
        }
        let again = |branch: &Branch<'_>| count.get(&branch.text.to_lowercase()).is_some_and(|count| *count > 1);
        let level = branches.iter().map(|branch| {
            let signed = matches!(branch.mark, Mark::Heading(_));
            (signed || above(&branch)) && (scale::step(&branch.text).is_some() || again(branch))
        });
        let level: Vec<_> = level.collect();
        let mut holds_level = vec![false; branches.len()];
        for (index, branch) in branches.iter().enumerate().rev() {
            if let Some(parent) = branch.parent {
                holds_level[parent] |= holds_level[index] || level[index] || labelled[index];
            }
        }
        Self { level, holds_level, labelled }
    }
}

/// Lines that begin with the name of a level, or with words with which a line below each of several headings begins.
fn labelled(branches: &[Branch<'_>]) -> Vec<bool> {
    let is_leaf = |branch: &Branch<'_>| branch.children.is_empty() && matches!(branch.mark, Mark::Item | Mark::Plain);
    let words = |branch: &Branch<'_>| {
        let (head, rest) = scale::parted(&branch.text)?;
        (is_leaf(branch) && head.split_whitespace().count() <= 4 && !rest.is_empty()).then(|| head.to_lowercase())
    };
    let mut labelled: Vec<_> =
        branches.iter().map(|branch| is_leaf(branch) && scale::label(&branch.text).is_some()).collect();
    let mut sets: Vec<(&[usize], Vec<String>)> = Vec::new();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for branch in branches.iter().filter(|branch| branch.children.len() > 1) {
        let Some(set) = branch.children.iter().map(|child| words(&branches[*child])).collect::<Option<Vec<_>>>() else {
            continue;
        };
        let distinct: std::collections::BTreeSet<_> = set.iter().collect();
        if distinct.len() == set.len() {
            set.iter().for_each(|label| *count.entry(label.clone()).or_default() += 1);
            sets.push((&branch.children, set));
        }
    }
    for (children, set) in sets {
        if set.iter().all(|label| count[label] > 1) {
            children.iter().for_each(|child| labelled[*child] = true);
        }
    }
    labelled
}

struct Sorting<'a> {
    branches: &'a [Branch<'a>],
    outlook: Outlook,
    roles: Vec<Role>,
    sorted: Sorted,
    /// The heading made of a first line that stands above nothing by its indent.
    title: Option<usize>,
}

impl Sorting<'_> {
    fn role(&mut self, index: usize) -> Role {
        let branch = &self.branches[index];
        let parent = branch.parent.map(|parent| self.roles[parent]);
        match (parent, branch.mark) {
            (_, Mark::Rule) => {
                let why = "A line that parts the document was left out.";
                self.sorted.left.push(Notice::note(branch.place, why).quoting(&branch.text));
                Role::Nothing
            }
            (Some(Role::Statement(statement)), _) => {
                self.sorted.grid.statements[statement].examples.push(whole(branch));
                Role::Statement(statement)
            }
            (parent, _) => {
                let (heading, depth) = match parent {
                    Some(Role::Heading { index, depth }) => (Some(index), depth),
                    _ => (self.title, usize::from(self.title.is_some())),
                };
                self.below(index, heading, depth)
            }
        }
    }

    /// A branch below a heading, or below nothing.
    fn below(&mut self, index: usize, heading: Option<usize>, depth: usize) -> Role {
        let branch = &self.branches[index];
        if depth < DEEPEST && self.outlook.labelled[index] {
            let Some((label, text)) = scale::parted(&branch.text) else { return Role::Nothing };
            let below = self.head(branch, label, heading, depth);
            return self.state(branch, text, Some(below));
        }
        if depth < DEEPEST && self.is_heading(index, heading) {
            return Role::Heading { index: self.head(branch, &branch.text, heading, depth), depth: depth + 1 };
        }
        if index == 0 && branch.children.is_empty() && branch.mark == Mark::Plain {
            let title = self.head(branch, &branch.text, None, 0);
            self.title = Some(title);
            return Role::Heading { index: title, depth: 1 };
        }
        match heading {
            Some(heading) if branch.children.is_empty() && self.is_said(index) => {
                self.sorted.grid.headings[heading].summary.push((branch.place, whole(branch)));
                Role::Nothing
            }
            _ => self.state(branch, &branch.text, heading),
        }
    }

    fn head(&mut self, branch: &Branch<'_>, words: &str, parent: Option<usize>, depth: usize) -> usize {
        let kind = match branch.mark {
            Mark::Heading(depth) => usize::try_from(depth).unwrap_or(7),
            _ => UNSIGNED + 2 * depth + usize::from(scale::step(words).is_some()),
        };
        let words = words.trim_end_matches([':', '：']).trim_end();
        let words = if words.is_empty() { &branch.text } else { words };
        let code = branch.code.map(str::to_owned);
        let (place, words) = (branch.place, words.to_owned());
        self.sorted.grid.head(Heading { place, words, code, parent, kind, ..Heading::default() })
    }

    fn state(&mut self, branch: &Branch<'_>, text: &str, below: Option<usize>) -> Role {
        // A label takes the number of its line, as the heading that it is.
        let code = if text == branch.text { branch.code.map(str::to_owned) } else { None };
        let (place, text) = (branch.place, text.to_owned());
        let below = below.into_iter().collect();
        self.sorted.grid.statements.push(Statement { place, text, code, below, ..Statement::default() });
        Role::Statement(self.sorted.grid.statements.len() - 1)
    }

    fn is_heading(&self, index: usize, heading: Option<usize>) -> bool {
        let branch = &self.branches[index];
        if matches!(branch.mark, Mark::Heading(_)) {
            return true;
        }
        if branch.children.is_empty() {
            return false;
        }
        if self.outlook.level[index] || self.outlook.holds_level[index] {
            return true;
        }
        let (level, others) = self.above(index);
        let has_grandchildren = || branch.children.iter().any(|child| !self.branches[*child].children.is_empty());
        match (level, others) {
            (true, true) => false,
            (true, false) => {
                let topic = heading.is_some() && names(&branch.text) && self.siblings_lead(index);
                topic && !self.stands_below_topic(index) && !self.gives_examples(index)
            }
            (false, _) => has_grandchildren(),
        }
    }

    /// Whether a level stands above, and whether another heading does that is not the title of the whole.
    fn above(&self, index: usize) -> (bool, bool) {
        let above = std::iter::successors(self.branches[index].parent, |parent| self.branches[*parent].parent);
        let (mut level, mut others) = (false, false);
        for parent in above.take(DEEPEST) {
            level |= self.outlook.level[parent];
            others |= !self.outlook.level[parent] && self.branches[parent].parent.is_some();
        }
        (level, others)
    }

    /// Whether a heading by its signs stands above it, below a heading that says that it is a level.
    fn stands_below_topic(&self, index: usize) -> bool {
        let above = std::iter::successors(self.branches[index].parent, |parent| self.branches[*parent].parent);
        let mut above = above.take(DEEPEST).map(|parent| &self.branches[parent]);
        above.next().is_some_and(|topic| matches!(topic.mark, Mark::Heading(_)) && scale::step(&topic.text).is_none())
            && above.any(|level| scale::step(&level.text).is_some())
    }

    /// Whether what stands below it says of itself that it is an example.
    fn gives_examples(&self, index: usize) -> bool {
        self.branches[index].children.iter().any(|child| is_example(&self.branches[*child].text))
    }

    /// Whether most of what stands beside it has something below it as well.
    fn siblings_lead(&self, index: usize) -> bool {
        let Some(parent) = self.branches[index].parent else { return false };
        // The first hundred are as good as all of them, and quicker where there are many.
        let siblings = self.branches[parent].children.iter().take(100);
        let leading = siblings.clone().filter(|sibling| !self.branches[**sibling].children.is_empty()).count();
        leading * 2 > siblings.count()
    }

    /// Whether a line is said of the heading above it and is no statement: a paragraph beside items or headings, or one
    /// with no level above.
    fn is_said(&self, index: usize) -> bool {
        let branch = &self.branches[index];
        if branch.mark != Mark::Plain {
            return false;
        }
        let Some(parent) = branch.parent else { return self.title.is_some() };
        let (level, _) = self.above(index);
        !level || self.has_items(parent)
    }

    /// Whether anything but plain lines stands below a branch.
    fn has_items(&self, parent: usize) -> bool {
        let children = &self.branches[parent].children;
        let counts = |child: &usize| {
            let branch = &self.branches[*child];
            !matches!(branch.mark, Mark::Plain | Mark::Rule) || !branch.children.is_empty()
        };
        // Items come after the paragraph that they follow, so the last one tells; the first few do where a line trails.
        children.iter().rev().take(20).any(counts) || children.iter().take(20).any(counts)
    }
}

/// Words with which examples begin.
const EXAMPLES: [&str; 10] =
    ["e.g.", "eg.", "e.g:", "for example", "for instance", "example:", "such as", "z. b.", "z.b.", "zum beispiel"];

fn is_example(text: &str) -> bool {
    let text = text.to_lowercase();
    EXAMPLES.iter().any(|words| text.starts_with(words))
}

/// Whether a text names something and is no sentence.
fn names(text: &str) -> bool {
    text.split_whitespace().count() <= 5 && !text.ends_with(['.', '!', '?', ';', '。'])
}

/// The text of a branch with its number.
fn whole(branch: &Branch<'_>) -> String {
    match branch.code {
        Some(code) => format!("{code} {}", branch.text),
        None => branch.text.clone(),
    }
}
