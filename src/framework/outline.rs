//! What a reader sees of a framework: its rows in order, narrowed to a level and to a search text, and counted.

use std::collections::BTreeMap;

use super::wording::count;
use super::{Expectation, Framework, LevelId, matches};

/// The rows that are left after narrowing. Indices lead into the framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    pub rows: Vec<Row>,
    /// The competencies that are left.
    pub competencies: Vec<usize>,
    /// How many criteria are left, and how many there are.
    pub shown: usize,
    pub criteria: usize,
}

/// One row of the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Competency(usize),
    Expectation {
        competency: usize,
        expectation: usize,
    },
    Criterion {
        competency: usize,
        expectation: usize,
        criterion: usize,
    },
    /// The questions of the bank for that competency.
    Questions(usize),
}

impl Framework {
    /// The rows at a level (all without one) that hold every word of the search text. A level that is not of this
    /// framework narrows to nothing.
    pub fn outline(&self, level: Option<&LevelId>, find: &str) -> Outline {
        let mut outline = Outline { rows: Vec::new(), competencies: Vec::new(), shown: 0, criteria: 0 };
        let searching = !find.trim().is_empty();
        let places: BTreeMap<&LevelId, usize> =
            self.levels.iter().enumerate().map(|(place, level)| (&level.id, place)).collect();
        for (index, competency) in self.competencies.iter().enumerate() {
            let mut rows = Vec::new();
            let mut expectations: Vec<_> = competency.expectations.iter().enumerate().collect();
            // Levels can be moved; what is expected reads in their order all the same.
            expectations.sort_by_key(|(_, expectation)| places.get(&expectation.level));
            for (at, expectation) in expectations {
                outline.criteria += expectation.criteria.len();
                if !level.is_none_or(|level| self.stands_at(index, expectation, level)) {
                    continue;
                }
                let heading = rows.len();
                rows.push(Row::Expectation { competency: index, expectation: at });
                for (criterion, stated) in expectation.criteria.iter().enumerate() {
                    if !searching || matches(find, competency, stated) {
                        rows.push(Row::Criterion { competency: index, expectation: at, criterion });
                        outline.shown += 1;
                    }
                }
                if searching && rows.len() == heading + 1 {
                    rows.pop();
                }
            }
            if !rows.is_empty() || (level.is_none() && !searching) {
                outline.competencies.push(index);
                outline.rows.push(Row::Competency(index));
                outline.rows.append(&mut rows);
                if !competency.questions.is_empty() {
                    outline.rows.push(Row::Questions(index));
                }
            }
        }
        outline
    }

    /// Whether what is stated for one level is what counts at another, or at a rung within that.
    fn stands_at(&self, competency: usize, expectation: &Expectation, level: &LevelId) -> bool {
        if expectation.level == *level {
            return true;
        }
        let steps = self.steps(&self.competencies[competency]);
        let step = steps.iter().find(|step| step.level == expectation.level);
        let rungs = self.rungs();
        step.is_some_and(|step| rungs[step.first..=step.last].iter().any(|rung| self.lies_within(rung, level)))
    }

    /// How large it is: "7 rungs · 4 competencies · 39 criteria".
    pub fn size(&self) -> String {
        size(self.rungs().len(), self.competencies.len(), self.criteria().count())
    }
}

impl Outline {
    /// How much is shown: "39 criteria", "5 of 39 criteria".
    pub fn told(&self) -> String {
        if self.shown == self.criteria {
            count(self.criteria, "criterion", "criteria")
        } else {
            format!("{} of {}", self.shown, count(self.criteria, "criterion", "criteria"))
        }
    }
}

pub(super) fn size(rungs: usize, competencies: usize, criteria: usize) -> String {
    [
        count(rungs, "rung", "rungs"),
        count(competencies, "competency", "competencies"),
        count(criteria, "criterion", "criteria"),
    ]
    .join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::from_json;

    fn framework() -> Framework {
        let text = r#"{
            "format": "touchstone-framework/1", "id": "f", "title": "F", "language": "en", "purpose": "progression",
            "source": {"publisher": "P", "document": "D"},
            "levels": [{"id": "1", "name": "One"}, {"id": "1a", "name": "1A", "within": "1"},
                {"id": "1b", "name": "1B", "within": "1"}, {"id": "2", "name": "Two"}],
            "competencies": [
                {"id": "care", "title": "Care", "expectations": [
                    {"level": "1a", "criteria": [{"id": "care.1", "text": "Listens"}, {"id": "care.2", "text": "Asks"}]},
                    {"level": "2", "includes": ["1"], "criteria": [{"id": "care.3", "text": "Listens to a team"}]}],
                 "questions": [{"id": "q", "text": "When?", "kind": "knowledge"}]},
                {"id": "work", "title": "Work", "expectations": [
                    {"level": "1", "criteria": [{"id": "work.1", "text": "Plans"}]},
                    {"level": "2", "criteria": []}]},
                {"id": "later", "title": "Later", "expectations": []}]}"#;
        from_json(text).unwrap()
    }

    /// One letter a row: the kind, and the ids of what it shows.
    #[track_caller]
    fn check(level: Option<&str>, find: &str, rows: &str, told: &str) {
        let framework = framework();
        let outline = framework.outline(level.map(LevelId::new).as_ref(), find);
        let name = |row: &Row| match *row {
            Row::Competency(competency) => framework.competencies[competency].id.to_string(),
            Row::Expectation { competency, expectation } => {
                format!("@{}", framework.competencies[competency].expectations[expectation].level)
            }
            Row::Criterion { competency, expectation, criterion } => {
                framework.competencies[competency].expectations[expectation].criteria[criterion].id.to_string()
            }
            Row::Questions(_) => "?".to_owned(),
        };
        assert_eq!(outline.rows.iter().map(name).collect::<Vec<_>>().join(" "), rows);
        assert_eq!(outline.told(), told);
    }

    #[test]
    fn everything_stands_in_the_order_of_the_file() {
        let all = "care @1a care.1 care.2 @2 care.3 ? work @1 work.1 @2 later";
        check(None, "", all, "4 criteria");
        check(None, "  ", all, "4 criteria");
    }

    #[test]
    fn levels_that_were_moved_read_in_their_new_order() {
        let mut framework = framework();
        framework.levels.rotate_right(1);
        let rows = framework.outline(None, "").rows;
        let levels = rows.into_iter().filter_map(|row| match row {
            Row::Expectation { competency: 0, expectation } => Some(expectation),
            _ => None,
        });
        assert_eq!(levels.collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn a_level_keeps_what_counts_there() {
        check(Some("1a"), "", "care @1a care.1 care.2 ? work @1 work.1", "3 of 4 criteria");
        check(Some("1b"), "", "work @1 work.1", "1 of 4 criteria");
        check(Some("1"), "", "care @1a care.1 care.2 ? work @1 work.1", "3 of 4 criteria");
        check(Some("2"), "", "care @2 care.3 ? work @2", "1 of 4 criteria");
        check(Some("9"), "", "", "0 of 4 criteria");
    }

    #[test]
    fn a_search_keeps_matches_under_their_headings() {
        check(None, "listens", "care @1a care.1 @2 care.3 ?", "2 of 4 criteria");
        check(Some("2"), "listens", "care @2 care.3 ?", "1 of 4 criteria");
        check(None, "nothing like it", "", "0 of 4 criteria");
    }

    #[test]
    fn the_size_counts_rungs_and_not_levels() {
        assert_eq!(framework().size(), "3 rungs · 3 competencies · 4 criteria");
        assert_eq!(size(1, 1, 1), "1 rung · 1 competency · 1 criterion");
    }
}
