//! Counts: the tests in the runners' own result lines, and one for each check that has no tests within.

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    /// Takes up a line such as `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
    pub fn read(&mut self, line: &str) {
        let Some(counts) = line.trim_start().strip_prefix("test result: ") else { return };
        self.passed += before(counts, " passed").unwrap_or(0);
        self.failed += before(counts, " failed").unwrap_or(0);
    }

    /// The tally of a whole step: one that broke off without a failed test has failed itself.
    pub fn of_step(self, worked: bool) -> Self {
        match (worked, self) {
            (true, Tally { passed: 0, failed: 0 }) => Tally { passed: 1, failed: 0 },
            (false, Tally { passed, failed: 0 }) => Tally { passed, failed: 1 },
            (_, tally) => tally,
        }
    }

    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

fn before(counts: &str, word: &str) -> Option<usize> {
    counts[..counts.find(word)?].rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], passed: usize, failed: usize) {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        assert_eq!(tally, Tally { passed, failed });
    }

    #[test]
    fn result_lines_are_added_up() {
        let ok = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let bad = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out; finished in 0.08s";
        check(&[ok, "test one ... ok", bad], 15, 2);
        check(&["running 3 tests", "3 passed; 4 failed"], 0, 0);
    }

    #[test]
    fn a_step_that_broke_off_counts_as_failed() {
        assert_eq!(Tally::default().of_step(false), Tally { passed: 0, failed: 1 });
        assert_eq!(Tally { passed: 5, failed: 0 }.of_step(false), Tally { passed: 5, failed: 1 });
        assert_eq!(Tally { passed: 5, failed: 2 }.of_step(false), Tally { passed: 5, failed: 2 });
        assert_eq!(Tally::default().of_step(true), Tally { passed: 1, failed: 0 });
    }
}
