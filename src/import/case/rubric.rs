//! Rubrics: tables of criteria by levels of quality. A row becomes a competency, or belongs to the item that it names;
//! a level of quality becomes a level, and its description a criterion.

use super::super::notice::{Notice, Place};
use super::super::tree::Map;
use super::map::is_heading;
use super::piece::{Piece, fields, fitting, is_address, is_identifier, is_name, list, piece, take_machinery};

/// A row of a rubric, that is, a criterion in the words of CASE.
#[derive(Debug)]
pub struct Row {
    /// The title of the rubric.
    pub heading: Option<String>,
    /// The identifier of the item that it is about, in lower case.
    pub item: Option<String>,
    /// What the link to that item calls it.
    pub title: Option<Piece>,
    pub category: Option<Piece>,
    pub description: Option<Piece>,
    /// Lowest first.
    pub cells: Vec<Cell>,
}

/// What a row says at one level of quality.
#[derive(Debug)]
pub struct Cell {
    /// The level's name: its quality, or its score.
    pub quality: String,
    pub statement: Option<Piece>,
    pub feedback: Option<Piece>,
    score: Option<f64>,
    position: i64,
}

const WHY: &str = "A framework has no place for this field of a rubric.";

/// Reads all rubrics of a package whose document has that title, row by row.
pub fn rows(rubrics: Vec<(Place, Map)>, document: &str, notices: &mut Vec<Notice>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (_, mut map) in rubrics {
        take_machinery(&mut map, document, notices);
        let mut own = Vec::new();
        for (_, inner) in list(&mut map, "CFRubricCriteria", notices) {
            own.push(row(inner, document, notices));
        }
        let has_rows = !own.is_empty();
        let heading = fitting(&mut map, "title", |title| has_rows && is_heading(title));
        let heading = heading.map(|title| title.text).filter(|title| title.trim() != document.trim());
        map.leave(WHY, notices);
        own.sort_by_key(|(position, _)| *position);
        rows.extend(own.into_iter().map(|(_, row)| Row { heading: heading.clone(), ..row }));
    }
    rows
}

fn row(mut map: Map, document: &str, notices: &mut Vec<Notice>) -> (i64, Row) {
    fitting(&mut map, "rubricId", is_identifier);
    take_machinery(&mut map, document, notices);
    let position = whole_number(&mut map, "position");
    let mut category = piece(&mut map, "category");
    let mut description = piece(&mut map, "description");
    let mut cells: Vec<_> = list(&mut map, "CFRubricCriterionLevels", notices)
        .into_iter()
        .map(|(_, inner)| cell(inner, document, notices))
        .collect();
    let (item, title) = item_of(&mut map, notices);
    map.leave(WHY, notices);
    // Many rubrics begin with the best; the score tells.
    if cells.iter().all(|cell| cell.score.is_some()) {
        cells.sort_by(|a, b| a.score.partial_cmp(&b.score).unwrap_or(std::cmp::Ordering::Equal));
    } else {
        cells.sort_by_key(|cell| cell.position);
    }
    if category.as_ref().is_some_and(|piece| piece.text.trim().is_empty()) {
        category = None;
    }
    if category.is_none() {
        std::mem::swap(&mut category, &mut description);
    }
    (position.unwrap_or(i64::MAX), Row { heading: None, item, title, category, description, cells })
}

fn item_of(map: &mut Map, notices: &mut Vec<Notice>) -> (Option<String>, Option<Piece>) {
    let Some(mut link) = fields(map, "CFItemURI") else { return (None, None) };
    let identifier = fitting(&mut link, "identifier", is_name).map(|piece| piece.text.to_lowercase());
    fitting(&mut link, "uri", is_address);
    let title = piece(&mut link, "title");
    link.leave(WHY, notices);
    (identifier, title)
}

fn cell(mut map: Map, document: &str, notices: &mut Vec<Notice>) -> Cell {
    fitting(&mut map, "rubricCriterionId", is_identifier);
    take_machinery(&mut map, document, notices);
    let position = whole_number(&mut map, "position");
    let score = fitting(&mut map, "score", |text| text.parse::<f64>().is_ok_and(f64::is_finite));
    let quality = piece(&mut map, "quality").map(|piece| piece.text).filter(|text| !text.trim().is_empty());
    let statement = piece(&mut map, "description");
    let feedback = piece(&mut map, "feedback");
    map.leave(WHY, notices);
    let number = score.as_ref().and_then(|piece| piece.text.parse().ok());
    let quality = match (quality, score, position) {
        (Some(quality), score, _) => {
            let why = "A score puts the levels of a rubric in order; the number itself is not kept.";
            score.into_iter().for_each(|score| score.leave(why, notices));
            quality
        }
        (None, Some(score), _) => format!("Score {}", score.text),
        (None, None, Some(position)) => format!("Level {position}"),
        (None, None, None) => "Level".to_owned(),
    };
    Cell { quality, statement, feedback, score: number, position: position.unwrap_or(i64::MAX) }
}

fn whole_number(map: &mut Map, name: &str) -> Option<i64> {
    fitting(map, name, |text| text.parse::<i64>().is_ok()).and_then(|piece| piece.text.parse().ok())
}
