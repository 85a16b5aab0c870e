//! Frameworks and packages made at random: what was written comes back, and nothing is dropped.

use proptest::prelude::*;
use serde_json::{Value, json};
use touchstone::framework::{Framework, from_json};
use touchstone::import::to_case;

use super::super::{imported, said};
use super::written::{faults, held};
use super::{DATE, association, item, package, uuid};

/// A text that says something, in several scripts, with what is special in JSON and in notes.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{1,12}",
        Just("Document: ".to_owned()),
        Just("Address: ".to_owned()),
        Just("\n\n".to_owned()),
        Just("\n".to_owned()),
        Just("Range".to_owned()),
        Just("At least 2".to_owned()),
        Just("Level 1".to_owned()),
        Just("レベル2 管理".to_owned()),
        Just("Größe ‘core’ 💬".to_owned()),
    ];
    let pieces = prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat());
    pieces.prop_filter("says something", |text| !text.trim().is_empty())
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..3)
}

fn maybe() -> impl Strategy<Value = Option<String>> {
    prop::option::of(prop_oneof![4 => text(), 1 => Just(String::new())])
}

fn range() -> impl Strategy<Value = Value> {
    (
        prop::option::of(text().prop_filter("not ours", |title| title != "Range")),
        prop::collection::vec(text(), 1..4),
        0..3usize,
    )
        .prop_map(|(title, items, minimum)| {
            let minimum = (1..=items.len()).contains(&minimum).then_some(minimum);
            json!({ "title": title, "items": items, "minimum": minimum })
        })
}

fn criterion() -> impl Strategy<Value = Value> {
    (text(), maybe(), texts(), texts(), prop::collection::vec(range(), 0..2)).prop_map(
        |(text, code, examples, guidance, range)| {
            json!({ "text": text, "code": code, "examples": examples, "guidance": guidance, "range": range })
        },
    )
}

/// For each level: nothing, or its includes and criteria; and the order of the expectations.
fn competency() -> impl Strategy<Value = Value> {
    let expectation =
        prop::option::of((prop::collection::vec(0..4usize, 0..3), prop::collection::vec(criterion(), 0..3)));
    let parts = prop::collection::vec(expectation, 4).prop_map(|stated| {
        let numbered = stated.into_iter().enumerate();
        let stated =
            numbered.filter_map(|(level, stated)| stated.map(|(includes, criteria)| (level, includes, criteria)));
        stated.collect::<Vec<_>>()
    });
    let lists = (texts(), texts(), texts(), texts());
    (text(), maybe(), maybe(), lists, parts.prop_shuffle()).prop_map(
        |(title, code, summary, (activities, guidance, notes, evidence), parts)| {
            let expectations: Vec<_> = parts
                .into_iter()
                .map(|(level, mut includes, criteria)| {
                    includes.sort_unstable();
                    includes.dedup();
                    includes.reverse();
                    let includes: Vec<_> = includes.into_iter().map(|level| format!("l{level}")).collect();
                    json!({ "level": format!("l{level}"), "includes": includes, "criteria": criteria })
                })
                .collect();
            json!({
                "title": title, "code": code, "summary": summary, "activities": activities, "guidance": guidance,
                "notes": notes, "evidence": evidence, "expectations": expectations,
            })
        },
    )
}

/// Gives criteria their identifiers, and lets some repeat earlier ones.
fn finished(mut framework: Value, repeats: &[usize]) -> Option<Framework> {
    let mut known: Vec<String> = Vec::new();
    for (index, competency) in framework["competencies"].as_array_mut()?.iter_mut().enumerate() {
        competency["id"] = Value::from(format!("c{}", 9 - index));
        for expectation in competency["expectations"].as_array_mut()? {
            for criterion in expectation["criteria"].as_array_mut()? {
                let id = format!("k-{}", known.len() * 7 % 100);
                let repeated = known.get(repeats[known.len() % repeats.len()]);
                criterion["repeats"] = json!(repeated);
                criterion["id"] = Value::from(id.as_str());
                known.push(id);
            }
        }
    }
    (!known.is_empty()).then(|| from_json(&framework.to_string()).unwrap())
}

