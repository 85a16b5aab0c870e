//! The best questions for a wish, and why these: what each covers, what stays uncovered, and how it was proved.
//!
//! A criterion counts once, with the weight of its competency times that of its rung. What must be asked about comes
//! first, then the least numbers of the kinds, then what covers most; among equals fewer minutes, then fewer questions,
//! then the order of the bank. So the same wish gives the same questions everywhere.

use serde::{Deserialize, Serialize};

use crate::framework::{CriterionId, Framework, Kind, Question, QuestionId};

use super::search::{Effort, Item, Problem};
use super::{Asked, Bank, Difficulty, Distance, Weight, Wish, difficulties, in_wholes};

/// The steps that a selection may take where nobody says otherwise. Most take a hundredth of them.
pub const STEPS: u64 = 1_000_000;

/// The steps that a selection may take while somebody waits for the page: a third of those that Chromium
/// takes in 50 ms, since other devices are slower (`cargo xtask bench --browser`). The bundled frameworks need a twentieth of
/// them; a bank for which they do not suffice is for the worker.
pub const QUICK_STEPS: u64 = 100_000;

/// What came of a wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// In the order of the bank.
    pub questions: Vec<Chosen>,
    /// Minutes that they take.
    pub minutes: u32,
    /// What they cover, in quarters.
    pub objective: u64,
    /// No selection that keeps to the wish as well covers more, in quarters.
    pub bound: u64,
    /// Whether it was proved that no other selection is better.
    pub optimal: bool,
    /// The criteria that count, each with what covers it.
    pub criteria: Vec<Coverage>,
    /// The criteria expected at the target that nothing covers.
    pub uncovered: Vec<Gap>,
    pub difficulties: Vec<Difficulty>,
}

/// A question of the selection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    pub question: QuestionId,
    pub minutes: u32,
    /// Of the criteria that count, those that it covers.
    pub covers: Vec<CriterionId>,
    /// Those that no other question of the selection covers.
    pub alone: Vec<CriterionId>,
}

/// A criterion that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The id that stands for it and for all that repeat it.
    pub criterion: CriterionId,
    pub distance: Distance,
    /// What covering it counts, in quarters.
    pub worth: u32,
    /// The questions of the selection that cover it.
    pub by: Vec<QuestionId>,
}

/// A criterion expected at the target that nothing covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The id that stands for it and for all that repeat it.
    pub criterion: CriterionId,
    /// Its own id at the target.
    pub stated: CriterionId,
    pub remedy: Remedy,
}

/// What would cover a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Remedy {
    /// So many minutes more, for this question beside those chosen.
    Minutes { more: u32, question: QuestionId },
    /// Only questions of this kind aim at it, and no more of it are allowed.
    Mix { kind: String, question: QuestionId },
    /// Only questions that were excluded aim at it.
    Excluded { question: QuestionId },
    /// No question aims at it.
    NoQuestion,
}

/// Selects within the usual number of steps.
pub fn select(framework: &Framework, wish: &Wish) -> Selection {
    select_within(framework, wish, &mut Effort { steps: STEPS, go_on: &mut || true })
}

/// Selects within so few steps that the page may do it between two frames.
pub fn select_quickly(framework: &Framework, wish: &Wish) -> Selection {
    select_within(framework, wish, &mut Effort { steps: QUICK_STEPS, go_on: &mut || true })
}

/// Selects with what may be spent. When that is used up, the best that was found comes with its bound.
pub fn select_within(framework: &Framework, wish: &Wish, effort: &mut Effort<'_>) -> Selection {
    let bank = Bank::of(framework, wish);
    let found = problem(&bank, wish).solve(effort);
    let chosen: Vec<_> = found.chosen.iter().filter_map(|index| bank.questions.get(*index)).collect();
    let difficulties = difficulties(framework, &bank, wish, &chosen);
    Selection { bound: found.bound, optimal: found.optimal, difficulties, ..explained(&bank, wish, &chosen) }
}

/// The bank as a problem of numbers: items and targets by the same indices.
fn problem(bank: &Bank<'_>, wish: &Wish) -> Problem {
    let must = |id| wish.weight(id) == Some(Weight::Must);
    let mut groups = Vec::new();
    let items = bank.questions.iter().map(|asked| {
        let excluded = wish.excluded.contains(&asked.question.id);
        let group = (must(&asked.competency.id) && !asked.question.criteria.is_empty() && !excluded).then(|| {
            let known = groups.iter().position(|known| *known == &asked.competency.id);
            known.unwrap_or_else(|| {
                groups.push(&asked.competency.id);
                groups.len() - 1
            })
        });
        Item {
            // What is excluded fits no time.
            minutes: if excluded { u32::MAX } else { asked.question.minutes },
            aims: asked.aims.clone(),
            kind: asked.question.kind as usize,
            group,
            pinned: !excluded && wish.pinned.contains(&asked.question.id),
        }
    });
    let items = items.collect();
    Problem {
        items,
        worth: bank.targets.iter().map(|target| u64::from(target.worth)).collect(),
        // So that what is excluded does not fit.
        minutes: wish.minutes.min(u32::MAX - 1),
        least: Kind::ALL.map(|kind| wish.mix.of(kind).least),
        most: Kind::ALL.map(|kind| wish.mix.of(kind).most.unwrap_or(u32::MAX)),
        groups: groups.len(),
    }
}

