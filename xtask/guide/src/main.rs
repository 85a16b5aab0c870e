//! `guide FRAMEWORK.json --level L --minutes M …`: the best questions for a wish, selected natively by the same code as in
//! the app. The answer goes to standard output as JSON, what stands in the way to standard error, a line each.

use std::process::ExitCode;

use serde_json::{Value, json};
use touchstone::framework::{CompetencyId, Framework, LevelId, QuestionId, from_json};
use touchstone::question::{Selection, Weight, Wish, in_wholes, select};

const USAGE: &str =
    "guide FRAMEWORK.json --level L --minutes M [--competency ID[=must|should|could]]… [--pin Q]… [--without Q]…";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match answer(&arguments) {
        Ok((selection, file)) => {
            for difficulty in &selection.difficulties {
                eprintln!("{file}: {difficulty}");
            }
            println!("{:#}", as_json(&selection));
            ExitCode::SUCCESS
        }
        Err(mistake) => {
            eprintln!("error: {mistake}");
            ExitCode::FAILURE
        }
    }
}

fn answer(arguments: &[String]) -> Result<(Selection, &str), String> {
    let asked = Asked::of(arguments)?;
    let text = std::fs::read_to_string(asked.file)
        .map_err(|error| format!("{} cannot be read: {error}. Look at its name.", asked.file))?;
    let framework = from_json(&text).map_err(|error| format!("{}: {error}", asked.file))?;
    Ok((select(&framework, &asked.wish(&framework)), asked.file))
}

/// What the words of the command line ask for.
#[derive(Debug, Default, PartialEq)]
struct Asked<'a> {
    file: &'a str,
    level: &'a str,
    minutes: u32,
    /// All competencies if none is named.
    competencies: Vec<(&'a str, Option<Weight>)>,
    pinned: Vec<&'a str>,
    excluded: Vec<&'a str>,
}

impl<'a> Asked<'a> {
    fn of(arguments: &'a [String]) -> Result<Self, String> {
        let mut asked = Self::default();
        let (mut files, mut minutes) = (Vec::new(), None);
        let mut arguments = arguments.iter().map(String::as_str);
        while let Some(argument) = arguments.next() {
            let mut value = || {
                let value = arguments.next().filter(|value| !value.starts_with("--"));
                value.ok_or_else(|| format!("`{argument}` needs a value behind it. Type `{USAGE}`."))
            };
            match argument {
                "--level" => asked.level = value()?,
                "--minutes" => minutes = Some(whole(value()?)?),
                "--competency" => asked.competencies.push(weighted(value()?)?),
                "--pin" => asked.pinned.push(value()?),
                "--without" => asked.excluded.push(value()?),
                option if option.starts_with("--") => {
                    return Err(format!("`guide` has no option `{option}`. Type `{USAGE}`."));
                }
                file => files.push(file),
            }
        }
        match (files.as_slice(), minutes) {
            ([file], Some(minutes)) if !asked.level.is_empty() => Ok(Self { file, minutes, ..asked }),
            ([_], _) => Err(format!("A level and minutes are needed. Type `{USAGE}`.")),
            _ => Err(format!("One framework is needed, and {} are named. Type `{USAGE}`.", files.len())),
        }
    }

    fn wish(&self, framework: &Framework) -> Wish {
        let all = framework.competencies.iter().map(|known| (known.id.clone(), Weight::Should));
        // Of two weights for one competency the later counts.
        let named = self.competencies.iter().rev();
        let named = named.map(|(id, weight)| (CompetencyId::new(*id), weight.unwrap_or(Weight::Should)));
        let chosen = if self.competencies.is_empty() { all.collect() } else { named.collect() };
        let mut wish = Wish::new(LevelId::new(self.level), chosen, self.minutes);
        wish.pinned = self.pinned.iter().map(|id| QuestionId::new(*id)).collect();
        wish.excluded = self.excluded.iter().map(|id| QuestionId::new(*id)).collect();
        wish
    }
}

fn whole(text: &str) -> Result<u32, String> {
    text.parse()
        .map_err(|_| format!("`--minutes {text}` is no whole number. Write it in digits, such as `--minutes 45`."))
}

fn weighted(text: &str) -> Result<(&str, Option<Weight>), String> {
    let Some((id, word)) = text.split_once('=') else { return Ok((text, None)) };
    let weight = Weight::ALL.into_iter().find(|weight| weight.name() == word);
    let weight = weight.ok_or_else(|| format!("`--competency {text}`: choose `must`, `should` or `could`."))?;
    Ok((id, Some(weight)))
}

fn as_json(selection: &Selection) -> Value {
    // Quarters are exact in JSON's numbers, and whole numbers stay whole.
    let number = |quarters| serde_json::from_str::<Value>(&in_wholes(quarters)).unwrap_or(Value::Null);
    json!({
        "questions": selection.questions.iter().map(|chosen| chosen.question.as_str()).collect::<Vec<_>>(),
        "minutes": selection.minutes,
        "objective": number(selection.objective),
        "bound": number(selection.bound),
        "optimal": selection.optimal,
        "uncovered": selection.uncovered.iter().map(|gap| gap.stated.as_str()).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/library-desk.json");

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(|word| word.replace("FILE", FILE)).collect()
    }

    #[track_caller]
    fn check(line: &str, expected: &Value) {
        let words = words(line);
        assert_eq!(answer(&words).map(|(selection, _)| as_json(&selection)), Ok(expected.clone()));
    }

    #[track_caller]
    fn check_refused(line: &str, expected: &str) {
        assert_eq!(Asked::of(&words(line)), Err(expected.replace("USAGE", &format!("Type `{USAGE}`."))));
    }

    #[test]
    fn a_wish_is_answered_as_json() {
        check(
            "FILE --level 1b --minutes 10 --competency greeting=must --competency lending=could --competency lending",
            &json!({
                "questions": ["greeting.q3", "lending.q1"], "minutes": 10, "objective": 9, "bound": 9,
                "optimal": true, "uncovered": ["greeting.1-again"]
            }),
        );
        check(
            "--without greeting.q1 --pin greeting.q2 --minutes 60 --level 1 FILE",
            &json!({
                "questions": ["greeting.q2", "greeting.q3", "lending.q1"], "minutes": 14, "objective": 6.5, "bound": 6.5,
                "optimal": true, "uncovered": ["greeting.1-again"]
            }),
        );
    }

    #[test]
    fn what_is_not_known_is_said() {
        check_refused("FILE --minutes 5", "A level and minutes are needed. USAGE");
        check_refused("--level 1 --minutes 5", "One framework is needed, and 0 are named. USAGE");
        check_refused("a b --level 1 --minutes 5", "One framework is needed, and 2 are named. USAGE");
        check_refused("a --level --minutes 5", "`--level` needs a value behind it. USAGE");
        check_refused("a --fast", "`guide` has no option `--fast`. USAGE");
        check_refused(
            "a --level 1 --minutes soon",
            "`--minutes soon` is no whole number. Write it in digits, such as `--minutes 45`.",
        );
        check_refused("a --competency c=maybe", "`--competency c=maybe`: choose `must`, `should` or `could`.");
        let nowhere = words("/nowhere.json --level 1 --minutes 5");
        let error = answer(&nowhere).map(|(selection, _)| selection.minutes).unwrap_err();
        assert!(error.starts_with("/nowhere.json cannot be read: "), "{error}");
    }
}
