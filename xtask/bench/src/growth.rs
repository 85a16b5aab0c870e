//! Sound documents of each format, from 1 MB to 8 MB: how long each takes, and how much longer than one half its size.

use std::time::Duration;

use touchstone::import::Format;

use crate::document::document;
use crate::stopwatch::{Took, milliseconds, timed};

const MEGABYTE: usize = 1024 * 1024;

const SIZES: [usize; 4] = [1, 2, 4, 8];

/// So long a document of 1 MB may take.
const LIMIT: Duration = Duration::from_millis(300);

/// So many times as long as in proportion the largest document may take: more memory is slower memory, and lookups in
/// order take a step more for each doubling. What looks at everything for everything would take 64 times, not 16.
const TOLERANCE: f64 = 2.0;

/// Shows the table, and gives a sentence for each limit that is passed.
pub fn measured() -> Vec<String> {
    println!(
        "Taking a document in, in ms (the median), and how many times as long as one of half its size (the fastest):\n"
    );
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
            None => line += &format!(" {:>8} {:>8.1}", framework.criteria().count(), milliseconds(took.median)),
            Some(half) => line += &format!(" {:>8.1} ×{:<4.2}", milliseconds(took.median), ratio(took, *half)),
        }
        times.push(took);
    }
    println!("{line}");
    faults(format.name(), &times)
}

fn ratio(longer: Took, shorter: Took) -> f64 {
    longer.fastest.as_secs_f64() / shorter.fastest.as_secs_f64()
}

/// What is over a limit in the times that documents of [`SIZES`] took.
fn faults(name: &str, times: &[Took]) -> Vec<String> {
    let [first, .., last] = times else { return Vec::new() };
    let mut faults = Vec::new();
    if first.median > LIMIT {
        let (took, limit) = (milliseconds(first.median), LIMIT.as_millis());
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
        let took = |time| Took { median: Duration::from_millis(time), fastest: Duration::from_millis(time) };
        assert_eq!(faults("outline", &times.map(took)), expected);
    }

    #[test]
    fn what_is_over_a_limit_is_named() {
        check([300, 600, 1200, 4800], &[]);
        check([301, 600, 1200, 2400], &["1 MB of outline takes 301 ms, more than the 300 ms that it may take."]);
        check([100, 200, 400, 1610], &["8 MB of outline take 16.1 times as long as 1 MB, more than 16 times."]);
    }
}
