//! Topics in the front matter: each a competency, with its levels, and their statements or those of their sublevels.

use crate::framework::wording::capital;
use crate::import::draft::{Draft, DraftCompetency};
use crate::import::notice::{Notice, Place};
use crate::import::tree::{Field, Map, Node, Value};

use super::scale::{Named, Scale};
use super::statement::Statements;

const UNKNOWN: &str = "Left out: nothing here says what this field of a topic is for.";
const NAMED: &str = "Left out: the topic's short name; its title stands for it.";

/// Reads every topic.
pub fn read(settings: &mut Map, draft: &mut Draft, scale: &mut Scale, notices: &mut Vec<Notice>) {
    let Some(topics) = settings.take("topics") else { return };
    for node in list(topics, "topics", notices) {
        let place = node.place;
        match node.value {
            Value::Map(fields) => {
                let competency = topic(fields, place, scale, notices);
                draft.competencies.push(competency);
            }
            value => misplaced(Node { place, value }, "a topic with its name and content", notices),
        }
    }
}

fn topic(mut fields: Map, place: Place, scale: &mut Scale, notices: &mut Vec<Notice>) -> DraftCompetency {
    let name = fields.0.iter().position(|field| field.name == "name").map(|index| fields.0.remove(index));
    let title = fields.take_text("title").filter(|title| !title.trim().is_empty());
    let title = match (title, name) {
        (Some(title), name) => {
            if let Some(name) = name {
                name.leave(NAMED, notices);
            }
            title
        }
        (None, Some(Field { node: Node { value: Value::Text(name), .. }, .. })) => capital(&name),
        (None, name) => {
            if let Some(name) = name {
                name.leave("Left out: a name is a text.", notices);
            }
            notices.push(Notice::warning(place, "This topic has neither title nor name. Give it a title."));
            "Untitled".to_owned()
        }
    };
    let summary = fields.take_text("description").filter(|text| !text.trim().is_empty());
    let mut competency = DraftCompetency { title, summary, ..DraftCompetency::default() };
    if let Some(content) = fields.take("content") {
        for node in list(content, "content", notices) {
            level(node, &mut competency, scale, notices);
        }
    }
    fields.leave(UNKNOWN, notices);
    competency
}

/// What a topic says of one level.
fn level(node: Node, competency: &mut DraftCompetency, scale: &mut Scale, notices: &mut Vec<Notice>) {
    let place = node.place;
    let Value::Map(mut fields) = node.value else {
        misplaced(node, "a level with its criteria", notices);
        return;
    };
    let Some(name) = fields.take_text("level").filter(|name| !name.trim().is_empty()) else {
        let text = "These statements have no level. Write “level:” and its number above them.";
        notices.push(Notice::warning(place, text));
        fields.leave("Left out: it has no level.", notices);
        return;
    };
    let level = scale.level(name.trim());
    if !fields.has("exampleCriteria") {
        // A topic that says nothing at a level has an expectation without criteria there.
        competency.at(level.provisional());
    }
    if let Some(criteria) = fields.take("criteria") {
        statements(criteria, level, competency, scale, notices);
    }
    if let Some(sublevels) = fields.take("exampleCriteria") {
        for node in list(sublevels, "exampleCriteria", notices) {
            sublevel(node, level, competency, scale, notices);
        }
    }
    fields.leave(UNKNOWN, notices);
}

/// A sublevel, or a criterion with examples: the format writes both alike. One whose title speaks of a sublevel, or
/// names another step of the same level, is the former.
fn sublevel(node: Node, level: Named, competency: &mut DraftCompetency, scale: &mut Scale, notices: &mut Vec<Notice>) {
    let place = node.place;
    let Value::Map(mut fields) = node.value else {
        misplaced(node, "criteria with examples", notices);
        return;
    };
    let title = fields.take_text("criteria").filter(|title| !title.trim().is_empty());
    let examples = fields.take("examples");
    match title {
        Some(title) if title.to_lowercase().contains("sublevel") => {
            let named = scale.sublevel(level, title.trim());
            competency.at(named.provisional());
            if let Some(examples) = examples {
                statements(examples, named, competency, scale, notices);
            }
        }
        Some(title) => {
            let mut into = Statements::into(competency.at(level.provisional()), scale);
            into.take(&title, place, notices);
            for (text, _) in examples.into_iter().flat_map(|node| texts(node, "examples", notices)) {
                into.take_below(text.trim());
            }
        }
        None => {
            notices.push(Notice::warning(place, "These examples have no criterion. Write “criteria:” above them."));
            if let Some(examples) = examples {
                examples.leave("Left out: it belongs to no criterion.", notices);
            }
        }
    }
    fields.leave(UNKNOWN, notices);
}

fn statements(node: Node, at: Named, competency: &mut DraftCompetency, scale: &Scale, notices: &mut Vec<Notice>) {
    let texts = texts(node, "criteria", notices);
    let mut into = Statements::into(competency.at(at.provisional()), scale);
    for (text, place) in texts {
        into.take(&text, place, notices);
    }
}

/// The elements of a list; one thing alone is a list of one.
fn list(node: Node, name: &str, notices: &mut Vec<Notice>) -> Vec<Node> {
    match node.value {
        Value::List(nodes) => nodes,
        Value::Nothing => {
            notices.push(Notice::note(node.place, format!("“{name}” is empty here.")));
            Vec::new()
        }
        Value::Text(_) | Value::Map(_) => vec![node],
    }
}

/// The texts of a list.
fn texts(node: Node, name: &str, notices: &mut Vec<Notice>) -> Vec<(String, Place)> {
    let mut texts = Vec::new();
    for node in list(node, name, notices) {
        match node.value {
            Value::Text(text) => texts.push((text, node.place)),
            Value::Nothing => {}
            // `- Speaks clearly: always` is a field to YAML, and a statement to whoever wrote it.
            Value::Map(Map(fields)) if fields.iter().all(|field| matches!(field.node.value, Value::Text(_))) => {
                for Field { name, place, node } in fields {
                    let Value::Text(rest) = node.value else { continue };
                    let text = format!("{name}: {rest}");
                    notices.push(Notice::note(place, "A colon made this two things; it was read as one statement."));
                    texts.push((text, place));
                }
            }
            value => misplaced(Node { place: node.place, value }, "a statement", notices),
        }
    }
    texts
}

fn misplaced(node: Node, wanted: &str, notices: &mut Vec<Notice>) {
    let text = format!("Here stands something else than {wanted}. Look at the indent of this part.");
    notices.push(Notice::warning(node.place, text));
    node.leave("Left out: it stands where nothing of this kind belongs.", notices);
}
