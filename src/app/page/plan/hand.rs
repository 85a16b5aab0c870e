//! The plan in hand: one signal, what can be said of it, and what was before. Every change is given to the keeper at once.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::clock;
use crate::app::keeper::Keeper;
use crate::framework::{Framework, QuestionId};
use crate::guide::{GuideId, History, Outline, Plan, Shift};
use crate::question::Selection;

use super::search::Search;

/// The plan that is being changed. A handle: copies are the same plan.
#[derive(Clone, Copy)]
pub struct PlanInHand {
    plan: RwSignal<Plan>,
    history: RwSignal<History<Plan>>,
    outline: Memo<Outline>,
    /// The best choice for what is wished for, as far as the search has come.
    best: Memo<Selection>,
    /// Whether a longer search is under way.
    searching: Signal<bool>,
    framework: StoredValue<Arc<Framework>>,
    keeper: StoredValue<Keeper, LocalStorage>,
    /// What the last change came to, where that is not plain to see.
    said: RwSignal<String>,
    /// The question that was added last.
    added: RwSignal<Option<QuestionId>>,
}

impl PlanInHand {
    /// Takes a plan in hand. It is kept from the first change on.
    pub fn new(plan: Plan, framework: Arc<Framework>, keeper: Keeper) -> Self {
        let plan = RwSignal::new(plan);
        let known = Arc::clone(&framework);
        let counted = StoredValue::new(Arc::clone(&framework));
        let keeping = StoredValue::new_local(keeper.clone());
        // A proposal is no step to be taken back.
        let proposed = move |selection: &Selection| {
            plan.update(|plan| {
                plan.take_proposal(selection);
                counted.with_value(|framework| plan.count_minutes(framework));
            });
            keeping.with_value(|keeper| keeper.keep(plan.get_untracked()));
        };
        let search = Search::follow(plan, Arc::clone(&framework), proposed);
        // Names that are typed do not change what can be said of it.
        let asking = Memo::new(move |_| plan.with(|plan| plan.kept_as(&GuideId::new(""), "")));
        Self {
            plan,
            history: RwSignal::new(History::default()),
            outline: Memo::new(move |_| asking.with(|plan| Outline::of(&known, plan))),
            best: search.best(),
            searching: search.is_under_way(),
            framework: StoredValue::new(framework),
            keeper: StoredValue::new_local(keeper),
            said: RwSignal::new(String::new()),
            added: RwSignal::new(None),
        }
    }

    /// The plan; tracked where signals are.
    pub fn plan(self) -> RwSignal<Plan> {
        self.plan
    }

    /// What can be said of the plan.
    pub fn outline(self) -> Memo<Outline> {
        self.outline
    }

    /// How its questions stand to the best choice; tracked.
    pub fn standing(self) -> String {
        let changed = self.plan.with(|plan| plan.changed);
        let words = self.outline.with(|outline| self.best.with(|best| outline.standing(best, changed)));
        if self.searching.get() { format!("{words} Searching on…") } else { words }
    }

    pub fn framework(self) -> Arc<Framework> {
        self.framework.get_value()
    }

    /// What keeps it; it outlives the screen.
    pub fn keeper(self) -> Keeper {
        self.keeper.get_value()
    }

    /// What the last change came to.
    pub fn said(self) -> ReadSignal<String> {
        self.said.read_only()
    }

    /// Says what the last change came to.
    pub fn say(self, words: String) {
        self.said.set(words);
    }

    /// Changes the plan and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Plan, &Framework)) {
        self.change_bit(None, change);
    }

    /// Changes something bit by bit, such as a text: the bits are taken back as one.
    pub fn write(self, what: &'static str, change: impl FnOnce(&mut Plan, &Framework)) {
        self.change_bit(Some(what), change);
    }

    fn change_bit(self, bit_of: Option<&'static str>, change: impl FnOnce(&mut Plan, &Framework)) {
        let Some(framework) = self.framework.try_get_value() else { return };
        // A field that goes with its screen tells of its change when the plan is gone already.
        let Some(before) = self.plan.try_get_untracked() else { return };
        self.plan.update(|plan| {
            change(plan, &framework);
            plan.count_minutes(&framework);
        });
        if self.plan.with_untracked(|plan| *plan != before) {
            self.history.update(|history| history.note(before, bit_of));
        }
        self.said.set(String::new());
        self.keeper().keep(self.plan.get_untracked());
    }

    /// Puts a question into the plan.
    pub fn add(self, id: &QuestionId) {
        self.added.set(Some(id.clone()));
        self.change(|plan, framework| plan.add_question(framework, id));
    }

    /// The question that was added last.
    pub fn added(self) -> ReadSignal<Option<QuestionId>> {
        self.added.read_only()
    }

    /// Changes what is wished for, and says which chosen questions went because they no longer serve.
    pub fn wish(self, change: impl FnOnce(&mut Plan, &Framework)) {
        self.wish_bit(None, change);
    }

    /// Changes what is wished for bit by bit, such as a number that is typed or drawn.
    pub fn draw(self, what: &'static str, change: impl FnOnce(&mut Plan, &Framework)) {
        self.wish_bit(Some(what), change);
    }

    fn wish_bit(self, bit_of: Option<&'static str>, change: impl FnOnce(&mut Plan, &Framework)) {
        let Some(before) = self.plan.try_get_untracked() else { return };
        self.change_bit(bit_of, change);
        self.say(self.plan.with_untracked(|plan| plan.lost_since(&before)));
    }

    /// Keeps the plan among the guides from now on. That is no step to be taken back.
    pub fn keep_as_guide(self, title: String) {
        let id = GuideId::new(clock::new_id());
        self.plan.update(|plan| {
            plan.guide.get_or_insert(id);
            plan.title = title;
        });
        self.keeper().keep(self.plan.get_untracked());
    }

    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.step(History::undo, "Taken back.", "There is nothing to take back.");
    }

    /// Makes the change again that was taken back last.
    pub fn redo(self) {
        self.step(History::redo, "Done again.", "There is nothing to do again.");
    }

    fn step(self, step: fn(&mut History<Plan>, Plan) -> Option<Plan>, done: &str, none: &str) {
        let present = self.plan.get_untracked();
        // The guide that it belongs to stays the same.
        let guide = present.guide.clone();
        let found = self.history.try_update(|history| step(history, present)).flatten();
        let Some(found) = found else {
            self.say(none.to_owned());
            return;
        };
        self.plan.set(found.with_guide(guide));
        self.keeper().keep(self.plan.get_untracked());
        self.say(done.to_owned());
    }

    /// Moves a question one place, and says where it stands; at the end of the order it stays.
    pub fn shift(self, id: &QuestionId, shift: Shift) {
        let before = self.plan.with_untracked(|plan| plan.questions.clone());
        let (edge, stays) = match shift {
            Shift::Earlier => (before.first(), "It is the first question already."),
            Shift::Later => (before.last(), "It is the last question already."),
        };
        if edge == Some(id) {
            self.say(stays.to_owned());
            return;
        }
        self.change(|plan, _| plan.shift(id, shift));
        self.say_place(id);
    }

    /// Moves a question to this place, from 0, and says where it stands.
    pub fn move_to(self, id: &QuestionId, place: usize) {
        self.change(|plan, _| plan.move_to(id, place));
        self.say_place(id);
    }

    fn say_place(self, id: &QuestionId) {
        self.say(self.outline.with_untracked(|outline| format!("Moved: now {}.", outline.place(id))));
    }
}
