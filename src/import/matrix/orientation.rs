//! Which way a table lies: levels as columns, or as rows. Told by the names of its headings, and by its shape only where
//! they say nothing; then the reader of the document is asked to look.

use serde::{Deserialize, Serialize};

use super::column::{Columns, Role, noun};
use super::level_name;
use super::table::Row;

/// Which way a table lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Orientation {
    /// A column for each level, a row for each competency.
    LevelsAcross,
    /// A row for each level, a column for each competency.
    LevelsDown,
}

/// What the table says of itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    pub orientation: Orientation,
    /// Whether some heading is the name of a level.
    pub is_sure: bool,
}

/// So few rows, and more columns, are levels rather than competencies.
const FEW_LEVELS: usize = 8;

/// Where a heading and what stands below it are known.
pub fn of(heading: &Row, body: &[Row]) -> Found {
    let columns = Columns::of(heading, body);
    let beside =
        heading.cells.iter().filter(|cell| cell.column >= columns.start() && columns.role(cell.column).is_none());
    let across: Vec<_> = beside.map(|cell| cell.text.as_str()).collect();
    let corner = || (0..columns.start()).map(|column| heading.text(column)).filter(|text| !text.is_empty());
    let below = |column: usize| -> Vec<_> {
        body.iter().filter_map(|row| row.cell(column)).map(|cell| cell.text.as_str()).collect()
    };
    let down = (0..columns.start()).map(|column| share(&below(column))).fold(0.0, f64::max);
    let down = down + hint(corner().any(level_name::is_kind));
    let lost_corner =
        heading.cells.first().is_some_and(|cell| cell.column == 0 && level_name::rank(&cell.text).is_some());
    let names_competencies = corner().any(|text| !level_name::is_kind(text) && noun(text) == Some(Role::Title));
    let across_share = share(&across) + hint(names_competencies && !across.is_empty()) + hint(lost_corner);
    let orientation =
        if down > across_share || (down == 0.0 && across_share == 0.0 && lies_down(across.len(), body.len())) {
            Orientation::LevelsDown
        } else {
            Orientation::LevelsAcross
        };
    Found { orientation, is_sure: down > 0.0 || across_share > 0.0 }
}

/// Whether it lies neither way: the levels have a column of their own beside the competencies, and one column states
/// what is expected.
pub fn is_list(heading: &Row) -> bool {
    let columns = Columns::of(heading, &[]);
    columns.start() > 1
        && columns.end == columns.start() + 1
        && level_name::rank(heading.text(columns.start())).is_none()
        && (1..columns.start()).any(|column| level_name::is_kind(heading.text(column)))
}

/// How many of the names are names of levels. One alone may be chance.
#[expect(clippy::cast_precision_loss, reason = "no table has so many columns")]
fn share(names: &[&str]) -> f64 {
    let levels = names.iter().filter(|name| level_name::rank(name).is_some()).count();
    if levels == 0 || (levels == 1 && names.len() > 2) { 0.0 } else { levels as f64 / names.len() as f64 }
}

/// What a corner's heading weighs.
const fn hint(is_given: bool) -> f64 {
    if is_given { 0.5 } else { 0.0 }
}

const fn lies_down(columns: usize, rows: usize) -> bool {
    columns > FEW_LEVELS && rows <= FEW_LEVELS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::matrix::delimiter::Delimiter;
    use crate::import::matrix::table::Table;
    use Orientation::{LevelsAcross, LevelsDown};

    #[track_caller]
    fn check(text: &str, orientation: Orientation, is_sure: bool) {
        let table = Table::read(text, Delimiter::Comma, &mut Vec::new()).unwrap();
        assert_eq!(of(&table.rows[0], &table.rows[1..]), Found { orientation, is_sure });
    }

    #[test]
    fn names_of_levels_tell_which_way_it_lies() {
        check(",Novice,Skilled,Expert\nPhone,a,b,c\nMail,d,e,f", LevelsAcross, true);
        check(",Phone,Mail\nNovice,a,b\nSkilled,c,d\nExpert,e,f", LevelsDown, true);
        check("Skill,1,2,3\nBasic repairs,a,b,c\nAdvanced repairs,d,e,f", LevelsAcross, true);
    }

    #[test]
    fn the_corner_helps() {
        check("Level,Phone,Mail\nCopper,a,b\nTin,c,d", LevelsDown, true);
        check("Competency,Copper,Tin\nPhone,a,b\nMail,c,d", LevelsAcross, true);
    }

    #[test]
    fn without_names_the_shape_decides() {
        check(",Copper,Tin\nPhone,a,b\nMail,c,d", LevelsAcross, false);
        check(",A desk,B desk,C desk,D desk,E desk,F desk,G desk,H desk,I desk\nCopper,a\nTin,b", LevelsDown, false);
    }
}
