//! What is told of two revisions: each difference in words, and nothing where nothing differs.

use serde_json::{Value, json};
use touchstone::framework::{Change, Edit, Framework, FrameworkId, Part, changes, from_json, likeness};

use super::editing::FRAMEWORKS;
use super::small::accepted;
use crate::fixture::{criterion, level, library_desk};

/// A change in one line: what happened [where] (of what): how it was → how it is.
fn told(change: &Change) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned()).replace('\n', " / ");
    let about = change.about.as_ref().map(|about| format!(" ({about})")).unwrap_or_default();
    format!("{} [{}]{about}: {} → {}", change.what(), change.place, text(&change.old), text(&change.new))
}

#[track_caller]
fn check(old: &Framework, new: &Framework, expected: &[&str]) {
    assert_eq!(changes(old, new).iter().map(told).collect::<Vec<_>>(), expected);
}

/// The changes that setting these values in the small framework makes.
#[track_caller]
fn check_set(set: &[(&str, Value)], expected: &[&str]) {
    check(&accepted(&[]), &accepted(set), expected);
}

#[test]
fn the_same_revision_has_no_changes() {
    for framework in FRAMEWORKS.iter() {
        check(framework, framework, &[]);
        check(framework, &from_json(&framework.canonical()).unwrap(), &[]);
    }
}

#[test]
fn the_front_of_a_framework_is_told_part_by_part() {
    check_set(
        &[
            ("/title", json!("Large")),
            ("/summary", json!("All of it")),
            ("/language", json!("de")),
            ("/purpose", json!("unit")),
            ("/source", json!({"publisher": "Q", "url": "https://example.org", "licence": "CC0", "note": "Cut short"})),
        ],
        &[
            "Title changed []: Small → Large",
            "Summary added []: - → All of it",
            "Language changed []: en → de",
            "Purpose changed []: matrix → unit",
            "Publisher changed []: P → Q",
            "Document removed []: D → -",
            "Address of the source added []: - → https://example.org",
            "Licence added []: - → CC0",
            "Note on the source added []: - → Cut short",
        ],
    );
}

#[test]
fn levels_are_told_by_their_names() {
    check_set(&[("/levels/1/name", json!("Higher"))], &["Level renamed []: High → Higher"]);
    check_set(&[("/levels/1/summary", json!("Well"))], &["Summary of a level added [] (High): - → Well"]);
    check_set(&[("/levels/-", json!({"id": "peak", "name": "Peak"}))], &["Level added []: - → Peak"]);
    check_set(&[("/levels/-", json!({"id": "peak", "name": "Peak", "within": "top"}))], &["Level added []: - → Peak"]);
    check_set(&[("/levels/2/within", json!("high"))], &["Enclosing level of a level added [] (Top): - → High"]);
    let moved = accepted(&[]).edited(&Edit::LevelUp { level: level("top") }).unwrap();
    check(&accepted(&[]), &moved, &["Level moved [] (Top): place 3 of 3 → place 2 of 3"]);
}

/// In a document that is read again, a level or a competency of another name has another identifier too; told as removed
/// and added, it would hide that all of its criteria stay.
#[test]
fn what_got_another_name_and_identifier_is_told_as_renamed() {
    let old = accepted(&[]);
    let text = old.canonical().replace("\"high\"", "\"expert\"").replace("\"High\"", "\"Expert\"");
    check(
        &old,
        &from_json(&text).unwrap(),
        &["Level renamed []: High → Expert", "Identifiers changed []: - → 1 level"],
    );
    let text = old.canonical().replace("\"one", "\"first").replace("\"One\"", "\"First of all\"");
    check(
        &old,
        &from_json(&text).unwrap(),
        &[
            "Competency renamed []: One → First of all",
            "Identifiers changed []: - → 1 competency, 3 criteria and 1 question",
        ],
    );
}

