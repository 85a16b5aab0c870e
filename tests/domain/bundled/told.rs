//! `docs/frameworks.md` matches the bundled files to their documents. Here it is matched to the files: whatever names a
//! level, a criterion, what belongs to it, or a question says what the file says, and none is left out.

use std::collections::BTreeMap;

use touchstone::framework::{Criterion, Framework};

use super::{all, criteria, framework, questions};

const PAGE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/frameworks.md"));

/// A row of a table: the number of its line, the element that it is about, and what it says of it.
struct Row<'a> {
    line: usize,
    element: &'a str,
    text: &'a str,
}

/// The rows about one framework: those below a line that names its file, or below a heading of its id.
fn rows<'a>(page: &'a str, framework: &Framework) -> Vec<Row<'a>> {
    let (file, heading) = (format!("`public/frameworks/{}.json`", framework.id), format!("### `{}`", framework.id));
    let mut inside = false;
    let mut rows = Vec::new();
    for (number, line) in (1..).zip(page.lines()) {
        if line.starts_with("## ") || line.starts_with("### `") {
            inside = line == heading;
        }
        inside = inside || line.contains(&file);
        let Some(cells) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")).filter(|_| inside) else {
            continue;
        };
        // The last two cells, whatever stands before them: the line, or the line and the column.
        let mut cells = cells.rsplitn(3, " | ");
        if let (Some(text), Some(element)) = (cells.next(), cells.next()) {
            rows.push(Row { line: number, element, text });
        }
    }
    rows
}

/// What the page has to say of each element: by the element's name as the page writes it.
fn expected(framework: &Framework) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for level in &framework.levels {
        let within = level.within.as_ref().map(|within| format!(", within `{within}`")).unwrap_or_default();
        all.push((format!("level `{}`{within}", level.id), level.name.clone()));
    }
    all.extend(criteria(framework).into_iter().flat_map(of_criterion));
    all.extend(questions(framework).map(|question| (format!("`{}`", question.id), question.text.clone())));
    all
}

fn of_criterion(criterion: &Criterion) -> Vec<(String, String)> {
    let id = &criterion.id;
    let code = criterion.code.as_ref().map(|code| format!(", code {code}")).unwrap_or_default();
    let repeats = criterion.repeats.as_ref().map(|first| format!(" (repeats `{first}`)")).unwrap_or_default();
    let mut all = vec![(format!("`{id}`{code}"), format!("{}{repeats}", criterion.text))];
    let examples = (1..).zip(&criterion.examples);
    all.extend(examples.map(|(number, example)| (format!("`{id}` example {number}"), example.clone())));
    all
}

/// Everything in which the page and the file disagree.
fn disagreements(page: &str, framework: &Framework) -> Vec<String> {
    let expected = expected(framework);
    let by_name: BTreeMap<_, _> = expected.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let mut missing: BTreeMap<_, _> = by_name.clone();
    let mut found = Vec::new();
    for row in rows(page, framework) {
        let at = |what: String| format!("docs/frameworks.md, line {}: {what}", row.line);
        let said = by_name.get(row.element).map(|text| (*text).to_owned());
        match said.or_else(|| follow_ups(&row, framework)) {
            // A level is named once for each topic; an extra remark in brackets may follow its name.
            Some(text) if row.text == text || remarked(&row, &text) => {
                missing.remove(row.element);
            }
            Some(text) => {
                missing.remove(row.element);
                found.push(at(format!("{} says “{}”, but the file says “{text}”", row.element, row.text)));
            }
            None if stale(&row, framework) => found.push(at(format!("the file has no {}", row.element))),
            None if astray(&row, framework) => {
                found.push(at(format!("{} says “{}”, which the file does not say there", row.element, row.text)));
            }
            None => {}
        }
    }
    found.extend(missing.keys().map(|name| format!("docs/frameworks.md: no line for {name} of {}", framework.id)));
    found
}

/// What a row says that gives a question with its follow-ups, such as “`support-policies.q2`, probe 1”.
fn follow_ups(row: &Row<'_>, framework: &Framework) -> Option<String> {
    let (id, probes) = row.element.strip_prefix('`')?.split_once("`, probe")?;
    let question = questions(framework).find(|question| question.id.as_str() == id)?;
    let count = probes.rsplit(' ').next()?.parse().ok()?;
    let texts: Vec<_> = std::iter::once(&question.text).chain(question.probes.iter().take(count)).cloned().collect();
    Some(texts.join(" / "))
}

/// Whether a level's name is followed by a remark in brackets.
fn remarked(row: &Row<'_>, text: &str) -> bool {
    let remark = row.text.strip_prefix(text).and_then(|rest| rest.strip_prefix(" ("));
    row.element.starts_with("level ") && remark.is_some_and(|remark| remark.ends_with(')'))
}

/// Whether a row names a level, a criterion, an example or a question, and nothing coarser or finer.
fn stale(row: &Row<'_>, framework: &Framework) -> bool {
    if let Some(ids) = row.element.strip_prefix("level ") {
        return !ids.is_empty();
    }
    let Some((id, rest)) = row.element.strip_prefix('`').and_then(|element| element.split_once('`')) else {
        return false;
    };
    let of_competency = framework.competencies.iter().any(|known| id.starts_with(&format!("{}.", known.id)));
    let known = criteria(framework).iter().any(|known| known.id.as_str() == id);
    of_competency && (!known || rest.is_empty() || rest.starts_with(", code") || rest.starts_with(" example"))
}

