//! Corrections of a framework by hand: each makes a new one that reads back as it is, or says why it cannot.
//!
//! Identifiers stay, so that what points at them still does. What a file may hold is decided by `check`, and only
//! asked here.

use std::fmt;

use super::id::joined;
use super::place::Places;
use super::reader::Walk;
use super::wording::listed;
use super::{
    Competency, CompetencyId, Criterion, CriterionId, Framework, Kind, Level, LevelId, Purpose, Question, QuestionId,
    Source, Unknown, check,
};

/// One correction of a framework. Texts lose the spaces around them.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    Title(String),
    Purpose(Purpose),
    /// Blank texts mean that it is not known. Unknown fields of the old source stay.
    Source(Source),
    LevelName {
        level: LevelId,
        name: String,
    },
    /// One place towards the first. Sublevels go with their level, and one moves only within its level.
    LevelUp {
        level: LevelId,
    },
    /// One place towards the last, in the same way.
    LevelDown {
        level: LevelId,
    },
    CriterionText {
        criterion: CriterionId,
        text: String,
    },
    /// A new question for a competency, behind its others. It gets the next free `<competency>.qN` as its id.
    AddQuestion {
        competency: CompetencyId,
        question: NewQuestion,
    },
    RemoveQuestion {
        question: QuestionId,
    },
    /// Which criteria a question aims at; none takes its aims away. One that stood with no competency moves to the one
    /// that it aims at.
    AimQuestion {
        question: QuestionId,
        criteria: Vec<CriterionId>,
    },
}

/// A question that has no id yet.
#[derive(Clone, Debug, PartialEq)]
pub struct NewQuestion {
    pub text: String,
    pub kind: Kind,
    pub minutes: u32,
    /// Criteria of the competency that the question is for.
    pub criteria: Vec<CriterionId>,
    /// Blank ones are left out.
    pub probes: Vec<String>,
    /// Blank: nothing is said of it.
    pub strong: Option<String>,
    pub weak: Option<String>,
}

/// Why a correction cannot be made; the framework stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    UnknownLevel(LevelId),
    UnknownCompetency(CompetencyId),
    UnknownCriterion(CriterionId),
    UnknownQuestion(QuestionId),
    /// A text that has to say something does not: "the title", "the question".
    Blank(&'static str),
    NoMinutes,
    /// No level stands before this one, or behind it, to change places with.
    AtTheEnd {
        /// The level's name.
        level: String,
        /// The name of the level that it lies within.
        within: Option<String>,
        first: bool,
    },
    /// With the level elsewhere, the criteria that these questions aim at would be too far apart.
    Parted {
        level: String,
        /// What the questions say.
        questions: Vec<String>,
    },
    /// The question is for one competency and aims at criteria of another.
    Elsewhere {
        competency: String,
        /// The title of the competency that it aims at.
        aims: String,
    },
    /// What is wrong with the aims, in the words of the file's own check.
    Aims(Vec<String>),
}

impl Framework {
    /// The framework with one correction made.
    ///
    /// # Errors
    /// [`EditError`] says what is wrong with the correction, and how to mend it.
    pub fn edited(&self, edit: &Edit) -> Result<Self, EditError> {
        let mut edited = self.clone();
        match edit {
            Edit::Title(title) => edited.title = said(title, "the title")?,
            Edit::Purpose(purpose) => edited.purpose = *purpose,
            Edit::Source(source) => edited.source = source.trimmed(&self.source.unknown),
            Edit::LevelName { level, name } => edited.level_mut(level)?.name = said(name, "the name of the level")?,
            Edit::LevelUp { level } => edited.move_level(level, true)?,
            Edit::LevelDown { level } => edited.move_level(level, false)?,
            Edit::CriterionText { criterion, text } => {
                edited.criterion_mut(criterion)?.text = said(text, "the criterion")?;
            }
            Edit::AddQuestion { competency, question } => edited.add_question(competency, question)?,
            Edit::RemoveQuestion { question } => {
                let (home, index) = edited.home_of(question)?;
                edited.questions_at(home).remove(index);
            }
            Edit::AimQuestion { question, criteria } => edited.aim_question(question, criteria)?,
        }
        Ok(edited)
    }

    fn level_mut(&mut self, id: &LevelId) -> Result<&mut Level, EditError> {
        let found = self.levels.iter_mut().find(|level| level.id == *id);
        found.ok_or_else(|| EditError::UnknownLevel(id.clone()))
    }

