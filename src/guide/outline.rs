//! The plan in hand as it is read: what each question covers, what stays uncovered, what could be added, and
//! what stands in the way of beginning.

mod standing;

use std::fmt;

use crate::framework::wording::count;
use crate::framework::{CompetencyId, Framework, Kind, QuestionId};
use crate::question::{Asked, Bank, Difficulty, Distance, Weight, difficulties, is_made};

use super::Plan;

/// Everything that can be said of a plan, worked out anew after every change.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The competencies of the framework, in its order.
    pub competencies: Vec<Row>,
    /// The chosen questions, in the order in which they are asked.
    pub questions: Vec<Line>,
    /// The other questions that serve the wish, in the order of the file; those that add nothing come last.
    pub more: Vec<Line>,
    pub uncovered: Vec<Uncovered>,
    /// Every criterion expected at the target, in the order of the framework, with what covers it.
    pub tracked: Vec<Tracked>,
    /// How many criteria there are to cover.
    pub targets: usize,
    /// Minutes that the chosen questions take.
    pub minutes: u32,
    /// Minutes that there are.
    pub limit: u32,
    /// Why there is no question in the plan.
    pub obstacle: Option<Obstacle>,
    /// What of the wish these questions do not give, and what would help.
    pub difficulties: Vec<Difficulty>,
    /// What the questions cover counts, in quarters.
    pub objective: u64,
}

/// A row of the questions in their order: they are read by competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The questions of a competency begin, or go on after those of another.
    Group { id: CompetencyId, title: String },
    /// The question at this place of the order, from 0.
    Question(usize),
}

/// A competency with what the plan does for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: CompetencyId,
    pub title: String,
    /// `None`: left out.
    pub weight: Option<Weight>,
    /// Whether it expects anything at the target level.
    pub expects: bool,
    pub questions: usize,
    pub covered: usize,
    pub targets: usize,
}

/// A question with what it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: QuestionId,
    pub text: String,
    pub kind: Kind,
    pub minutes: u32,
    /// The title of its competency.
    pub competency: String,
    pub competency_id: CompetencyId,
    pub aims: Vec<Aim>,
    /// It is asked in any case.
    pub pinned: bool,
    /// It is never proposed.
    pub excluded: bool,
    /// It was made from a criterion: nobody has worded it yet.
    pub made: bool,
}

/// A criterion that a question covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    pub text: String,
    /// How its rung stands to the target.
    pub distance: Distance,
    /// No other question of the plan covers it.
    pub alone: bool,
}

/// A criterion that no question of the plan covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncovered {
    pub text: String,
    /// The title of its competency.
    pub competency: String,
    /// The shortest question that would cover it; `None` when the bank has none.
    pub addition: Option<Addition>,
}

/// A criterion expected at the target, and which questions of the plan cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tracked {
    pub text: String,
    /// The title of its competency.
    pub competency: String,
    /// Places in the order, from 0.
    pub by: Vec<usize>,
    /// What would cover it where nothing does.
    pub gap: Option<Uncovered>,
}

/// A question that could be added, and the minutes that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    pub question: QuestionId,
    pub minutes: u32,
    /// By how many of them the plan would be too long.
    pub over: u32,
}

/// Why a plan holds no question, and what helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// No competency expects anything at the target level.
    NothingExpected { level: String },
    /// Every competency that expects something is left out.
    AllLeftOut,
    /// The framework's bank has nothing for the wish.
    NoQuestion { level: String },
    /// The shortest question takes longer than there is time.
    TooShort { limit: u32, shortest: u32 },
    /// There are questions that fit, but none is chosen.
    NoneChosen,
}

