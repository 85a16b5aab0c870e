//! Packages with something wrong: what is said of them, letter for letter.

use serde_json::json;

use super::super::{imported, imported_as, said};
use super::{association, item, package, uuid};
use serde_json::Value;
use touchstone::import::Format;

const EXCHANGE: &str = "Identifiers, addresses and dates of change serve the exchange alone; those of";
const USED: &str = "items and associations were used to put the package together and are not kept.";
const NOWHERE: &str = "This item is in no tree: no isChildOf association gives it a parent. It is put at the end of the \
                       top. Add one.";

/// Two statements at one level of one competency, in lines 4 to 6, with their associations in lines 8 to 10; further
/// items and associations stand behind them.
fn desk(items: &[Value], associations: &[Value]) -> String {
    let level = || json!({ "educationLevel": ["1"] });
    let mut all = vec![item(1, "Greeting", json!({})), item(2, "Greets.", level()), item(3, "Smiles.", level())];
    all.extend_from_slice(items);
    let mut links: Vec<_> =
        [(1, 0), (2, 1), (3, 1)].map(|(child, parent)| association("isChildOf", child, parent, child)).to_vec();
    links.extend_from_slice(associations);
    package(&all, &links)
}

/// What is said of that desk beyond that identifiers are not kept, and how many statements it has.
#[track_caller]
fn check(items: &[Value], associations: &[Value], statements: usize, expected: &[&str]) {
    let import = imported(desk(items, associations).as_bytes());
    let lines: Vec<_> = said(&import).into_iter().filter(|line| !line.contains(EXCHANGE)).collect();
    assert_eq!(lines, expected);
    assert_eq!(import.framework.map(|framework| framework.criteria().count()), Some(statements));
}

/// The comment was told of, and nothing said why there was no framework.
#[test]
fn a_comment_alone_says_nothing() {
    let said = said(&imported_as(b"// later", Format::Case));
    assert_eq!(said[0], "error: The document says nothing. Choose one that holds a package.");
    assert!(said[1].ends_with("“later”"), "{said:?}");
}

#[test]
fn a_sound_package_is_told_of_in_one_line() {
    let import = imported(desk(&[], &[]).as_bytes());
    assert_eq!(said(&import), [format!("2:15: note: {EXCHANGE} 6 {USED}")]);
}

