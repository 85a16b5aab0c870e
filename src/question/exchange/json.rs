//! Questions as JSON: a list of them, each as it stands in the file of a framework, with its competency and its tags.

use serde_json::{Map, Value, json};

use crate::framework::{CompetencyId, FrameworkId, Question};

use super::{Remark, Rows, Spot};
use crate::question::written::{Fault, MINUTES, Part, Written};

/// The `format` that a file of questions names.
pub const QUESTIONS: &str = "touchstone-questions/1";

/// Fields that say nothing which has to be taken over.
const PASSED_OVER: [&str; 2] = ["own", "made"];

/// The questions as a file, each with its competency.
pub fn to_json<'a>(
    framework: &FrameworkId,
    questions: impl IntoIterator<Item = (Option<&'a CompetencyId>, &'a Question)>,
) -> Value {
    let questions = questions.into_iter().map(|(competency, question)| {
        let mut written = question.to_json();
        if let (Some(competency), Some(fields)) = (competency, written.as_object_mut()) {
            fields.insert(name(Part::Competency).to_owned(), competency.as_str().into());
        }
        written
    });
    json!({ "format": QUESTIONS, "framework": framework.as_str(), "questions": questions.collect::<Vec<_>>() })
}

/// The field of a part.
pub(super) const fn name(part: Part) -> &'static str {
    match part {
        Part::Text => "text",
        _ => part.name(),
    }
}

/// Reads a file.
pub(super) fn read(text: &str) -> Rows {
    let mut rows = Rows::default();
    let list = match serde_json::from_str(text) {
        Ok(value) => list(value),
        Err(error) => {
            let reason = error.to_string();
            let reason = reason.split(" at line ").next().unwrap_or(&reason);
            let spot = Spot::Line(u32::try_from(error.line()).unwrap_or(u32::MAX));
            let text = format!("this is not JSON ({reason}). Mend it there, or export the file again.");
            rows.refused.push(Remark::at(spot, text));
            return rows;
        }
    };
    match list {
        Ok(list) => {
            for (number, value) in (1..).zip(list) {
                question(Spot::Question(number), value, &mut rows);
            }
        }
        Err(text) => rows.refused.push(Remark::whole(text)),
    }
    rows
}

/// The questions of a file, or of a bare list.
fn list(value: Value) -> Result<Vec<Value>, String> {
    let mut fields = match value {
        Value::Array(list) => return Ok(list),
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    let format = fields.remove("format");
    let format = format.as_ref().and_then(Value::as_str);
    match format {
        None | Some(QUESTIONS) => match fields.remove("questions") {
            Some(Value::Array(list)) => Ok(list),
            _ => Err("this file has no list “questions”. Choose a file that was exported here.".to_owned()),
        },
        Some(crate::framework::FORMAT) => {
            Err("this file is a whole framework. Import it in the library; its questions come with it.".to_owned())
        }
        Some(format) => Err(format!(
            "this file says that it is “{format}”, not “{QUESTIONS}”. Choose a file of that format, or update the app if the file is newer."
        )),
    }
}

fn question(spot: Spot, value: Value, rows: &mut Rows) {
    let Value::Object(fields) = value else {
        return rows.refused.push(Remark::at(spot, "this is no question. Put its fields in braces."));
    };
    let mut reader = Reader { spot, fields, faults: Vec::new() };
    let minutes = Some(reader.one(Part::Minutes)).filter(|minutes| !minutes.is_empty());
    let written = Written {
        id: reader.one(Part::Id),
        competency: reader.one(Part::Competency),
        kind: reader.one(Part::Kind),
        minutes: minutes.unwrap_or_else(|| MINUTES.to_string()),
        text: reader.one(Part::Text),
        probes: reader.several(Part::Probes),
        strong: reader.one(Part::Strong),
        weak: reader.one(Part::Weak),
        criteria: reader.several(Part::Criteria),
        tags: reader.several(Part::Tags),
    };
    let unknown = reader.fields.keys().filter(|name| !PASSED_OVER.contains(&name.as_str()));
    let notes = unknown.map(|name| Remark::at(spot, format!("the field “{name}” is not known, so it was left out.")));
    rows.notes.extend(notes);
    if reader.faults.is_empty() {
        rows.written.push((spot, written));
    }
    rows.refused.extend(reader.faults);
}

/// The fields of one question, taken one by one.
struct Reader {
    spot: Spot,
    fields: Map<String, Value>,
    faults: Vec<Remark>,
}

impl Reader {
    fn one(&mut self, part: Part) -> String {
        match self.fields.remove(name(part)) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text,
            Some(Value::Number(number)) => number.to_string(),
            Some(_) => {
                self.fault(part, "a text is expected here. Put it in quotation marks.");
                String::new()
            }
        }
    }

    fn several(&mut self, part: Part) -> Vec<String> {
        match self.fields.remove(name(part)) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::String(text)) => vec![text],
            Some(Value::Array(list)) if list.iter().all(Value::is_string) => {
                list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
            }
            Some(_) => {
                self.fault(
                    part,
                    "a list of texts is expected here. Put it in square brackets, each text in quotation marks.",
                );
                Vec::new()
            }
        }
    }

    fn fault(&mut self, part: Part, text: &str) {
        self.faults.push(Remark::of(self.spot, Fault { part, text: text.to_owned() }));
    }
}
