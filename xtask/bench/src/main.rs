//! `bench`: how long documents take to be taken in, natively, by the same code as in the app. A document of each format
//! grows from 1 MB to 8 MB, and must grow in time no faster than in size; hostile documents must be refused at once. And
//! how long a very large interview takes at each thing that is worked out anew while one is at work on it.

mod document;
mod growth;
mod hostile;
mod interview;
mod stopwatch;
mod words;

use std::process::ExitCode;

fn main() -> ExitCode {
    let faults = [growth::measured(), hostile::measured(), interview::measured()].concat();
    for fault in &faults {
        eprintln!("error: {fault}");
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
