//! Every address of the app. Addresses stand behind the hash, so that each screen opens directly from any static
//! host, below any path, and from a file on disk. No other module writes an address.

mod address;
mod unit;

use std::fmt;

use leptos::prelude::*;

use crate::assessment::AssessmentId;
use crate::framework::{CompetencyId, CriterionId, Digest, FrameworkId, Kind, LevelId};
use crate::guide::GuideId;
use crate::question::Sought;

pub use address::Address;
pub use unit::{UnitPart, UnitPlace};

/// One screen with what a reader may bookmark of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Library {
        find: String,
    },
    Framework {
        id: FrameworkId,
        level: Option<LevelId>,
        view: Reading,
        find: String,
    },
    /// Takes a document in.
    Import,
    /// Corrects a kept framework.
    Correct {
        id: FrameworkId,
    },
    /// The questions of a framework, a person's own among them.
    Questions {
        id: FrameworkId,
        sought: Sought,
    },
    /// The plan in hand, or a ready one, or that of a kept guide.
    Plan {
        of: PlanOf,
        step: Step,
    },
    /// Begins an interview on the ready plan for this framework, or on one of its ready guides.
    Start {
        framework: FrameworkId,
        level: Option<LevelId>,
        ready: Option<String>,
    },
    /// Asks whom to assess against a unit, and by whom.
    Assess {
        framework: FrameworkId,
    },
    /// A unit assessment.
    Unit(UnitPlace),
    Guides,
    Guide {
        id: GuideId,
    },
    /// What every candidate of a frozen guide gets.
    CandidatePack {
        guide: Digest,
    },
    /// A frozen guide on paper.
    InterviewerPack {
        guide: Digest,
    },
    Interview {
        id: AssessmentId,
    },
    Rate {
        id: AssessmentId,
        competency: Option<CompetencyId>,
    },
    Summary {
        id: AssessmentId,
    },
    /// A candidate begins to assess herself.
    AssessYourself {
        framework: FrameworkId,
        level: Option<LevelId>,
    },
    /// A candidate's assessment of herself.
    SelfAssessment {
        id: AssessmentId,
        criterion: Option<CriterionId>,
    },
    Assessments,
    /// Nothing stands there.
    Unknown {
        path: String,
    },
}

/// Which plan is wanted. Where nothing is said, it is the one in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanOf {
    pub framework: Option<FrameworkId>,
    pub level: Option<LevelId>,
    /// A kept guide.
    pub guide: Option<GuideId>,
    /// One of the host's ready guides.
    pub ready: Option<String>,
}

/// A step of planning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    #[default]
    Role,
    Competencies,
    Questions,
}

impl Step {
    pub const ALL: [Self; 3] = [Self::Role, Self::Competencies, Self::Questions];

    /// The word on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Role => "Role and level",
            Self::Competencies => "Competencies",
            Self::Questions => "Questions",
        }
    }

    /// The word of addresses; none for the first.
    const fn word(self) -> &'static str {
        match self {
            Self::Role => "",
            Self::Competencies => "competencies",
            Self::Questions => "questions",
        }
    }
}

/// How a framework is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    #[default]
    Matrix,
    Text,
}

/// A screen without its details: what has to change for another page to be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    Library,
    Framework(FrameworkId),
    Import,
    Correct(FrameworkId),
    Questions(FrameworkId),
    Plan,
    Start(FrameworkId),
    Assess(FrameworkId),
    Unit(AssessmentId),
    CandidatePack(Digest),
    InterviewerPack(Digest),
    Guides,
    Guide(GuideId),
    Interview(AssessmentId),
    Rate(AssessmentId),
    Summary(AssessmentId),
    AssessYourself(FrameworkId),
    SelfAssessment(AssessmentId),
    Assessments,
    Unknown,
}

impl Route {
    /// The library, unfiltered.
    pub const fn library() -> Self {
        Self::Library { find: String::new() }
    }

    /// A framework as it opens from the library.
    pub const fn framework(id: FrameworkId) -> Self {
        Self::Framework { id, level: None, view: Reading::Matrix, find: String::new() }
    }

    /// All questions of a framework.
    pub fn questions(id: FrameworkId) -> Self {
        Self::Questions { id, sought: Sought::default() }
    }

    /// The plan for a framework, or the one in hand.
    pub fn plan(framework: Option<FrameworkId>) -> Self {
        Self::Plan { of: PlanOf { framework, ..PlanOf::default() }, step: Step::default() }
    }