impl Outline {
    /// Works it out.
    pub fn of(framework: &Framework, plan: &Plan) -> Self {
        let wish = plan.wish();
        let bank = Bank::of(framework, &wish);
        let chosen: Vec<_> = plan.questions.iter().filter_map(|id| bank.get(id)).collect();
        let mut count = vec![0_usize; bank.targets.len()];
        for aim in chosen.iter().flat_map(|asked| &asked.aims) {
            count[*aim] += 1;
        }
        let serving = || bank.questions.iter().filter(|asked| asked.serves());
        let rest = || serving().filter(|asked| !plan.questions.contains(&asked.question.id));
        let (mut more, idle): (Vec<_>, Vec<_>) =
            rest().map(|asked| line(&bank, plan, asked, |aim| count[aim] == 0)).partition(Line::adds);
        more.extend(idle);
        let minutes = chosen.iter().fold(0_u32, |sum, asked| sum.saturating_add(asked.question.minutes));
        let addition = |asked: &Asked<'_>| Addition {
            question: asked.question.id.clone(),
            minutes: asked.question.minutes,
            over: minutes.saturating_add(asked.question.minutes).saturating_sub(plan.minutes),
        };
        let uncovered = |index: usize| Uncovered {
            text: bank.targets[index].text.to_owned(),
            competency: bank.targets[index].competency.title.clone(),
            addition: rest()
                .filter(|asked| asked.aims.contains(&index) && !plan.terms.is_excluded(&asked.question.id))
                .min_by_key(|asked| asked.question.minutes)
                .map(addition),
        };
        let tracked = (0..bank.expected().len()).map(|index| Tracked {
            text: bank.targets[index].text.to_owned(),
            competency: bank.targets[index].competency.title.clone(),
            by: (0..chosen.len()).filter(|place| chosen[*place].aims.contains(&index)).collect(),
            gap: (count[index] == 0).then(|| uncovered(index)),
        });
        let tracked: Vec<_> = tracked.collect();
        Self {
            competencies: rows(framework, plan, &bank, &chosen, &count),
            uncovered: tracked.iter().filter_map(|tracked| tracked.gap.clone()).collect(),
            tracked,
            targets: bank.expected().len(),
            minutes,
            limit: plan.minutes,
            obstacle: chosen.is_empty().then(|| obstacle(framework, plan, &bank)),
            difficulties: difficulties(framework, &bank, &wish, &chosen),
            objective: bank
                .targets
                .iter()
                .zip(&count)
                .filter(|(_, count)| **count > 0)
                .map(|(target, _)| u64::from(target.worth))
                .sum(),
            questions: chosen.iter().map(|asked| line(&bank, plan, asked, |aim| count[aim] == 1)).collect(),
            more,
        }
    }

    /// Such as `covers 31 of 36 criteria`; `nothing to cover` when no competency is chosen that expects something.
    pub fn coverage(&self) -> String {
        if self.targets == 0 {
            return "nothing to cover".to_owned();
        }
        format!("covers {} of {}", self.targets - self.uncovered.len(), count(self.targets, "criterion", "criteria"))
    }

    /// Such as `42 of 45 min`.
    pub fn time(&self) -> String {
        match self.minutes.checked_sub(self.limit) {
            Some(over) if over > 0 => format!("{} of {} min, {over} too many", self.minutes, self.limit),
            _ => format!("{} of {} min", self.minutes, self.limit),
        }
    }

    /// The rows of the order: each question, and a heading wherever another competency begins.
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::with_capacity(self.questions.len() * 2);
        let mut before = None;
        for (place, line) in self.questions.iter().enumerate() {
            if before != Some(&line.competency_id) {
                entries.push(Entry::Group { id: line.competency_id.clone(), title: line.competency.clone() });
                before = Some(&line.competency_id);
            }
            entries.push(Entry::Question(place));
        }
        entries
    }

    /// How much stays uncovered, for the list of it.
    pub fn uncovered_words(&self) -> String {
        match self.uncovered.len() {
            0 => "Nothing stays uncovered".to_owned(),
            count => format!("{count} still uncovered"),
        }
    }

    /// How many questions could be added, for the list of them.
    pub fn more_words(&self) -> String {
        let adding = self.more.iter().filter(|line| line.adds()).count();
        let questions = count(self.more.len(), "more question", "more questions");
        match adding {
            0 => format!("{questions}; nothing new would be covered"),
            1 => format!("{questions}; 1 would cover something new"),
            adding => format!("{questions}; {adding} would cover something new"),
        }
    }

    /// Where a question stands in the order, such as `Question 2 of 7`.
    pub fn place(&self, id: &QuestionId) -> String {
        let index = self.questions.iter().position(|line| line.id == *id);
        index.map_or_else(String::new, |index| format!("Question {} of {}", index + 1, self.questions.len()))
    }
}

