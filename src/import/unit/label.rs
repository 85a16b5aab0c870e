//! Lines of a unit that say what stands below them, and the headings of its table.

use crate::import::label::Labels;

/// What a line announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Columns of the table, and the words that each of its rows goes on from.
    Table,
    Criteria,
    Guidance,
    Range,
    Evidence,
    Note,
    Title,
}

const LINES: [(Label, &[&str]); 7] = [
    (
        Label::Table,
        &[
            "learning outcome",
            "learning outcomes",
            "outcome",
            "outcomes",
            "learning outcomes and assessment criteria",
            "learning outcomes and criteria",
            "guidelines and range",
            "guidance and range",
            "guidance and/or range",
            "amplification",
            "the learner will",
            "the learner can",
            "the candidate will",
            "the candidate can",
            "you will",
            "you can",
        ],
    ),
    (Label::Criteria, &["assessment criteria", "assessment criterion", "performance criteria", "criteria"]),
    (Label::Guidance, &["guidance", "guidelines", "assessment guidance", "indicative content", "delivery guidance"]),
    (Label::Range, &["range", "range statement", "scope"]),
    (
        Label::Evidence,
        &[
            "evidence",
            "evidence requirements",
            "evidence required",
            "types of evidence",
            "possible evidence",
            "sources of evidence",
            "examples of evidence",
            "suggested evidence",
            "assessment methods",
        ],
    ),
    (
        Label::Note,
        &["note", "notes", "nb", "n.b.", "please note", "assessor note", "assessor notes", "note to assessors"],
    ),
    (Label::Title, &["title", "unit title", "name of unit", "unit name"]),
];

/// Lines that go on from these words, up to a colon at their end.
const BEGINNINGS: [(Label, &str); 8] = [
    (Label::Evidence, "evidence may "),
    (Label::Evidence, "evidence can "),
    (Label::Evidence, "evidence could "),
    (Label::Evidence, "suitable evidence "),
    (Label::Table, "the candidate provides evidence"),
    (Label::Table, "the candidate must provide evidence"),
    (Label::Table, "the learner must provide evidence"),
    (Label::Table, "on completion of this unit"),
];

const LABELS: Labels<Label> = Labels { lines: &LINES, beginnings: &BEGINNINGS, longest: 100 };

impl Label {
    /// The label that a line is or begins with, and what stands behind its colon.
    pub fn of(line: &str) -> Option<(Self, &str)> {
        LABELS.find(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(Label, &str)>) {
        assert_eq!(Label::of(line), expected);
    }

    #[test]
    fn labels_are_told_by_their_words() {
        check("Assessment Criteria", Some((Label::Criteria, "")));
        check("Evidence could come from: logs", Some((Label::Evidence, "logs")));
        check("NB: keep it short", Some((Label::Note, "keep it short")));
        check("Evidence may come from anywhere.", None);
        check("Range of post", None);
    }
}
