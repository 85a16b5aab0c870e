//! The questions of a plan by hand: in, out, to another place, in exchange for the next best.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::framework::{CompetencyId, Framework, QuestionId};
use crate::question::{Asked, Bank, Weight};

use super::Plan;

/// Which way something moves in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    Earlier,
    Later,
}

impl Plan {
    /// Takes the present questions as the interviewer's own.
    fn take_in_hand(&mut self) {
        if !self.changed {
            self.by_hand.clone_from(&self.questions);
            self.changed = true;
        }
    }

    /// Leaves a question out.
    pub fn drop_question(&mut self, id: &QuestionId) {
        self.take_in_hand();
        for questions in [&mut self.questions, &mut self.by_hand] {
            questions.retain(|question| question != id);
        }
    }

    /// Adds a question, behind the others of its competency. One that does not serve the wish is not taken.
    pub fn add_question(&mut self, framework: &Framework, id: &QuestionId) {
        let bank = Bank::of(framework, &self.wish());
        if self.questions.contains(id) || bank.get(id).is_none() {
            return;
        }
        let competency_of = |id: &QuestionId| bank.get(id).map(|asked| &asked.competency.id);
        let last = self.questions.iter().rposition(|other| competency_of(other) == competency_of(id));
        let place = last.map_or(self.questions.len(), |last| last + 1);
        self.take_in_hand();
        let before = place.checked_sub(1).and_then(|before| self.questions.get(before)).cloned();
        let place_by_hand = self.by_hand.iter().position(|other| Some(other) == before.as_ref());
        self.questions.insert(place, id.clone());
        self.by_hand.retain(|other| other != id);
        self.by_hand.insert(place_by_hand.map_or(0, |before| before + 1), id.clone());
    }

    /// Moves a question one place; at the end of the order it stays.
    pub fn shift(&mut self, id: &QuestionId, shift: Shift) {
        let Some(from) = self.questions.iter().position(|question| question == id) else { return };
        let to = match shift {
            Shift::Earlier => from.checked_sub(1),
            Shift::Later => (from + 1 < self.questions.len()).then_some(from + 1),
        };
        if let Some(to) = to {
            self.take_in_hand();
            let other = self.questions[to].clone();
            self.questions.swap(from, to);
            let place = |wanted: &QuestionId| self.by_hand.iter().position(|question| question == wanted);
            if let (Some(from), Some(to)) = (place(id), place(&other)) {
                self.by_hand.swap(from, to);
            }
        }
    }

    /// Moves a question to this place of the order, counted from 0; behind the last one it is the last.
    pub fn move_to(&mut self, id: &QuestionId, to: usize) {
        let Some(from) = self.questions.iter().position(|question| question == id) else { return };
        let to = to.min(self.questions.len() - 1);
        let shift = if to < from { Shift::Earlier } else { Shift::Later };
        for _ in 0..from.abs_diff(to) {
            self.shift(id, shift);
        }
    }

    /// Moves all questions of a competency in front of the block before them, or behind the one after; there they stand
    /// together.
    pub fn shift_group(&mut self, framework: &Framework, id: &CompetencyId, shift: Shift) {
        let bank = Bank::of(framework, &self.wish());
        let of = |question: &QuestionId| bank.get(question).map(|asked| &asked.competency.id);
        let mut groups: Vec<&CompetencyId> = Vec::new();
        for competency in self.questions.iter().filter_map(of) {
            if !groups.contains(&competency) {
                groups.push(competency);
            }
        }
        let Some(from) = groups.iter().position(|group| *group == id) else { return };
        let to = match shift {
            Shift::Earlier => from.checked_sub(1),
            Shift::Later => (from + 1 < groups.len()).then_some(from + 1),
        };
        let Some(to) = to else { return };
        groups.swap(from, to);
        let place = |question: &QuestionId| groups.iter().position(|group| Some(*group) == of(question));
        let mut ordered = self.questions.clone();
        ordered.sort_by_key(place);
        self.take_in_hand();
        // Those that do not serve now come behind, and come back when they serve again.
        let rest: Vec<_> = self.by_hand.iter().filter(|question| !ordered.contains(question)).cloned().collect();
        self.by_hand = ordered.iter().cloned().chain(rest).collect();
        self.questions = ordered;
    }

