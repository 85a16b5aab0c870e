//! The frontline matrix: forty cells, of which two expect nothing.

use super::{check_levels, check_stated, framework};

const ID: &str = "frontline-support-matrix";

#[test]
fn its_columns_are_five_levels() {
    check_levels(
        &framework(ID),
        &[
            ("beginner", "Beginner (After Initial Onboarding)", None),
            ("practitioner", "Practitioner", None),
            ("advanced", "Advanced", None),
            ("expert", "Expert – Senior Candidate", None),
            ("master", "Master – Senior Territor", None),
        ],
    );
}

#[test]
fn its_rows_are_eight_competencies() {
    let framework = framework(ID);
    let found: Vec<_> = framework.competencies.iter().map(|row| (row.id.as_str(), row.title.as_str())).collect();
    let expected = [
        ("frontline-workflows-volume", "Frontline Workflows/Volume"),
        ("frontline-quality", "Frontline Quality"),
        ("product-technical-knowledge", "Product/Technical Knowledge"),
        ("tracking-feedback", "Tracking Feedback"),
        ("leadership", "Leadership"),
        ("one-to-ones", "1:1s"),
        ("team-meetings-standups", "Team Meetings/Standups"),
        ("extra-projects", "Extra Projects"),
    ];
    assert_eq!(found, expected);
}

/// The criteria of a row's five cells, from the first column on.
#[track_caller]
fn check_row(row: &str, cells: [usize; 5]) {
    let columns = ["beginner", "practitioner", "advanced", "expert", "master"];
    let expected: Vec<_> = columns.into_iter().zip(cells).collect();
    check_stated(&framework(ID), row, &expected);
}

#[test]
fn every_cell_that_says_something_has_criteria() {
    check_row("frontline-workflows-volume", [2, 2, 3, 2, 2]);
    check_row("frontline-quality", [1, 2, 2, 1, 1]);
    check_row("product-technical-knowledge", [1, 1, 2, 2, 1]);
    check_row("tracking-feedback", [1, 1, 1, 1, 1]);
    check_row("leadership", [1, 2, 2, 1, 1]);
    check_row("one-to-ones", [1, 1, 1, 1, 1]);
    check_row("team-meetings-standups", [1, 1, 1, 1, 1]);
    check_row("extra-projects", [0, 0, 1, 1, 1]);
}

#[test]
fn exactly_two_cells_expect_nothing() {
    let framework = framework(ID);
    let cells = framework.competencies.iter().flat_map(|row| row.expectations.iter().map(move |cell| (row, cell)));
    let (empty, saying): (Vec<_>, Vec<_>) = cells.partition(|(_, cell)| cell.says_nothing());
    let empty: Vec<_> = empty.iter().map(|(row, cell)| (row.id.as_str(), cell.level.as_str())).collect();
    assert_eq!(empty, [("extra-projects", "beginner"), ("extra-projects", "practitioner")]);
    assert_eq!(saying.len(), 38);
    assert!(saying.iter().all(|(_, cell)| !cell.criteria.is_empty() && cell.includes.is_empty()));
}
