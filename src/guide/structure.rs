//! The structure check: a plan held against the fifteen components of interview structure that Campion, Palmer and
//! Campion describe (Personnel Psychology 50, 1997, pages 655 to 702). It judges what is planned and what records show,
//! and says so where neither tells; it changes nothing.

use crate::framework::wording::{count, listed};
use crate::framework::{CompetencyId, Framework, Kind, Question};

use super::Plan;

/// So many minutes of questions, or so many questions, are enough to tell people apart.
const ENOUGH_MINUTES: u32 = 30;
const ENOUGH_QUESTIONS: usize = 10;

/// What records show of interviews with a guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Practice {
    pub interviews: usize,
    /// How many people interviewed.
    pub interviewers: usize,
    /// Candidates whom each of those people interviewed.
    pub by_all: usize,
    pub candidates: usize,
    /// Interviews whose interviewer is not named, so that nobody can tell who it was.
    pub unnamed: usize,
}

/// The components, those of the content first, in the order of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Component {
    JobAnalysis,
    SameQuestions,
    LimitedPrompting,
    BetterQuestions,
    EnoughQuestions,
    NoExtraneousInformation,
    CandidatesQuestionsLast,
    SeveralScales,
    AnchoredScales,
    Notes,
    SeveralRaters,
    SameRaters,
    NoDiscussion,
    Training,
    StatisticalCombination,
}

/// Whether a component is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Met,
    NotMet,
    /// Nothing here tells.
    NotDecidable,
}

/// One component, whether it is there, why, and what would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub component: Component,
    pub state: State,
    pub reason: String,
    /// Empty where nothing has to be done.
    pub mend: String,
}

impl Component {
    pub const ALL: [Self; 15] = [
        Self::JobAnalysis,
        Self::SameQuestions,
        Self::LimitedPrompting,
        Self::BetterQuestions,
        Self::EnoughQuestions,
        Self::NoExtraneousInformation,
        Self::CandidatesQuestionsLast,
        Self::SeveralScales,
        Self::AnchoredScales,
        Self::Notes,
        Self::SeveralRaters,
        Self::SameRaters,
        Self::NoDiscussion,
        Self::Training,
        Self::StatisticalCombination,
    ];

    /// What it asks for, in our words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::JobAnalysis => "Questions that come from an analysis of the job",
            Self::SameQuestions => "The same questions for everyone",
            Self::LimitedPrompting => "Probes that are planned",
            Self::BetterQuestions => "Questions about behaviour, situations and knowledge",
            Self::EnoughQuestions => "Enough questions, or enough time",
            Self::NoExtraneousInformation => "No other information about the candidate",
            Self::CandidatesQuestionsLast => "The candidate’s own questions at the end",
            Self::SeveralScales => "Several ratings instead of one impression",
            Self::AnchoredScales => "Scales with words at their steps",
            Self::Notes => "Notes",
            Self::SeveralRaters => "More than one rater",
            Self::SameRaters => "The same raters for everyone",
            Self::NoDiscussion => "No talk about candidates between interviews",
            Self::Training => "Trained interviewers",
            Self::StatisticalCombination => "A result that is computed",
        }
    }
}

impl State {
    /// The word on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
            Self::NotDecidable => "not decidable here",
        }
    }
}

/// Holds a plan against all fifteen components.
pub fn check(framework: &Framework, plan: &Plan, practice: Practice) -> Vec<Finding> {
    let check = Check::of(framework, plan, practice);
    Component::ALL.into_iter().map(|component| check.finding(component)).collect()
}

struct Check<'a> {
    framework: &'a Framework,
    plan: &'a Plan,
    questions: Vec<&'a Question>,
    practice: Practice,
}

type Judged = (State, String, String);

fn met(reason: impl Into<String>) -> Judged {
    (State::Met, reason.into(), String::new())
}

fn not_met(reason: impl Into<String>, mend: impl Into<String>) -> Judged {
    (State::NotMet, reason.into(), mend.into())
}