    /// The screen that this address shows.
    pub fn screen(&self) -> Screen {
        match self {
            Self::Library { .. } => Screen::Library,
            Self::Framework { id, .. } => Screen::Framework(id.clone()),
            Self::Import => Screen::Import,
            Self::Correct { id } => Screen::Correct(id.clone()),
            Self::Questions { id, .. } => Screen::Questions(id.clone()),
            Self::Plan { .. } => Screen::Plan,
            Self::Start { framework, .. } => Screen::Start(framework.clone()),
            Self::Assess { framework } => Screen::Assess(framework.clone()),
            Self::Unit(place) => Screen::Unit(place.id.clone()),
            Self::CandidatePack { guide } => Screen::CandidatePack(guide.clone()),
            Self::InterviewerPack { guide } => Screen::InterviewerPack(guide.clone()),
            Self::Guides => Screen::Guides,
            Self::Guide { id } => Screen::Guide(id.clone()),
            Self::Interview { id } => Screen::Interview(id.clone()),
            Self::Rate { id, .. } => Screen::Rate(id.clone()),
            Self::Summary { id } => Screen::Summary(id.clone()),
            Self::AssessYourself { framework, .. } => Screen::AssessYourself(framework.clone()),
            Self::SelfAssessment { id, .. } => Screen::SelfAssessment(id.clone()),
            Self::Assessments => Screen::Assessments,
            Self::Unknown { .. } => Screen::Unknown,
        }
    }

