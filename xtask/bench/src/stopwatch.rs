//! How long the taking in of a document takes: the median of some runs, since a machine has other things to do.

use std::time::{Duration, Instant};

use touchstone::import::{Format, Import, Options, import};

const RUNS: usize = 5;

/// What comes of the document, and how long that took.
pub fn timed(document: &[u8], format: Option<Format>) -> (Import, Duration) {
    let mut runs: Vec<_> = (0..RUNS).map(|_| once(document, format)).collect();
    runs.sort_by_key(|(_, took)| *took);
    runs.swap_remove(RUNS / 2)
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
