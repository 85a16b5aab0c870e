//! The changes found so far, and how each is put down.

use crate::framework::wording::{count, listed};
use crate::framework::{Unknown, canonical};

use super::{Change, ChangeKind, Part, Subject};

/// What was found. Fields that this release does not know, and identifiers, are told together at the end.
#[derive(Default)]
pub(super) struct Found {
    changes: Vec<Change>,
    others: bool,
    renamed: Renamed,
}

/// How many got another identifier.
#[derive(Default)]
pub(super) struct Renamed {
    pub levels: usize,
    pub competencies: usize,
    pub criteria: usize,
    pub questions: usize,
}

/// The thing that is compared.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub subject: Subject,
    pub place: &'a str,
    /// Its text or name in the newer revision; none for the framework.
    pub about: Option<&'a str>,
}

impl Found {
    /// All changes, with the summing ones at the end.
    pub fn finish(self) -> Vec<Change> {
        let Self { mut changes, others, renamed } = self;
        let mut sum = |part, new| {
            let (kind, subject, place) = (ChangeKind::Changed, Subject::Framework, String::new());
            changes.push(Change { kind, subject, part, place, about: None, old: None, new });
        };
        if let Some(told) = renamed.told() {
            sum(Part::Identifiers, Some(told));
        }
        if others {
            sum(Part::OtherFields, None);
        }
        changes
    }

    pub fn renamed(&mut self) -> &mut Renamed {
        &mut self.renamed
    }

    pub fn came(&mut self, subject: Subject, place: &str, text: &str) {
        self.push(At { subject, place, about: None }, Part::Whole, None, Some(text.to_owned()));
    }

    pub fn went(&mut self, subject: Subject, place: &str, text: &str) {
        self.push(At { subject, place, about: None }, Part::Whole, Some(text.to_owned()), None);
    }

    /// It stands elsewhere.
    pub fn moved(&mut self, at: At<'_>, old: String, new: String) {
        self.push(at, Part::Place, Some(old), Some(new));
    }

    pub fn text(&mut self, at: At<'_>, part: Part, old: &str, new: &str) {
        if old != new {
            let said = |text: &str| Some(text).filter(|text| !text.is_empty()).map(str::to_owned);
            self.push(at, part, said(old), said(new));
        }
    }

    pub fn optional(&mut self, at: At<'_>, part: Part, old: Option<&str>, new: Option<&str>) {
        if old != new {
            self.push(at, part, old.map(str::to_owned), new.map(str::to_owned));
        }
    }

    /// Texts in a row; none is nothing.
    pub fn list<T: PartialEq>(&mut self, at: At<'_>, part: Part, old: &[T], new: &[T], word: impl Fn(&T) -> String) {
        if old != new {
            self.lines(at, part, old.iter().map(&word).collect(), new.iter().map(&word).collect());
        }
    }

    pub fn lines(&mut self, at: At<'_>, part: Part, old: Vec<String>, new: Vec<String>) {
        let joined = |lines: Vec<String>| Some(lines.join("\n")).filter(|_| !lines.is_empty());
        self.push(at, part, joined(old), joined(new));
    }

    /// Notes whether fields differ that this release does not know.
    pub fn unknown(&mut self, old: &Unknown, new: &Unknown) {
        // Numbers that are written otherwise are the same in the canonical form.
        let text = |unknown: &Unknown| canonical(&unknown.clone().into());
        self.others = self.others || (old != new && text(old) != text(new));
    }

    fn push(&mut self, at: At<'_>, part: Part, old: Option<String>, new: Option<String>) {
        let kind = match (&old, &new) {
            (None, Some(_)) => ChangeKind::Added,
            (Some(_), None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        let shown = matches!(part, Part::Whole | Part::Text | Part::Name)
            || (part == Part::Title && at.subject == Subject::Competency);
        let about = at.about.filter(|_| !shown).map(str::to_owned);
        self.changes.push(Change { kind, subject: at.subject, part, place: at.place.to_owned(), about, old, new });
    }
}

impl Renamed {
    fn told(&self) -> Option<String> {
        let all = [
            (self.levels, "level", "levels"),
            (self.competencies, "competency", "competencies"),
            (self.criteria, "criterion", "criteria"),
            (self.questions, "question", "questions"),
        ];
        let told: Vec<_> = all
            .into_iter()
            .filter(|(number, ..)| *number > 0)
            .map(|(number, one, many)| count(number, one, many))
            .collect();
        let told: Vec<_> = told.iter().map(String::as_str).collect();
        (!told.is_empty()).then(|| listed(&told))
    }
}
