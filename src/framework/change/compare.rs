//! Goes through two paired revisions in the order of the newer one, and puts down what differs.

use std::collections::BTreeMap;

use crate::framework::{Competency, Criterion, Expectation, Framework, LevelId, Question, Range};

use super::found::{At, Found};
use super::pairing::{Pairing, out_of_order};
use super::pairs::{Asked, Pairs, Standing};
use super::{Change, Part, Subject};

/// What went, by the number of the place in which it stood; nowhere, if that place went too.
type Gone = BTreeMap<Option<usize>, Vec<usize>>;

pub(super) struct Comparison<'a> {
    pairs: Pairs<'a>,
    found: Found,
    gone_criteria: Gone,
    gone_questions: Gone,
}

impl<'a> Comparison<'a> {
    pub fn of(old: &'a Framework, new: &'a Framework) -> Self {
        let pairs = Pairs::of(old, new);
        let mut gone_criteria = Gone::new();
        for index in pairs.criteria.gone() {
            gone_criteria.entry(pairs.old.criteria[index].home).or_default().push(index);
        }
        let mut gone_questions = Gone::new();
        for index in pairs.questions.gone() {
            gone_questions.entry(pairs.old.questions[index].home).or_default().push(index);
        }
        Self { pairs, found: Found::default(), gone_criteria, gone_questions }
    }

    pub fn changes(mut self) -> Vec<Change> {
        self.front();
        self.levels();
        self.competencies();
        let alone = self.pairs.new.questions.partition_point(|asked| asked.competency.is_some());
        self.questions(alone..self.pairs.new.questions.len(), Some(0));
        // What is left stood where nothing stands any more.
        let criteria: Vec<_> = std::mem::take(&mut self.gone_criteria).into_values().flatten().collect();
        self.criteria_gone(&criteria);
        let questions: Vec<_> = std::mem::take(&mut self.gone_questions).into_values().flatten().collect();
        self.questions_gone(&questions);
        self.found.finish()
    }

    /// Everything but levels, competencies and questions.
    fn front(&mut self) {
        let (old, new) = (self.pairs.old.framework, self.pairs.new.framework);
        let at = At { subject: Subject::Framework, place: "", about: None };
        let found = &mut self.found;
        found.text(at, Part::Identifier, old.id.as_str(), new.id.as_str());
        found.text(at, Part::Title, &old.title, &new.title);
        found.optional(at, Part::Summary, old.summary.as_deref(), new.summary.as_deref());
        found.text(at, Part::Language, &old.language, &new.language);
        found.text(at, Part::Purpose, old.purpose.name(), new.purpose.name());
        found.unknown(&old.unknown, &new.unknown);
        let (old, new) = (&old.source, &new.source);
        found.text(at, Part::Publisher, &old.publisher, &new.publisher);
        found.text(at, Part::Document, &old.document, &new.document);
        found.optional(at, Part::Address, old.url.as_deref(), new.url.as_deref());
        found.optional(at, Part::Licence, old.licence.as_deref(), new.licence.as_deref());
        found.optional(at, Part::SourceNote, old.note.as_deref(), new.note.as_deref());
        found.unknown(&old.unknown, &new.unknown);
    }

    fn levels(&mut self) {
        let (olds, news) = (&self.pairs.old.framework.levels, &self.pairs.new.framework.levels);
        let moved = moved(&self.pairs.levels, 0..news.len(), |_, _| true);
        for (index, new) in news.iter().enumerate() {
            let Some(was) = self.pairs.levels.old_of(index) else {
                self.found.came(Subject::Level, "", &new.name);
                continue;
            };
            let old = &olds[was];
            let at = At { subject: Subject::Level, place: "", about: Some(&new.name) };
            self.found.text(at, Part::Name, &old.name, &new.name);
            self.found.optional(at, Part::Summary, old.summary.as_deref(), new.summary.as_deref());
            if old.within.as_ref().map(|id| self.pairs.level(id)) != new.within.as_ref().map(Some) {
                let within = old.within.as_ref().map(|id| self.pairs.old.level_name(id));
                let now = new.within.as_ref().map(|id| self.pairs.new.level_name(id));
                self.found.lines(at, Part::Within, texts(within), texts(now));
            }
            if moved.contains(&index) {
                self.found.moved(at, nth(was, olds.len()), nth(index, news.len()));
            }
            self.found.renamed().levels += usize::from(old.id != new.id);
            self.found.unknown(&old.unknown, &new.unknown);
        }
        for index in self.pairs.levels.gone() {
            self.found.went(Subject::Level, "", &olds[index].name);
        }
    }

