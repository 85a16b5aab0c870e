//! How long the taking in of a document takes, by some runs, since a machine has other things to do.

use std::time::{Duration, Instant};

use touchstone::import::{Format, Import, Options, import};

const RUNS: usize = 7;

/// What some runs took.
#[derive(Clone, Copy, Debug)]
pub struct Took {
    pub median: Duration,
    /// Of the run that the least came between.
    pub fastest: Duration,
}

/// What comes of the document, and how long that took.
pub fn timed(document: &[u8], format: Option<Format>) -> (Import, Took) {
    let (import, first) = once(document, format);
    let mut runs: Vec<_> = std::iter::once(first).chain((1..RUNS).map(|_| once(document, format).1)).collect();
    runs.sort();
    (import, Took { median: runs[RUNS / 2], fastest: runs[0] })
}

/// The same, in one run.
pub fn once(document: &[u8], format: Option<Format>) -> (Import, Duration) {
    let start = Instant::now();
    let import = import(document, Options { format, ..Options::default() });
    let took = start.elapsed();
    (import, took)
}

/// In milliseconds.
pub fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
