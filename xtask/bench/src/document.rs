//! Documents of each format and of any size, as people write them: four levels, many competencies, five statements at
//! each level of each.

use serde_json::{Value, json};
use touchstone::import::Format;

use crate::words::{statement, title};

const LEVELS: [&str; 4] = ["Trainee", "Clerk", "Senior clerk", "Head of the desk"];

/// At a level of a competency.
const STATEMENTS: usize = 5;

/// A document of the format, of this many bytes or a little more.
pub fn document(format: Format, bytes: usize) -> String {
    match format {
        Format::Touchstone => touchstone(bytes),
        Format::Case => case(bytes),
        Format::Progression => progression(bytes),
        Format::Matrix => matrix(bytes),
        Format::Unit => unit(bytes),
        Format::Proficiency => proficiency(bytes),
        Format::Skill => skill(bytes),
        Format::Outline => outline(bytes),
        Format::Shape => shape(bytes),
    }
}

/// A beginning, and so many pieces by their number that the text is long enough.
fn grown(beginning: &str, bytes: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 4096);
    text.push_str(beginning);
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&piece(number));
    }
    text
}

/// The statements of a level of a competency, each in this frame: `@` stands for it.
fn statements(competency: usize, level: usize, frame: &str) -> String {
    numbers(competency, level).map(|number| frame.replace('@', &statement(number))).collect()
}

fn numbers(competency: usize, level: usize) -> std::ops::Range<usize> {
    let first = (competency * LEVELS.len() + level) * STATEMENTS;
    first..first + STATEMENTS
}

