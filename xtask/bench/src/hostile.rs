//! Documents that nobody means well with: how long each takes until it is refused.

use std::fmt::Write as _;
use std::time::Duration;

use touchstone::import::{Format, MOST_BYTES, MOST_CRITERIA, Severity};

use crate::document::touchstone;
use crate::stopwatch::{milliseconds, once};
use crate::words::statement;

/// So long a refusal may take that needs no reading of the whole document.
const LIMIT: Duration = Duration::from_millis(200);

struct Hostile {
    name: &'static str,
    document: String,
    format: Option<Format>,
    /// Words of its refusal.
    refusal: &'static str,
    /// Whether all of it must be read before it can be refused; then it may take as long as any document of its size.
    is_read: bool,
}

/// Shows the table, and gives a sentence for each document that is not refused, or not in time.
pub fn measured() -> Vec<String> {
    println!(
        "\nRefusing a document, in ms; at most {}, or unlimited where all of it must be read first:\n",
        LIMIT.as_millis()
    );
    DOCUMENTS.iter().flat_map(|document| row(&document())).collect()
}

/// Made one after the other, since some are large.
const DOCUMENTS: [fn() -> Hostile; 11] = [
    alias_bomb,
    lists_within_lists,
    objects_within_objects,
    items_within_items,
    too_large,
    line_of_50_megabytes,
    line_of_30_megabytes,
    a_million_rows,
    criteria_of_our_own,
    criteria_of_an_outline,
    criteria_of_a_matrix,
];

fn row(hostile: &Hostile) -> Vec<String> {
    let Hostile { name, document, format, refusal, is_read } = hostile;
    let (import, took) = once(document.as_bytes(), *format);
    let megabytes = document.len() as f64 / 1024.0 / 1024.0;
    let limit = if *is_read { "read" } else { "" };
    println!("  {name:<44} {megabytes:>5.1} MB {:>8.1} {limit}", milliseconds(took));
    let mut errors = import.notices.iter().filter(|notice| notice.severity == Severity::Error);
    if import.framework.is_some() || !errors.any(|notice| notice.text.contains(refusal)) {
        return vec![format!("The document with {name} is not refused with the words “{refusal}”.")];
    }
    if !is_read && took > LIMIT {
        let (took, limit) = (milliseconds(took), LIMIT.as_millis());
        return vec![format!("The document with {name} is refused after {took:.0} ms, later than after {limit} ms.")];
    }
    Vec::new()
}

fn refused(name: &'static str, document: String, format: Format, refusal: &'static str) -> Hostile {
    Hostile { name, document, format: Some(format), refusal, is_read: false }
}

fn alias_bomb() -> Hostile {
    let mut document = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for step in 1..20 {
        let aliases = vec![format!("*a{}", step - 1); 10].join(", ");
        // Writing to a String cannot fail.
        writeln!(document, "a{step}: &a{step} [{aliases}]").unwrap_or_default();
    }
    refused("YAML aliases of aliases of aliases", document, Format::Shape, "Aliases repeat more than 100000 parts")
}

const DEEP: &str = "nests more than 100 levels deep";

fn lists_within_lists() -> Hostile {
    refused("100,000 JSON lists, each within the other", "[".repeat(100_000), Format::Shape, "")
}

fn objects_within_objects() -> Hostile {
    let document = "{\"a\":".repeat(100_000) + "1" + &"}".repeat(100_000);
    refused("100,000 JSON objects, each within the other", document, Format::Shape, "")
}

fn items_within_items() -> Hostile {
    refused("100,000 YAML items, each within the other", format!("a:\n{}", "- ".repeat(100_000)), Format::Shape, DEEP)
}

const LARGE: &str = "more than the 33554432 (32 MB) that are read";

fn too_large() -> Hostile {
    let document = format!("{}\n", statement(0)).repeat(MOST_BYTES / 40);
    Hostile { format: None, ..refused("more than 32 MB", document, Format::Outline, LARGE) }
}

fn line_of_50_megabytes() -> Hostile {
    let document = "a word ".repeat(50 * 1024 * 1024 / 7);
    Hostile { format: None, ..refused("one line of 50 MB", document, Format::Outline, LARGE) }
}

fn line_of_30_megabytes() -> Hostile {
    let document = "a word ".repeat(30 * 1024 * 1024 / 7);
    let hostile = refused("one line of 30 MB", document, Format::Outline, "No framework is recognised");
    Hostile { format: None, is_read: true, ..hostile }
}

fn a_million_rows() -> Hostile {
    let document = format!("Skill,Level 1\n{}", "Sorting,Sorts\n".repeat(1_000_000));
    let hostile = refused("a table of a million rows", document, Format::Matrix, "more than 400000 cells");
    Hostile { is_read: true, ..hostile }
}

const MANY: &str = "more than the 200000 that a framework may have";

fn criteria_of_our_own() -> Hostile {
    // A little more than a hundred bytes each.
    let hostile = refused(
        "more than 200,000 criteria, as our own format",
        touchstone(MOST_CRITERIA * 108),
        Format::Touchstone,
        MANY,
    );
    Hostile { is_read: true, ..hostile }
}

fn criteria_of_an_outline() -> Hostile {
    let document = format!("# A\n## Level 1\n{}## Level 2\n- b\n", "- a\n".repeat(MOST_CRITERIA));
    Hostile { is_read: true, ..refused("more than 200,000 criteria, as an outline", document, Format::Outline, MANY) }
}

fn criteria_of_a_matrix() -> Hostile {
    let document = format!("Skill,Level 1,Level 2\nDesk,\"{}\",Ends\n", "Sorts well. ".repeat(MOST_CRITERIA));
    Hostile { is_read: true, ..refused("more than 200,000 criteria, in one cell", document, Format::Matrix, MANY) }
}
