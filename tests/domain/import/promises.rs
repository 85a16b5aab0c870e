//! What the import promises of any bytes, whoever made them. The fuzzer (`tests/fuzz`) and the replay of its corpus hold
//! it to the same list.

use touchstone::framework::from_json;
use touchstone::import::{Format, MOST_CRITERIA, Options, Severity, import};

/// The name that leaves the format to recognition.
pub const ANY: &str = "any";

/// The format of that name, for [`Options::format`]; [`ANY`] gives `None`.
pub fn format_named(name: &str) -> Result<Option<Format>, String> {
    let known = Format::ALL.into_iter().find(|format| format.name() == name);
    if known.is_some() || name == ANY { Ok(known) } else { Err(format!("“{name}” names no format.")) }
}

/// Takes the bytes in, and says which promise is broken.
pub fn broken(bytes: &[u8], format: Option<Format>) -> Result<(), String> {
    let import = import(bytes, Options { format, ..Options::default() });
    let errors: Vec<_> = import.notices.iter().filter(|notice| notice.severity == Severity::Error).collect();
    match &import.framework {
        None if errors.is_empty() => return Err("there is no framework, and no error says why".to_owned()),
        None => {}
        Some(_) if !errors.is_empty() => return Err(format!("there is a framework beside errors: {errors:?}")),
        Some(framework) => {
            let again = from_json(&framework.to_json().to_string());
            if again.as_ref() != Ok(framework) {
                return Err(format!("the framework does not read again as itself:\n{framework:?}\n{again:?}"));
            }
            let expectations = framework.competencies.iter().flat_map(|competency| &competency.expectations);
            let criteria: usize = expectations.map(|expectation| expectation.criteria.len()).sum();
            if criteria > MOST_CRITERIA {
                return Err(format!("the framework has {criteria} criteria"));
            }
        }
    }
    if !import.notices.is_sorted_by_key(|notice| notice.place) {
        return Err("the notices are not in the order of the document".to_owned());
    }
    let lines = 1 + import.text.matches('\n').count();
    match import.notices.iter().find(|notice| notice.place.line as usize > lines) {
        Some(notice) => Err(format!("the document has {lines} lines: {notice:?}")),
        None => Ok(()),
    }
}