    /// Settles that a question is asked in any case, or leaves that open again. Where the questions are proposed, the
    /// others follow.
    pub fn pin(&mut self, framework: &Framework, id: &QuestionId, pinned: bool) {
        self.settle_terms(framework, |terms| terms.pin(id, pinned));
    }

    /// Settles that a question is never proposed, or leaves that open again. Where the questions are proposed, another
    /// may come in its place.
    pub fn exclude(&mut self, framework: &Framework, id: &QuestionId, excluded: bool) {
        if excluded {
            self.by_hand.retain(|question| question != id);
        }
        self.settle_terms(framework, |terms| terms.exclude(id, excluded));
    }

    /// Puts the next best question in the place of this one: of those that fit the time and the bounds beside the others,
    /// the one that would cover most, then the shortest, then the first of the bank. Asked again, the one after that; behind
    /// the last the first comes again. The last question of a competency that must be asked about is exchanged for another
    /// of it, where there is one. Gives the new one, or `None` where there is no other.
    pub fn swap(&mut self, framework: &Framework, id: &QuestionId) -> Option<QuestionId> {
        let ranking = self.ranking(framework, id);
        let present = ranking.iter().position(|question| question == id);
        let next = ranking.get(present.map_or(0, |present| (present + 1) % ranking.len()))?.clone();
        if next == *id {
            return None;
        }
        self.take_in_hand();
        self.terms.pin(id, false);
        self.by_hand.retain(|question| *question != next);
        for questions in [&mut self.questions, &mut self.by_hand] {
            questions.iter_mut().filter(|question| *question == id).for_each(|question| question.clone_from(&next));
        }
        Some(next)
    }

    /// What may stand in the place of a question, the best first, itself among them.
    fn ranking(&self, framework: &Framework, id: &QuestionId) -> Vec<QuestionId> {
        let wish = self.wish();
        let bank = Bank::of(framework, &wish);
        let Some(present) = bank.get(id) else { return Vec::new() };
        let others: Vec<_> =
            self.questions.iter().filter(|question| *question != id).filter_map(|other| bank.get(other)).collect();
        let covered: BTreeSet<usize> = others.iter().flat_map(|asked| asked.aims.iter().copied()).collect();
        let spent = others.iter().fold(0_u32, |sum, asked| sum.saturating_add(asked.question.minutes));
        // A plan that is too long already may stay so, but gets no longer.
        let limit = self.minutes.saturating_sub(spent).max(present.question.minutes);
        let has_room = |asked: &Asked<'_>| {
            let of_kind = others.iter().filter(|other| other.question.kind == asked.question.kind).count();
            wish.mix.of(asked.question.kind).most.is_none_or(|most| of_kind < most as usize)
        };
        let alone = self.weight(&present.competency.id) == Some(Weight::Must)
            && !others.iter().any(|other| other.competency.id == present.competency.id);
        let fits = |asked: &&Asked<'_>| {
            let id = &asked.question.id;
            let open = !self.questions.contains(id) && !self.terms.is_excluded(id) && asked.serves();
            let stays = !alone || asked.competency.id == present.competency.id;
            open && stays && asked.question.minutes <= limit && has_room(asked)
        };
        let gain = |asked: &Asked<'_>| -> u32 {
            asked.aims.iter().filter(|aim| !covered.contains(aim)).map(|aim| bank.targets[*aim].worth).sum()
        };
        let candidates = bank.questions.iter().filter(|asked| asked.question.id == *id || fits(asked));
        let mut ranking: Vec<_> = candidates.collect();
        ranking.sort_by_key(|asked| (Reverse(gain(asked)), asked.question.minutes));
        ranking.into_iter().map(|asked| asked.question.id.clone()).collect()
    }
}