impl Row {
    /// What the plan does for the competency, such as `3 questions cover 8 of 9 criteria`.
    pub fn words(&self) -> String {
        match (self.expects, self.weight, self.questions) {
            (false, ..) => "expects nothing at this level".to_owned(),
            (true, None, _) => "left out".to_owned(),
            (true, Some(_), 0) => {
                format!("no question yet, {} to cover", count(self.targets, "criterion", "criteria"))
            }
            (true, Some(_), questions) => {
                let verb = if questions == 1 { "covers" } else { "cover" };
                let questions = count(questions, "question", "questions");
                format!("{questions} {verb} {} of {}", self.covered, count(self.targets, "criterion", "criteria"))
            }
        }
    }
}

impl Line {
    /// Such as `Quality · behavioural · 6 min`.
    pub fn kind_and_time(&self) -> String {
        let made = if self.made { " · made from its criterion" } else { "" };
        format!("{} · {} · {} min{made}", self.competency, self.kind.name(), self.minutes)
    }

    /// Whether it covers a criterion that nothing else covers.
    pub fn adds(&self) -> bool {
        self.aims.iter().any(|aim| aim.alone)
    }
}

impl Uncovered {
    /// What would cover it.
    pub fn remedy(&self) -> String {
        match &self.addition {
            Some(Addition { minutes, over: 0, .. }) => format!("+{minutes} min"),
            Some(Addition { minutes, over, .. }) => format!("+{minutes} min ({over} over)"),
            None => "no question asks for it".to_owned(),
        }
    }
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingExpected { level } => {
                write!(f, "No competency expects anything at \"{level}\". Choose another target level.")
            }
            Self::AllLeftOut => {
                f.write_str("Every competency is left out. Choose \"could\", \"should\" or \"must\" for at least one.")
            }
            Self::NoQuestion { level } => write!(
                f,
                "The framework has no question that aims at what is chosen at \"{level}\". Choose another level or more competencies, or write questions of your own."
            ),
            Self::TooShort { limit, shortest } => write!(
                f,
                "No question fits into {limit} minutes: the shortest takes {shortest}. Give the questions more minutes."
            ),
            Self::NoneChosen => f.write_str("No question is chosen. Propose anew, or add one from those below."),
        }
    }
}

fn rows(framework: &Framework, plan: &Plan, bank: &Bank<'_>, chosen: &[&Asked<'_>], count: &[usize]) -> Vec<Row> {
    let expecting = plan.expecting(framework);
    let rows = framework.competencies.iter().map(|competency| {
        let targets = bank.expected().iter().zip(count).filter(|(target, _)| target.competency.id == competency.id);
        Row {
            id: competency.id.clone(),
            title: competency.title.clone(),
            weight: plan.weight(&competency.id),
            expects: expecting.contains(&&competency.id),
            questions: chosen.iter().filter(|asked| asked.competency.id == competency.id).count(),
            covered: targets.clone().filter(|(_, count)| **count > 0).count(),
            targets: targets.count(),
        }
    });
    rows.collect()
}

fn line(bank: &Bank<'_>, plan: &Plan, asked: &Asked<'_>, alone: impl Fn(usize) -> bool) -> Line {
    let aim = |index: &usize| {
        let target = &bank.targets[*index];
        Aim { text: target.text.to_owned(), distance: target.distance, alone: alone(*index) }
    };
    Line {
        id: asked.question.id.clone(),
        text: asked.question.text.clone(),
        kind: asked.question.kind,
        minutes: asked.question.minutes,
        competency: asked.competency.title.clone(),
        competency_id: asked.competency.id.clone(),
        aims: asked.aims.iter().map(aim).collect(),
        pinned: plan.terms.is_pinned(&asked.question.id),
        excluded: plan.terms.is_excluded(&asked.question.id),
        made: is_made(asked.question),
    }
}

fn obstacle(framework: &Framework, plan: &Plan, bank: &Bank<'_>) -> Obstacle {
    let level = || framework.level(&plan.level).map_or_else(|| plan.level.to_string(), |level| level.name.clone());
    if plan.expecting(framework).is_empty() {
        return Obstacle::NothingExpected { level: level() };
    }
    if plan.competencies.is_empty() {
        return Obstacle::AllLeftOut;
    }
    let serving = bank.questions.iter().filter(|asked| asked.serves());
    match serving.map(|asked| asked.question.minutes).min() {
        None => Obstacle::NoQuestion { level: level() },
        Some(shortest) if shortest > plan.minutes => Obstacle::TooShort { limit: plan.minutes, shortest },
        Some(_) => Obstacle::NoneChosen,
    }
}