fn framework() -> impl Strategy<Value = Framework> {
    let names = prop::collection::vec((text(), maybe()), 4);
    let within = prop::sample::select(vec![
        [None, None, None, None],
        [None, Some(0), Some(0), None],
        [None, Some(0), Some(1), Some(1)],
    ]);
    let one_line = || text().prop_map(|text| text.replace('\n', " "));
    let url = prop_oneof![Just(Some("https://desk.example/a?b=c#d".to_owned())), prop::option::of(one_line())];
    let source = (prop::option::of(text()), prop::option::of(one_line()), url, maybe(), maybe());
    let purpose = prop::sample::select(vec!["progression", "matrix", "unit", "skill"]);
    let head = (text(), maybe(), purpose, source);
    let competencies = prop::collection::vec(competency(), 1..4);
    (head, names, within, competencies, prop::collection::vec(0..40usize, 3)).prop_filter_map(
        "holds criteria",
        |((title, summary, purpose, source), names, within, competencies, repeats)| {
            let levels: Vec<_> = names
                .into_iter()
                .zip(within)
                .enumerate()
                .map(|(index, ((name, summary), within))| {
                    let within = within.map(|parent: usize| format!("l{parent}"));
                    json!({ "id": format!("l{index}"), "name": name, "summary": summary, "within": within })
                })
                .collect();
            let (publisher, document, url, licence, note) = source;
            let framework = json!({
                "format": "touchstone-framework/1", "id": "made.at-random", "title": title, "summary": summary,
                "language": "de-CH", "purpose": purpose, "levels": levels, "competencies": competencies,
                "source": { "publisher": publisher, "document": document, "url": url, "licence": licence, "note": note },
            });
            finished(framework, &repeats)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn frameworks_come_back_equal(framework in framework()) {
        let (package, notices) = to_case(&framework, DATE);
        prop_assert_eq!(notices, vec![]);
        prop_assert_eq!(faults(&package), Vec::<String>::new());
        let import = imported(package.to_string().as_bytes());
        prop_assert_eq!(said(&import), Vec::<String>::new());
        prop_assert_eq!(import.framework, Some(held(&framework)));
        prop_assert_eq!(to_case(&framework, DATE).0.to_string(), package.to_string());
    }
}

/// A text of its own, so that it can be found again.
fn token(count: &mut usize) -> String {
    *count += 1;
    format!("tok{count}x")
}

/// A package in which everything is there by chance: fields, types, associations to anywhere, rubrics.
fn foreign(seed: &[u8]) -> (String, usize) {
    let mut bytes = seed.iter().copied().cycle();
    let mut chance = move |most: u8| usize::from(bytes.next().unwrap_or_default() % most);
    let mut tokens = 0;
    let kinds =
        ["Criterion", "Competency", "Level", "Example", "Range", "Range item", "Note", "Expectation", "Guidance"];
    let count = 3 + chance(9);
    let fields = [
        "humanCodingScheme",
        "abbreviatedStatement",
        "notes",
        "alternativeLabel",
        "listEnumeration",
        "later",
        "identifier",
        "statusStartDate",
        "lastChangeDateTime",
    ];
    let mut items = Vec::new();
    for number in 1..=count {
        let mut more = json!({});
        for field in fields {
            if chance(3) == 0 {
                more[field] = token(&mut tokens).into();
            }
        }
        for link in ["CFDocumentURI", "licenseURI", "conceptKeywordsURI", "CFItemTypeURI"] {
            if chance(6) == 0 {
                more[link] = json!({ "title": token(&mut tokens), "identifier": uuid(number), "uri": "urn:x:1" });
            }
        }
        if chance(6) == 0 {
            more["conceptKeywords"] = json!([token(&mut tokens), "", token(&mut tokens)]);
        }
        match chance(4) {
            0 => more["educationLevel"] = json!([token(&mut tokens), token(&mut tokens)]),
            1 => more["educationLevel"] = token(&mut tokens).into(),
            _ => {}
        }
        match chance(3) {
            0 => more["CFItemType"] = token(&mut tokens).into(),
            1 => more["CFItemType"] = kinds[chance(9)].into(),
            _ => {}
        }
        let statement = if chance(4) == 0 { format!("Level {}", token(&mut tokens)) } else { token(&mut tokens) };
        let mut item = item(number - usize::from(chance(9) == 0 && number > 1), &statement, more);
        if chance(9) == 0 {
            item["uri"] = token(&mut tokens).into();
        }
        if chance(9) == 0 {
            item["fullStatement"] = json!({ "en": item["fullStatement"] });
        }
        items.push(item);
    }
    let types = ["isChildOf", "hasSkillLevel", "isPartOf", "exactMatchOf", "exemplar", "precedes"];
    let mut associations = Vec::new();
    for origin in 1..=count {
        if chance(8) > 0 {
            associations.push(association("isChildOf", origin, chance(u8::try_from(origin).unwrap()), chance(5)));
        }
    }
    for _ in 0..chance(8) {
        let end = u8::try_from(count).unwrap() + 3;
        let mut link = association(types[chance(6)], chance(end), chance(end), chance(5));
        if chance(3) == 0 {
            link["associationType"] = token(&mut tokens).into();
        }
        link["originNodeURI"]["title"] = token(&mut tokens).into();
        link["destinationNodeURI"]["title"] = token(&mut tokens).into();
        associations.push(link);
    }
    let mut whole: Value = serde_json::from_str(&package(&items, &associations)).unwrap();
    for field in ["title", "description", "notes", "publisher", "version", "subject", "officialSourceURL", "language"] {
        if chance(2) == 0 {
            whole["CFDocument"][field] = token(&mut tokens).into();
        }
    }
    if chance(2) == 0 {
        let cell = |tokens: &mut usize, score: usize| json!({ "quality": token(tokens), "description": token(tokens), "feedback": token(tokens), "score": score });
        whole["CFRubrics"] = json!([{ "title": token(&mut tokens), "CFRubricCriteria": [{
            "category": token(&mut tokens), "description": token(&mut tokens), "weight": 2,
            "CFItemURI": { "title": token(&mut tokens), "identifier": uuid(chance(14)), "uri": "https://desk.example/r" },
            "CFRubricCriterionLevels": [cell(&mut tokens, 2), cell(&mut tokens, 1)],
        }]}]);
    }
    if chance(2) == 0 {
        whole["CFDefinitions"] =
            json!({ "CFItemTypes": [{ "title": token(&mut tokens), "description": token(&mut tokens) }] });
    }
    (serde_json::to_string_pretty(&whole).unwrap(), tokens)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_text_of_a_package_is_kept_or_told_of(seed in prop::collection::vec(any::<u8>(), 400)) {
        let (text, tokens) = foreign(&seed);
        let import = imported(text.as_bytes());
        let told: String = import.notices.iter().filter_map(|notice| notice.quote.clone()).collect::<Vec<_>>().join("\n");
        if let Some(framework) = &import.framework {
            let kept = framework.to_json().to_string();
            prop_assert_eq!(from_json(&kept), Ok(framework.clone()));
            for number in 1..=tokens {
                let token = format!("tok{number}x");
                prop_assert!(kept.contains(&token) || told.contains(&token), "{} of {}", token, text);
            }
        } else {
            prop_assert!(said(&import).iter().any(|line| line.contains("error")));
        }
    }
}
