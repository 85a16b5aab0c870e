//! What each five minutes more would cover: one selection a point, worked out only when it is asked for, so that a
//! caller can tell of each as it comes.

use serde::{Deserialize, Serialize};

use crate::framework::Framework;

use super::search::Effort;
use super::{Distance, STEPS, Wish, select_within};

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
