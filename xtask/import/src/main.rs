//! `import [--as FORMAT] [--to case [--date YYYY-MM-DD]] FILE…`: documents become frameworks natively, by the same code as
//! in the app. The frameworks' JSON, or the CASE packages that they are written as, go to standard output, what is to be
//! known of the documents to standard error, a line each.

mod date;

use std::process::ExitCode;

use touchstone::import::{Format, Import, Options, import, to_case};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match wanted(&arguments) {
        Ok(wanted) => {
            // Each file is read, also behind one that gave nothing.
            let came: Vec<_> = wanted.files.iter().map(|file| take_in(file, &wanted)).collect();
            if came.contains(&true) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(mistake) => {
            eprintln!("error: {mistake}");
            ExitCode::FAILURE
        }
    }
}

/// How the command is typed.
const USAGE: &str = "import [--as FORMAT] [--to case [--date YYYY-MM-DD]] FILE…";

#[derive(Debug, Default, PartialEq)]
struct Wanted<'a> {
    format: Option<Format>,
    /// Whether packages of CASE are wanted instead of our own format.
    case: bool,
    /// The date of change of a package; today where none is given.
    date: Option<&'a str>,
    files: Vec<&'a str>,
}

/// What the words of the command line ask for.
fn wanted(arguments: &[String]) -> Result<Wanted<'_>, String> {
    let mut wanted = Wanted::default();
    let mut arguments = arguments.iter().map(String::as_str);
    while let Some(argument) = arguments.next() {
        match argument {
            "--as" => wanted.format = Some(format(arguments.next().unwrap_or_default())?),
            "--to" => match arguments.next().unwrap_or_default() {
                "case" => wanted.case = true,
                other => return Err(format!("`--to {other}` names nothing that is written here. There is: case.")),
            },
            "--date" => wanted.date = Some(date::date(arguments.next().unwrap_or_default())?),
            option if option.starts_with("--") => {
                return Err(format!("`import` has no option `{option}`. Type `{USAGE}`."));
            }
            file => wanted.files.push(file),
        }
    }
    if wanted.files.is_empty() {
        return Err(format!("No file is named. Type `{USAGE}`."));
    }
    if wanted.date.is_some() && !wanted.case {
        return Err("`--date` is the date of a CASE package. Type `--to case` too.".to_owned());
    }
    Ok(wanted)
}

fn format(name: &str) -> Result<Format, String> {
    let names: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
    let known = Format::ALL.into_iter().find(|format| format.name() == name);
    known.ok_or_else(|| format!("`--as {name}` names no format. There are: {}.", names.join(", ")))
}

/// Whether a framework came of the file.
fn take_in(file: &str, wanted: &Wanted<'_>) -> bool {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{file}: error: It cannot be read: {error}. Look at its name.");
            return false;
        }
    };
    let Import { framework, notices, .. } = import(&bytes, Options { format: wanted.format, ..Options::default() });
    for notice in notices {
        eprintln!("{}", notice.of(file));
    }
    let Some(framework) = framework else { return false };
    if !wanted.case {
        println!("{:#}", framework.to_json());
        return true;
    }
    let date = wanted.date.map_or_else(date::today, str::to_owned);
    let (package, notices) = to_case(&framework, &date);
    for notice in notices {
        eprintln!("{}", notice.of(file));
    }
    println!("{package:#}");
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &[&str], expected: Result<(Option<Format>, &[&str]), &str>) {
        let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        let expected = expected.map(|(format, files)| Wanted { format, files: files.to_vec(), ..Wanted::default() });
        assert_eq!(wanted(&arguments), expected.map_err(str::to_owned));
    }

    #[test]
    fn files_and_a_format_are_taken() {
        check(&["a.md", "b.tsv"], Ok((None, &["a.md", "b.tsv"])));
        check(&["--as", "touchstone", "a.json"], Ok((Some(Format::Touchstone), &["a.json"])));
    }

    #[test]
    fn a_package_and_its_date_are_taken() {
        let arguments = ["--to", "case", "--date", "2028-02-29", "a"].map(str::to_owned);
        let expected = Wanted { case: true, date: Some("2028-02-29"), files: vec!["a"], format: None };
        assert_eq!(wanted(&arguments), Ok(expected));
    }

    #[test]
    fn what_is_not_known_is_said() {
        check(&[], Err(&format!("No file is named. Type `{USAGE}`.")));
        check(&["--fast", "a"], Err(&format!("`import` has no option `--fast`. Type `{USAGE}`.")));
        check(&["--to", "word", "a"], Err("`--to word` names nothing that is written here. There is: case."));
        check(&["--date", "2026-03-01", "a"], Err("`--date` is the date of a CASE package. Type `--to case` too."));
        check(
            &["--to", "case", "--date", "2026-02-29", "a"],
            Err("`--date 2026-02-29` is no date. Type one like `--date 2026-03-01`."),
        );
        let formats: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
        let message = format!("`--as word` names no format. There are: {}.", formats.join(", "));
        check(&["--as", "word", "a"], Err(&message));
    }
}
