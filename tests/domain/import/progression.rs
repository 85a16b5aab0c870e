//! Progression frameworks: counts and notices of the reference document, and that nothing is dropped.

use proptest::prelude::*;

use super::reference::reference;
use super::{accounted_for, imported, said};

#[test]
fn the_reference_document_gives_its_lines_of_expectation() {
    let Some(import) = reference("000_2512b16cbed6793d.txt") else { return };
    assert_eq!(
        said(&import),
        [
            "note: The document was UTF-8 that had once been decoded as Mac Roman; this was undone in 19 places.",
            "2:1: note: Left out: a setting of the site that the document was published on. “path: /customer-operations”",
            "4:1: note: Left out: a setting of the site that the document was published on. “sidebarTitle: 💬️ Customer \
             Operations”",
            "6:1: note: Left out: a setting of the site that the document was published on. “yaml: true”",
            "8:1: note: Left out: a setting of the site that the document was published on. “homepage: false”",
            "10:5: note: Left out: the topic's short name; its title stands for it. “name: knowledgeandimpact”",
            "113:5: note: Left out: the topic's short name; its title stands for it. “name: culture”",
        ]
    );
    let framework = import.framework.unwrap();
    assert_eq!(framework.title, "💬️ Customer Operations Framework");
    let titles: Vec<_> = framework.competencies.iter().map(|competency| competency.title.as_str()).collect();
    assert_eq!(titles, ["🧠 Knowledge & Impact", "Communication", "Teamwork", "🕴️ Conduct & Culture"]);
    let names: Vec<_> = framework.levels.iter().map(|level| level.name.as_str()).collect();
    assert_eq!(names, ["Level 1", "1A", "1A (after probation)", "1B", "1C", "Level 2", "2A", "2B", "2C"]);
    let expectations = framework.competencies.iter().flat_map(|competency| &competency.expectations);
    let (mut lines, mut included) = (0, 0);
    for expectation in expectations {
        included += expectation.includes.len();
        for criterion in &expectation.criteria {
            lines += 1 + criterion.examples.len() + criterion.guidance.len();
        }
    }
    assert_eq!((lines, included), (53, 2), "55 lines of expectation");
    let core = framework.criteria().any(|(.., criterion)| criterion.text.contains("‘core’"));
    assert!(core, "quotation marks are mended");
}

/// A framework that named a level twice did not read again.
#[test]
fn a_level_that_two_lines_take_in_is_taken_in_once() {
    let import = imported(
        b"---\ntitle: Bench\n---\n## Level 1\n### Intake\n- Asks for the receipt\n## Level 2\n### Intake\n\
          - All criteria from level 1\n- All statements of level one\n",
    );
    assert_eq!(
        said(&import),
        ["10:1: note: Left out: a line above takes in the same level already. “All statements of level one”"]
    );
    let framework = import.framework.unwrap();
    let included: Vec<_> = framework.competencies[0].expectations[1].includes.iter().map(|id| id.as_str()).collect();
    assert_eq!(included, ["level-1"]);
}

/// A framework in such a language did not read again.
#[test]
fn a_language_that_is_none_is_told_of() {
    let body = "---\n## Level 1\n### Intake\n- Asks for the receipt\n";
    let language = |tag: &str| {
        let import = imported(format!("---\ntitle: Bench\nlang: {tag}\n{body}").as_bytes());
        (import.framework.as_ref().unwrap().language.clone(), said(&import))
    };
    assert_eq!(language("de-CH"), ("de-CH".to_owned(), Vec::new()));
    assert_eq!(language(""), ("und".to_owned(), Vec::new()));
    let why = "warning: Left out: the document names its language by this, which is no language tag. Write one such as en or de-CH.";
    assert_eq!(language("plain English"), ("und".to_owned(), vec![format!("{why} “plain English”")]));
}

/// A framework with an empty example did not read again.
#[test]
fn an_empty_example_is_none() {
    let import = imported(
        b"---\ntitle: Bench\ntopics:\n  - title: Intake\n    content:\n      - level: 1\n        exampleCriteria:\n          \
          - criteria: Keeps the till safe\n            examples: ['', Locks it]\n          - criteria: Counts\n            \
          examples: ['']\n",
    );
    let framework = import.framework.unwrap();
    let again = touchstone::framework::from_json(&framework.to_json().to_string());
    assert_eq!(again.as_ref(), Ok(&framework));
}

/// A document with a topic for each list, a level for each list in it, and a line for each word.
fn document(topics: &[Vec<Vec<String>>], in_body: bool) -> String {
    let mut text = "---\ntitle: Ttitle\nsetting: Tsetting\n".to_owned();
    if in_body {
        text.push_str("---\n");
        for level in 0..3 {
            text.push_str(&format!("## Level {}\nTbelow{level}\n", level + 1));
            for (index, levels) in topics.iter().enumerate() {
                text.push_str(&format!("### Ttopic{index}\n"));
                levels.get(level).into_iter().flatten().for_each(|word| text.push_str(&format!("- {word}\n")));
            }
        }
        return text;
    }
    text.push_str("topics:\n");
    for (index, levels) in topics.iter().enumerate() {
        text.push_str(&format!("  - name: Tname{index}\n    title: Ttopic{index}\n    content:\n"));
        for (level, words) in levels.iter().enumerate() {
            text.push_str(&format!("      - level: {}\n        odd: Todd\n        criteria:\n", level + 1));
            words.iter().for_each(|word| text.push_str(&format!("          - \"{word}\"\n")));
        }
    }
    text.push_str("---\nTbehind\n");
    text
}

proptest! {
    #[test]
    fn nothing_is_dropped(
        topics in prop::collection::vec(prop::collection::vec(prop::collection::vec("T[a-z]{3,9}( [a-z]{1,5}){0,3}:?", 0..5), 1..4), 1..4),
        in_body in any::<bool>(),
    ) {
        let document = document(&topics, in_body);
        accounted_for(&document, &imported(document.as_bytes()))?;
    }

    #[test]
    fn whatever_follows_a_fence_is_no_trouble(front in "[a-z:\\-\\[\\]{}&*!|>'\" \n]{0,200}", body in "[#a-z \\-\n]{0,100}") {
        imported(format!("---\n{front}\n---\n{body}").as_bytes());
    }
}
