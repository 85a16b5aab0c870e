//! Rust source as words, texts and marks, with their lines: enough to tell code from comments and literals.

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// An identifier, keyword or number.
    Word(String),
    /// What stands in a string literal, escapes as written.
    Text(String),
    Mark(char),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub line: usize,
    /// Whether it follows the token before it without a blank.
    pub tight: bool,
}

impl Token {
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

pub fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader { rest: source, line: 1, tight: false, tokens: Vec::new() };
    while let Some(c) = reader.rest.chars().next() {
        reader.read(c);
    }
    reader.tokens
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    tight: bool,
    tokens: Vec<Token>,
}

impl Reader<'_> {
    fn read(&mut self, c: char) {
        let rest = self.rest;
        if c.is_whitespace() {
            self.skip(c.len_utf8());
        } else if rest.starts_with("//") {
            self.skip(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.skip(block_comment(rest));
        } else if c == '"' {
            self.string(1);
        } else if c == '\'' {
            self.character_or_lifetime();
        } else if c.is_alphanumeric() || c == '_' {
            self.word();
        } else {
            self.push(Kind::Mark(c), c.len_utf8());
        }
    }

    fn word(&mut self) {
        let rest = self.rest;
        let length = word_length(rest);
        let (word, after) = rest.split_at(length);
        let hashes = after.len() - after.trim_start_matches('#').len();
        let quoted = after[hashes..].starts_with('"');
        match word {
            "r" | "br" | "cr" if quoted => self.raw_string(length, hashes),
            "b" | "c" if quoted && hashes == 0 => self.string(length + 1),
            "b" if after.starts_with('\'') => {
                self.skip(1);
                self.character_or_lifetime();
            }
            "r" if hashes == 1 => self.skip(2),
            _ => self.push(Kind::Word(word.to_owned()), length),
        }
    }

    /// After the opening quote, up to the closing one that no backslash protects.
    fn string(&mut self, opening: usize) {
        let inner = &self.rest[opening..];
        let mut escaped = false;
        let end = inner.find(|c| {
            let closes = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        });
        let end = end.unwrap_or(inner.len());
        self.push(Kind::Text(inner[..end].to_owned()), opening + (end + 1).min(inner.len()));
    }

    fn raw_string(&mut self, prefix: usize, hashes: usize) {
        let opening = prefix + hashes + 1;
        let inner = &self.rest[opening..];
        let closing = format!("\"{}", "#".repeat(hashes));
        let end = inner.find(&closing).unwrap_or(inner.len());
        self.push(Kind::Text(inner[..end].to_owned()), opening + (end + closing.len()).min(inner.len()));
    }

    fn character_or_lifetime(&mut self) {
        let inner = &self.rest[1..];
        let first = inner.chars().next().map_or(0, char::len_utf8);
        if inner.starts_with('\\') {
            // The escaped character itself may be a quote.
            let end = inner[2.min(inner.len())..].find('\'').map_or(inner.len(), |end| end + 3);
            self.skip(1 + end.min(inner.len()));
        } else if inner[first..].starts_with('\'') {
            self.skip(1 + first + 1);
        } else {
            self.skip(1 + word_length(inner));
        }
    }

    fn push(&mut self, kind: Kind, length: usize) {
        self.tokens.push(Token { kind, line: self.line, tight: self.tight });
        self.skip(length);
        self.tight = true;
    }

    fn skip(&mut self, length: usize) {
        self.line += self.rest[..length].matches('\n').count();
        self.rest = &self.rest[length..];
        self.tight = false;
    }
}

fn word_length(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}

/// Block comments nest.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let shown: Vec<String> = tokens(source)
            .into_iter()
            .map(|token| match token.kind {
                Kind::Word(word) => word,
                Kind::Text(text) => format!("<{text}>"),
                Kind::Mark(mark) => mark.to_string(),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn comments_are_no_code() {
        check("a // b\n/* c /* d */ e */ f /// g", "a f");
    }

    #[test]
    fn literals_are_told_from_code() {
        check(r##"a "b // \" c" r#"d " e"# b"f" 'g' '\'' '"' b'\\' h"##, r#"a <b // \" c> <d " e> <f> h"#);
        check("fn a<'x>(b: &'x str)", "fn a < > ( b : & str )");
        check("r#type \"open", "type <open>");
    }

    #[test]
    fn lines_and_tightness_are_kept() {
        let all = tokens("\"a\nb\"\nc=d e");
        let lines: Vec<(usize, bool)> = all.iter().map(|token| (token.line, token.tight)).collect();
        assert_eq!(lines, [(1, false), (3, false), (3, true), (3, true), (3, false)]);
    }
}
