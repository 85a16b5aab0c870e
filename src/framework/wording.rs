//! How parts of a framework are said in words, the same on every screen and on paper.

use super::outline::size;
use super::{CatalogEntry, Criterion, Expectation, Framework, Level, Range, Source, Step, Use};

/// A number with its noun: "1 criterion", "5 criteria".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A text as it stands at the beginning of a line.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Names in a row: "A", "A and B", "A, B and C".
pub fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

impl Range {
    /// Its title, with how many of its items must be covered: "Fees, at least 2 of 3".
    pub fn heading(&self) -> String {
        let title = self.title.as_deref().unwrap_or("Range");
        self.asked().map_or_else(|| title.to_owned(), |asked| [title, ", ", &asked].concat())
    }

    /// How many of its items must be covered: "at least 3 of 9". Nothing where the source states no number.
    pub fn asked(&self) -> Option<String> {
        let (minimum, items) = (self.minimum? as usize, self.items.len());
        Some(if minimum == items { format!("all {items}") } else { format!("at least {minimum} of {items}") })
    }
}

impl Source {
    /// Publisher and document in one line, as far as they are known; nothing if neither is.
    pub fn credit(&self) -> Option<String> {
        match (self.publisher.as_str(), self.document.as_str()) {
            ("", "") => None,
            (publisher, "") => Some(publisher.to_owned()),
            ("", document) => Some(format!("“{document}”")),
            (publisher, document) => Some(format!("{publisher}, “{document}”")),
        }
    }

    /// The address, if it is one of the web. Any other scheme stays text, for a framework comes from anywhere.
    pub fn link(&self) -> Option<&str> {
        self.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    }
}

impl CatalogEntry {
    /// How large it is: "7 rungs · 4 competencies · 39 criteria".
    pub fn size(&self) -> String {
        size(self.rungs as usize, self.competencies as usize, self.criteria as usize)
    }

    /// What it helps with: "hiring and progression", "a qualification"; empty when the catalog does not say.
    pub fn helps_with(&self) -> String {
        let words: Vec<_> = self
            .uses
            .iter()
            .map(|usage| match usage {
                Use::Qualification => "a qualification",
                Use::Hiring | Use::Progression => usage.name(),
            })
            .collect();
        listed(&words)
    }

    /// Whether title, summary and purpose together hold every word of the search text. `lower` makes a text lower
    /// case: the browser can do that, so the first program need not carry the tables for it.
    pub fn matches(&self, find: &str, lower: impl Fn(&str) -> String) -> bool {
        let summary = self.summary.as_deref().unwrap_or_default();
        let text = lower(&[&self.title, summary, self.purpose.name(), &self.helps_with()].join("\n"));
        lower(find).split_whitespace().all(|word| text.contains(word))
    }
}

impl Framework {
    /// The name of a step: that of its level, or of the rungs that it spans when they are not the whole level.
    pub fn step_name(&self, step: &Step) -> String {
        let rungs = self.rungs();
        let name = |index: usize| rungs.get(index).map_or("", |rung| rung.name.as_str());
        let spans_whole_level = |level: &Level| {
            self.rung_of(&level.id) == rungs.get(step.last).copied()
                && (step.first == 0 || !self.lies_within(rungs[step.first - 1], &level.id))
        };
        match self.level(&step.level) {
            Some(level) if spans_whole_level(level) => level.name.clone(),
            _ if step.first == step.last => name(step.first).to_owned(),
            _ => format!("{} – {}", name(step.first), name(step.last)),
        }
    }

    /// What an expectation takes over from other levels: "and all of Level 1".
    pub fn included(&self, expectation: &Expectation) -> Option<String> {
        let names: Vec<_> = expectation
            .includes
            .iter()
            .map(|id| self.level(id).map_or_else(|| id.as_str(), |level| level.name.as_str()))
            .collect();
        (!names.is_empty()).then(|| format!("and all of {}", listed(&names)))
    }

