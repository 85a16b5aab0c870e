//! No sentence of the reference documents stands in the project: no run of eight or more of their words, whatever the
//! case, the line breaks and the marks between them.

use std::collections::HashMap;
use std::path::Path;

use super::finding::Finding;
use super::mac_roman;
use crate::failure::{Failure, Result};

const RUN: usize = 8;

pub struct Reference {
    /// Each run of words, and the document that it stands in.
    runs: HashMap<String, String>,
}

struct Word {
    text: String,
    line: usize,
}

impl Reference {
    /// The documents in a folder; `None` where the folder is not there.
    pub fn read(folder: &Path) -> Result<Option<Self>> {
        let trouble =
            |file: &Path, error: std::io::Error| Failure::new(format!("{} cannot be read: {error}", file.display()));
        if !folder.exists() {
            return Ok(None);
        }
        let mut documents = Vec::new();
        for file in std::fs::read_dir(folder).map_err(|error| trouble(folder, error))? {
            let file = file.map_err(|error| trouble(folder, error))?.path();
            if file.extension().is_some_and(|ending| ending == "txt") {
                let bytes = std::fs::read(&file).map_err(|error| trouble(&file, error))?;
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                documents.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
        if documents.is_empty() {
            return Err(Failure::new(format!("{} holds no document to compare with", folder.display())));
        }
        Ok(Some(Self::of(documents.into_iter())))
    }

    fn of(documents: impl Iterator<Item = (String, String)>) -> Self {
        let mut runs = HashMap::new();
        for (name, text) in documents {
            for text in [mac_roman::undone(&text), text] {
                let words = words(&text, 1);
                runs.extend(words.windows(RUN).map(|run| (joined(run), name.clone())));
            }
        }
        Self { runs }
    }

    pub fn check(&self, file: &str, text: &str) -> Vec<Finding> {
        pieces(file, text).iter().flat_map(|words| self.check_words(file, words)).collect()
    }

    /// One finding for runs that overlap.
    fn check_words(&self, file: &str, words: &[Word]) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut at = 0;
        while let Some(run) = words.get(at..at + RUN) {
            let Some(document) = self.runs.get(&joined(run)) else {
                at += 1;
                continue;
            };
            let mut end = at + RUN;
            while words.get(end + 1 - RUN..=end).is_some_and(|run| self.runs.contains_key(&joined(run))) {
                end += 1;
            }
            let what = format!("{} words stand in {document}: “{}”", end - at, joined(&words[at..end]));
            let mend = "Say it in words of our own.";
            findings.push(Finding { file: file.to_owned(), line: words[at].line, what, mend });
            at = end;
        }
        findings
    }
}

/// The texts that are compared each by itself: the strings of a JSON file, else all of it.
fn pieces(file: &str, text: &str) -> Vec<Vec<Word>> {
    let json = file.ends_with(".json").then(|| serde_json::from_str::<serde_json::Value>(text).ok()).flatten();
    let Some(json) = json else { return vec![words(text, 1)] };
    let mut strings = Vec::new();
    collect(&json, &mut strings);
    let line = |string: &str| {
        let written = serde_json::Value::from(string).to_string();
        text.find(&written).map_or(1, |place| 1 + text[..place].matches('\n').count())
    };
    strings.into_iter().map(|string| words(string, line(string))).collect()
}

fn collect<'a>(json: &'a serde_json::Value, strings: &mut Vec<&'a str>) {
    match json {
        serde_json::Value::String(string) => strings.push(string),
        serde_json::Value::Array(list) => list.iter().for_each(|item| collect(item, strings)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| collect(value, strings)),
        _ => {}
    }
}

fn words(text: &str, first_line: usize) -> Vec<Word> {
    let lines = text.lines().zip(first_line..);
    let words = lines.flat_map(|(line, number)| {
        let words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(move |word| Word { text: word.to_lowercase(), line: number })
    });
    words.collect()
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = "A quick brown fox jumps over the lazy dog‚Äôs\nshadow, then rests.";

    #[track_caller]
    fn finds(file: &str, text: &str, expected: &[&str]) {
        let reference = Reference::of([("000.txt".to_owned(), DOCUMENT.to_owned())].into_iter());
        let shown: Vec<String> =
            reference.check(file, text).iter().map(|found| format!("{} {}", found.line, found.what)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_sentence_is_found_across_lines_case_and_marks() {
        let text = "// Once the\n// QUICK brown: fox jumps\n// over the “lazy” dog’s shadow – there.";
        finds("src/a.rs", text, &["2 10 words stand in 000.txt: “quick brown fox jumps over the lazy dog s shadow”"]);
    }

    #[test]
    fn seven_words_are_free() {
        finds("README.md", "quick brown fox jumps over the lazy cat", &[]);
    }

    #[test]
    fn strings_of_json_are_compared_each_by_itself() {
        finds("a.json", r#"["a quick brown fox", "jumps over the lazy dog"]"#, &[]);
        let text = "{\n\"a\": \"x\",\n\"b\": [\"a quick brown fox jumps over the lazy\"]}";
        finds("a.json", text, &["3 8 words stand in 000.txt: “a quick brown fox jumps over the lazy”"]);
    }

    #[test]
    fn without_a_folder_there_is_no_reference() {
        assert!(Reference::read(Path::new("no/such/folder")).unwrap().is_none());
    }
}