/// Whether a row gives a criterion guidance, or the title or an item of a range, that it does not have.
fn astray(row: &Row<'_>, framework: &Framework) -> bool {
    let Some((id, rest)) = row.element.strip_prefix('`').and_then(|element| element.split_once('`')) else {
        return false;
    };
    let Some(criterion) = criteria(framework).into_iter().find(|known| known.id.as_str() == id) else { return false };
    let holds = |texts: &[String]| texts.iter().any(|text| text == row.text);
    let structure = row.text.starts_with("structure: ");
    match rest {
        " guidance" => !structure && !holds(&criterion.guidance),
        " range" => !criterion.range.iter().any(|range| holds(&range.items)),
        " range, title" => !criterion.range.iter().any(|range| range.title.as_deref() == Some(row.text)),
        " range, minimum" => {
            !criterion.range.iter().any(|range| range.minimum.is_some_and(|minimum| minimum.to_string() == row.text))
        }
        _ => false,
    }
}

#[test]
fn the_page_says_what_the_files_say() {
    for framework in all() {
        assert_eq!(disagreements(PAGE, &framework), [] as [&str; 0]);
    }
}

#[test]
fn the_page_gives_the_five_questions_of_a_document_with_their_follow_ups() {
    let framework = framework("support-policies-competency");
    let rows = rows(PAGE, &framework);
    let found: Vec<_> = rows.iter().map(|row| row.element).filter(|element| element.contains("`, probe")).collect();
    let expected = [
        "`support-policies.q1`, probes 1 to 4",
        "`support-policies.q2`, probe 1",
        "`support-policies.q3`, probe 1",
        "`support-policies.q4`, probes 1 to 3",
        "`support-policies.q5`, probe 1",
    ];
    assert_eq!(found, expected);
}

/// The page with one text replaced disagrees with the file in exactly this.
#[track_caller]
fn check(id: &str, old: &str, new: &str, expected: &[&str]) {
    let page = PAGE.replacen(old, new, 1);
    assert_ne!(page, PAGE, "{old} stands there");
    let line = |text: &str| 1 + PAGE[..PAGE.find(text).unwrap()].matches('\n').count();
    let expected: Vec<_> = expected.iter().map(|said| said.replace("LINE", &line(old).to_string())).collect();
    assert_eq!(disagreements(&page, &framework(id)), expected);
}

#[test]
fn a_line_that_is_missing_or_stale_is_named() {
    let progression = "customer-operations-progression";
    check(
        progression,
        "| `conduct-and-culture.1.2` | Finishes",
        "| – | Finishes",
        &["docs/frameworks.md: no line for `conduct-and-culture.1.2` of customer-operations-progression"],
    );
    check(
        progression,
        "Finishes their training",
        "Ends it",
        &["docs/frameworks.md, line LINE: `conduct-and-culture.1.2` says “Ends it”, \
           but the file says “Finishes their training”"],
    );
    check(
        progression,
        "`conduct-and-culture.1.2`",
        "`conduct-and-culture.1.9`",
        &[
            "docs/frameworks.md, line LINE: the file has no `conduct-and-culture.1.9`",
            "docs/frameworks.md: no line for `conduct-and-culture.1.2` of customer-operations-progression",
        ],
    );
    check(
        progression,
        "(repeats `communication.1a.2`)",
        "(repeats `communication.1a.1`)",
        &["docs/frameworks.md, line LINE: `communication.1a-after-probation.2` says \
           “Welcomes feedback from their manager and from peers, so as to improve their work \
           (repeats `communication.1a.1`)”, but the file says \
           “Welcomes feedback from their manager and from peers, so as to improve their work \
           (repeats `communication.1a.2`)”"],
    );
    check(
        "manage-service-operations-unit",
        "`measure.5.5`, code 5.5",
        "`measure.5.5`, code 5.6",
        &[
            "docs/frameworks.md, line LINE: the file has no `measure.5.5`, code 5.6",
            "docs/frameworks.md: no line for `measure.5.5`, code 5.5 of manage-service-operations-unit",
        ],
    );
    check(
        "manage-service-operations-unit",
        "Mystery shopping",
        "Mystery",
        &["docs/frameworks.md, line LINE: `understand.1.2` range says “Mystery”, \
           which the file does not say there"],
    );
    check(
        "support-policies-competency",
        "/ How would you change it? |",
        "/ Would you change it? |",
        &["docs/frameworks.md, line LINE: `support-policies.q2`, probe 1 says \
           “Describe a rule of customer support that in your view does not work or is not needed. \
           / Would you change it?”, but the file says \
           “Describe a rule of customer support that in your view does not work or is not needed. \
           / How would you change it?”"],
    );
    check(
        "support-policies-competency",
        "| `support-policies.q21` |",
        "| `support-policies.q22` |",
        &[
            "docs/frameworks.md, line LINE: the file has no `support-policies.q22`",
            "docs/frameworks.md: no line for `support-policies.q21` of support-policies-competency",
        ],
    );
}

/// A row of the table at the head of the page: the criteria and the questions that it counts.
#[track_caller]
fn check_count(id: &str) {
    let framework = framework(id);
    let row = PAGE.lines().find(|line| line.starts_with("| [") && line.contains(&format!(" `{id}` "))).unwrap();
    let counts = format!(" | {} | {} |", criteria(&framework).len(), questions(&framework).count());
    assert!(row.ends_with(&counts), "{row} does not end in {counts}");
}

#[test]
fn the_table_counts_what_the_files_hold() {
    for framework in all() {
        check_count(framework.id.as_str());
    }
    let sum = |count: fn(&Framework) -> usize| all().iter().map(count).sum::<usize>();
    let last = PAGE.lines().find(|line| line.starts_with("| all | |")).unwrap();
    let (stated, asked) = (sum(|framework| criteria(framework).len()), sum(|framework| questions(framework).count()));
    assert!(last.ends_with(&format!(" | {stated} | {asked} |")), "{last}");
}
