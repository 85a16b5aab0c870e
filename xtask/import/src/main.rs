//! `import [--as FORMAT] FILE…`: documents become frameworks natively, by the same code as in the app. The frameworks'
//! JSON goes to standard output, what is to be known of the documents to standard error, a line each.

use std::process::ExitCode;

use touchstone::import::{Format, Import, Options, import};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match wanted(&arguments) {
        Ok(wanted) => {
            // Each file is read, also behind one that gave nothing.
            let came: Vec<_> = wanted.files.iter().map(|file| take_in(file, wanted.format)).collect();
            if came.contains(&true) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(mistake) => {
            eprintln!("error: {mistake}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Debug, PartialEq)]
struct Wanted<'a> {
    format: Option<Format>,
    files: Vec<&'a str>,
}

/// What the words of the command line ask for.
fn wanted(arguments: &[String]) -> Result<Wanted<'_>, String> {
    let mut wanted = Wanted { format: None, files: Vec::new() };
    let mut arguments = arguments.iter().map(String::as_str);
    while let Some(argument) = arguments.next() {
        match argument {
            "--as" => wanted.format = Some(format(arguments.next().unwrap_or_default())?),
            option if option.starts_with("--") => {
                return Err(format!("`import` has no option `{option}`. Type `import [--as FORMAT] FILE…`."));
            }
            file => wanted.files.push(file),
        }
    }
    if wanted.files.is_empty() {
        return Err("No file is named. Type `import [--as FORMAT] FILE…`.".to_owned());
    }
    Ok(wanted)
}

fn format(name: &str) -> Result<Format, String> {
    let names: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
    let known = Format::ALL.into_iter().find(|format| format.name() == name);
    known.ok_or_else(|| format!("`--as {name}` names no format. There are: {}.", names.join(", ")))
}

/// Whether a framework came of the file.
fn take_in(file: &str, format: Option<Format>) -> bool {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{file}: error: It cannot be read: {error}. Look at its name.");
            return false;
        }
    };
    let Import { framework, notices, .. } = import(&bytes, Options { format, ..Options::default() });
    for notice in notices {
        eprintln!("{}", notice.of(file));
    }
    let Some(framework) = framework else { return false };
    println!("{:#}", framework.to_json());
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &[&str], expected: Result<(Option<Format>, &[&str]), &str>) {
        let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        let expected = expected.map(|(format, files)| Wanted { format, files: files.to_vec() });
        assert_eq!(wanted(&arguments), expected.map_err(str::to_owned));
    }

    #[test]
    fn files_and_a_format_are_taken() {
        check(&["a.md", "b.tsv"], Ok((None, &["a.md", "b.tsv"])));
        check(&["--as", "touchstone", "a.json"], Ok((Some(Format::Touchstone), &["a.json"])));
    }

    #[test]
    fn what_is_not_known_is_said() {
        check(&[], Err("No file is named. Type `import [--as FORMAT] FILE…`."));
        check(&["--fast", "a"], Err("`import` has no option `--fast`. Type `import [--as FORMAT] FILE…`."));
        let formats: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
        let message = format!("`--as word` names no format. There are: {}.", formats.join(", "));
        check(&["--as", "word", "a"], Err(&message));
    }
}
