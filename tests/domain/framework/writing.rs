//! The canonical form, the digest that names a revision, and what goes through unharmed.

use serde_json::{Value, json};
use touchstone::framework::{Framework, canonical, from_json};

use crate::fixture::{LIBRARY_DESK, library_desk};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/framework/library-desk.canonical.json");

/// Rewritten by `UPDATE_GOLDEN=1 cargo test`.
#[test]
fn the_canonical_form_is_the_golden_one() {
    let canonical = library_desk().canonical();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(GOLDEN, &canonical).unwrap();
    }
    assert_eq!(canonical, std::fs::read_to_string(GOLDEN).unwrap());
}

#[test]
fn what_is_written_reads_as_it_was() {
    let framework = library_desk();
    assert_eq!(from_json(&framework.canonical()), Ok(framework.clone()));
    assert_eq!(from_json(&serde_json::to_string_pretty(&framework.to_json()).unwrap()), Ok(framework));
}

#[test]
fn fields_of_a_later_release_are_written_back_where_they_stood() {
    let written = library_desk().to_json();
    for (pointer, expected) in [
        ("/reviewed", json!({"by": "the council", "on": null})),
        ("/source/edition", json!(3)),
        ("/levels/0/colour", json!("green")),
        ("/competencies/0/shelf", json!([1, null, []])),
        ("/competencies/0/expectations/2/why", json!("kept")),
        ("/competencies/0/expectations/2/criteria/0/hue", json!("blue")),
        ("/competencies/0/questions/0/author", json!("desk")),
        ("/competencies/1/expectations/1/criteria/0/range/0/unit", json!("items")),
    ] {
        assert_eq!(written.pointer(pointer), Some(&expected), "{pointer}");
    }
}

#[track_caller]
fn reread(change: impl Fn(&mut Value)) -> Framework {
    let mut value: Value = serde_json::from_str(LIBRARY_DESK).unwrap();
    change(&mut value);
    from_json(&value.to_string()).unwrap()
}

#[test]
fn the_digest_names_the_content_and_not_its_spelling() {
    let digest = library_desk().digest();
    assert_eq!(digest.as_str().len(), 64);
    // Keys in the order of the alphabet, no spaces.
    assert_eq!(from_json(&canonical(&serde_json::from_str(LIBRARY_DESK).unwrap())).unwrap().digest(), digest);
    // Nulls and empty lists, written out or left out.
    assert_eq!(reread(|value| value["competencies"][1]["notes"] = json!([])).digest(), digest);
    assert_eq!(reread(|value| value["competencies"][1]["summary"] = Value::Null).digest(), digest);
    assert_eq!(reread(|value| drop(value["source"].as_object_mut().unwrap().remove("url"))).digest(), digest);
    assert_eq!(reread(|value| value["competencies"][2]["expectations"][0]["criteria"] = json!([])).digest(), digest);
    // The minutes that a question has by default.
    assert_eq!(reread(|value| value["competencies"][0]["questions"][2]["minutes"] = json!(5)).digest(), digest);
}

#[test]
fn the_digest_changes_with_the_content() {
    let digest = library_desk().digest();
    assert_ne!(reread(|value| value["title"] = json!("The desk of a town library.")).digest(), digest);
    assert_ne!(reread(|value| value["reviewed"]["by"] = json!("nobody")).digest(), digest);
    assert_ne!(reread(|value| value["levels"].as_array_mut().unwrap().swap(1, 2)).digest(), digest);
    assert_ne!(
        reread(|value| value["competencies"][1]["expectations"][1]["criteria"][0]["range"][0]["minimum"] = json!(1))
            .digest(),
        digest
    );
}
