//! The documents that the bundled frameworks describe, which stand beside the project and are no part of it: what is
//! counted in them, and the whole list of what is said of them.

use std::path::Path;

use touchstone::import::Import;

use super::imported;

/// What comes of a document of that name; `None`, and said so, where the documents are not here.
pub fn reference(name: &str) -> Option<Import> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference").join(name);
    match std::fs::read(&file) {
        Ok(bytes) => Some(imported(&bytes)),
        Err(error) => {
            println!("{} is not checked: {error}", file.display());
            None
        }
    }
}
