//! Progression frameworks: Markdown with YAML front matter. The topics stand in the front matter, each with its levels
//! and sublevels; or the front matter holds titles alone and the body has a heading for each level and topic.
//!
//! Settings of the site on which such a document is published are left out.

mod body;
mod scale;
mod statement;
mod topic;

use crate::framework::{Framework, Purpose};

use super::draft::Draft;
use super::line::lines;
use super::notice::{Notice, Place};
use super::tree::{self, Map, Value};
use scale::Scale;

const FENCE: &str = "---";

const SETTING: &str = "Left out: a setting of the site that the document was published on.";
const BEHIND: &str = "Left out: the topics stand in the front matter, and this stands behind it.";

/// Whether the text begins with front matter that holds topics, or has headings for levels behind it.
pub fn recognises(text: &str) -> bool {
    parts(text).is_some_and(|parts| {
        parts.front.lines().any(|line| line.starts_with("topics:")) || body::has_levels(parts.body)
    })
}

/// Reads it.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
    let Some(parts) = parts(text) else {
        let text = "The document does not begin with front matter: settings between two lines of three hyphens. Put its \
                    title there, or choose another format.";
        notices.push(Notice::error(Place::line(1), text));
        return None;
    };
    let mut settings = settings(&parts, notices)?;
    let mut draft = Draft::new(Purpose::Progression);
    draft.title = settings.take_text("title").unwrap_or_default();
    draft.summary = settings.take_text("description");
    draft.language = settings.take_text("lang");
    let mut scale = Scale::default();
    if settings.has("topics") {
        topic::read(&mut settings, &mut draft, &mut scale, notices);
        let behind = lines(parts.body).map(|line| line.below(parts.body_line));
        behind.for_each(|line| line.leave(BEHIND, notices));
    } else {
        body::read(&parts, &mut draft, &mut scale, notices);
    }
    scale.check(&mut settings, notices);
    settings.leave(SETTING, notices);
    draft.levels = scale.levels(&mut draft.competencies);
    draft.finish(notices)
}

/// The document in two.
struct Parts<'a> {
    front: &'a str,
    /// The number of its first line.
    front_line: u32,
    body: &'a str,
    /// The number of the line before its first one.
    body_line: u32,
}

fn parts(text: &str) -> Option<Parts<'_>> {
    let begun = text.trim_start();
    let front_line = 1 + text[..text.len() - begun.len()].matches('\n').count();
    let (fence, rest) = begun.split_once('\n')?;
    if fence.trim_end() != FENCE {
        return None;
    }
    let mut length = 0;
    let mut count = 0;
    for line in rest.split_inclusive('\n') {
        count += 1;
        if line.trim_end() == FENCE {
            let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            return Some(Parts {
                front: &rest[..length],
                front_line: number(front_line + 1),
                body: &rest[length + line.len()..],
                body_line: number(front_line + count),
            });
        }
        length += line.len();
    }
    None
}

fn settings(parts: &Parts<'_>, notices: &mut Vec<Notice>) -> Option<Map> {
    let broken = notices.len();
    match tree::yaml(parts.front, parts.front_line, notices).map(|node| (node.place, node.value)) {
        Some((_, Value::Map(map))) => Some(map),
        Some((_, Value::Nothing)) => Some(Map::default()),
        // What it says is no setting, and stands in no framework.
        Some((place, value)) => {
            tree::Node { place, value }.leave("Left out: front matter holds a name and a value on each line.", notices);
            Some(Map::default())
        }
        None if notices.len() == broken => Some(Map::default()),
        None => None,
    }
}
