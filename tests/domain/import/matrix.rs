//! Matrices: counts and notices of the reference document, tables of every kind, and that nothing is dropped.

use proptest::prelude::*;
use touchstone::framework::Framework;
use touchstone::import::{Format, Import, Options, Orientation, import};

use super::reference::reference;
use super::{accounted_for, imported, said};

#[test]
fn the_reference_document_gives_its_forty_cells() {
    let Some(import) = reference("001_fe4a8565f30ada35.txt") else { return };
    assert_eq!((import.format, import.orientation), (Some(Format::Matrix), Some(Orientation::LevelsAcross)));
    assert_eq!(
        said(&import),
        [
            "11:16: note: Left out: it says that nothing is expected here. “None”",
            "11:21: note: Left out: it says that nothing is expected here. “None”",
            "12:1: note: Left out: it stands below the table, and is no row of it. “IIII INTERCOM”",
            "12:19: note: Left out: it stands below the table, and is no row of it. “Senior”",
        ]
    );
    let framework = import.framework.unwrap();
    assert_eq!(framework.title, "General Frontline CS Competency Matrix");
    assert_eq!((framework.competencies.len(), framework.levels.len()), (8, 5));
    let cells: Vec<_> = framework.competencies.iter().flat_map(|competency| &competency.expectations).collect();
    assert_eq!(cells.len(), 40);
    assert_eq!(cells.iter().filter(|cell| !cell.says_nothing()).count(), 38);
    assert_eq!(framework.criteria().count(), 50);
    assert!(framework.criteria().any(|(.., criterion)| criterion.text.ends_with("questions and POAs.")));
}

/// What comes of a text that is said to be a matrix.
fn matrix(text: &str, orientation: Option<Orientation>) -> Import {
    import(text.as_bytes(), Options { format: Some(Format::Matrix), orientation })
}

/// Each criterion with the names of its competency and level.
fn statements(framework: &Framework) -> Vec<(&str, &str, &str)> {
    let name = |id| framework.level(id).unwrap().name.as_str();
    let stated = framework.criteria();
    stated
        .map(|(competency, expectation, criterion)| {
            (competency.title.as_str(), name(&expectation.level), criterion.text.as_str())
        })
        .collect()
}

const DESK: [(&str, &str, &str); 4] = [
    ("Phone", "Novice", "Picks up"),
    ("Phone", "Expert", "Calms, whoever calls"),
    ("Mail", "Novice", "Replies"),
    ("Mail", "Expert", "Writes the templates"),
];

#[track_caller]
fn desk(text: &str, orientation: Orientation) {
    let import = imported(text.as_bytes());
    assert_eq!((import.format, import.orientation), (Some(Format::Matrix), Some(orientation)));
    assert_eq!(statements(import.framework.as_ref().unwrap()), DESK, "{:?}", said(&import));
}

#[test]
fn any_delimiter_will_do() {
    use Orientation::LevelsAcross;
    desk(
        "Desk\n\n\tNovice\tExpert\nPhone\tPicks up\tCalms, whoever calls\nMail\tReplies\tWrites the templates",
        LevelsAcross,
    );
    desk(",Novice,Expert\nPhone,Picks up,\"Calms, whoever calls\"\nMail,Replies,Writes the templates\n", LevelsAcross);
    desk(";Novice;Expert\nPhone;Picks up;Calms, whoever calls\nMail;Replies;Writes the templates\n", LevelsAcross);
    desk(
        "# Desk\n\n| Skill | Novice | Expert |\n|---|:---|---|\n| Phone | Picks up | Calms, whoever calls |\n\
         | Mail | Replies | Writes the templates |\n",
        LevelsAcross,
    );
}

#[test]
fn it_may_lie_either_way_begin_anywhere_and_lack_its_corner() {
    desk(
        "Level\tPhone\tMail\nNovice\tPicks up\tReplies\nExpert\tCalms, whoever calls\tWrites the templates",
        Orientation::LevelsDown,
    );
    desk(
        "\t\tPhone\tMail\n\tNovice\tPicks up\tReplies\n\tExpert\tCalms, whoever calls\tWrites the templates",
        Orientation::LevelsDown,
    );
    desk(
        "Novice\tExpert\nPhone\tPicks up\tCalms, whoever calls\nMail\tReplies\tWrites the templates",
        Orientation::LevelsAcross,
    );
}

