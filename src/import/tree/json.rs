//! JSON into a tree. The parser limits how deep it goes, and says where the first mistake is.

use std::collections::{BTreeMap, BTreeSet};

use jsonc_parser::ast::{self, ObjectProp};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, CommentCollectionStrategy, CommentMap, ParseOptions, parse_to_ast};

use super::{DEEPEST, Field, Map, Node, Value, doubled, too_deep};
use crate::import::encoding::seen;
use crate::import::notice::{Notice, Place};

/// Reads one value.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Node> {
    let strict = ParseOptions {
        allow_comments: true,
        allow_loose_object_property_names: false,
        allow_trailing_commas: true,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let collected = CollectOptions { comments: CommentCollectionStrategy::Separate, tokens: false };
    match parse_to_ast(text, &collected, &strict) {
        Ok(parsed) => {
            let start = || Cursor { offset: 0, line: 1, column: 1 };
            let mut reading = Reading { text, cursor: start(), notices };
            reading.comments(parsed.comments.unwrap_or_default());
            reading.cursor = start();
            reading.node(parsed.value?, 0)
        }
        Err(error) => {
            let at = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let place = Place { line: at(error.line_display()), column: at(error.column_display()) };
            if let ParseErrorKind::NestingDepthExceeded = error.kind() {
                notices.push(too_deep(place));
                return None;
            }
            let text = format!("This is not JSON: {}. Mend it there, or export the file again.", error.kind());
            notices.push(Notice::error(place, text));
            None
        }
    }
}

struct Reading<'a, 'b> {
    text: &'a str,
    cursor: Cursor,
    notices: &'b mut Vec<Notice>,
}

/// Where the reading is. It only moves on, since to count from the beginning each time would never end.
struct Cursor {
    /// In bytes.
    offset: usize,
    line: u32,
    column: u32,
}

impl Reading<'_, '_> {
    fn place(&mut self, offset: usize) -> Place {
        let passed = self.text.get(self.cursor.offset..offset).unwrap_or_default();
        for character in passed.chars() {
            if character == '\n' {
                self.cursor.line += 1;
                self.cursor.column = 1;
            } else {
                self.cursor.column += 1;
            }
        }
        self.cursor.offset = self.cursor.offset.max(offset);
        Place { line: self.cursor.line, column: self.cursor.column }
    }

    /// JSON has no comments, but people write them; they are no part of the data.
    fn comments(&mut self, comments: CommentMap<'_>) {
        // Each stands in the map twice: behind what it follows, and before what follows it.
        let comments = comments.values().flat_map(|comments| comments.iter());
        let once: BTreeMap<_, _> = comments.map(|comment| (comment.range().start, comment.text().trim())).collect();
        for (offset, comment) in once.into_iter().filter(|(_, comment)| !comment.is_empty()) {
            let place = self.place(offset);
            self.notices.push(Notice::note(place, "A comment is left out.").quoting(comment));
        }
    }

    fn node(&mut self, value: ast::Value<'_>, depth: usize) -> Option<Node> {
        let place = self.place(value.range().start);
        if depth > DEEPEST {
            self.notices.push(too_deep(place));
            return None;
        }
        let value = match value {
            ast::Value::NullKeyword(_) => Value::Nothing,
            ast::Value::StringLit(text) => Value::Text(seen(text.value.into_owned(), place, self.notices)),
            ast::Value::NumberLit(number) => Value::Text(number.value.to_owned()),
            ast::Value::BooleanLit(truth) => Value::Text(truth.value.to_string()),
            ast::Value::Array(list) => {
                let elements = list.elements.into_iter();
                Value::List(elements.map(|element| self.node(element, depth + 1)).collect::<Option<_>>()?)
            }
            ast::Value::Object(object) => Value::Map(self.map(object.properties, depth)?),
        };
        Some(Node { place, value })
    }

    fn map(&mut self, properties: Vec<ObjectProp<'_>>, depth: usize) -> Option<Map> {
        let mut names = BTreeSet::new();
        let mut fields = Vec::with_capacity(properties.len());
        for property in properties {
            let place = self.place(property.range.start);
            let name = seen(property.name.into_string(), place, self.notices);
            if !names.insert(name.clone()) {
                self.notices.push(doubled(&name, place));
            }
            fields.push(Field { name, place, node: self.node(property.value, depth + 1)? });
        }
        Some(Map(fields))
    }
}
