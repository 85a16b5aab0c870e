//! `cargo xtask bench --browser` runs this: how long the selection of questions takes in Chromium, for every bundled
//! framework at every rung and every five minutes, and for a thousand random banks. Its argument is the folder of the
//! page, beside which nothing else runs. What is over a limit is named, and fails.

use std::path::Path;
use std::process::ExitCode;

use journeys::{Host, Outcome, Person, Trouble, Visit};

/// In milliseconds: so long a selection may hold the page up.
const LIMIT: f64 = 50.0;
/// So many of the random banks are to be proved within the limit.
const ENOUGH: usize = 990;

const BANKS: usize = 1_000;
/// Banks that are asked for at once: an answer is not waited for longer than two minutes.
const AT_ONCE: usize = 50;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match measured().await {
        Ok(faults) => {
            faults.iter().for_each(|fault| eprintln!("error: {fault}"));
            if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Shows the table, and gives a sentence for each limit that is passed.
async fn measured() -> Outcome<Vec<String>> {
    let page = std::env::args().nth(1).ok_or_else(|| Trouble::new("Type `cargo xtask bench --browser`."))?;
    let host = Host::start_with(Path::new(&page))?;
    let person = Visit::to(&host).open("").await?;
    person.waits_until("globalThis.selecting !== undefined").await?;
    println!("Selecting questions in Chromium, in ms:\n");
    println!(
        "  {:<40} {:>6} {:>8} {:>8} {:>8} {:>8} {:>10}",
        "framework", "all", "median", "99 of 100", "longest", "proved", "most steps"
    );
    let mut faults = Vec::new();
    for (name, text) in bundled()? {
        let times = asked(&person, &format!("selecting.bundled({})", serde_json::Value::from(text))).await?;
        row(&name, &times);
        let missed = times.iter().filter(|time| !time.within(LIMIT)).count();
        if missed > 0 {
            faults.push(format!("{name}: {missed} of {} are not proved within {LIMIT} ms.", times.len()));
        }
    }
    let mut times = Vec::new();
    for first in (1..=BANKS).step_by(AT_ONCE) {
        times.extend(asked(&person, &format!("selecting.random({first}, {})", first + AT_ONCE - 1)).await?);
    }
    row("random banks", &times);
    let within = times.iter().filter(|time| time.within(LIMIT)).count();
    println!("\n{within} of {BANKS} random banks are proved within {LIMIT} ms.");
    if within < ENOUGH {
        faults.push(format!("{within} random banks are proved within {LIMIT} ms, and {ENOUGH} should be."));
    }
    // Of what takes so short a time the clock of a browser says nothing.
    let paces = sorted(times.iter().filter(|time| time.milliseconds >= 1.0).map(Time::pace));
    let [median, most] = [50, 99].map(|share| at(&paces, share));
    println!(
        "In {LIMIT} ms {:.0} steps are taken at the median, and {:.0} in 99 of 100 searches.",
        LIMIT / median,
        LIMIT / most
    );
    person.leaves().await?;
    Ok(faults)
}

/// What one selection took.
#[derive(Clone, Copy)]
struct Time {
    milliseconds: f64,
    steps: u64,
    proved: bool,
}

impl Time {
    fn of(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let (milliseconds, steps) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        Some(Self { milliseconds, steps, proved: words.next()?.parse().ok()? })
    }

    /// Milliseconds for a step.
    fn pace(&self) -> f64 {
        self.milliseconds / self.steps as f64
    }

    fn within(&self, limit: f64) -> bool {
        self.proved && self.milliseconds <= limit
    }
}

async fn asked(person: &Person, question: &str) -> Outcome<Vec<Time>> {
    let answer = person.learns(question).await?;
    let times: Option<Vec<_>> = answer.as_str().unwrap_or_default().lines().map(Time::of).collect();
    times.ok_or_else(|| Trouble::new(format!("the page's answer is not understood: {answer}")))
}

fn row(name: &str, times: &[Time]) {
    let sorted = sorted(times.iter().map(|time| time.milliseconds));
    let [median, most, longest] = [50, 99, 100].map(|share| at(&sorted, share));
    let proved = times.iter().filter(|time| time.proved).count();
    let steps = times.iter().map(|time| time.steps).max().unwrap_or_default();
    println!("  {name:<40} {:>6} {median:>8.1} {most:>9.1} {longest:>8.1} {proved:>8} {steps:>10}", times.len());
}

fn sorted(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<_> = numbers.collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// Below which so many of a hundred are.
fn at(sorted: &[f64], share: usize) -> f64 {
    sorted.get((sorted.len() * share / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// The names and texts of the bundled frameworks.
fn bundled() -> Outcome<Vec<(String, String)>> {
    let catalog: serde_json::Value = serde_json::from_slice(&std::fs::read("public/frameworks/catalog.json")?)
        .map_err(|error| Trouble::new(format!("catalog.json: {error}")))?;
    let entries = catalog["frameworks"].as_array().into_iter().flatten();
    let files = entries.filter_map(|entry| entry["file"].as_str());
    files
        .map(|file| Ok((file.to_owned(), std::fs::read_to_string(Path::new("public/frameworks").join(file))?)))
        .collect()
}