#[test]
fn falling_levels_are_put_in_order() {
    let import = imported(b",Expert,Novice\nPhone,Calms,Picks up\nMail,Writes,Replies\n");
    let names: Vec<_> = import.framework.as_ref().unwrap().levels.iter().map(|level| level.name.as_str()).collect();
    assert_eq!(names, ["Novice", "Expert"]);
    assert_eq!(statements(import.framework.as_ref().unwrap())[0], ("Phone", "Novice", "Picks up"));
}

#[test]
fn a_caller_says_how_it_lies() {
    let text = ",Copper,Tin\nPhone,a,b\nMail,c,d\n";
    let levels = |orientation| {
        let framework = matrix(text, orientation).framework.unwrap();
        framework.levels.into_iter().map(|level| level.name).collect::<Vec<_>>()
    };
    assert_eq!(levels(None), ["Copper", "Tin"]);
    assert_eq!(levels(Some(Orientation::LevelsDown)), ["Phone", "Mail"]);
    assert_eq!(
        said(&matrix(text, None))[1],
        "1:1: warning: No heading looks like the name of a level, so the columns were taken for the levels. Turn the \
         table if they are its rows."
    );
}

#[test]
fn a_row_may_be_one_statement_with_its_level_beside_it() {
    let listed = matrix("Skill\tLevel\tStatement\nPhone\tNovice\tPicks up\n\tExpert\tCalms\nMail\tExpert\tSorts", None);
    let framework = listed.framework.unwrap();
    let expected = [("Phone", "Novice", "Picks up"), ("Phone", "Expert", "Calms"), ("Mail", "Expert", "Sorts")];
    assert_eq!(statements(&framework), expected);
    assert_eq!(listed.orientation, None);
}

#[test]
fn levels_of_one_name_are_told_of() {
    let import = matrix("Competency,Novice,Expert,Novice\nPhone,a,b,c\nMail,d,e,f", None);
    let warning = "warning: More than one level is called \u{201c}Novice\u{201d}. Give each a name of its own, or put what \
                   is expected at them below one.";
    assert!(said(&import).iter().any(|line| line == warning), "{:?}", said(&import));
}

#[test]
fn what_is_no_table_of_levels_is_said_so() {
    let list = matrix("No\tLevel\tStatement\n1\tNovice\tPicks up\n2\tExpert\tCalms\n", None);
    assert_eq!(
        said(&list),
        ["1:1: error: Each row of this table is one statement, with its level beside it, but no column says which \
             competency it belongs to. Add a column “Competency”, or give each level a column and each competency a row."]
    );
    let prose = matrix("Nothing here\nis a table.", None);
    assert_eq!(
        said(&prose),
        [
            "error: No row of several cells is found in this document. Part the cells with tabs, commas, semicolons or bars, \
          with the names of the levels in the first row or column, or choose another format."
        ]
    );
    let wide = matrix(&"a\t".repeat(2_000), None);
    assert_eq!(
        said(&wide),
        ["1:1: error: The heading has more than 1000 columns, which is more than is read. Split the table."]
    );
    let rows = format!(",Novice,Expert\n{}", "Phone,a,b\n".repeat(101));
    let turned = matrix(&rows, Some(Orientation::LevelsDown));
    assert_eq!(
        said(&turned)[0],
        "1:1: error: Lying this way, the table has more than 100 levels. Turn it, so that its other side has the levels."
    );
}

#[test]
fn other_documents_are_no_matrix() {
    let documents = [
        "Level 1, Level 2 and Level 3 follow.\nThe first one, they say, is easy.\nNot so.",
        "·\tAnswers the phone\n·\tReplies to mail\n·\tKeeps the log",
        "{\"a\": [1, 2, 3],\n\"b\": [1, 2, 3],\n\"c\": [1, 2, 3]}",
        "- a: [1, 2]\n  b: c\n- a: [3, 4]",
        "lanes: {l1: Trainee, l2: Expert}\nlines:\n  - {lane: l2, line: Rides}\n  - {lane: l1, line: Stops}",
        "# Desk\n\n| file | what | shape |\n|---|---|---|\n| a | b | c |\n| d | e | f |",
        "Desk\n\tPhone\n\t\tPicks up\n\tMail\n\t\tReplies",
        "",
    ];
    for document in documents {
        assert_ne!(imported(document.as_bytes()).format, Some(Format::Matrix), "{document}");
    }
}

