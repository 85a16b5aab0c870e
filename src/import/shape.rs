//! YAML or JSON whose names of fields nobody told us: what is a level, a competency, a statement is found by the build of
//! the document and by its values. Lists of things with a name, texts keyed by level, rows, statements that refer to
//! others by their ids; no name of a field is known here.

mod abbreviation;
mod form;
mod refer;
mod role;
mod series;
mod survey;
mod walk;

use crate::framework::{Framework, Purpose};

use super::draft::Draft;
use super::notice::{Notice, Place};
use super::tree::{self, Node, Value};

/// So many lines of a text are looked at to tell YAML.
const SAMPLE: usize = 200;

/// Whether the text is JSON, or YAML that is more than a heading and items.
pub fn recognises(text: &str) -> bool {
    let start = text.trim_start();
    is_json(start) || is_yaml(start)
}

fn is_json(start: &str) -> bool {
    let mut signs = start.chars().filter(|character| !character.is_whitespace());
    matches!((signs.next(), signs.next()), (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '[' | '"' | ']')))
}

/// Whether its first line names a field, and at least half of those that can; items that all name one are an outline.
fn is_yaml(start: &str) -> bool {
    let lines = start.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut lines = lines.skip_while(|line| *line == "---" || line.starts_with('%')).take(SAMPLE).peekable();
    if !lines.peek().is_some_and(|line| names_field(line)) {
        return false;
    }
    let (mut named, mut plain, mut within) = (0, 0, false);
    for line in lines {
        match line {
            _ if names_field(line) => {
                named += 1;
                within |= !line.starts_with("- ");
            }
            _ if line.starts_with("- ") => {}
            _ => plain += 1,
        }
    }
    named > plain && named > 1 && within
}

/// `name: …` or `name:`, in quotes or not, perhaps as an item.
fn names_field(line: &str) -> bool {
    let line = line.trim_start_matches("- ");
    let Some((name, rest)) = line.split_once(':') else { return false };
    let plain = name.chars().count() <= 60 && !name.contains(['.', '!', '?', '*', '#', '{', '[', ',']);
    let opens = rest.is_empty() || rest.starts_with(' ');
    plain && opens && !name.trim().is_empty()
}

/// Reads it.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
    let json = text.trim_start().starts_with(['{', '[']);
    let before = notices.len();
    let Some(root) = (if json { tree::json(text, notices) } else { tree::yaml(text, 1, notices) }) else {
        if notices.len() == before {
            notices.push(Notice::error(Place::WHOLE, "The document says nothing. Choose one that holds a framework."));
        }
        return None;
    };
    if let Value::Text(_) | Value::Nothing = root.value {
        let text = "This is neither a list nor named fields. Choose the format that it is.";
        notices.push(Notice::error(root.place, text));
        return None;
    }
    found(&root, notices)
}

/// Columns are taken for levels only if nothing else can be: two texts may be a statement and what is said of it.
fn found(root: &Node, notices: &mut Vec<Notice>) -> Option<Framework> {
    let survey = survey::Survey::of(root);
    let references = refer::References::of(&survey);
    for columns in [false, true] {
        let walk::Walked { grid, left } = walk::walked(root, &survey, &references, columns);
        if grid.has_levels()
            && let Some(draft) = grid.finish(notices)
        {
            notices.extend(left);
            return draft.finish(notices);
        }
    }
    Draft::new(Purpose::Matrix).finish(notices)
}
