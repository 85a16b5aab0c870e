//! Statements and the headings that each stands below, before it is known which headings are levels and which are
//! competencies. What is known of a document of any shape is brought into this form; [`Grid::finish`] tells the headings
//! apart, whichever way round they stand, and gives every one of its texts to the draft or to a notice.

mod fill;
mod ladder;

use std::collections::BTreeSet;

use super::draft::Draft;
use super::notice::{Notice, Place};

use ladder::Ladder;

/// A chain of headings is no longer; what stands deeper is part of what it stands below.
pub const DEEPEST: usize = 24;

/// What a document says, by headings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// In the order of the document, each after the one that it stands below.
    pub headings: Vec<Heading>,
    pub statements: Vec<Statement>,
    /// Kinds of headings that the document calls levels.
    pub scales: BTreeSet<usize>,
}

/// Words below which statements stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heading {
    pub place: Place,
    pub words: String,
    pub code: Option<String>,
    /// The heading that it stands below itself.
    pub parent: Option<usize>,
    /// Headings of one kind stand in the same place of the document's build: of one depth, of one list.
    pub kind: usize,
    /// Whether it stands once, however many statements name it, as a value in rows does.
    pub shared: bool,
    /// What is said of it, a paragraph each.
    pub summary: Vec<(Place, String)>,
}

/// One statement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    pub place: Place,
    pub text: String,
    pub code: Option<String>,
    pub examples: Vec<String>,
    pub guidance: Vec<String>,
    /// The headings that it stands below: the nearest one of each chain.
    pub below: Vec<usize>,
}

impl Grid {
    /// Whether some headings are levels.
    pub fn has_levels(&self) -> bool {
        Ladder::of(self).is_some()
    }

    /// Adds a heading.
    pub fn head(&mut self, heading: Heading) -> usize {
        self.headings.push(heading);
        self.headings.len() - 1
    }

    /// Tells levels from competencies. Without levels there is only what was said so far.
    pub fn finish(self, notices: &mut Vec<Notice>) -> Option<Draft> {
        let ladder = Ladder::of(&self)?;
        let draft = fill::fill(self, &ladder, notices);
        draft.say_of_names(notices);
        Some(draft)
    }

    /// A heading and those that it stands below, from the inside.
    fn chain(&self, heading: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(heading), |index| self.headings[*index].parent)
    }

    /// Every heading that a statement stands below, each chain from the outside.
    fn above(&self, statement: &Statement) -> Vec<usize> {
        let mut above = Vec::new();
        for heading in &statement.below {
            let start = above.len();
            above.extend(self.chain(*heading));
            above[start..].reverse();
        }
        above
    }
}