pub fn touchstone(bytes: usize) -> String {
    let levels: Vec<_> =
        LEVELS.iter().enumerate().map(|(level, name)| json!({ "id": id(level), "name": name })).collect();
    let beginning = format!(
        r#"{{"format":"touchstone-framework/1","id":"desk","title":"The desk","language":"en","purpose":"matrix",
"source":{{}},"levels":{},"competencies":[
"#,
        Value::from(levels)
    );
    let competency = |number: usize| {
        let criterion = |index: usize| json!({ "id": format!("c{number}.{index}"), "text": statement(index) });
        let expectation = |level: usize| {
            let criteria: Vec<_> = numbers(number, level).map(criterion).collect();
            json!({ "level": id(level), "criteria": criteria })
        };
        let expectations: Vec<_> = (0..LEVELS.len()).map(expectation).collect();
        let begun = if number > 0 { ",\n" } else { "" };
        format!(
            "{begun}{}",
            json!({ "id": format!("c{number}"), "title": title(number), "expectations": expectations })
        )
    };
    grown(&beginning, bytes, competency) + "\n]}\n"
}

fn id(level: usize) -> String {
    format!("l{}", level + 1)
}

/// Competencies with a group for each level, and the associations that make a tree of them.
fn case(bytes: usize) -> String {
    const CHANGED: &str = "2026-03-01T09:30:00+00:00";
    let name = |number: usize| format!("00000000-0000-4000-8000-{number:012}");
    let link = |number: usize, title: &str| json!({ "title": title, "identifier": name(number), "uri": format!("https://desk.example/{number}") });
    let (mut items, mut associations, mut count) = (String::new(), String::new(), 0);
    // The number of the new item.
    let mut add = |says: &str, kind: &str, parent: usize| {
        count += 1;
        let item = json!({
            "identifier": name(count), "uri": format!("https://desk.example/{count}"), "fullStatement": says,
            "CFItemType": kind, "CFDocumentURI": link(0, "The desk"), "lastChangeDateTime": CHANGED,
        });
        let association = json!({
            "identifier": name(900_000_000 + count), "uri": format!("https://desk.example/a{count}"),
            "associationType": "isChildOf", "sequenceNumber": count, "lastChangeDateTime": CHANGED,
            "originNodeURI": link(count, says), "destinationNodeURI": link(parent, "Above"),
        });
        let begun = if count > 1 { ",\n" } else { "" };
        items += &format!("{begun}{item}");
        associations += &format!("{begun}{association}");
        (count, items.len() + associations.len())
    };
    let (mut length, mut number) = (0, 0);
    while length < bytes {
        let competency = add(&title(number), "Competency", 0).0;
        for level in 0..LEVELS.len() {
            let group = add(&format!("Level {}", level + 1), "Expectation", competency).0;
            for statement in numbers(number, level).map(statement) {
                length = add(&statement, "Criterion", group).1;
            }
        }
        number += 1;
    }
    let document = json!({
        "identifier": name(0), "uri": "https://desk.example/0", "creator": "The desk", "title": "The desk",
        "lastChangeDateTime": CHANGED, "language": "en",
    });
    format!("{{\"CFDocument\":{document},\n\"CFItems\":[{items}],\n\"CFAssociations\":[{associations}]}}\n")
}

fn progression(bytes: usize) -> String {
    let topic = |number: usize| {
        let levels = (0..LEVELS.len()).map(|level| {
            let statements = statements(number, level, "          - \"@\"\n");
            format!("      - level: {}\n        criteria:\n{statements}", level + 1)
        });
        let (title, levels) = (title(number), levels.collect::<String>());
        format!("  - title: \"{title}\"\n    content:\n{levels}")
    };
    grown("---\ntitle: \"The desk\"\nlevels: 4\ntopics:\n", bytes, topic) + "---\n"
}

/// A row a competency; a cell has a statement a sentence.
fn matrix(bytes: usize) -> String {
    let heading = format!("Skill,{}\n", LEVELS.join(","));
    grown(&heading, bytes, |number| {
        let cells = (0..LEVELS.len()).map(|level| format!(",\"{}\"", statements(number, level, "@. ").trim_end()));
        format!("\"{}\"{}\n", title(number), cells.collect::<String>())
    })
}

/// An outcome a competency. Codes have two digits at most, so a long unit has more to say of each criterion: a range of
/// twenty items.
fn unit(bytes: usize) -> String {
    const ITEMS: usize = 20;
    let criteria = bytes.div_ceil(90 * 1100);
    let criterion = |outcome: usize, code: usize| {
        let first = (outcome * criteria + code) * (ITEMS + 1);
        let items: String = (first + 1..=first + ITEMS).map(|number| format!("- {}\n", statement(number))).collect();
        let text = statement(first);
        format!("AC {outcome}.{code} {text}\n\nRange: at least two of the following:\n{items}\n")
    };
    grown("# Unit 1: Run the desk\n\nUnit reference: D/100/2000\n\n", bytes, |number| {
        let outcome = number + 1;
        let criteria: String = (1..=criteria).map(|code| criterion(outcome, code)).collect();
        format!("## Learning outcome {outcome}: {}\n\n{criteria}", title(number))
    })
}

/// One competency: statements at each level, then questions with their probes.
fn proficiency(bytes: usize) -> String {
    let share = bytes / (LEVELS.len() + 1);
    let levels = (0..LEVELS.len()).map(|level| {
        let heading = format!("Proficiency Level {} - {}\n\n", level + 1, LEVELS[level]);
        grown(&heading, share, |number| format!("{}.\n\n", statement(number * LEVELS.len() + level)))
    });
    let questions = grown("Interview Questions\n\n", share, |number| {
        format!("- Tell me about {}. What came of it?\n", title(number).to_lowercase())
    });
    format!("Desk work\n\nBehavioral Indicators\n\n{}{questions}", levels.collect::<String>())
}

/// One skill: its guidance, then statements at each level.
fn skill(bytes: usize) -> String {
    let share = bytes / (LEVELS.len() + 1);
    let guidance = grown("Guidance notes\n", share, |number| format!("{}.\n", title(number)));
    let levels = (0..LEVELS.len()).map(|level| {
        let heading = format!("Level {} - {}\n", level + 1, LEVELS[level]);
        grown(&heading, share, |number| format!("{}.\n", statement(number * LEVELS.len() + level)))
    });
    format!("Desk work\n\n{guidance}{}", levels.collect::<String>())
}

fn outline(bytes: usize) -> String {
    grown("# The desk\n\n", bytes, |number| {
        let levels = (0..LEVELS.len())
            .map(|level| format!("### Level {}\n\n{}\n", level + 1, statements(number, level, "- @\n")));
        format!("## {}\n\n{}", title(number), levels.collect::<String>())
    })
}

fn shape(bytes: usize) -> String {
    grown("name: The desk\nareas:\n", bytes, |number| {
        let levels = (0..LEVELS.len()).map(|level| {
            let statements = statements(number, level, "          - @\n");
            format!("      - grade: {}\n        shows:\n{statements}", LEVELS[level])
        });
        format!("  - area: {}\n    grades:\n{}", title(number), levels.collect::<String>())
    })
}

#[cfg(test)]
mod tests {
    use touchstone::import::{Options, import};

    use super::*;

    /// What is measured is the reading of whole frameworks, not the refusal of something else.
    #[test]
    fn each_is_a_framework_of_its_format() {
        for format in Format::ALL {
            let document = document(format, 200_000);
            assert!((200_000..230_000).contains(&document.len()), "{format:?} has {} bytes", document.len());
            let import = import(document.as_bytes(), Options::default());
            assert_eq!(import.format, Some(format), "{:?}\n{document}", import.notices);
            let framework = import.framework.unwrap_or_else(|| panic!("{format:?}: {:?}", import.notices));
            assert_eq!(framework.levels.len(), if format == Format::Unit { 1 } else { LEVELS.len() }, "{format:?}");
            let criteria = framework.criteria().count();
            assert!(criteria > 150, "{format:?} has {criteria} criteria, {:?}", import.notices);
            assert!(import.notices.len() < 10, "{format:?}: {:?}", import.notices);
        }
    }
}
