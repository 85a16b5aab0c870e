//! Documents taken in: golden files for each format, encodings, and that nothing is dropped.

mod encoding;
mod golden;
mod outline;
mod shape;
mod tree;

use touchstone::import::{Import, import};

/// What comes of these bytes.
fn imported(bytes: &[u8]) -> Import {
    import(bytes, None)
}

/// What is said of a document, a line each, as the command line says it.
fn said(import: &Import) -> Vec<String> {
    import.notices.iter().map(ToString::to_string).collect()
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
