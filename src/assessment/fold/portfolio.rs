//! The rules of a unit assessment: coverage of ranges, feedback, evidence, the action plan.

use std::collections::BTreeSet;

use crate::assessment::{Action, ActionId, Assessment, Basis, Event, Evidence, EvidenceId, Form, Refusal, Texts};
use crate::framework::{Criterion, CriterionId, Places};

use super::present::known;

/// What only unit assessments have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Portfolio {
    /// The places of covered items: the criterion, its range, the item.
    covered: BTreeSet<(CriterionId, u32, u32)>,
    feedback: Texts<CriterionId>,
    evidence: Vec<Evidence>,
    actions: Vec<Action>,
}

impl Portfolio {
    pub fn apply(&mut self, basis: &Basis, event: &Event) -> Result<(), Refusal> {
        match event {
            Event::CoveredItem { criterion, range, item, covered } => {
                self.cover(basis, criterion, (*range, *item), *covered)
            }
            Event::GaveFeedback { criterion, text } => {
                self.feedback.write(known(basis, criterion)?, text);
                Ok(())
            }
            Event::AddedEvidence { evidence, kind } => self.add(basis, evidence, kind),
            Event::DescribedEvidence { evidence, part, text } => {
                self.piece(evidence)?.parts.write(part, text);
                Ok(())
            }
            Event::TiedEvidence { evidence, criterion, tied } => {
                let criterion = known(basis, criterion)?;
                let criteria = &mut self.piece(evidence)?.criteria;
                if *tied {
                    criteria.insert(criterion.clone())
                } else {
                    criteria.remove(criterion)
                };
                Ok(())
            }
            Event::ConfirmedEvidence { evidence, quality, confirmed } => {
                let qualities = &mut self.piece(evidence)?.confirmed;
                if *confirmed {
                    qualities.insert(*quality)
                } else {
                    qualities.remove(quality)
                };
                Ok(())
            }
            Event::WithdrewEvidence { evidence } => {
                self.piece(evidence)?;
                self.evidence.retain(|known| known.id != *evidence);
                Ok(())
            }
            Event::PlannedAction { action, criterion } => self.plan(basis, action, criterion.as_ref()),
            Event::DescribedAction { action, part, text } => {
                self.action(action)?.parts.write(part, text);
                Ok(())
            }
            Event::DroppedAction { action } => {
                self.action(action)?;
                self.actions.retain(|known| known.id != *action);
                Ok(())
            }
            _ => Err(Refusal::NotInThis(Form::Unit)),
        }
    }

    fn cover(
        &mut self,
        basis: &Basis,
        id: &CriterionId,
        (range, item): (u32, u32),
        covered: bool,
    ) -> Result<(), Refusal> {
        let original = known(basis, id)?;
        let places = Places::of(&basis.framework);
        let has = |criterion: &Criterion| {
            criterion.range.get(range as usize).is_some_and(|range| (item as usize) < range.items.len())
        };
        if !places.get(original).is_some_and(|place| has(place.criterion)) {
            return Err(Refusal::NoSuchItem { criterion: id.clone(), range, item });
        }
        let place = (original.clone(), range, item);
        if covered {
            self.covered.insert(place)
        } else {
            self.covered.remove(&place)
        };
        Ok(())
    }

    fn add(&mut self, basis: &Basis, id: &EvidenceId, kind: &str) -> Result<(), Refusal> {
        if self.evidence.iter().any(|known| known.id == *id) {
            return Err(Refusal::EvidenceTwice(id.clone()));
        }
        let mut kinds = basis.competencies().flat_map(|competency| &competency.evidence).peekable();
        // A framework that names no kinds takes any.
        let fits = if kinds.peek().is_some() { kinds.any(|known| known == kind) } else { !kind.trim().is_empty() };
        if !fits {
            return Err(Refusal::UnknownEvidenceKind(kind.to_owned()));
        }
        self.evidence.push(Evidence::new(id.clone(), kind.to_owned()));
        Ok(())
    }

    fn plan(&mut self, basis: &Basis, id: &ActionId, criterion: Option<&CriterionId>) -> Result<(), Refusal> {
        if self.actions.iter().any(|known| known.id == *id) {
            return Err(Refusal::ActionTwice(id.clone()));
        }
        let criterion = criterion.map(|criterion| known(basis, criterion)).transpose()?;
        self.actions.push(Action::new(id.clone(), criterion.cloned()));
        Ok(())
    }

    fn piece(&mut self, id: &EvidenceId) -> Result<&mut Evidence, Refusal> {
        let piece = self.evidence.iter_mut().find(|known| known.id == *id);
        piece.ok_or_else(|| Refusal::UnknownEvidence(id.clone()))
    }

    fn action(&mut self, id: &ActionId) -> Result<&mut Action, Refusal> {
        let action = self.actions.iter_mut().find(|known| known.id == *id);
        action.ok_or_else(|| Refusal::UnknownAction(id.clone()))
    }

    /// Whether no evidence came in.
    pub const fn is_empty(&self) -> bool {
        self.evidence.is_empty()
    }

    /// Whether a piece of evidence is here.
    pub fn holds(&self, id: &EvidenceId) -> bool {
        self.evidence.iter().any(|known| known.id == *id)
    }
}

impl Assessment {
    /// Whether an item of a criterion's range, by its places from 0, is covered.
    pub fn is_covered(&self, id: &CriterionId, range: u32, item: u32) -> bool {
        let original = self.basis.original(id);
        original.is_some_and(|id| self.present.portfolio.covered.contains(&(id.clone(), range, item)))
    }

    /// What the assessor says of a criterion; empty when nothing.
    pub fn feedback(&self, id: &CriterionId) -> &str {
        let original = self.basis.original(id);
        original.map_or("", |id| self.present.portfolio.feedback.get(id))
    }

    /// The evidence, in the order in which it came in.
    pub fn evidence(&self) -> &[Evidence] {
        &self.present.portfolio.evidence
    }

    /// A piece of evidence.
    pub fn piece_of_evidence(&self, id: &EvidenceId) -> Option<&Evidence> {
        self.evidence().iter().find(|known| known.id == *id)
    }

    /// The action plan, in the order in which it was made.
    pub fn actions(&self) -> &[Action] {
        &self.present.portfolio.actions
    }

    /// An action of the plan.
    pub fn action(&self, id: &ActionId) -> Option<&Action> {
        self.actions().iter().find(|known| known.id == *id)
    }
}
