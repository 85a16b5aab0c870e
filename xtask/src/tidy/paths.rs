//! The paths that a source file names, in `use` and elsewhere, read from the crate's root where they start there.

use super::tokens::{Token, tokens};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// Of a path within the crate, the modules from its root on; else the words as they stand.
    pub segments: Vec<String>,
    pub own: bool,
    pub line: usize,
}

/// `file` is relative to the package, as in `src/guide/plan.rs`.
pub fn paths(file: &str, source: &str) -> Vec<Path> {
    let tokens = tokens(source);
    let mut reader = Reader { tokens: &tokens, at: 0, module: module(file), braces: Vec::new(), found: Vec::new() };
    while reader.at < tokens.len() {
        reader.read();
    }
    reader.found
}

/// The library and the three programs: each is the root of its crate, and no module.
pub const ROOTS: [&str; 4] = ["src/lib.rs", "src/main.rs", "src/library.rs", "src/worker.rs"];

/// The module that a file holds: `src/guide/plan.rs` is `["guide", "plan"]`, a root is none.
pub fn module(file: &str) -> Vec<String> {
    if ROOTS.contains(&file) {
        return Vec::new();
    }
    let inside = file.strip_prefix("src/").unwrap_or(file).trim_end_matches(".rs");
    let mut module: Vec<String> = inside.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|name| name == "mod") {
        module.pop();
    }
    module
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    module: Vec<String>,
    /// For each open brace whether it opened an inline module.
    braces: Vec<bool>,
    found: Vec<Path>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        match (self.word(0), self.word(1)) {
            (Some("use"), _) => {
                self.at += 1;
                self.tree(&[]);
            }
            (Some("mod"), Some(name)) if self.mark(2, '{') => {
                self.module.push(name.to_owned());
                self.braces.push(true);
                self.at += 3;
            }
            (Some(_), _) => self.expression_path(),
            _ => {
                if self.mark(0, '{') {
                    self.braces.push(false);
                } else if self.mark(0, '}') && self.braces.pop() == Some(true) {
                    self.module.pop();
                }
                self.at += 1;
            }
        }
    }

    /// `a::b::{c, d as e, f::*}`, after what stands before it.
    fn tree(&mut self, before: &[String]) {
        let mut segments = before.to_vec();
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        self.skip_colons();
        loop {
            if let Some(word) = self.word(0) {
                segments.push(word.to_owned());
                self.at += 1;
            } else if self.mark(0, '*') {
                segments.push("*".to_owned());
                self.at += 1;
            } else if self.mark(0, '{') {
                self.at += 1;
                while self.at < self.tokens.len() && !self.mark(0, '}') {
                    self.tree(&segments);
                    if self.mark(0, ',') {
                        self.at += 1;
                    }
                }
                self.at += 1;
                return;
            }
            if !self.skip_colons() {
                break;
            }
        }
        if self.word(0) == Some("as") {
            self.at += 2;
        }
        self.add(segments, line);
        // Whatever is not understood is not to be read for ever.
        if !self.mark(0, ',') && !self.mark(0, '}') {
            self.at += 1;
        }
    }

    fn expression_path(&mut self) {
        let line = self.tokens[self.at].line;
        let mut segments = Vec::new();
        while let Some(word) = self.word(0) {
            segments.push(word.to_owned());
            self.at += 1;
            if !self.skip_colons() {
                break;
            }
        }
        if segments.len() > 1 {
            self.add(segments, line);
        }
    }

    fn add(&mut self, segments: Vec<String>, line: usize) {
        let mut base = self.module.clone();
        let mut words = segments.iter().map(String::as_str).peekable();
        let own = match words.peek() {
            Some(&"crate") => {
                words.next();
                base.clear();
                true
            }
            Some(&"self") => {
                words.next();
                true
            }
            Some(&"super") => true,
            _ => false,
        };
        if !own {
            self.found.push(Path { segments, own, line });
            return;
        }
        while words.next_if(|word| *word == "super").is_some() {
            base.pop();
        }
        base.extend(words.filter(|word| *word != "self").map(str::to_owned));
        self.found.push(Path { segments: base, own, line });
    }

    fn skip_colons(&mut self) -> bool {
        let colons = self.mark(0, ':') && self.mark(1, ':');
        if colons {
            self.at += 2;
        }
        colons
    }

    fn word(&self, ahead: usize) -> Option<&'a str> {
        self.tokens.get(self.at + ahead)?.word()
    }

    fn mark(&self, ahead: usize, mark: char) -> bool {
        self.tokens.get(self.at + ahead).is_some_and(|token| token.is(mark))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, source: &str, expected: &[&str]) {
        let shown = paths(file, source)
            .into_iter()
            .map(|path| format!("{}{}:{}", if path.own { "@" } else { "" }, path.segments.join("."), path.line));
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn groups_are_taken_apart() {
        check(
            "src/guide/plan.rs",
            "use crate::{framework::{self, Level as Step}, question::*};\nuse std::fmt;",
            &["@framework:1", "@framework.Level:1", "@question.*:1", "std.fmt:2"],
        );
    }

    #[test]
    fn super_is_followed_upwards() {
        check("src/guide/plan.rs", "use super::super::record::Entry;", &["@record.Entry:1"]);
        check("src/guide/mod.rs", "use super::record::Entry;", &["@record.Entry:1"]);
        check(
            "src/guide/plan.rs",
            "mod tests { use super::*; fn a() { super::super::b(); } }\nuse super::c;",
            &["@guide.plan.*:1", "@guide.b:1", "@guide.c:2"],
        );
    }

    #[test]
    fn paths_in_code_are_read_and_those_in_comments_are_not() {
        check(
            "src/guide/plan.rs",
            "fn a() -> crate::record::Id {} // crate::app::b\n/// crate::app::c\nx.y::<Z>()",
            &["@record.Id:1"],
        );
        check("src/lib.rs", "pub(crate) mod app; pub(super) fn f() { web_sys::window() }", &["web_sys.window:1"]);
    }
}
