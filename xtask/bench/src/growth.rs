//! Sound documents of each format, from 1 MB to 8 MB: how long each takes, and how much longer than one half its size.

use std::time::Duration;

use touchstone::import::Format;

use crate::document::document;
use crate::stopwatch::{milliseconds, timed};

const MEGABYTE: usize = 1024 * 1024;

const SIZES: [usize; 4] = [1, 2, 4, 8];

/// So long a document of 1 MB may take.
const LIMIT: Duration = Duration::from_millis(300);

/// So many times as long as in proportion the largest document may take: memory is slower where there is more of it.
const TOLERANCE: f64 = 1.5;

/// Shows the table, and gives a sentence for each limit that is passed.
pub fn measured() -> Vec<String> {
    println!("Taking a document in, in ms, and how many times as long as one of half its size:\n");
    println!("  {:<12} {:>8} {:>8} {:>14} {:>14} {:>14}", "format", "criteria", "1 MB", "2 MB", "4 MB", "8 MB");
    Format::ALL.into_iter().flat_map(row).collect()
}

fn row(format: Format) -> Vec<String> {
    let mut times = Vec::new();
    let mut line = format!("  {:<12}", format.name());
    for size in SIZES {
        let (import, took) = timed(document(format, size * MEGABYTE).as_bytes(), None);
        let Some(framework) = import.framework.filter(|_| import.format == Some(format)) else {
            return vec![format!(
                "A document of {size} MB is not read as {}: {:?}.",
                format.name(),
                import.notices.first()
            )];
        };
        match times.last() {
            None => line += &format!(" {:>8} {:>8.1}", framework.criteria().count(), milliseconds(took)),
            Some(half) => line += &format!(" {:>8.1} ×{:<4.2}", milliseconds(took), ratio(took, *half)),
        }
        times.push(took);
    }
    println!("{line}");
    faults(format.name(), &times)
}

fn ratio(longer: Duration, shorter: Duration) -> f64 {
    longer.as_secs_f64() / shorter.as_secs_f64()
}

/// What is over a limit in the times that documents of [`SIZES`] took.
fn faults(name: &str, times: &[Duration]) -> Vec<String> {
    let [first, .., last] = times else { return Vec::new() };
    let mut faults = Vec::new();
    if *first > LIMIT {
        let (took, limit) = (milliseconds(*first), LIMIT.as_millis());
        faults.push(format!("1 MB of {name} takes {took:.0} ms, more than the {limit} ms that it may take."));
    }
    let growth = ratio(*last, *first);
    let most = 8.0 * TOLERANCE;
    if growth > most {
        faults.push(format!("8 MB of {name} take {growth:.1} times as long as 1 MB, more than {most} times."));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(times: [u64; 4], expected: &[&str]) {
        assert_eq!(faults("outline", &times.map(Duration::from_millis)), expected);
    }

    #[test]
    fn what_is_over_a_limit_is_named() {
        check([300, 600, 1200, 3600], &[]);
        check([301, 600, 1200, 2400], &["1 MB of outline takes 301 ms, more than the 300 ms that it may take."]);
        check([100, 200, 400, 1210], &["8 MB of outline take 12.1 times as long as 1 MB, more than 12 times."]);
    }
}
