//! The words around figures: what was left out of them, how many notes there are, and the names of the tally's lists.

use super::{MarkCounts, Outcome, Part, Tally};

/// One figure with its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// None where there is no figure; the name then says why.
    pub count: Option<usize>,
    /// Such as `below target`.
    pub name: String,
    /// The competencies that it counts, each with why where the name does not say it.
    pub lines: Vec<String>,
}

impl Tally {
    /// The counts in the order in which they are read. What can be held against the target always stands there; the
    /// others only when they are not empty.
    pub fn figures(self) -> Vec<Figure> {
        let always = [("below target", self.below), ("at target", self.at), ("above target", self.above)];
        let sometimes = [
            ("not assessed", self.not_assessed),
            ("not rated yet", self.unrated),
            ("without a target", self.without_target),
        ];
        let line = |name: &str, part: Part| match name {
            "at target" | "not rated yet" => part.title,
            _ => format!("{}: {}", part.title, part.words),
        };
        let figure = |(name, parts): (&'static str, Vec<Part>)| Figure {
            count: Some(parts.len()),
            name: name.to_owned(),
            lines: parts.into_iter().map(|part| line(name, part)).collect(),
        };
        let sometimes = sometimes.into_iter().filter(|(_, parts)| !parts.is_empty());
        always.into_iter().chain(sometimes).map(figure).collect()
    }
}

impl MarkCounts {
    /// What no figure counts, such as `1 not applicable · 2 not asked`; empty when nothing was left out.
    pub fn left_out(&self) -> String {
        let counts = [(self.not_applicable, "not applicable"), (self.not_asked, "not asked")];
        let words: Vec<_> =
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
        words.join(" · ")
    }
}

/// What no figure counts, in all. It is said of none as well.
pub fn left_out_words(outcomes: &[Outcome]) -> String {
    let all = |count: fn(&MarkCounts) -> usize| outcomes.iter().map(|outcome| count(&outcome.marks)).sum::<usize>();
    let (not_applicable, not_asked) = (all(|marks| marks.not_applicable), all(|marks| marks.not_asked));
    format!("Criteria left out of every figure: {not_applicable} not applicable, {not_asked} not asked.")
}

/// How many notes there are.
pub fn notes_words(count: usize) -> String {
    match count {
        0 => "no notes".to_owned(),
        1 => "1 note".to_owned(),
        count => format!("{count} notes"),
    }
}
