//! What is compiled for which target is said at the roots alone: `cfg(target_arch …)` stands in the library's and the
//! programs' first files, and in the first lines of tests.

use super::finding::Finding;
use super::paths::ROOTS;
use super::tokens::tokens;

pub fn check(file: &str, text: &str) -> Vec<Finding> {
    let in_tests = file.starts_with("tests/");
    if !in_tests && (!file.starts_with("src/") || ROOTS.contains(&file)) {
        return Vec::new();
    }
    let head = |line: usize| text.lines().nth(line - 1).is_some_and(|line| line.starts_with("#![cfg("));
    let lines = tokens(text).into_iter().filter(|token| token.word() == Some("target_arch")).map(|token| token.line);
    lines
        .filter(|line| !in_tests || !head(*line))
        .map(|line| Finding {
            file: file.to_owned(),
            line,
            what: format!("`target_arch` is asked for outside {}", ROOTS.join(", ")),
            mend: "What needs the browser belongs below src/app; a test says it in its first line.",
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn lines(file: &str, text: &str, expected: &[usize]) {
        assert_eq!(check(file, text).iter().map(|found| found.line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_target_is_asked_for_at_the_roots_only() {
        let source = "\n#[cfg(target_arch = \"wasm32\")]\nmod a; // target_arch\n";
        lines("src/lib.rs", source, &[]);
        lines("src/library.rs", source, &[]);
        lines("src/record/mod.rs", source, &[2]);
        lines("tests/a.rs", source, &[2]);
        lines("tests/a.rs", "#![cfg(not(target_arch = \"wasm32\"))]", &[]);
    }
}