#[test]
fn hostile_tables_are_harmless() {
    let long = "x".repeat(1 << 18);
    let documents = [
        "\"".repeat(1 << 18),
        "\"\n".repeat(1 << 17),
        "\t\n".repeat(1 << 17),
        ",".repeat(1 << 18) + "x,y\na,b",
        "\ta".repeat(1 << 17),
        "a\tb\n".repeat(1 << 16),
        format!("\tNovice\tExpert\n{long}\t{long}\t\"{long}\n<script>\t__proto__\t&lt;\n"),
        format!("\tNovice\tExpert\nPhone\t{}\t{}\n", "A. ".repeat(1 << 16), "(. B".repeat(1 << 16)),
        format!("\tNovice\tExpert\nPhone\t\"{}\"\t{}\n", "a:\n".repeat(1 << 16), "• ".repeat(1 << 16)),
    ];
    for document in documents {
        matrix(&document, None);
        matrix(&document, Some(Orientation::LevelsDown));
        imported(document.as_bytes());
    }
}

/// A cell: words with numbers of their own, put in later, and what importers look for.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        6 => Just("@".to_owned()),
        3 => Just("@. Then @".to_owned()),
        2 => Just("\"@\n- @\n- @: @\"".to_owned()),
        2 => Just("\"Can:\n@:\n@:\n• @ • @\"".to_owned()),
        1 => Just("\"@".to_owned()),
        1 => Just("@:".to_owned()),
        1 => Just("\"@\"@".to_owned()),
        1 => prop::sample::select(vec![
            "None", "n/a", "Level 1", "Level 2", "Novice @", "Expert", "Area", "Description", "Code", "Competency", "Notes",
            "Evidence", "Question", "@1", "---", "#", "Level",
        ]).prop_map(str::to_owned),
    ]
}

/// The rows as a document, each word with a number of its own.
fn document(rows: &[Vec<String>], delimiter: &str) -> String {
    let rows: Vec<_> = rows.iter().map(|row| row.join(delimiter)).collect();
    let mut text = String::new();
    for (index, part) in rows.join("\n").split('@').enumerate() {
        if index > 0 {
            text.push_str(&format!("T{index}"));
        }
        text.push_str(part);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn nothing_is_dropped(
        above in prop::collection::vec(prop::collection::vec(cell(), 1..3), 0..3),
        heading in prop::collection::vec(cell(), 2..8),
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..8), 0..8),
        delimiter in prop::sample::select(vec!["\t", ",", ";", "|", " | "]),
        orientation in prop::sample::select(vec![None, Some(Orientation::LevelsAcross), Some(Orientation::LevelsDown)]),
    ) {
        let rows: Vec<_> = above.into_iter().chain([heading]).chain(rows).collect();
        let document = document(&rows, delimiter);
        accounted_for(&document, &matrix(&document, orientation))?;
    }

    #[test]
    fn nothing_of_a_sound_table_is_dropped(
        labels in prop::sample::select(vec!["Competency\t", "\t", "Area\tSkill\t", "#\tSkill\tDescription\t", "\t\t"]),
        rows in prop::collection::vec(prop::collection::vec(cell(), 5..9), 1..8),
        behind in prop::sample::select(vec!["", "\tNotes @", "\tEvidence\tExample questions"]),
        orientation in prop::sample::select(vec![None, Some(Orientation::LevelsAcross), Some(Orientation::LevelsDown)]),
    ) {
        let heading = vec![format!("Title @\n\n{labels}Novice\tExpert (@){behind}")];
        let rows: Vec<_> = std::iter::once(heading).chain(rows).collect();
        let document = document(&rows, "\t");
        accounted_for(&document, &matrix(&document, orientation))?;
    }

    #[test]
    fn whatever_stands_in_cells_is_no_trouble(text in "[\",;|\t\n a-zA-Z0-9.:()•-]{0,300}") {
        matrix(&text, None);
        matrix(&text, Some(Orientation::LevelsDown));
    }
}