    /// Where a criterion that is stated again stands already: "stands already at 1A".
    pub fn repeated(&self, criterion: &Criterion) -> Option<String> {
        let mut original = criterion.repeats.as_ref()?;
        let mut place = None;
        for _ in 0..self.levels.len() {
            place = self.criteria().find(|(_, _, other)| other.id == *original);
            match place.and_then(|(_, _, other)| other.repeats.as_ref()) {
                Some(earlier) => original = earlier,
                None => break,
            }
        }
        let level = self.level(&place?.1.level)?;
        Some(format!("stands already at {}", level.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::{Catalog, Unknown, from_json};

    #[track_caller]
    fn check_range(items: usize, minimum: Option<u32>, expected: Option<&str>) {
        let range = Range { title: None, items: vec![String::new(); items], minimum, unknown: Unknown::new() };
        assert_eq!(range.asked().as_deref(), expected);
    }

    #[test]
    fn a_range_says_its_minimum_only_where_there_is_one() {
        check_range(9, Some(3), Some("at least 3 of 9"));
        check_range(2, Some(2), Some("all 2"));
        check_range(4, None, None);
    }

    #[test]
    fn names_are_listed_as_one_says_them() {
        assert_eq!(listed(&[]), "");
        assert_eq!(listed(&["A"]), "A");
        assert_eq!(listed(&["A", "B"]), "A and B");
        assert_eq!(listed(&["A", "B", "C"]), "A, B and C");
    }

    #[test]
    fn only_an_address_of_the_web_becomes_a_link() {
        let source = |url: &str| Source { url: Some(url.to_owned()), ..Source::default() };
        assert_eq!(source("https://example.org/a").link(), Some("https://example.org/a"));
        assert_eq!(source("javascript:alert(1)").link(), None);
        assert_eq!(Source::default().link(), None);
    }

    #[test]
    fn a_catalog_entry_is_found_by_any_of_its_words() {
        let text = r#"{"format": "touchstone-catalog/1", "frameworks": [{"id": "f", "file": "f.json", "title": "Care",
            "summary": "What care asks for", "purpose": "unit", "for": ["qualification", "hiring"],
            "levels": 1, "competencies": 2, "criteria": 3}]}"#;
        let catalog = Catalog::from_json(text).unwrap();
        let entry = &catalog.frameworks[0];
        assert!(entry.matches("UNIT care", str::to_lowercase));
        assert!(entry.matches("qualif", str::to_lowercase));
        assert!(!entry.matches("care matrix", str::to_lowercase));
        assert_eq!(entry.helps_with(), "a qualification and hiring");
        assert_eq!(entry.size(), "1 rung · 2 competencies · 3 criteria");
    }

    #[test]
    fn a_repeated_criterion_names_where_it_stood_first() {
        let text = r#"{"format": "touchstone-framework/1", "id": "f", "title": "F", "language": "en",
            "purpose": "matrix", "source": {"publisher": "P", "document": "D"},
            "levels": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
            "competencies": [{"id": "x", "title": "X", "expectations": [
                {"level": "a", "criteria": [{"id": "x.1", "text": "Does"}]},
                {"level": "b", "criteria": [{"id": "x.2", "text": "Does", "repeats": "x.1"}]},
                {"level": "c", "includes": ["a", "b"],
                    "criteria": [{"id": "x.3", "text": "Does", "repeats": "x.2"}]}]}]}"#;
        let framework = from_json(text).unwrap();
        let stated = &framework.competencies[0].expectations;
        assert_eq!(framework.repeated(&stated[0].criteria[0]), None);
        assert_eq!(framework.repeated(&stated[2].criteria[0]).as_deref(), Some("stands already at A"));
        assert_eq!(framework.included(&stated[2]).as_deref(), Some("and all of A and B"));
        assert_eq!(framework.included(&stated[0]), None);
    }
}