    fn competencies(&mut self) {
        let (olds, news) = (&self.pairs.old.framework.competencies, &self.pairs.new.framework.competencies);
        let moved = moved(&self.pairs.competencies, 0..news.len(), |_, _| true);
        let (mut criterion, mut question) = (0, 0);
        for (index, new) in news.iter().enumerate() {
            let old = self.pairs.competencies.old_of(index).map(|was| (was, &olds[was]));
            if let Some((was, old)) = old {
                let at = At { subject: Subject::Competency, place: "", about: Some(&new.title) };
                self.competency(at, old, new);
                if moved.contains(&index) {
                    self.found.moved(at, nth(was, olds.len()), nth(index, news.len()));
                }
            } else {
                self.found.came(Subject::Competency, "", &new.title);
            }
            criterion = self.expectations(old.map(|(_, old)| old), new, criterion);
            self.questions(question..question + new.questions.len(), Some(index + 1));
            question += new.questions.len();
        }
        for index in self.pairs.competencies.gone() {
            self.found.went(Subject::Competency, "", &olds[index].title);
        }
    }

    fn competency(&mut self, at: At<'_>, old: &Competency, new: &Competency) {
        let found = &mut self.found;
        found.text(at, Part::Title, &old.title, &new.title);
        found.optional(at, Part::Code, old.code.as_deref(), new.code.as_deref());
        found.optional(at, Part::Summary, old.summary.as_deref(), new.summary.as_deref());
        found.list(at, Part::Activities, &old.activities, &new.activities, String::clone);
        found.list(at, Part::Guidance, &old.guidance, &new.guidance, String::clone);
        found.list(at, Part::Notes, &old.notes, &new.notes, String::clone);
        found.list(at, Part::Evidence, &old.evidence, &new.evidence, String::clone);
        found.renamed().competencies += usize::from(old.id != new.id);
        found.unknown(&old.unknown, &new.unknown);
    }

