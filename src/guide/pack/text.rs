//! The candidate's pack as plain text, to be sent by mail. Lines are left as long as they are: mail folds them itself.

use crate::framework::Criterion;

use super::candidate::{CandidatePack, Item, Section};
use super::{Cover, Topic};

impl CandidatePack {
    /// The whole page.
    pub fn text(&self) -> String {
        let title = self.title();
        let mut text = format!("{title}\n{}\n\n", "=".repeat(title.chars().count()));
        for line in self.cover.lines() {
            text.push_str(&line);
            text.push('\n');
        }
        text.push_str(&format!("\n{}\n", self.opening));
        for section in &self.sections {
            text.push_str(&section.text());
        }
        text.push_str(&format!("\n--\n{}\n", self.cover.foot()));
        text
    }
}

impl Cover {
    /// What it is, for which role and level, and whose criteria: a line each.
    pub fn lines(&self) -> Vec<String> {
        let role = (!self.role.is_empty()).then(|| format!("Role: {}", self.role));
        let level = self.level.as_ref().map(|level| match &level.summary {
            Some(summary) => format!("Level: {}. {summary}", level.name),
            None => format!("Level: {}", level.name),
        });
        let credit = self.credit.as_ref().map(|credit| format!("Criteria after: {credit}"));
        [Some(self.title.clone()), role, level, credit].into_iter().flatten().collect()
    }
}

impl Section {
    fn text(&self) -> String {
        let rule = "-".repeat(self.heading.chars().count());
        let items: Vec<_> = self.items.iter().map(Item::text).collect();
        format!("\n{}\n{rule}\n\n{}\n", self.heading, items.join("\n\n"))
    }
}

impl Item {
    fn text(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::List(lines) => lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n"),
            Self::Steps(steps) => numbered(steps.iter().map(|step| format!("{}: {}", step.name, step.words))),
            Self::Questions(lines) => numbered(lines.iter().cloned()),
            Self::Topic(topic) => topic.text(),
        }
    }
}

impl Topic {
    /// The title with its code.
    pub fn name(&self) -> String {
        coded(self.code.as_deref(), &self.title)
    }

    /// The kinds of evidence in one line, if the source names any.
    pub fn evidence_words(&self) -> Option<String> {
        (!self.evidence.is_empty()).then(|| line("Evidence may be", &self.evidence))
    }

    fn text(&self) -> String {
        let mut lines = vec![self.name()];
        lines.extend(self.summary.clone());
        for criterion in &self.criteria {
            lines.push(format!("- {}", coded(criterion.code.as_deref(), &criterion.text)));
            lines.extend(behind(criterion).into_iter().map(|line| format!("  {line}")));
        }
        lines.extend(self.evidence_words());
        lines.join("\n")
    }
}

/// What belongs to a criterion: a line for each range, then its examples and its guidance.
pub fn behind(criterion: &Criterion) -> Vec<String> {
    let ranges = criterion.range.iter().map(|range| line(&range.heading(), &range.items));
    ranges.chain(beside(criterion)).collect()
}

/// What belongs to a criterion beside its ranges.
pub fn beside(criterion: &Criterion) -> Vec<String> {
    let examples = (!criterion.examples.is_empty()).then(|| line("For example", &criterion.examples));
    examples.into_iter().chain(criterion.guidance.iter().cloned()).collect()
}

/// Texts in a row, as one sentence.
fn line(heading: &str, items: &[String]) -> String {
    let items: Vec<_> = items.iter().map(|item| item.trim().trim_end_matches(['.', ';'])).collect();
    format!("{heading}: {}.", items.join("; "))
}

fn coded(code: Option<&str>, text: &str) -> String {
    code.map_or_else(|| text.to_owned(), |code| format!("{code} {text}"))
}

fn numbered(lines: impl Iterator<Item = String>) -> String {
    let lines = lines.enumerate().map(|(index, line)| format!("{}. {line}", index + 1));
    lines.collect::<Vec<_>>().join("\n")
}