#[test]
fn competencies_are_told_part_by_part() {
    check_set(
        &[
            ("/competencies/0/title", json!("Only")),
            ("/competencies/0/code", json!("1")),
            ("/competencies/0/activities", json!(["a", "b"])),
            ("/competencies/0/notes", json!(["n"])),
            ("/competencies/0/guidance", json!(["g"])),
            ("/competencies/0/evidence", json!(["e"])),
        ],
        &[
            "Competency renamed []: One → Only",
            "Code of a competency added [] (Only): - → 1",
            "Activities of a competency added [] (Only): - → a / b",
            "Guidance of a competency added [] (Only): - → g",
            "Notes of a competency added [] (Only): - → n",
            "Evidence of a competency added [] (Only): - → e",
        ],
    );
    let old = library_desk();
    let mut new = old.clone();
    new.competencies.rotate_left(1);
    check(&old, &new, &["Competency moved [] (Greeting): place 1 of 3 → place 3 of 3"]);
    new.competencies.pop();
    check(
        &accepted(&[]),
        &accepted(&[(
            "/competencies/-",
            json!({"id": "three", "title": "Three", "expectations": [
            {"level": "low", "includes": ["high"], "criteria": [{"id": "three.1", "text": "Hears it"}]}]}),
        )]),
        &[
            "Competency added []: - → Three",
            "Included levels of an expectation added [Three, Low]: - → High",
            "Criterion added [Three, Low]: - → Hears it",
        ],
    );
    check(
        &accepted(&[("/competencies/-", json!({"id": "three", "title": "Three"}))]),
        &accepted(&[]),
        &["Competency removed []: Three → -"],
    );
}

#[test]
fn criteria_are_told_where_they_stand() {
    let at = "/competencies/0/expectations/1/criteria";
    check_set(
        &[(&format!("{at}/0/text"), json!("Does it very well"))],
        &["Criterion reworded [One, High]: Does it well → Does it very well"],
    );
    check_set(
        &[(&format!("{at}/-"), json!({"id": "one.4", "text": "Says so"}))],
        &["Criterion added [One, High]: - → Says so"],
    );
    check_set(
        &[(at, json!([])), ("/competencies/0/expectations/1/includes", json!(["low"]))],
        &[
            "Included levels of an expectation added [One, High]: - → Low",
            "Criterion removed [One, High]: Does it well → -",
        ],
    );
    check_set(
        &[
            ("/competencies/0/expectations/1/criteria", json!([])),
            ("/competencies/0/expectations/2/criteria/-", json!({"id": "one.2", "text": "Does it well"})),
        ],
        &["Criterion moved [One, Top] (Does it well): One, High → One, Top"],
    );
    check_set(
        &[
            (&format!("{at}/0/code"), json!("1.2")),
            (&format!("{at}/0/examples"), json!(["e"])),
            (&format!("{at}/0/guidance"), json!(["g"])),
            (&format!("{at}/0/range"), json!([{"title": "Ways", "items": ["phone", "chat"], "minimum": 1}])),
            (&format!("{at}/0/repeats"), json!("one.1")),
        ],
        &[
            "Code of a criterion added [One, High] (Does it well): - → 1.2",
            "Examples of a criterion added [One, High] (Does it well): - → e",
            "Guidance of a criterion added [One, High] (Does it well): - → g",
            "Range of a criterion added [One, High] (Does it well): - → Ways: phone; chat (at least 1 of 2)",
            "Repetition of a criterion added [One, High] (Does it well): - → Does it",
        ],
    );
    let (old, mut new) = (library_desk(), library_desk());
    new.competencies[1].expectations[0].criteria.swap(0, 1);
    check(
        &old,
        &new,
        &["Criterion moved [Lending, Level 1] (Takes a return and checks its state): place 2 of 2 → place 1 of 2"],
    );
}

#[test]
fn questions_are_told_where_they_stand() {
    let at = "/competencies/0/questions/0";
    check_set(
        &[
            (&format!("{at}/text"), json!("Tell me more.")),
            (&format!("{at}/kind"), json!("reflective")),
            (&format!("{at}/minutes"), json!(9)),
            (&format!("{at}/criteria"), json!(["one.1", "one.2"])),
            (&format!("{at}/probes"), json!(["And?"])),
            (&format!("{at}/strong"), json!("s")),
            (&format!("{at}/weak"), json!("w")),
        ],
        &[
            "Question reworded [One]: Tell me. → Tell me more.",
            "Kind of a question changed [One] (Tell me more.): behavioural → reflective",
            "Minutes of a question changed [One] (Tell me more.): 5 → 9",
            "Aims of a question changed [One] (Tell me more.): Does it → Does it / Does it well",
            "Probes of a question added [One] (Tell me more.): - → And?",
            "Strong answer of a question added [One] (Tell me more.): - → s",
            "Weak answer of a question added [One] (Tell me more.): - → w",
        ],
    );
    let asked = json!({"id": "q", "text": "Else?", "kind": "knowledge"});
    let alone = accepted(&[("/questions/-", asked.clone())]);
    let with = accepted(&[("/competencies/1/questions", json!([asked]))]);
    check(&accepted(&[]), &alone, &["Question added [with no competency]: - → Else?"]);
    check(&alone, &accepted(&[]), &["Question removed [with no competency]: Else? → -"]);
    check(&alone, &with, &["Question moved [Two] (Else?): with no competency → Two"]);
    let (old, mut new) = (library_desk(), library_desk());
    new.competencies[1].questions.rotate_left(1);
    check(&old, &new, &["Question moved [Lending] (Walk me through a loan.): place 1 of 3 → place 3 of 3"]);
}

