//! What each five minutes more would cover: one selection a point, worked out only when it is asked for, so that a
//! caller can tell of each as it comes.

use serde::{Deserialize, Serialize};

use crate::framework::Framework;
use crate::framework::wording::count;

use super::search::Effort;
use super::{Distance, STEPS, Wish, in_wholes, select_within};

/// The coverage at a number of minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Minutes that there would be.
    pub limit: u32,
    /// Minutes that the best selection takes.
    pub minutes: u32,
    pub questions: usize,
    /// What it covers, in quarters, and what no selection exceeds.
    pub objective: u64,
    pub bound: u64,
    pub optimal: bool,
    /// How many of the criteria expected at the target it covers, and how many there are.
    pub covered: usize,
    pub expected: usize,
}

/// The minutes of the points: 5, 10, … 120.
pub fn minutes_of_curve() -> impl Iterator<Item = u32> {
    (5..=120).step_by(5)
}

/// The points for 5, 10, … 120 minutes, each within the usual number of steps.
pub fn curve<'a>(framework: &'a Framework, wish: &'a Wish) -> impl Iterator<Item = Point> + 'a {
    minutes_of_curve().map(move |minutes| {
        let wish = Wish { minutes, ..wish.clone() };
        point(framework, &wish, &mut Effort { steps: STEPS, go_on: &mut || true })
    })
}

/// One point, for the minutes of the wish.
pub fn point(framework: &Framework, wish: &Wish, effort: &mut Effort<'_>) -> Point {
    let selection = select_within(framework, wish, effort);
    let expected = selection.criteria.iter().filter(|known| known.distance == Distance::Target).count();
    Point {
        limit: wish.minutes,
        minutes: selection.minutes,
        questions: selection.questions.len(),
        objective: selection.objective,
        bound: selection.bound,
        optimal: selection.optimal,
        covered: expected - selection.uncovered.len(),
        expected,
    }
}

impl Point {
    /// What it offers: "45 min: 7 questions in 44 min cover 12 of 39".
    pub fn words(&self) -> String {
        if self.questions == 0 {
            return format!("{} min: too short for a question", self.limit);
        }
        let cover = if self.questions == 1 { "covers" } else { "cover" };
        let questions = count(self.questions, "question", "questions");
        format!("{} min: {questions} in {} min {cover} {} of {}", self.limit, self.minutes, self.covered, self.expected)
    }

    /// What is covered counts, with the weights of competencies and of rungs; where that was not proved, what it may be.
    pub fn weighed(&self) -> String {
        match self.bound == self.objective {
            true => in_wholes(self.objective),
            false => format!("{}, at most {}", in_wholes(self.objective), in_wholes(self.bound)),
        }
    }

    /// Whether it was proved that no choice for these minutes is better.
    pub fn proof(&self) -> &'static str {
        if self.optimal { "proved" } else { "not proved" }
    }
}

/// What a whole curve comes to.
pub fn gist(points: &[Point]) -> String {
    let most = points.iter().map(|point| point.covered).max().unwrap_or_default();
    let Some(first) = points.iter().find(|point| point.covered == most && point.expected > 0) else {
        return "Nothing is expected here.".to_owned();
    };
    let (limit, expected) = (first.limit, count(first.expected, "criterion", "criteria"));
    match points.last() {
        _ if most == 0 => "However long it takes, no question covers what is expected.".to_owned(),
        _ if most == first.expected => format!("In {limit} min the questions cover all that is expected: {expected}."),
        Some(last) if last.limit > limit => {
            format!("Beyond {limit} min, up to {}, no more is covered: {most} of {expected}.", last.limit)
        }
        _ => format!("In {limit} min the questions cover {most} of {expected}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(limit: u32, questions: usize, covered: usize) -> Point {
        let minutes = limit.saturating_sub(1);
        Point { limit, minutes, questions, objective: 50, bound: 50, optimal: true, covered, expected: 12 }
    }

    #[test]
    fn a_point_says_what_it_offers() {
        assert_eq!(at(45, 7, 9).words(), "45 min: 7 questions in 44 min cover 9 of 12");
        assert_eq!(at(10, 1, 0).words(), "10 min: 1 question in 9 min covers 0 of 12");
        assert_eq!(at(5, 0, 0).words(), "5 min: too short for a question");
        assert_eq!((at(45, 7, 9).weighed().as_str(), at(45, 7, 9).proof()), ("12.5", "proved"));
        let open = Point { bound: 53, optimal: false, ..at(45, 7, 9) };
        assert_eq!((open.weighed().as_str(), open.proof()), ("12.5, at most 13.25", "not proved"));
    }

    #[track_caller]
    fn check_gist(points: &[Point], expected: &str) {
        assert_eq!(gist(points), expected);
    }

    #[test]
    fn a_curve_says_where_it_ends() {
        let rising = |most: [usize; 3]| [at(5, 1, most[0]), at(10, 2, most[1]), at(15, 3, most[2])];
        check_gist(&rising([3, 12, 12]), "In 10 min the questions cover all that is expected: 12 criteria.");
        check_gist(&rising([3, 9, 9]), "Beyond 10 min, up to 15, no more is covered: 9 of 12 criteria.");
        check_gist(&rising([3, 6, 9]), "In 15 min the questions cover 9 of 12 criteria.");
        check_gist(&rising([0, 0, 0]), "However long it takes, no question covers what is expected.");
        check_gist(&[Point { expected: 0, ..at(5, 1, 0) }], "Nothing is expected here.");
    }
}