    fn criterion_mut(&mut self, id: &CriterionId) -> Result<&mut Criterion, EditError> {
        let mut criteria = self
            .competencies
            .iter_mut()
            .flat_map(|competency| &mut competency.expectations)
            .flat_map(|expectation| &mut expectation.criteria);
        criteria.find(|criterion| criterion.id == *id).ok_or_else(|| EditError::UnknownCriterion(id.clone()))
    }

    /// Changes places with the level beside it, each with what lies within it.
    fn move_level(&mut self, id: &LevelId, up: bool) -> Result<(), EditError> {
        let own = self.block(id).ok_or_else(|| EditError::UnknownLevel(id.clone()))?;
        let within = self.levels[own.start].within.clone();
        let is_beside = |level: &&Level| level.within == within;
        let beside = if up {
            self.levels[..own.start].iter().rfind(is_beside)
        } else {
            self.levels[own.end..].iter().find(is_beside)
        };
        let name = self.levels[own.start].name.clone();
        let Some(beside) = beside.and_then(|level| self.block(&level.id)) else {
            let within = within.and_then(|parent| Some(self.level(&parent)?.name.clone()));
            return Err(EditError::AtTheEnd { level: name, within, first: up });
        };
        // What lies within one level stands together, so the two blocks touch.
        let (start, end) = (own.start.min(beside.start), own.end.max(beside.end));
        let first = if up { beside } else { own };
        self.levels[start..end].rotate_left(first.len());
        let questions = self.parted();
        if questions.is_empty() { Ok(()) } else { Err(EditError::Parted { level: name, questions }) }
    }

    /// Where a level stands, with what lies within it.
    fn block(&self, id: &LevelId) -> Option<std::ops::Range<usize>> {
        let start = self.levels.iter().position(|level| level.id == *id)?;
        let length = self.levels[start..].iter().take_while(|level| self.lies_within(level, id)).count();
        Some(start..start + length)
    }

    /// What the questions say whose aims do not stand together.
    fn parted(&self) -> Vec<String> {
        let places = Places::of(self);
        let questions = self.competencies.iter().flat_map(|known| &known.questions).chain(&self.questions);
        questions
            .filter(|question| !places.faults_of_aims(question).is_empty())
            .map(|question| question.text.clone())
            .collect()
    }

    fn add_question(&mut self, home: &CompetencyId, new: &NewQuestion) -> Result<(), EditError> {
        let unknown = || EditError::UnknownCompetency(home.clone());
        let index = self.competencies.iter().position(|known| known.id == *home).ok_or_else(unknown)?;
        let question = Question { id: self.free_question_id(home), ..new.question()? };
        let places = Places::of(self);
        sound(&question, &places)?;
        if let Some(aims) = places.competency_of(&question).filter(|aims| *aims != home) {
            let title = |id: &CompetencyId| {
                self.competency(id).map_or_else(|| id.to_string(), |competency| competency.title.clone())
            };
            return Err(EditError::Elsewhere { competency: title(home), aims: title(aims) });
        }
        self.competencies[index].questions.push(question);
        Ok(())
    }

    fn free_question_id(&self, home: &CompetencyId) -> QuestionId {
        let taken: std::collections::BTreeSet<_> = self
            .competencies
            .iter()
            .flat_map(|known| &known.questions)
            .chain(&self.questions)
            .map(|known| known.id.as_str())
            .collect();
        let mut number = 1_usize;
        loop {
            let id = joined(home.as_str(), &format!(".q{number}"));
            if !taken.contains(id.as_str()) {
                return QuestionId::new(id);
            }
            number += 1;
        }
    }

    fn aim_question(&mut self, id: &QuestionId, criteria: &[CriterionId]) -> Result<(), EditError> {
        let (home, index) = self.home_of(id)?;
        let mut question = self.questions_at(home)[index].clone();
        question.criteria = criteria.to_vec();
        let places = Places::of(self);
        sound(&question, &places)?;
        let aims = places.competency_of(&question).cloned();
        let target = aims.and_then(|aims| self.competencies.iter().position(|known| known.id == aims));
        match (home, target) {
            (None, Some(target)) => {
                self.questions.remove(index);
                self.competencies[target].questions.push(question);
            }
            _ => self.questions_at(home)[index] = question,
        }
        Ok(())
    }

