//! Ready guides: what a host offers to begin with at one press, in one file beside its frameworks. Each says level, minutes
//! and weights; the questions are selected anew, so that everybody gets the best of the bank as it is.

use std::collections::BTreeSet;

use crate::framework::{CompetencyId, Fields, Framework, FrameworkId, LevelId, ReadError, Walk, open};
use crate::question::Weight;

use super::Plan;

/// The `format` that the file names.
const FORMAT: &str = "touchstone-ready-guides/1";

/// One guide that is ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyGuide {
    /// Names it in addresses.
    pub id: String,
    pub framework: FrameworkId,
    pub title: String,
    /// The target level.
    pub level: LevelId,
    /// Minutes for the questions.
    pub minutes: u32,
    /// Those that are not named are `should`; `None` leaves one out.
    pub weights: Vec<(CompetencyId, Option<Weight>)>,
}

/// Reads the file of a host's ready guides, in its order.
///
/// # Errors
/// [`ReadError`] lists every problem with its place.
pub fn ready_guides(text: &str) -> Result<Vec<ReadyGuide>, ReadError> {
    let mut walk = Walk::default();
    let mut seen = BTreeSet::new();
    let mut fields = Fields(open(text, FORMAT)?);
    let guides = fields.list("guides", &mut walk, |value, walk| {
        let guide = ready_guide(Fields::of(value, walk), walk);
        if !guide.id.is_empty() && !seen.insert(guide.id.clone()) {
            walk.within("id", |walk| {
                walk.problem(format!("another guide has the id \"{}\" already. Give each its own.", guide.id));
            });
        }
        guide
    });
    if walk.problems.is_empty() { Ok(guides) } else { Err(ReadError::Problems(walk.problems)) }
}

fn ready_guide(mut fields: Fields, walk: &mut Walk) -> ReadyGuide {
    let minutes = fields.number("minutes", walk).unwrap_or(*Plan::MINUTES.start());
    if !Plan::MINUTES.contains(&minutes) {
        let (least, most) = (Plan::MINUTES.start(), Plan::MINUTES.end());
        walk.within("minutes", |walk| {
            walk.problem(format!("{minutes} is not between {least} and {most}. Write one that is."))
        });
    }
    ReadyGuide {
        id: fields.required("id", walk),
        framework: FrameworkId::new(fields.required("framework", walk)),
        title: fields.required("title", walk),
        level: LevelId::new(fields.required("level", walk)),
        minutes,
        weights: weights(&mut fields, walk),
    }
}

/// Lists of competencies by the word of their weight.
fn weights(fields: &mut Fields, walk: &mut Walk) -> Vec<(CompetencyId, Option<Weight>)> {
    let words = Weight::ALL.map(|weight| (weight.name(), Some(weight)));
    let all = words.into_iter().chain([("without", None)]);
    all.flat_map(|(word, weight)| {
        fields.texts(word, walk).into_iter().map(move |id| (CompetencyId::new(id), weight)).collect::<Vec<_>>()
    })
    .collect()
}

impl ReadyGuide {
    /// The plan that it stands for. A level or a competency that the framework lacks is passed over, and the plan says what
    /// it became.
    pub fn plan(&self, framework: &Framework) -> Plan {
        let mut plan = Plan::ready(framework, Some(&self.level));
        plan.title.clone_from(&self.title);
        for (competency, weight) in &self.weights {
            plan.weigh(framework, competency, *weight);
        }
        plan.take(framework, self.minutes);
        plan
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_told_with_its_place() {
        let text = r#"{"format": "touchstone-ready-guides/1", "guides": [
            {"id": "a", "framework": "f", "title": "", "level": "1", "minutes": 3},
            {"id": "a", "framework": "f", "title": "T", "level": 2, "must": "care"}]}"#;
        assert_eq!(
            ready_guides(text).unwrap_err().to_string(),
            "guides[0].minutes: 3 is not between 5 and 240. Write one that is.\n\
             guides[0].title: this field is missing or empty. Write a text there.\n\
             guides[1].level: a text is expected, not this number. Put it in quotation marks.\n\
             guides[1].must: a list is expected, not a text. Put it in square brackets.\n\
             guides[1].id: another guide has the id \"a\" already. Give each its own."
        );
    }

    #[test]
    fn a_ready_guide_reads() {
        let text = r#"{"format": "touchstone-ready-guides/1", "guides": [{"id": "a", "framework": "f", "title": "T",
            "level": "1", "minutes": 20, "must": ["care"], "without": ["pace"]}]}"#;
        let guide = &ready_guides(text).unwrap()[0];
        assert_eq!((guide.minutes, guide.level.as_str()), (20, "1"));
        let weights: Vec<_> = guide.weights.iter().map(|(id, weight)| (id.as_str(), *weight)).collect();
        assert_eq!(weights, [("care", Some(Weight::Must)), ("pace", None)]);
    }
}
