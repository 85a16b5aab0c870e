//! Arrows run downwards: a module uses those of the layers below its own, and never back. Only the topmost may know the
//! browser; the others know neither clock nor chance.

use std::collections::BTreeMap;

use super::finding::Finding;
use super::paths::{Path, module, paths};

/// From top to bottom. Two modules of one layer may use each other one way, not both.
const LAYERS: [&[&str]; 6] =
    [&["app"], &["record"], &["report", "debrief"], &["guide", "assessment"], &["question", "import"], &["framework"]];

/// First words of crates that only the app may name; those that begin with one of them count as well.
const IMPURE: [&str; 7] = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "rand", "getrandom"];
const CLOCKS: [&str; 3] = ["SystemTime", "Instant", "*"];

pub fn check(sources: &[(String, String)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut sideways: BTreeMap<(String, String), Vec<Finding>> = BTreeMap::new();
    for (file, text) in sources.iter().filter(|(file, _)| file.starts_with("src/")) {
        let Some(own) = module(file).into_iter().next() else { continue };
        let Some(layer) = layer(&own) else {
            findings.push(Finding {
                file: file.clone(),
                line: 1,
                what: format!("module `{own}` stands in no layer"),
                mend: "Put it below one that does, or name it in LAYERS of xtask/src/tidy/arrows.rs.",
            });
            continue;
        };
        for path in paths(file, text) {
            if layer > 0 {
                findings.extend(impurity(file, &own, &path));
            }
            let Some((other, other_layer)) = target(&path) else { continue };
            if other_layer < layer {
                findings.push(finding(file, &path, format!("`{own}` uses `{other}`, which stands above it"), UPWARDS));
            } else if other_layer == layer && other != own {
                let what = format!("`{own}` and `{other}` use each other");
                sideways.entry((own.clone(), other)).or_default().push(finding(file, &path, what, CIRCLE));
            }
        }
    }
    let circles = sideways.iter().filter(|((from, to), _)| sideways.contains_key(&(to.clone(), from.clone())));
    findings.extend(circles.flat_map(|(_, findings)| findings.clone()));
    findings
}

const UPWARDS: &str = "Move what is shared down, or hand it over as an argument.";
const CIRCLE: &str = "Let one of the two do without the other.";

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The module of the crate that a path leads to, where it stands in a layer.
fn target(path: &Path) -> Option<(String, usize)> {
    let other = path.segments.first().filter(|_| path.own)?;
    Some((other.clone(), layer(other)?))
}

fn impurity(file: &str, own: &str, path: &Path) -> Option<Finding> {
    let first = path.segments.first().filter(|_| !path.own)?;
    let foreign = IMPURE.iter().any(|name| first == name || first.starts_with(&format!("{name}_")));
    let clock = path.segments.windows(2).any(|pair| pair[0] == "time" && CLOCKS.contains(&pair[1].as_str()));
    (foreign || clock).then(|| {
        let what = format!("`{own}` names `{}`, but it is pure", path.segments.join("::"));
        finding(file, path, what, "Let the app hand over what it needs: time, ids and chance are arguments.")
    })
}

fn finding(file: &str, path: &Path, what: String, mend: &'static str) -> Finding {
    Finding { file: file.to_owned(), line: path.line, what, mend }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn findings(sources: &[(&str, &str)], expected: &[&str]) {
        let sources: Vec<_> = sources.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
        let shown: Vec<String> =
            check(&sources).iter().map(|found| format!("{}:{} {}", found.file, found.line, found.what)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn downwards_is_free() {
        findings(
            &[
                ("src/app/page/plan.rs", "use crate::{guide, record::Entry};\nuse leptos::prelude::*;"),
                ("src/record/entry.rs", "use crate::assessment::Event; use std::time::Duration;"),
                ("src/assessment/mod.rs", "use crate::guide::Guide; use crate::framework::Level;"),
                ("src/lib.rs", "pub mod framework; use leptos::x;"),
                ("tests/any.rs", "use touchstone::app;"),
            ],
            &[],
        );
    }

    #[test]
    fn upwards_is_refused() {
        findings(
            &[("src/framework/level.rs", "\nuse super::super::guide::Guide;")],
            &["src/framework/level.rs:2 `framework` uses `guide`, which stands above it"],
        );
        findings(
            &[("src/report.rs", "fn a() { crate::record::b() }")],
            &["src/report.rs:1 `report` uses `record`, which stands above it"],
        );
    }

    #[test]
    fn two_modules_of_one_layer_do_not_use_each_other() {
        findings(
            &[("src/guide/a.rs", "use crate::assessment::A;"), ("src/assessment/b.rs", "use crate::guide::B;")],
            &[
                "src/assessment/b.rs:1 `assessment` and `guide` use each other",
                "src/guide/a.rs:1 `guide` and `assessment` use each other",
            ],
        );
    }

    #[test]
    fn the_domain_is_pure() {
        findings(
            &[(
                "src/guide/a.rs",
                "use leptos_router::A;\nuse std::time::{Duration, Instant};\nfn a() { rand::random() }",
            )],
            &[
                "src/guide/a.rs:1 `guide` names `leptos_router::A`, but it is pure",
                "src/guide/a.rs:2 `guide` names `std::time::Instant`, but it is pure",
                "src/guide/a.rs:3 `guide` names `rand::random`, but it is pure",
            ],
        );
    }

    #[test]
    fn a_new_module_needs_a_layer() {
        findings(&[("src/helpers.rs", "")], &["src/helpers.rs:1 module `helpers` stands in no layer"]);
    }
}