#[test]
fn what_is_no_package_is_said_to_be_none() {
    let check = |text: &str, expected: &str| {
        let import = imported_as(text.as_bytes(), Format::Case);
        assert_eq!((said(&import), import.framework), (vec![expected.to_owned()], None));
    };
    let none = "A package is an object with a CFDocument and CFItems, and this is none. Export it again.";
    check("[]", &format!("1:1: error: {none}"));
    check("\n \"CFItems\"", &format!("2:2: error: {none}"));
    check(" ", "error: The document says nothing. Choose one that holds a package.");
    let empty = "The package has neither CFItems nor rows of CFRubrics, so nothing is there to make a framework of. Export \
                 it whole.";
    check(r#"{"CFDocument": {"title": "Desk"}, "CFItems": [], "CFRubrics": [{}]}"#, &format!("1:16: error: {empty}"));
    check(
        &format!("{{\"CFItems\": {}", "[".repeat(100_000)),
        "1:523: error: The document nests more than 100 levels deep, which no framework does. Choose another one.",
    );
}

#[test]
fn a_package_without_statements_is_refused() {
    let levels = [item(1, "Level 1", json!({ "CFItemType": "Level" })), item(2, " ", json!({}))];
    let links = [association("isChildOf", 1, 0, 1), association("isChildOf", 2, 0, 2)];
    let import = imported(package(&levels, &links).as_bytes());
    let refusal = "None of the package’s items is a statement: each is a level or a heading, or says nothing. Put \
                   statements below them, by associations of the type isChildOf.";
    assert!(said(&import).contains(&format!("2:15: error: {refusal}")), "{:?}", said(&import));
    assert_eq!(import.framework, None);
}

#[test]
fn an_identifier_stands_for_one_item() {
    let why = "The item in line 5 has this identifier already, so this one is left out. Give each its own.";
    let twin = item(2, "Waves.", json!({ "notes": "With the left hand." }));
    check(
        &[twin],
        &[],
        2,
        &[&format!("7:1: warning: {why} “Waves.”"), &format!("7:131: note: {why} “notes: With the left hand.”")],
    );
    check(
        &[item(0, "Waves.", json!({ "educationLevel": "1" }))],
        &[],
        3,
        &[
            "7:1: warning: This item has the identifier of the document, so whatever names it leads to the document. \
             Give the item its own.",
            &format!("7:1: warning: {NOWHERE}"),
        ],
    );
}

#[test]
fn identifiers_of_any_form_join() {
    let mut odd = item(4, "Waves.", json!({ "educationLevel": "1" }));
    odd["identifier"] = "desk/4 a".into();
    let mut link = association("isChildOf", 4, 1, 4);
    link["originNodeURI"] = json!({ "identifier": "Desk/4 A" });
    let why = "CASE asks for a UUID as identifier. This one joins associations all the same, and is not kept.";
    let import = imported(desk(&[odd.clone()], &[link.clone()]).as_bytes());
    let place = import.notices.last().map(|notice| notice.place).unwrap();
    check(&[odd], &[link], 3, &[&format!("7:{}: note: {why} “identifier: desk/4 a”", place.column)]);
}

#[test]
fn links_to_nowhere_are_told_of() {
    let waves = || item(4, "Waves.", json!({ "educationLevel": "1" }));
    let parent = "The parent that this association names is not in the package, so the item is put at the top. Add the \
                  parent, or name another.";
    let mut titled = association("isChildOf", 4, 77, 1);
    titled["destinationNodeURI"]["title"] = "Farewells".into();
    check(&[waves()], &[titled], 3, &[&format!("12:1: warning: {parent} “Farewells”")]);
    let nameless = association("isChildOf", 4, 77, 1);
    check(&[waves()], &[nameless], 3, &[&format!("12:1: warning: {parent} “{}”", uuid(77))]);
    let origin = "The origin of this association is no item of the package. Add the item, or take this out.";
    for kind in ["isChildOf", "hasSkillLevel"] {
        let quote = format!("“{kind}: {} → {}”", uuid(77), uuid(1));
        check(&[], &[association(kind, 77, 1, 1)], 2, &[&format!("11:1: warning: {origin} {quote}")]);
    }
}

#[test]
fn an_item_lies_in_one_other_item() {
    let twice = "This item lies in something else already; only the first parent counts. Keep one.";
    let quote = format!("“isChildOf: {} → {}”", uuid(3), uuid(0));
    check(&[], &[association("isChildOf", 3, 0, 1)], 2, &[&format!("11:1: warning: {twice} {quote}")]);
    // The same once more takes nothing away.
    check(&[], &[association("isChildOf", 3, 1, 9)], 2, &[]);
    check(&[item(4, "Waves.", json!({ "educationLevel": "1" }))], &[], 3, &[&format!("7:1: warning: {NOWHERE}")]);
}

#[test]
fn circles_are_cut() {
    let cut = "This association closes a circle: the item would lie in itself. It is put at the top instead. Name another \
               parent.";
    let waves = || item(4, "Waves.", json!({ "educationLevel": "1" }));
    check(&[waves()], &[association("isChildOf", 4, 4, 1)], 3, &[&format!("12:1: warning: {cut}")]);
    let around = [5, 6, 4].map(|parent| association("isChildOf", if parent == 4 { 6 } else { parent - 1 }, parent, 1));
    let ring = [waves(), item(5, "Bows.", json!({})), item(6, "Nods.", json!({}))];
    check(&ring, &around, 3, &[&format!("14:1: warning: {cut}")]);
}

#[test]
fn a_level_is_one_that_can_be_known() {
    let levels =
        || [item(4, "New", json!({ "CFItemType": "Level" })), item(5, "Old", json!({ "CFItemType": "Level" }))];
    let tree = || [association("isChildOf", 4, 0, 4), association("isChildOf", 5, 0, 5)].to_vec();
    let with = |link: Value| [tree(), vec![association("hasSkillLevel", 2, 4, 1), link]].concat();
    // The association counts, and not what the item says of itself.
    let grade = "5:20: note: A framework has no place for this here. “educationLevel: 1”";
    let second = "This item has another level already; only the first one counts. Keep one.";
    let quote = format!("“hasSkillLevel: {} → {}”", uuid(2), uuid(5));
    check(
        &levels(),
        &with(association("hasSkillLevel", 2, 5, 1)),
        2,
        &[grade, &format!("16:1: warning: {second} {quote}")],
    );
    let unnamed = "The level that this association names is no item of the package and has no title, so nothing tells \
                   which level it is. Add the level, or give it a title.";
    for number in [0, 77] {
        let quote = format!("“hasSkillLevel: {} → {}”", uuid(3), uuid(number));
        check(
            &levels(),
            &with(association("hasSkillLevel", 3, number, 1)),
            2,
            &[grade, &format!("16:1: warning: {unnamed} {quote}")],
        );
    }
    let own = "An item cannot be its own level. Name another one.";
    let quote = format!("“hasSkillLevel: {} → {}”", uuid(3), uuid(3));
    check(
        &levels(),
        &with(association("hasSkillLevel", 3, 3, 1)),
        2,
        &[grade, &format!("16:1: warning: {own} {quote}")],
    );
    let mut named = association("hasSkillLevel", 3, 77, 1);
    named["destinationNodeURI"]["title"] = "Elsewhere".into();
    let grades =
        "5:20: note: A framework has no place for this here. The same stands in line 6 too. “educationLevel: 1”";
    check(&levels(), &with(named), 2, &[grades]);
}

#[test]
fn associations_that_a_framework_does_not_hold_are_left_out_by_name() {
    let left = "A framework does not hold this association; it is left out.";
    let quote = format!("“precedes: {} → {}”", uuid(2), uuid(3));
    check(&[], &[association("precedes", 2, 3, 1)], 2, &[&format!("11:1: note: {left} {quote}")]);
    let odd = "The type of this association is none of CASE, so it is left out. Use one of: isChildOf, isPeerOf, isPartOf, \
               exactMatchOf, precedes, isRelatedTo, replacedBy, exemplar, hasSkillLevel, isTranslationOf.";
    let quote = format!("“ischildof: {} → {}”", uuid(2), uuid(3));
    check(&[], &[association("ischildof", 2, 3, 1)], 2, &[&format!("11:1: warning: {odd} {quote}")]);
    let none = "This association has no type, so it is left out. Write an associationType.";
    let quote = format!("“no type: {} → {}”", uuid(2), uuid(3));
    check(&[], &[association("", 2, 3, 1)], 2, &[&format!("11:1: warning: {none} {quote}")]);
    let mut bare = association("isChildOf", 2, 3, 1);
    for side in ["originNodeURI", "destinationNodeURI"] {
        bare[side] = Value::Null;
    }
    let origin = "The origin of this association is no item of the package. Add the item, or take this out.";
    check(&[], &[bare], 2, &[&format!("11:1: warning: {origin} “isChildOf: nothing → nothing”")]);
}

#[test]
fn a_field_that_holds_nothing_is_not_told_of() {
    let blank = json!({
        "educationLevel": ["1", ""], "notes": " ", "humanCodingScheme": "", "conceptKeywords": [], "later": "",
        "sooner": [], "never": { "here": [[], {}], "there": "\t" }, "licenseURI": null, "alternativeLabel": null,
    });
    check(&[item(4, "Waves.", blank)], &[association("isChildOf", 4, 1, 4)], 3, &[]);
}

#[test]
fn what_many_items_say_is_told_once_with_its_lines() {
    let labelled =
        |number: usize| item(number, &format!("Waves {number}."), json!({ "educationLevel": "1", "later": "on" }));
    let items: Vec<_> = (4..12).map(labelled).collect();
    let links: Vec<_> = (4..12).map(|number| association("isChildOf", number, 1, number)).collect();
    let why = "A framework has no place for this field of an item.";
    let place = |count: usize| {
        let import = imported(desk(&items[..count], &links[..count]).as_bytes());
        import.notices.last().map(|notice| notice.place.column).unwrap()
    };
    for (count, again) in [
        (1, ""),
        (2, " The same stands in line 8 too."),
        (3, " The same stands in lines 8, 9 too."),
        (8, " The same stands in lines 8, 9, 10, 11, 12, and 2 more times too."),
    ] {
        let expected = format!("7:{}: note: {why}{again} “later: on”", place(count));
        check(&items[..count], &links[..count], 2 + count, &[&expected]);
    }
    let one_line = desk(&items, &links).replace('\n', " ");
    let told = said(&imported(one_line.as_bytes()));
    assert!(told[1].ends_with(&format!("{why} The same stands 7 more times in this line. “later: on”")), "{told:?}");
}
