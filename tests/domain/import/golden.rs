//! Documents beside what comes of them: `tests/golden/<format>/<name>.in` and `.out`. With `TOUCHSTONE_GOLDEN=write` in
//! the environment the `.out` files are written anew; look at what changed before it is kept.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use touchstone::framework::from_json;
use touchstone::import::{Format, Import};

use super::{imported, said};

/// The folder, the format as it is recognised, the framework and what is said of the document.
fn told(import: &Import) -> String {
    let mut text = format!("format: {}\n", import.format.map_or("none", Format::name));
    for line in said(import) {
        writeln!(text, "{line}").unwrap();
    }
    if let Some(framework) = &import.framework {
        writeln!(text, "\n{}", serde_json::to_string_pretty(&framework.to_json()).unwrap()).unwrap();
    }
    text
}

fn documents() -> Vec<PathBuf> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let folders = std::fs::read_dir(golden).unwrap().map(|folder| folder.unwrap().path());
    let files = folders.filter(|folder| folder.is_dir()).flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let documents = files.map(|file| file.unwrap().path());
    let mut documents: Vec<_> =
        documents.filter(|file| file.extension().is_some_and(|ending| ending == "in")).collect();
    documents.sort();
    documents
}

#[test]
fn each_document_gives_what_stands_beside_it() {
    let write = std::env::var("TOUCHSTONE_GOLDEN").is_ok_and(|value| value == "write");
    let documents = documents();
    assert!(!documents.is_empty());
    for document in documents {
        let found = told(&imported(&std::fs::read(&document).unwrap()));
        let beside = document.with_extension("out");
        if write {
            std::fs::write(&beside, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(found, expected, "{}", document.display());
    }
}

#[test]
fn what_comes_of_a_document_is_a_sound_framework_of_its_folders_format() {
    for document in documents() {
        let import = imported(&std::fs::read(&document).unwrap());
        let Some(framework) = import.framework else { continue };
        let name = document.display();
        let format = import.format.map(Format::name);
        assert_eq!(document.parent().and_then(Path::file_name).and_then(|name| name.to_str()), format, "{name}");
        assert_eq!(from_json(&framework.to_json().to_string()).as_ref(), Ok(&framework), "{name}");
    }
}
