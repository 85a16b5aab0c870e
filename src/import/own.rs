//! Our own format, [`FORMAT`](crate::framework::FORMAT), as it stands in files of the host and in exports.

use crate::framework::{Framework, ReadError, from_json};

use super::MOST_CRITERIA;
use super::draft::too_many;
use super::notice::{Notice, Place};

/// Whether the text says that it is of our format, of whatever version.
pub fn recognises(text: &str) -> bool {
    text.trim_start().starts_with('{') && text.contains("\"touchstone-framework/")
}

/// Reads it. Each problem is a notice.
pub fn read(text: &str, notices: &mut Vec<Notice>) -> Option<Framework> {
    match from_json(text) {
        Ok(framework) => {
            let criteria = framework.criteria().count();
            if criteria > MOST_CRITERIA {
                notices.push(Notice::error(Place::WHOLE, too_many(criteria)));
                return None;
            }
            Some(framework)
        }
        Err(ReadError::Problems(problems)) => {
            notices.extend(problems.iter().map(|problem| Notice::error(Place::WHOLE, problem.to_string())));
            None
        }
        Err(ReadError::NotJson { line, column, reason }) => {
            let at = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let place = Place { line: at(line), column: at(column) };
            let text = format!("This is not JSON ({reason}). Mend it there, or export the file again.");
            notices.push(Notice::error(place, text));
            None
        }
        Err(error) => {
            notices.push(Notice::error(Place::WHOLE, error.to_string()));
            None
        }
    }
}