#[test]
fn an_expectation_that_says_nothing_is_told_too() {
    let (old, mut new) = (library_desk(), library_desk());
    new.competencies[2].expectations.remove(0);
    check(&old, &new, &["Expectation removed [Shelving, 2B]: nothing is expected → -"]);
    check(&new, &old, &["Expectation added [Shelving, 2B]: - → nothing is expected"]);
    let mut new = library_desk();
    new.competencies[2].expectations.swap(0, 1);
    check(&old, &new, &["Expectation moved [Shelving, Level 3]: place 2 of 2 → place 1 of 2"]);
}

#[test]
fn fields_that_this_release_does_not_know_are_one_change() {
    let old = library_desk();
    let text = old.canonical().replace("\"green\"", "\"red\"").replace("\"blue\"", "\"red\"");
    check(&old, &from_json(&text).unwrap(), &["Other fields changed []: - → -"]);
    check(&old, &old.clone().with_id(FrameworkId::new("desk")), &["Identifier changed []: library-desk → desk"]);
}

/// The identifiers of a document that is read again count through its criteria, so a new first one shifts them all.
#[test]
fn a_new_first_criterion_is_one_change_beside_the_identifiers() {
    let texts = ["Greets a visitor", "Finds a book", "Settles a fee"];
    let criteria = |texts: &[&str]| {
        let criterion = |(index, text): (usize, &&str)| json!({"id": format!("one.low.{}", index + 1), "text": text});
        json!(texts.iter().enumerate().map(criterion).collect::<Vec<_>>())
    };
    let framework = |texts: &[&str]| {
        accepted(&[
            ("/competencies/0/expectations/0/criteria", criteria(texts)),
            (
                "/competencies/0/questions",
                json!([{"id": "q", "text": "Q", "kind": "knowledge",
                "criteria": [format!("one.low.{}", texts.len())]}]),
            ),
        ])
    };
    let old = framework(&texts);
    check(
        &old,
        &framework(&["Opens the desk", "Greets a visitor", "Finds the right book", "Settles a fee"]),
        &[
            "Criterion added [One, Low]: - → Opens the desk",
            "Criterion reworded [One, Low]: Finds a book → Finds the right book",
            "Identifiers changed []: - → 3 criteria",
        ],
    );
}

#[test]
fn two_frameworks_of_nothing_in_common_are_told_whole() {
    let found = changes(&FRAMEWORKS[0], &FRAMEWORKS[1]);
    assert_eq!(found.iter().filter(|change| change.part == Part::Title).count(), 1);
    assert!(found.len() > FRAMEWORKS[1].criteria().count(), "{}", found.len());
}

#[test]
fn likeness_is_the_share_of_criteria_that_both_have() {
    let desk = library_desk();
    let mut other = desk.edited(&Edit::Title("Quite another".to_owned())).unwrap();
    assert!((likeness(&desk, &other) - 1.0).abs() < 1e-9);
    let text = "SETTLES a disputed  fee.".to_owned();
    other = other.edited(&Edit::CriterionText { criterion: criterion("lending.3"), text }).unwrap();
    assert!((likeness(&desk, &other) - 1.0).abs() < 1e-9, "only the words count");
    other.competencies.truncate(1);
    assert!((likeness(&desk, &other) - 12.0 / 17.0).abs() < 1e-9, "{}", likeness(&desk, &other));
    assert!(likeness(&FRAMEWORKS[0], &FRAMEWORKS[1]) < 0.1);
}
