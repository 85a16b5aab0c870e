//! What was before, and what was taken back: undo and redo without bound, for any state that can be cloned.

/// The states before and after the present one. The present one itself stands elsewhere.
#[derive(Clone, Debug)]
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
    /// What the last change was of; changes of the same, one after the other, are one step.
    last: Option<&'static str>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), last: None }
    }
}

impl<T> History<T> {
    /// Notes the state before a change. With the name of what is being changed bit by bit (a text, a slider), the bits
    /// are one step until something else changes. What was taken back is gone.
    pub fn note(&mut self, before: T, bit_of: Option<&'static str>) {
        let goes_on = bit_of.is_some() && bit_of == self.last && !self.past.is_empty();
        if !goes_on {
            self.past.push(before);
        }
        self.last = bit_of;
        self.future.clear();
    }

    /// The state before the last change; `present` can be had again with [`Self::redo`].
    pub fn undo(&mut self, present: T) -> Option<T> {
        step(&mut self.past, &mut self.future, present, &mut self.last)
    }

    /// The state that was taken back last; `present` can be had again with [`Self::undo`].
    pub fn redo(&mut self, present: T) -> Option<T> {
        step(&mut self.future, &mut self.past, present, &mut self.last)
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

fn step<T>(from: &mut Vec<T>, to: &mut Vec<T>, present: T, last: &mut Option<&'static str>) -> Option<T> {
    let found = from.pop()?;
    to.push(present);
    *last = None;
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_can_be_taken_back_and_again() {
        let mut history = History::default();
        for state in 0..1_000 {
            history.note(state, None);
        }
        let mut present = 1_000;
        for expected in (0..1_000).rev() {
            present = history.undo(present).unwrap();
            assert_eq!(present, expected);
        }
        assert_eq!(history.undo(present), None);
        assert!(!history.can_undo() && history.can_redo());
        for expected in 1..=1_000 {
            present = history.redo(present).unwrap();
            assert_eq!(present, expected);
        }
        assert_eq!(history.redo(present), None);
    }

    #[test]
    fn letters_of_one_text_are_one_step() {
        let mut history = History::default();
        history.note("", Some("role"));
        history.note("A", Some("role"));
        history.note("Ag", None);
        history.note("Ag, later", Some("role"));
        assert_eq!(history.undo("Age"), Some("Ag, later"));
        assert_eq!(history.undo("Ag, later"), Some("Ag"));
        assert_eq!(history.undo("Ag"), Some(""));
    }

    #[test]
    fn a_new_change_forgets_what_was_taken_back() {
        let mut history = History::default();
        history.note(0, Some("minutes"));
        assert_eq!(history.undo(1), Some(0));
        history.note(0, Some("minutes"));
        assert!(!history.can_redo());
        assert_eq!(history.undo(5), Some(0));
    }
}
