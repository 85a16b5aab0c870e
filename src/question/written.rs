//! A question as somebody wrote it down, in a form or in a row of a file: nothing but texts. [`Written::checked`] makes an
//! own question of it, or says of every part what is wrong with it.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::framework::{Competency, CompetencyId, CriterionId, Framework, Kind, Places, Question, QuestionId};

use super::own::{self, Own};

/// The most characters of a question, of a probe and of a tag, and of what is said of answers.
pub const LONGEST: usize = 500;
const LONGEST_ANSWER: usize = 1_000;
const LONGEST_TAG: usize = 40;

const MOST_MINUTES: u32 = 60;
const MOST_PROBES: usize = 4;
const MOST_TAGS: usize = 10;

/// Minutes that a question takes until something else is said.
pub const MINUTES: u32 = 5;

/// What is written down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Written {
    /// Blank where it has none yet.
    pub id: String,
    /// The id of the competency, or its title or code; blank: that of the criteria.
    pub competency: String,
    pub kind: String,
    pub minutes: String,
    pub text: String,
    /// Blank ones are left out.
    pub probes: Vec<String>,
    pub strong: String,
    pub weak: String,
    /// The id of each criterion, or its code.
    pub criteria: Vec<String>,
    pub tags: Vec<String>,
}

/// A part of a question that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Id,
    Competency,
    Kind,
    Minutes,
    Text,
    Probes,
    Strong,
    Weak,
    Criteria,
    Tags,
}

impl Part {
    /// In the order in which tables list them.
    pub const ALL: [Self; 10] = [
        Self::Id,
        Self::Competency,
        Self::Kind,
        Self::Minutes,
        Self::Text,
        Self::Probes,
        Self::Strong,
        Self::Weak,
        Self::Criteria,
        Self::Tags,
    ];

    /// The heading of its column in a table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Competency => "competency",
            Self::Kind => "kind",
            Self::Minutes => "minutes",
            Self::Text => "question",
            Self::Probes => "probes",
            Self::Strong => "strong",
            Self::Weak => "weak",
            Self::Criteria => "criteria",
            Self::Tags => "tags",
        }
    }
}

/// What is wrong with a part, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub part: Part,
    pub text: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Fault {}

impl Written {
    /// A question as it would be written down, with the competency that it is for.
    pub fn of(competency: Option<&CompetencyId>, question: &Question) -> Self {
        Self {
            id: question.id.to_string(),
            competency: competency.map(ToString::to_string).unwrap_or_default(),
            kind: question.kind.name().to_owned(),
            minutes: question.minutes.to_string(),
            text: plain(&question.text),
            probes: question.probes.iter().map(|probe| plain(probe)).collect(),
            strong: plain(question.strong.as_deref().unwrap_or_default()),
            weak: plain(question.weak.as_deref().unwrap_or_default()),
            criteria: question.criteria.iter().map(ToString::to_string).collect(),
            tags: own::tags(question).into_iter().map(plain).collect(),
        }
    }

    /// The own question that this makes, under an id of its own text.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn checked(&self, framework: &Framework) -> Result<Own, Vec<Fault>> {
        let mut faults = Faults::default();
        let text = faults.text(&self.text);
        let kind = faults.kind(&self.kind);
        let minutes = faults.minutes(&self.minutes);
        let probes = faults.probes(&self.probes);
        let strong = faults.answer(Part::Strong, &self.strong);
        let weak = faults.answer(Part::Weak, &self.weak);
        let tags = faults.tags(&self.tags);
        let (competency, criteria) = faults.aims(self, framework);
        match (faults.0.is_empty(), kind, minutes, competency) {
            (true, Some(kind), Some(minutes), Some(competency)) => {
                let id = own::id_of(&competency, &text);
                let unknown = own::marks(tags);
                Ok(Own {
                    competency,
                    question: Question { id, text, kind, minutes, criteria, probes, strong, weak, unknown },
                })
            }
            _ => {
                faults.0.sort_by_key(|fault| fault.part);
                Err(faults.0)
            }
        }
    }

    /// Its id, if it is one of an own question.
    pub fn own_id(&self) -> Option<QuestionId> {
        let id = self.id.trim();
        (id.starts_with(own::PREFIX) && crate::framework::is_slug(id)).then(|| QuestionId::new(id))
    }
}

