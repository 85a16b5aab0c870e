//! Documents taken in: golden files for each format, encodings, and that nothing is dropped.

mod case;
mod encoding;
mod golden;
mod matrix;
mod outline;
mod proficiency;
mod progression;
mod promises;
mod reference;
mod replay;
mod shape;
mod skill;
mod text;
mod tree;
mod unit;

use std::collections::BTreeSet;

use proptest::prelude::*;
use touchstone::import::{Format, Import, Options, import};

/// What comes of these bytes.
fn imported(bytes: &[u8]) -> Import {
    import(bytes, Options::default())
}

/// What comes of these bytes when they are read as this format.
fn imported_as(bytes: &[u8], format: Format) -> Import {
    import(bytes, Options { format: Some(format), ..Options::default() })
}

/// What is said of a document, a line each, as the command line says it.
fn said(import: &Import) -> Vec<String> {
    import.notices.iter().map(ToString::to_string).collect()
}

/// Every word of the document that begins with `T` stands in the framework or in what a notice quotes, if a framework
/// came of it.
fn accounted_for(document: &str, import: &Import) -> Result<(), TestCaseError> {
    let Some(framework) = &import.framework else { return Ok(()) };
    // In JSON a line break is a sign and a letter.
    let framework = framework.to_json().to_string().replace("\\n", " ").replace("\\t", " ");
    let quotes: Vec<_> = import.notices.iter().filter_map(|notice| notice.quote.as_deref()).collect();
    let found: BTreeSet<_> = words(&framework).chain(quotes.iter().flat_map(|quote| words(quote))).collect();
    for word in words(document) {
        prop_assert!(found.contains(word), "{} is nowhere in {:?}\n{}", word, said(import), document);
    }
    Ok(())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| word.starts_with('T'))
}

/// The tokens that stand neither in the framework nor in what a notice quotes.
fn accounted(import: &Import, tokens: &[String]) -> Vec<String> {
    let mut places = import.framework.as_ref().map(|framework| framework.to_json().to_string()).unwrap_or_default();
    for quote in import.notices.iter().filter_map(|notice| notice.quote.as_ref()) {
        places.push('\n');
        places.push_str(quote);
    }
    tokens.iter().filter(|token| !places.contains(token.as_str())).cloned().collect()
}