    /// What a competency expects at each level, its criteria from the given index on. Gives back the next one.
    fn expectations(&mut self, old: Option<&'a Competency>, new: &'a Competency, mut criterion: usize) -> usize {
        let mut left: BTreeMap<Option<&LevelId>, Vec<(usize, &'a Expectation)>> = BTreeMap::new();
        for (index, stated) in old.iter().flat_map(|old| old.expectations.iter().enumerate()) {
            left.entry(self.pairs.level(&stated.level)).or_default().push((index, stated));
        }
        let mut was = Vec::new();
        for stated in &new.expectations {
            let place = self.pairs.new.place(new, stated);
            let before = left.get_mut(&Some(&stated.level)).and_then(Vec::pop);
            was.extend(before.map(|(index, _)| (index, place.clone())));
            let at = At { subject: Subject::Expectation, place: &place, about: None };
            self.expectation(at, before.map(|(_, before)| before), Some(stated));
            self.criteria(criterion..criterion + stated.criteria.len());
            criterion += stated.criteria.len();
        }
        for (place, before) in left.into_values().flatten().filter_map(|(_, before)| Some((old?, before))) {
            let place = self.pairs.old.place(place, before);
            self.expectation(At { subject: Subject::Expectation, place: &place, about: None }, Some(before), None);
        }
        let order: Vec<_> = was.iter().map(|(index, _)| *index).collect();
        let count = new.expectations.len();
        let moved = out_of_order(&order).into_iter().enumerate().filter(|(_, moved)| *moved);
        for (index, _) in moved {
            let (before, place) = &was[index];
            let at = At { subject: Subject::Expectation, place, about: None };
            self.found.moved(at, nth(*before, old.map_or(0, |old| old.expectations.len())), nth(index, count));
        }
        criterion
    }

    /// What an expectation says beside its criteria.
    fn expectation(&mut self, at: At<'_>, old: Option<&'a Expectation>, new: Option<&'a Expectation>) {
        let pairs = &self.pairs;
        let olds: Vec<_> = old.iter().flat_map(|stated| &stated.includes).collect();
        let news: Vec<_> = new.iter().flat_map(|stated| &stated.includes).collect();
        let same = olds.len() == news.len() && olds.iter().zip(&news).all(|(old, new)| pairs.level(old) == Some(new));
        if !same {
            let olds = olds.iter().map(|id| pairs.old.level_name(id).to_owned()).collect();
            let news = news.iter().map(|id| pairs.new.level_name(id).to_owned()).collect();
            self.found.lines(at, Part::Includes, olds, news);
        }
        match (old, new) {
            (Some(old), Some(new)) => self.found.unknown(&old.unknown, &new.unknown),
            (None, Some(new)) if new.says_nothing() => self.found.came(Subject::Expectation, at.place, NOTHING),
            (Some(old), None) if old.says_nothing() => self.found.went(Subject::Expectation, at.place, NOTHING),
            _ => {}
        }
    }

    /// The criteria of one expectation of the newer revision, and those that went from it.
    fn criteria(&mut self, range: std::ops::Range<usize>) {
        let home = range.clone().next().and_then(|index| self.pairs.new.criteria[index].home);
        let is_home = |old: usize, new: usize| self.pairs.old.criteria[old].home == self.pairs.new.criteria[new].home;
        let moved = moved(&self.pairs.criteria, range.clone(), is_home);
        for index in range {
            let place = self.pairs.new.place_of(&self.pairs.new.criteria[index]);
            let new = self.pairs.new.criteria[index].criterion;
            let Some(was) = self.pairs.criteria.old_of(index) else {
                self.found.came(Subject::Criterion, &place, &new.text);
                continue;
            };
            let at = At { subject: Subject::Criterion, place: &place, about: Some(&new.text) };
            let pairs = &self.pairs;
            let (old, now) = (&pairs.old.criteria[was], &pairs.new.criteria[index]);
            if old.home != now.home {
                self.found.moved(at, pairs.old.place_of(old), place.clone());
            } else if moved.contains(&index) {
                self.found.moved(at, old.nth(), now.nth());
            }
            let old = old.criterion;
            self.criterion(at, old, new);
        }
        if let Some(gone) = home.and_then(|home| self.gone_criteria.remove(&Some(home))) {
            self.criteria_gone(&gone);
        }
    }

    fn criterion(&mut self, at: At<'_>, old: &'a Criterion, new: &'a Criterion) {
        let (found, pairs) = (&mut self.found, &self.pairs);
        found.text(at, Part::Text, &old.text, &new.text);
        found.optional(at, Part::Code, old.code.as_deref(), new.code.as_deref());
        found.list(at, Part::Examples, &old.examples, &new.examples, String::clone);
        found.list(at, Part::Guidance, &old.guidance, &new.guidance, String::clone);
        let told = |range: &Range| (range.title.clone(), range.items.clone(), range.minimum);
        if old.range.iter().map(told).ne(new.range.iter().map(told)) {
            found.lines(at, Part::Range, old.range.iter().map(range).collect(), new.range.iter().map(range).collect());
        } else {
            old.range.iter().zip(&new.range).for_each(|(old, new)| found.unknown(&old.unknown, &new.unknown));
        }
        if old.repeats.as_ref().map(|id| pairs.criterion(id)) != new.repeats.as_ref().map(Some) {
            let was = old.repeats.as_ref().map(|id| pairs.old.criterion_text(id));
            let now = new.repeats.as_ref().map(|id| pairs.new.criterion_text(id));
            found.lines(at, Part::Repeats, texts(was), texts(now));
        }
        found.renamed().criteria += usize::from(old.id != new.id);
        found.unknown(&old.unknown, &new.unknown);
    }

    fn criteria_gone(&mut self, gone: &[usize]) {
        for standing in gone.iter().map(|index| &self.pairs.old.criteria[*index]) {
            self.found.went(Subject::Criterion, &self.pairs.old.place_of(standing), &standing.criterion.text);
        }
    }

    /// The questions of one place in the newer revision, and those that went from it.
    fn questions(&mut self, range: std::ops::Range<usize>, home: Option<usize>) {
        let is_home = |old: usize, new: usize| self.pairs.old.questions[old].home == self.pairs.new.questions[new].home;
        let moved = moved(&self.pairs.questions, range.clone(), is_home);
        for index in range {
            let pairs = &self.pairs;
            let now = &pairs.new.questions[index];
            let (place, new) = (pairs.new.place_of_question(now), now.question);
            let Some(was) = pairs.questions.old_of(index) else {
                self.found.came(Subject::Question, &place, &new.text);
                continue;
            };
            let at = At { subject: Subject::Question, place: &place, about: Some(&new.text) };
            let old = &pairs.old.questions[was];
            if old.home != now.home {
                self.found.moved(at, pairs.old.place_of_question(old), place.clone());
            } else if moved.contains(&index) {
                let count = |asked: &Asked<'_>, framework: &Framework| {
                    asked.competency.map_or(framework.questions.len(), |it| framework.competencies[it].questions.len())
                };
                let (olds, news) = (count(old, pairs.old.framework), count(now, pairs.new.framework));
                self.found.moved(at, nth(old.position, olds), nth(now.position, news));
            }
            let old = old.question;
            self.question(at, old, new);
        }
        if let Some(gone) = self.gone_questions.remove(&home) {
            self.questions_gone(&gone);
        }
    }

