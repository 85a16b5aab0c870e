//! YAML and JSON of any build: that nothing is known of the names of their fields, and nothing of them dropped.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::{Value, json};
use touchstone::import::{Format, Import};

use super::{accounted, imported, imported_as, said};

fn below(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect()
}

/// Names before a colon, as JSON and YAML have them.
fn keys(text: &str) -> BTreeSet<String> {
    let parts = text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(['{', ',', '[']));
    let names = parts.filter_map(|part| part.split_once(':').map(|(name, _)| name));
    let names = names.map(|name| name.trim().trim_start_matches("- ").trim_matches('"').to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

#[test]
fn the_reader_knows_no_name_of_a_field() {
    let mut sources = below("src/import/shape");
    sources.extend(["src/import/shape.rs", "src/import/scale.rs", "src/import/level_word.rs"].map(PathBuf::from));
    let code: String = sources.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let code = code.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    let strings: BTreeSet<_> = code.split('"').map(str::to_owned).collect();
    let documents =
        below("tests/golden/shape").into_iter().filter(|file| file.extension().is_some_and(|end| end == "in"));
    let mut shapes = 0;
    for document in documents {
        let text = std::fs::read_to_string(&document).unwrap();
        let found = imported(text.as_bytes());
        if found.framework.is_none() {
            continue;
        }
        shapes += 1;
        assert_eq!(found.format, Some(Format::Shape), "{}", document.display());
        // The names of levels are no names of fields, wherever they stand.
        let levels = found.framework.into_iter().flat_map(|framework| framework.levels).map(|level| level.name);
        let levels: BTreeSet<_> = levels.collect();
        let shared = keys(&text).into_iter().filter(|key| !levels.contains(key) && strings.contains(key));
        assert_eq!(shared.collect::<Vec<_>>(), Vec::<String>::new(), "{}", document.display());
    }
    assert!(shapes >= 6, "{shapes}");
}

#[track_caller]
fn check(text: &str, levels: &[&str], rows: &[&str]) {
    let import = imported(text.as_bytes());
    let said = said(&import);
    let framework = import.framework.unwrap_or_else(|| panic!("{said:?}"));
    let found: Vec<_> = framework.levels.iter().map(|level| level.name.as_str()).collect();
    assert_eq!(found, levels);
    let found = framework.competencies.iter().map(|competency| {
        let cells = competency.expectations.iter().map(|cell| format!("{} {}", cell.level, cell.criteria.len()));
        format!("{}: {}", competency.title, cells.collect::<Vec<_>>().join(", "))
    });
    assert_eq!(found.collect::<Vec<_>>(), rows);
}

#[test]
fn other_builds_are_understood() {
    check(
        "Ropes:\n  Level 1: Ties the first knot\n  Level 2: Splices in the dark\nSails:\n  Level 1: Folds them dry\n",
        &["Level 1", "Level 2"],
        &["Ropes: level-1 1, level-2 1", "Sails: level-1 1"],
    );
    check(
        r#"[{"zz":"Ropes","level_1":"Ties the first knot","level_2":"Splices"},{"zz":"Sails","level_1":"x","level_2":"y"}]"#,
        &["level 1", "level 2"],
        &["Ropes: level-1 1, level-2 1", "Sails: level-1 1, level-2 1"],
    );
    check(
        r#"{"a":[{"b":"Level 1","c":["Ties the first knot","Splices"]},{"b":"Level 2","c":["Teaches"]}],"t":"Ropes"}"#,
        &["Level 1", "Level 2"],
        &["Ropes: level-1 2, level-2 1"],
    );
    check(
        "- q: Ropes\n  w: 1\n  e: Ties the first knot\n- q: Ropes\n  w: 2\n  e: Splices in the dark\n\
         - q: Sails\n  w: 1\n  e: Folds them dry\n- q: Sails\n  w: 2\n  e: Mends them at sea\n",
        &["1", "2"],
        &["Ropes: 1 1, 2 1", "Sails: 1 1, 2 1"],
    );
}

#[test]
fn a_doubled_name_is_told_of_and_kept() {
    let text =
        r#"{"x":{"Level 1":["Ties a knot"],"Level 1":["Splices a rope"],"Level 2":["Teaches the rest"]},"n":"Crew"}"#;
    let import = imported(text.as_bytes());
    assert!(said(&import)[0].contains("stands here a second time"), "{:?}", said(&import));
    assert_eq!(accounted(&import, &["Ties a knot".to_owned(), "Splices a rope".to_owned()]), Vec::<String>::new());
}

#[test]
fn hostile_documents_are_harmless() {
    let names =
        |count: usize| (0..count).map(|name| format!("\"k{name}\":\"v{name} w x\"")).collect::<Vec<_>>().join(",");
    let documents = [
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        format!("a:\n{}", "- ".repeat(100_000)),
        format!("{{{}}}", names(50_000)),
        format!("[{}]", vec![format!("{{{}}}", names(3)); 20_000].join(",")),
        format!(
            "[{}{{}}]",
            (0..3000).map(|name| format!("{{\"k{name}\":\"a b c\",\"x\":\"{}\"}},", name % 7)).collect::<String>()
        ),
        format!("{{\"a\":\"{}\"}}", "x ".repeat(500_000)),
        r#"{"__proto__":{"constructor":["<script>alert(1)</script>"]},"a":["b"]}"#.to_owned(),
    ];
    for document in documents {
        let import = imported_as(document.as_bytes(), Format::Shape);
        assert!(import.framework.is_some() || !import.notices.is_empty(), "{}", &document[..20]);
    }
}

/// A value of any build, each text a token of its own.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => Just(json!("TOKEN says more than a name")),
        3 => Just(json!("TOKEN")),
        1 => Just(json!("Level 1")),
        1 => Just(json!(null)),
    ];
    leaf.prop_recursive(5, 60, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((0..8_usize, inner), 0..5).prop_map(|fields| {
                let names = ["ka", "kb", "kc", "kd", "Level 1", "Level 2", "Level 3", "ke"];
                fields.into_iter().map(|(name, value)| (names[name].to_owned(), value)).collect()
            }),
        ]
    })
}

