//! Rows of rubrics: each is a competency, or belongs to the one that its item is; its cells are criteria.

use super::super::super::draft::DraftCriterion;
use super::super::piece::Piece;
use super::super::role::Role;
use super::super::rubric::{Cell, Row};
use super::{Mapping, NO_PLACE, UNTITLED};

impl Mapping<'_> {
    pub fn rows(&mut self) {
        for row in std::mem::take(&mut self.package.rows) {
            self.row(row);
        }
    }

    fn row(&mut self, row: Row) {
        let item = row.item.as_ref().and_then(|identifier| self.forest.item(identifier));
        let known = item.filter(|item| self.roles[*item] == Role::Competency);
        let known = known.and_then(|item| self.competency_of[item]);
        let again = |piece: &Piece| item.is_some_and(|item| self.package.items[item].says(&piece.text));
        if let Some(title) = row.title {
            let is_again = again(&title);
            title.leave_unless(is_again, "The item that this row is about is not found by its link.", self.notices);
        }
        let said = [row.category, row.description].into_iter().flatten();
        let said: Vec<_> = said.filter(|piece| !piece.text.trim().is_empty()).collect();
        let mut guidance: Vec<_> = match known {
            Some(_) => said.into_iter().filter(|piece| !again(piece)).collect(),
            None => said,
        };
        let competency = known.unwrap_or_else(|| {
            let title = if guidance.is_empty() { UNTITLED.to_owned() } else { guidance.remove(0).text };
            self.add(title)
        });
        let competency_of_row = &mut self.draft.competencies[competency];
        competency_of_row.guidance.extend(guidance.into_iter().map(|piece| piece.text));
        let notes = &mut competency_of_row.notes;
        notes.extend(row.heading.filter(|heading| !notes.contains(heading)));
        for cell in row.cells {
            self.cell(competency, cell);
        }
    }

    fn cell(&mut self, competency: usize, cell: Cell) {
        let statement = cell.statement.filter(|statement| !statement.text.trim().is_empty());
        match (statement, self.scale.level(&cell.quality)) {
            (Some(statement), Some(level)) => {
                let feedback = cell.feedback.map(|piece| piece.text).filter(|text| !text.trim().is_empty());
                let criterion =
                    DraftCriterion { guidance: feedback.into_iter().collect(), ..DraftCriterion::of(statement.text) };
                self.put(competency, level, criterion, None);
            }
            (statement, _) => {
                for piece in [statement, cell.feedback].into_iter().flatten() {
                    piece.leave(NO_PLACE, self.notices);
                }
            }
        }
    }
}
