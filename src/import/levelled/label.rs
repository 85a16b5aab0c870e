//! Lines that say what the lines below them are: "Description", "Activities may include:", "Interview questions".

use crate::import::label::Labels;

/// What stands below such a line, or behind its colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    Title,
    Code,
    Description,
    Guidance,
    Activities,
    /// The levels with their statements.
    Levels,
    Questions,
    Notes,
    Evidence,
}

/// Lines without their colon.
const LINES: [(Label, &[&str]); 9] = [
    (Label::Title, &["title", "skill title", "skill name", "competency title", "competency name", "name of the skill"]),
    (Label::Code, &["code", "skill code", "competency code"]),
    (
        Label::Description,
        &[
            "description",
            "skill description",
            "competency description",
            "overall description",
            "overview",
            "definition",
            "summary",
            "purpose",
        ],
    ),
    (Label::Guidance, &["guidance", "guidance note", "guidance notes", "guidelines", "hints"]),
    (Label::Activities, &["activities", "typical activities", "example activities", "typical tasks", "tasks"]),
    (
        Label::Levels,
        &[
            "levels",
            "level descriptions",
            "level descriptors",
            "levels of responsibility",
            "proficiency levels",
            "proficiency statements",
            "behavior statements",
            "behaviour statements",
            "behavioral statements",
            "behavioural statements",
            "behavioral indicators",
            "behavioural indicators",
            "behaviors",
            "behaviours",
            "statements",
            "indicators",
        ],
    ),
    (
        Label::Questions,
        &[
            "interview questions",
            "questions",
            "sample questions",
            "example questions",
            "sample interview questions",
            "example interview questions",
            "suggested interview questions",
            "suggested questions",
            "behavioral interview questions",
            "behavioural interview questions",
            "behavioral questions",
            "behavioural questions",
            "questions to ask",
            "interviewfragen",
            "fragen",
            "mögliche fragen",
            "questions d'entretien",
            "questions d’entretien",
            "preguntas",
            "preguntas de entrevista",
            "perguntas",
            "perguntas de entrevista",
            "domande",
            "domande per il colloquio",
            "vragen",
            "interviewvragen",
            "أسئلة المقابلة",
            "שאלות ראיון",
            "面接の質問",
            "面试问题",
        ],
    ),
    (Label::Notes, &["note", "notes"]),
    (Label::Evidence, &["evidence", "examples of evidence", "possible evidence", "sources of evidence"]),
];

/// Lines that may go on after these words, up to a colon.
const BEGINNINGS: [(Label, &str); 4] = [
    (Label::Activities, "activities may include"),
    (Label::Activities, "activities include"),
    (Label::Activities, "typical activities include"),
    (Label::Evidence, "evidence may "),
];

const LABELS: Labels<Label> = Labels { lines: &LINES, beginnings: &BEGINNINGS, longest: 80 };

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
        check("Skill description", Some((Label::Description, "")));
        check("ACTIVITIES may include, among others:", Some((Label::Activities, "")));
        check("Code: ABCD", Some((Label::Code, "ABCD")));
        check("Questions that callers ask are answered", None);
        check("Activities include sorting the post.", None);
    }
}