    /// Reads what stands behind the `#` of an address; nonsense is [`Route::Unknown`].
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let query = Query(query);
        let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let nowhere = Self::Unknown { path: path.to_owned() };
        match parts.as_slice() {
            [] | ["library"] => Self::Library { find: query.get("find").unwrap_or_default() },
            ["framework", id] => Self::Framework {
                id: FrameworkId::new(*id),
                level: query.get("level").map(LevelId::new),
                view: if query.get("view").as_deref() == Some("reading") { Reading::Text } else { Reading::Matrix },
                find: query.get("find").unwrap_or_default(),
            },
            ["framework", id, "correct"] => Self::Correct { id: FrameworkId::new(*id) },
            ["import"] => Self::Import,
            ["questions", id] => Self::Questions { id: FrameworkId::new(*id), sought: query.sought() },
            ["plan"] => Self::Plan {
                of: PlanOf {
                    framework: query.get("framework").map(FrameworkId::new),
                    level: query.get("level").map(LevelId::new),
                    guide: query.get("guide").map(GuideId::new),
                    ready: query.get("ready"),
                },
                step: query
                    .get("step")
                    .and_then(|word| Step::ALL.into_iter().find(|step| step.word() == word))
                    .unwrap_or_default(),
            },
            ["start", id] => Self::Start {
                framework: FrameworkId::new(*id),
                level: query.get("level").map(LevelId::new),
                ready: query.get("ready"),
            },
            ["assess", id] => Self::Assess { framework: FrameworkId::new(*id) },
            ["unit", id] => Self::Unit(UnitPlace::parse(id, &query)),
            ["guides"] => Self::Guides,
            ["guide", id] => Self::Guide { id: GuideId::new(*id) },
            ["guide", guide, pack] => Digest::parse(guide).and_then(|guide| Self::pack(guide, pack)).unwrap_or(nowhere),
            ["interview", id] => Self::Interview { id: AssessmentId::new(*id) },
            ["rate", id] => {
                Self::Rate { id: AssessmentId::new(*id), competency: query.get("competency").map(CompetencyId::new) }
            }
            ["summary", id] => Self::Summary { id: AssessmentId::new(*id) },
            ["assess-yourself", id] => {
                Self::AssessYourself { framework: FrameworkId::new(*id), level: query.get("level").map(LevelId::new) }
            }
            ["self", id] => Self::SelfAssessment {
                id: AssessmentId::new(*id),
                criterion: query.get("criterion").map(CriterionId::new),
            },
            ["assessments"] => Self::Assessments,
            _ => nowhere,
        }
    }

    fn pack(guide: Digest, whose: &str) -> Option<Self> {
        match whose {
            "candidate" => Some(Self::CandidatePack { guide }),
            "interviewer" => Some(Self::InterviewerPack { guide }),
            _ => None,
        }
    }

    /// Goes there; the back button leads back.
    pub fn go(&self) {
        // The only failure is a browser that forbids it, and then the page simply stays.
        if window().location().set_hash(&self.to_string()).is_err() {
            leptos::logging::warn!("the address could not be changed");
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut query = Vec::new();
        let path = match self {
            Self::Library { find } => {
                query.push(("find", find.as_str()));
                "".to_owned()
            }
            Self::Framework { id, level, view, find } => {
                query.push(("level", level.as_ref().map_or("", |level| level.as_str())));
                query.push(("view", if *view == Reading::Text { "reading" } else { "" }));
                query.push(("find", find));
                format!("framework/{}", encode(id.as_str()))
            }
            Self::Import => "import".to_owned(),
            Self::Correct { id } => format!("framework/{}/correct", encode(id.as_str())),
            Self::Questions { id, sought } => {
                query.push(("find", &sought.find));
                query.push(("kind", sought.kind.map_or("", Kind::name)));
                query.push(("level", sought.level.as_ref().map_or("", |level| level.as_str())));
                query.push(("competency", sought.competency.as_ref().map_or("", |id| id.as_str())));
                query.push(("criterion", sought.criterion.as_ref().map_or("", |id| id.as_str())));
                query.push(("own", if sought.own { "only" } else { "" }));
                format!("questions/{}", encode(id.as_str()))
            }
            Self::Plan { of, step } => {
                query.push(("framework", of.framework.as_ref().map_or("", |id| id.as_str())));
                query.push(("level", of.level.as_ref().map_or("", |level| level.as_str())));
                query.push(("guide", of.guide.as_ref().map_or("", |id| id.as_str())));
                query.push(("ready", of.ready.as_deref().unwrap_or_default()));
                query.push(("step", step.word()));
                "plan".to_owned()
            }
            Self::Start { framework, level, ready } => {
                query.push(("level", level.as_ref().map_or("", |level| level.as_str())));
                query.push(("ready", ready.as_deref().unwrap_or_default()));
                format!("start/{}", encode(framework.as_str()))
            }
            Self::Assess { framework } => format!("assess/{}", encode(framework.as_str())),
            Self::Unit(place) => {
                query.extend(place.query());
                format!("unit/{}", encode(place.id.as_str()))
            }
            Self::CandidatePack { guide } => format!("guide/{guide}/candidate"),
            Self::InterviewerPack { guide } => format!("guide/{guide}/interviewer"),
            Self::Guides => "guides".to_owned(),
            Self::Guide { id } => format!("guide/{}", encode(id.as_str())),
            Self::Interview { id } => format!("interview/{}", encode(id.as_str())),
            Self::Rate { id, competency } => {
                query.push(("competency", competency.as_ref().map_or("", |id| id.as_str())));
                format!("rate/{}", encode(id.as_str()))
            }
            Self::Summary { id } => format!("summary/{}", encode(id.as_str())),
            Self::AssessYourself { framework, level } => {
                query.push(("level", level.as_ref().map_or("", |level| level.as_str())));
                format!("assess-yourself/{}", encode(framework.as_str()))
            }
            Self::SelfAssessment { id, criterion } => {
                query.push(("criterion", criterion.as_ref().map_or("", |id| id.as_str())));
                format!("self/{}", encode(id.as_str()))
            }
            Self::Assessments => "assessments".to_owned(),
            Self::Unknown { path } => path.clone(),
        };
        write!(f, "#/{path}")?;
        let given = query.into_iter().filter(|(_, value)| !value.is_empty());
        for (index, (name, value)) in given.enumerate() {
            write!(f, "{}{name}={}", if index == 0 { '?' } else { '&' }, encode(value))?;
        }
        Ok(())
    }
}

/// What stands behind the `?`.
struct Query<'a>(&'a str);

impl Query<'_> {
    fn get(&self, name: &str) -> Option<String> {
        let mut pairs = self.0.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(found, _)| *found == name).map(|(_, value)| decode(value))
    }

    fn sought(&self) -> Sought {
        let kind = self.get("kind");
        Sought {
            find: self.get("find").unwrap_or_default(),
            kind: Kind::ALL.into_iter().find(|known| Some(known.name()) == kind.as_deref()),
            level: self.get("level").map(LevelId::new),
            competency: self.get("competency").map(CompetencyId::new),
            criterion: self.get("criterion").map(CriterionId::new),
            own: self.get("own").is_some(),
        }
    }
}

fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Undoes the encoding; what was never encoded so stays as it is.
fn decode(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), Into::into)
}