    fn question(&mut self, at: At<'_>, old: &'a Question, new: &'a Question) {
        let (found, pairs) = (&mut self.found, &self.pairs);
        found.text(at, Part::Text, &old.text, &new.text);
        found.text(at, Part::Kind, old.kind.name(), new.kind.name());
        found.text(at, Part::Minutes, &old.minutes.to_string(), &new.minutes.to_string());
        if old.criteria.iter().map(|id| pairs.criterion(id)).ne(new.criteria.iter().map(Some)) {
            let was = old.criteria.iter().map(|id| pairs.old.criterion_text(id));
            let now = new.criteria.iter().map(|id| pairs.new.criterion_text(id));
            found.lines(at, Part::Aims, texts(was), texts(now));
        }
        found.list(at, Part::Probes, &old.probes, &new.probes, String::clone);
        found.optional(at, Part::Strong, old.strong.as_deref(), new.strong.as_deref());
        found.optional(at, Part::Weak, old.weak.as_deref(), new.weak.as_deref());
        found.renamed().questions += usize::from(old.id != new.id);
        found.unknown(&old.unknown, &new.unknown);
    }

    fn questions_gone(&mut self, gone: &[usize]) {
        for asked in gone.iter().map(|index| &self.pairs.old.questions[*index]) {
            self.found.went(Subject::Question, &self.pairs.old.place_of_question(asked), &asked.question.text);
        }
    }
}

/// What stands for an expectation without criteria.
const NOTHING: &str = "nothing is expected";

impl Standing<'_> {
    fn nth(&self) -> String {
        nth(self.position, self.expectation.criteria.len())
    }
}

/// Which of these new ones stand in another order than they did, of those that are still at home.
fn moved(
    pairing: &Pairing,
    range: std::ops::Range<usize>,
    is_home: impl Fn(usize, usize) -> bool,
) -> std::collections::BTreeSet<usize> {
    let (now, was): (Vec<_>, Vec<_>) =
        range.filter_map(|new| Some((new, pairing.old_of(new)?))).filter(|(new, old)| is_home(*old, *new)).unzip();
    now.into_iter().zip(out_of_order(&was)).filter(|(_, moved)| *moved).map(|(new, _)| new).collect()
}

fn nth(index: usize, count: usize) -> String {
    format!("place {} of {count}", index + 1)
}

fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}

/// A range in one line: "Channels: phone; chat; mail (at least 2 of 3)".
fn range(range: &Range) -> String {
    let title = range.title.as_deref().map(|title| format!("{title}: ")).unwrap_or_default();
    let asked = range.asked().map(|asked| format!(" ({asked})")).unwrap_or_default();
    format!("{title}{}{asked}", range.items.join("; "))
}
