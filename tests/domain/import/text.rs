//! What the tests of formats of plain text share: the reference documents, and whether a document's words are all there.

use std::fmt::Write as _;
use std::path::Path;

use touchstone::framework::Framework;
use touchstone::import::{Format, Import, import};

use super::{imported, said};

/// What comes of a reference document; `None`, with a line that says so, where the folder is missing.
pub fn reference(name: &str) -> Option<Import> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference").join(name);
    if file.exists() {
        return Some(imported(&std::fs::read(file).unwrap()));
    }
    println!("{} is missing; nothing is tested on it", file.display());
    None
}

/// How many criteria each level of a competency has.
pub fn counts(framework: &Framework, competency: usize) -> Vec<usize> {
    let expectations = &framework.competencies[competency].expectations;
    expectations.iter().map(|expectation| expectation.criteria.len()).collect()
}

/// The notices, those that stand again and again counted, each quote cut behind its sixth word.
pub fn said_in_short(import: &Import) -> String {
    let mut text = String::new();
    for line in said(import) {
        let (before, quote) = line.split_once(" “").unwrap_or((&line, ""));
        let words: Vec<_> = quote.split_whitespace().take(6).collect();
        writeln!(text, "{before} | {}", words.join(" ")).unwrap();
    }
    text
}

/// Every word made for the document stands in the framework or in a quote, read as `format`.
#[track_caller]
pub fn nothing_is_dropped(document: &str, tokens: &[String], format: Format) {
    let import = import(document.as_bytes(), Some(format));
    let framework = import.framework.as_ref().map(|framework| framework.to_json().to_string()).unwrap_or_default();
    for token in tokens {
        let is_quoted =
            import.notices.iter().any(|notice| notice.quote.as_ref().is_some_and(|quote| quote.contains(token)));
        // Without a framework its texts are nowhere, and an error says why.
        let is_kept = import.framework.is_none() || framework.contains(token) || is_quoted;
        assert!(is_kept, "{token} is dropped from\n{document}\n{:?}", said(&import));
    }
}
