//! What is said of a document that is none of the formats: that it is empty, a web page, a list of questions, or else
//! what could be made of it.

use super::asked;
use super::format::Format;
use super::line::{Line, lines};
use super::passage::enumerated;

/// So many lines show what a document is.
const SAMPLE: usize = 500;

/// Whether the text is the source of a web page, of which the readers would take the tags for text.
pub fn is_web_page(text: &str) -> bool {
    let begins = |beginning: &str| {
        let start = text.trim_start().as_bytes();
        start.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning.as_bytes()))
    };
    ["<!doctype html", "<html", "<head", "<body", "<table", "<div"].iter().any(|beginning| begins(beginning))
}

/// What is wrong with it, and how to mend that.
pub fn unknown(text: &str) -> String {
    if text.trim().is_empty() {
        return "The document is empty. Choose one that holds the levels and statements of a framework.".to_owned();
    }
    if is_web_page(text) {
        return "This is the source of a web page, of which no text is read. Open the page in a browser, copy its table \
                or its text and paste it here, or save the page as text and choose that file."
            .to_owned();
    }
    if is_list_of_questions(text) {
        return "This is a list of interview questions. A framework needs levels too, and statements of what is expected \
                at them. Import a framework first, or choose one, and add the questions to it under “Questions”; or \
                put the levels with their statements above the questions, which then stand below the heading “Interview \
                questions”."
            .to_owned();
    }
    let names: Vec<_> = Format::ALL.iter().map(|format| format.title()).collect();
    format!(
        "No framework is recognised in this document. These formats are read: {}. Choose the one that it is, or give it \
         headings for its levels and competencies and a line for each statement.",
        names.join(", ")
    )
}

/// Whether at least half of the lines ask something; statements begin with verbs too, so most must have a question mark
/// or ask somebody to tell.
fn is_list_of_questions(text: &str) -> bool {
    let (mut lines_seen, mut asking) = (0, 0);
    for line in lines(text).take(SAMPLE) {
        lines_seen += 1;
        asking += usize::from(asks(line));
    }
    asking > 1 && asking * 2 >= lines_seen
}

fn asks(line: Line<'_>) -> bool {
    let text = line.item().unwrap_or(line.text);
    let text = enumerated(text).map_or(text, |(_, text)| text);
    let asks_to_tell = || text.split_whitespace().take(3).any(|word| matches!(word, "me" | "us"));
    text.contains(['?', '？', '؟']) || (asked::asks(text) && asks_to_tell())
}