/// What the chosen questions cover, and what they leave.
fn explained(bank: &Bank<'_>, wish: &Wish, chosen: &[&Asked<'_>]) -> Selection {
    let criterion = |aim: &usize| bank.targets.get(*aim).map(|target| target.original.clone());
    let by = |aim: usize| chosen.iter().filter(move |asked| asked.aims.contains(&aim));
    let questions = chosen.iter().map(|asked| Chosen {
        question: asked.question.id.clone(),
        minutes: asked.question.minutes,
        covers: asked.aims.iter().filter_map(criterion).collect(),
        alone: asked.aims.iter().filter(|aim| by(**aim).count() == 1).filter_map(criterion).collect(),
    });
    let criteria: Vec<_> = bank
        .targets
        .iter()
        .enumerate()
        .map(|(aim, target)| Coverage {
            criterion: target.original.clone(),
            distance: target.distance,
            worth: target.worth,
            by: by(aim).map(|asked| asked.question.id.clone()).collect(),
        })
        .collect();
    let gaps = bank.expected().iter().enumerate().filter(|(aim, _)| by(*aim).next().is_none());
    Selection {
        questions: questions.collect(),
        minutes: chosen.iter().fold(0, |sum, asked| sum.saturating_add(asked.question.minutes)),
        objective: criteria.iter().filter(|known| !known.by.is_empty()).map(|known| u64::from(known.worth)).sum(),
        bound: 0,
        optimal: false,
        uncovered: gaps
            .map(|(aim, target)| Gap {
                criterion: target.original.clone(),
                stated: target.stated.clone(),
                remedy: remedy(bank, wish, chosen, aim),
            })
            .collect(),
        criteria,
        difficulties: Vec::new(),
    }
}

/// The shortest question that covers a criterion, or why there is none.
fn remedy(bank: &Bank<'_>, wish: &Wish, chosen: &[&Asked<'_>], aim: usize) -> Remedy {
    let mut aiming: Vec<_> =
        bank.questions.iter().filter(|asked| asked.aims.contains(&aim)).map(|asked| asked.question).collect();
    aiming.sort_by_key(|question| question.minutes);
    let open = |question: &&&Question| !wish.excluded.contains(&question.id);
    let has_room = |question: &&&Question| {
        let taken = chosen.iter().filter(|asked| asked.question.kind == question.kind).count();
        wish.mix.of(question.kind).most.is_none_or(|most| taken < most as usize)
    };
    let Some(shortest) = aiming.first() else { return Remedy::NoQuestion };
    match (aiming.iter().filter(open).find(has_room), aiming.iter().find(open)) {
        (Some(question), _) => {
            let spent = chosen.iter().fold(question.minutes, |sum, asked| sum.saturating_add(asked.question.minutes));
            Remedy::Minutes { more: spent.saturating_sub(wish.minutes), question: question.id.clone() }
        }
        (None, Some(question)) => Remedy::Mix { kind: question.kind.name().to_owned(), question: question.id.clone() },
        (None, None) => Remedy::Excluded { question: shortest.id.clone() },
    }
}

impl Selection {
    /// The ids of the questions, in the order of the bank.
    pub fn ids(&self) -> Vec<QuestionId> {
        self.questions.iter().map(|chosen| chosen.question.clone()).collect()
    }

    /// Whether it is better than the other one for the same wish, or as good and proved.
    pub fn betters(&self, other: &Self) -> bool {
        self.objective > other.objective || (self.objective == other.objective && self.optimal && !other.optimal)
    }

    /// How sure it is that nothing better was missed, for the line below the questions.
    pub fn proof(&self) -> String {
        if self.optimal {
            return "Proved: no other choice for this wish is better.".to_owned();
        }
        let (covered, bound) = (in_wholes(self.objective), in_wholes(self.bound));
        if self.bound == self.objective {
            return format!("No choice covers more than this one ({covered}), but one in less time may exist.");
        }
        // In tenths of a percent, rounded up, so that it is never less than said.
        let tenths = ((self.bound - self.objective) * 1000).div_ceil(self.bound.max(1));
        format!(
            "Not proved in the time given: this choice covers {covered}, and none covers more than {bound}, so it is at most {}.{} % off.",
            tenths / 10,
            tenths % 10
        )
    }
}