fn not_decidable(reason: impl Into<String>, mend: impl Into<String>) -> Judged {
    (State::NotDecidable, reason.into(), mend.into())
}

impl<'a> Check<'a> {
    fn of(framework: &'a Framework, plan: &'a Plan, practice: Practice) -> Self {
        let questions = plan.questions.iter().filter_map(|id| framework.question(id)).collect();
        Self { framework, plan, questions, practice }
    }

    fn finding(&self, component: Component) -> Finding {
        let (state, reason, mend) = match component {
            Component::JobAnalysis => self.job_analysis(),
            Component::SameQuestions => met(
                "The plan is frozen at its first use. Whatever is skipped or added later is recorded with its reason.",
            ),
            Component::LimitedPrompting => self.limited_prompting(),
            Component::BetterQuestions => self.better_questions(),
            Component::EnoughQuestions => self.enough_questions(),
            Component::NoExtraneousInformation => not_decidable(
                "Touchstone keeps no application papers, and does not know who has read them.",
                "Read papers and references only when the ratings are made.",
            ),
            Component::CandidatesQuestionsLast => self.candidates_questions_last(),
            Component::SeveralScales => self.several_scales(),
            Component::AnchoredScales => self.anchored_scales(),
            Component::Notes => met("Each question has its notes, which are kept as they are written."),
            Component::SeveralRaters => self.several_raters(),
            Component::SameRaters => self.same_raters(),
            Component::NoDiscussion => not_decidable(
                "Nobody can see from here what interviewers tell each other.",
                "Submit every scorecard before the first one is talked about.",
            ),
            Component::Training => not_decidable(
                "Touchstone does not know how interviewers were trained.",
                "Let new interviewers rate the same answer side by side, and compare.",
            ),
            Component::StatisticalCombination => met(
                "The result is computed from the ratings and stands beside the recommendation; who departs from it gives a reason.",
            ),
        };
        Finding { component, state, reason, mend }
    }

    fn job_analysis(&self) -> Judged {
        let aimless = self.questions.iter().filter(|question| question.criteria.is_empty()).count();
        if self.questions.is_empty() {
            return not_met("There is no question yet.", "Choose questions that aim at the criteria of the framework.");
        }
        if aimless > 0 {
            let some = count(aimless, "question aims", "questions aim");
            return not_met(format!("{some} at no criterion of the framework."), "Aim them, or take them out.");
        }
        match self.framework.source.credit() {
            Some(source) => {
                met(format!("Every question aims at a criterion of the framework, which follows {source}."))
            }
            None => not_decidable(
                "Every question aims at a criterion, but the framework does not say where it comes from.",
                "Write down its source, and ask people who do the job whether the criteria are the right ones.",
            ),
        }
    }

    fn limited_prompting(&self) -> Judged {
        let bare = self.questions.iter().filter(|question| question.probes.is_empty()).count();
        match (bare, self.questions.len()) {
            (_, 0) => not_met("There is no question yet.", "Choose questions with probes."),
            (0, _) => met("Every question has its probes written down, the same for everyone."),
            (bare, _) => not_met(
                format!("{} no probes.", count(bare, "question has", "questions have")),
                "Write two or three for each, or take one that has them.",
            ),
        }
    }

    fn better_questions(&self) -> Judged {
        let of = |kinds: &[Kind]| self.questions.iter().filter(|question| kinds.contains(&question.kind)).count();
        let better = of(&[Kind::Behavioural, Kind::Situational, Kind::Knowledge]);
        let all = self.questions.len();
        let told =
            format!("{better} of {} ask for behaviour, a situation or knowledge.", count(all, "question", "questions"));
        if all > 0 && better * 3 >= all * 2 && of(&[Kind::Behavioural, Kind::Situational]) > 0 {
            met(told)
        } else {
            not_met(told, "Let two thirds of them do so, and one at least ask what somebody did or would do.")
        }
    }