    /// Where a question stands: the index of its competency, if it stands with one, and its own index there.
    fn home_of(&self, id: &QuestionId) -> Result<(Option<usize>, usize), EditError> {
        let index_in = |questions: &[Question]| questions.iter().position(|question| question.id == *id);
        let standing = |(home, competency): (usize, &Competency)| Some((Some(home), index_in(&competency.questions)?));
        let found = self.competencies.iter().enumerate().find_map(standing);
        found.or_else(|| Some((None, index_in(&self.questions)?))).ok_or_else(|| EditError::UnknownQuestion(id.clone()))
    }

    fn questions_at(&mut self, home: Option<usize>) -> &mut Vec<Question> {
        match home {
            Some(home) => &mut self.competencies[home].questions,
            None => &mut self.questions,
        }
    }
}

impl Source {
    fn trimmed(&self, unknown: &Unknown) -> Self {
        Self {
            publisher: self.publisher.trim().to_owned(),
            document: self.document.trim().to_owned(),
            url: self.url.as_deref().and_then(filled),
            licence: self.licence.as_deref().and_then(filled),
            note: self.note.as_deref().and_then(filled),
            unknown: unknown.clone(),
        }
    }
}

impl NewQuestion {
    /// The question, without its id.
    fn question(&self) -> Result<Question, EditError> {
        if self.minutes == 0 {
            return Err(EditError::NoMinutes);
        }
        Ok(Question {
            id: QuestionId::new(""),
            text: said(&self.text, "the question")?,
            kind: self.kind,
            minutes: self.minutes,
            criteria: self.criteria.clone(),
            probes: self.probes.iter().filter_map(|probe| filled(probe)).collect(),
            strong: self.strong.as_deref().and_then(filled),
            weak: self.weak.as_deref().and_then(filled),
            unknown: Unknown::new(),
        })
    }
}

/// A text that has to say something.
fn said(text: &str, what: &'static str) -> Result<String, EditError> {
    filled(text).ok_or(EditError::Blank(what))
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn sound(question: &Question, places: &Places<'_>) -> Result<(), EditError> {
    if let Some(unknown) = question.criteria.iter().find(|id| places.get(id).is_none()) {
        return Err(EditError::UnknownCriterion(unknown.clone()));
    }
    let mut walk = Walk::default();
    check::aims(question, places, &mut walk);
    let faults: Vec<_> = walk.problems.into_iter().map(|problem| problem.text).collect();
    if faults.is_empty() { Ok(()) } else { Err(EditError::Aims(faults)) }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gone = |f: &mut fmt::Formatter<'_>, what: &str, id: &str| {
            write!(f, "this framework has no {what} \"{id}\". Choose one that it has.")
        };
        match self {
            Self::UnknownLevel(id) => gone(f, "level", id.as_str()),
            Self::UnknownCompetency(id) => gone(f, "competency", id.as_str()),
            Self::UnknownCriterion(id) => gone(f, "criterion", id.as_str()),
            Self::UnknownQuestion(id) => gone(f, "question", id.as_str()),
            Self::Blank(what) => write!(f, "{what} is empty. Write a text there."),
            Self::NoMinutes => f.write_str("a question takes at least one minute. Write how many, probes included."),
            Self::AtTheEnd { level, within, first } => {
                let place = if *first { "first" } else { "last" };
                match within {
                    Some(within) => write!(
                        f,
                        "“{level}” is the {place} level within “{within}” already. Move “{within}”, which takes it along."
                    ),
                    None => write!(f, "“{level}” is the {place} level already. Move another one past it."),
                }
            }
            Self::Parted { level, questions } => {
                let questions: Vec<_> = questions.iter().map(|text| format!("“{text}”")).collect();
                let questions: Vec<_> = questions.iter().map(String::as_str).collect();
                write!(
                    f,
                    "with “{level}” there, the criteria that {} aims at would be more than one rung apart. Aim it at fewer criteria first, then move the level.",
                    listed(&questions)
                )
            }
            Self::Elsewhere { competency, aims } => write!(
                f,
                "the question is for “{competency}” but aims at criteria of “{aims}”. Choose criteria of “{competency}”, or ask it for “{aims}”."
            ),
            Self::Aims(faults) => f.write_str(&faults.join("\n")),
        }
    }
}

impl std::error::Error for EditError {}
