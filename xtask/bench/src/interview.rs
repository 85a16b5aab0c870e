//! A very large interview: how long each thing takes that is worked out anew while one is at work on it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use touchstone::assessment::time::Course;
use touchstone::assessment::{Against, Assessment, Basis, Event, Mark, PersonId, Rating, Started, Worded, lint};
use touchstone::framework::{CompetencyId, CriterionId, Framework, LevelId, QuestionId, from_json};
use touchstone::guide::{Guide, Revision};
use touchstone::report::outcome;

use crate::stopwatch::milliseconds;
use crate::words::{statement, title};

const COMPETENCIES: usize = 50;

/// At each of two levels.
const CRITERIA: usize = 50;

const ENTRIES: usize = 10_000;

const RUNS: usize = 7;

/// Shows the table, and gives a sentence for each limit that is passed.
pub fn measured() -> Vec<String> {
    let Some(large) = large() else { return vec!["The large interview cannot be made.".to_owned()] };
    println!(
        "\nAn interview of {} criteria, {} entries and a note of 1 MB, in ms (the median), and the limit:\n",
        COMPETENCIES * CRITERIA * 2,
        large.log().len()
    );
    let (basis, log) = (Arc::clone(&large.basis), large.log().to_vec());
    let undo = || {
        let mut undone = large.clone();
        let seq = undone.undoable()?;
        let entry = undone.next(0, Event::Undone { seq });
        undone.apply(entry).ok()
    };
    [
        row("opening it", 1000, || Assessment::fold(Arc::clone(&basis), log.clone())),
        row("undoing a change", 100, undo),
        row("what the clock shows, at each entry", 50, || Course::of(&large)),
        row("the check before submission", 500, || lint::findings(&large)),
        row("what each competency came to", 200, || outcome(&large)),
    ]
    .concat()
}

fn row<T>(name: &str, limit: u64, work: impl Fn() -> T) -> Vec<String> {
    let mut runs: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let made = work();
            let took = start.elapsed();
            drop(made);
            took
        })
        .collect();
    runs.sort();
    let took = runs[RUNS / 2];
    println!("  {name:<44} {:>8.1} {limit:>6}", milliseconds(took));
    let late = took > Duration::from_millis(limit);
    late.then(|| format!("In a large interview {name} takes {:.0} ms, more than {limit}.", milliseconds(took)))
        .into_iter()
        .collect()
}

/// Everything marked, every competency rated, then marks that go to and fro; none when a rule refuses it.
fn large() -> Option<Assessment> {
    let framework = framework()?;
    let revision = Revision { id: framework.id.clone(), digest: framework.digest() };
    let guide = Guide::of_level(&framework, &LevelId::new("2"));
    let basis = Arc::new(Basis::new(guide, framework));
    let started = Event::Started(Started {
        candidate: PersonId::new("candidate"),
        interviewer: PersonId::new("interviewer"),
        framework: revision,
        against: Against::Guide(basis.guide_digest().clone()),
    });
    let first = touchstone::assessment::Entry::new(1, 0, None, started);
    let mut assessment = Assessment::begin(Arc::clone(&basis), first).ok()?;
    for event in events(&basis.framework) {
        let entry = assessment.next(i64::from(assessment.next_seq()) * 1000, event);
        assessment.apply(entry).ok()?;
    }
    Some(assessment)
}

fn events(framework: &Framework) -> Vec<Event> {
    let question = QuestionId::new("added");
    let competency = CompetencyId::new("c0");
    let worded = Worded { text: "Tell me more.".to_owned(), competency, criteria: Vec::new() };
    let note = format!("{}, é\n", statement(0)).repeat(1024 * 1024 / 48);
    let mark = |id: &CriterionId, mark| Event::MarkedCriterion { criterion: id.clone(), mark };
    let criteria: Vec<_> = framework.criteria().map(|(_, _, criterion)| &criterion.id).collect();
    let at = |competency: &CompetencyId| Event::RatedCompetency {
        competency: competency.clone(),
        rating: Rating::At { level: LevelId::new("2") },
    };
    let to_and_fro = criteria.iter().cycle().zip([Some(Mark::NotMet), Some(Mark::Met)].into_iter().cycle());
    let reason = "It led on".to_owned();
    [
        Event::AddedQuestion { question: question.clone(), reason, worded: Some(worded) },
        Event::AskedQuestion { question: question.clone() },
        Event::WroteNote { question, text: note },
    ]
    .into_iter()
    .chain(criteria.iter().map(|id| mark(id, Some(Mark::Met))))
    .chain(framework.competencies.iter().map(|competency| at(&competency.id)))
    .chain(to_and_fro.map(|(id, given)| mark(id, given)))
    .take(ENTRIES - 1)
    .collect()
}

fn framework() -> Option<Framework> {
    let criteria = |competency: usize, level: usize| -> Vec<Value> {
        let number = |place: usize| (competency * 2 + level) * CRITERIA + place;
        (0..CRITERIA)
            .map(|place| json!({ "id": format!("c{competency}.{level}.{place}"), "text": statement(number(place)) }))
            .collect()
    };
    let competency = |number: usize| {
        json!({
            "id": format!("c{number}"),
            "title": title(number),
            "expectations": [
                { "level": "1", "criteria": criteria(number, 0) },
                { "level": "2", "criteria": criteria(number, 1) },
            ],
        })
    };
    let framework = json!({
        "format": "touchstone-framework/1",
        "id": "large",
        "title": "Large",
        "language": "en",
        "purpose": "progression",
        "source": { "publisher": "Nobody" , "document": "None" },
        "levels": [{ "id": "1", "name": "One" }, { "id": "2", "name": "Two" }],
        "competencies": (0..COMPETENCIES).map(competency).collect::<Vec<_>>(),
    });
    from_json(&framework.to_string()).ok()
}
