//! The steps of a command, each with a heading, its duration, and a table of all of them at the end.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::failure::Result;

#[derive(Default)]
pub struct Steps {
    done: Vec<Done>,
}

struct Done {
    name: String,
    took: Duration,
    worked: bool,
}

impl Steps {
    pub fn take<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n── {name}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        println!("── {name}: {} after {:.1} s", outcome(result.is_ok()), took.as_secs_f64());
        self.done.push(Done { name: name.to_owned(), took, worked: result.is_ok() });
        result
    }

    pub fn table(&self) -> String {
        let width = self.done.iter().map(|done| done.name.chars().count()).max().unwrap_or(0);
        let mut table = String::new();
        for Done { name, took, worked } in &self.done {
            let seconds = took.as_secs_f64();
            // Writing to a String cannot fail.
            writeln!(table, "  {name:width$}  {seconds:7.1} s  {}", outcome(*worked)).unwrap_or_default();
        }
        let all: Duration = self.done.iter().map(|done| done.took).sum();
        writeln!(table, "  {:width$}  {:7.1} s", "together", all.as_secs_f64()).unwrap_or_default();
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
        let mut steps = Steps::default();
        steps.take("one", || Ok(())).unwrap();
        steps.take("two", || Err::<(), _>(Failure::new("no"))).unwrap_err();
        let table = steps.table();
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[0].starts_with("  one ") && lines[0].ends_with("done"), "{table}");
        assert!(lines[1].starts_with("  two ") && lines[1].ends_with("FAILED"), "{table}");
        assert_eq!(lines.len(), 3, "{table}");
    }
}