    fn enough_questions(&self) -> Judged {
        let minutes = self.questions.iter().fold(0_u32, |sum, question| sum.saturating_add(question.minutes));
        let all = self.questions.len();
        let told = format!("{} {}.", count(all, "question takes", "questions take"), minutes_in_words(minutes));
        if minutes >= ENOUGH_MINUTES || all >= ENOUGH_QUESTIONS {
            met(told)
        } else {
            let enough = format!("{ENOUGH_QUESTIONS} questions, or {ENOUGH_MINUTES} minutes of them");
            not_met(told, format!("Give the interview more time: {enough}, tell more."))
        }
    }

    fn candidates_questions_last(&self) -> Judged {
        match self.plan.script.candidate_minutes {
            0 => not_met(
                "The plan holds no time for the candidate’s own questions.",
                "Give them a few minutes at the end, and say so when the interview opens.",
            ),
            minutes => met(format!(
                "The candidate’s own questions come when all others are through, and have {}.",
                minutes_in_words(minutes)
            )),
        }
    }

    fn several_scales(&self) -> Judged {
        match self.plan.competencies.len() {
            0 => not_met("No competency is chosen.", "Choose two at least."),
            1 => not_met(
                "One competency is rated, which is one scale.",
                "Choose another one, if the framework has it; the marks of each criterion stand beside the rating.",
            ),
            several => met(format!("{several} competencies are rated one by one, and each criterion is marked.")),
        }
    }

    fn anchored_scales(&self) -> Judged {
        let chosen = self.plan.competencies.iter().map(|chosen| &chosen.competency);
        let bare: Vec<_> = chosen.filter(|id| self.steps_with_words(id) < 2).filter_map(|id| self.title(id)).collect();
        if self.plan.competencies.is_empty() {
            return not_met("No competency is chosen.", "Choose some.");
        }
        match bare.as_slice() {
            [] => met("Every competency has its criteria at two steps at least, and they stand beside the rating."),
            bare => {
                let have = if bare.len() == 1 { "has" } else { "have" };
                not_met(
                    format!("{} {have} criteria at fewer than two steps.", listed(bare)),
                    "A rating there says only whether the one step was reached: mark its criteria with care.",
                )
            }
        }
    }

    fn steps_with_words(&self, id: &CompetencyId) -> usize {
        let competency = self.framework.competency(id);
        competency.map_or(0, |competency| {
            competency.expectations.iter().filter(|expectation| !expectation.says_nothing()).count()
        })
    }

    fn title(&self, id: &CompetencyId) -> Option<&'a str> {
        self.framework.competency(id).map(|competency| competency.title.as_str())
    }

    fn several_raters(&self) -> Judged {
        if self.practice.unnamed > 0 {
            return not_decidable(
                format!("{} not say who interviewed.", count(self.practice.unnamed, "interview does", "interviews do")),
                "Write the interviewer’s name into the plan; it stays in this browser.",
            );
        }
        match (self.practice.interviews, self.practice.interviewers) {
            (0, _) => not_decidable(
                "There was no interview with it yet.",
                "Let two people interview, or sit in, and rate by themselves.",
            ),
            (_, 0 | 1) => not_met("One person held all interviews so far.", "Let a second one rate by herself."),
            (_, several) => met(format!("{several} people interviewed with it.")),
        }
    }

    fn same_raters(&self) -> Judged {
        let Practice { candidates, by_all, interviewers, unnamed, .. } = self.practice;
        match candidates {
            2.. if unnamed > 0 => not_decidable(
                "Not every interview says who interviewed.",
                "Write the interviewer’s name into the plan; it stays in this browser.",
            ),
            0 | 1 => not_decidable("There were not two candidates yet.", "Let the same people interview all of them."),
            _ if by_all == candidates => {
                let people = if interviewers == 1 { "person" } else { "people" };
                met(format!("{candidates} candidates met the same {people}."))
            }
            _ => not_met(
                format!("{by_all} of {} met all interviewers.", count(candidates, "candidate", "candidates")),
                "Let the same people interview everyone, or compare ratings across interviewers with care.",
            ),
        }
    }
}

fn minutes_in_words(minutes: u32) -> String {
    if minutes == 1 { "one minute".to_owned() } else { format!("{minutes} minutes") }
}