/// A text on one line, without characters that cannot be seen and change what is.
fn plain(text: &str) -> String {
    let seen = |letter: &char| {
        letter.is_whitespace()
            || !(letter.is_control()
                || matches!(letter, '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    };
    let text: String = text.chars().filter(seen).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wrong so far. Each method gives a part as far as it can be told.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn say(&mut self, part: Part, text: impl Into<String>) {
        self.0.push(Fault { part, text: text.into() });
    }

    fn text(&mut self, text: &str) -> String {
        let text = plain(text);
        if text.is_empty() {
            self.say(Part::Text, "the question is empty. Write what you ask.");
        }
        self.length(Part::Text, "the question", &text, LONGEST);
        text
    }

    fn length(&mut self, part: Part, what: &str, text: &str, most: usize) {
        let count = text.chars().count();
        if count > most {
            self.say(part, format!("{what} has {count} characters, and {most} is the most. Shorten it."));
        }
    }

    fn kind(&mut self, word: &str) -> Option<Kind> {
        let wanted = plain(word).to_lowercase();
        let known = |kind: &Kind| kind.name() == wanted || (*kind == Kind::Behavioural && wanted == "behavioral");
        let found = Kind::ALL.into_iter().find(known);
        if found.is_none() {
            let fault = if wanted.is_empty() {
                "it does not say what kind of question it is".to_owned()
            } else {
                format!("“{}” is no kind of question", plain(word))
            };
            let text = format!("{fault}. Use behavioural, situational, knowledge or reflective.");
            self.say(Part::Kind, text);
        }
        found
    }

    fn minutes(&mut self, number: &str) -> Option<u32> {
        let number = plain(number);
        let found = number.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
        if found.is_none() {
            let fault = if number.is_empty() {
                "it does not say how many minutes it takes".to_owned()
            } else {
                format!("“{number}” is no number of minutes for one question")
            };
            self.say(
                Part::Minutes,
                format!("{fault}. Write a whole number from 1 to {MOST_MINUTES}, probes included."),
            );
        }
        found
    }

    fn probes(&mut self, probes: &[String]) -> Vec<String> {
        let probes: Vec<_> = probes.iter().map(|probe| plain(probe)).filter(|probe| !probe.is_empty()).collect();
        if probes.len() > MOST_PROBES {
            let text = format!("there are {} probes, and {MOST_PROBES} is the most. Keep the best.", probes.len());
            self.say(Part::Probes, text);
        }
        for (number, probe) in (1..).zip(&probes) {
            self.length(Part::Probes, &format!("probe {number}"), probe, LONGEST);
        }
        probes
    }

    fn answer(&mut self, part: Part, text: &str) -> Option<String> {
        let text = plain(text);
        self.length(part, "what is said of the answer", &text, LONGEST_ANSWER);
        Some(text).filter(|text| !text.is_empty())
    }

    fn tags(&mut self, tags: &[String]) -> Vec<String> {
        let mut known = BTreeSet::new();
        let words = tags.iter().flat_map(|tag| tag.split([',', ';', '\n'])).map(plain);
        let tags: Vec<_> = words.filter(|tag| !tag.is_empty() && known.insert(tag.to_lowercase())).collect();
        if tags.len() > MOST_TAGS {
            self.say(Part::Tags, format!("there are {} tags, and {MOST_TAGS} is the most. Keep the best.", tags.len()));
        }
        for tag in &tags {
            self.length(Part::Tags, &format!("the tag “{tag}”"), tag, LONGEST_TAG);
        }
        tags
    }

    /// The competency and the criteria, which have to go together.
    fn aims(&mut self, written: &Written, framework: &Framework) -> (Option<CompetencyId>, Vec<CriterionId>) {
        let places = Places::of(framework);
        let mut criteria = Vec::new();
        for name in written.criteria.iter().map(|name| plain(name)).filter(|name| !name.is_empty()) {
            match criterion(framework, &places, &name) {
                Some(id) if criteria.contains(&id) => {}
                Some(id) => criteria.push(id),
                None => self.say(
                    Part::Criteria,
                    format!("this framework has no criterion “{name}”. Use the id or the code of one that it has."),
                ),
            }
        }
        if written.criteria.iter().all(|name| plain(name).is_empty()) {
            let text = "it aims at no criterion, so it would never be proposed. Choose one to four.";
            self.say(Part::Criteria, text);
        }
        let aims = Question { criteria, ..nothing() };
        places.faults_of_aims(&aims).into_iter().for_each(|fault| self.say(Part::Criteria, fault));
        let aimed = places.competency_of(&aims).and_then(|id| framework.competency(id));
        (self.competency(written, framework, aimed), aims.criteria)
    }

    fn competency(
        &mut self,
        written: &Written,
        framework: &Framework,
        aimed: Option<&Competency>,
    ) -> Option<CompetencyId> {
        let name = plain(&written.competency);
        if name.is_empty() {
            if aimed.is_none() {
                let text = "it does not say which competency it is for. Name one of this framework.";
                self.say(Part::Competency, text);
            }
            return aimed.map(|competency| competency.id.clone());
        }
        let Some(named) = competency(framework, &name) else {
            let text =
                format!("this framework has no competency “{name}”. Use the id or the title of one that it has.");
            self.say(Part::Competency, text);
            return None;
        };
        if let Some(aimed) = aimed.filter(|aimed| aimed.id != named.id) {
            let (named, aimed) = (&named.title, &aimed.title);
            self.say(
                Part::Criteria,
                format!(
                    "the question is for “{named}” but aims at criteria of “{aimed}”. Choose criteria of “{named}”, or ask it for “{aimed}”."
                ),
            );
        }
        Some(named.id.clone())
    }
}

/// A question of which only the aims are looked at.
fn nothing() -> Question {
    Question {
        id: QuestionId::new(""),
        text: String::new(),
        kind: Kind::Behavioural,
        minutes: MINUTES,
        criteria: Vec::new(),
        probes: Vec::new(),
        strong: None,
        weak: None,
        unknown: crate::framework::Unknown::new(),
    }
}

fn competency<'a>(framework: &'a Framework, name: &str) -> Option<&'a Competency> {
    let lower = name.to_lowercase();
    let by_id = framework.competencies.iter().find(|known| known.id.as_str() == name);
    let titled = |known: &Competency| known.title.to_lowercase() == lower || known.code.as_deref() == Some(name);
    by_id.or_else(|| only(framework.competencies.iter().filter(|known| titled(known))))
}

fn criterion(framework: &Framework, places: &Places<'_>, name: &str) -> Option<CriterionId> {
    let id = CriterionId::new(name);
    if places.get(&id).is_some() {
        return Some(id);
    }
    let coded = framework.criteria().map(|(_, _, criterion)| criterion);
    only(coded.filter(|criterion| criterion.code.as_deref() == Some(name))).map(|criterion| criterion.id.clone())
}

/// The one that there is; none where it could be several.
fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    found.next().filter(|_| found.next().is_none())
}
