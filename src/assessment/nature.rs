//! What a kind of evidence shows, told from the words that a unit gives it: that somebody did something, what she says or
//! writes about it, a report, or a document of others. A unit writes its kinds as it likes, so that some tell nothing;
//! those are named as such, and nothing is concluded from them.

/// What evidence of a kind can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// That it was done: seen by somebody, told by those for whom it was done, or left behind by the work itself.
    Performance,
    /// What the candidate says or writes when she is asked.
    Account,
    /// A report of the candidate's, which needs other evidence beside it.
    Report,
    /// What others laid down: it frames the work, and does not show that it was done.
    Document,
    /// Its words tell nothing.
    Unknown,
}

/// Beginnings of words by which a kind is recognised, in the order in which they count: the report of an observer is an
/// observation, the record of a discussion tells what was said, and a report on feedback is a report.
const SIGNS: [(Nature, &[&str]); 5] = [
    (Nature::Performance, &["observ", "witness", "testimon", "simulat", "demonstrat", "practical"]),
    (
        Nature::Account,
        &[
            "question",
            "discussion",
            "reflect",
            "account",
            "interview",
            "assignment",
            "essay",
            "exam",
            "test",
            "quiz",
            "oral",
            "statement",
            "storyboard",
            "diary",
            "study",
            "studies",
        ],
    ),
    (Nature::Report, &["report"]),
    (
        Nature::Performance,
        &["performance", "product", "feedback", "record", "artefact", "artifact", "logbook", "video", "audio", "photo"],
    ),
    (
        Nature::Document,
        &["polic", "procedure", "requirement", "regulat", "legislat", "law", "document", "standard", "guideline"],
    ),
];

impl Nature {
    /// What the words of a kind tell.
    pub fn of(kind: &str) -> Self {
        let kind = kind.to_lowercase();
        let words: Vec<_> = kind.split(|letter: char| !letter.is_alphanumeric()).collect();
        let holds = |signs: &[&str]| words.iter().any(|word| signs.iter().any(|sign| word.starts_with(sign)));
        SIGNS.iter().find(|(_, signs)| holds(signs)).map_or(Self::Unknown, |(nature, _)| *nature)
    }
}

/// Whether an outcome asks that something is done, and not only understood: its title says so.
pub fn asks_for_performance(title: &str) -> bool {
    title.trim_start().to_lowercase().starts_with("be able to")
}

/// The name of a kind, without the signs by which a unit leads to the notes below its list.
pub fn kind_name(kind: &str) -> &str {
    match kind.trim_end_matches(['*', '†', '‡', ' ']) {
        "" => kind,
        name => name,
    }
}

/// A kind where the notes of the unit stand beside: one that a note is about says so.
pub fn kind_beside_notes(kind: &str) -> String {
    let name = kind_name(kind);
    if name == kind { name.to_owned() } else { format!("{name} (see the notes)") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_without_the_sign_of_a_note() {
        for (kind, name, beside) in [
            ("Observation", "Observation", "Observation"),
            (
                "Documents of the organisation*",
                "Documents of the organisation",
                "Documents of the organisation (see the notes)",
            ),
            ("Records **", "Records", "Records (see the notes)"),
            ("*", "*", "*"),
        ] {
            assert_eq!((kind_name(kind), kind_beside_notes(kind).as_str()), (name, beside));
        }
    }

    #[track_caller]
    fn check(nature: Nature, kinds: &[&str]) {
        for kind in kinds {
            assert_eq!(Nature::of(kind), nature, "{kind}");
        }
    }

    #[test]
    fn what_shows_that_it_was_done() {
        check(
            Nature::Performance,
            &[
                "Observation",
                "Report of an observation",
                "Witness testimony",
                "Testimony of an expert witness",
                "Work product",
                "Products of work",
                "Feedback from customers",
                "Customer records",
                "Simulation",
                "Video of a briefing",
            ],
        );
    }

    #[test]
    fn what_is_said_or_written_on_being_asked() {
        check(
            Nature::Account,
            &[
                "Questions put to the candidate",
                "Questioning",
                "Records of questioning",
                "Professional discussion",
                "Reflective account",
                "Personal statement",
                "Written assignment",
                "Product knowledge test",
                "Case study",
            ],
        );
    }

    #[test]
    fn what_is_a_report() {
        check(
            Nature::Report,
            &["Report on how customer service operations are managed", "A report on customers’ feedback*"],
        );
    }

    #[test]
    fn what_others_laid_down() {
        check(
            Nature::Document,
            &["Policies and procedures of the organisation*", "Requirements of law and regulation", "Documents*"],
        );
    }

    #[test]
    fn what_tells_nothing() {
        check(Nature::Unknown, &["", "Evidence", "Beobachtung", "Portfolio"]);
    }

    #[test]
    fn an_outcome_that_begins_so_asks_for_performance() {
        assert!(asks_for_performance("Be able to plan the desk"));
        assert!(asks_for_performance(" BE ABLE TO plan"));
        assert!(!asks_for_performance("Understand how to be able to plan"));
    }
}
