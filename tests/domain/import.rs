//! Documents taken in: golden files for each format, encodings, and that nothing is dropped.

mod case;
mod encoding;
mod golden;

use touchstone::import::{Import, import};

/// What comes of these bytes.
fn imported(bytes: &[u8]) -> Import {
    import(bytes, None)
}

/// What is said of a document, a line each, as the command line says it.
fn said(import: &Import) -> Vec<String> {
    import.notices.iter().map(ToString::to_string).collect()
}
