//! A framework as a table: rungs across, competencies down. What is stated for a level with rungs within it spans them.

use super::{Competency, Framework, Level, LevelId};

/// One cell of a competency's row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Index of its first column among [`Framework::rungs`].
    pub first: usize,
    /// Index of its last column.
    pub last: usize,
    /// Index of the expectation; none where the competency says nothing at that rung.
    pub expectation: Option<usize>,
}

/// Neighbouring columns below one heading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group<'a> {
    /// The level that the rungs lie within; none for a rung that stands by itself.
    pub level: Option<&'a Level>,
    pub columns: usize,
}

impl Framework {
    /// The cells of a row, from the lowest rung to the highest.
    pub fn cells(&self, competency: &Competency) -> Vec<Cell> {
        let steps = self.steps(competency);
        let rungs = self.rungs();
        let mut cells = Vec::new();
        let mut next = 0;
        for step in steps {
            cells.extend((next..step.first).map(empty));
            let expected = rungs.get(step.first).and_then(|rung| self.expectation_at(competency, &rung.id));
            let expectation = expected
                .and_then(|expected| competency.expectations.iter().position(|stated| stated.level == expected.level));
            cells.push(Cell { first: step.first, last: step.last, expectation });
            next = step.last + 1;
        }
        cells.extend((next..self.rungs().len()).map(empty));
        cells
    }

    /// The cell of a row that covers a column.
    pub fn cell_at(&self, competency: &Competency, column: usize) -> Option<Cell> {
        self.cells(competency).into_iter().find(|cell| cell.covers(column, column))
    }

    /// The first and the last column of a level: its rung, or the rungs within it.
    pub fn columns_of(&self, level: &LevelId) -> Option<(usize, usize)> {
        let rungs = self.rungs();
        let within = |rung: &&Level| self.lies_within(rung, level);
        Some((rungs.iter().position(within)?, rungs.iter().rposition(within)?))
    }

    /// The headings above the rungs; empty when no rung lies within another level.
    pub fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for rung in self.rungs() {
            let level = rung.within.as_ref().and_then(|id| self.level(id));
            match groups.last_mut() {
                Some(group) if level.is_some() && group.level == level => group.columns += 1,
                _ => groups.push(Group { level, columns: 1 }),
            }
        }
        if groups.iter().all(|group| group.level.is_none()) { Vec::new() } else { groups }
    }
}

impl Cell {
    /// Whether it stands in one of these columns.
    pub const fn covers(&self, first: usize, last: usize) -> bool {
        self.first <= last && first <= self.last
    }
}

const fn empty(rung: usize) -> Cell {
    Cell { first: rung, last: rung, expectation: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::from_json;

    fn framework(levels: &str, expectations: &[&str]) -> Framework {
        let stated: Vec<_> = expectations
            .iter()
            .map(|level| format!(r#"{{"level": "{level}", "criteria": [{{"id": "c.{level}", "text": "Does"}}]}}"#))
            .collect();
        let text = format!(
            r#"{{"format": "touchstone-framework/1", "id": "f", "title": "F", "language": "en", "purpose": "matrix",
            "source": {{"publisher": "P", "document": "D"}}, "levels": [{levels}],
            "competencies": [{{"id": "c", "title": "C", "expectations": [{}]}}]}}"#,
            stated.join(",")
        );
        from_json(&text).unwrap()
    }

    const LEVELS: &str = r#"{"id": "1", "name": "One"}, {"id": "1a", "name": "1A", "within": "1"},
        {"id": "1b", "name": "1B", "within": "1"}, {"id": "2", "name": "Two"}"#;

    #[track_caller]
    fn check(expectations: &[&str], expected: &[(usize, usize, Option<usize>)]) {
        let framework = framework(LEVELS, expectations);
        let cells = framework.cells(&framework.competencies[0]);
        let found: Vec<_> = cells.iter().map(|cell| (cell.first, cell.last, cell.expectation)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_rung_is_covered_once() {
        check(&[], &[(0, 0, None), (1, 1, None), (2, 2, None)]);
        check(&["1", "2"], &[(0, 1, Some(0)), (2, 2, Some(1))]);
        check(&["2", "1b"], &[(0, 0, None), (1, 1, Some(1)), (2, 2, Some(0))]);
        check(&["1", "1b"], &[(0, 0, Some(0)), (1, 1, Some(1)), (2, 2, None)]);
    }

    #[test]
    fn a_level_that_is_broken_by_a_rung_of_its_own_has_two_cells_with_the_same_words() {
        let levels = format!(
            r#"{LEVELS}, {{"id": "2a", "name": "2A", "within": "2"}},
            {{"id": "2b", "name": "2B", "within": "2"}}, {{"id": "2c", "name": "2C", "within": "2"}}"#
        );
        let framework = framework(&levels, &["2", "2b"]);
        let cells = framework.cells(&framework.competencies[0]);
        let found: Vec<_> = cells.iter().map(|cell| (cell.first, cell.last, cell.expectation)).collect();
        assert_eq!(found, [(0, 0, None), (1, 1, None), (2, 2, Some(0)), (3, 3, Some(1)), (4, 4, Some(0))]);
    }

    #[test]
    fn a_cell_is_found_by_each_of_its_columns() {
        let framework = framework(LEVELS, &["1"]);
        let competency = &framework.competencies[0];
        let found = |column| framework.cell_at(competency, column).map(|cell| (cell.first, cell.expectation));
        assert_eq!((found(0), found(1)), (Some((0, Some(0))), Some((0, Some(0)))));
        assert_eq!((found(2), found(3)), (Some((2, None)), None));
    }

    #[test]
    fn a_level_has_the_columns_of_the_rungs_within_it() {
        let framework = framework(LEVELS, &[]);
        let columns = |level: &str| framework.columns_of(&LevelId::new(level));
        assert_eq!((columns("1"), columns("1b"), columns("2")), (Some((0, 1)), Some((1, 1)), Some((2, 2))));
        assert_eq!(columns("3"), None);
    }

    #[test]
    fn rungs_within_a_level_stand_below_its_heading() {
        let framework = framework(LEVELS, &[]);
        let groups = framework.groups();
        let found: Vec<_> =
            groups.iter().map(|group| (group.level.map(|level| level.name.as_str()), group.columns)).collect();
        assert_eq!(found, [(Some("One"), 2), (None, 1)]);
    }

    #[test]
    fn without_sublevels_there_is_no_second_heading() {
        assert_eq!(framework(r#"{"id": "1", "name": "One"}, {"id": "2", "name": "Two"}"#, &[]).groups(), []);
    }
}
