//! The steps of a command, each with a heading, its duration, and a table of all of them at the end. Steps that wait
//! for nothing of each other run at once.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::failure::Result;

pub struct Steps {
    begun: Instant,
    done: Mutex<Vec<Done>>,
}

struct Done {
    name: String,
    took: Duration,
    worked: bool,
}

impl Steps {
    /// None yet; the time of all of them is counted from now.
    pub fn begin() -> Self {
        Self { begun: Instant::now(), done: Mutex::default() }
    }

    /// Does one thing after another with one lane, and other things at the same time with the other. Both go to their
    /// end. What they print stands in the order in which it comes.
    pub fn at_once<A, B: Send>(
        &self,
        one: impl FnOnce(&Self) -> Result<A>,
        other: impl FnOnce(&Self) -> Result<B> + Send,
    ) -> Result<(A, B)> {
        let (one, other) = std::thread::scope(|scope| {
            let other = scope.spawn(|| other(self));
            (one(self), other.join())
        });
        let other = other.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        Ok((one?, other?))
    }

    pub fn take<T>(&self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n── {name}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        println!("── {name}: {} after {:.1} s", outcome(result.is_ok()), took.as_secs_f64());
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.push(Done { name: name.to_owned(), took, worked: result.is_ok() });
        result
    }

    pub fn table(&self) -> String {
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let width = done.iter().map(|done| done.name.chars().count()).max().unwrap_or(0);
        let mut table = String::new();
        for Done { name, took, worked } in &*done {
            let seconds = took.as_secs_f64();
            // Writing to a String cannot fail.
            writeln!(table, "  {name:width$}  {seconds:7.1} s  {}", outcome(*worked)).unwrap_or_default();
        }
        let all = self.begun.elapsed().as_secs_f64();
        writeln!(table, "  {:width$}  {all:7.1} s", "together").unwrap_or_default();
        table
    }
}

fn outcome(worked: bool) -> &'static str {
    if worked { "done" } else { "FAILED" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;

    #[test]
    fn the_table_names_what_failed() {
        let steps = Steps::begin();
        steps.take("one", || Ok(())).unwrap();
        steps.take("two", || Err::<(), _>(Failure::new("no"))).unwrap_err();
        let table = steps.table();
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[0].starts_with("  one ") && lines[0].ends_with("done"), "{table}");
        assert!(lines[1].starts_with("  two ") && lines[1].ends_with("FAILED"), "{table}");
        assert_eq!(lines.len(), 3, "{table}");
    }

    #[test]
    fn both_lanes_go_to_their_end() {
        let (say, hear) = std::sync::mpsc::channel();
        let steps = Steps::begin();
        let failure = steps.at_once(
            |steps| steps.take("waits", || hear.recv().map_err(|error| Failure::new(error.to_string()))),
            |steps| {
                steps.take("speaks", || say.send(7).map_err(|error| Failure::new(error.to_string())))?;
                steps.take("fails", || Err::<(), _>(Failure::new("no")))
            },
        );
        assert_eq!(failure.unwrap_err().to_string(), "no.");
        let table = steps.table();
        assert!(table.contains("waits ") && table.contains("speaks ") && table.contains("fails "), "{table}");
    }
}