/// Things of one kind, of which each has its own.
fn things() -> impl Strategy<Value = Value> {
    proptest::collection::vec(value(), 1..4).prop_map(|values| {
        let thing = |index: usize| json!({"na": "TOKEN", "le": format!("Level {}", index % 2 + 1), "va": values[index % values.len()]});
        json!({"na": "TOKEN", "all": (0..5).map(thing).collect::<Vec<_>>(), "rest": values[0], "li": {"Level 1": ["TOKEN"]}})
    })
}

fn tokens(value: &Value) -> (String, Vec<String>) {
    let text = value.to_string();
    let mut tokens = Vec::new();
    let mut written = String::new();
    for (index, part) in text.split("TOKEN").enumerate() {
        if index > 0 {
            let token = format!("tok{index}x");
            written.push_str(&token);
            tokens.push(token);
        }
        written.push_str(part);
    }
    (written, tokens)
}

fn lost(value: &Value) -> Option<(Import, Vec<String>, String)> {
    let (text, tokens) = tokens(value);
    let import = imported_as(text.as_bytes(), Format::Shape);
    import.framework.as_ref()?;
    let lost = accounted(&import, &tokens);
    Some((import, lost, text))
}

proptest! {
    #[test]
    fn nothing_is_dropped(value in prop_oneof![things(), value()]) {
        if let Some((_, lost, text)) = lost(&value) {
            prop_assert!(lost.is_empty(), "{lost:?} of\n{text}");
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "[-\\[\\]{}:,\"'&*a-c| \n#%!>]{0,200}") {
        imported_as(text.as_bytes(), Format::Shape);
    }
}

/// A framework with such a level did not read again.
#[test]
fn a_level_without_a_name_gets_one() {
    let import = imported_as(
        b"Dough:\n  '':\n    - a\n  Ends:\n    - b\nOven:\n  '':\n    - c\n  Ends:\n    - d\n",
        Format::Shape,
    );
    let names: Vec<_> =
        import.framework.iter().flat_map(|framework| &framework.levels).map(|level| level.name.as_str()).collect();
    assert_eq!(names, ["Untitled level", "Ends"]);
    let why = "warning: A level has no name; “Untitled level” stands for it. Give it one.";
    assert!(said(&import).iter().any(|line| line == why), "{:?}", said(&import));
}
